"""`lives link`: what a person decides about who is who."""

import click

from lives.cli.citing import passages
from lives.cli.desk import Desk, common, deciding
from lives.cli.judging import Judged, applied, record, so_far, told, withdraw
from lives.cli.whom import exactly, once, representative
from lives.model.decision import Decision
from lives.model.errors import BadJudgement
from lives.model.ids import MentionId
from lives.model.judgement import Verdict
from lives.store.archive import Archive
from lives.store.tables import Tables


@click.command()
@click.argument("left", metavar="A", required=False)
@click.argument("right", metavar="B", required=False)
@click.option("--same", "verdict", flag_value="same", help="They are one person.")
@click.option("--different", "verdict", flag_value="different", help="They are two.")
@click.option("--unsure", "verdict", flag_value="unsure", help="It cannot be told.")
@click.option("--withdraw", "of", metavar="HASH", help="Withdraw an earlier decision.")
@click.option("--why", metavar="WORDS", help="The reason; kept for ever beside it.")
@click.option(
    "--citing",
    metavar="PASSAGE",
    multiple=True,
    help="What it rests on: st-..., me-... or SHA256:START-END; repeatable.",
)
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
    of: str | None,
    why: str | None,
    citing: tuple[str, ...],
    later: bool,
) -> None:
    """Decide whether A and B are one human being.

    A and B are persons (pe-...), mentions (me-...) or names. Your judgement outranks
    every machine's whatever its date, survives every rebuild, and is never deleted:
    it can only be withdrawn, which is a further decision ('lives decisions' lists
    them), and then everything is as it was. "Different" is more than not linked: it
    keeps them apart for ever. To take one person apart, name two mentions ('lives
    trace pe-...'), or see 'lives split'.

    \b
    Example:
      lives link "Ivan Smirnov" pe-0c09b31496103d6d7035 --same --why "same birth date"
      lives link me-1a2b... me-3c4d... --different --why "father and son"
      lives link me-1a2b... me-3c4d... --same --why "so he says" --citing st-5c1e...
      lives link --withdraw 5ed2a992dc24 --why "the birth date was misread"
    """
    reason = (why or "").strip()
    if not reason:
        raise click.UsageError(
            "Say why with --why: a judgement without it is of no use."
        )
    with desk.open() as archive:
        if of and not (left or right or verdict or citing):
            made = withdraw(archive, desk, of, reason)
        elif left and right and verdict and not of:
            cited = (Verdict(verdict), reason, citing)
            made = [_judge(archive, desk, (left, right), *cited)]
        else:
            raise click.UsageError(
                "Name A and B and one of --same, --different, --unsure; "
                "or --withdraw HASH."
            )
        for decision in made:
            desk.say(f"Recorded as decision {decision.seq}: {decision.hash}")
        notices, ending = applied(archive, later=later)
        persons = archive.tables.counts().persons
    answer = {"decision": made[0], "notices": notices, "persons": persons}
    desk.answer(answer, [*notices, ending])


def _judge(
    archive: Archive,
    desk: Desk,
    asked: tuple[str, str],
    verdict: Verdict,
    why: str,
    citing: tuple[str, ...],
) -> Decision:
    tables = archive.tables
    left, right = sorted(_mention(tables, desk, one) for one in asked)
    if left == right:
        raise BadJudgement(
            "both sides are one person already",
            where=f"{asked[0]!r} and {asked[1]!r}",
            remedy="to take a person apart, name two mentions; 'lives trace pe-...' "
            "lists them",
        )
    cited = passages(tables, citing)
    desk.say(f"Until now: {so_far(tables, left, right)}.")
    pair = " and ".join(told(tables, mention) for mention in (left, right))
    desk.say(f"{pair}: {verdict}.")
    return record(archive, desk, Judged(left, right, verdict, why, cited))


def _mention(tables: Tables, desk: Desk, asked: str) -> MentionId:
    mention = tables.mention(MentionId(asked)) if asked.startswith("me-") else None
    if mention:
        return mention.id
    person = exactly(tables, asked)
    if note := once(asked, person):
        desk.say(note)
    return representative(tables, person)
