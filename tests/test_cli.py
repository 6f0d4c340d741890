"""The command: what it prints where, and the codes it exits with."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.checks.documentation import DOCUMENTED
from generator.cli import COMMANDS, main
from generator.commands.printing import as_github, as_json, as_text
from generator.problems import Level, Place, Problem

DOSSIERS = Path(__file__).parent / "dossiers"
PLACE = "content/places/lumo.yml"
TEXT = re.compile(r"(?P<path>[^:]+):(?P<line>\d+):\d+: (?:(?P<level>warning|note): )?.+ \[(?P<rule>[a-z-]+)\]")
PROGRAM = [sys.executable, "-m", "generator.cli"]


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def lines(result: Result) -> list[str]:
    """The problems printed, notes left out."""
    return [line for line in result.stdout.splitlines() if ": note: " not in line]


@pytest.fixture
def broken(small: Path) -> Path:
    """A copy of the small dossier with an error and a warning in it."""
    for name, old, new in (
        (PLACE, "precision: locality", "precision: locaity"),
        ("content/figures/guards-in-lumo.yml", "or 900 by", "or 910 by"),
    ):
        text = (small / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (small / name).write_text(text.replace(old, new), encoding="utf-8")
    return small


def test_check_of_a_clean_dossier_prints_notes_alone_and_exits_0(small: Path) -> None:
    result = run("--dossier", str(small), "check")
    assert (result.exit_code, lines(result)) == (0, [])
    assert all(TEXT.fullmatch(line) for line in result.stdout.splitlines())
    assert re.fullmatch(r"\d+ notes?\n", result.stderr)


def test_check_prints_each_problem_at_its_place_and_exits_1(broken: Path) -> None:
    result = run("--dossier", str(broken), "check")
    assert result.exit_code == 1
    found = [TEXT.fullmatch(line) for line in result.stdout.splitlines()]
    assert all(found)
    told = {(m["path"], m["level"], m["rule"]) for m in found if m is not None}
    assert (PLACE, None, "unknown-choice") in told
    assert ("content/figures/guards-in-lumo.yml", "warning", "prose-number") in told
    assert result.stderr.startswith("1 error, 1 warning")


def test_check_tells_of_a_template_of_the_sites_own_that_fails(small: Path) -> None:
    own = small / "templates/pages/event.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% block lead %}\n\n{{ nothing }}\n{% endblock %}", encoding="utf-8")
    result = run("--dossier", str(small), "check")
    assert result.exit_code == 1
    assert lines(result) == ["templates/pages/event.html:3:1: cannot be rendered: 'nothing' is undefined [template]"]


def test_a_warning_alone_exits_1(small: Path) -> None:
    path = small / "content/figures/guards-in-lumo.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("or 900 by", "or 910 by"), encoding="utf-8")
    result = run("--dossier", str(small), "check")
    assert result.exit_code == 1
    assert [": warning: " in line for line in lines(result)] == [True]


def test_check_as_json_is_an_object_a_line(broken: Path) -> None:
    result = run("--dossier", str(broken), "check", "--format", "json")
    assert result.exit_code == 1
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert all(set(p) == {"path", "line", "column", "level", "rule", "message", "labels", "mend"} for p in found)
    (error,) = [p for p in found if p["level"] == "error"]
    assert (error["path"], error["rule"], error["line"]) == (PLACE, "unknown-choice", 3)
    assert "did you mean `locality`?" in error["message"]
    as_text_too = run("--dossier", str(broken), "check").stdout.splitlines()
    assert len(found) == len(as_text_too)


def test_check_for_github_is_a_workflow_command_a_line(broken: Path) -> None:
    result = run("--dossier", str(broken), "check", "--format", "github")
    assert result.exit_code == 1
    command = re.compile(r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::.+")
    found = [command.fullmatch(line) for line in result.stdout.splitlines()]
    assert all(found)
    assert {m[1] for m in found if m} == {"error", "warning", "notice"}


def test_a_message_for_github_names_the_file_from_where_the_command_runs(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken.parent)
    printed = run("--dossier", broken.name, "check", "--format", "github").stdout
    assert f"file={broken.name}/{PLACE},line=" in printed
    assert f"file={PLACE}," not in printed


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_on_a_terminal_each_message_stands_above_its_line(broken: Path) -> None:
    ours, theirs = os.openpty()
    command = [*PROGRAM, "--dossier", str(broken), "check"]
    plain = {**os.environ, "NO_COLOR": "1"}
    process = subprocess.Popen(command, stdout=theirs, stderr=subprocess.PIPE, text=True, env=plain)
    _, said = process.communicate()
    os.close(theirs)
    printed = os.read(ours, 100_000).decode().replace("\r\n", "\n")
    os.close(ours)
    assert process.returncode == 1
    found = re.search(r"\[unknown-choice\]\n +(\d+) \|(.*)\n +\|( +\^+)\n", printed)
    assert found is not None, printed
    assert "locaity" in found[2]
    assert found[2][found[3].index("^") : len(found[3])] == "locaity"
    assert "\x1b" not in printed
    assert "for more on a rule: factsheet explain unknown-choice (and likewise prose-number)" in said


@pytest.mark.parametrize(
    ("variables", "lines", "colour"),
    [
        ({}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, False, False),
    ],
)
def test_what_is_no_terminal_has_plain_lines_unless_it_is_said_to_be_one(
    broken: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], lines: bool, colour: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    printed = run("--dossier", str(broken), "check").stdout
    assert ("^^^^^^^" in printed) == lines
    assert ("\x1b[" in printed) == colour
    assert ("      | " in re.sub(r"\x1b\[\d*m", "", printed)) == lines


@pytest.mark.parametrize("columns", ["1", "50", "100000"])
def test_lines_are_as_wide_as_the_terminal(broken: Path, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = [line for line in run("--dossier", str(broken), "check").stdout.splitlines() if re.match(r" +\d+ \|", line)]
    assert len(shown) == 5
    assert all(len(line) <= max(50, min(int(columns) + 2, 170)) for line in shown)


def test_a_rule_is_explained() -> None:
    for rule in ("prose-number", "[prose-number]"):
        result = run("explain", rule)
        assert result.exit_code == 0
        assert result.stdout.startswith("prose-number (warning)\n\nA number, date or time")
        assert "Wrong:\n    summary: Five" in result.stdout
        assert "Right:\n    summary: At least four" in result.stdout
    listed = run("explain").stdout.splitlines()
    assert len(listed) == len(DOCUMENTED)
    assert all(re.fullmatch(r"[a-z-]+ +(error|warning|note) +[A-Z].*\.", line) for line in listed)


def test_a_rule_there_is_not() -> None:
    result = run("explain", "prose-nmber")
    assert result.exit_code == 2
    assert result.stderr == "there is no rule `prose-nmber`; did you mean `prose-number`?\n"
    assert run("explain", "\x1b[2Jzzz").stderr == "there is no rule `\\x1b[2Jzzz`; `factsheet explain` lists all\n"


def test_a_message_for_github_cannot_be_a_command_of_its_own() -> None:
    problem = Problem(Place("a,b:c%\n::error::x.yml", 2, 3), "bad-id", "100%\r\n::set-env name=x::y")
    made = as_github(problem)
    assert made == (
        "::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax.yml,line=2,col=3,title=bad-id::100%25%0D%0A::set-env name=x::y"
    )
    assert json.loads(as_json(problem))["message"] == problem.message


def test_a_message_on_a_terminal_is_one_line_and_steers_nothing() -> None:
    problem = Problem(Place("a\n::error::b.yml", 2, 3), "bad-id", "say `\x1b[2J\u202e` “é” 👩‍👧", Level.WARNING)
    assert as_text(problem) == "a\\n::error::b.yml:2:3: warning: say `\\x1b[2J\\u202e` “é” 👩‍👧 [bad-id]"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "--format", "xml"], "'xml' is not one of 'text', 'json', 'github'"),
        (["--dossier", "nowhere-at-all", "check"], "does not exist"),
        (["chek"], "No such command 'chek'"),
        (["check", "more"], "unexpected extra argument"),
        (["render"], "Missing argument 'FOLDER'"),
        (["verify", "--accept-text"], "requires an argument"),
    ],
)
def test_misuse_exits_2_and_says_what_is_wrong(words: list[str], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert told in result.stderr


def test_a_folder_without_a_dossier_is_misuse(tmp_path: Path) -> None:
    for command in (["check"], ["verify"], ["render", str(tmp_path / "out")]):
        result = run("--dossier", str(tmp_path), *command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "there is no dossier here" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["plugins: [", "- a list", "plugins:\n  - factsheet: {quotation_budget: many}"])
def test_a_broken_mkdocs_yml_is_misuse(small: Path, text: str) -> None:
    (small / "mkdocs.yml").write_text(text, encoding="utf-8")
    result = run("--dossier", str(small), "check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "mkdocs.yml" in result.stderr


def test_the_settings_of_mkdocs_yml_hold_for_the_command(small: Path) -> None:
    (small / "content").rename(small / "records")
    config = "plugins:\n  - search\n  - factsheet: {content_dir: records, quotation_budget: 20}\n"
    (small / "mkdocs.yml").write_text(config, encoding="utf-8")
    result = run("--dossier", str(small), "check")
    assert result.exit_code == 1
    assert {line.rsplit(" ", 1)[1] for line in lines(result)} == {"[quotation-budget]"}
    assert all(line.startswith("records/") for line in result.stdout.splitlines())


def test_the_command_runs_in_the_folder_it_is_called_in(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)
    assert run("check").exit_code == 0


def test_a_command_writes_into_no_folder_it_was_not_told_to(small: Path) -> None:
    before = {p: p.read_bytes() for p in small.rglob("*") if p.is_file()}
    run("--dossier", str(small), "check")
    assert {p: p.read_bytes() for p in small.rglob("*") if p.is_file()} == before


def test_there_is_no_bar_in_a_pipe(small: Path) -> None:
    for words in (["check"], ["verify"], ["render", str(small / "out")]):
        done = subprocess.run(
            [*PROGRAM, "--dossier", str(small), *words], capture_output=True, check=False, env=os.environ
        )
        assert done.returncode == 0, done.stderr
        for stream in (done.stdout, done.stderr):
            assert not set(b"\r\x1b") & set(stream)
        assert b"rendering" not in done.stderr
        assert b"writing" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_there_is_a_bar_on_a_terminal(small: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, "--dossier", str(small), "render", str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=os.environ,
    ) as process:
        os.close(theirs)
        told = b""
        while piece := _read(ours):
            told += piece
        printed = process.stdout.read() if process.stdout else b""
    os.close(ours)
    assert b"rendering" in told
    assert b"rendering" not in printed
    assert process.returncode == 0


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 4096)
    except OSError:  # the other side was closed
        return b""


def test_render_writes_the_pages_as_markdown_and_the_data(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("--dossier", str(small), "render", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    written = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    records = {
        p.relative_to(small / "content").with_suffix(".md").as_posix()
        for p in (small / "content").rglob("*.yml")
        if p.parent.name != "decisions"
    }
    lists = {f"{kind}/index.md" for kind in ("sources", "actors", "places", "events", "quotes", "figures")}
    assert records | lists | {"index.md", "timeline.md", "disputes.md", "data/dossier.json"} <= written
    assert f"{len(written)} files written" in result.stderr
    page = (out / "events/2021-03-12-lumo-harbour-strike.md").read_text(encoding="utf-8")
    assert page.startswith("---\n")
    assert 'title: "Drone strike on Lumo harbour"' in page
    assert "\n# Drone strike on Lumo harbour" in page
    assert 'data-claim="events/2021-03-12-lumo-harbour-strike#c4"' in page
    assert json.loads((out / "data/dossier.json").read_text(encoding="utf-8"))["claims"]


def test_rendered_pages_have_no_text_that_is_not_escaped(small: Path, tmp_path: Path) -> None:
    path = small / "content/events/2021-03-12-lumo-harbour-strike.yml"
    text = path.read_text(encoding="utf-8")
    bad = "Drones <script>pwned=1</script> [a](javascript:x) {: onclick=x } *b*"
    text = text.replace("title: Drone strike on Lumo harbour", f'title: "{bad}"')
    path.write_text(text.replace("reason: each side counts its own dead", f'reason: "{bad}"'), encoding="utf-8")
    assert run("--dossier", str(small), "render", str(tmp_path / "out")).exit_code == 0
    shown = 0
    for page in (tmp_path / "out").rglob("*.md"):
        _, _, body = page.read_text(encoding="utf-8").partition("\n---\n")
        assert "<script" not in body
        shown += body.count("script&gt;pwned") + body.count("script&#62;pwned")
        for line in body.splitlines():
            if line.startswith("#"):
                assert not re.search(r"[<*\[({](?![#] ?|\s)", line.split(" { ")[0].lstrip("# ")), line
    assert shown


def test_render_with_an_error_writes_nothing(broken: Path, tmp_path: Path) -> None:
    result = run("--dossier", str(broken), "render", str(tmp_path / "out"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{PLACE}:3:" in result.stderr
    assert not (tmp_path / "out").exists()


def test_render_writes_the_same_again(small: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        run("--dossier", str(small), "render", str(tmp_path / name))
        folder = tmp_path / name
        made.append({p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()})
    assert made[0] == made[1]


def test_the_version_is_the_packages() -> None:
    assert run("--version").stdout.strip().endswith(__version__)


def test_every_command_says_what_it_does() -> None:
    told = run("--help").stdout
    for name, command in main.commands.items():
        assert re.search(rf"^  {name}\s+\w+", told, re.MULTILINE)
        assert command.help
        assert run(name, "-h").exit_code == 0


def loaded(code: str) -> set[str]:
    """The modules that a piece of Python has loaded at its end."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(told.stdout.split())


