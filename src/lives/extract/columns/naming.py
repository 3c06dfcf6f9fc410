"""Names of persons as lists write them: surname first, in capitals, over columns."""

from lives.model.mention import Gender

_GENDERS = {
    "м": Gender.MALE,
    "муж": Gender.MALE,
    "муж.": Gender.MALE,
    "мужской": Gender.MALE,
    "m": Gender.MALE,
    "male": Gender.MALE,
    "ж": Gender.FEMALE,
    "жен": Gender.FEMALE,
    "жен.": Gender.FEMALE,
    "женский": Gender.FEMALE,
    "f": Gender.FEMALE,
    "female": Gender.FEMALE,
}
# Only endings that no other name shares: given names tell too little by themselves.
_PATRONYMICS = (
    (("овна", "евна", "ична", "ovna", "evna", "ichna"), Gender.FEMALE),
    (("ович", "евич", "ovich", "evich"), Gender.MALE),
)


def lowered(word: str) -> str:
    """Put a word written in capitals into the usual letters.

    >>> lowered("ТЕР-ВАГАНЯН")
    'Тер-Ваганян'
    >>> lowered("И.")
    'И.'
    """
    pieces = word.split("-")
    return "-".join(
        p.capitalize() if len(p) > 1 and p.isupper() and not p.endswith(".") else p
        for p in pieces
    )


def in_plain_order(full: str, *, surname_first: bool) -> str:
    """Return a name given names first, without capitals and commas.

    >>> in_plain_order("МРАЧКОВСКИЙ Сергей Витальевич", surname_first=True)
    'Сергей Витальевич Мрачковский'
    >>> in_plain_order("Smilga, Ivar", surname_first=True)
    'Ivar Smilga'
    """
    surname, comma, rest = full.partition(",")
    words = full.split()
    if not surname_first:
        return " ".join(map(lowered, words))
    if comma:
        heads, tails = surname.split(), rest.split()
    else:
        # "ДЕ ЛА КРУС Хуан": all leading capitals belong to the surname.
        count = next((i for i, w in enumerate(words) if not _capitals(w)), len(words))
        count = count if 0 < count < len(words) else 1
        heads, tails = words[:count], words[count:]
    return " ".join(map(lowered, (*tails, *heads)))


def _capitals(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and word.isupper() and not word.endswith(".")


def gender_read(value: str) -> Gender | None:
    """Return the gender a column gives; None for words that give none.

    >>> gender_read("Ж")
    <Gender.FEMALE: 'f'>
    """
    return _GENDERS.get(value.casefold())


def gender_of(name: str) -> Gender:
    """Return the gender that a patronymic shows.

    >>> gender_of("Адольф Абрамович Иоффе")
    <Gender.MALE: 'm'>
    """
    words = name.casefold().split()
    # The last word is the surname, unless it stands alone: Rabinovich is no
    # patronymic.
    for word in words[1:-1]:
        for endings, gender in _PATRONYMICS:
            if word.endswith(endings):
                return gender
    return Gender.UNKNOWN
