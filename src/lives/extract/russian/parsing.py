"""Sentences parsed: each name and each date one word, so that syntax sees plain prose.

A network trained on news loses its way among initials and figures. It is given a name
as one word that it knows, and a date as "then"; what it finds holds of the whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lives.extract.russian.frames import frames
from lives.extract.russian.frames import words as listed
from lives.extract.russian.models import Form, forms, networks, read_by
from lives.extract.russian.nominative import is_given, is_initial
from lives.extract.russian.prose import Sentence, Token
from lives.extract.russian.spotting import Seen, Spot
from lives.reading.dates import DateFound

_THEN, _OF_A_YEAR = "тогда", "года"
_BEFORE_DATE = frozenset(
    ("в", "во", "на", "к", "до", "с", "со", "от", "по", "ночь", "около")
)
_ADVERBIAL = frozenset(("через", "тогда", "того"))
_INSTRUMENTAL = ("летом", "зимой", "осенью", "весной", "утром", "ночью", "вечером")
_PARTS = {
    "VERB": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "AUX": {"VERB", "INFN", "PRTF", "GRND"},
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN"},
    "ADJ": {"ADJF", "ADJS", "PRTF", "PRTS"},
    "ADV": {"ADVB", "PRCL", "COMP", "PRED"},
    "PRON": {"NPRO", "ADJF"},
    "DET": {"ADJF", "NPRO"},
}
_CASE = {
    "nomn": "Nom",
    "gent": "Gen",
    "datv": "Dat",
    "accs": "Acc",
    "ablt": "Ins",
    "loct": "Loc",
}


@dataclass(slots=True)
class Word:
    """A word of a parsed sentence: a token, a whole name or a whole date.

    Attributes:
        start: First code point in the text as read.
        end: One past the last.
        text: The characters.
        lower: In lower case, with е for ё.
        pos: Part of speech, as Universal Dependencies have it.
        feats: Case, Gender, Number, Tense, VerbForm, Voice ...
        lemma: Dictionary form, in lower case, with е for ё.
        head: Position of the word it hangs on; -1 for the root.
        rel: How: ``nsubj``, ``obl`` ...
        spot: The name it is; None for any other word.
        date: The date it is.
        adverbial: The date says when something happened, not which thing it was.
        children: Positions of the words that hang on it.
        sort: "place" or "body" where it is part of such a name.
    """

    start: int
    end: int
    text: str
    lower: str
    pos: str = ""
    feats: Mapping[str, str] = field(default_factory=dict)
    lemma: str = ""
    head: int = -1
    rel: str = ""
    spot: Spot | None = None
    date: DateFound | None = None
    adverbial: bool = False
    children: list[int] = field(default_factory=list)
    sort: str = ""
    shown: str = ""


def parsed(
    sentences: Sequence[Sentence],
    seen: Sequence[Seen],
    dates: Sequence[Sequence[DateFound]],
) -> list[list[Word]]:
    """Parse every sentence.

    Args:
        sentences: Of a document.
        seen: What is named in each.
        dates: The dates in each.
    """
    laid = [
        list(_words(sentence, its, when))
        for sentence, its, when in zip(sentences, seen, dates, strict=True)
    ]
    texts = [[word.shown for word in words] for words in laid]
    tagged = read_by(networks().forms, texts)
    trees = read_by(networks().syntax, texts)
    for words, tags, tree in zip(laid, tagged, trees, strict=True):
        for word, tag, node in zip(words, tags.tokens, tree.tokens, strict=True):
            word.pos, word.feats = tag.pos, tag.feats
            word.head, word.rel = int(node.head_id) - 1, node.rel
            _settle(word)
        for at, word in enumerate(words):
            if word.head == at:
                word.head = -1
            if word.head >= 0:
                words[word.head].children.append(at)
    return laid


def _words(
    sentence: Sentence, seen: Seen, dates: Sequence[DateFound]
) -> Iterator[Word]:
    tokens = sentence.tokens
    names = {spot.first: spot for spot in seen.people}
    sorts = {at: "place" for a, b in seen.places for at in range(a, b + 1)}
    sorts |= {at: "body" for a, b in seen.bodies for at in range(a, b + 1)}
    when = _dated(tokens, dates)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if at in names:
            spot = names[at]
            last, shown = spot.last, _known_word(tokens, spot)
            yield _unit(tokens, at, last, shown, spot=spot)
            at = last + 1
        elif at in when:
            last, date = when[at]
            adverbial = _adverbial(tokens, at, date)
            shown = _THEN if adverbial else _OF_A_YEAR
            word = _unit(tokens, at, last, shown)
            word.date, word.adverbial = date, adverbial
            yield word
            at = last + 1
        else:
            word = _unit(tokens, at, at, token.text)
            word.sort = sorts.get(at, "")
            yield word
            at += 1


def _unit(
    tokens: Sequence[Token], first: int, last: int, shown: str, spot: Spot | None = None
) -> Word:
    start, end = tokens[first].start, tokens[last].end
    text = " ".join(token.text for token in tokens[first : last + 1])
    lower = text.lower().replace("ё", "е")
    return Word(start, end, text, lower, spot=spot, shown=shown)


def _known_word(tokens: Sequence[Token], spot: Spot) -> str:
    """Return the word of a name by which the network will know its case."""
    spelled = [
        t.text for t in tokens[spot.first : spot.last + 1] if t.text[0].isalpha()
    ]
    full = [word for word in spelled if not is_initial(word)] or spelled
    return next((word for word in full if is_given(word)), full[-1]).title()


def _dated(
    tokens: Sequence[Token], dates: Sequence[DateFound]
) -> dict[int, tuple[int, DateFound]]:
    found: dict[int, tuple[int, DateFound]] = {}
    for date in dates:
        inside = [
            at
            for at, t in enumerate(tokens)
            if t.start < date.end and date.start < t.end
        ]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        if tokens[last + 1 : last + 2] and tokens[last + 1].lower in {
            "г",
            "гг",
            "года",
            "году",
        }:
            last += 1
        if tokens[last].lower in {"г", "гг"} and tokens[last + 1 : last + 2]:
            last += tokens[last + 1].text == "."
        while first and tokens[first - 1].lower in _BEFORE_DATE:
            first -= 1
        found[first] = last, date
    return found


def _adverbial(tokens: Sequence[Token], first: int, date: DateFound) -> bool:
    opening = tokens[first].lower
    return (
        opening in _BEFORE_DATE
        or opening in _INSTRUMENTAL
        or opening in _ADVERBIAL
        or date.day is not None
        or (opening[0].isdigit() and date.written[:4].isdigit() is False)
        or (opening[0].isdigit() and not date.years_only)
    )


def _settle(word: Word) -> None:
    """Choose the dictionary's reading that agrees with the network's, and its lemma."""
    if word.spot is not None or word.date is not None:
        word.lemma = word.lower
        return
    found = _common(word)
    _verbs_known(word, found)
    full = [f for f in found if "PRTF" in f.tag]
    if full and len(full) == len(found) and word.feats.get("VerbForm") != "Part":
        word.pos, word.feats = "VERB", {**word.feats, "VerbForm": "Part"}
    participle = [f for f in found if "PRTS" in f.tag and f.known]
    finite = word.pos == "VERB" and word.feats.get("VerbForm") in {"Fin", "Inf"}
    if (
        participle
        and not finite
        and (word.pos == "VERB" or len(participle) == len(found))
    ):
        chosen: Form | None = participle[0]
        word.pos = "VERB"
        word.feats = {
            **_number(participle[0]),
            "VerbForm": "Part",
            "Voice": "Pass",
            "Variant": "Short",
        }
    else:
        parts = _PARTS.get(word.pos, set())
        chosen = next((f for f in found if f.tag & parts and _fits(f, word)), None)
        chosen = chosen or next((f for f in found if f.tag & parts), None)
    if word.feats.get("VerbForm") == "Fin" and not word.lower.endswith(("ся", "сь")):
        word.feats = {**word.feats, "Voice": "Act"}
    if word.feats.get("VerbForm") == "Part" and full:
        voice = "Pass" if "pssv" in full[0].tag else "Act"
        genders = {_FEATS[g][1] for f in full for g in f.tag if g in _GENDERED}
        shown = {"Gender": genders.pop()} if len(genders) == 1 else {}
        word.feats = {**word.feats, **shown, "Voice": voice}
        chosen = full[0]
    word.lemma = (chosen or found[0]).lemma.replace("ё", "е")
    _reflexive(word)


def _reflexive(word: Word) -> None:
    """Take "арестовывался" for the passive it is, where only the active is a frame."""
    base = word.lemma.removesuffix("ся").removesuffix("сь")
    known = frames()[0]
    other = listed("unreal") | listed("reflexive") | known.keys()
    if base == word.lemma or word.lemma in other:
        return
    if any(frame.about == "patient" for frame in known.get(base, ())):
        word.lemma, word.feats = base, {**word.feats, "Voice": "Pass"}


_FORMS = {"VERB": "Fin", "INFN": "Inf", "GRND": "Conv"}
_GENDERED = frozenset(("masc", "femn", "neut"))
_FEATS = {
    "past": ("Tense", "Past"), "pres": ("Tense", "Pres"), "futr": ("Tense", "Fut"),
    "impr": ("Mood", "Imp"), "plur": ("Number", "Plur"), "sing": ("Number", "Sing"),
    "masc": ("Gender", "Masc"), "femn": ("Gender", "Fem"), "neut": ("Gender", "Neut"),
    "1per": ("Person", "1"), "2per": ("Person", "2"), "3per": ("Person", "3"),
}  # fmt: skip


def _verbs_known(word: Word, found: Sequence[Form]) -> None:
    """Make a verb of what the dictionary knows for nothing but one, as it has it."""
    for part, form in _FORMS.items():
        if all(part in f.tag and f.known for f in found):
            told = dict(_FEATS[g] for g in found[0].tag if g in _FEATS)
            clear = len(found) == 1 or not word.feats.get("VerbForm")
            if word.pos not in {"VERB", "AUX"} or word.feats.get("VerbForm") != form:
                word.pos, word.feats = "VERB", {"Voice": "Act"}
                clear = True
            word.feats = {**word.feats, **(told if clear else {}), "VerbForm": form}


def _common(word: Word) -> Sequence[Form]:
    """Return the readings of a word; a small letter begins no name."""
    found = forms(word.lower)
    if word.text[0].isupper():
        return found
    return [f for f in found if not f.tag & {"Name", "Surn", "Patr", "Geox"}] or found


def _fits(form: Form, word: Word) -> bool:
    case = word.feats.get("Case", "")
    return not case or any(_CASE.get(g) == case for g in form.tag)


def _number(form: Form) -> dict[str, str]:
    if "plur" in form.tag:
        return {"Number": "Plur"}
    gender = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
    return {
        "Number": "Sing",
        "Gender": next((v for k, v in gender.items() if k in form.tag), ""),
    }
