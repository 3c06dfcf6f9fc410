"""`lives resolve`: an archive by another engine, and tables without one."""

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import lives as lives_package

Lives = Callable[..., Any]

HEAD = ("Surname", "Given", "Born")
ROWS = [
    ("Зарубин", "Пётр", "1890"),
    ("Sarubin", "Pjotr", "1890"),
    ("Щукина", "Анна", "1901"),
    ("Зарубин", "Яков", "1854"),
    ("", "Анна", ""),
]
SETTINGS = """
title = "a list"
join = 0.3
[columns]
Surname = "name"
Given = "name"
Born = "date"
[others]
Surname = 200
Given = 50
[[compare]]
about = "surname"
column = "Surname"
rarity = true
level = [
  {is = "same", m = 0.5},
  {is = "spelled", m = 0.4, because = "{one} is {two}"},
  {is = "otherwise", m = 0.1, u = 0.9},
]
[[compare]]
about = "given"
column = "Given"
rarity = true
level = [
  {is = "same", m = 0.5}, {is = "spelled", m = 0.4},
  {is = "otherwise", m = 0.1, u = 0.9},
]
[[compare]]
about = "born"
column = "Born"
level = [{is = "same", m = 0.9, u = 0.02}, {is = "otherwise", m = 0.1, u = 0.98}]
[[together]]
share = ["Surname consonants"]
"""


@pytest.fixture(name="settings")
def _settings(tmp_path: Path) -> Path:
    path = tmp_path / "list.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    return path


@pytest.fixture(name="table", params=["csv", "parquet"])
def _table(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / f"list.{request.param}"
    if request.param == "parquet":
        columns = zip(HEAD, zip(*ROWS, strict=True), strict=True)
        pq.write_table(pa.table({name: list(told) for name, told in columns}), path)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEAD, *ROWS])
    return path


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


@pytest.mark.parametrize("engine", ["embedded", "splink"])
def test_the_rows_of_a_table_are_linked_without_an_archive(
    lives: Lives, table: Path, settings: Path, tmp_path: Path, engine: str
) -> None:
    out = tmp_path / "linked"
    answer = lives(
        "resolve", table, "--settings", settings, "--out", out, "--engine", engine
    )
    assert answer.status == 0, answer.err
    assert "5 rows of 4 persons" in answer.out
    links = [line for line in read(out / "links.csv") if float(line[2]) > 0.5]
    assert [(*line[:2], line[4]) for line in links] == [
        ("1", "2", "Зарубин is Sarubin")
    ]
    assert read(out / "persons.csv") == [
        ["1", "1"], ["2", "1"], ["3", "3"], ["4", "4"], ["5", "5"],
    ]  # fmt: skip


def test_a_table_in_json_tells_how_many(
    lives: Lives, table: Path, settings: Path, tmp_path: Path
) -> None:
    out = tmp_path / "linked"
    answer = lives("--json", "resolve", table, "--settings", settings, "--out", out)
    assert answer.json["rows"] == 5
    assert answer.json["persons"] == 4


@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.parametrize("engine", ["embedded", "splink"])
def test_a_table_of_next_to_nothing_has_no_links(
    lives: Lives, settings: Path, tmp_path: Path, count: int, engine: str
) -> None:
    path, out = tmp_path / "list.csv", tmp_path / "out"
    path.write_text("Surname,Given,Born\n" + "Зарубин,Пётр,1890\n" * count)
    answer = lives(
        "resolve", path, "--settings", settings, "--out", out, "--engine", engine
    )
    assert answer.status == 0, answer.err
    assert read(out / "links.csv") == []
    assert len(read(out / "persons.csv")) == count


def test_an_archive_has_the_same_persons_by_another_engine(
    lives: Lives, built: Path
) -> None:
    before = lives("people", "--archive", built, "--json").json
    answer = lives("resolve", "--engine", "splink", "--archive", built)
    assert answer.status == 0, answer.err
    assert "persons from" in answer.out
    assert lives("people", "--archive", built, "--json").json == before
    assert lives("verify", "--archive", built).status == 0


def test_a_column_that_is_not_there_is_named_and_nothing_is_written(
    lives: Lives, table: Path, settings: Path, tmp_path: Path
) -> None:
    settings.write_text(SETTINGS.replace("Surname", "Family"), encoding="utf-8")
    out = tmp_path / "linked"
    answer = lives("resolve", table, "--settings", settings, "--out", out)
    assert answer.status == 3
    assert "[AR08]" in answer.err
    assert "'Family'" in answer.err
    assert not out.exists()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("gone.csv", None, "IN01"),
        ("torn.parquet", b"PAR1 nothing", "IN03"),
        ("ragged.csv", b"Surname,Given,Born\na,b\n", "IN03"),
        ("empty.csv", b"", "AR08"),
    ],
)
def test_a_bad_table_is_one_error(
    lives: Lives,
    settings: Path,
    tmp_path: Path,
    name: str,
    content: bytes | None,
    code: str,
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    answer = lives("resolve", path, "--settings", settings, "--out", tmp_path / "out")
    assert f"[{code}]" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "IN01"), (b"\xff\xfe", "AR08"), (b"title = 1", "AR08")],
)
def test_bad_settings_are_one_error(
    lives: Lives, table: Path, tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "bad.toml"
    if content is not None:
        path.write_bytes(content)
    answer = lives("resolve", table, "--settings", path, "--out", tmp_path / "out")
    assert f"[{code}]" in answer.err


def test_a_table_needs_settings_and_a_place_for_what_is_found(
    lives: Lives, table: Path
) -> None:
    assert lives("resolve", table).status == 2
    assert lives("resolve", "--out", "there").status == 2


def test_the_session_that_spark_submit_opens_is_used(
    settings: Path, tmp_path: Path
) -> None:
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *ROWS])
    bin_ = Path(sys.executable).parent
    program = Path(lives_package.__file__).with_name("__main__.py")
    told = ["resolve", "list.csv", "--settings", str(settings), "--out=out"]
    told += ["--engine=spark", "--spark-master="]
    launched = [str(bin_ / "spark-submit"), "--master", "local[2]", str(program)]
    answer = subprocess.run(
        [*launched, *told],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert "5 rows of 4 persons" in answer.stdout


def test_a_cluster_that_is_none_is_one_error(settings: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Surname,Given,Born\na,b,1900\n")
    told = ["resolve", "list.csv", "--settings", str(settings), "--out=out"]
    run = "from lives.cli.main import main; main()"
    # A process of its own: what PySpark leaves open when it fails goes with it.
    answer = subprocess.run(
        [sys.executable, "-c", run, *told, "--engine=spark", "--spark-master=nonsense"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 30
    assert "[RE06]" in answer.stderr
    assert "--spark-master nonsense" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (tmp_path / "out").exists()
