"""How many people the archive knows by a name: the rarer, the more it tells."""

from collections import Counter
from collections.abc import Iterable, Sequence

from lives.resolve.block import given_keys, letter, surname_keys
from lives.resolve.known import patronymic_stem
from lives.resolve.profile import Profile

# Beyond so many, how many more does not matter, and counting them would cost most.
_MANY = 40


class Bearers:
    """Counts of people who can be told apart by what else they are called.

    Given names tell the bearers of a surname apart, and so do the rows of one list.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        forms: dict[tuple[str, ...], list[set[str]]] = {}
        rows: Counter[tuple[str, str]] = Counter()
        for profile in profiles:
            name = profile.name
            surnames = surname_keys(name.core)
            for key in surnames:
                if profile.row:
                    rows[key, profile.capture] += 1
                if name.given:
                    given = given_keys(name.given[0])
                    initial = letter(name.given[0])
                    _tell_apart(forms.setdefault((key,), []), given)
                    _tell_apart(forms.setdefault((key, initial), []), given)
            if name.given and name.patronymic and surnames:
                known = forms.setdefault(("", *_first_names(profile)), [])
                _tell_apart(known, surnames)
        self._known = Counter({key: len(found) for key, found in forms.items()})
        for (key, _), count in rows.items():
            self._known[key,] = max(self._known[key,], count)

    def of_surname(self, one: Profile, two: Profile) -> int:
        """Count the people of the surname that two profiles share; at least 1."""
        keys = _shared(one, two)
        return max((self._known[key,] for key in keys), default=1) or 1

    def of_initial(self, one: Profile, two: Profile) -> int:
        """Count those of them whose given name has the initial of these two."""
        name = one.name if one.name.given else two.name
        if not name.given:
            return 0
        initial = letter(name.given[0])
        return max((self._known[key, initial] for key in _shared(one, two)), default=0)

    def of_first_names(self, one: Profile, two: Profile) -> int:
        """Count the people of one given name and patronymic; at least 1."""
        keys = [("", *_first_names(profile)) for profile in (one, two)]
        return max(1, *(self._known[key] for key in keys))


def _tell_apart(known: list[set[str]], keys: Iterable[str]) -> None:
    """Add a form of a name to those known; forms that share a key are one."""
    if len(known) >= _MANY:
        return
    form = set(keys)
    for other in [other for other in known if other & form]:
        known.remove(other)
        form |= other
    known.append(form)


def _first_names(profile: Profile) -> tuple[str, str]:
    name = profile.name
    return given_keys(name.given[0])[0], patronymic_stem(profile.names[0])


def _shared(one: Profile, two: Profile) -> set[str]:
    return set(surname_keys(one.name.core)) & set(surname_keys(two.name.core))
