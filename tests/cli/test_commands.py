"""What each command says, in words and in JSON."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
import pytest

Lives = Callable[..., Any]


def ids(lives: Lives, archive: Path) -> dict[str, str]:
    people = lives("--archive", archive, "--json", "people").json
    return {person["label"]: person["id"] for person in people}


def only(found: dict[str, str], part: str) -> str:
    (key,) = (key for label, key in found.items() if part in label)
    return key


def test_people_lists_everyone_and_says_how_many_have_no_name(
    lives: Lives, built: Path
) -> None:
    answer = lives("people", "--archive", built)
    assert answer.status == 0
    assert len(re.findall(r"^pe-\w{20}  ", answer.out, re.MULTILINE)) >= 3
    assert "0 of them without a name" in answer.out


def test_a_cyrillic_name_is_found_in_latin_letters_with_the_reason(
    lives: Lives, built: Path
) -> None:
    answer = lives("people", "kruglova", "--archive", built)
    assert answer.status == 0
    assert "Вера" in answer.out
    hits = lives("people", "kruglova", "--archive", built, "--json").json
    assert all(hit["because"] for hit in hits)


def test_a_life_is_told_with_numbered_evidence_and_charges_apart(
    lives: Lives, built: Path
) -> None:
    told = lives("show", "Lobanov", "Ivan", "--archive", built).out
    during, accused = told.index("During"), told.index("a charge is not a fact")
    assert told.index("5 March 1936") > during
    assert "подготовка теракта" not in told[during:accused]
    assert "подготовка теракта" in told[accused:]
    assert re.search(r"\[1\] .*“.*” st-\w{20}", told.replace("\n", " "))


def test_a_life_in_json_has_the_same_evidence(lives: Lives, built: Path) -> None:
    told = lives("--json", "show", "Lobanov", "Ivan", "--archive", built).json
    numbers = {note["number"] for note in told["evidence"]}
    used = {n for f in told["findings"] for n in f["support"] + f["dissent"]}
    assert used == numbers
    assert any(f["apart"] for f in told["findings"])


def test_two_birth_years_are_a_disagreement_with_both_passages(
    lives: Lives, built: Path
) -> None:
    answer = lives("conflicts", "--archive", built)
    assert "1889" in answer.out
    assert "1892" in answer.out
    (conflict,) = lives("conflicts", "--archive", built, "--json").json["conflicts"]
    assert {p["quote"] for p in conflict["passages"]} == {"1889", "1892"}


def test_a_statement_is_traced_to_bytes_that_can_be_checked_without_us(
    lives: Lives, built: Path
) -> None:
    told = lives("--json", "show", "Lobanov", "Ivan", "--archive", built).json
    note = next(n for n in told["evidence"] if n["quote"] == "05.03.1936")
    trail = lives("trace", note["statement"], "--archive", built).out
    assert "“05.03.1936”" in trail
    assert "row 2" in trail
    assert "list.csv" in trail
    path = Path(trail.rsplit("sha256sum ", 1)[1].split("\n")[0])
    assert "05.03.1936" in path.read_text(encoding="utf-8")


def test_a_trace_says_what_of_a_date_the_words_do_not_say(
    lives: Lives, archive: Path
) -> None:
    recipe = archive / "recipes" / "register-recipe.toml"
    constant = 'when = { constant = "1892" }\nwords = "Год рождения"'
    words = recipe.read_text(encoding="utf-8").replace(
        'when = "Год рождения"', constant
    )
    recipe.write_text(words, encoding="utf-8")
    assert lives("build", "--archive", archive).status == 0
    told = lives("--json", "show", "Lobanov", "Ivan", "--archive", archive).json
    keys = [n["statement"] for n in told["evidence"] if n["quote"] == "1892"]
    trails = [lives("trace", key, "--archive", archive).out for key in keys]
    assert any("1892; the same for the whole list" in trail for trail in trails)


def test_everything_that_is_printed_as_an_identifier_can_be_traced(
    lives: Lives, built: Path
) -> None:
    told = lives("--json", "show", "Lobanov", "Ivan", "--archive", built).json
    asked = {told["person"]["id"], told["person"]["mentions"][0]}
    asked |= {f["id"] for f in told["findings"]} | {c["id"] for c in told["conflicts"]}
    asked |= {n["statement"] for n in told["evidence"]}
    chain = lives("decisions", "--json", "--archive", built).json
    asked |= {d["hash"][:12] for d in chain}
    asked |= {d["body"]["capture"] for d in chain if d["kind"] == "accession"}
    asked |= {d["body"]["source"]["id"] for d in chain if d["kind"] == "accession"}
    for one in asked:
        answer = lives("trace", one, "--archive", built)
        assert answer.status == 0, one
        assert one in answer.out


def test_tracing_what_does_not_exist_says_what_could(lives: Lives, built: Path) -> None:
    answer = lives("trace", "st-0", "--archive", built)
    assert answer.status == 3
    assert "[AR07]" in answer.err
    assert "begin with pe-" in answer.err


def test_a_judgement_joins_two_persons_survives_a_rebuild_and_can_be_withdrawn(
    lives: Lives, archive: Path
) -> None:
    before = ids(lives, archive)
    pair = only(before, "Вера"), only(before, "Пётр")
    judged = lives("link", *pair, "--same", "--why", "a trial", "--archive", archive)
    assert judged.status == 0
    (key,) = re.findall(
        r"^Recorded as decision \d+: ([0-9a-f]{64})$", judged.out, re.MULTILINE
    )
    joined = ids(lives, archive)
    assert len(joined) == len(before) - 1
    assert lives("rebuild", "--archive", archive).status == 0
    assert ids(lives, archive) == joined

    for former in pair:  # an identifier from before the joining still finds its person
        assert lives("show", former, "--archive", archive).status == 0

    undone = lives("link", "--withdraw", key[:12], "--why", "no", "--archive", archive)
    assert undone.status == 0
    assert ids(lives, archive) == before
    listed = lives("decisions", "--archive", archive).out
    assert "(withdrawn)" in listed


def test_the_judge_is_who_by_names_or_the_environment_does(
    lives: Lives, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ids(lives, archive)
    judge = ["link", only(found, "Вера"), only(found, "Пётр"), "--unsure", "--later"]
    monkeypatch.setenv("LIVES_USER", "boris")
    lives(*judge, "--why", "w", "--archive", archive)
    lives(*judge, "--why", "w", "--archive", archive, "--by", "vera")
    chain = lives("decisions", "--json", "--archive", archive).json
    assert [decision["by"] for decision in chain[-2:]] == ["boris", "vera"]


def test_a_judgement_without_a_reason_or_with_one_side_is_not_recorded(
    lives: Lives, archive: Path
) -> None:
    found = ids(lives, archive)
    pair = only(found, "Вера"), only(found, "Пётр")
    assert lives("link", *pair, "--same", "--archive", archive).status == 2
    alone = lives("link", pair[0], "--same", "--why", "w", "--archive", archive)
    assert alone.status == 2
    same = lives("link", *pair[:1] * 2, "--same", "--why", "w", "--archive", archive)
    assert same.status == 30
    assert "[RE03]" in same.err
    kinds = {d["kind"] for d in lives("decisions", "--json", "--archive", archive).json}
    assert "judgement" not in kinds


def test_a_name_that_several_bear_lists_them(lives: Lives, built: Path) -> None:
    answer = lives("show", "kruglov", "--archive", built)
    assert answer.status == 30
    assert "[RE02]" in answer.err
    assert answer.err.count("pe-") >= 2


def test_a_judgement_on_words_no_longer_read_waits_and_building_says_so(
    lives: Lives, archive: Path
) -> None:
    found = ids(lives, archive)
    pair = only(found, "Вера"), only(found, "Пётр")
    lives("link", *pair, "--same", "--why", "w", "--archive", archive)
    recipe = archive / "recipes" / "list-recipe.toml"
    text = recipe.read_text(encoding="utf-8")
    named = text.replace('full = "ФИО"', 'full = "Приговор"')  # others are mentioned
    named = named.replace('what = "Приговор"', 'what = "ФИО"')
    recipe.write_text(named, encoding="utf-8")
    built = lives("build", "--archive", archive)
    assert built.status == 0
    assert "wait without effect" in built.out
    recipe.write_text(text, encoding="utf-8")
    again = lives("build", "--archive", archive)
    assert "wait without effect" not in again.out
    assert len(ids(lives, archive)) == len(found) - 1


def test_building_twice_changes_nothing(lives: Lives, archive: Path) -> None:
    assert lives("export", archive / "one", "--archive", archive).status == 0
    assert lives("build", "--archive", archive).status == 0
    assert lives("export", archive / "two", "--archive", archive).status == 0
    assert contents(archive / "one") == contents(archive / "two")


def test_a_rebuild_gives_byte_identical_exports(lives: Lives, archive: Path) -> None:
    assert lives("export", archive / "one", "--archive", archive).status == 0
    assert lives("rebuild", "--archive", archive).status == 0
    assert lives("export", archive / "two", "--archive", archive).status == 0
    assert contents(archive / "one") == contents(archive / "two")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_an_export_names_what_it_wrote_and_nothing_else_in_the_folder(
    lives: Lives, built: Path, tmp_path: Path
) -> None:
    (tmp_path / "chapter.pdf").write_bytes(b"%PDF")
    for _ in range(2):
        told = lives("export", tmp_path, "--archive", built)
        assert "statements.jsonl" in told.out
        assert "chapter.pdf" not in told.out
    refused = lives("export", tmp_path / "chapter.pdf", "--archive", built)
    assert refused.status == 2
    assert "name a folder" in refused.err


def test_publishing_says_how_many_have_a_page_and_how_many_are_held_back(
    lives: Lives, archive: Path, tmp_path: Path
) -> None:
    made = lives("publish", tmp_path / "memorial", "--archive", archive)
    assert "4 people have a page here" in made.out
    assert "Held back" not in made.out
    settings = archive / "archive.toml"
    names = 'withhold = ["Вера Ильинична Круглова"]'
    settings.write_text(f'title = "T"\n[publish]\n{names}\n', encoding="utf-8")
    made = lives("publish", tmp_path / "memorial", "--archive", archive)
    assert re.search(r"Held back, .*: 1 person\.", made.out)


def test_adding_names_sources_that_have_no_title_to_be_cited_by(
    lives: Lives, archive: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Anna was arrested.", encoding="utf-8")
    bare = lives("add", letter, "--archive", archive)
    assert "Without a title" in bare.out
    assert "letter" in bare.out.split("Without a title")[1].split(".")[0]
    titled = lives("add", letter, "--title", "A letter", "--archive", archive)
    assert "Without a title" not in titled.out


def test_a_file_described_anew_is_told_from_one_received(
    lives: Lives, archive: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Anna was arrested.", encoding="utf-8")
    for title in ("A letter", "A letter to V."):
        lives("add", letter, "--title", title, "--archive", archive)
    first, second = lives("decisions", "--last", "2", "--archive", archive).out.split(
        "received letter.txt as a-letter"
    )[1:]
    assert "described anew" not in first
    assert "described anew" in second


def test_building_nothing_says_what_to_do(lives: Lives, tmp_path: Path) -> None:
    lives("new", tmp_path / "fresh")
    assert "lives add" in lives("build", "--archive", tmp_path / "fresh").out


def test_a_list_that_cannot_be_read_leaves_the_lives_told_by_all_the_rest(
    lives: Lives, archive: Path
) -> None:
    before = ids(lives, archive)
    recipe = archive / "recipes" / "register-recipe.toml"
    recipe.write_text('[name]\nfull = "ФИО"\n', encoding="utf-8")
    stopped = lives("build", "--archive", archive)
    assert stopped.status == 20
    assert "[EX03]" in stopped.err
    assert "4 persons" in stopped.out
    assert ids(lives, archive) == before


def test_cells_that_cannot_be_read_are_counted_and_listed_and_stop_nothing(
    lives: Lives, archive: Path
) -> None:
    recipe = archive / "recipes" / "list-recipe.toml"
    whole = recipe.read_text("utf-8")
    looked_up = whole.replace('"Приговор"', '{ column = "Приговор", lookup = "s" }')
    recipe.write_text(
        looked_up + '\n[lookups.s]\n"ссылка" = "exile"\n', encoding="utf-8"
    )
    built = lives("build", "--archive", archive)
    assert built.status == 0
    assert "1 cell of list.csv could not be read" in built.out
    again = lives("build", "--json", "--archive", archive)
    (told,) = again.json["refused"]
    assert (told["name"], told["count"]) == ("list.csv", 1)

    listed = lives("recipe", "refused", "list.csv", "--archive", archive)
    assert listed.status == 0
    assert "in column 'Приговор': has no reading" in listed.out
    assert "'10 лет лагерей', first in row 2" in listed.out
    assert '"10 лет лагерей" = "…" under [lookups.s] in list-recipe.toml' in listed.out
    as_json = lives(
        "recipe", "refused", told["capture"][:8], "--json", "--archive", archive
    )
    assert as_json.json["refused"] == 1
    assert lives("rebuild", "--json", "--archive", archive).json["refused"] == [told]
    assert lives("verify", "--archive", archive).status == 0

    recipe.write_text(whole, encoding="utf-8")
    assert lives("build", "--json", "--archive", archive).json["refused"] == []
    unknown = lives("recipe", "refused", "no.csv", "--archive", archive)
    assert unknown.status == 3
    assert "[AR07]" in unknown.err


def test_verify_names_an_altered_file_and_fails(lives: Lives, archive: Path) -> None:
    whole = lives("verify", "--archive", archive)
    assert whole.status == 0
    head = whole.out.rsplit("Head of the chain: ", 1)[1].strip()
    assert lives("verify", "--expect", head, "--archive", archive).status == 0

    path = next((archive / "captures").glob("??/*"))
    path.chmod(0o644)
    path.write_bytes(b"something else")
    altered = lives("verify", "--archive", archive)
    assert altered.status == 3
    assert str(path) in altered.out.replace("\n" + " " * 11, "")
    assert "[AR03]" in altered.err


def test_computing_again_names_a_text_and_its_quotes_altered_together(
    lives: Lives, archive: Path
) -> None:
    assert lives("verify", "--again", "--archive", archive).status == 0
    db = apsw.Connection(str(archive / "archive.db"))
    db.execute("update reading set text = replace(text, '05.03.1936', '06.03.1936')")
    db.execute("update statement set quote = '06.03.1936' where quote = '05.03.1936'")
    db.close()
    assert lives("verify", "--archive", archive).status == 0  # each quote is there
    altered = lives("verify", "--again", "--archive", archive)
    assert altered.status == 3
    assert "reading of list.csv" in altered.out
    assert "statements" in altered.out
    assert lives("rebuild", "--archive", archive).status == 0
    assert lives("verify", "--again", "--archive", archive).status == 0


def test_options_may_stand_before_the_command_and_the_later_one_counts(
    lives: Lives, built: Path, tmp_path: Path
) -> None:
    assert lives("--archive", built, "people").status == 0
    assert lives("--archive", tmp_path, "people", "--archive", built).status == 0


def test_errors_in_json_are_one_object_on_standard_error(
    lives: Lives, tmp_path: Path
) -> None:
    answer = lives("--json", "people", "--archive", tmp_path)
    assert answer.status == 3
    assert answer.out == ""
    (error,) = json.loads(answer.err)["errors"]
    assert error["code"] == "AR01"
    assert error["remedy"]


def test_several_bad_files_are_all_told_and_nothing_is_taken_in(
    lives: Lives, archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    before = lives("decisions", "--json", "--archive", archive).out
    bad = lives(
        "add", tmp_path / "gone.txt", tmp_path / "empty.txt", "--archive", archive
    )
    assert bad.status == 10
    assert bad.err.count("\n  at: ") == 2
    assert lives("decisions", "--json", "--archive", archive).out == before
