"""Compose lives: statements become findings, person by person."""

from collections.abc import Iterator

from lives.compose.copies import copies
from lives.compose.events import event_conflicts
from lives.compose.life import life
from lives.compose.lineage import descents, witnesses
from lives.compose.parents import Parenthood, parenthoods, rival_parents
from lives.compose.surroundings import Surroundings
from lives.model.decision import DecisionKind
from lives.model.ids import CaptureId, PersonId, SourceId
from lives.model.life import Life
from lives.model.mention import Gender
from lives.model.passage import BlockForm
from lives.reading.places import read_place
from lives.store.archive import Archive


def run(archive: Archive) -> None:
    """Weigh all that the archive's statements say, and write the lives anew."""
    tables = archive.tables
    with archive.transaction():
        tables.forget_composed()
        witness = _witnesses(archive)
        tables.write_witnesses((s, w, why) for s, (w, why) in witness.items())
        around = _surroundings(archive, witness)
        told: list[Parenthood] = []

        def lives() -> Iterator[Life]:
            for person, statements in tables.statements_by_person():
                told.extend(parenthoods(person, statements, around))
                yield life(person, statements, around)

        tables.write_lives(lives())
        tables.places.write(map(_place, list(tables.places.written())))
        gender: dict[PersonId, Gender] = {}
        if any(link.gender is Gender.UNKNOWN for link in told):
            known = (m for m in tables.mentions() if m.gender)
            gender = {around.person[m.id]: m.gender for m in known}
        rivals = rival_parents(told, gender, around)
        tables.write_lives(Life(c.person, (), (c,)) for c in rivals)
        tables.write_conflicts(event_conflicts(tables.events(), around))


def _place(words: str) -> tuple[str, str, bool]:
    read = read_place(words)
    return words, read.place.id if read.place else "", read.whole


def _witnesses(archive: Archive) -> dict[SourceId, tuple[SourceId, str]]:
    tables = archive.tables
    sources, captures = tables.sources(), tables.captures()
    received = dict.fromkeys((*(c.source for c in captures), *sources))
    found = copies(
        (c.source, tables.text(c.id), _is_list(archive, c.id)) for c in captures
    )
    lineage = archive.standing(DecisionKind.LINEAGE)
    decided = [(decision.by, body) for decision, body in lineage]
    return witnesses(list(received), descents(sources, decided, found))


def _is_list(archive: Archive, capture: CaptureId) -> bool:
    blocks = archive.tables.blocks(capture)  # a title may stand above the headings
    return any(block.form is BlockForm.HEADER for block in blocks)


def _surroundings(
    archive: Archive, witness: dict[SourceId, tuple[SourceId, str]]
) -> Surroundings:
    tables = archive.tables
    sources, captures = tables.sources(), tables.captures()
    persons = {p.id: (p.label, p.named) for p in tables.persons()}
    return Surroundings(
        witness={c.id: witness[c.source][0] for c in captures},
        title={c.id: sources[c.source].title for c in captures},
        person=tables.person_of(),
        label={key: label for key, (label, _) in persons.items()},
        named={key for key, (_, named) in persons.items() if named},
    )
