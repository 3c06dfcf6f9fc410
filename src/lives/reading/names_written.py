"""Names of people as they are written, taken apart into what each word is."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from lives.model.mention import Gender
from lives.packaged import table
from lives.reading.names_given import (
    gender_of_given,
    gender_of_title,
    is_given_name,
    is_title,
    particles,
)
from lives.reading.names_marks import divided, mark_of
from lives.reading.names_scripts import cyrillic, romanise

_POSSESSIVE = re.compile(r"(?:['’‘]s|(?<=s)['’])$")
_ALIAS = re.compile(r"[(\[]([^()\[\]]*)[)\]]|[\"“«„]([^\"“”«»„]+)[\"”»“]")
_INITIAL = re.compile(
    r"[^\W\d_]\.?|(?:Y[aeou]|J[aeou]|I[aeou]|Zh|Kh|[CST]h|Ph|S?[cz]h?|Cz|Sch|Shch|Szcz"
    r"|Tsch|Schtsch|Tch|Chtch|T[sz]|D[hjz]|Dzh|Дж|Дз|Iou|Ioe)\."
)
_PATRONYMIC = re.compile(
    r"\w{2,}[oeë][vw](?:ich|yc?h|itch|itsch|icz|ič|ić|ici?|na)$"
    r"|(?:il|kuzm|fom|luk|nikit|sav|mironov)(?:y?ich|itch|y?inichna|ichna|inishna)$"
    r"|\w{2,}(?:ович|евич|ьич|мич|кич|тич|овна|евна|ична|инична)$",
    re.IGNORECASE,
)
_PATRONYMIC_ENDING = re.compile(
    r"(?:[yji]?[eoië][vw](?:ich|yc?h|itch|itsch|icz|ici?|ič|ić|na)"
    r"|y?i?ch|[yj]?it(?:s)?ch|[yj]icz|[yj]?i[čć]|i?n?ichna|i?n?ič?na)$"
)
_STEMS = ("lv", "pavl", "yakovl", "iakovl", "il", "kuz", "fom", "luk", "nikit", "sav")
_STEM_ENDINGS = ("", "i", "y", "ei", "ii", "a", "iy", "j")
_FEMALE_PATRONYMIC = re.compile(
    r"(?:[nн][aа]|кызы|qizi|kyzy|asuli|асули)$|^(?:bat|бат) ", re.IGNORECASE
)
# Son or daughter, behind a father's name and before it.
_SONS = frozenset(
    (
        *(
            "оглы",
            "оглу",
            "угли",
            "кызы",
            "oglu",
            "oğlu",
            "ogly",
            "kyzy",
            "qizi",
            "qızı",
        ),
        *("dze", "дзе", "asuli", "асули"),
    )
)
_SON_OF = frozenset(("бен", "бар", "бат", "ben", "bar", "bat"))
_FEMALE_SURNAME = re.compile(
    r"(?:[oe][vw]a|skaya|skaia|skaja|skaïa|ówna|ska|cka|ova|ова|ева|ёва|ская|цкая|ська|цька)$",
    re.IGNORECASE,
)
_INITIALS_TOGETHER = re.compile(r"(?<=\.)(?=[^\W\d_])")
_SHOUT = 3  # a word of so many capitals is a surname written large, not initials


@dataclass(frozen=True, slots=True)
class AlsoNamed:
    """Another name of the same person, written with a mark: "geb. Orlova".

    Attributes:
        sort: What the mark says of it, a heading of `data/name_marks.toml`: "maiden",
            "married", "surname", "party", "whole", "other".
        name: As written.
    """

    sort: str
    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, taken apart.

    Attributes:
        text: As written, with single spaces.
        given: Given names and middle names in order.
        patronymic: Father's name as Russians bear it; "" if none.
        surname: With its particles ("von Ossietzky"); "" if none.
        initials: Capital letters without dots, for given name then patronymic.
        titles: As written: "Comrade", "Dr".
        suffix: "Jr", "III"; "" if none.
        aliases: Names in brackets or quotation marks inside it.
        gender: As title, patronymic, given name or surname show it, in that order.
        also: Names of the same person that a mark introduces, in order.
    """

    text: str
    given: tuple[str, ...] = ()
    patronymic: str = ""
    surname: str = ""
    initials: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    suffix: str = ""
    aliases: tuple[str, ...] = ()
    gender: Gender = Gender.UNKNOWN
    also: tuple[AlsoNamed, ...] = ()

    @property
    def maiden(self) -> str:
        """Return the surname before marriage; "" if it is not told."""
        return self._also("maiden")

    @property
    def married(self) -> str:
        """Return a husband's surname, where it is told beside another; or ""."""
        return self._also("married")

    @property
    def party(self) -> str:
        """Return the name in the party, underground or in print; or ""."""
        return self._also("party")

    def _also(self, sort: str) -> str:
        return next((other.name for other in self.also if other.sort == sort), "")

    @property
    def plain(self) -> str:
        """Return it in plain order, without titles and aliases: "Lev L. Sedov"."""
        dotted = [f"{letter}." for letter in self.initials]
        parts = [*self.given, *dotted, self.patronymic, self.surname, self.suffix]
        return " ".join(part for part in parts if part)

    @property
    def core(self) -> str:
        """Return the surname without particles; "" if there is none."""
        words = self.surname.split(" ")
        while len(words) > 1 and words[0].lower() in particles():
            words = words[1:]
        return " ".join(words)


