"""Who is who across documents and lists: by names first, and by what else is told.

Two persons of one prose document are never compared: its reader has kept them apart
and saw more than a name. Two rows of one list are usually two people, so they are
joined only if everything that lists tell agrees to the day.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lives.model.judgement import Judgement, Verdict
from lives.reading.names import Agreement, Grade
from lives.resolve.block import affordable, blocks, given_keys, surname_keys
from lives.resolve.compare import SAME_FROM_BITS, Reason, names_agreement, weigh
from lives.resolve.known import compared, parsed, patronymic_stem
from lives.resolve.profile import Profile
from lives.resolve.union import Union
from lives.resolve.within import pair

JUDGE = "names/1"

# How many open questions about one profile are worth a person's time.
_MOST_UNSURE = 20


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two profiles by position, with what speaks for one person and what against."""

    one: int
    two: int
    reasons: tuple[Reason, ...]
    same: bool

    @property
    def bits(self) -> float:
        """Add the reasons up."""
        return sum(reason.bits for reason in self.reasons)


def by_names(
    profiles: Sequence[Profile],
) -> tuple[list[Judgement], Union[int], list[str]]:
    """Judge profiles whose names agree.

    Args:
        profiles: In the order of the archive.

    Returns:
        Judgements, same or unsure; the profiles so joined, by position; and notices
        of what was not compared or not recorded.
    """
    met, notices = _met(profiles)
    weighed = sorted(_weighed(profiles, met), key=lambda w: (-w.bits, w.one, w.two))
    union = Union(range(len(profiles)))
    called: dict[int, set[str]] = {i: set(p.names) for i, p in enumerate(profiles)}
    found: list[Judgement] = []
    open_questions: Counter[int] = Counter()
    left_out = 0
    for pairing in weighed:
        against = _join(pairing, union, called) if pairing.same else ""
        if not pairing.same or against:
            open_questions.update((pairing.one, pairing.two))
            most = max(open_questions[pairing.one], open_questions[pairing.two])
            if most > _MOST_UNSURE:
                left_out += 1
                continue
        found.append(_judgement(pairing, profiles, against))
    if left_out:
        notices.append(
            f"{left_out} doubtful pairs of like names are not recorded for review: "
            f"their people have {_MOST_UNSURE} each already"
        )
    return found, union, notices


def _met(
    profiles: Sequence[Profile],
) -> tuple[dict[tuple[int, int], Agreement], list[str]]:
    """Bring together what shares a key and whose names agree."""
    met: dict[tuple[int, int], Agreement] = {}
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
    stems = {patronymic_stem(p.names[0]) for p in (one, two)}
    if len(stems - {""}) > 1 and len(one.names) == len(two.names) == 1:
        return None  # what most namesakes of a list come to, told without comparing
    found = names_agreement(one, two)
    if found is None or not found.agrees or found.verdict is Grade.SURNAME:
        return None
    both = one.name.patronymic and two.name.patronymic
    if found.verdict is Grade.GIVEN and not both:
        return None
    return found


def _weighed(
    profiles: Sequence[Profile], met: dict[tuple[int, int], Agreement]
) -> Iterator[Weighed]:
    bearers = _bearers(profiles)
    fits: Counter[tuple[int, str]] = Counter()
    for one, two in met:
        if profiles[one].capture != profiles[two].capture:
            fits[one, profiles[two].capture] += 1
            fits[two, profiles[one].capture] += 1
    for (one, two), names in met.items():
        ours, theirs = profiles[one], profiles[two]
        most = max(fits[one, theirs.capture], fits[two, ours.capture])
        known = _known_as(ours, theirs, bearers)
        reasons = weigh(ours, theirs, names, bearers=known, rivals=max(0, most - 1))
        same = sum(reason.bits for reason in reasons) >= SAME_FROM_BITS
        if ours.capture == theirs.capture and ours.row and theirs.row:
            same = names.verdict is Grade.FULL and _all_agrees(reasons)
        yield Weighed(one, two, tuple(reasons), same)


def _all_agrees(reasons: Iterable[Reason]) -> bool:
    """Tell whether two rows of a list agree in a day of birth and differ in nothing."""
    told = list(reasons)
    born = any(r.because.startswith("same day of birth") for r in told)
    return born and not any("differ" in r.because for r in told)


def _bearers(profiles: Sequence[Profile]) -> Counter[str]:
    """Count, for each key of a surname, the people who can be told apart.

    Given names tell people apart, and so do the rows of one list. First names with a
    patronymic are counted by the surnames they come with.
    """
    forms: dict[str, list[set[str]]] = {}
    rows: Counter[tuple[str, str]] = Counter()
    for profile in profiles:
        name = profile.name
        for key in surname_keys(name.core) if name.core else ():
            if name.given:
                _tell_apart(forms.setdefault(key, []), given_keys(name.given[0]))
            if profile.row:
                rows[key, profile.capture] += 1
        if name.given and name.patronymic and name.core:
            known = forms.setdefault(_first_names(profile), [])
            _tell_apart(known, surname_keys(name.core))
    found = Counter({key: len(given) for key, given in forms.items()})
    for (key, _), count in rows.items():
        found[key] = max(found[key], count)
    return found


def _tell_apart(known: list[set[str]], keys: Iterable[str]) -> None:
    """Add a form of a name to those known; forms that share a key are one."""
    form = set(keys)
    for other in [other for other in known if other & form]:
        known.remove(other)
        form |= other
    known.append(form)


def _first_names(profile: Profile) -> str:
    name = profile.name
    return f"{given_keys(name.given[0])[0]} {patronymic_stem(profile.names[0])}"


def _known_as(one: Profile, two: Profile, bearers: Counter[str]) -> int:
    if not (one.name.core and two.name.core):
        return max(1, bearers[_first_names(one)], bearers[_first_names(two)])
    shared = set(surname_keys(one.name.core)) & set(surname_keys(two.name.core))
    return max((bearers[key] for key in shared), default=1) or 1


def _join(pairing: Weighed, union: Union[int], called: dict[int, set[str]]) -> str:
    """Join two profiles; or say whose names their people's other names contradict."""
    one, two = union.find(pairing.one), union.find(pairing.two)
    if one == two:
        return ""
    for name in sorted(called[one]):
        for other in sorted(called[two]):
            found = compared(name, other)
            told = parsed(name).surname and parsed(other).surname
            if told and not found.agrees and found.verdict not in _UNCOMPARED:
                return f"it would make {name} and {other} one person"
    union.join(one, two)
    called[union.find(one)] = called.pop(one) | called.pop(two)
    return ""


_UNCOMPARED = frozenset({Grade.SURNAME_DIFFERS, Grade.NOTHING})


def _judgement(
    pairing: Weighed, profiles: Sequence[Profile], against: str
) -> Judgement:
    told = [reason.because for reason in pairing.reasons]
    if against:
        told.append(f"but {against}")
    same = pairing.same and not against
    return pair(
        profiles[pairing.one].mention,
        profiles[pairing.two].mention,
        Verdict.SAME if same else Verdict.UNSURE,
        "; ".join(told),
        by=JUDGE,
        score=score(pairing.bits),
    )


def score(bits: float) -> float:
    """Turn bits into a strength from 0 to 1.

    >>> score(SAME_FROM_BITS)
    0.667
    """
    return round(1 / (1 + 2 ** (SAME_FROM_BITS - 1 - bits)), 3)
