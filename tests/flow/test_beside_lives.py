"""What a text tells beside lives, by the commands a user types, to a memorial."""

import json
from pathlib import Path
from typing import Any

import pytest

from lives.benches.command import answer

HISTORY = """\
The Ninth Congress in October 1921 was long. Oto Weber spoke there against the levy.

He had been a delegate to the ninth Party Conference (March–April 1920) as well. In May
1922 he was arrested in Kazan.
"""
REPLY = "The Kazan uprising broke out in May 1921. Oto Weber was not there.\n"
MEMOIR = "Oto Weber came after the rising. The Kazan Rising of March 1920 was over.\n"
NOTES = """\
Oto Weber was arrested again (Anna Hill, The Long Road to Kazan, Croom Press, 1971).

1. Oto Berg, Summer Songs (London: Pluto, 1990), p. 4.
2. Ibid., p. 5.
3. Hill, Long Road, p. 3.
5. Ibid.
"""
COUNCIL = """\
Pavel Orlov was a member of the City Council from 1924 to 1926. Pavel Orlov was arrested
in 1931. Boris Lunin was a member of the City Council.

Of the 60 members of the City Council elected in May 1925, 40 were arrested and shot.
"""


def ran(*arguments: str | Path) -> Any:  # noqa: ANN401  # whatever the command answers
    status, said = answer(*map(str, arguments))
    assert status == 0
    return said


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("beside")
    ran("new", folder / "archive")
    texts = {
        "history": HISTORY,
        "reply": REPLY,
        "memoir": MEMOIR,
        "notes": NOTES,
        "council": COUNCIL,
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        told = ("--title", name.title(), "--rights", "own")
        ran("add", folder / f"{name}.txt", *told, "--archive", folder / "archive")
    ran("build", "--archive", folder / "archive")
    return folder / "archive"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_conflicts_lists_events_that_are_dated_in_two_ways(archive: Path) -> None:
    found = {c["about"]: c for c in ran("conflicts", "--archive", archive)["conflicts"]}
    congress, rising = found["9th Congress: date"], found["Kazan Rising: date"]
    assert congress["person"] is None
    assert congress["severity"] == "may be two events"
    assert rising["severity"] == "values"
    assert [p["source"] for p in rising["passages"]] == ["Memoir", "Reply"]
    trail = ran("trace", rising["id"], "--archive", archive)
    assert [step["id"] for step in trail["below"]] == [
        p["event"] for p in rising["passages"]
    ]


def test_the_export_has_the_words_that_name_and_date_the_event(
    archive: Path, tmp_path: Path
) -> None:
    ran("export", tmp_path, "--archive", archive)
    found = {c["about"]: c for c in lines(tmp_path / "conflicts.jsonl")}
    quotes = {p["quote"] for p in found["9th Congress: date"]["passages"]}
    assert quotes == {
        "The Ninth Congress in October 1921",
        "the ninth Party Conference (March–April 1920)",
    }
    for passage in found["9th Congress: date"]["passages"]:
        assert HISTORY[passage["start"] : passage["end"]] == passage["quote"]
    dated = lines(tmp_path / "events.jsonl")
    assert {e["key"] for e in dated} == {
        "congress 9",
        "conference 9",
        "uprising kazan",
    }


def test_the_memorial_shows_both_sides_and_where_they_stand(
    archive: Path, tmp_path: Path
) -> None:
    ran("publish", tmp_path / "out", "--archive", archive)
    page = (tmp_path / "out" / "disagreements.html").read_text("utf-8")
    assert ">Kazan Rising<" in page
    assert "2 disagreements." in page
    shown = lines(tmp_path / "out" / "data" / "conflicts.jsonl")
    assert len(shown) == 2
    for event in lines(tmp_path / "out" / "data" / "events.jsonl"):
        anchor = f'id="{event["id"]}"'
        sources = (tmp_path / "out" / "s").glob("*.html")
        assert sum(anchor in source.read_text("utf-8") for source in sources) == 1
        assert f"#{event['id']}" in page


def test_a_citation_that_repeats_one_leads_to_it(archive: Path, tmp_path: Path) -> None:
    ran("export", tmp_path / "data", "--archive", archive)
    found = {c["quote"]: c for c in lines(tmp_path / "data" / "citations.jsonl")}
    full = found["(Anna Hill, The Long Road to Kazan, Croom Press, 1971)"]
    songs = found["Oto Berg, Summer Songs (London: Pluto, 1990), p. 4"]
    again, short = found["Ibid., p. 5."], found["Hill, Long Road, p. 3."]
    assert (again["refers"], short["refers"]) == (songs["id"], full["id"])
    assert found["Ibid."]["refers"] is None
    assert "no work is read" in found["Ibid."]["because"]
    trail = ran("trace", again["id"], "--archive", archive)
    assert [step["id"] for step in trail["below"]] == [songs["id"]]
    ran("publish", tmp_path / "out", "--archive", archive)
    page = (tmp_path / "out" / "s" / "notes.html").read_text("utf-8")
    assert f'href="notes.html#{songs["id"]}">The work it repeats' in page
    assert f'id="{songs["id"]}"' in page


def test_a_number_stands_beside_the_lives_of_its_group(
    archive: Path, tmp_path: Path
) -> None:
    (claim,) = ran("claims", "--linked", "--archive", archive)
    persons = {p["label"]: p["id"] for p in claim["cohort"]["persons"]}
    orlov, lunin = persons["Pavel Orlov"], persons["Boris Lunin"]
    assert (claim["count"], claim["total"], len(persons)) == (40, 60, 2)
    assert claim["cohort"]["undated"] == [lunin]
    assert claim["cohort"]["told"] == {"arrest": [orlov], "execution": []}
    assert claim["cohort"]["untold"] == [lunin]
    trail = ran("trace", claim["id"], "--archive", archive)
    assert {step["id"] for step in trail["below"]} == {orlov, lunin}
    ran("publish", tmp_path / "out", "--archive", archive)
    page = (tmp_path / "out" / "s" / "council.html").read_text("utf-8")
    assert "arrest 1, execution 0; none of this 1." in page
    assert "some of the 60" in page
    assert f'href="../p/{orlov}.html"' in page
    (line,) = lines(tmp_path / "out" / "data" / "aggregates.jsonl")
    assert line["cohort"]["persons"] == sorted(persons.values())


def test_a_rebuild_gives_the_same_events(archive: Path) -> None:
    before = ran("conflicts", "--archive", archive)
    ran("rebuild", "--archive", archive)
    assert ran("conflicts", "--archive", archive) == before
