"""A place as written, cut into its parts: "в с. Волосково Бежецкого уезда"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lives import packaged
from lives.model.place import PlaceKind
from lives.reading.places_gazetteer import identifiers
from lives.reading.places_key import key, stem

_RAILWAY = re.compile(r"\s+[\w-]+\s+(?:ж\.?\s*-?\s*д\b\.?|железной дороги)")
_JOINED = re.compile(r"(?<=\.)(?=[^\W\d_])")  # "с.Волосково"
_TOKEN = re.compile(r"[^\s.]+\.?")
_BREAK = re.compile(r"[,;()\[\]]")
_LONGEST = 3  # words of a marker: "the town of"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a place as written.

    Attributes:
        written: Its words, without the word that says what it is.
        kind: What the words say it is; None where they do not.
        near: Whether the place is only said to be near it.
    """

    written: str
    kind: PlaceKind | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    before: dict[str, PlaceKind]
    after: dict[str, PlaceKind]
    opening: frozenset[str]
    near: frozenset[str]
    otherwise: re.Pattern[str]


@cache
def _words() -> _Words:
    data = packaged.table("lives.reading", "data/places/words.toml")

    def by_word(table: dict[str, list[str]]) -> dict[str, PlaceKind]:
        return {word: PlaceKind(kind) for kind in table for word in table[kind]}

    small = data["small"]
    return _Words(
        by_word(data["before"]),
        by_word(data["after"]),
        frozenset(small["opening"]),
        frozenset(small["near"]),
        re.compile(rf"[(,;\s]*(?:{'|'.join(map(re.escape, small['otherwise']))})"),
    )


def segments(text: str) -> list[Segment]:
    """Cut a place into its parts, in the order in which they stand.

    >>> [(s.written, s.kind.value) for s in segments("с.Волосково Бежецкого уезда")]
    [('Волосково', 'village'), ('Бежецкого', 'uyezd')]
    """
    return [segment for chunk in chunks(text) for segment in cut(chunk)]


def chunks(text: str) -> Iterator[str]:
    """Yield what stands between commas and brackets, without another source's words."""
    own = _words().otherwise.split(text, 1)[0]
    return (chunk for chunk in map(str.strip, _BREAK.split(own)) if chunk)


def cut(chunk: str) -> list[Segment]:
    """Cut a run of words without a comma into its parts."""
    spaced = _JOINED.sub(" ", _RAILWAY.sub("", chunk))
    tokens = _TOKEN.findall(spaced)
    return _Cutting(tokens).cut() if tokens else []


def _bare(token: str) -> str:
    return token.rstrip(".").casefold()


class _Cutting:
    """One run of words without a comma, being cut."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.held: list[str] = []
        self.kind: PlaceKind | None = None
        self.near = False
        self.found: list[Segment] = []

    def cut(self) -> list[Segment]:
        tokens, words = self.tokens, _words()
        if key(" ".join(tokens)) and identifiers(key(" ".join(tokens))):
            return [Segment(" ".join(tokens))]
        i = 0
        while i < len(tokens):
            word, last = _bare(tokens[i]), i == len(tokens) - 1
            size = 0 if last else self._marker(i)
            if word in words.near:
                self._flush()
                self.near = True
            elif size:
                kind = words.before[" ".join(map(_bare, tokens[i : i + size]))]
                self._flush()
                self.kind = kind
                i += size - 1
            elif word in words.after and (self.held or not last):
                i += self._after(i, words.after[word])
            elif word in words.opening:  # "город Саров в Нижегородской области"
                self._flush()
            else:
                self.held.append(tokens[i])
            i += 1
        self._flush()
        return self.found

    def _marker(self, i: int) -> int:
        """Return how many words from here say what follows: "the town of"."""
        before = _words().before
        bare = [_bare(t) for t in self.tokens[i : i + _LONGEST]]
        for size in range(min(len(bare), len(self.tokens) - i - 1), 0, -1):
            if " ".join(bare[:size]) in before:
                name = self.tokens[i + size]
                # "Завод" or "Колония" may be a name of its own.
                if name[:1].isupper() or name[:1].isdigit():
                    capital = self.tokens[i][:1].isupper() and size == 1
                    return 0 if capital and self.held else size
        return 0

    def _after(self, i: int, kind: PlaceKind) -> int:
        """Take the region whose kind is told here; how many more words it took."""
        if not self.held:  # "губ. Московская", "область Войска Донского"
            rest = self.tokens[i + 1 :]
            taken = 1 if stem(rest[0]) and not stem(" ".join(rest[:2])) else len(rest)
            self.found.append(Segment(" ".join(rest[:taken]), kind))
            return taken
        size = self._naming(kind, self.tokens[i])
        name = self.held[-size:]
        del self.held[-size:]
        # What is left stands before: "с. Волосково" of "Бежецкого уезда".
        near, self.near = self.near, False
        self._flush()
        self.found.append(Segment(" ".join(name), kind, near))
        return 0

    def _naming(self, kind: PlaceKind, marker: str) -> int:
        """Return how many of the words before name the region: most often one."""
        for size in range(len(self.held), 1, -1):
            name = " ".join(self.held[-size:])
            if identifiers(f"{kind.value}:{stem(name) or key(name)}"):
                return size
            if identifiers(key(f"{name} {marker}")):
                return size
        # "Сев. Кавказский": the first of two that belong together is cut short.
        joined = len(self.held) > 1 and self.held[-2].endswith(".")
        return 2 if joined and not self.kind else 1

    def _flush(self) -> None:
        if self.held:
            written = " ".join(self.held).rstrip(".")
            self.found.append(Segment(written, self.kind, self.near))
            self.near = False
        self.held, self.kind = [], None
