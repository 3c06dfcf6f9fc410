"""Pages of persons who are called otherwise now."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.resolve.test_run import TEXTS, hold

from lives.cli.desk import Desk
from lives.cli.judging import Judged, record
from lives.compose.run import run as compose
from lives.model.decision import DecisionKind
from lives.model.errors import NothingToPublish
from lives.model.ids import PersonId
from lives.model.judgement import Verdict
from lives.model.mention import Mention
from lives.publish.run import publish
from lives.resolve.run import run as resolve
from lives.store.archive import Archive
from lives.store.verify import published_faults

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def made(folder: Path) -> Archive:
    archive = Archive.create(folder / "a", title="T", by="Ada", now=NOW)
    for seq, name in enumerate(("Pyotr Zarubin", "P. I. Zarubin"), 1):
        hold(archive, seq, TEXTS[seq - 1], name)
    return archive


def decide(archive: Archive, verdict: str) -> str:
    left, right = sorted(m.id for m in archive.tables.mentions())
    body = {"left": left, "right": right, "verdict": verdict, "why": "w"}
    return archive.decide(DecisionKind.JUDGEMENT, body, by="Ada", now=NOW).hash


def withdraw(archive: Archive, key: str) -> None:
    body = {"of": key, "why": "w"}
    archive.decide(DecisionKind.WITHDRAWAL, body, by="Ada", now=NOW)


def released(archive: Archive, target: Path) -> set[str]:
    resolve(archive)
    compose(archive)
    publish(archive, target, now=NOW)
    return {str(person.id) for person in archive.tables.persons()}


def page(target: Path, person: str) -> str:
    return (target / "p" / f"{person}.html").read_text(encoding="utf-8")


def test_a_page_of_an_earlier_release_leads_to_the_person_of_now(
    tmp_path: Path,
) -> None:
    with made(tmp_path) as archive:
        key = decide(archive, "different")
        before = released(archive, tmp_path / "m")
        withdraw(archive, key)
        (now,) = released(archive, tmp_path / "m")
    (old,) = before - {now}
    assert f'content="0; url={now}.html"' in page(tmp_path / "m", old)
    assert "Why these sources are taken to speak of one person" in page(
        tmp_path / "m", now
    )
    told = (tmp_path / "m" / "data" / "redirects.jsonl").read_text(encoding="utf-8")
    assert json.loads(told) == {"id": old, "person": now}


def test_a_person_who_is_withheld_now_has_a_page_that_tells_nothing(
    tmp_path: Path,
) -> None:
    with made(tmp_path) as archive:
        decide(archive, "different")
        before = released(archive, tmp_path / "m")
        settings = archive.folder / "archive.toml"
        told = settings.read_text(encoding="utf-8")
        rule = 'withhold = ["P. I. Zarubin"]\nliving_years'
        settings.write_text(told.replace("living_years", rule), encoding="utf-8")
        released(archive, tmp_path / "m")
        with_page = {p.id for p in archive.tables.persons() if p.label[1] == "y"}
    (hidden,) = before - with_page
    assert "no longer here" in page(tmp_path / "m", hidden)
    assert "Zarubin" not in page(tmp_path / "m", hidden)


def test_whoever_is_withheld_by_an_identifier_stays_so_when_it_goes_out_of_use(
    tmp_path: Path,
) -> None:
    with made(tmp_path) as archive:
        key = decide(archive, "different")
        before = released(archive, tmp_path / "m")
        withdraw(archive, key)
        resolve(archive)
        (now,) = (str(person.id) for person in archive.tables.persons())
        (old,) = before - {now}
        settings = archive.folder / "archive.toml"
        told = settings.read_text(encoding="utf-8")
        rule = f'withhold = ["{old}"]\nliving_years'
        settings.write_text(told.replace("living_years", rule), encoding="utf-8")
        with pytest.raises(NothingToPublish):
            released(archive, tmp_path / "m")


def test_whoever_is_withheld_and_turns_out_to_be_two_is_withheld_twice(
    tmp_path: Path,
) -> None:
    with made(tmp_path) as archive:
        resolve(archive)
        (whole,) = archive.tables.persons()
        settings = archive.folder / "archive.toml"
        told = settings.read_text(encoding="utf-8")
        rule = f'withhold = ["{whole.id}"]\nliving_years'
        settings.write_text(told.replace("living_years", rule), encoding="utf-8")
        left, right = sorted(whole.mentions)
        judged = Judged(left, right, Verdict.DIFFERENT, "w")
        record(archive, Desk(archive=archive.folder, by="Ada"), judged)
        with pytest.raises(NothingToPublish):
            released(archive, tmp_path / "m")
        assert len(list(archive.tables.persons())) == 2
        (other,) = (p for p in archive.tables.persons() if p.id != whole.id)
        rule = f'cleared = ["{other.id}"]\n{rule}'
        settings.write_text(told.replace("living_years", rule), encoding="utf-8")
        released(archive, tmp_path / "m")


def test_an_identifier_that_was_published_is_found_again_in_another_text(
    tmp_path: Path,
) -> None:
    with made(tmp_path) as archive:
        decide(archive, "different")
        before = released(archive, tmp_path / "m")
        archive.tables.forget_everything()
        for seq, name in enumerate(("Pyotr Zarubin", "P. I. Zarubin"), 1):
            hold_moved(archive, seq, name)
        resolve(archive)
        now = {str(person.id) for person in archive.tables.persons()}
        assert now.isdisjoint(before)
        found = {archive.tables.person_once(PersonId(key)) for key in before}
        assert found == now
        assert archive.tables.person_once(PersonId("pe-none")) is None


def hold_moved(archive: Archive, seq: int, name: str) -> None:
    """Hold the same bytes as another reader reads them: three signs further on."""
    hold(archive, seq, f"   {TEXTS[seq - 1]}", name)
    (capture,) = (c.id for c in archive.tables.captures() if c.name == f"{seq}.txt")
    place = (capture, 3, 3 + len(name))
    mention = Mention(Mention.key(*place), *place, name, name=name)
    archive.tables.replace_extraction(capture, "test/2", "", [mention])


def test_what_is_kept_of_the_published_proves_itself(tmp_path: Path) -> None:
    with made(tmp_path) as archive:
        released(archive, tmp_path / "m")
        (row,) = archive.tables.published()
        assert list(published_faults([row])) == []
        (fault,) = published_faults([(row[0], row[1], 1, *row[3:])])
        assert row[0] in fault.where
