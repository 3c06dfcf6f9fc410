"""Splink 5 over made-up lists of the repressed: the peer of `lives.benches.soviet`.

``python -m lives.benches.soviet_splink --one FILE.parquet`` prints its time and scores
as JSON. It is given our keys and Latin spellings, made once for each value, rules that
bring together what ours do, likeness by Jaro and Winkler, frequencies of terms, and
three runs of expectation and maximisation.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import splink.comparison_level_library as levels
import splink.comparison_library as library
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from lives.benches.soviet import say, scored
from lives.reading.names_scripts import plain_latin
from lives.reading.names_traditions import consonants

_RULES = (
    ("surname_key", "given_letter", "birth_year"),
    ("surname_key", "given_key", "patronymic_key"),
    ("surname_key", "given_letter", "arrest_date"),
    ("given_key", "patronymic_key", "birth_year", "arrest_date"),
    ("surname_key", "given_letter", "patronymic_letter"),
    ("given_letter", "birth_year", "arrest_date"),
    ("given_key", "patronymic_key", "arrest_date"),
    ("surname_key", "patronymic_key", "birth_year"),
    ("surname_key", "birthplace"),
)
_NO_CHANCE = 0.001
_MOST_MEMORY = "9GB"  # beyond, DuckDB writes to disk: with all there is it is killed
_LEARN = (
    ("surname_key", "given_letter", "birth_year"),
    ("given_key", "patronymic_key", "arrest_date"),
    ("surname_key", "arrest_date"),
)


def _name(column: str, *, initials: bool) -> Any:  # noqa: ANN401
    told: list[Any] = [
        levels.NullLevel(column),
        levels.ExactMatchLevel(column, term_frequency_adjustments=True),
        levels.ExactMatchLevel(f"{column}_key"),
        levels.JaroWinklerLevel(column, 0.92),
        levels.JaroWinklerLevel(column, 0.85),
        levels.ElseLevel(),
    ]
    if initials:
        lone = f"(length({column}_l) = 1 or length({column}_r) = 1)"
        letter = f"{column}_letter_l = {column}_letter_r"
        told.insert(1, levels.CustomLevel(f"{lone} and {letter}", "initial"))
    return library.CustomComparison(told, output_column_name=column)


def settings() -> SettingsCreator:
    """Return the settings of Splink."""
    year: list[Any] = [
        levels.NullLevel("birth_year"),
        levels.ExactMatchLevel("birth_year", term_frequency_adjustments=True),
        levels.CustomLevel("abs(birth_year_l - birth_year_r) = 1", "a year apart"),
        levels.ElseLevel(),
    ]
    day: list[Any] = [
        levels.NullLevel("arrest_date"),
        levels.ExactMatchLevel("arrest_date", term_frequency_adjustments=True),
        *(
            levels.CustomLevel(
                f"substr(arrest_date_l,1,{n}) = substr(arrest_date_r,1,{n})", name
            )
            for n, name in ((7, "same month"), (4, "same year"))
        ),
        levels.ElseLevel(),
    ]
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[
            _name("surname", initials=False),
            _name("given", initials=True),
            _name("patronymic", initials=True),
            library.CustomComparison(year, output_column_name="birth_year"),
            library.CustomComparison(day, output_column_name="arrest_date"),
            library.JaroWinklerAtThresholds("birthplace", [0.9, 0.8]).configure(
                term_frequency_adjustments=True
            ),
            library.ExactMatch("sentence").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in _RULES],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def prepared(held: pa.Table) -> pa.Table:
    """Add keys, initials and Latin spellings, made once for each distinct value."""
    for name in ("surname", "given", "patronymic"):
        held = _made(held, name, f"{name}_key", consonants)
        held = _made(held, name, f"{name}_letter", lambda word: plain_latin(word)[:1])
        held = _made(held, name, name, plain_latin)
    return _made(held, "birthplace", "birthplace", _plain)


def _plain(words: str) -> str:
    return " ".join(map(plain_latin, words.split()))


def _made(
    held: pa.Table, column: str, name: str, make: Callable[[str], str]
) -> pa.Table:
    told = held[column].combine_chunks().dictionary_encode()
    values = [make(value) for value in told.dictionary.to_pylist()]
    made = pa.DictionaryArray.from_arrays(told.indices, pa.array(values)).cast("string")
    if name in held.column_names:
        return held.set_column(held.column_names.index(name), name, made)
    return held.append_column(name, made)


def _database() -> Any:  # noqa: ANN401
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{_MOST_MEMORY}'")
    return DuckDBAPI(connection=connection)


def one(path: Path) -> dict[str, float]:
    """Link one table and score it."""
    held = pq.read_table(path)
    truth = held["person"].to_numpy().astype(np.int64)
    begun = time.perf_counter()
    held = prepared(held)
    linker = Linker(_database().register(held), settings(), log_level=40)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("surname", "given", "patronymic", "birth_year")], recall=0.3
    )
    training.estimate_u_using_random_sampling(max_pairs=2e6)
    for rule in _LEARN:
        training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    found: Any = linker.inference.predict(threshold_match_probability=_NO_CHANCE)
    seconds = time.perf_counter() - begun
    table = found.as_pyarrow_table()
    place = np.empty(len(truth), np.int64)
    place[held["id"].to_numpy()] = np.arange(len(truth))
    pairs = np.stack([place[table[f"id_{s}"].to_numpy()] for s in "lr"], axis=1)
    weight, sure = (table[c].to_numpy() for c in ("match_weight", "match_probability"))
    told = scored(weight, sure, pairs, truth)
    return {"seconds": seconds, "pairs": len(weight), **told}


if __name__ == "__main__":
    say(one(Path(sys.argv[-1])))
