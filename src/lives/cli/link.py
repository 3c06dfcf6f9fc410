"""`lives link`: what a person decides about who is who."""

import click

from lives.cli.desk import Desk, common, deciding
from lives.cli.plain import counted
from lives.cli.whom import exactly, representative
from lives.compose.run import run as compose
from lives.model.decision import Decision, DecisionKind
from lives.model.errors import BadJudgement
from lives.model.ids import MentionId
from lives.model.judgement import Verdict
from lives.resolve.run import run as resolve
from lives.store.archive import Archive
from lives.store.tables import Tables


@click.command()
@click.argument("left", metavar="A", required=False)
@click.argument("right", metavar="B", required=False)
@click.option("--same", "verdict", flag_value="same", help="They are one person.")
@click.option("--different", "verdict", flag_value="different", help="They are two.")
@click.option("--unsure", "verdict", flag_value="unsure", help="It cannot be told.")
@click.option("--withdraw", metavar="HASH", help="Withdraw an earlier decision.")
@click.option("--why", metavar="WORDS", help="The reason; kept for ever beside it.")
@click.option("--later", is_flag=True, help="Leave the lives as they are until built.")
@common
@deciding
@click.pass_obj
def link(  # noqa: PLR0913  # one parameter an option
    desk: Desk,
    *,
    left: str | None,
    right: str | None,
    verdict: str | None,
    withdraw: str | None,
    why: str | None,
    later: bool,
) -> None:
    """Decide whether A and B are one human being.

    A and B are persons (pe-...), mentions (me-...) or names. Your judgement outranks
    every machine's whatever its date, survives every rebuild, and is never deleted:
    it can only be withdrawn, which is a further decision ('lives decisions' lists
    them). To take one person apart, name two mentions ('lives trace pe-...').

    \b
    Example:
      lives link "Ivan Smirnov" pe-0c09b31496103d6d7035 --same --why "same birth date"
      lives link me-1a2b... me-3c4d... --different --why "father and son"
      lives link --withdraw 5ed2a992dc24 --why "the birth date was misread"
    """
    reason = (why or "").strip()
    if not reason:
        raise click.UsageError(
            "Say why with --why: a judgement without it is of no use."
        )
    with desk.open() as archive:
        if withdraw and not (left or right or verdict):
            decision = _withdraw(archive, desk, withdraw, reason)
        elif left and right and verdict and not withdraw:
            decision = _judge(archive, desk, (left, right), Verdict(verdict), reason)
        else:
            raise click.UsageError(
                "Name A and B and one of --same, --different, --unsure; "
                "or --withdraw HASH."
            )
        desk.say(f"Recorded as decision {decision.seq}: {decision.hash}")
        notices = [] if later else _again(archive)
        persons = archive.tables.counts().persons
    ending = f"The lives are composed anew: {counted(persons, 'person')}."
    if later:
        ending = "The lives are as they were: 'lives build' applies it."
    answer = {"decision": decision, "notices": notices, "persons": persons}
    desk.answer(answer, [*notices, ending])


def _again(archive: Archive) -> list[str]:
    with archive.transaction():
        notices = resolve(archive)
        compose(archive)
    return notices


def _judge(
    archive: Archive, desk: Desk, asked: tuple[str, str], verdict: Verdict, why: str
) -> Decision:
    left, right = sorted(_mention(archive.tables, one) for one in asked)
    if left == right:
        raise BadJudgement(
            "both sides are one person already",
            where=f"{asked[0]!r} and {asked[1]!r}",
            remedy="to take a person apart, name two mentions; 'lives trace pe-...' "
            "lists them",
        )
    pair = " and ".join(_told(archive.tables, mention) for mention in (left, right))
    desk.say(f"{pair}: {verdict}.")
    body = {"left": left, "right": right, "verdict": verdict.value, "why": why}
    return archive.decide(DecisionKind.JUDGEMENT, body, by=desk.decider, now=desk.now)


def _mention(tables: Tables, asked: str) -> MentionId:
    mention = tables.mention(MentionId(asked)) if asked.startswith("me-") else None
    return mention.id if mention else representative(tables, exactly(tables, asked))


def _told(tables: Tables, key: MentionId) -> str:
    mention, owner = tables.mention(key), tables.person_of_mention(key)
    person = tables.person(owner) if owner else None
    words = f"“{mention.text}”" if mention else key
    return f"{words} ({person.label} {person.id})" if person else words


def _withdraw(archive: Archive, desk: Desk, asked: str, why: str) -> Decision:
    kinds = (DecisionKind.JUDGEMENT, DecisionKind.LINEAGE)
    standing = [decision for decision, _ in archive.standing(*kinds)]
    meant = [d for d in standing if d.hash.startswith(asked.lower())]
    if len(meant) != 1:
        raise BadJudgement(
            f"{len(meant)} standing judgements bear this hash",
            where=asked,
            remedy="'lives decisions' lists them; give more of the hash of one",
        )
    body = {"of": meant[0].hash, "why": why}
    return archive.decide(DecisionKind.WITHDRAWAL, body, by=desk.decider, now=desk.now)