def parse_name(text: str) -> Name:
    """Take a name apart, in whatever order it is written.

    Args:
        text: One person's name: "Nikolai Ivanovich Muralov", "MURALOV, N.I.", "Муралов
            Н. И.", "Comrade Zinaida [Zina] Orlova's".

    Returns:
        Its parts. Any text yields a name; a single word is a given name if it is
        known as one and a surname otherwise.

    >>> name = parse_name("Muralov, N.I.")
    >>> name.surname, name.initials, name.plain
    ('Muralov', ('N', 'I'), 'N. I. Muralov')
    >>> parse_name("Lev Davidovich Orlov").patronymic
    'Davidovich'
    >>> parse_name("Anna Orlowa, geb. Zotowa").maiden
    'Zotowa'
    """
    clean = " ".join(_POSSESSIVE.sub("", text.strip()).split())
    aliases, in_brackets = _bracketed(clean)
    body, marked = divided(" ".join(_ALIAS.sub(" ", clean).split()))
    also = tuple(AlsoNamed(sort, name) for sort, name in (*in_brackets, *marked))
    last, comma, first = body.partition(",")
    suffix = ""
    if comma and generation(first):
        body, comma, suffix = last, "", first.strip()
    surname_words = last.split() if comma else []
    words = _words(first if comma else body)
    titles = []
    while words and (len(words) > 1 or surname_words) and is_title(words[0]):
        titles.append(words.pop(0))
    if len(words) > 1 and generation(words[-1]):
        suffix = words.pop()
    words = _fathers(words)
    if not comma:
        words, surname_words = _surname_apart(words)
    name = _assemble(clean, words, surname_words, tuple(titles), suffix)
    return replace(name, aliases=aliases, also=also)


def _bracketed(text: str) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """Return what stands in brackets or quotation marks, and what has a mark there."""
    aliases: list[str] = []
    marked: list[tuple[str, str]] = []
    for match in _ALIAS.finditer(text):
        within = (match[1] or match[2] or "").strip()
        sort, length = mark_of(within)
        if not sort and within:
            aliases.append(within)
        elif sort:
            first, further = divided(within[length:])
            own = first.strip(" ,;")
            marked += [(sort, own), *further] if own else further
    return tuple(aliases), marked


def _words(body: str) -> list[str]:
    spaced = _INITIALS_TOGETHER.sub(" ", body.replace(".-", "."))
    return [word for word in spaced.split(" ") if word.strip(".,;:-")]


def is_initial(word: str) -> bool:
    """Tell whether a word is an initial: "I.", "L", "Yu."."""
    return bool(_INITIAL.fullmatch(word)) and word[0].isupper()


def is_patronymic(word: str) -> bool:
    """Tell whether a word has the form of a patronymic: "Ilyich", "Львовна"."""
    first, space, last = word.partition(" ")
    if space:
        return first in _SON_OF or last.lower() in _SONS
    return bool(_PATRONYMIC.search(word)) and word[0].isupper()


@cache
def _generations() -> dict[str, str]:
    found = table("lives.reading", "data/name_generations.toml")
    return {word: meaning for meaning, words in found.items() for word in words}


def generation(word: str) -> str:
    """Say which of two namesakes a word behind a name means; "" for other words.

    >>> generation("Jr."), generation("мл."), generation("Orlov")
    ('younger', 'younger', '')
    """
    return _generations().get(word.strip(" .,").replace(".", "").lower(), "")


