"""Names of people as they are written, taken apart into what each word is."""

import re
from dataclasses import dataclass

from lives.model.mention import Gender
from lives.reading.names_given import (
    gender_of_given,
    gender_of_title,
    is_given_name,
    is_title,
    particles,
)
from lives.reading.names_scripts import romanise

_POSSESSIVE = re.compile(r"(?:['’‘]s|(?<=s)['’])$")
_ALIAS = re.compile(r"[(\[]([^()\[\]]*)[)\]]|[\"“«„]([^\"“”«»„]+)[\"”»“]")
_INITIAL = re.compile(r"[^\W\d_]\.?|(?:Yu|Ya|Ye|Yo|Zh|Kh|Ch|Sh|Ju|Ja|Iu|Ia|Th|Ph)\.")
_PATRONYMIC = re.compile(
    r"\w{2,}(?:ov|ev|iev|yev)(?:ich|yc?h|itch|itsch|icz|ič|ić|na)$"
    r"|(?:il|kuzm|fom|luk|nikit|sav|mironov)(?:y?ich|itch|y?inichna|ichna|inishna)$"
    r"|\w{2,}(?:ович|евич|ьич|мич|кич|тич|овна|евна|ична|инична)$",
    re.IGNORECASE,
)
_PATRONYMIC_ENDING = re.compile(
    r"(?:y?[eoi]v(?:ich|yc?h|itch|itsch|icz|ic|ič|ić|na)|y?i?ch|y?itch|i?n?ichna)$"
)
_STEMS = ("lv", "pavl", "yakovl", "iakovl", "il", "kuz", "fom", "luk", "nikit", "sav")
_STEM_ENDINGS = ("", "i", "y", "ei", "ii", "a", "iy", "j")
_FEMALE_PATRONYMIC = re.compile(r"(?:na|на)$", re.IGNORECASE)
_FEMALE_SURNAME = re.compile(
    r"(?:[oe]va|skaya|skaia|skaja|tskaya|ova|ова|ева|ская|цкая)$", re.IGNORECASE
)
_SUFFIXES = frozenset(
    ("jr", "sr", "ii", "iii", "iv", "fils", "père", "aîné", "мл", "ст")
)
_INITIALS_TOGETHER = re.compile(r"(?<=\.)(?=[^\W\d_])")
_SHOUT = 3  # a word of so many capitals is a surname written large, not initials


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
    """
    clean = " ".join(_POSSESSIVE.sub("", text.strip()).split())
    aliases = tuple(
        alias
        for match in _ALIAS.finditer(clean)
        if (alias := (match[1] or match[2] or "").strip())
    )
    body = " ".join(_ALIAS.sub(" ", clean).split())
    last, comma, first = body.partition(",")
    suffix = ""
    if comma and first.strip().strip(".").lower() in _SUFFIXES:
        body, comma, suffix = last, "", first.strip()
    surname_words = last.split() if comma else []
    words = _words(first if comma else body)
    titles = []
    while words and (len(words) > 1 or surname_words) and is_title(words[0]):
        titles.append(words.pop(0))
    if len(words) > 1 and words[-1].strip(".").lower() in _SUFFIXES:
        suffix = words.pop()
    if not comma:
        words, surname_words = _surname_apart(words)
    return _assemble(clean, words, surname_words, tuple(titles), suffix, aliases)


def _words(body: str) -> list[str]:
    spaced = _INITIALS_TOGETHER.sub(" ", body.replace(".-", "."))
    return [word for word in spaced.split(" ") if word.strip(".,;:-")]


def is_initial(word: str) -> bool:
    """Tell whether a word is an initial: "I.", "L", "Yu."."""
    return bool(_INITIAL.fullmatch(word)) and word[0].isupper()


def is_patronymic(word: str) -> bool:
    """Tell whether a word has the form of a patronymic: "Ilyich", "Львовна"."""
    return bool(_PATRONYMIC.search(word)) and word[0].isupper()


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
        words[start - 1][0].islower()
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
    stem = _PATRONYMIC_ENDING.sub("", romanise(word).lower())
    return stem in _STEMS or any(is_given_name(stem + end) for end in _STEM_ENDINGS)


def _surname_first(words: list[str]) -> bool:
    """Recognise "Orlov I. N.", "Orlov Ivan Nikitich" and "Орлов Иван"."""
    first, *rest = words
    if all(is_initial(word) for word in rest):
        return True
    second, *more = rest
    if more:
        return len(more) == 1 and is_patronymic(more[0]) and not is_patronymic(second)
    # English prose has "Harper Lee"; lists in Russian have the surname first.
    cyrillic = romanise(second) != second
    return cyrillic and is_given_name(second) and not is_given_name(first)


def _assemble(
    text: str,
    words: list[str],
    surname: list[str],
    titles: tuple[str, ...],
    suffix: str,
    aliases: tuple[str, ...],
) -> Name:
    initials = tuple(w.strip(".").upper() for w in words if is_initial(w))
    patronymic = next((w for w in reversed(words) if is_patronymic(w)), "")
    given = tuple(w for w in words if not is_initial(w) and w != patronymic)
    family = " ".join(surname)
    if family.isupper() and len(family) >= _SHOUT:
        family = "-".join(p.capitalize() for p in family.split("-"))
    gender = _gender(titles, patronymic, given, family)
    return Name(
        text,
        given,
        patronymic,
        family,
        initials,
        titles,
        suffix,
        aliases,
        gender,
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
