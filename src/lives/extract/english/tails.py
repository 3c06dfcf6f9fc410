"""What follows a verb, and what dates it: object, phrases, dates, the clause's end."""

from dataclasses import dataclass

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Phrase
from lives.extract.english.frames import frames
from lives.extract.english.layout import SKIPPED, Layout

_FRONT = frozenset((Tag.COMMA, Tag.ADVERB, Tag.PREP, Tag.NOUN, Tag.DATE))
_GOVERNED = frozenset((Tag.NOUN, Tag.DATE, Tag.VERB))
# "until his arrest in 1936" has a year of its own, "born in exile in 1936" has none.
_BY_A_DEED = frozenset(("until", "till", "before", "after", "since", "following"))
_LIGHT = frozenset((Tag.ADVERB, Tag.PREP, Tag.DATE))


@dataclass
class Tail:
    """What belongs to a verb after it. The fields are those of `Clause`."""

    object: int = -1
    phrases: tuple[Phrase, ...] = ()
    dates: tuple[int, ...] = ()
    last: int = 0


def tail(layout: Layout, at: int) -> Tail:
    """Walk from a verb group to the end of its clause."""
    found = Tail()
    i = at + 1
    while i < len(layout.chunks):
        step = 0 if layout.opens_clause(i) else _step(layout, i, found)
        if step == 0:
            break
        i += step
        if found.phrases and layout.chunks[found.phrases[-1].at].verb is not None:
            i -= 2  # a gerund opens a clause of its own
            break
    found.last = min(i, len(layout.chunks))
    return found


def _step(layout: Layout, i: int, found: Tail) -> int:
    """Take in the chunk at ``i``; return how many chunks that was, 0 to stop."""
    tag = layout.tag(i)
    if tag is Tag.PREP and layout.tag(i + 1) in _GOVERNED:
        found.phrases = (*found.phrases, Phrase(layout.word(i), i + 1))
        if layout.tag(i + 1) is Tag.DATE and not _dates_noun(layout, i, found):
            found.dates = (*found.dates, i + 1)
        return 2
    if tag is Tag.DATE:
        found.dates = (*found.dates, i)
        return 1
    if tag is Tag.NOUN and found.object < 0 and not found.phrases:
        found.object = i
        return 1
    if tag in SKIPPED or tag is Tag.PREP:
        return 1
    if tag is Tag.OPEN:
        return layout.closing(i) + 1 - i
    return _over(layout, i)


def _dates_noun(layout: Layout, preposition: int, found: Tail) -> bool:
    """Tell "until his arrest on 3 May": the date is the arrest's, not the clause's."""
    before = preposition - 1
    hangs = layout.word(before - 1) in _BY_A_DEED and before != found.object
    return hangs and layout.word(before) in frames().by_noun


def _over(layout: Layout, i: int) -> int:
    """Return the step over a comma or "and" that leaves the clause open."""
    tag, after = layout.tag(i), layout.tag(i + 1)
    if tag is Tag.COMMA and _lies_in(layout, i + 1):
        return 2
    if tag in {Tag.COMMA, Tag.AND} and after in {Tag.PREP, Tag.DATE}:
        return 1
    if tag is not Tag.AND or after is not Tag.NOUN:
        return 0
    beyond = i + 2
    while layout.tag(beyond) in _LIGHT:
        beyond += 1
    return 0 if layout.tag(beyond) is Tag.VERB else 2


def _lies_in(layout: Layout, at: int) -> bool:
    """Tell "in Orlovo, Tambov province, in 1890": the date is still the clause's."""
    if layout.tag(at) is not Tag.NOUN or layout.chunks[at].people:
        return False
    placed = layout.tag(at - 2) is Tag.NOUN and layout.tag(at - 3) is Tag.PREP
    dated = Tag.DATE in {layout.tag(at + 2), layout.tag(at + 3)}
    light = {layout.tag(at + 1), layout.tag(at + 2)} <= {Tag.COMMA, Tag.PREP, Tag.DATE}
    return placed and light and dated and layout.tag(at + 1) is Tag.COMMA


def leading_dates(
    layout: Layout, at: int, head: int, *, shared: bool
) -> tuple[int, ...]:
    """Return the date that opens the sentence, or stands before the verb."""
    found: list[int] = []
    i = at - 1
    while i > head >= 0 and layout.chunks[i].verb is None:
        if shared and layout.tag(i) in {Tag.AND, Tag.COMMA}:
            break  # "was arrested in 1937 and shot": the year is the arrest's
        if layout.tag(i) is Tag.CLOSE:  # "X (1886-1937) was": not when he was it
            i = layout.opening(i)
        elif layout.tag(i) is Tag.COMMA and layout.comma_before(i) > head:
            i = layout.comma_before(i)  # "X, freed in 1955, wrote": freed, not wrote
        elif layout.tag(i) is Tag.DATE:
            found.insert(0, i)
        i -= 1
    relative = layout.tag(layout.before(at)) is Tag.REL
    if relative or (found and not shared):
        return tuple(found)  # "In 1964 X, who was ...": the year is another clause's
    front = _front_date(layout, layout.listed(head) if head >= 0 else at)
    found = [*front, *found]
    return tuple(found) or _opening_date(layout, head)


def _front_date(layout: Layout, subject: int) -> tuple[int, ...]:
    """Return the date in what stands before the subject, if no verb has it."""
    i = subject - 1
    found = -1
    while i >= 0 and layout.tag(i) in _FRONT:
        if layout.tag(i) is Tag.DATE and found < 0:
            found = i
        i -= 1
    taken = layout.tag(i) is Tag.VERB  # "Born in 1890, X ...": it dates the birth
    return () if found < 0 or taken else (found,)


def _opening_date(layout: Layout, head: int) -> tuple[int, ...]:
    """Return the date of "On 3 May, when all was quiet, X was arrested"."""
    first = next((i for i in (0, 1, 2) if layout.tag(i) is Tag.DATE), -1)
    if first < 0 or head < 0 or layout.tag(first + 1) is not Tag.COMMA:
        return ()
    closing = layout.listed(head) - 1
    between = layout.tag(closing) is Tag.COMMA and layout.comma_before(closing)
    return (first,) if between == first + 1 else ()


def cleft_dates(layout: Layout, governor: int, clause: int) -> tuple[int, ...]:
    """Return the date that "it was in 1937 that" puts before its clause."""
    verb = layout.chunks[governor].verb if governor > 0 else None
    if verb is None or verb.lemma != "be" or layout.word(governor - 1) != "it":
        return ()
    between = range(governor + 1, clause)
    return tuple(at for at in between if layout.tag(at) is Tag.DATE)
