"""Made-up entries of a book of memory: a list of any length, the same each time.

Each row is a name, a life in a few telegraphic clauses, and a street, as the lists of
those who were shot in one city have them. Nobody in it ever lived. Names are as
uneven as real ones, and the noise is that of real lists: misprints, parts that are
missing, doubled spaces, Latin letters among Cyrillic ones, other names in brackets,
"about", a second arrest, "by other accounts".

>>> next(entries(1))[0]
'Горатская Анна Романовна'
"""

import random
from collections.abc import Iterator
from itertools import accumulate

HEADER = ("name", "bio", "street")

_STEMS = (
    *("лоб", "круг", "ветр", "сабл", "озер", "тих", "гор", "лес", "бел", "черн"),
    *("стар", "нов", "дол", "реч", "мор", "сух", "крив", "рыб", "пчел", "медв"),
    *("куз", "плот", "гонч", "ткач", "кож", "сед", "кор", "сол", "кам", "песк"),
    *("зим", "весн", "рос", "туман", "град", "мост", "брод", "луг", "пол", "стеж"),
)
_MIDDLES = (
    *("", "ан", "ов", "ин", "ом", "ет", "ух", "ил", "ач", "ор", "ат", "енк", "ущ"),
    *("ян", "ык", "ел", "уш", "ар"),
)
_ENDINGS = ("ов", "ев", "ин", "ский")
_MEN = (
    *("Иван", "Николай", "Василий", "Михаил", "Алексей", "Пётр", "Александр"),
    *("Павел", "Сергей", "Григорий", "Фёдор", "Степан", "Яков", "Дмитрий", "Семён"),
    *("Андрей", "Константин", "Владимир", "Борис", "Лев", "Абрам", "Карл", "Ян"),
)
_WOMEN = (
    *("Мария", "Анна", "Александра", "Елена", "Ольга", "Вера", "Надежда", "Нина"),
    *("Софья", "Клавдия", "Евгения", "Татьяна", "Роза", "Эмма"),
)
_FATHERS = (
    *("Иван", "Николай", "Михаил", "Петр", "Павел", "Степан", "Федор", "Семен"),
    *("Борис", "Карл", "Абрам", "Александр", "Антон", "Роман", "Осип", "Богдан"),
)
_PROVINCES = (
    *("Тамбовская", "Рязанская", "Тульская", "Калужская", "Орловская", "Смоленская"),
    *("Витебская", "Виленская", "Курская", "Пензенская", "Самарская", "Киевская"),
)
_DISTRICTS = ("Моршанский", "Епифанский", "Козельский", "Спасский", "Ливенский")
_CITIES = ("Москва", "Рига", "Тифлис", "Варшава", "Лодзь", "Одесса", "Харбин")
_VILLAGES = ("Алкужи", "Ольховка", "Каменка", "Сосновка", "Липяги", "Верхний Брод")
_NATIONS = ("русск", "еврей", "поляк", "латыш", "немец", "украин")
_WOMAN_OF = {
    "русск": "русская",
    "еврей": "еврейка",
    "поляк": "полька",
    "латыш": "латышка",
    "немец": "немка",
    "украин": "украинка",
}
_MAN_OF = {"русск": "русский", "украин": "украинец"}
_SCHOOLS = ("высшее", "среднее", "начальное", "н/высшее")
_WORKS = ('завод "Маяк"', "трест № 4", "артель «Игла»", "Наркомат путей", "школа № 12")
_POSTS = ("инженер", "слесарь", "бухгалтер", "счетовод", "зав. складом", "учитель")
_STREETS = ("Полевая", "Заставная", "Мельничная", "Речная", "Кузнечная", "Садовая")
_GRAVES = ("Бутово", "Донское кладбище", "Коммунарка")
_COURTS = ("тройкой при УНКВД", "Особым совещанием при НКВД", "ВК ВС СССР")
_LATIN = str.maketrans("аеорсх", "aeopcx")


def entries(number: int, seed: int = 1) -> Iterator[tuple[str, str, str]]:
    """Yield name, life and street of so many people who never were."""
    chance = random.Random(seed)  # noqa: S311  # names, not secrets
    surnames = _surnames(chance)
    # The most frequent Russian surname is borne by about one in a hundred.
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(surnames))))
    men = list(accumulate(1 / (rank + 2) for rank in range(len(_MEN))))
    women = list(accumulate(1 / (rank + 2) for rank in range(len(_WOMEN))))
    for _ in range(number):
        woman = chance.random() < 0.12  # noqa: PLR2004  # as in such lists
        (surname,) = chance.choices(surnames, cum_weights=weights)
        given, cumulated = (_WOMEN, women) if woman else (_MEN, men)
        (first,) = chance.choices(given, cum_weights=cumulated)
        father = chance.choice(_FATHERS) + ("овна" if woman else "ович")
        street = f"{chance.choice(_STREETS)} ул."
        name = f"{_of(surname, woman=woman)} {first} {father}"
        yield _noisy_name(name, chance), _life(chance, street, woman=woman), street


