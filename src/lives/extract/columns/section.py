"""One table of a recipe, read key by key; what is wrong with it is gathered."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lives.extract.columns.forms import NAMED
from lives.extract.columns.recipe import Field
from lives.model.errors import BadRecipe, LivesError

_CENTURIES = range(1_000, 2_100, 100)
_MANUAL = "docs/how-to/recipes.md tells what may stand here"


class Section:
    """A table of a recipe with its place, for messages.

    Attributes:
        where: The file and the table: ``list.toml [name]``.
        faults: What was found wrong, shared by all sections of a recipe.
    """

    def __init__(self, table: object, where: str, faults: list[LivesError]) -> None:
        self.where = where
        self.faults = faults
        self._asked: set[str] = set()
        self._table: Mapping[str, Any] = {}
        if isinstance(table, Mapping):
            self._table = table
        else:
            self.fault("a table is expected here")

    def fault(self, what: str, remedy: str = _MANUAL) -> None:
        """Note that something is wrong in this table."""
        self.faults.append(BadRecipe(what, where=self.where, remedy=remedy))

    def value(self, key: str) -> Any:  # noqa: ANN401  # TOML holds anything
        """Return what stands under a key; None for nothing."""
        self._asked.add(key)
        return self._table.get(key)

    def text(self, key: str) -> str:
        """Return the text under a key; "" where there is none."""
        found = self.value(key)
        if found is None or isinstance(found, str):
            return found or ""
        self.fault(f"{key!r} must be a text in quotation marks, not {found!r}")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts under a key: one, or several in square brackets."""
        found = self.value(key)
        several = [found] if isinstance(found, str) else found or []
        if isinstance(several, list) and all(isinstance(x, str) for x in several):
            return tuple(several)
        self.fault(f"{key!r} must be one text or a list of texts, not {found!r}")
        return ()

    def flag(self, key: str) -> bool:
        """Return the yes or no under a key; no where there is none."""
        found = self.value(key)
        if found is not None and not isinstance(found, bool):
            self.fault(f"{key!r} must be true or false, not {found!r}")
        return found is True

    def number(self, key: str) -> int | None:
        """Return the number under a key."""
        found = self.value(key)
        if found is None or (isinstance(found, int) and not isinstance(found, bool)):
            return found
        self.fault(f"{key!r} must be a number, not {found!r}")
        return None

    def section(self, key: str) -> "Section | None":
        """Return the table under a key."""
        found = self.value(key)
        where = f"{self.where} [{key}]"
        return None if found is None else Section(found, where, self.faults)

    def sections(self, key: str) -> Iterator["Section"]:
        """Yield the tables under a key written as ``[[key]]``."""
        found = self.value(key)
        if found is not None and not isinstance(found, list):
            self.fault(f"{key!r} must be written as [[{key}]]")
            return
        for number, table in enumerate(found or (), start=1):
            yield Section(table, f"{self.where} [[{key}]] no. {number}", self.faults)

    def items(self, key: str) -> Iterator[tuple[str, Any]]:
        """Yield the entries of the table under a key."""
        found = self.value(key)
        if found is not None and not isinstance(found, Mapping):
            self.fault(f"{key!r} must be a table")
            return
        yield from (found or {}).items()

    def patterns(self, *keys: str) -> tuple[re.Pattern[str], ...]:
        """Return the regular expressions under any of the keys."""
        found = []
        for pattern in (p for key in keys for p in self.texts(key)):
            try:
                found.append(re.compile(pattern, re.DOTALL))
            except re.error as error:
                self.fault(f"the pattern {pattern!r} is not one: {error}")
        return tuple(found)

    def field(self, key: str, *, constant: bool = False) -> Field | None:
        """Return where a part of a statement comes from.

        Args:
            key: ``when``, ``what`` ...
            constant: A bare text is a value, rather than the name of a column.
        """
        found = self.value(key)
        if found is None:
            return None
        if isinstance(found, str) and constant:
            return Field(constant=found)
        if isinstance(found, str | list):
            return Field(columns=self.texts(key))
        table = Section(found, f"{self.where} {key}", self.faults)
        form = table.text("form")
        result = Field(
            table.texts("column") or tuple(dict.fromkeys(NAMED.findall(form))),
            table.text("constant"),
            table.text("lookup"),
            table.flag("keep"),
            table.number("century") if key == "when" else None,
            form,
        )
        table.end()
        if result.century is not None and result.century not in _CENTURIES:
            table.fault(f"there is no century {result.century}", "write 1800 or 1900")
        if bool(result.columns) == bool(result.constant):
            table.fault("give either a column, or a form, or a constant")
        return result

    def end(self) -> None:
        """Note every key that nothing has asked for."""
        for key in self._table:
            if key not in self._asked:
                allowed = ", ".join(sorted(self._asked))
                self.fault(f"{key!r} has no meaning here", f"use one of: {allowed}")
