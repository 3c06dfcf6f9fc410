"""Lists of words that tell names of people from names of other things."""

import tomllib
from functools import cache

from lives.extract.english.frames import frames
from lives.extract.english.lexicon import data, words
from lives.extract.english.roles import roles
from lives.reading.names import is_given_name, is_title

_DOCTRINAL = ("ism", "isms", "ist", "ists", "ite", "ites", "istic", "ology", "ocracy")
_PEOPLES = ("ians", "ans", "ese", "ish")
_PREFIXES = ("anti-", "ex-", "non-", "post-", "pre-", "pro-", "neo-", "semi-", "pan-")
_LONG = 5  # an ending says something only of a word longer than itself
_ACRONYM = 5  # capitals: longer words in capitals are written large, not abbreviated


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of `data/mentions.toml` as a set of lower-case words."""
    entry = tomllib.loads(data("mentions.toml"))[name]
    return frozenset(str(entry).split())


@cache
def phrases(name: str) -> frozenset[str]:
    """Return a list of `data/mentions.toml` whose lines are phrases."""
    entry = tomllib.loads(data("mentions.toml"))[name]
    return frozenset(str(entry).splitlines())


@cache
def endings(name: str) -> tuple[str, ...]:
    """Return a list of `data/mentions.toml` as endings for `str.endswith`."""
    return tuple(sorted(listed(name)))


@cache
def _lines(name: str) -> frozenset[str]:
    kept = (line for line in data(name).splitlines() if not line.startswith("#"))
    return frozenset(line.strip().lower() for line in kept if line.strip())


def is_place(lower: str) -> bool:
    """Tell whether a word is the name of a country, region, city or river."""
    return lower in _lines("places.txt")


def is_common(lower: str) -> bool:
    """Tell whether English writes the word without a capital: "freed", "deported"."""
    deed = lower.endswith(("ed", "ing")) and lower in frames().by_form
    return deed or lower in _lines("common_words.txt")


@cache
def function_words() -> frozenset[str]:
    """Return words that never begin a name, whatever their capital."""
    names = ("determiners", "possessives", "prepositions", "conjunctions")
    more = ("subordinators", "relatives", "modals", "be", "have", "do", "adverbs")
    found = {word for name in (*names, *more) for word in words()[name]}
    pronouns = "i he she it we they me him us them his hers yours ours mine theirs you"
    others = (
        "yes no o oh ah chapter part section note notes see ibid cf well mr's as if"
    )
    return frozenset(found | set(pronouns.split()) | set(others.split())) - {
        "may",
        "will",
    }


@cache
def role_nouns() -> frozenset[str]:
    """Return nouns for what a person is: callings, offices, kin, company."""
    plain = {noun.lower() for noun in roles().kind_of}
    return frozenset(plain | {"comrade", "leader", "lover"})


def is_role(lower: str) -> bool:
    """Tell whether a lower-case noun says what a human being is."""
    return lower in role_nouns() or lower.rsplit("-", 1)[-1] in role_nouns()


def is_office(lower: str) -> bool:
    """Tell whether a word in capitals is a title or office before a name."""
    if is_title(lower):
        return True
    known = roles()
    titled = known.kind_of.get(lower) in ("office", "occupation")
    return titled and lower not in known.surnames


def is_body(lower: str) -> bool:
    """Tell whether a word makes the name of a body, site, work or event."""
    return any(lower in listed(name) for name in ("bodies", "sites", "things"))


def is_group(lower: str) -> bool:
    """Tell whether a word names a people, creed or following: "Tolstoyans"."""
    if lower in listed("demonyms") or lower.removesuffix("s") in listed("demonyms"):
        return True
    if is_given_name(lower) or len(lower) <= _LONG:
        return False
    return lower.endswith(_DOCTRINAL) or lower.endswith(_PEOPLES)


def is_acronym(text: str) -> bool:
    """Tell whether a word is an abbreviation in capitals: "BBC", "MI5-MI6"."""
    if "." in text:
        return False
    parts = text.split("-")
    if any(len(p) > 1 and p.isupper() and len(p) <= _ACRONYM for p in parts):
        return True
    return any(map(_inner_capital, parts))


def _inner_capital(word: str) -> bool:
    """Recognise "MoveOn"; "McAdam" and "DeWine" are surnames."""
    inner = next((i for i, c in enumerate(word) if i and c.isupper()), 0)
    if not inner or word.isupper():
        return False
    return word[:inner].lower().rstrip("'’") not in listed("inner_capitals")


def has_prefix(lower: str) -> bool:
    """Tell whether a word is compounded so that it names no person: "ex-Minister"."""
    return lower.startswith(_PREFIXES)


@cache
def months() -> frozenset[str]:
    """Return months and days of the week, and other times in capitals."""
    days = "monday tuesday wednesday thursday friday saturday sunday"
    times = "easter christmas lent passover ramadan bc ad am pm"
    return words()["months"] | frozenset(f"{days} {times}".split())


def is_person_verb(lower: str) -> bool:
    """Tell whether a word may be the verb of a human subject."""
    return (
        lower in listed("person_verbs")
        or lower in words()["be"] | words()["have"] | words()["modals"]
        or (len(lower) > _LONG and lower.endswith("ed"))
    )
