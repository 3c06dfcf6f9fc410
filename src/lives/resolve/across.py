"""Who is who across documents and lists: by names first, and by what else is told.

Two persons of one prose document are never compared: its reader has kept them apart
and saw more than a name. Two rows of one list are usually two people, so they are
joined only if everything that lists tell agrees to the day.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lives.model.ids import CaptureId
from lives.model.judgement import CHANCE, Judgement, Verdict, Weight, probability
from lives.reading.names import Agreement, Grade
from lives.resolve.bearers import Bearers
from lives.resolve.block import affordable, blocks, surname_keys
from lives.resolve.compare import (
    SAME_FROM_BITS,
    Reason,
    ambiguous,
    names_agreement,
    weigh,
)
from lives.resolve.known import contradict, patronymics_agree
from lives.resolve.profile import Profile
from lives.resolve.union import Union
from lives.resolve.within import pair

JUDGE = "names/1"

# How many open questions about one profile are worth a person's time.
_MOST_UNSURE = 20
_PAIR = 2

Met = dict[tuple[int, int], Agreement]
Fits = dict[tuple[int, CaptureId], list[int]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two profiles by position, with what speaks for one person and what against."""

    one: int
    two: int
    reasons: tuple[Reason, ...]

    @property
    def bits(self) -> float:
        """Add the reasons up."""
        return sum(reason.bits for reason in self.reasons)


def by_names(
    profiles: Sequence[Profile],
) -> tuple[list[Judgement], Union[int], list[str]]:
    """Judge profiles whose names agree.

    The best founded pairs are joined first, so that a name is held to fit several
    people of a document only when these have not turned out to be one.

    Args:
        profiles: In the order of the archive.

    Returns:
        Judgements, same or unsure; the profiles so joined, by position; and notices
        of what was not compared or not recorded.
    """
    met, notices = _met(profiles)
    weighed = sorted(_weighed(profiles, met), key=lambda w: (-w.bits, w.one, w.two))
    joining = _Joining(profiles, met)
    found: list[tuple[Weighed, bool, str]] = []
    for pairing in map(joining.with_rivals, weighed):
        same = _suffices(pairing, profiles, met)
        found.append((pairing, same, joining.join(pairing) if same else ""))
    told: list[Judgement] = []
    doubtful: Counter[int] = Counter()
    left_out = 0
    for pairing, same, against in found:
        if not same or against:
            if joining.one_person(pairing):
                continue  # settled by way of others
            doubtful.update((pairing.one, pairing.two))
            if max(doubtful[pairing.one], doubtful[pairing.two]) > _MOST_UNSURE:
                left_out += 1
                continue
        told.append(_judgement(pairing, profiles, same=same, against=against))
    if left_out:
        notices.append(
            f"{left_out} doubtful pairs of like names are not recorded for review: "
            f"their people have {_MOST_UNSURE} each already"
        )
    return told, joining.union, notices


def _met(
    profiles: Sequence[Profile],
) -> tuple[Met, list[str]]:
    """Bring together what shares a key and whose names agree."""
    met: Met = {}
    notices: list[str] = []
    for block in blocks(profiles).values():
        parts, notice = affordable(block, profiles)
        if notice:
            notices.append(notice)
        for part in parts:
            for couple in part.pairs():
                one, two = min(couple), max(couple)
                if one != two and (one, two) not in met:
                    found = _names(profiles[one], profiles[two])
                    if found is not None:
                        met[one, two] = found
    return met, list(dict.fromkeys(notices))  # a name may stand under two keys


def _names(one: Profile, two: Profile) -> Agreement | None:
    if one.capture == two.capture and not one.listed:
        return None
    simple = len(one.names) == len(two.names) == 1
    if simple and not patronymics_agree(one.names[0], two.names[0]):
        return None  # what most namesakes of a list come to, told without comparing
    found = names_agreement(one, two)
    if found is None or found.verdict is Grade.SURNAME:
        return None
    both = one.name.patronymic and two.name.patronymic
    if found.verdict is Grade.GIVEN and not both:
        return None
    return found


def _weighed(profiles: Sequence[Profile], met: Met) -> Iterator[Weighed]:
    bearers = Bearers(profiles)
    for (one, two), names in met.items():
        reasons = weigh(profiles[one], profiles[two], names, bearers)
        yield Weighed(one, two, tuple(reasons))


