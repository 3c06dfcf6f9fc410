"""Where persons are named: what the network sees, mended by rules.

The network takes titles, brackets and neighbouring names into a name, splits initials
off, and misses who was named in full elsewhere: all that can be told from the words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.extract.russian.frames import roles
from lives.extract.russian.models import forms, networks, read_by
from lives.extract.russian.nominative import (
    Hint,
    is_given,
    is_initial,
    is_patronymic,
    is_surname,
    names_data,
    options,
    readings,
)
from lives.extract.russian.prose import Prose, Sentence, Token
from lives.extract.russian.shapes import (
    initial_at,
    is_title,
    shaped,
    surname_like,
    title_before,
    title_of,
)

_CUTS = frozenset("()[]«»„“\"'—–•|/;:,…!?")
_OPENING = frozenset('«„“"(')
_JOINED = frozenset("-‐‑")
_NAMES_OF_THINGS = frozenset(("имени", "им"))
_LEAST = 3  # letters of a surname that is known again by its form alone
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """A name in a sentence.

    Attributes:
        first: Position of its first token.
        last: Position of its last token.
        title: The word before it that says what sort of person; "" if none.
    """

    first: int
    last: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is named in a sentence.

    Attributes:
        people: Names of persons, in order, not overlapping.
        places: Token ranges that name places, last one included.
        bodies: Token ranges that name organisations.
    """

    people: tuple[Spot, ...]
    places: tuple[Range, ...]
    bodies: tuple[Range, ...]


def spotted(prose: Prose) -> list[Seen]:
    """Find what is named in every sentence."""
    texts = [prose.meant[s.start : s.end] for s in prose.sentences]
    raw = [
        _ranges(sentence, markup.spans)
        for sentence, markup in zip(
            prose.sentences, read_by(networks().names, texts), strict=True
        )
    ]
    seen = [
        _mended(sentence, ranges)
        for sentence, ranges in zip(prose.sentences, raw, strict=True)
    ]
    known = _surnames(prose, seen)
    return [
        _again(sentence, found, known)
        for sentence, found in zip(prose.sentences, seen, strict=True)
    ]


def words_of(sentence: Sentence, spot: Spot) -> list[str]:
    """Return the words of a name; an initial keeps its dot."""
    found: list[str] = []
    for token in sentence.tokens[spot.first : spot.last + 1]:
        if token.text == "." and found:
            found[-1] += "."
        elif token.text[0].isalnum():
            found.append(token.text)
    return found


def _ranges(sentence: Sentence, spans: Sequence[object]) -> dict[str, list[Range]]:
    found: dict[str, list[Range]] = {"PER": [], "LOC": [], "ORG": []}
    for span in spans:
        start = sentence.start + span.start  # type: ignore[attr-defined]  # slovnet's
        stop = sentence.start + span.stop  # type: ignore[attr-defined]
        inside = [
            at
            for at, token in enumerate(sentence.tokens)
            if token.start < stop and start < token.end
        ]
        if inside:
            sort = span.type  # type: ignore[attr-defined]
            found[sort].append((inside[0], inside[-1]))
    return found


def _mended(sentence: Sentence, ranges: dict[str, list[Range]]) -> Seen:
    tokens = sentence.tokens
    taken = [False] * len(tokens)
    spots: list[Spot] = []

    def take(spot: Spot | None) -> None:
        if spot is not None and not any(taken[spot.first : spot.last + 1]):
            spots.append(spot)
            taken[spot.first : spot.last + 1] = [True] * (spot.last - spot.first + 1)

    for whole in ranges["PER"]:
        for piece in _pieces(tokens, whole):
            take(_spot(tokens, piece, ranges))
    for piece in shaped(tokens):
        others = (*ranges["ORG"], *ranges["LOC"])
        if not any(a <= piece[0] <= b or a <= piece[1] <= b for a, b in others):
            take(_spot(tokens, piece, ranges))
    spots.sort(key=lambda spot: spot.first)
    clear = {
        sort: tuple(r for r in ranges[sort] if not any(taken[r[0] : r[1] + 1]))
        for sort in ("LOC", "ORG")
    }
    return Seen(tuple(spots), clear["LOC"], clear["ORG"])


