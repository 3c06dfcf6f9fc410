"""Given names: which words are, whose they are, and which are one name."""

from functools import cache, lru_cache

from lives import packaged
from lives.model.mention import Gender
from lives.reading.names_scripts import cyrillic, romanise
from lives.reading.names_sound import skeleton

_SPELT_ANEW = 6  # letters from which an unknown word may be a known name spelt anew
_SHORT = 4
_GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE, "u": Gender.UNKNOWN}


def lines_of(name: str) -> list[list[str]]:
    """Read a word list of this package: the words of each line, comments left out."""
    return [line.split() for line in packaged.lines("lives.reading", f"data/{name}")]


@cache
def groups_of_names() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return the groups of forms of one given name: gender, in full, among friends."""
    found: list[tuple[str, list[str], list[str]]] = []
    first: dict[tuple[str, str], int] = {}
    for path in ("given_name_groups.txt", "given_name_kin.txt"):
        for mark, *names in lines_of(path):
            bar = names.index("|") if "|" in names else len(names)
            full, friendly = names[:bar], names[bar + 1 :]
            known = first.setdefault((mark, names[0]), len(found))
            if known == len(found) or path == "given_name_groups.txt":
                found.append((mark, full, friendly))
            else:
                found[known][1].extend(full[1:])
                found[known][2].extend(friendly)
    return tuple((mark, tuple(full), tuple(short)) for mark, full, short in found)


@cache
def _genders() -> dict[str, Gender]:
    found: dict[str, Gender] = {}
    lists = [*lines_of("given_name_groups.txt"), *lines_of("given_names.txt")]
    for mark, *names in lists:
        for name in names:
            for form in {name.lower(), romanise(name).lower()} - {"|"}:
                gender = _GENDERS[mark]
                known = found.setdefault(form, gender)
                if known is not gender:
                    found[form] = Gender.UNKNOWN
    for mark, *names in lines_of("given_name_kin.txt"):
        for name in filter(cyrillic, names):
            found.setdefault(name.lower(), _GENDERS[mark])
    return found


@cache
def _groups() -> dict[str, tuple[tuple[int, bool], ...]]:
    """Map each form to its groups, and whether it is the form among friends there."""
    found: dict[str, set[tuple[int, bool]]] = {}
    for number, (_, full, friendly) in enumerate(groups_of_names()):
        for among_friends, names in ((False, full), (True, friendly)):
            for name in names:
                for form in (name.lower(), romanise(name).lower()):
                    found.setdefault(form, set()).add((number, among_friends))
    return {form: tuple(sorted(groups)) for form, groups in found.items()}


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name; of a double name, its first part.

    >>> is_given_name("Sergei"), is_given_name("Jean-Louis"), is_given_name("Table")
    (True, True, False)
    """
    return _known(word.lower()) is not None


@lru_cache(maxsize=65536)
def _known(lower: str) -> Gender | None:
    """Return the gender of a given name, UNKNOWN if both bear it; None for others."""
    if lower in _genders():
        return _genders()[lower]
    first, hyphen, _ = lower.partition("-")
    if hyphen:
        return _genders().get(first)
    return _by_sound().get(_sound(lower)) if len(lower) >= _SPELT_ANEW else None


def _sound(lower: str) -> str:
    # The last letter stays: it tells Anastasio from Anastasia.
    return skeleton(lower) + lower[-1]


@cache
def _by_sound() -> dict[str, Gender]:
    """Index long given names by skeleton: "Jewgenij" is a name although not listed."""
    found: dict[str, Gender] = {}
    for name, gender in _genders().items():
        if len(name) >= _SPELT_ANEW and name.isascii():
            key = _sound(name)
            known = found.setdefault(key, gender)
            found[key] = gender if known is gender else Gender.UNKNOWN
    return found


def gender_of_given(word: str) -> Gender:
    """Return the gender a given name shows; unknown for other words, and for "Kim"."""
    lower = word.lower()
    parts = (lower, *lower.split("-"))
    known = [_known(part) for part in parts]
    told = next((gender for gender in known if gender), Gender.UNKNOWN)
    if told or any(gender is not None for gender in known):
        return told
    # Romance names in -o that no list has are men's; Japanese ones in -ko women's.
    romance = lower.endswith("o") and not lower.endswith("ko") and len(lower) > _SHORT
    return Gender.MALE if romance else Gender.UNKNOWN


def same_given(one: str, two: str) -> str:
    """Say why two given names may be one; "" when they are not.

    >>> same_given("Seryozha", "Sergei"), same_given("Lev", "Leon")
    ('Seryozha is short for Sergei', 'Lev and Leon are one name')
    >>> same_given("Ivan", "Sergei")
    ''
    """
    a, b = one.lower(), two.lower()
    if a == b:
        return "same given name"
    groups = dict(_groups().get(a, ()))
    shared = [(number, f) for number, f in _groups().get(b, ()) if number in groups]
    if not shared:
        return ""
    number, friendly = shared[0]
    if groups[number] == friendly:
        return f"{one} and {two} are one name"
    short, long = (one, two) if groups[number] else (two, one)
    return f"{short} is short for {long}"


def one_name_with(word: str) -> frozenset[str]:
    """Return, in lower case, what else a given name is called: in full, short, abroad.

    >>> {"надежда", "nadia"} <= one_name_with("Надя"), one_name_with("Table")
    (True, frozenset())
    """
    lower = word.lower()
    kin = (
        name.lower()
        for number, _ in _groups().get(lower, ())
        for names in groups_of_names()[number][1:]
        for name in names
    )
    return frozenset(kin) - {lower}


@cache
def _russian() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, full, _ in groups_of_names():
        russian = next(filter(cyrillic, full), "")
        for name in full if russian else ():
            found.setdefault(name.lower(), set()).add(russian)
    return {name: frozenset(forms) for name, forms in found.items()}


def russian_forms(word: str) -> frozenset[str]:
    """Return the given names of Russians that a foreign one stands for.

    >>> russian_forms("Giuseppe")
    frozenset({'Иосиф'})
    """
    return _russian().get(word.lower(), frozenset())


@cache
def _titles() -> dict[str, Gender]:
    return {w: _GENDERS[mark] for mark, *words in lines_of("titles.txt") for w in words}


def is_title(word: str) -> bool:
    """Tell whether a word before a name is a title: "Comrade", "Mrs", "Marshal"."""
    return word.lower().rstrip(".") in _titles()


def gender_of_title(word: str) -> Gender:
    """Return the gender a title shows."""
    return _titles().get(word.lower().rstrip("."), Gender.UNKNOWN)


@cache
def particles() -> frozenset[str]:
    """Return the small words that stand inside surnames: "von", "de la"."""
    return frozenset(
        word.lstrip("+") for line in lines_of("particles.txt") for word in line
    )
