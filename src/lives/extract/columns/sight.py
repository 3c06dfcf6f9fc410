"""What the reader of lists sees in a row: its columns, and the rule of the recipe."""

import json
from collections.abc import Mapping
from typing import Any

from lives.extract.columns.parts import Row
from lives.extract.columns.recipe import Recipe, StatementRule
from lives.extract.sight import Seen
from lives.model.statement import Statement

Rule = tuple[tuple[str, str], ...]


def because(recipe: Recipe, rule: StatementRule) -> str:
    """Say by which columns of which recipe a statement was read."""
    columns = dict.fromkeys(c for f in rule.fields() for c in f.columns)
    named = ", ".join(repr(c) for c in columns or rule.words)
    return f"recipe {recipe.file}: {named or 'being listed'}"


def cells(row: Row) -> tuple[Seen, ...]:
    """Return the parts of a row that say something, in order of place."""
    parts = [Seen(part.start, part.end, name) for name, part in row.parts.items()]
    return tuple(sorted(parts, key=lambda part: (part.start, part.end)))


def rule_of(recipe: Recipe, table: Mapping[str, Any], said: Statement) -> Rule:
    """Return what the recipe says of a statement, key by key; nothing if it is gone.

    Args:
        recipe: The recipe, checked.
        table: The same as its TOML says.
        said: The statement.
    """
    entries = zip(recipe.statements, table.get("statements", ()), strict=True)
    for rule, entry in entries:
        if rule.kind == said.kind and because(recipe, rule) == said.because:
            return _keys("[[statements]]", entry)
    people = zip(recipe.people, table.get("people", ()), strict=True)
    for person, entry in people:
        if said.kind == "kinship" and person.relation == said.what:
            return _keys("[[people]]", entry)
    return ()


def _keys(head: str, entry: Mapping[str, Any]) -> Rule:
    told = ((key, json.dumps(one, ensure_ascii=False)) for key, one in entry.items())
    return (("rule", head), *told)
