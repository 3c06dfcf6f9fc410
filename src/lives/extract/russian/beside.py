"""What stands beside a name or a word for kin, and who may be a subject."""

from collections.abc import Mapping, Sequence
from functools import cache

from lives.extract.russian.nominative import Hint, is_given, is_initial, options
from lives.extract.russian.parsing import Word
from lives.extract.russian.tables import table
from lives.model.mention import Mention, MentionKind

GENDERS = {"Masc": "m", "Fem": "f"}
_APPOSED = frozenset(("appos", "flat:name", "flat", "nmod"))
_WOMEN = ("ова", "ева", "ина", "ына")
FREE = frozenset(("root", "nsubj", "nsubj:pass"))


@cache
def kin_words() -> Mapping[str, tuple[str, str]]:
    """Return relation and gender by the word for them, in lower case with е for ё."""
    data = table("data/people.toml")
    return {
        word.replace("ё", "е"): (told.rpartition(" ")[0], told.rpartition(" ")[2])
        for key in ("kin", "known")
        for word, told in data[key].items()
    }


@cache
def other_ends() -> Mapping[str, Mapping[str, str]]:
    """Return what the other is to a relative, by relation and the other's gender."""
    rows = table("data/people.toml")["other_end"]
    return {
        relation: dict(zip("mf", told.split("|"), strict=True))
        for relation, told in rows.items()
    }


@cache
def _kin() -> frozenset[str]:
    return frozenset(w.replace("ё", "е") for w in table("data/people.toml")["kin"])


def is_kin(word: str) -> bool:
    """Tell whether a word is for kin, not for a friend or pupil."""
    return word in _kin()


@cache
def pronouns() -> Mapping[str, str]:
    """Return the gender of each pronoun of the third person."""
    data = table("data/people.toml")["pronouns"]
    told = {"masculine": "m", "feminine": "f"}
    return {word: told[key] for key in told for word in data[key].split()}


def is_subject(words: Sequence[Word], at: int, mention: Mention) -> bool:
    """Tell whether a mention stands in the nominative, as the form of a name has it."""
    word = words[at]
    if at and words[at - 1].pos == "ADP":
        return False
    if mention.kind is MentionKind.NAME and not _unchanged(word.text, mention.name):
        return False
    return (
        word.rel in FREE
        or word.feats.get("Case") == "Nom"
        or word.lower in {"он", "она"}
    )


def _unchanged(text: str, name: str) -> bool:
    parts = {part.lower().replace("ё", "е") for part in name.split(" ")}
    spelled = [w for w in text.lower().replace("ё", "е").split(" ") if len(w) > 1]
    return all(word in parts for word in spelled)


def cases_of(spelled: Sequence[str], name: str, gender: str) -> frozenset[str]:
    """Return the cases in which a name as written may stand, once it is known whose.

    Args:
        spelled: Its words as written.
        name: In the nominative.
        gender: "m", "f" or "" for unknown.
    """
    fitting = {gender, "*", "p"} if gender else {"m", "f", "*", "p"}
    parts = {part.lower().replace("ё", "е") for part in name.split(" ")}
    found: set[str] | None = None
    for word in spelled:
        if is_initial(word):
            continue
        its = {
            option.case
            for role in ("given", "patronymic", "surname")
            for option in options(word, role)
            if option.text.replace("ё", "е") in parts and option.gender in fitting
        }
        found = its if found is None else found & its or found
    return frozenset(found or ())


def hint_of(word: Word, words: Sequence[Word]) -> Hint:
    """Return what a sentence shows of a name: its case, and a verb's gender."""
    case = word.feats.get("Case", "").lower()
    gender = GENDERS.get(word.feats.get("Gender", ""), "")
    alone = " " not in word.text
    if word.rel == "obj" and alone:
        return Hint("acc", gender if case in {"acc", "gen"} else "")
    if word.head >= 0 and word.rel in {"nsubj", "nsubj:pass"}:
        verb = words[word.head]
        woman = word.lower.endswith(_WOMEN) and verb.feats.get("Gender") == "Masc"
        if woman and alone:
            return Hint("acc", "m")  # "Громова допрашивал Зотов"
        if verb.feats.get("Number") == "Plur" and alone and not _joined(words, word):
            return Hint("acc")  # "Громова арестовали", whatever the network thinks
        gender = GENDERS.get(verb.feats.get("Gender", ""), gender)
        case = "nom"
    return Hint(case, gender)


