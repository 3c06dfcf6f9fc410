"""The nominatives that a name of a place in another case may stand for.

No dictionary: every form that the endings allow is made, and the gazetteer knows which
of them is a name. "Ельце" is Елец because Елец is a town, and Ельц or Ельцо are none.
"""

from collections.abc import Iterator
from itertools import islice, product

# Endings of nouns in the locative and genitive, and what they may stand for.
_NOUNS = (
    ("ьме", ("ьмы",)), ("ове", ("ов", "ово")), ("еве", ("ев", "ево")),
    ("ине", ("ин", "ино", "ина")), ("ева", ("ев", "ево")), ("ова", ("ов", "ово")),
    ("ина", ("ин", "ино")), ("ске", ("ск",)), ("ска", ("ск",)), ("цке", ("цк",)),
    ("цка", ("цк",)), ("ьце", ("ец", "ьцы")), ("ьца", ("ец",)), ("йце", ("ец", "йцы")),
    ("це", ("ец", "ца", "цы")), ("ца", ("ец",)), ("жке", ("жок", "жка", "жки")),
    ("жка", ("жок",)), ("чке", ("чек", "чка", "чки")), ("чка", ("чек",)),
    ("ке", ("к", "ек", "ок", "ка", "ки")), ("рле", ("рел",)), ("рла", ("рел",)),
    ("ии", ("ия", "ий")),
    ("ию", ("ия",)), ("ах", ("ы", "а", "и")), ("ях", ("и", "я")), ("ов", ("ы",)),
    ("ей", ("и",)), ("ью", ("ь",)), ("е", ("", "а", "я", "ь", "о", "и", "ы")),
    ("и", ("ь", "а", "я", "ия")), ("ы", ("а",)), ("а", ("", "о")), ("я", ("ь", "й")),
    ("у", ("а", "")), ("ю", ("я",)), ("ом", ("", "о")), ("ем", ("ь",)), ("о", ("",)),
)  # fmt: skip
_ADJECTIVES = (
    ("ого", ("ый", "ое", "ой", "ий")), ("его", ("ий", "ее")),
    ("ом", ("ый", "ое", "ий", "ой")), ("ем", ("ий", "ее")),
    ("ой", ("ая",)), ("ей", ("яя",)), ("ую", ("ая",)), ("их", ("ие",)), ("ых", ("ые",)),
)  # fmt: skip
_SHORTEST = 3
_MOST = 48  # combinations that are tried before a name is given up


def nominatives(words: str) -> Iterator[str]:
    """Yield what a name may be in the nominative, itself first.

    Args:
        words: A name as its key: lower case, no hyphens.

    >>> "нижний новгород" in set(nominatives("нижнем новгороде"))
    True
    >>> list(nominatives("риге"))[:3]
    ['риге', 'риг', 'рига']
    """
    yield words
    parts = words.split()
    choices = [_forms(part, alone=len(parts) == 1) for part in parts]
    for chosen in islice(product(*choices), 1, _MOST):
        yield " ".join(chosen)


_ENDINGS = (dict(_ADJECTIVES), dict(_NOUNS))


def _forms(word: str, *, alone: bool) -> list[str]:
    found = [word]
    if len(word) < _SHORTEST:  # "на": nothing that is declined
        return found
    for n, endings in enumerate(_ENDINGS):
        for size in (3, 2, 1):
            stands_for = endings.get(word[-size:], ())
            found += [word[:-size] + other for other in stands_for]
            if stands_for and n == 0 and not alone:
                break
    return list(dict.fromkeys(found))
