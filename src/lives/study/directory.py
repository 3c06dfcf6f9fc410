"""Finding people in an archive of millions without looking at everybody.

The archive files names by their words. Which words may be meant is asked by their
keys. Those who bear the rarest are counted through in arrays; the others need not be
looked at unless they could be better. The few who come out best are fetched.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from lives.model.person import Person
from lives.reading.names_filed import asked_words, filed_words
from lives.reading.names_likeness import Likeness, initials_of
from lives.study.bearers import Bearers, Numbers, merged
from lives.study.filed import Directory
from lives.study.meant import abbreviated, words_meant
from lives.study.search import (
    FAINT,
    MISSING,
    ORDERED,
    Alike,
    Asked,
    Hit,
    best_hits,
    worth,
)

_SPELLING = Likeness.SOUND  # and closer: one word, differently spelled
_FETCHED = 1.5  # for each that is wanted: a person may bear several names
_TOLD_OF = 50  # mentions of whose persons it is asked how much is told
_LOOKED_AT = 256  # mentions whose initials are looked at one by one

Bits = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Group:
    """Those who agree equally closely with a word asked for."""

    bits: float
    initial: bool
    bearers: Bearers


@dataclass(frozen=True, slots=True)
class _Sought:
    """A word asked for, and who bears what it may mean.

    Attributes:
        asked: The word with what it may mean.
        words: The numbers of these words.
        groups: Mentions, those that agree best last.
    """

    asked: Asked
    words: tuple[int, ...]
    groups: tuple[_Group, ...]

    @property
    def size(self) -> int:
        return sum(len(group.bearers) for group in self.groups)

    @property
    def best(self) -> float:
        return max((group.bits for group in self.groups), default=MISSING)

    def everyone(self) -> Numbers:
        return merged([group.bearers.mentions for group in self.groups])


@dataclass(frozen=True, slots=True)
class _Initials:
    """What an initial may mean.

    Attributes:
        words: Letters that stand for a word; with a full stop, for all words.
        bearers: Who has one of them.
        uses: How many names have a word that begins so.
    """

    words: tuple[str, ...]
    bearers: Bearers
    uses: int


@dataclass(slots=True)
class _Known:
    """What earlier searches asked of an archive, while it stays as it is.

    Attributes:
        stamp: Of the archive.
        names: How many it has.
        unnamed: Whether it tells of anybody without a name.
        sought: Words asked for, with who bears what they may mean.
        held: How many mentions these are.
        initials: What initials may mean, by what is asked of the archive.
    """

    stamp: Hashable
    names: int
    unnamed: bool
    sought: dict[str, _Sought] = field(default_factory=dict)
    held: int = 0
    initials: dict[frozenset[str], _Initials] = field(default_factory=dict)


# Given names and patronymics are few, and asked for again and again.
_KNOWN: WeakKeyDictionary[Directory, _Known] = WeakKeyDictionary()
_REMEMBERED = 2**24  # mentions, of four bytes


def _known(names: Directory) -> _Known:
    stamp = names.stamp()
    known = _KNOWN.get(names)
    if known is None or known.stamp != stamp:
        known = _KNOWN[names] = _Known(stamp, *names.extent())
    return known


def look_up(names: Directory, query: str, limit: int = 10) -> list[Hit]:
    """Find people by name, the best first.

    Args:
        names: Where to look.
        query: A name or part of one, in any script and order; ``*`` in a word stands
            for any letters.
        limit: At most so many hits.

    Returns:
        Those with whom as many words agree as with the best. Where more agree equally
        well than are wanted, those whom most passages name, of the first fifty.
    """
    words = asked_words(query)
    if all(len(word) == 1 for word in words):
        return []  # an initial alone finds everybody
    known = _known(names)
    parts = [_sought(names, word, known) for word in words]
    asked = [one.asked for one in parts]
    best, bits = _best(parts, max(_LOOKED_AT, 10 * limit))
    if any(one.initial for one in asked):
        best, bits = _by_initials(names, best, bits, asked)
    people = _persons(names, _most_told(names, best, bits, limit), limit)
    if known.unnamed:
        people += _unnamed(names, parts, limit)
    return best_hits({one.id: one for one in people}.values(), asked, limit)


def words_asked(names: Directory, query: str) -> list[Asked]:
    """Return the words of a query with what each may mean in an archive."""
    known = _known(names)
    return [_sought(names, word, known).asked for word in asked_words(query)]


def _persons(names: Directory, mentions: Numbers, limit: int) -> list[Person]:
    """Fetch so many persons; of the mentions, the best come first."""
    enough = int(_FETCHED * limit) + 1
    people = names.persons_of(mentions[:enough].tolist())
    if len(people) >= limit or len(mentions) <= enough:
        return people
    return names.persons_of(mentions.tolist())  # one person bears most of them


def _by_initials(
    names: Directory, best: Numbers, bits: Bits, asked: Sequence[Asked]
) -> tuple[Numbers, Bits]:
    """Put the best in order by what their initials are worth when looked at one by one.

    To bear a word and another with an initial may be to bear one word: К. Кожушов.
    """
    some = best[:_LOOKED_AT]
    written = names.names_of(some.tolist())
    words = [one for one in asked if not one.initial]
    letters = [initials_of(one.word) for one in asked if one.initial]
    less = np.zeros(len(some), np.float32)
    for at, number in enumerate(some.tolist()):
        name = filed_words(written[number])
        rest = [w for w in name if not any(w in one.alike for one in words)]
        if not _follow(rest, letters):
            agree = all(any(w[0] in of for w in rest) for of in letters)
            less[at] = ORDERED if agree else -MISSING
    fewer = bits[:_LOOKED_AT] - less
    first = np.argsort(-fewer, kind="stable")
    return some[first], fewer[first]


def _most_told(names: Directory, best: Numbers, bits: Bits, limit: int) -> Numbers:
    """Put those first, of the many who agree equally well, of whom most is told."""
    enough = int(_FETCHED * limit) + 1
    if len(best) <= enough or bits[enough - 1] > bits[enough]:
        return best
    some = best[:_TOLD_OF]
    told = names.times_told(some.tolist())
    times = np.array([told.get(number, 1) for number in some.tolist()])
    return some[np.lexsort((-times, -bits[:_TOLD_OF]))]


def _follow(words: Sequence[str], letters: Sequence[frozenset[str]]) -> bool:
    """Tell whether words that follow each other begin with these letters."""
    last = len(words) - len(letters)
    return any(
        all(words[at + i][0] in some for i, some in enumerate(letters))
        for at in range(last + 1)
    )


def _unnamed(names: Directory, parts: Sequence[_Sought], limit: int) -> list[Person]:
    called = [names.labelled(one.words, 2 * limit) for one in parts]
    called.sort(key=len)  # the rarest first
    unnamed = islice(dict.fromkeys(chain.from_iterable(called)), 2 * limit)
    return names.persons(unnamed)


# --- what a word may mean -----------------------------------------------------


def _sought(names: Directory, word: str, known: _Known) -> _Sought:
    found = known.sought.get(word)
    if found is None:
        found = _bearing(names, word, known)
        known.held += found.size
        if known.held > _REMEMBERED:
            known.sought.clear()
            known.held = found.size
        known.sought[word] = found
    return found


def _bearing(names: Directory, word: str, known: _Known) -> _Sought:
    written = {number: (other, how) for number, other, how in words_meant(names, word)}
    mentions: dict[Likeness, list[Numbers]] = {}
    for number, some in names.bearers(list(written)):
        of = mentions.setdefault(written[number][1], [])
        of.append(np.frombuffer(some, "<u4"))
    groups, alike, bearers = list[_Group](), dict[str, Alike](), 0
    # Those whom no source names bear words that no mention has. In what letters a name
    # stands, and spelled how, says nothing of whose it is: its spellings are one.
    spelled = sum(len(m) for how in mentions if how <= _SPELLING for m in mentions[how])
    for how in sorted({how for _, how in written.values()}):
        who = Bearers(merged(mentions.get(how, [])))
        bearers += len(who)
        rare = max(bearers, spelled)
        bits = worth(how, rare, known.names)
        groups.append(_Group(bits, initial=False, bearers=who))
        alike |= {w: Alike(how, bits) for w, one in written.values() if one is how}
    if abbreviated(word) and len((initials := _initials(names, word, known)).bearers):
        bits = worth(Likeness.INITIAL, bearers + initials.uses, known.names)
        groups.append(_Group(bits, initial=True, bearers=initials.bearers))
        agreed = Alike(Likeness.INITIAL, bits)
        alike = dict.fromkeys(initials.words, agreed) | alike
    groups.sort(key=lambda group: group.bits)
    return _Sought(Asked(word, alike), tuple(written), tuple(groups))


def _initials(names: Directory, word: str, known: _Known) -> _Initials:
    """Return who has an initial for a word; of a letter, who has a word for it."""
    letters = initials_of(word)
    dotted = [f"{letter}." for letter in letters]
    asked = frozenset((*letters, *dotted) if len(word) == 1 else letters)
    if asked not in known.initials:
        words = {number: other for number, other, _ in names.words_written(asked)}
        some = [np.frombuffer(m, "<u4") for _, m in names.bearers(list(words))]
        # Any name with such a letter would agree, were it an initial there.
        uses = names.uses(dotted)
        found = _Initials(tuple(words.values()), Bearers(merged(some)), uses)
        known.initials[asked] = found
    return known.initials[asked]


# --- who bears them -----------------------------------------------------------


def _best(parts: Sequence[_Sought], wanted: int) -> tuple[Numbers, Bits]:
    """Return the mentions that agree best, the best first, and how well in bits.

    The words are taken in turn, the rarest first, until nobody who bears none of those
    taken can agree as well as the best: who lacks them lacks more words, or is weaker.
    """
    if len(parts) == 1:
        return _closest(parts[0], wanted)
    order = sorted(parts, key=lambda one: one.size)
    some, bits = np.empty(0, np.uint32), np.empty(0, np.float32)
    missing = np.empty(0, np.int16)
    for taken, one in enumerate(order):
        rest = sum(other.best for other in order[taken:]) + MISSING * taken
        if len(some) and _settled(order[taken:], rest, bits, missing, taken):
            break
        if one.groups:
            some = merged([some, one.everyone()])
            bits, missing = _counted(some, parts)
    if not len(some):
        return some, bits
    few = missing <= missing[int(np.argmax(bits))]
    some, bits = some[few & np.isfinite(bits)], bits[few & np.isfinite(bits)]
    if len(some) > wanted:
        least = np.partition(bits, -wanted)[-wanted]
        better, equal = np.flatnonzero(bits > least), np.flatnonzero(bits == least)
        kept = np.concatenate([better, equal[: wanted - len(better)]])
        some, bits = some[kept], bits[kept]
    order_of_bits = np.argsort(-bits, kind="stable")
    return some[order_of_bits], bits[order_of_bits]


def _settled(
    others: Sequence[_Sought],
    rest: float,
    bits: Bits,
    missing: NDArray[np.int16],
    taken: int,
) -> bool:
    """Tell whether those who bear none of the words taken need not be looked at."""
    top = int(np.argmax(bits))
    if all(group.initial for other in others for group in other.groups):
        return True
    return rest < bits[top] - FAINT or bool(missing[top] < taken and bits[top] >= rest)


def _closest(one: _Sought, wanted: int) -> tuple[Numbers, Bits]:
    """Return those who bear the only word asked for, the closest words first."""
    groups = [group for group in reversed(one.groups) if not group.initial]
    found = [group.bearers.mentions[:wanted] for group in groups]
    bits = [np.full(len(f), g.bits) for f, g in zip(found, groups, strict=True)]
    together = np.concatenate([*found, np.empty(0, np.uint32)])
    _, first = np.unique(together, return_index=True)
    kept = np.sort(first)[:wanted]
    return together[kept], np.concatenate([*bits, np.empty(0)])[kept].astype("f4")


def _counted(some: Numbers, parts: Sequence[_Sought]) -> tuple[Bits, NDArray[np.int16]]:
    """Return, for mentions, what all that agrees is worth, and how many words do not.

    Where nothing but initials agrees it is worth less than anything.
    """
    total, missing = np.zeros(len(some), np.float32), np.zeros(len(some), np.int16)
    certain = np.zeros(len(some), bool)
    for one in parts:
        bits = np.full(len(some), MISSING, np.float32)
        absent = np.ones(len(some), bool)
        for group in one.groups:  # the best is written last
            borne = group.bearers.among(some)
            bits[borne] = group.bits
            absent &= ~borne
            if not group.initial:
                certain |= borne
        total += bits
        missing += absent
    total[~certain] = -np.inf
    return total, missing