def test_help_lists_every_command_on_one_line_and_loads_none() -> None:
    shown = run("--help").stdout
    for name, does in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(does)}$", shown, re.MULTILINE)
    code = "from generator.cli import main\nmain(['--help'], standalone_mode=False)"
    assert not [name for name in loaded(code) if name.startswith(("generator.commands", "pydantic", "yaml"))]


def test_every_command_is_listed() -> None:
    folder = Path(__file__).parents[1] / "generator/commands"
    commands = {path.stem for path in folder.glob("*.py") if "@click.command" in path.read_text(encoding="utf-8")}
    assert {name.replace("-", "_") for name in COMMANDS} == commands


@pytest.mark.parametrize("name", ["add_source", "extract"])
def test_a_plain_text_waits_for_nothing_that_it_does_not_need(name: str) -> None:
    heavy = {"jinja2", "markdown", "mkdocs", "nh3", "trafilatura", "lxml", "generator.build", "generator.views"}
    assert not heavy & loaded(f"import generator.commands.{name}")


@pytest.mark.parametrize("place", ["content", "content/pages", "seeds/out", ".", "templates/x"])
def test_render_writes_nowhere_into_the_dossier(small: Path, place: str) -> None:
    before = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    result = run("--dossier", str(small), "render", str(small / place))
    assert result.exit_code == 2
    assert "name another folder" in result.stderr
    assert {path: path.read_bytes() for path in small.rglob("*") if path.is_file()} == before
