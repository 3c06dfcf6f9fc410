"""Prose of our own, annotated by hand, and what the readers make of it.

Beside each text stands what a careful historian would mark in it, written before the
reader was run. `[names]` gives each person's names: every occurrence is a mention,
unless it stands within a longer one; `NAME#2` is the second occurrence alone.
`[[said]]` gives statements: of whom, of what kind, in which words; date and modality
where there are any. A person whose key begins with `u_` is not named in the text.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lives.extract.english.reader import read_english
from lives.extract.extractor import Document
from lives.extract.russian.reader import read_russian
from lives.intake.text import read_text
from lives.model.ids import CaptureId, MentionId, PersonId, SourceId
from lives.model.mention import Mention, MentionKind
from lives.model.source import Source
from lives.model.statement import Modality, Standing, Statement
from lives.resolve.cluster import persons
from lives.resolve.judge import judge

TEXTS = Path(__file__).parent / "english"

# One event may be worded in ways that fall under neighbouring kinds.
NEAR = (
    {"execution", "killing", "death", "suicide"},
    {"arrest", "detention", "imprisonment", "camp", "disappearance"},
    {"expulsion", "exile", "deportation", "dispossession"},
    {"office", "occupation", "military_service", "membership"},
    {"charge", "trial", "confession", "denunciation", "testimony"},
    {"sentence", "trial"},
    {"escape", "residence", "journey", "emigration"},
    {"deportation", "journey"},
    {"authorship", "speech", "protest", "correspondence"},
    {"acquaintance", "kinship", "marriage"},
    {"protest", "hunger_strike"},
)


@dataclass(frozen=True)
class Name:
    """A name as a historian would mark it, or as it was read."""

    start: int
    end: int
    person: str


@dataclass(frozen=True)
class Said:
    """A statement as a historian would make it."""

    start: int
    end: int
    words: str
    person: str
    kind: str
    date: str
    modality: Modality


@dataclass(frozen=True)
class Gold:
    """A text with all that a historian marks in it."""

    title: str
    text: str
    names: list[Name]
    said: list[Said]


@dataclass(frozen=True)
class Reading:
    """A text, what a historian marks in it, and what the reader did."""

    gold: Gold
    names: list[Name]
    statements: list[Statement]
    person_of: dict[MentionId, PersonId]

    @property
    def sure(self) -> list[Statement]:
        return [s for s in self.statements if s.standing is Standing.SURE]

    def exact(self) -> int:
        """Count the names that have the very span a historian gives them."""
        spans = {(n.start, n.end) for n in self.names}
        return sum((n.start, n.end) in spans for n in self.gold.names)

    def pairs(self) -> list[tuple[Name, Name]]:
        """Pair each name with the one read that covers most of it."""
        found = []
        for gold in self.gold.names:
            best = max(self.names, key=lambda n: _overlap(gold, n), default=None)
            if best is not None and _overlap(gold, best):
                found.append((gold, best))
        return found

    def whom(self) -> dict[str, str]:
        """Tell whom the persons read mostly are."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for gold, read in self.pairs():
            votes[read.person][gold.person] += 1
        return {read: count.most_common(1)[0][0] for read, count in votes.items()}

    def matches(self) -> list[tuple[Said, Statement]]:
        """Pair statements one to one, those of the same kind and date first."""
        whom = self.whom()
        ranked = []
        for i, gold in enumerate(self.gold.said):
            for j, read in enumerate(self.sure):
                if self.about(gold, read, whom) and near(gold.kind, read.kind):
                    rank = (
                        gold.kind == read.kind,
                        dates_agree(gold.date, read),
                        _overlap(gold, read),
                    )
                    ranked.append((rank, i, j))
        ranked.sort(key=lambda r: r[0], reverse=True)
        golds: set[int] = set()
        reads: set[int] = set()
        found = []
        for _, i, j in ranked:
            if i not in golds and j not in reads:
                golds.add(i)
                reads.add(j)
                found.append((self.gold.said[i], self.sure[j]))
        return found

    def taken_as_fact(self) -> list[tuple[Said, Statement]]:
        """Return what nobody vouches for and the reader calls a fact."""
        whom = self.whom()
        return [
            (gold, read)
            for gold in self.gold.said
            if gold.modality is not Modality.ASSERTED
            for read in self.sure
            if read.counts
            and self.about(gold, read, whom)
            and (gold.kind == read.kind or {gold.kind, read.kind} <= NEAR[0])
        ]

    def about(self, gold: Said, read: Statement, whom: dict[str, str]) -> bool:
        """Tell whether a statement says something of the same person there."""
        if not _overlap(gold, read):
            return False
        person = whom.get(self.person_of[read.subject])
        return person == (None if gold.person.startswith("u_") else gold.person)