def _suffices(pairing: Weighed, profiles: Sequence[Profile], met: Met) -> bool:
    ours, theirs = profiles[pairing.one], profiles[pairing.two]
    if ours.capture == theirs.capture and ours.row and theirs.row:
        full = met[pairing.one, pairing.two].verdict is Grade.FULL
        return full and _all_agrees(pairing.reasons)
    return pairing.bits >= SAME_FROM_BITS


def _all_agrees(reasons: Iterable[Reason]) -> bool:
    """Tell whether two rows of a list agree in a day of birth and differ in nothing."""
    told = list(reasons)
    born = any(r.because.startswith("same day of birth") for r in told)
    return born and not any("differ" in r.because for r in told)


class _Joining:
    """Profiles as they are joined, one pair after the other."""

    def __init__(self, profiles: Sequence[Profile], met: Met) -> None:
        self.union = Union(range(len(profiles)))
        self._profiles = profiles
        self._called = {i: set(p.names) for i, p in enumerate(profiles)}
        self._fits: Fits = {}
        for one, two in met:
            if profiles[one].capture != profiles[two].capture:
                for i, j in ((one, two), (two, one)):
                    self._fits.setdefault((i, profiles[j].capture), []).append(j)

    def with_rivals(self, pairing: Weighed) -> Weighed:
        """Add what weakens a pair: a name that fits others of the same document."""
        rivals = max(
            self._rivals(pairing.one, pairing.two),
            self._rivals(pairing.two, pairing.one),
        )
        if not rivals:
            return pairing
        return replace(pairing, reasons=(*pairing.reasons, ambiguous(rivals)))

    def _rivals(self, one: int, two: int) -> int:
        """Count the others of the second's document and surname whom the first fits."""
        fitting = self._fits.get((one, self._profiles[two].capture), ())
        if len(fitting) < _PAIR:
            return 0
        keys = set(surname_keys(self._profiles[two].name.core))
        others = {
            self.union.find(other)
            for other in fitting
            if keys & set(surname_keys(self._profiles[other].name.core))
        }
        return len(others - {self.union.find(two)})

    def one_person(self, pairing: Weighed) -> bool:
        """Tell whether two profiles have come together, if only by way of others."""
        return self.union.find(pairing.one) == self.union.find(pairing.two)

    def join(self, pairing: Weighed) -> str:
        """Join two profiles; or say whose other names contradict one another."""
        one, two = self.union.find(pairing.one), self.union.find(pairing.two)
        if one == two:
            return ""
        ours, theirs = self._called[one], self._called[two]
        for name in sorted(ours):
            for other in sorted(theirs):
                borne = {name, other} <= ours or {name, other} <= theirs  # a list says
                if contradict(name, other) and not borne:
                    return f"it would make {name} and {other} one person"
        self.union.join(one, two)
        called = self._called.pop(one) | self._called.pop(two)
        self._called[self.union.find(one)] = called
        return ""


def _judgement(
    pairing: Weighed, profiles: Sequence[Profile], *, same: bool, against: str
) -> Judgement:
    told = [reason.because for reason in pairing.reasons]
    if against:
        told.append(f"but {against}")
    judged = pair(
        profiles[pairing.one].mention,
        profiles[pairing.two].mention,
        Verdict.SAME if same and not against else Verdict.UNSURE,
        "; ".join(told),
        by=JUDGE,
        probability=estimated(pairing.bits),
    )
    return replace(judged, weights=_weights(pairing.reasons))


# What must be made up for before two of like name are likelier one than two.
_CHANCE_BITS = 1 - SAME_FROM_BITS


def estimated(bits: float) -> float:
    """Turn the bits of reasons into a probability.

    >>> estimated(SAME_FROM_BITS)
    0.667
    """
    return round(probability(_CHANCE_BITS + bits), 3)


def _weights(reasons: Iterable[Reason]) -> tuple[Weight, ...]:
    chance = Weight(CHANCE, _CHANCE_BITS, "two mentions are seldom of one person")
    told = (Weight(r.matter, r.bits, r.because) for r in reasons if r.bits)
    return (chance, *told)
