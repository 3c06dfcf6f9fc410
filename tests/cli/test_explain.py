"""A statement shows its sentence, what was seen in it, and why."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lives.benches.command import answer
from lives.extract.english import reader

NOTE = (
    "Ivan Petrov, a printer, was arrested in Kazan on 3 May 1936. Anna Belova wrote "
    "that he was shot in Omsk.\n\nThe police alleged that Petrov had murdered Karl "
    "Weiss <i>& others</i>.\n\nKarl Weiss arrested in Tomsk wept.\n\n"
    "1938: Weiss is released.\n\nOlga Orlova founded the Red Aid Society.\n\n"
    "Anna Belova, who with her sister had come to Riga on foot, died there.\n\n"
    "The police accused Weiss of having shot Anton Belov in Riga.\n"
)
LIST = "Имя,Арест,Приговор\nВера <b>Орлова</b>,05.03.1936,10 лет & лагеря\n"
RECIPE = """\
[name]
full = "Имя"
order = "given first"

[[statements]]
kind = "arrest"
when = "Арест"

[[statements]]
kind = "sentence"
what = "Приговор"
"""


def ran(*arguments: str | Path) -> Any:  # noqa: ANN401  # whatever the command answers
    status, said = answer(*map(str, arguments))
    assert status == 0, said
    return said


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of a note and a list."""
    folder = tmp_path_factory.mktemp("read")
    archive = folder / "archive"
    for name, text in {"note.txt": NOTE, "list.csv": LIST, "r.toml": RECIPE}.items():
        (folder / name).write_text(text, encoding="utf-8")
    ran("new", archive)
    ran("add", folder / "note.txt", "--archive", archive)
    recipe = ("--recipe", folder / "r.toml")
    ran("add", folder / "list.csv", *recipe, "--archive", archive)
    ran("build", "--archive", archive)
    return archive


