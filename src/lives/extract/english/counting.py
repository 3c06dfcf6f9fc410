"""What a sentence counts: numbers with the people they are told of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lives.extract.english.countable import countable
from lives.extract.english.crowds import crowds, head_of, is_people
from lives.extract.english.lexicon import verb_form
from lives.extract.english.lexicon import words as lexicon
from lives.extract.english.prose import Token
from lives.reading.numbers import NumberFound

_OUT_OF = re.compile(
    r"(?:\b(?:out\s+of|from\s+among|of|from|in|with|among)\s+)?"
    r"(?:\b(?:a|the|an?\s+overall)\s+(?:grand\s+)?total\s+(?:number\s+)?of\s+)?"
    r"(?:\b(?:the|its|their|these|those|all|his|our)\s+)?$",
    re.IGNORECASE,
)
_OF_TOTAL = re.compile(
    r"\s*(?:,?\s*out)?\s+of\s+(?:(?:the|its|their|these|those|a\s+total\s+of|an?|all)\s+)*",
    re.IGNORECASE,
)
_WHOM = r"(?:of\s+(?:whom|them|these)|among\s+them)\b"
_OF_WHOM = re.compile(rf"\s*{_WHOM}")
_WHOM_BEFORE = re.compile(rf"\b{_WHOM},?\s+(?:only|just|a\s+mere)?\s*$")
_JUST_BEFORE = re.compile(r"\s*[,;(–—-]?\s*(?:and|but)?\s*(?:only|just)?\s*")
_BRACKET_SHARE = re.compile(
    r"\s*[(,–—-]\s*(?:or\s+|i\.e\.\s+)?(?:about\s+|some\s+|almost\s+)?"
    r"(?P<share>\d+(?:[.,]\d+)?)\s?(?:%|per\s?cent)(?P<close>\))?"
)
_BRACKET_COUNT = re.compile(
    r"\s*\((?P<count>[\d,]+)\s+(?:out\s+)?of\s+(?P<total>[\d,]+)\)", re.IGNORECASE
)
_ALL = re.compile(r"\ball\b", re.IGNORECASE)
_OUT = frozenset(("of", "out"))
_OF = frozenset(("of", "in", "for"))
_SHARED = frozenset(("of", "the", "all"))
_DEFINITE = frozenset(("the", "these", "those", "all"))
_VERBS = frozenset(("were", "was", "are", "is", "had", "have", "has", "and"))
_MANY = 10  # below, a number tells of persons rather than of a group
_PREDICATE_WORDS = 10  # words after a number within which its verb stands
_NEAR = 4  # the same for brothers and children
_OPENING = 60  # code points that "out of a grand total number of the" may take
_APART = 300  # code points between a total and its part, at most
_SHARE_WORDS = 12  # words after "46% of the" within which its people are named


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the people it tells of.

    Attributes:
        start: First code point of the words that give it, "about" included.
        noun: One past the last code point of the people counted.
        count: How many; None if not told.
        total: Out of how many; None if not told.
        percent: What share; None if not told.
        group: The population, in the sentence's words.
        approx: The words say that it is not exact.
    """

    start: int
    noun: int
    count: int | None = None
    total: int | None = None
    percent: float | None = None
    group: str = ""
    approx: bool = False


