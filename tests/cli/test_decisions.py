"""What people decide about who is who: cited, undone, split, as a table, asked for."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lives.store.archive import Archive

Lives = Callable[..., Any]


def ids(lives: Lives, archive: Path) -> dict[str, str]:
    people = lives("--archive", archive, "--json", "people").json
    return {person["label"]: person["id"] for person in people}


def only(found: dict[str, str], part: str) -> str:
    (key,) = (key for label, key in found.items() if part in label)
    return key


@pytest.fixture
def pair(lives: Lives, archive: Path) -> tuple[str, str]:
    """Two people whom nothing links."""
    found = ids(lives, archive)
    return only(found, "Вера"), only(found, "Пётр")


def prints(archive: Path) -> dict[str, str]:
    with Archive.open(archive) as opened:
        return opened.tables.fingerprints()


def mentions(lives: Lives, archive: Path, person: str) -> list[str]:
    told = lives("--json", "show", person, "--archive", archive).json
    return list(told["person"]["mentions"])


def test_a_judgement_cites_passages_that_are_there_and_keeps_their_words(
    lives: Lives, archive: Path, pair: tuple[str, str]
) -> None:
    told = lives("--json", "show", pair[0], "--archive", archive).json
    note = told["evidence"][0]["statement"]
    capture = lives("--json", "trace", note, "--archive", archive).json["origin"]
    span = f"{capture['capture']['id'][:12]}:0-3"
    said = ["--why", "w", "--citing", note, "--citing", span]
    made = lives("link", *pair, "--same", *said, "--archive", archive)
    assert made.status == 0
    body = lives("decisions", "--json", "--archive", archive).json[-1]["body"]
    assert [c["quote"] for c in body["citing"]] == [told["evidence"][0]["quote"], "ФИО"]
    assert {side["text"] for side in body["stands"].values()} == {
        "Круглова Вера Ильинична",
        "Круглов Пётр Ильич",
    }


@pytest.mark.parametrize(
    "cited", ["st-00000000000000000000", "me-1", "abcdef:0-3", "words"]
)
def test_what_is_not_there_cannot_be_cited(
    lives: Lives, archive: Path, pair: tuple[str, str], cited: str
) -> None:
    before = lives("decisions", "--json", "--archive", archive).out
    said = ["--why", "w", "--citing", cited]
    made = lives("link", *pair, "--same", *said, "--archive", archive)
    assert made.status == 30
    assert "[RE04]" in made.err
    assert lives("decisions", "--json", "--archive", archive).out == before


def test_withdrawing_gives_back_exactly_what_was(
    lives: Lives, archive: Path, pair: tuple[str, str]
) -> None:
    before = prints(archive)
    for verdict in ("--same", "--different"):
        lives("link", *pair, verdict, "--why", "w", "--archive", archive)
        assert prints(archive) != before
        key = lives("decisions", "--json", "--archive", archive).json[-1]["hash"]
        lives("link", "--withdraw", key, "--why", "no", "--archive", archive)
        assert prints(archive) == before


def test_confirmed_different_is_shown_as_more_than_not_linked(
    lives: Lives, archive: Path, pair: tuple[str, str]
) -> None:
    judge = ["link", *pair, "--different", "--why", "brother and sister"]
    assert "Until now: not linked" in lives(*judge, "--archive", archive).out
    again = lives(*judge, "--archive", archive, "--later").out
    assert "Until now: confirmed different by" in " ".join(again.split())
    shown = lives("show", pair[0], "--archive", archive).out
    assert "Confirmed to be somebody else" in shown
    assert pair[1] in shown
    told = lives("explain", "link", *pair, "--archive", archive).out
    assert "Confirmed to be two people" in told
    other = only(ids(lives, archive), "Степан")
    told = lives("explain", "link", pair[0], other, "--archive", archive).out
    assert "Confirmed" not in told
    lives("export", archive / "out", "--archive", archive)
    lines = (archive / "out" / "persons.jsonl").read_text(encoding="utf-8").splitlines()
    apart = {one["id"]: one["different_from"] for one in map(json.loads, lines)}
    assert (apart[pair[0]], apart[other]) == ([pair[1]], [])


def test_a_split_sends_every_statement_home_and_is_undone_as_one(
    lives: Lives, archive: Path
) -> None:
    whole = only(ids(lives, archive), "Лобанов")
    before = prints(archive)
    first, second = mentions(lives, archive, whole)
    said = ["--mentions", second, "--why", "a namesake"]
    made = lives("split", whole, *said, "--archive", archive)
    assert made.status == 0
    birth = {}
    with Archive.open(archive) as opened:
        for mention in (first, second):
            person = opened.tables.person_of_mention(mention)  # type: ignore[arg-type]
            assert person is not None
            said_of = opened.tables.statements_about(person)
            assert {s.subject for s in said_of} == {mention}
            birth[mention] = {s.quote for s in said_of if s.kind == "birth"}
    assert set(map(frozenset, birth.values())) == {
        frozenset({"1889"}),
        frozenset({"1892"}),
    }
    key = lives("decisions", "--json", "--archive", archive).json[-1]["hash"]
    lives("link", "--withdraw", key, "--why", "no", "--archive", archive)
    assert prints(archive) == before


def test_a_split_takes_some_of_the_mentions_and_no_others(
    lives: Lives, archive: Path, pair: tuple[str, str]
) -> None:
    whole = only(ids(lives, archive), "Лобанов")
    own, strange = mentions(lives, archive, whole), mentions(lives, archive, pair[0])
    for going in (",".join(own), strange[0], ""):
        said = ["--mentions", going, "--why", "w"]
        made = lives("split", whole, *said, "--archive", archive)
        assert made.status == 30
        assert "[RE03]" in made.err


def test_old_identifiers_lead_to_the_person_and_every_command_says_so(
    lives: Lives, archive: Path, pair: tuple[str, str], tmp_path: Path
) -> None:
    lives("publish", tmp_path / "m", "--archive", archive)
    lives("link", *pair, "--same", "--why", "w", "--archive", archive)
    (old,) = set(pair) - set(ids(lives, archive).values())
    (new,) = set(pair) - {old}
    for command in (["show"], ["people"], ["trace"]):
        told = lives(*command, old, "--archive", archive)
        assert told.status == 0
        assert new in told.out
        assert old in told.out
    lives("export", tmp_path / "out", "--archive", archive)
    told = (tmp_path / "out" / "redirects.jsonl").read_text(encoding="utf-8")
    assert json.loads(told) == {"id": old, "person": new}


# --- as a table --------------------------------------------------------------------


WHY = '=1+1 "брат"; см. письмо,\nстр. 2'


def judged(lives: Lives, archive: Path, pair: tuple[str, str], why: str = WHY) -> None:
    assert (
        lives("link", *pair, "--same", "--why", why, "--archive", archive).status == 0
    )


@pytest.fixture
def other(lives: Lives, built: Path, tmp_path: Path) -> Path:
    """Another archive of the same lists."""
    folder = tmp_path / "other"
    assert lives("new", folder, "--title", "O").status == 0
    for name in ("list", "register"):
        file, recipe = built.parent / f"{name}.csv", f"{name}-recipe.toml"
        told = ["--recipe", built.parent / recipe, "--kind", "list", "--title", name]
        lives("--archive", folder, "add", file, *told)
    lives("--archive", folder, "build")
    return folder


def test_a_table_goes_out_and_comes_into_another_archive_as_it_was(
    lives: Lives, archive: Path, other: Path, pair: tuple[str, str], tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    judged(lives, archive, pair)
    lives("decisions", "export", table, "--archive", archive)
    (row,) = csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline=""))
    assert row["why"] == f"'{WHY}"  # no spreadsheet runs it
    assert {row["left_words"], row["right_words"]} == {
        "Круглова Вера Ильинична",
        "Круглов Пётр Ильич",
    }
    assert row["left_source"] == "List"
    made = lives(
        "link", "--withdraw", row["decision"], "--why", "-", "--archive", archive
    )
    assert made.status == 0
    told = lives("decisions", "import", table, "--archive", archive, "--by", "boris")
    assert "Withdrawn here since, and left so: 1" in told.out
    with Archive.open(archive) as opened:
        maker = next(d for d in opened.decisions() if d.hash == row["decision"])
    for count in (1, 0):
        got = lives("decisions", "import", table, "--archive", other, "--by", "boris")
        assert f"Recorded {count} judgement" in got.out
    last = lives("decisions", "--json", "--archive", other).json[-1]
    assert (last["by"], last["body"]["why"]) == ("boris", WHY)
    assert last["body"]["decided"] == {"by": maker.by, "at": maker.at}
    again = tmp_path / "again.csv"
    lives("decisions", "export", again, "--archive", other)
    (back,) = csv.DictReader(io.StringIO(again.read_text("utf-8-sig"), newline=""))
    same = ("left", "right", "verdict", "why", "by", "at", "left_words")
    assert [back[c] for c in same] == [row[c] for c in same]
    shown = " ".join(lives("show", pair[0], "--archive", other).out.split())
    assert shown.count("Круглов") >= 2


def test_a_table_that_somebody_typed_names_mentions_by_where_they_stand(
    lives: Lives, archive: Path, pair: tuple[str, str], tmp_path: Path
) -> None:
    places = []
    with Archive.open(archive) as opened:
        for person in pair:
            (m,) = opened.tables.mentions_about(person)  # type: ignore[arg-type]
            places.append(f"{m.capture[:10]}:{m.start}-{m.end}")
    table = tmp_path / "t.csv"
    lines = ["left;right;verdict;why", f"{places[0]};{places[1]};Different;siblings"]
    table.write_text("\n".join(lines), encoding="utf-8")
    got = lives("decisions", "import", table, "--archive", archive, "--by", "vera")
    assert "Recorded 1 judgement" in got.out
    last = lives("decisions", "--json", "--archive", archive).json[-1]
    assert (last["by"], "decided" in last["body"]) == ("vera", False)


@pytest.mark.parametrize(
    "fault",
    [
        (("same", "equal"), 2, "verdict"),
        (("me-", "xx-"), 2, "left"),
        ((",why,", ",reason,"), 1, "why"),
        ((",by,", ",author,"), 1, "author"),
        (("2026-", "May "), 2, "at"),
        (("брат", '"'), 3, ""),
    ],
)
def test_a_table_with_a_fault_is_not_taken_in_at_all_and_the_cell_is_named(
    lives: Lives, archive: Path, pair: tuple[str, str], fault: tuple[Any, int, str]
) -> None:
    change, line, column = fault
    table = archive / "t.csv"
    judged(lives, archive, pair, "брат")
    third = only(ids(lives, archive), "Степан")
    lives("link", pair[0], third, "--different", "--why", "w", "--archive", archive)
    lives("decisions", "export", table, "--archive", archive)
    text = re.sub(r"(20\d\d)-\d\d-\d\dT", "2026-05-05T", table.read_text("utf-8-sig"))
    if column == "":
        text += '"'
    text = text.replace(change[0], change[1], 1) if column else text
    table.write_text(text, encoding="utf-8")
    before = lives("decisions", "--json", "--archive", archive).out
    got = lives("decisions", "import", table, "--archive", archive)
    assert got.status == 30
    assert "[RE05]" in got.err
    assert (f"line {line}, column {column}" if column else "this is not CSV") in got.err
    assert lives("decisions", "--json", "--archive", archive).out == before


# --- what is open ------------------------------------------------------------------


def test_the_queue_asks_with_both_candidates_and_the_answer_closes_it(
    lives: Lives, archive: Path
) -> None:
    told = lives("review", "--below", "1", "--archive", archive)
    assert told.out == lives("review", "--below", "1", "--archive", archive).out
    found = lives("--json", "review", "--below", "1", "--archive", archive).json
    (asked,) = found["questions"]
    assert asked["linked"]
    assert {asked["one"]["words"], asked["two"]["words"]} == {"Лобанов Иван Петрович"}
    pairs = (1 + asked["one"]["statements"]) * (1 + asked["two"]["statements"])
    assert asked["worth"] == pytest.approx(pairs * (1 - asked["probability"]), abs=0.01)
    assert asked["answer"].split(" --")[0] in " ".join(told.out.split())
    ends = asked["answer"].split()[2:4]
    lives("link", *ends, "--same", "--why", "w", "--archive", archive)
    after = lives("--json", "review", "--below", "1", "--archive", archive).json
    assert after["questions"] == []


def test_doubtful_persons_are_listed_with_the_link_on_which_they_hang(
    lives: Lives, archive: Path
) -> None:
    found = lives(
        "--json", "people", "--doubtful", "--below", "1", "--archive", archive
    )
    (one,) = found.json
    assert one["judgement"]["weights"]
    told = lives("people", "--doubtful", "--below", "1", "--archive", archive).out
    assert "1 person, the weakest link first." in told
    assert "lives link me-" in told
    nobody = lives("people", "--doubtful", "--below", "0.1", "--archive", archive).out
    assert "No person hangs on a link" in nobody


def test_a_link_is_explained_with_its_weights_and_drawn(
    lives: Lives, archive: Path, tmp_path: Path
) -> None:
    whole = only(ids(lives, archive), "Лобанов")
    ends = mentions(lives, archive, whole)
    picture = tmp_path / "why.svg"
    asked = ["explain", "link", *ends, "--picture", picture, "--archive", archive]
    told = " ".join(lives(*asked).out.split())
    assert re.search(r"[+]\d+\.\d for same surname", told)
    assert "against it: dates of birth differ by some years" in told
    assert re.search(r"[−]\d+\.\d against dates of birth differ by", told)
    drawn = picture.read_text(encoding="utf-8")
    assert 'class="against"' in drawn
    assert "<desc" in drawn
    alone = only(ids(lives, archive), "Степан")
    nothing = ["explain", "link", alone, whole, "--picture", picture]
    assert lives(*nothing, "--archive", archive).status == 2
