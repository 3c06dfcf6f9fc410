"""What columns and names of a list tell of the gender."""

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
