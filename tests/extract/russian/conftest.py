"""Reads a few sentences as the Russian reader does, and shows what they say."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from lives.extract.extractor import Document
from lives.extract.russian.reader import read_russian
from lives.intake.text import read_text
from lives.model.ids import CaptureId, SourceId
from lives.model.mention import Mention
from lives.model.source import Source
from lives.model.statement import Standing, Statement


@dataclass(frozen=True)
class Read:
    """What was read of a text."""

    mentions: dict[str, Mention]
    statements: list[Statement]

    def of(self, kind: str) -> list[Statement]:
        """Return the sure statements of a kind."""
        sure = (s for s in self.statements if s.standing is Standing.SURE)
        return [s for s in sure if s.kind == kind]

    def only(self, kind: str) -> Statement:
        """Return the one statement of a kind."""
        found = self.of(kind)
        assert len(found) == 1, [(s.kind, s.quote) for s in self.statements]
        return found[0]

    def who(self, mention: Mention) -> str:
        """Return the name of whom a mention means, through its antecedents."""
        while mention.antecedent is not None:
            mention = self.mentions[mention.antecedent]
        return mention.name or mention.text

    def names(self, kind: str) -> list[str]:
        """Return of whom a kind is said."""
        return [self.who(self.mentions[s.subject]) for s in self.of(kind)]


@pytest.fixture
def read() -> Callable[[str], Read]:
    """Read a text as prose in Russian."""

    def reading(text: str) -> Read:
        document = Document(
            CaptureId("0" * 64),
            "test.txt",
            Source(SourceId("test")),
            read_text(text.encode(), "test.txt"),
        )
        found = list(read_russian(document))
        return Read(
            {m.id: m for m in found if isinstance(m, Mention)},
            [s for s in found if isinstance(s, Statement)],
        )

    return reading
