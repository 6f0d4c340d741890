"""Source texts: they are the texts that were read, and what is said of their parts is true."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.records import Block, Source
from ..model.vocabulary import BlockKind
from ..problems import Label, quoted, suggestion
from .rule import Case, Finding, Told, rule


@rule("text-changed")
def text_changed(case: Case) -> Iterator[Finding]:
    """A source's text that is not the one its record describes.

    The record owns the sha256 of the text, because every citation was found in that very text. Put the old
    text back; or, where the new one is right, run `factsheet verify --accept-text SOURCE`, which writes its
    hash into the record and looks for all words again. A text is UTF-8, and `chars` is its length in code
    points.

    Wrong:
        text: {file: gazette.txt, sha256: 00000000…, chars: 0}
    Right:
        factsheet verify --accept-text gazette-2021-03-12     # writes the hash and the length into the record
    """
    for id_, text in sorted(case.evidence.texts.items()):
        record = case.dossier.sources.get(id_)
        if record is None:
            continue
        described = record.text
        if text.sha256 != described.sha256:
            message = (
                f"the text {quoted(text.file)} has the sha256 {short(text.sha256)}, "
                f"its record {short(described.sha256)}; put the old text back, or run "
                f"`factsheet verify --accept-text {id_}`"
            )
            yield described.at("sha256"), message
        elif text.content is None:
            yield described.at("file"), f"the text {quoted(text.file)} is not UTF-8; save it as UTF-8"
        elif len(text.content) != described.chars:
            message = f"the text {quoted(text.file)} has {len(text.content)} code points, not {described.chars}"
            yield described.at("chars"), message


def short(sha256: str) -> str:
    """Return a sha256 as messages show it: its beginning and its end."""
    return f"{sha256[:6]}…{sha256[-6:]}"


@rule("bad-block")
def bad_block(case: Case) -> Iterator[Finding]:
    """A block of a source's text that cannot be.

    Blocks say which stretches are not running text: `start` and `end` count code points, `end` is
    exclusive, and no two blocks overlap. A `duplicate` says in `of` where the same text starts that was
    printed before, and is left out when words are looked for; so it must repeat that text word for word.

    Wrong:
        blocks: [{kind: caption, start: 260, end: 184}]
    Right:
        blocks: [{kind: caption, start: 184, end: 260}]
    """
    for source in case.dossier.sources.values():
        text = case.evidence.text_of(source.id)
        chars = source.text.chars if text is None else len(text)
        sound = []
        for block in source.blocks:
            if block.start >= block.end:
                yield block.at("end"), f"the block ends at {block.end}, but starts at {block.start}"
            elif block.end > chars:
                yield block.at("end"), f"the block ends at {block.end}, but the text has {chars} code points"
            else:
                sound.append(block)
                yield from _duplicate(block, text)
        yield from _overlaps(sound)


def _duplicate(block: Block, text: str | None) -> Iterator[Finding]:
    if block.kind is not BlockKind.DUPLICATE:
        if block.of is not None:
            yield block.at("of"), f"only a block of kind `duplicate` has `of`; this is {quoted(block.kind)}"
    elif block.of is None:
        yield block.here, "a duplicate needs `of`: where the same text starts that was printed first"
    elif block.of >= block.start:
        yield block.at("of"), f"a duplicate repeats text before it, and {block.of} is not before {block.start}"
    elif text is not None:
        repeated = text[block.start : block.end]
        first = text[block.of : block.of + len(repeated)]
        if repeated.split() != text[block.of : block.start].split()[: len(repeated.split())]:
            message = f"the text at {block.of} is {quoted(first)}, the block is {quoted(repeated)}"
            yield block.at("of"), message


def _overlaps(blocks: list[Block]) -> Iterator[Finding]:
    ordered = sorted(blocks, key=lambda block: (block.start, block.end))
    for position, block in enumerate(ordered):
        before = max(ordered[:position], key=lambda other: other.end, default=None)
        if before is not None and block.start < before.end:
            stretch = f"{before.start}–{before.end}"
            yield block.at("start"), f"the block {block.start}–{block.end} overlaps the block {stretch}"


@rule("missing-and-given")
def missing_and_given(case: Case) -> Iterator[Finding]:
    """A field listed in a source's `missing` that is filled in, or that no source has.

    `missing` tells readers what the supplied copy does not state, so it cannot name what the record states.
    Leave out one of the two; spell the field as the record would.

    Wrong:
        issued: 2021-03-12
        missing: {issued: not in the supplied copy}
    Right:
        issued: 2021-03-12
    """
    fields = {field.alias or name: name for name, field in Source.model_fields.items()}
    for source in case.dossier.sources.values():
        for position, name in enumerate(source.missing):
            place = source.within("missing", name, ", ".join([*source.missing][:position]))
            if name not in fields:
                yield place, f"{quoted(name)} is not a field of a source{suggestion(name, fields)}"
            elif getattr(source, fields[name]):
                message = f"{quoted(name)} is said to be missing, but the record gives it"
                yield Told(place, message, (Label(source.at(name), "given here"),))