@pytest.fixture(scope="module")
def said(read: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The identifiers of its statements by document and kind."""
    folder = tmp_path_factory.mktemp("exported")
    ran("export", folder, "--archive", read)
    files = (folder / f"{name}.jsonl" for name in ("proposed", "statements"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    told = [json.loads(line) for line in lines]
    return {f"{s['document']} {s['type']} {s['place']}": s["id"] for s in told}


@pytest.fixture
def explained(read: Path, said: dict[str, str]) -> Callable[[str], dict[str, Any]]:
    def explain(which: str) -> dict[str, Any]:
        found: dict[str, Any] = ran("explain", said[which], "--archive", read)
        return found

    return explain


Explained = Callable[[str], dict[str, Any]]


def parts(found: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {p["role"]: (p["words"], p["reads"]) for p in found["parts"]}


def test_the_words_of_every_part_are_found_in_the_sentence(
    explained: Explained,
) -> None:
    found = explained("note.txt arrest Kazan")
    assert found["words"] == NOTE.partition(" Anna")[0]
    assert parts(found) == {
        "subject": ("Ivan Petrov", ""),
        "verb": ("was arrested", ""),
        "place": ("Kazan", ""),
        "date": ("3 May 1936", "1936-05-03"),
    }
    for part in found["parts"]:
        assert NOTE[part["start"] : part["end"]] == part["words"]


def test_who_is_meant_by_a_pronoun_is_told_with_the_reason(
    explained: Explained,
) -> None:
    found = explained("note.txt execution Omsk")
    assert parts(found)["subject"] == ("he", "Ivan Petrov")
    assert parts(found)["voice"] == ("Anna Belova", "")
    assert parts(found)["reported"] == ("wrote", "")
    (he,) = (who for who in found["people"] if who["words"] == "he")
    assert he["label"] == "Ivan Petrov"
    assert he["why"] == found["subject"]["why"] != ""


def test_pieces_clauses_and_the_frame_are_shown_as_the_reader_has_them(
    explained: Explained,
) -> None:
    sight = explained("note.txt arrest Kazan")["sight"]
    assert sight["again"]
    assert "verb" in {part["label"] for part in sight["parts"]}
    (clause,) = sight["clauses"]
    assert clause.startswith("“was arrested”, passive; subject “Ivan Petrov”; ")
    assert ["name", "arrest/arrest"] in sight["rule"]


def test_what_only_the_tree_shows_is_told_to_be_so(explained: Explained) -> None:
    sight = explained("note.txt death Riga")["sight"]
    assert sight["tree"]
    came, died = sight["clauses"]
    assert "subject “Anna Belova”, whom only the tree shows" in came
    assert "subject “Anna Belova”" in died


def test_names_are_shown_as_the_learned_reader_sees_them(
    explained: Explained, read: Path, said: dict[str, str], lives: Callable[..., Any]
) -> None:
    found = explained("note.txt arrest Kazan")
    seen = {NOTE[n["start"] : n["end"]]: n for n in found["sight"]["names"]}
    sorts = {words: name["sort"] for words, name in seen.items()}
    assert sorts == {"Ivan Petrov": "person", "Kazan": "place"}
    assert all(0.5 < name["score"] <= 1 for name in seen.values())
    key = said["note.txt arrest Kazan"]
    shown = lives("explain", key, "--archive", read).out
    for words, name in seen.items():
        assert f"- “{words}” {name['sort']} {name['score']:.2f}" in shown


def test_a_statement_is_looked_at_in_the_way_in_which_it_was_read(
    tmp_path: Path, lives: Callable[..., Any]
) -> None:
    note, archive = tmp_path / "note.txt", tmp_path / "archive"
    note.write_text("Karl Weiss arrested in Tomsk wept.", encoding="utf-8")
    ran("new", archive)
    settings = archive / "archive.toml"
    usual = settings.read_text(encoding="utf-8")
    fast = f"{usual}\n[reading.english]\nfast = true\n"
    settings.write_text(fast, encoding="utf-8")
    ran("add", note, "--archive", archive)
    ran("build", "--archive", archive)
    settings.write_text(usual, encoding="utf-8")
    ran("export", tmp_path, "--archive", archive)
    (line,) = (tmp_path / "proposed.jsonl").read_text("utf-8").splitlines()
    key = json.loads(line)["id"]
    found = ran("explain", key, "--archive", archive)
    assert found["statement"]["reader"] == reader.FAST.version
    assert found["sight"]["again"]
    assert not found["sight"]["tree"]
    assert found["sight"]["names"] == []
    shown = lives("explain", key, "--archive", archive).out
    told = " ".join(shown.split())
    assert "arrest, proposed, asserted" in told
    assert "Its clauses, by the order of words" in told
    assert "standing only proposed: in no finding and no count until" in told
    assert "proposed: did it, or had it done to him" in told


def test_of_the_words_of_a_reason_that_stand_apart_the_first_is_found(
    explained: Explained,
) -> None:
    found = explained("note.txt killing Riga")
    assert "charged: hangs on “accused of”" in found["statement"]["because"]
    assert parts(found)["charged"] == ("accused", "")


def test_a_charge_shows_the_word_that_makes_it_one(explained: Explained) -> None:
    found = explained("note.txt killing None")
    assert parts(found)["charged"] == ("alleged", "")
    assert parts(found)["voice"] == ("The police", "")


def test_a_row_is_shown_with_its_columns_and_the_rule_of_the_recipe(
    explained: Explained,
) -> None:
    found = explained("list.csv sentence None")
    assert parts(found)["what"] == ("10 лет & лагеря", "")
    sight = found["sight"]
    assert [part["label"] for part in sight["parts"]] == ["Имя", "Арест", "Приговор"]
    assert sight["rule"] == [
        ["rule", "[[statements]]"],
        ["kind", '"sentence"'],
        ["what", '"Приговор"'],
    ]


def test_what_no_word_here_says_is_told_to_be_so(
    explained: Explained, read: Path, said: dict[str, str], lives: Callable[..., Any]
) -> None:
    found = explained("note.txt release None")
    assert parts(found)["date"] == ("1938", "")
    found = explained("note.txt membership None")
    assert parts(found)["what"] == ("", "founder")
    key = said["note.txt membership None"]
    shown = lives("explain", key, "--archive", read).out
    assert "what       founder, which no word here says" in shown


def test_it_is_told_in_words(
    read: Path, said: dict[str, str], lives: Callable[..., Any]
) -> None:
    shown = lives("explain", said["note.txt release None"], "--archive", read).out
    told = " ".join(shown.split())
    assert "date 1938: date at the head of the entry, “1938”" in told
    shown = lives("explain", said["note.txt killing None"], "--archive", read).out
    assert "sure, but charged: it is told, and never as what happened" in shown


def test_a_part_of_the_identifier_or_a_line_of_show_will_do(
    read: Path, said: dict[str, str], lives: Callable[..., Any]
) -> None:
    whole = said["note.txt arrest Kazan"]
    shown = lives("show", "Ivan Petrov", "--archive", read).out
    at = shown.index(whole)
    line = f"{shown[shown.rindex('[', 0, at) : at]}{whole}"
    for asked in (whole[:12], line):
        answer_ = ran("explain", asked, "--archive", read)
        assert answer_["statement"]["id"] == whole
    life = ran("show", "Ivan Petrov", "--archive", read)
    note = {e["number"]: e["statement"] for e in life["evidence"]}
    finding = life["findings"][-1]
    answer_ = ran("explain", finding["id"], "--archive", read)
    assert answer_["statement"]["id"] == note[finding["support"][0]]


@pytest.mark.parametrize(
    ("asked", "told"), [("st-0000000000", "no statement"), ("Petrov", "no statement")]
)
def test_what_names_no_statement_is_refused(
    read: Path, lives: Callable[..., Any], asked: str, told: str
) -> None:
    refused = lives("explain", asked, "--archive", read)
    assert refused.status == 3
    assert f"[AR07] {told}" in refused.err


def test_what_names_several_statements_names_them(
    read: Path, said: dict[str, str], lives: Callable[..., Any]
) -> None:
    digits = [key[:4] for key in said.values()]
    twice = next(d for d in digits if digits.count(d) > 1)
    refused = lives("explain", twice, "--archive", read)
    assert refused.status == 3
    assert all(key in refused.err for key in said.values() if key.startswith(twice))


def test_a_reader_that_would_not_say_so_any_more_says_that(
    read: Path, said: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "VERSION", "english/later")
    found = ran("explain", said["note.txt arrest Kazan"], "--archive", read)
    assert not found["sight"]["again"]
    assert parts(found)["place"] == ("Kazan", "")


@pytest.mark.parametrize(
    "which", ["note.txt killing None", "list.csv sentence None", "list.csv arrest None"]
)
def test_the_picture_is_well_formed_and_holds_every_word_escaped(
    tmp_path: Path, read: Path, said: dict[str, str], which: str
) -> None:
    svg, page = tmp_path / "why.svg", tmp_path / "why.html"
    files = ("--picture", svg, "--html", page)
    found = ran("explain", said[which], *files, "--archive", read)
    root = ET.fromstring(svg.read_text(encoding="utf-8"))  # noqa: S314  # our own
    texts = ["".join(e.itertext()) for e in root.iter() if e.tag.endswith("text")]
    drawn = "".join(texts)
    assert "".join(found["words"].split()) in drawn
    text = page.read_text(encoding="utf-8")
    assert "<b>" not in text
    assert "<i>" not in text
    assert "http" not in text.replace("http-equiv", "")
