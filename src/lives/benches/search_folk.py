"""Made-up people to search among, and what somebody types who looks for one of them.

Nobody here ever lived. Surnames are made of roots and endings of several nations
and are as uneven as real ones: the most frequent is borne by about one in a hundred,
most by a handful. How they are misspelt: `search_writing`.

>>> next(iter(people(1))).name
'Судякертов Фёдор Семёнович'
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lives.benches.search_writing import TRADITIONS, latin, slip
from lives.reading.names_traditions import romanised, traditions


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ROOTS = _words(
    """
    берез лук хар зуб коч гриб лап сыр мох жил пал рог сов щег чиж дят кун гав пух
    клим мак сем лаз тит фил прох сав ерм нест тарас вакул гур кирс потап остап дем
    ник арт евт март шум гром вол быстр тол худ лыс рыж кос горб стриж бар шар дуб вяз
    сос кал раб ив ряб туз хво шиш щук юр яр яз жар жур зар зыб ков кут леп лих луб
    мур нар обух ольх пест пих ракит ребр рус сер скут смол струг суд тюл уд ух фед
    цыб чаг чер шел шуб шуст эл яш гар дав жит иг кист
    """
)
_MIDDLES = _words(
    """
    - ан ен ок ал ел ат ут ач уш ух ыш иж ар ур ик ом он ещ ол як инц ынц анк енк ушк
    очк ашк ышк иш ерт ост аск унд ельн арн ойн ей
    """
)
_ENDINGS = {
    "ов": 34, "ев": 10, "ин": 17, "ский": 9, "енко": 6, "ук": 3, "чук": 2, "юк": 1,
    "ович": 2, "ян": 3, "швили": 2, "дзе": 2, "ман": 3, "берг": 1.5, "штейн": 1,
    "ис": 1, "сон": 0.5, "ич": 1, "ер": 1,
}  # fmt: skip
_MEN = _words(
    """
    Иван Николай Александр Василий Михаил Алексей Пётр Павел Сергей Григорий Фёдор
    Степан Яков Дмитрий Семён Андрей Константин Владимир Борис Лев Абрам Карл Ян Егор
    Илья Ефим Иосиф Моисей Георгий Максим Тимофей Антон Роман Матвей Филипп Никита
    Кузьма Захар Игнат Евгений Леонид Виктор Давид Исаак Арон Юрий Макар Осип Герасим
    Прокофий Трофим Станислав Казимир Ашот Сурен Вахтанг Шалва Рейн Эрнст Густав
    Фридрих Савелий Наум Лазарь Соломон Зиновий Вениамин Валентин Всеволод Глеб Олег
    Анатолий Аркадий Арсений Афанасий Гавриил Демьян Емельян Ермолай Кирилл Лаврентий
    Лука Митрофан Никифор Пантелеймон
    """
)
_WOMEN = _words(
    """
    Мария Анна Александра Елена Ольга Вера Надежда Нина Софья Клавдия Евгения Татьяна
    Роза Эмма Екатерина Евдокия Прасковья Наталья Варвара Любовь Зинаида Антонина
    Лидия Ксения Раиса Фаина Берта Ревекка Ирина Галина Валентина Пелагея Матрёна
    Агафья Юлия Елизавета Серафима Тамара Нино Стефания
    """
)
_IRREGULAR = {
    "Лев": "Львов", "Павел": "Павлов", "Пётр": "Петров", "Фёдор": "Федоров",
    "Михаил": "Михайлов", "Яков": "Яковлев",
}  # fmt: skip
_IN_A = {"Илья": "Иль", "Никита": "Никит", "Кузьма": "Кузьм", "Лука": "Лук"}
_SURNAMES = 60_000
_WOMAN = 0.15
_FOREIGN = 0.97  # and above: a name that stands in Latin letters


@dataclass(frozen=True, slots=True)
class Somebody:
    """One made-up person.

    Attributes:
        surname: As it should be.
        given: As it should be.
        father: The patronymic.
        name: As the list has it.
        full: Whether the list has all three in Cyrillic letters.
    """

    surname: str
    given: str
    father: str
    name: str
    full: bool


def people(number: int, seed: int = 3) -> Iterator[Somebody]:
    """Yield so many people, the same each time."""
    chance = random.Random(seed)  # noqa: S311  # names, not secrets
    surnames = list(_surnames(chance))
    by_surname = _zipf(len(surnames), 9)
    by_man, by_woman = _zipf(len(_MEN), 3), _zipf(len(_WOMEN), 2)
    for _ in range(number):
        woman = chance.random() < _WOMAN
        (surname,) = chance.choices(surnames, cum_weights=by_surname)
        given, weights = (_WOMEN, by_woman) if woman else (_MEN, by_man)
        (first,) = chance.choices(given, cum_weights=weights)
        (father,) = chance.choices(_MEN, cum_weights=by_man)
        yield _written(
            _of(surname, woman=woman), first, _patronymic(father, woman=woman), chance
        )


def _zipf(number: int, flat: int) -> list[float]:
    return list(accumulate(1 / (rank + flat) for rank in range(number)))


def _surnames(chance: random.Random) -> Iterator[str]:
    made: dict[str, None] = {}
    endings, weights = list(_ENDINGS), list(_ENDINGS.values())
    while len(made) < _SURNAMES:
        middle = chance.choice(_MIDDLES).strip("-")
        second = chance.choice(_MIDDLES).strip("-") if chance.random() < 0.5 else ""  # noqa: PLR2004
        (ending,) = chance.choices(endings, weights)
        made[(chance.choice(_ROOTS) + middle + second + ending).capitalize()] = None
    return iter(made)


def _of(surname: str, *, woman: bool) -> str:
    if not woman or not surname.endswith(("ов", "ев", "ин", "ий")):
        return surname
    return f"{surname[:-2]}ая" if surname.endswith("ий") else f"{surname}а"


def _patronymic(father: str, *, woman: bool) -> str:
    if father in _IN_A:
        return _IN_A[father] + ("инична" if woman else "ич")
    end = "на" if woman else "ич"
    if father in _IRREGULAR:
        return _IRREGULAR[father] + end
    if father.endswith("ий"):
        return f"{father[:-2]}ьев{end}"
    return (
        f"{father[:-1]}ев{end}" if father.endswith(("й", "ь")) else f"{father}ов{end}"
    )


def _written(surname: str, given: str, father: str, chance: random.Random) -> Somebody:
    luck, name, full = chance.random(), f"{surname} {given} {father}", False
    if luck < 0.06:  # noqa: PLR2004
        name = f"{surname} {given[0]}. {father[0]}."
    elif luck < 0.11:  # noqa: PLR2004
        name = f"{surname} {given}"
    elif luck < 0.12:  # noqa: PLR2004
        name = f"{slip(surname, chance)} {given} {father}"
    elif luck > _FOREIGN:
        name = " ".join(latin(w, "English") for w in (given, father, surname))
    else:
        full = True
    return Somebody(surname, given, father, name, full)


# --- what is typed ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types.

    Attributes:
        text: What.
        manner: In what way it is like the name, in words.
        wanted: Who is meant, by number.
        parts: What of the name it tells: s, g, f for surname, given name, patronymic,
            each with how many of its first letters where not all: ``s4g1``.
        far: Whether it is misspelt or in other letters.
    """

    text: str
    manner: str
    wanted: int
    parts: str
    far: bool = True


