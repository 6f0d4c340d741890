"""What the README tells its reader to type, and what a command is said to ask."""

from __future__ import annotations

import re

from building import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)


def section(heading: str) -> str:
    """A section of the README, with those below it."""
    level, found, fenced = 0, [], False
    for line in README.splitlines(keepends=True):
        fenced ^= line.startswith("```")
        hashes = 0 if fenced else len(line) - len(line.lstrip("#"))
        if level and hashes and hashes <= level:
            break
        if level:
            found.append(line)
        elif hashes and line.strip("# \n") == heading:
            level = hashes
    assert level, heading
    return "".join(found)


def blocks(heading: str, language: str) -> list[str]:
    """The blocks of a section that are in a language; those of the terminal have none."""
    return [found["lines"] for found in _BLOCK.finditer(section(heading)) if found["language"] == language]


def commands(heading: str) -> list[list[str]]:
    """The commands of a section, by block, without their comments."""
    return [[line.partition("  #")[0].strip() for line in block.splitlines()] for block in blocks(heading, "sh")]


def exchange(heading: str) -> tuple[str, list[tuple[str, str]], str]:
    """A section's example of a command that asks: the command, what it asks and is answered, what it says last."""
    (block,) = (block for block in blocks(heading, "") if block.startswith("$ "))
    command, _, *asked, last = block.splitlines()
    answered = [re.fullmatch(r"(?P<question>\w+(?: it\?)?)[^:]*:(?P<answer>.*)", line) for line in asked]
    return command.removeprefix("$ "), [(a["question"], a["answer"].strip()) for a in answered if a], last