def _pieces(tokens: Sequence[Token], whole: Range) -> Iterator[Range]:
    """Cut a range where marks or line ends stand in it."""
    first = whole[0]
    for at in range(whole[0], whole[1] + 1):
        if tokens[at].text in _CUTS and not _nickname(tokens, at, whole):
            if at > first:
                yield first, at - 1
            first = at + 1
    if first <= whole[1]:
        yield first, whole[1]


def _nickname(tokens: Sequence[Token], at: int, whole: Range) -> bool:
    """Tell whether a quotation mark belongs to a nickname inside a name."""
    return (
        tokens[at].text in "«»"
        and whole[0] < at < whole[1] - 1
        and any(token.text == "»" for token in tokens[at : whole[1]])
    )


def _spot(
    tokens: Sequence[Token], piece: Range, ranges: dict[str, list[Range]]
) -> Spot | None:
    first, last = piece
    title = ""
    while first < last and (is_title(tokens[first]) or _calling(tokens[first])):
        title = title_of(tokens[first])
        first += 2 if tokens[first + 1].text == "." else 1
    while first < last and _preposition(tokens, first):
        first += 1
    while first < last and not tokens[first].capital and not _particle(tokens[first]):
        first += 1
    while last > first and not tokens[last].text[0].isalnum():
        last -= 1
    if first > last or not tokens[first].text[0].isalpha():
        return None
    first, last = _extended(tokens, first, last, ranges)
    if last > first and initial_at(tokens, last):
        last += 1
    title = title or title_before(tokens, first)
    if _no_name(tokens, first, last) or _see(tokens, first, last, title):
        return None
    return Spot(first, last, title)


def _calling(token: Token) -> bool:
    """Tell whether a word says what sort of person is named: "Ротмистр Алексей"."""
    if is_given(token.text) or is_surname(token.text):
        return False
    lemma = forms(token.lower)[0].lemma.replace("ё", "е")
    return roles().get(lemma) in {"office", "occupation", "military_service"}