_PART = re.compile(r"([sgf])(\d*)")
_PARTS = {"s": "surname", "g": "given", "f": "father"}


def told(somebody: Somebody, parts: str) -> tuple[str, ...]:
    """Return what parts of a name say, as it should be.

    >>> told(Somebody("Жаров", "Антон", "Ильич", "", full=True), "sg1f2")
    ('Жаров', 'А', 'Ил')
    """
    return tuple(
        getattr(somebody, _PARTS[part])[: int(letters) if letters else None]
        for part, letters in _PART.findall(parts)
    )


def queries(folk: list[Somebody], number: int, seed: int = 4) -> Iterator[Query]:
    """Yield so many misspelt or transliterated queries, and half as many others.

    Args:
        folk: Among whom somebody is looked for.
        number: How many misspelt or transliterated ones.
        seed: Of chance.
    """
    chance = random.Random(seed)  # noqa: S311  # names, not secrets
    whole = [at for at, one in enumerate(folk) if one.full]
    for turn in range(number + number // 2):
        far = turn < number
        at = chance.choice(whole)
        some = _FAR if far else _NEAR
        manner = some[turn % len(some)]
        text, parts = manner(folk[at], chance)
        yield Query(text, str(manner.__doc__).partition(".")[0], at, parts, far)


def _latin_name(one: Somebody, manner: str) -> tuple[str, str, str]:
    return (
        latin(one.surname, manner),
        latin(one.given, manner),
        latin(one.father, manner),
    )


def _latin_whole(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """In Latin letters."""
    surname, given, father = _latin_name(one, chance.choice(TRADITIONS))
    return f"{given} {father} {surname}", "gfs"


def _by_tradition(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """In Latin letters by a tradition that the index knows, surname first."""
    written = romanised(f"{one.surname} {one.given}", chance.choice(traditions()))
    return written, "sg"


def _latin_two(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """In Latin letters, without patronymic."""
    surname, given, _ = _latin_name(one, chance.choice(TRADITIONS))
    return f"{given} {surname}", "gs"


def _latin_initials(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """In Latin letters, with initials."""
    surname, given, father = _latin_name(one, chance.choice(TRADITIONS))
    return f"{given[0]}. {father[0]}. {surname}", "g1f1s"


def _slip_surname(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """A slip in the surname."""
    return f"{slip(one.surname, chance)} {one.given} {one.father}", "sgf"


def _slip_two(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """A slip in the surname, without patronymic."""
    return f"{slip(one.surname, chance)} {one.given}", "sg"


def _slip_any(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """A slip in two of three words."""
    words = [one.surname, one.given, one.father]
    spared = chance.randrange(3)
    typed = (w if at == spared else slip(w, chance) for at, w in enumerate(words))
    return " ".join(typed), "sgf"


def _slip_initials(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """A slip in the surname, with initials."""
    return f"{slip(one.surname, chance)} {one.given[0]}. {one.father[0]}.", "sg1f1"


def _slip_latin(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """A slip in the surname in Latin letters."""
    surname, given, father = _latin_name(one, chance.choice(TRADITIONS))
    return f"{given} {father} {slip(surname, chance)}", "gfs"


def _as_written(one: Somebody, _: random.Random) -> tuple[str, str]:
    """As written."""
    return f"{one.surname} {one.given} {one.father}", "sgf"


def _other_order(one: Somebody, _: random.Random) -> tuple[str, str]:
    """In the other order, in small letters."""
    return f"{one.given} {one.father} {one.surname}".lower(), "gfs"


def _initials(one: Somebody, _: random.Random) -> tuple[str, str]:
    """With initials."""
    return f"{one.surname} {one.given[0]}.{one.father[0]}.", "sg1f1"


def _two(one: Somebody, _: random.Random) -> tuple[str, str]:
    """Without patronymic."""
    return f"{one.surname} {one.given}", "sg"


def _no_surname(one: Somebody, _: random.Random) -> tuple[str, str]:
    """Given name with patronymic."""
    return f"{one.given} {one.father}", "gf"


def _surname_alone(one: Somebody, _: random.Random) -> tuple[str, str]:
    """The surname alone."""
    return one.surname, "s"


def _father_alone(one: Somebody, _: random.Random) -> tuple[str, str]:
    """The patronymic alone."""
    return one.father, "f"


def _start(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """The beginning of the surname with a wildcard, and the given name."""
    cut = _cut(one.surname, chance)
    return f"{one.surname[:cut]}* {one.given}", f"s{cut}g"


def _father_and_start(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """The patronymic and the beginning of the surname."""
    cut = _cut(one.surname, chance)
    return f"{one.father} {one.surname[:cut]}*", f"fs{cut}"


def _latin_start(one: Somebody, chance: random.Random) -> tuple[str, str]:
    """The patronymic and the beginning of the surname, in Latin letters."""
    cut, manner = _cut(one.surname, chance), chance.choice(TRADITIONS)
    start = latin(f"{one.surname[:cut]}*", manner)
    return f"{start} {latin(one.father, manner)}", f"s{cut}f"


def _cut(surname: str, chance: random.Random) -> int:
    return chance.randrange(3, max(4, len(surname) - 1))


_FAR = (
    *(_by_tradition, _latin_whole, _latin_two, _latin_initials, _latin_start),
    *(_slip_surname, _slip_two, _slip_any, _slip_initials, _slip_latin),
)
_NEAR = (
    *(_as_written, _other_order, _initials, _two, _no_surname, _surname_alone),
    *(_father_alone, _start, _father_and_start),
)