def _fathers(words: list[str]) -> list[str]:
    """Join what tells a father in two words: "Али оглы", "бен Авраам"."""
    joined: list[str] = []
    for at, word in enumerate(words):
        last = at == len(words) - 1
        son_of = joined and joined[-1] in _SON_OF and not last
        if joined and (word.lower() in _SONS or son_of):
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def _surname_apart(words: list[str]) -> tuple[list[str], list[str]]:
    """Split words in any order into those before the surname, and the surname."""
    loud = [i for i, w in enumerate(words) if len(w) >= _SHOUT and w.isupper()]
    if len(loud) == 1 and len(words) > 1:
        return words[: loud[0]] + words[loud[0] + 1 :], [words[loud[0]]]
    if not words or _without_surname(words):
        return words, []
    if len(words) > 1 and _surname_first(words):
        return words[1:], words[:1]
    start = len(words) - 1
    while start > 0 and (
        (words[start - 1][0].islower() and not is_patronymic(words[start - 1]))
        or (start > 1 and words[start - 1].lower() in particles())
    ):
        start -= 1
    return words[:start], words[start:]


def _without_surname(words: list[str]) -> bool:
    """Recognise "Alfred", "Ilyich" and "Boris Ilyich"."""
    first, *rest = words
    if not rest:
        return is_given_name(first) or is_patronymic(first)
    return len(rest) == 1 and is_given_name(first) and _of_given(rest[0])


def _of_given(word: str) -> bool:
    """Tell whether a patronymic is made from a known name: not "Lukashevich"."""
    if not is_patronymic(word):
        return False
    stem, *known = fathers(word)
    return stem in _STEMS or bool(known)


@lru_cache(maxsize=16_384)
def fathers(patronymic: str) -> tuple[str, ...]:
    """Return the stem of a patronymic, and the given names it may be made from.

    >>> fathers("Никитична"), fathers("Ivanovich")
    (('nikit', 'nikita'), ('ivan', 'ivan', 'ivana'))
    """
    words = [w for w in patronymic.split() if w.lower() not in {*_SONS, *_SON_OF}]
    plain = romanise(" ".join(words)).lower()
    stem = _PATRONYMIC_ENDING.sub("", plain)
    known = (stem + end for end in _STEM_ENDINGS)
    return (stem, *(name for name in known if is_given_name(name)))


def _surname_first(words: list[str]) -> bool:
    """Recognise "Orlov I. N.", "Orlov Ivan Nikitich" and "Орлов Иван"."""
    first, *rest = words
    if is_initial(first):
        return False
    if all(is_initial(word) for word in rest):
        return True
    second, *more = rest
    if more:
        if len(more) > 1 or not is_patronymic(more[0]) or is_patronymic(second):
            return False
        # Marković and Rabinowicz are surnames; Ивановичъ after two names is not.
        return cyrillic(first) or not is_given_name(first)
    # English prose has "Harper Lee"; lists in Russian have the surname first.
    russian = romanise(second) != second
    return russian and is_given_name(second) and not is_given_name(first)


def _assemble(
    text: str,
    words: list[str],
    surname: list[str],
    titles: tuple[str, ...],
    suffix: str,
) -> Name:
    initials = tuple(w.strip(".").upper() for w in words if is_initial(w))
    patronymic = next((w for w in reversed(words) if is_patronymic(w)), "")
    given = tuple(w for w in words if not is_initial(w) and w != patronymic)
    family = " ".join(surname)
    if family.isupper() and len(family) >= _SHOUT:
        family = "-".join(p.capitalize() for p in family.split("-"))
    gender = _gender(titles, patronymic, given, family)
    return Name(
        text, given, patronymic, family, initials, titles, suffix, gender=gender
    )


def _gender(
    titles: tuple[str, ...], patronymic: str, given: tuple[str, ...], surname: str
) -> Gender:
    for title in titles:
        if gender := gender_of_title(title):
            return gender
    if patronymic:
        female = _FEMALE_PATRONYMIC.search(patronymic)
        return Gender.FEMALE if female else Gender.MALE
    if given and (gender := gender_of_given(given[0])):
        return gender
    return Gender.FEMALE if _FEMALE_SURNAME.search(surname) else Gender.UNKNOWN
