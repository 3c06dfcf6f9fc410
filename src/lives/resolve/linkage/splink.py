"""Splink 5 as the engine that finds the pairs of a task, in DuckDB or in Spark.

What levels are worth and where rows are filed is ours; Splink brings rows together and
compares them in SQL. What rarity adds is not for SQL to know: pairs come back that can
reach the floor with the most it could add, and it is added here.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import splink.comparison_level_library as levels
import splink.comparison_library as library
from numpy.typing import NDArray
from splink import Linker, SettingsCreator

from lives.resolve.linkage.agree import Numbers, degrees
from lives.resolve.linkage.engine import Task, Weighed, most_rarity
from lives.resolve.linkage.settings import Comparison
from lives.resolve.linkage.splink_levels import DIALECTS, Dialect, condition, untold
from lives.resolve.linkage.splink_rows import BETWEEN, ROW, rows_table, several

_SILENT = 40  # of logging: what is to be said is said as an error
_NEARLY = 0.01  # bits that sums in another order may lose

# Hands a table to a database that Splink knows how to ask.
Database = Callable[[pa.Table], Any]


def find_pairs(task: Task, database: Database, name: str) -> tuple[Weighed, int]:
    """Find the pairs of a task.

    Args:
        task: What is to be found.
        database: Registers the rows.
        name: The dialect of SQL, one of `DIALECTS`.

    Returns:
        Pairs of rows in order, and how many came back.

    Raises:
        BadSettings: A level is not known to Splink.
    """
    table = rows_table(task)
    most = sum(most_rarity(task.ready, c) for c in range(len(task.levels)))
    linker = Linker(database(table), _settings(task, table, DIALECTS[name]), _SILENT)
    told: Any = linker.inference.predict(
        threshold_match_weight=task.floor - most - _NEARLY, warning_mode="never"
    )
    left, right, weight = _read(told)
    for comparison in task.ready.settings.comparisons:
        weight += degrees(task.ready, comparison, left, right)[1]
    kept = weight >= task.floor
    bits = weight[kept].astype(np.float32)
    return (left[kept], right[kept], bits), len(left)


def _settings(task: Task, table: pa.Table, dialect: Dialect) -> SettingsCreator:
    between = BETWEEN in table.schema.names
    keys = [f"k{n}" for n in range(len(task.together))]
    rules = [_rule(k, exploded=several(table, k), between=between) for k in keys]
    comparisons = task.ready.settings.comparisons
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name=ROW,
        probability_two_random_records_match=0.5,  # the prior is no matter of Splink's
        comparisons=[
            _comparison(f"c{n}", comparison, worth.tolist(), dialect)
            for n, (comparison, worth) in enumerate(
                zip(comparisons, task.levels, strict=True)
            )
        ],
        blocking_rules_to_generate_predictions=rules,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def _rule(key: str, *, exploded: bool, between: bool) -> Any:  # noqa: ANN401
    apart = f" and l.{BETWEEN} <> r.{BETWEEN}" if between else ""
    rule: dict[str, Any] = {"blocking_rule": f"l.{key} = r.{key}{apart}"}
    if exploded:
        rule["arrays_to_explode"] = [key]
    return rule


def _comparison(
    column: str, comparison: Comparison, worth: Sequence[float], dialect: Dialect
) -> Any:  # noqa: ANN401  # Splink is untyped
    told: list[Any] = [levels.CustomLevel(untold(column)).configure(is_null_level=True)]
    for level, bits in zip(comparison.levels[:-1], worth, strict=False):
        one = levels.CustomLevel(condition(column, level.test, dialect))
        told.append(_worth(one, bits))
    told.append(_worth(levels.ElseLevel(), worth[len(comparison.levels) - 1]))
    return library.CustomComparison(told, output_column_name=column)


def _worth(level: Any, bits: float) -> Any:  # noqa: ANN401
    """Give a level shares whose ratio is worth so many bits."""
    m, u = 0.5 * 2 ** min(bits, 0.0), 0.5 * 2 ** min(-bits, 0.0)
    return level.configure(m_probability=m, u_probability=u)


def _read(told: Any) -> tuple[Numbers, Numbers, NDArray[np.float64]]:  # noqa: ANN401
    """Return pairs in order, each once, and what their levels are worth together."""
    table: pa.Table = told.as_pyarrow_table()
    pairs = np.stack([table[f"{ROW}_{side}"].to_numpy() for side in "lr"], axis=1)
    _, first = np.unique(np.sort(pairs, axis=1), axis=0, return_index=True)
    left, right = np.sort(pairs[first], axis=1).astype(np.int32).T
    return left, right, table["match_weight"].to_numpy()[first].astype(np.float64)
