"""Writing down what people judge: the body of the decision, and what follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lives.cli.citing import in_body
from lives.cli.desk import Desk
from lives.cli.plain import counted
from lives.compose.run import run as compose
from lives.model.decision import Decision, DecisionKind
from lives.model.errors import BadJudgement
from lives.model.ids import MentionId
from lives.model.judgement import Judgement, Verdict
from lives.model.passage import Passage
from lives.resolve.run import run as resolve
from lives.store.archive import Archive
from lives.store.tables import Tables


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person judges of two mentions, the smaller first."""

    left: MentionId
    right: MentionId
    verdict: Verdict
    why: str
    citing: tuple[Passage, ...] = ()


def body_of(tables: Tables, judged: Judged, more: Mapping[str, Any]) -> dict[str, Any]:
    """Make the body of a decision.

    It holds the words of both mentions and where they stand, so that they are found
    again when another reader makes another text of the same bytes.
    """
    body: dict[str, Any] = {
        "left": judged.left,
        "right": judged.right,
        "verdict": judged.verdict.value,
        "why": judged.why,
    }
    pair = (("left", judged.left), ("right", judged.right))
    stands = {side: _stands(tables, key) for side, key in pair}
    body["stands"] = {side: place for side, place in stands.items() if place}
    if judged.citing:
        body["citing"] = in_body(judged.citing)
    whole = tables.person_of_mention(judged.left)
    one = whole is not None and whole == tables.person_of_mention(judged.right)
    if one and judged.verdict is Verdict.DIFFERENT:
        body["divides"] = whole  # who is withheld stays so in both parts
    return body | dict(more)


def _stands(tables: Tables, key: MentionId) -> dict[str, Any]:
    mention = tables.mention(key)
    if mention is None:
        return {}
    place = {"capture": mention.capture, "start": mention.start, "end": mention.end}
    return place | {"text": mention.text}


def record(archive: Archive, desk: Desk, judged: Judged, **more: object) -> Decision:
    """Append a judgement to the chain."""
    body = body_of(archive.tables, judged, more)
    return archive.decide(DecisionKind.JUDGEMENT, body, by=desk.decider, now=desk.now)


def withdraw(archive: Archive, desk: Desk, asked: str, why: str) -> list[Decision]:
    """Withdraw a decision by its hash; of a split, all that was decided with it.

    Raises:
        BadJudgement: No standing decision bears the hash, or several do.
    """
    kinds = (DecisionKind.JUDGEMENT, DecisionKind.LINEAGE)
    standing = list(archive.standing(*kinds))
    meant = [(d, b) for d, b in standing if d.hash.startswith(asked.lower())]
    if len(meant) != 1:
        raise BadJudgement(
            f"{len(meant)} standing judgements bear this hash",
            where=asked,
            remedy="'lives decisions' lists them; give more of the hash of one",
        )
    ((decision, body),) = meant
    together = [decision]
    if body.get("split"):
        together = [d for d, b in standing if b.get("split") == body["split"]]
    with archive.transaction():
        return [
            archive.decide(
                DecisionKind.WITHDRAWAL,
                {"of": one.hash, "why": why},
                by=desk.decider,
                now=desk.now,
            )
            for one in together
        ]


def applied(archive: Archive, *, later: bool) -> tuple[list[str], str]:
    """Compose the lives anew, unless later; return notices, and how it ended."""
    if later:
        return [], "The lives are as they were: 'lives build' applies it."
    with archive.transaction():
        notices = resolve(archive)
        compose(archive)
    persons = archive.tables.counts().persons
    return notices, f"The lives are composed anew: {counted(persons, 'person')}."


def told(tables: Tables, key: MentionId) -> str:
    """Name a mention with its person."""
    mention, owner = tables.mention(key), tables.person_of_mention(key)
    person = tables.person(owner) if owner else None
    words = f"“{mention.text}”" if mention else key
    return f"{words} ({person.label} {person.id})" if person else words


def so_far(tables: Tables, left: MentionId, right: MentionId) -> str:
    """Say how two mentions stand to each other: "different" is not "not linked"."""
    human = tables.decided_pair(left, right)
    if human is not None:
        return in_short(human)
    one, two = tables.person_of_mention(left), tables.person_of_mention(right)
    if one is None or two is None:
        return "nobody has judged them yet"
    if one == two:
        weakest = tables.holding_of(one)[:1]
        sure = f"{weakest[0].probability:.3f}" if weakest else "people's word"
        return f"one person already, whose least sure link is at {sure}"
    apart = different_between(tables.decided_about(one), tables, one, two)
    if apart:
        return in_short(apart[0])
    between = tables.judgements_between(one, two)
    if between:
        return (
            f"not linked: {between[0].by} puts it at {between[0].probability:.3f} and "
            f"leaves it open ({between[0].because})"
        )
    return "not linked: nothing has compared them, and nobody has judged them"


def different_between(
    decided: Iterable[Judgement], tables: Tables, one: str, two: str
) -> list[Judgement]:
    """Return what confirms that two persons are different."""
    apart = (j for j in decided if j.verdict is Verdict.DIFFERENT)
    return [
        j
        for j in apart
        if {tables.person_of_mention(j.left), tables.person_of_mention(j.right)}
        == {one, two}
    ]


def in_short(judgement: Judgement) -> str:
    """Say a person's judgement in a line."""
    word = "confirmed " if judgement.verdict is Verdict.DIFFERENT else ""
    return (
        f"{word}{judgement.verdict} by {judgement.by} on {judgement.at[:10]}: "
        f"{judgement.because} ({(judgement.decision or '')[:12]})"
    )