def _surnames(chance: random.Random) -> list[str]:
    made = [
        (stem + middle + ending).capitalize()
        for stem in _STEMS
        for middle in _MIDDLES
        for ending in _ENDINGS
    ]
    chance.shuffle(made)
    return made


def _of(surname: str, *, woman: bool) -> str:
    if not woman:
        return surname
    return f"{surname[:-2]}ая" if surname.endswith("ий") else f"{surname}а"


def _noisy_name(name: str, chance: random.Random) -> str:
    luck = chance.random()
    if luck < 0.01:  # noqa: PLR2004  # one in a hundred, here and below
        return name.translate(_LATIN)
    if luck < 0.02:  # noqa: PLR2004
        at = chance.randrange(2, len(name))
        return name[:at] + name[at + 1 :]
    if luck < 0.03:  # noqa: PLR2004
        return name.replace(" ", "  ", 1)
    if luck < 0.04:  # noqa: PLR2004
        return f"{name} (он же {chance.choice(_STEMS).capitalize()}ин)"
    if luck < 0.05:  # noqa: PLR2004
        return name.rsplit(" ", 1)[0]
    return name


def _life(chance: random.Random, street: str, *, woman: bool) -> str:
    told = [_birth(chance), _nation(chance, woman=woman), _party(chance)]
    if chance.random() < 0.4:  # noqa: PLR2004
        told.append(f"обр. {chance.choice(_SCHOOLS)}")
    told.append(f"{chance.choice(_WORKS)}: {chance.choice(_POSTS)}")
    house, flat = chance.randint(1, 90), chance.randint(1, 200)
    address = f"Адрес: {street}, д.{house}, кв. {flat}."
    parts = [", ".join(filter(None, told)) + ".", address, *_blows(chance, woman=woman)]
    if chance.random() < 0.97:  # noqa: PLR2004
        parts.append(f"Место захоронения: {chance.choice(_GRAVES)}.")
    life = " ".join(parts)
    return life.replace(" ", "  ", 3) if chance.random() < 0.02 else life  # noqa: PLR2004


def _birth(chance: random.Random) -> str:
    year = chance.choices(range(1865, 1919), range(10, 64))[0]
    luck = chance.random()
    born = f"род. {year}"
    if luck < 0.02:  # noqa: PLR2004
        born = f"род. около {year}"
    elif luck < 0.03:  # noqa: PLR2004
        born = f"род. {year} (по другим данным, {year + 1})"
    if luck > 0.9:  # noqa: PLR2004
        return f"{born}, г. {chance.choice(_CITIES)}"
    if luck > 0.87:  # noqa: PLR2004
        return born
    place = f"{chance.choice(_PROVINCES)} губ., {chance.choice(_DISTRICTS)} у."
    return f"{born}, {place}, с. {chance.choice(_VILLAGES)}"


def _nation(chance: random.Random, *, woman: bool) -> str:
    (nation,) = chance.choices(_NATIONS, (60, 10, 10, 8, 6, 6))
    return _WOMAN_OF[nation] if woman else _MAN_OF.get(nation, nation)


def _party(chance: random.Random) -> str:
    luck = chance.random()
    if luck < 0.5:  # noqa: PLR2004
        return "б/п"
    if luck < 0.9:  # noqa: PLR2004
        return f"член ВКП(б) с {chance.randint(1905, 1932)}"
    return ""


def _blows(chance: random.Random, *, woman: bool) -> Iterator[str]:
    a, year = "а" if woman else "", chance.choice((1937, 1937, 1938))
    if chance.random() < 0.05:  # noqa: PLR2004
        yield f"Арестован{a} {_day(chance, 1933)}."
    if chance.random() < 0.3:  # noqa: PLR2004
        yield f"Арестован{a} {_day(chance, year - 1)}."
        yield f"Приговорен{a} {_day(chance, year)} {chance.choice(_COURTS)}: ВМН."
    shot = "Рассстрелян" if chance.random() < 0.02 else "Расстрелян"  # noqa: PLR2004
    yield f"{shot}{a} {_day(chance, year)}."
    if chance.random() < 0.2:  # noqa: PLR2004
        yield f"Реабилитирован{a} {_day(chance, 1956)}."


def _day(chance: random.Random, year: int) -> str:
    return f"{chance.randint(1, 28)}.{chance.randint(1, 12):02}.{year}"