def _joined(words: Sequence[Word], word: Word) -> bool:
    """Tell whether somebody else is the subject as well: "Громов и Зотов"."""
    return any(words[child].rel == "conj" for child in word.children)


def beside(words: Sequence[Word], at: int) -> int:
    """Return the noun that stands in apposition to a name; -1 if none does."""
    head = words[at].head
    noun = head >= 0 and words[head].pos == "NOUN" and words[head].spot is None
    noun = noun and not _owns(words, at, head)
    if noun and words[at].rel in _APPOSED and _same_case(words, at, head):
        return head
    for near in (at - 1, at - 2, at - 3):
        kin = near >= 0 and words[near].lemma in kin_words()
        if not kin or not _same_case(words, at, near) or _owns(words, at, near):
            continue
        between = {w.lower for w in words[near + 1 : at]}
        if between <= {",", "его", "ее"}:
            return near
    for child in words[at].children:
        if words[child].rel == "appos" and words[child].pos == "NOUN":
            return child
    return -1


def _owns(words: Sequence[Word], at: int, noun: int) -> bool:
    """Tell whether a name says whose relative is meant: "брата Громова", "мать Ивана".

    A given name after a word for kin of its own gender is that relative's: "брата
    Ивана"; a surname alone, or a name of the other gender, is whose relative he is.
    """
    if noun != at - 1 or words[noun].lemma not in kin_words():
        return False
    if words[at].feats.get("Case") == "Nom":
        return False
    _, gender = kin_words()[words[noun].lemma]
    shown = GENDERS.get(words[at].feats.get("Gender", ""), "")
    first = words[at].text.split(" ")[0]
    return not is_given(first) or bool(gender and shown and gender != shown)


def name_before(words: Sequence[Word], at: int) -> int:
    """Return the name that a noun after it describes: "Зотов, его учитель и друг"."""
    place = at - 1
    comma = False
    while place >= 0 and words[place].spot is None:
        word = words[place]
        kin = word.lemma in kin_words() and _same_case(words, place, at)
        if (
            word.text not in {",", "и"}
            and not kin
            and word.pos not in {"DET", "ADJ", "PRON"}
        ):
            return -1
        comma = comma or word.text == ","
        place -= 1
    return place if place >= 0 and comma and _same_case(words, place, at) else -1


def named_beside(words: Sequence[Word], at: int) -> int:
    """Return the name that a noun stands beside; -1 if none."""
    return next(
        (
            place
            for place, word in enumerate(words)
            if word.spot is not None and beside(words, place) == at
        ),
        -1,
    )


def beside_of(words: Sequence[Word], at: int) -> bool:
    """Tell whether a noun hangs on another person's name or noun as its description."""
    head = words[at].head
    return words[at].rel == "appos" and head >= 0


def _same_case(words: Sequence[Word], one: int, two: int) -> bool:
    first, second = words[one].feats.get("Case"), words[two].feats.get("Case")
    return first == second or {first, second} in ({"Dat", "Loc"}, {"Gen", "Acc"})


def subject_before(words: Sequence[Word], at: int) -> int:
    """Return the subject of the sentence that stands before a word; -1 if none."""
    found = [
        place
        for place, word in enumerate(words[:at])
        if word.rel in {"nsubj", "nsubj:pass"} and word.pos in {"PROPN", "PRON", "NOUN"}
    ]
    return found[-1] if found else -1


def owned(words: Sequence[Word], at: int) -> bool:
    """Tell whether "его" says whose what follows is."""
    if words[at].lower not in {"его", "ее"} or at + 1 >= len(words):
        return False
    following = words[at + 1]
    return following.pos in {"NOUN", "ADJ"} and words[at].rel not in {"obj", "iobj"}