def _preposition(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence's first letter is no initial: "О Прохоре"."""
    return len(tokens[at].text) == 1 and tokens[at + 1].text != "."


def _extended(
    tokens: Sequence[Token], first: int, last: int, ranges: dict[str, list[Range]]
) -> Range:
    """Take in initials, given names and patronymics that touch a name."""
    while (
        first > 1
        and tokens[first - 1].text == "."
        and is_initial(tokens[first - 2].text)
    ):
        first -= 2
    cut = initial_at(tokens, last) and last + 2 < len(tokens)
    if cut and surname_like(tokens[last + 2]):
        last += 2
    while (
        last + 2 < len(tokens)
        and initial_at(tokens, last + 1)
        and not (
            last + 3 < len(tokens)
            and surname_like(tokens[last + 3])
            and not initial_at(tokens, last + 3)
        )
    ):
        last += 2
    while last + 1 < len(tokens) and _follows(tokens, first, last):
        last += 1
    if first == 1 and _headword(tokens, first):
        first -= 1
    places = ranges["LOC"]
    while (
        first >= 1
        and _precedes(tokens, first)
        and not any(a <= first - 1 <= b for a, b in places)
    ):
        first -= 1
    return first, last


def _follows(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the next word goes on with a name: a patronymic, a given name."""
    word = tokens[last + 1]
    if not word.capital or not word.text[0].isalpha():
        return False
    before = tokens[last].text
    if is_patronymic(word.text) and (is_given(before) or first < last):
        return True
    if is_patronymic(before) and last == first + 1 and surname_like(word):
        return _agree(before, word.text, "patronymic")
    return (
        first == last
        and is_given(word.text)
        and not is_given(before)
        and is_surname(before)
    )


def _headword(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a surname in capitals stands before: "БАРДИНА Софья"."""
    word = tokens[first - 1].text
    return word.isupper() and len(word) >= _LEAST and is_given(tokens[first].text)


def _precedes(tokens: Sequence[Token], first: int) -> bool:
    word = tokens[first - 1]
    if not word.capital or not is_given(word.text):
        return False
    return is_patronymic(tokens[first].text) or (
        not is_given(tokens[first].text) and _agree(word.text, tokens[first].text)
    )


def _agree(given: str, surname: str, role: str = "given") -> bool:
    """Tell whether a given name and a surname can stand in one case and gender."""
    from_given = {(o.case, o.gender) for o in _cases(given, role)}
    from_surname = {(o.case, o.gender) for o in _cases(surname, "surname")}
    return bool(from_given & from_surname)


def _cases(word: str, role: str) -> Sequence[Hint]:
    return [Hint(o.case, o.gender) for o in options(word, role) if o.weight >= 1]


def _particle(token: Token) -> bool:
    return token.lower in names_data("particles")


def _no_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether what the network took for a name is a word of the language."""
    if first != last:
        return False
    word = tokens[first]
    if word.text.isupper() and len(word.text) > 1 and not is_surname(word.text):
        return not is_given(word.text) and len(word.text) < _LEAST + 1
    if is_initial(word.text) or len(word.text) == 1 or is_title(word):
        return True
    if [t.text for t in tokens[max(first - 1, 0) : last + 2 : 2]] == ["«", "»"]:
        return True  # a ship, a film, a firm
    if first and tokens[first - 1].text not in {".", "•", "—", "–", "!", "?", "»"}:
        return False
    found = forms(word.text)
    named = {"Name", "Surn", "Patr"}
    return any(f.known for f in found) and not any(f.tag & named for f in found)


def _see(tokens: Sequence[Token], first: int, last: int, title: str) -> bool:
    """Tell whether a bishop's see is named, not he: "епископ Бирский"."""
    form = forms(tokens[first].text)[0].tag
    return first == last and title in names_data("bishops") and "ADJF" in form


def _surnames(prose: Prose, seen: Sequence[Seen]) -> frozenset[str]:
    """Return the surnames of those who are named with more than a surname."""
    found: set[str] = set()
    for sentence, its in zip(prose.sentences, seen, strict=True):
        for spot in its.people:
            spelled = [w for w in words_of(sentence, spot) if not is_initial(w)]
            whole = len(words_of(sentence, spot)) > 1
            for word in spelled if whole else ():
                if is_given(word):
                    found.update(o.text.title() for o in options(word, "given"))
                if (
                    len(word) > _LEAST
                    and not is_given(word)
                    and not is_patronymic(word)
                ):
                    found.update(text for text, _ in readings(word, Hint(), 1))
            if not whole and spelled and is_surname(spelled[0]):
                found.update(text for text, _ in readings(spelled[0], Hint(), 1))
    return frozenset(found)


def _again(sentence: Sentence, seen: Seen, known: frozenset[str]) -> Seen:
    """Add the names of those who are named in full elsewhere in the document."""
    taken = {at for spot in seen.people for at in range(spot.first, spot.last + 1)}
    taken |= {at for a, b in (*seen.places, *seen.bodies) for at in range(a, b + 1)}
    added = [
        Spot(at, at, title_before(sentence.tokens, at))
        for at, token in enumerate(sentence.tokens)
        if at not in taken
        and surname_like(token)
        and len(token.text) > _LEAST
        and not _of_thing(sentence.tokens, at)
        and _known(token.text, known)
    ]
    if not added:
        return seen
    people = sorted([*seen.people, *added], key=lambda spot: spot.first)
    return Seen(tuple(people), seen.places, seen.bodies)


def _known(word: str, known: frozenset[str]) -> bool:
    if is_given(word):
        return any(option.text.title() in known for option in options(word, "given"))
    return any(text in known for text, _ in readings(word, Hint(), 1))


def _of_thing(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and (
        tokens[at - 1].lower in _NAMES_OF_THINGS or tokens[at - 1].text in _OPENING
    )
