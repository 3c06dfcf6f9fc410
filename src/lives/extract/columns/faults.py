"""Faults of one list, gathered so that an archivist mends its recipe once."""

from dataclasses import dataclass, field

from lives.model.errors import ExtractError, LivesError, Several

_KEPT = 1_000  # different faults held; what lies beyond is only counted


@dataclass(slots=True)
class _Fault:
    sort: type[ExtractError]
    what: str
    where: str
    remedy: str
    times: int = 1


@dataclass(slots=True)
class Faults:
    """What was found wrong so far: each different fault once, with its first place."""

    _found: dict[object, _Fault] = field(default_factory=dict)
    _beyond: int = 0

    def __bool__(self) -> bool:
        return bool(self._found)

    def note(
        self,
        sort: type[ExtractError],
        what: str,
        *,
        where: str,
        remedy: str,
        same: object = None,
    ) -> None:
        """Note a fault.

        Args:
            sort: The error it is.
            what: What is wrong.
            where: Its place.
            remedy: What to add to which recipe.
            same: Faults with an equal one here are the same fault at several places;
                by default those with the same words.
        """
        key = (sort, what if same is None else same)
        held = self._found.get(key)
        if held is not None:
            held.times += 1
        elif len(self._found) < _KEPT:
            self._found[key] = _Fault(sort, what, where, remedy)
        else:
            self._beyond += 1

    def errors(self) -> list[LivesError]:
        """Return an error for each different fault, in order of appearance."""
        found: list[LivesError] = []
        for fault in self._found.values():
            more = fault.times - 1
            places = f" (and {more} more like it)" if more else ""
            error = fault.sort(
                fault.what, where=fault.where + places, remedy=fault.remedy
            )
            found.append(error)
        return found

    def raise_all(self) -> None:
        """Raise what was noted: the one fault, or all of them together.

        Raises:
            ExtractError: There is one.
            Several: There are more.
        """
        found = self.errors()
        if len(found) == 1:
            raise found[0]
        if found:
            raise Several(found, beyond=self._beyond)