def near(one: str, two: str) -> bool:
    return one == two or any(one in kinds and two in kinds for kinds in NEAR)


def dates_agree(gold: str, read: Statement) -> bool:
    """Tell whether a date read says what a historian's does, or more precisely."""
    if not gold:
        return True
    return read.when is not None and gold.strip("./") in read.when.edtf


def _overlap(one: Name | Said, two: Name | Said | Statement) -> int:
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def _names(text: str, people: dict[str, list[str]]) -> list[Name]:
    found: list[Name] = []
    spelled = [(name, key) for key, names in people.items() for name in names]
    for name, key in sorted(spelled, key=lambda pair: -len(pair[0])):
        words, _, number = name.partition("#")
        places = list(re.finditer(rf"\b{re.escape(words)}(?!\w)", text))
        assert places, name
        for place in [places[int(number) - 1]] if number else places:
            one = Name(place.start(), place.end(), key)
            if not any(_overlap(one, other) for other in found):
                found.append(one)
    return sorted(found, key=lambda n: n.start)


def _gold(path: Path) -> Gold:
    text = path.read_text(encoding="utf-8")
    data = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    said = []
    for group in data["said"]:
        who = group["who"]
        for person in [who] if isinstance(who, str) else who:
            for one in group["all"]:
                words = one["words"]
                assert text.count(words) == 1, (path.name, words)
                start = text.index(words)
                modality = Modality(one.get("modality", "asserted"))
                place = (start, start + len(words), words, person)
                said.append(Said(*place, one["kind"], one.get("date", ""), modality))
    return Gold(path.stem, text, _names(text, data["names"]), said)


def read_quality(path: Path, language: str = "en") -> Reading:
    """Read a text as the archive does, down to who is who, and compare."""
    reads = read_russian if language == "ru" else read_english
    gold = _gold(path)
    capture = CaptureId("0" * 64)
    source = Source(SourceId("test"))
    read = read_text(gold.text.encode(), path.name)
    found = list(reads(Document(capture, path.name, source, read)))
    mentions = [m for m in found if isinstance(m, Mention)]
    statements = [s for s in found if isinstance(s, Statement)]
    judged = judge(mentions, statements, {}, ())
    people, _ = persons(mentions, judged.judgements, ())
    person_of = {m: p.id for p in people for m in p.mentions}
    named = [m for m in mentions if m.kind is MentionKind.NAME]
    names = [Name(m.start, m.end, person_of[m.id]) for m in named]
    return Reading(gold, names, statements, person_of)


@pytest.fixture(scope="session")
def reading() -> Callable[[Path], Reading]:
    """Read a text beside which its annotation stands."""
    return read_quality


@pytest.fixture(scope="session")
def russian_readings() -> list[Reading]:
    """Read the texts that Russian is developed on."""
    texts = sorted((Path(__file__).parent / "russian_dev").glob("*.txt"))
    return [read_quality(path, "ru") for path in texts]


@pytest.fixture(scope="session")
def readings() -> list[Reading]:
    """Read all the texts once."""
    return [read_quality(path) for path in sorted(TEXTS.glob("*.txt"))]
