"""Splink 5 over the historical figures, set up as its own example for this table does.

``python -m lives.benches.historical_splink FILE.parquet`` prints its time and scores as
JSON; `lives.benches.linkage --peer` runs it in a process of its own. Forename and
surname are compared together, then the date of birth, the postcode, birthplace and
occupation; two runs of expectation and maximisation; persons are whatever pairs of a
probability of 0.95 connect.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import splink.comparison_library as library
from numpy.typing import NDArray
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from lives.benches.linkage import best_of, closed_pairs, pairs_in

_RULES = (
    ("substr(first_name,1,3)", "substr(surname,1,4)"),
    ("surname", "dob"),
    ("first_name", "dob"),
    ("postcode_fake", "first_name"),
    ("postcode_fake", "surname"),
    ("dob", "birth_place"),
    ("substr(postcode_fake,1,3)", "dob"),
    ("substr(postcode_fake,1,3)", "first_name"),
    ("substr(postcode_fake,1,3)", "surname"),
    ("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
)
_CERTAIN: Any = (
    "l.first_name = r.first_name and l.surname = r.surname and l.dob = r.dob",
    (
        "substr(l.first_name,1,2) = substr(r.first_name,1,2) "
        "and l.surname = r.surname "
        "and substr(l.postcode_fake,1,2) = substr(r.postcode_fake,1,2)"
    ),
    "l.dob = r.dob and l.postcode_fake = r.postcode_fake",
)
_SURE = 0.95


def settings() -> SettingsCreator:
    """Return the settings of Splink."""
    exact = [
        library.ExactMatch(name).configure(term_frequency_adjustments=True)
        for name in ("birth_place", "occupation")
    ]
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            library.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="both_names"
            ),
            library.DateOfBirthComparison("dob", input_is_string=True),
            library.PostcodeComparison("postcode_fake"),
            *exact,
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in _RULES],
    )


def linked(held: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Train, predict and gather; return pairs, and rows with their persons."""
    api = DuckDBAPI()
    linker = Linker(api.register(held), settings(), log_level=30)
    training = linker.training
    training.estimate_probability_two_random_records_match(_CERTAIN, recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=5e6)
    for rule in (("first_name", "surname"), ("dob",)):
        training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    pairs: Any = linker.inference.predict()
    persons: Any = linker.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, _SURE
    )
    return pairs.as_pyarrow_table(), persons.as_pyarrow_table()


def _positions(known: dict[str, int], column: Any) -> NDArray[np.int64]:  # noqa: ANN401
    return np.array([known[key] for key in column.to_pylist()], np.int64)


def main() -> None:
    """Link the table and print time and scores."""
    held = pq.read_table(Path(sys.argv[1]))
    both = [
        f"{first} {last}" if first and last else None
        for first, last in zip(
            held["first_name"].to_pylist(), held["surname"].to_pylist(), strict=True
        )
    ]
    held = held.append_column("both_names", pa.array(both))
    begun = time.perf_counter()
    pairs, persons = linked(held)
    seconds = time.perf_counter() - begun
    known = {key: n for n, key in enumerate(held["unique_id"].to_pylist())}
    truth = np.unique(held["cluster"].to_pylist(), return_inverse=True)[1]
    left = _positions(known, pairs["unique_id_l"])
    right = _positions(known, pairs["unique_id_r"])
    same = truth[left] == truth[right]
    best = best_of(pairs["match_weight"].to_numpy(), same, pairs_in(truth))
    labels = np.empty(len(truth), np.int64)
    names = np.unique(persons["cluster_id"].to_pylist(), return_inverse=True)[1]
    labels[_positions(known, persons["unique_id"])] = names
    closed, cubed = closed_pairs(labels, truth.astype(np.int64))
    told = {
        "seconds": seconds,
        "reached": float(same.sum() / pairs_in(truth)),
        "pairs": best.f1,
        "closed": closed.f1,
        "B-cubed": cubed.f1,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
