"""A skipped test is a failed one where FACTSHEET_SKIP_IS_FAILURE is set, as in .ci/run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import building
import pytest

CASES = {
    "test_one.py": "import pytest\ndef test_it():\n    pytest.skip('no browser')\n",
    "test_two.py": "import pytest\npytest.skip('no module', allow_module_level=True)\n",
    "test_three.py": "import pytest\n@pytest.mark.skipif(True, reason='no terminal')\ndef test_it():\n    pass\n",
    "test_four.py": "import pytest\n@pytest.fixture\ndef f():\n    pytest.skip('no port')\ndef test_it(f):\n    pass\n",
}


def run(folder: Path, name: str, setting: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(building.REPOSITORY / "tests/conftest.py", folder)
    (folder / name).write_text(CASES[name], encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", str(folder)]
    surroundings = os.environ | {"FACTSHEET_SKIP_IS_FAILURE": setting}
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", CASES)
def test_a_skip_is_a_failure_where_that_is_asked_for(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, name, "1")
    assert done.returncode in (1, 2)
    assert re.search(r"this was skipped: (Skipped: )?no \w+", done.stdout)
    assert "skipped" not in done.stdout.splitlines()[-1]


def test_a_skip_is_a_skip_elsewhere(tmp_path: Path) -> None:
    done = run(tmp_path, "test_one.py", "")
    assert done.returncode == 0
    assert "1 skipped" in done.stdout


@pytest.mark.parametrize("name", ["playwright", "bs4", "hatchling"])
def test_what_the_tests_need_is_installed_with_them(name: str) -> None:
    assert __import__(name)
