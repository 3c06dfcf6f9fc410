"""Phrases: a noun with what belongs to it, after a preposition or in a bare case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.extract.russian.frames import words as listed
from lives.extract.russian.parsing import Word

_INSIDE = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "DET", "X"))
_QUOTES = frozenset(("«", "»", "„", "“", "№", "-"))
_MARKS = frozenset((".", ","))
_SHORT = frozenset(("г", "гг", "им", "обл", "губ", "ул", "пос", "ст", "дер", "с", "п"))
_LATER = frozenset(("тогда", "потом", "затем", "уже", "еще", "вновь", "там", "здесь"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    Attributes:
        first: Position of its first word, after the preposition.
        last: Position of its last word.
        head: Position of its noun.
        case: ``Nom``, ``Gen`` ...; "" where figures hide it.
        preposition: In lower case; "" if none.
        at: Position of the preposition, or of the first word.
    """

    first: int
    last: int
    head: int
    case: str
    preposition: str
    at: int


def phrases(words: Sequence[Word], places: Sequence[int]) -> Iterator[Phrase]:
    """Yield the phrases among some words of a sentence, in order.

    Args:
        words: Of the sentence.
        places: Which of them are looked at: those of a clause.
    """
    inside = set(places)
    at = 0
    ordered = sorted(inside)
    while at < len(ordered):
        place = ordered[at]
        preposition = words[place].pos == "ADP"
        start = place + 1 if preposition else place
        found = _phrase(words, start, inside) if start in inside else None
        if found is None:
            at += 1
            continue
        first, last, head = found
        case = _case(words, first, last)
        lower = words[place].lower if preposition else ""
        yield Phrase(
            first,
            last,
            head,
            case,
            {"во": "в", "со": "с", "ко": "к"}.get(lower, lower),
            place,
        )
        while at < len(ordered) and ordered[at] <= last:
            at += 1


def extent(words: Sequence[Word], phrase: Phrase) -> tuple[int, int]:
    """Return the code points of a phrase, without its preposition."""
    return words[phrase.first].start, words[phrase.last].end


def lemmas(words: Sequence[Word], phrase: Phrase) -> set[str]:
    """Return the dictionary forms of a phrase's words, and the words themselves."""
    inside = words[phrase.first : phrase.last + 1]
    return {w.lemma for w in inside} | {w.lower for w in inside}


def _phrase(
    words: Sequence[Word], start: int, inside: set[int]
) -> tuple[int, int, int] | None:
    last, head = -1, -1
    case = ""
    at = start
    while at < len(words) and (at in inside or _goes_on(words, at)):
        word = words[at]
        inner = head >= 0
        if not _inside(words, at, inside, (case or "?") if inner else ""):
            break
        if not inner and _is_noun(word):
            head = at
        case = case or word.feats.get("Case", "")
        last = at
        at += 1
    if last < 0 or head < 0:
        return None
    while words[last].text in {"«", "„", *_MARKS} and last > start:
        last -= 1
    return start, last, head


def _is_noun(word: Word) -> bool:
    return word.pos in {"NOUN", "PROPN"} and word.date is None and word.spot is None


def _inside(words: Sequence[Word], at: int, inside: set[int], case: str) -> bool:
    """Tell whether a word belongs to a phrase; `case` is that of its noun, if met."""
    word = words[at]
    if word.date is not None:
        return bool(case) and not word.adverbial
    if word.text in _QUOTES or word.text in _MARKS:
        return True
    if word.lower in {"и", "или"}:
        return bool(case) and _alike(words, at, inside, case)
    if word.spot is not None:
        return bool(case) and word.feats.get("Case") in {"Gen", "Nom"}
    if word.feats.get("VerbForm") == "Part" and word.feats.get("Variant") != "Short":
        return not case
    return _nominal(words, at, inside, case)


def _nominal(words: Sequence[Word], at: int, inside: set[int], case: str) -> bool:
    word = words[at]
    if word.lower in _LATER or not (word.pos in _INSIDE or word.text[0].isdigit()):
        return False
    if _is_noun(word):
        return not case or _belongs(word, words[at - 1])
    if case and word.pos in {"ADJ", "DET"}:
        return _leads_on(words, at, inside)
    return True


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Tell whether a mark stands inside a phrase: after "г.", round a title."""
    if words[at].text in _QUOTES:
        return True
    return words[at].text == "." and at > 0 and words[at - 1].lower in _SHORT


def _belongs(word: Word, before: Word) -> bool:
    """Tell whether a noun may hang on the noun before it."""
    if before.text in _QUOTES or before.lower in {"и", "или", "."}:
        return True
    return (
        word.feats.get("Case") == "Gen"
        or bool(word.sort)
        or word.text.isupper()
        or (word.text[0].isupper() and before.lemma in listed("places"))
        or before.pos in {"ADJ", "DET", "NUM"}
        or before.text[0].isdigit()
    )


def _leads_on(words: Sequence[Word], at: int, inside: set[int]) -> bool:
    """Tell whether an adjective after a noun stands before another in the genitive."""
    following = at + 1
    return (
        following in inside
        and words[at].feats.get("Case") in {"Gen", None}
        and words[following].pos in {"NOUN", "PROPN", "ADJ"}
    ) or bool(words[at].sort)


def _alike(words: Sequence[Word], at: int, inside: set[int], case: str) -> bool:
    """Tell whether "и" joins two nouns of one case, with no verb after them."""
    following = words[at + 1] if at + 1 in inside else None
    return (
        following is not None
        and following.spot is None
        and following.pos in {"NOUN", "ADJ"}
        and following.feats.get("Case") == case
    )


def _case(words: Sequence[Word], first: int, last: int) -> str:
    if words[first].text[0].isdigit() or words[first].pos == "NUM":
        cases = [w.feats.get("Case", "") for w in words[first : last + 1]]
        shown = [c for c in cases if c]
        return shown[0] if shown and shown[0] in {"Dat", "Ins"} else ""
    return next(
        (w.feats["Case"] for w in words[first : last + 1] if w.feats.get("Case")), ""
    )
