"""Who says it and whether it happened: a table of sentences, each with what it says."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from lives.model.statement import Standing, Statement


class Read(Protocol):
    statements: list[Statement]

    def of(self, kind: str) -> list[Statement]: ...
    def who(self, statement: Statement) -> str: ...


Reader = Callable[[str], Read]
_LINES = Path(__file__).with_name("stances.txt").read_text("utf-8").splitlines()
# sentence, whom it is about, kind, modality, voice
ROWS = [
    [cell.strip() for cell in f"{line}|".split("|")][:5]
    for line in _LINES
    if line and not line.startswith("#")
]
SAID = [row for row in ROWS if not row[2].startswith("no ")]
UNSAID = [(row[0], *row[2].split()[1:]) for row in ROWS if row[2].startswith("no ")]


@pytest.mark.parametrize(("text", "who", "kind", "modality", "voice"), SAID)
def test_a_sentence_is_read_with_how_it_stands_and_who_says_it(
    read: Reader, text: str, who: str, kind: str, modality: str, voice: str
) -> None:
    found = read(text)
    said = {
        (found.who(s), s.modality.value, s.voice)
        for s in found.of(kind)
        if s.standing is Standing.SURE
    }
    assert (who, modality, voice) in said


@pytest.mark.parametrize("row", UNSAID, ids=lambda row: row[0])
def test_what_was_only_meant_or_asked_is_not_read_as_done(
    read: Reader, row: tuple[str, ...]
) -> None:
    text, kind, *modality = row
    sure = [s for s in read(text).of(kind) if s.standing is Standing.SURE]
    assert [s for s in sure if not modality or s.modality.value in modality] == []
