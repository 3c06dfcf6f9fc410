"""Who is who: judgements, people's and machines', persons and their mentions."""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter

from lives.model.ids import CaptureId, MentionId, PersonId
from lives.model.judgement import Judgement
from lives.model.life import Conflict
from lives.model.person import Person
from lives.store import rows_resolved as rows
from lives.store.packed import batches
from lives.store.sqlite import Database, Row

Key = tuple[MentionId, MentionId, str]  # of a machine's judgement: left, right, by


class Resolved:
    """The tables of resolve. One method a question."""

    def __init__(self, db: Database) -> None:
        self._db = db

    # --- written --------------------------------------------------------------

    def write_judgements(
        self, judgements: Iterable[Judgement], holding: Collection[Key] = ()
    ) -> None:
        """Record machine judgements, and which of them persons rest on."""
        self._db.tell(
            "write_judgement",
            (
                (*rows.judgement_row(j), int((j.left, j.right, j.by) in holding))
                for j in judgements
            ),
        )

    def write_decided(self, judgements: Iterable[Judgement]) -> None:
        """Record what people judged, as it stands in the chain now."""
        self._db.tell("write_decided", map(rows.decided_row, judgements))

    def _write_persons(self, persons: Iterable[Person]) -> None:
        for batch in batches(persons):
            self._db.tell("write_person", map(rows.person_row, batch))
            for question, told in (
                ("write_member", rows.member_rows),
                ("write_redirect", rows.redirect_rows),
            ):
                self._db.tell(question, list(chain.from_iterable(map(told, batch))))

    def write_questions(self, questions: Iterable[Conflict]) -> None:
        """Record what only a person can settle about who is who."""
        self._db.tell(
            "write_question", ((q.id, q.person, q.about, q.words) for q in questions)
        )

    # --- judgements -----------------------------------------------------------

    def judgements(self) -> Iterator[Judgement]:
        """Yield machine judgements."""
        return map(rows.judgement_from, self._db.ask("judgements"))

    def judgements_of(self, person: PersonId) -> list[Judgement]:
        """Return the machine judgements among the mentions of a person."""
        return self._judgements("judgements_of", person, person)

    def judgements_about(self, person: PersonId) -> list[Judgement]:
        """Return those about a mention of a person, whomever else they are about."""
        return self._judgements("judgements_about", person, person)

    def judgements_between(self, one: PersonId, two: PersonId) -> list[Judgement]:
        """Return those between mentions of two persons, the surest first."""
        return self._judgements("judgements_between", one, two, two, one)

    def holding(self, below: float) -> Iterator[tuple[PersonId, Judgement]]:
        """Yield the judgements on which persons rest, less sure than so, with whom.

        The least sure comes first. Without one of them its person falls into two.
        """
        found = self._db.ask("holding", [below])
        return ((PersonId(row[0]), rows.judgement_from(row[1:])) for row in found)

    def holding_of(self, person: PersonId) -> list[Judgement]:
        """Return the judgements on which one person rests, the least sure first."""
        return self._judgements("holding_of", person)

    def unsure(self) -> Iterator[tuple[PersonId, PersonId, Judgement]]:
        """Yield the judgements that two persons may be one, which nobody settled."""
        for one, two, *row in self._db.ask("unsure"):
            yield PersonId(one), PersonId(two), rows.judgement_from(tuple(row))

    def decided(self) -> Iterator[Judgement]:
        """Yield what people judged, one judgement a pair."""
        return map(rows.decided_from, self._db.ask("decided"))

    def decided_about(self, person: PersonId) -> list[Judgement]:
        """Return what people judged about the mentions of a person."""
        found = self._db.ask("decided_about", [person, person])
        return [rows.decided_from(row) for row in found]

    def decided_pair(self, left: MentionId, right: MentionId) -> Judgement | None:
        """Return what a person judged of two mentions, the smaller first."""
        row = next(self._db.ask("decided_pair", [left, right]), None)
        return None if row is None else rows.decided_from(row)

    def _judgements(self, question: str, *asked: str) -> list[Judgement]:
        return [rows.judgement_from(row) for row in self._db.ask(question, asked)]

    def said_of(self, mentions: Collection[MentionId]) -> dict[MentionId, int]:
        """Return how many sure statements are about each of some mentions."""
        asked = json.dumps(list(mentions))
        found = self._db.ask("said_of_mention", [asked])
        return {MentionId(mention): count for mention, count in found}

    def sizes(self, persons: Collection[PersonId]) -> dict[PersonId, tuple[int, int]]:
        """Return how many mentions and sure statements each of some persons has."""
        found = self._db.ask("sizes", [json.dumps(sorted(persons))])
        return {PersonId(p): (mentions, said) for p, mentions, said in found}

    # --- persons --------------------------------------------------------------

    def person_once(self, once: PersonId) -> PersonId | None:
        """Return whom an identifier means that is nobody's now; None for nobody's.

        It is made from a mention: whoever has it now is meant. If nobody has, because
        the bytes are read as another text, whoever alone has the words of that mention
        is, if they were kept when it was published.
        """
        row = next(self._db.ask("redirected", [once]), None)
        found = [row] if row else list(self._db.ask("published_worded", [once]))
        return PersonId(found[0][0]) if len(found) == 1 else None

    def write_published(self, persons: Iterable[PersonId]) -> None:
        """Keep how persons were met who are being published."""
        self._db.tell("write_published", ((person,) for person in persons))

    def published_gone(self) -> list[PersonId]:
        """Return who was published once and is no person now."""
        return [PersonId(row[0]) for row in self._db.ask("published_gone")]

    def published(self) -> Iterator[Row]:
        """Yield (person, capture, start, end, ordinal, text) of all ever published."""
        return self._db.ask("published")

    def mentions_at(self, capture: CaptureId, start: int, end: int) -> list[MentionId]:
        """Return the mentions that stand exactly there."""
        found = self._db.ask("mentions_at", [capture, start, end])
        return [MentionId(row[0]) for row in found]

    def questions(self) -> Iterator[Row]:
        """Yield questions as (id, person, about, words)."""
        return self._db.ask("questions")

    def persons(self) -> Iterator[Person]:
        """Yield persons in order of their label."""
        members = self._db.ask("members_by_person")
        found = groupby(members, key=itemgetter(0))
        return (rows.person_from(list(group)) for _, group in found)

    def person_of(self) -> dict[MentionId, PersonId]:
        """Return who each mention is."""
        return {MentionId(m): PersonId(p) for m, p in self._db.ask("members")}

    def person(self, key: PersonId) -> Person | None:
        """Return one person, or None when there is none of this identifier."""
        found = list(self._db.ask("person", [key]))
        return rows.person_from(found) if found else None

    def person_of_mention(self, mention: MentionId) -> PersonId | None:
        """Return who one mention is, or None while nobody has said."""
        row = next(self._db.ask("person_of", [mention]), None)
        return None if row is None else PersonId(row[0])