class Counting:
    """One sentence, read for what it counts."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.start, self.end = tokens[0].start, tokens[-1].end
        self._starts = [token.start for token in tokens]
        self._people = any(is_people(token) for token in tokens)
        self.numbers = countable(text, tokens)

    def counted(self) -> Iterator[Counted]:
        """Yield what is counted, from left to right."""
        at = 0
        while at < len(self.numbers):
            number = self.numbers[at]
            if number.percent:
                found, used = self._share(number), 1
            else:
                found, used = self._of_total(at)
                if found is None:
                    found, used = self._plain(number), 1
            if found is not None:
                yield found
            at += used

    def token_at(self, position: int) -> int:
        """Return the first token that begins at a place or after it."""
        return bisect_left(self._starts, position)

    def _after(self, number: NumberFound) -> Token | None:
        at = self.token_at(number.end)
        return self.tokens[at] if at < len(self.tokens) else None

    # --- shares ---------------------------------------------------------------

    def _share(self, number: NumberFound) -> Counted | None:
        at = self.token_at(number.end)
        noun = self._of_people(at) or self._head(at)
        if noun is not None:
            stop, group = self.tokens[noun].end, self._group(at, noun)
        elif self._predicate(at):
            stop, group = number.end, self._before(at)
        else:
            return None
        found = Counted(
            number.lead,
            stop,
            percent=float(number.value),
            group=group,
            approx=bool(number.approx),
        )
        both = _BRACKET_COUNT.match(self.text, number.end, self.end)
        if both:
            count, total = (int(both[k].replace(",", "")) for k in ("count", "total"))
            return replace(
                found, count=count, total=total, noun=max(found.noun, both.end())
            )
        return found

    def _of_people(self, at: int) -> int | None:
        """Find whom "46% of the dismissed ..." is a share of."""
        words = crowds()
        if at >= len(self.tokens) or self.tokens[at].lower not in _SHARED:
            return None
        for i in range(at + 1, min(len(self.tokens), at + _SHARE_WORDS)):
            token = self.tokens[i]
            if is_people(token) or token.lower in words.bodies:
                return i
            definite = self.tokens[i - 1].lower in _DEFINITE
            if token.lower in words.substantives and definite:
                return i
            mark = not token.word and token.text != "-" and not token.text[0].isdigit()
            if mark or self._ends_group(token):
                return None
        return None

    def _predicate(self, at: int) -> bool:
        """Tell whether "60% were under 40" or "20% under 30" is said of people."""
        words = crowds()
        for i, token in enumerate(self.tokens[at : at + 6], start=at + 1):
            aged = i < len(self.tokens) and self.tokens[i].text[0].isdigit()
            if token.lower in words.happenings or (token.lower in words.ages and aged):
                return self._people
            if not token.word or token.lower not in words.onward:
                return False
        return False

    def _before(self, at: int) -> str:
        """Return the people last named before a share that names none."""
        for i in range(at - 1, -1, -1):
            if is_people(self.tokens[i]):
                return self._group(i, i)
        return ""

    # --- numbers out of numbers -----------------------------------------------

    def _of_total(self, at: int) -> tuple[Counted | None, int]:
        """Read "90 of the 120 members" and "out of 52 delegates, 31 fled"."""
        one = self.numbers[at]
        for used in range(1, min(4, len(self.numbers) - at)):
            two = self.numbers[at + used]
            if two.percent:
                continue
            if used == 1 and (found := self._count_first(one, two)):
                return found, 2
            if found := self._total_first(one, two):
                return found, used + 1
        return None, 1

    def _count_first(self, one: NumberFound, two: NumberFound) -> Counted | None:
        at = self.token_at(one.end)
        joined = at < len(self.tokens) and self.tokens[at].lower in _OUT
        noun = None if joined else self._head(at)
        end = self.tokens[noun].end if noun is not None else one.end
        between = _OF_TOTAL.match(self.text, end, two.start + 1)
        if between is None or between.end() not in {two.lead, two.start}:
            return None
        if one.value == 1 or not self._fits(one, two):
            return None
        after = self._head(self.token_at(two.end))
        told = after if after is not None else noun
        if told is None and (
            self._counts_things(two) or not (self._people or self._happens(two))
        ):
            return None
        group = self._group(self.token_at(two.end), after) if after is not None else ""
        if told is not None and not group:
            group = self.tokens[told].text
        stop = max(two.end, self.tokens[told].end if told is not None else 0)
        share = _BRACKET_SHARE.match(self.text, stop, self.end)
        found = self._pair(one, two, one.lead, stop, group)
        if share:
            percent = float(share["share"].replace(",", "."))
            found = replace(found, percent=percent, noun=share.end())
        return found

    def _total_first(self, one: NumberFound, two: NumberFound) -> Counted | None:
        low = max(self.start, one.lead - _OPENING)
        opening = _OUT_OF.search(self.text[low : one.lead])
        led = opening is not None and re.match(
            r"(?:out\s+of|of|from\s+among)\b|in\s+(?:a|the)\s+total",
            opening.group(),
            re.IGNORECASE,
        )
        noun = self._head(self.token_at(one.end)) or self._case(self.token_at(one.end))
        apart = two.start - one.end > _APART
        if noun is None or apart or not self._fits(two, one):
            return None
        between = self.text[self.tokens[noun].end : two.lead]
        whom = _WHOM_BEFORE.search(between) or (
            _JUST_BEFORE.fullmatch(between) and _OF_WHOM.match(self.text, two.end)
        )
        starts = low + opening.start() if opening and led else one.lead
        clause = starts == self.start or self.text[starts - 2 : starts - 1] in ',;:“"'
        if not whom and not (led and clause):
            return None
        if re.search(r"[;:]", between) or self._counts_things(two):
            return None
        told = self._head(self.token_at(two.end))
        stop = self.tokens[told].end if told is not None else two.end
        group = self._group(self.token_at(one.end), noun)
        return self._pair(two, one, starts, stop, group)

    def _counts_things(self, number: NumberFound) -> bool:
        """Tell whether a number counts something other than people."""
        after = self._after(number)
        if after is None or not after.word or self._head(self.token_at(number.end)):
            return False
        words = crowds()
        known = words.onward | words.happenings | words.voices | words.inner
        return after.lower not in known and not self._happens(number)

    def _fits(self, count: NumberFound, total: NumberFound) -> bool:
        return (
            not count.percent
            and not total.percent
            and count.value <= total.value
            and total.value > 1
        )

    def _pair(
        self, count: NumberFound, total: NumberFound, start: int, stop: int, group: str
    ) -> Counted:
        return Counted(
            start,
            stop,
            count=int(count.value),
            total=int(total.value),
            group=group,
            approx=bool(count.approx or total.approx),
        )

    # --- plain numbers --------------------------------------------------------

    def _plain(self, number: NumberFound) -> Counted | None:
        at = self.token_at(number.end)
        noun = self._head(at)
        if noun is None:
            return self._bare(number, at)
        happens = self._happens(number)
        lower = self.tokens[noun].lower
        if number.value < _MANY and not happens:
            return None
        family = lower in crowds().trivial and number.value < 2 * _MANY
        if family and not self._happens(number, within=_NEAR):
            return None
        value = int(number.value)
        every = _ALL.search(number.approx) is not None
        return Counted(
            number.lead,
            self.tokens[noun].end,
            count=None if every else value,
            total=value if every else None,
            group=self._group(at, noun),
            approx=bool(number.approx),
        )

    def _bare(self, number: NumberFound, at: int) -> Counted | None:
        """Read a number without a noun: "200 were shot", "a crowd of 5,000"."""
        words = crowds()
        value, approx = int(number.value), bool(number.approx)
        if at < len(self.tokens):
            first = self.tokens[at]
            of = first.lower in {"of", "more", "others"}
            if first.lower in words.substantives & words.happenings | {"dead"}:
                return Counted(
                    number.lead, first.end, value, group=first.text, approx=approx
                )
            verb = first.lower in {
                "were",
                "was",
                "had",
                "have",
                "are",
                "of",
                "more",
                "others",
            }
            if verb and not of and self._happens(number):
                return Counted(number.lead, number.end, value, approx=approx)
        here = self.token_at(number.lead)
        before = self.tokens[max(0, here - 6) : here]
        if len(before) > 1 and before[-1].lower in {"of", "to", "at"}:
            near = [token.lower for token in before[-6:-1]]
            whole = [w for w in near if w in words.bodies]
            direct = before[-1].lower == "of" and near[-1] in words.bodies
            grows = near[0:] and {"membership", "population", "workforce"} & set(near)
            if (direct or (grows and before[-1].lower != "of")) and value >= _MANY:
                start = next(t.start for t in before[-6:] if t.lower == whole[-1])
                return Counted(start, number.end, value, group=whole[-1], approx=approx)
        return None

    # --- parts ----------------------------------------------------------------

    def _head(self, at: int) -> int | None:
        return head_of(self.tokens, at)

    def _case(self, at: int) -> int | None:
        """Find "cases", which are people where people are spoken of."""
        if at < len(self.tokens) and self.tokens[at].lower in crowds().cases:
            return at if self._people else None
        return None

    def _happens(self, number: NumberFound, within: int = _PREDICATE_WORDS) -> bool:
        """Tell whether the clause after a number says what happens to people."""
        at = self.token_at(number.end)
        for token in self.tokens[at : at + within]:
            if token.text in {",", ";", ":", ".", "("}:
                return False
            if token.lower in crowds().happenings:
                return True
        return False

    def _group(self, at: int, noun: int) -> str:
        """Return the population: its noun, and what is said of it with "of"."""
        first, last = at, noun
        while first < noun and self.tokens[first].lower in _SHARED | _DEFINITE:
            first += 1
        after = self.tokens[noun + 1 : noun + 9]
        if after and after[0].lower in _OF:
            for i, token in enumerate(after, start=noun + 1):
                if self._ends_group(token):
                    break
                last = i
        while last > noun and self.tokens[last].lower in _OF | _DEFINITE:
            last -= 1
        words = self.text[self.tokens[first].start : self.tokens[last].end]
        return " ".join(words.split())

    def _ends_group(self, token: Token) -> bool:
        words = crowds()
        form = verb_form(token.lower)
        verb = form is not None and form.past
        mark = not token.word and not token.text[0].isdigit()
        joint = token.lower in words.boundaries | words.happenings | _VERBS
        return mark or verb or joint or (_leads_off(token) and token.lower not in _OF)


def _leads_off(token: Token) -> bool:
    return token.lower in lexicon()["prepositions"] and token.lower != "of"
