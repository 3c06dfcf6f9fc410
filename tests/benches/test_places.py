"""How far the places of a real list are read: figures that may not fall."""

import os
from collections import Counter
from pathlib import Path

import pytest

from lives.benches.places import birthplaces, compared, pairs
from lives.model.place import PlaceKind
from lives.reading.places import read_place

DATA = Path(os.environ.get("LIVES_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.fixture(scope="module")
def data() -> Path:
    if not DATA.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no data folder at {DATA}; name it in LIVES_DATA")
        pytest.skip("no data folder; name it in LIVES_DATA")
    return DATA


def test_nine_of_ten_birthplaces_are_known_to_their_region(data: Path) -> None:
    born = list(birthplaces(data / "moscow_shot/mos_persons_parsed.csv"))
    found = [read_place(place).place for place in born]
    regional = [one for one in found if one and one.kind is not PlaceKind.COUNTRY]
    assert len(born) > 11_700
    assert len([one for one in found if one]) / len(born) > 0.975
    assert len(regional) / len(born) > 0.90


def test_names_then_and_now_are_one_record_wherever_both_are_known(data: Path) -> None:
    told = pairs(data / "gulag_places/soviet_place_renames_from_camps.csv")
    kinds = Counter(compared(then, now) for then, now in told)
    assert kinds["one record"] >= 100
    assert kinds["two records"] <= 5  # all of them are two places, not one
