"""`lives split`: mentions that are somebody else."""

from collections.abc import Sequence

import click

from lives.cli.citing import passages
from lives.cli.desk import Desk, common, deciding
from lives.cli.judging import Judged, applied, record, told
from lives.cli.plain import counted
from lives.cli.whom import exactly
from lives.model.errors import BadJudgement
from lives.model.ids import MentionId
from lives.model.judgement import Verdict
from lives.model.person import Person
from lives.resolve.split import split as divided
from lives.store.tables import Tables


@click.command()
@click.argument("person", metavar="PERSON")
@click.option(
    "--mentions",
    metavar="me-…",
    multiple=True,
    required=True,
    help="A mention that is somebody else, or several with commas; repeatable.",
)
@click.option(
    "--why", metavar="WORDS", required=True, help="The reason; kept for ever."
)
@click.option("--citing", metavar="PASSAGE", multiple=True, help="As for 'lives link'.")
@click.option("--later", is_flag=True, help="Leave the lives as they are until built.")
@common
@deciding
@click.pass_obj
def split(
    desk: Desk,
    *,
    person: str,
    mentions: tuple[str, ...],
    why: str,
    citing: tuple[str, ...],
    later: bool,
) -> None:
    """Take mentions out of PERSON: together they are one other human being.

    Every statement goes with the mention it is about. 'lives trace pe-...' lists the
    mentions. It is written down as judgements, one "different" and every "same" that
    keeps the two sides whole; withdrawing one of them withdraws them all, and
    everything is as it was.

    \b
    Example:
      lives split pe-0c09b31496103d6d7035 --mentions me-1a..,me-3c.. --why "a son"
    """
    if not why.strip():
        raise click.UsageError("Say why with --why.")
    with desk.open() as archive:
        tables = archive.tables
        whole = exactly(tables, person)
        going = _going(whole, mentions)
        cited = passages(tables, citing)
        pairs = divided(
            tables.mentions_about(whole.id),
            tables.judgements_of(whole.id),
            tables.decided_about(whole.id),
            going,
        )
        mark = f"{whole.id} {desk.now.isoformat(timespec='microseconds')}"
        with archive.transaction():
            made = [
                record(archive, desk, Judged(*pair, why.strip(), cited), split=mark)
                for pair in pairs
            ]
        for line in _recorded(tables, going, whole, made[0].seq, made[0].hash):
            desk.say(line)
        notices, ending = applied(archive, later=later)
        other = tables.person_of_mention(going[0])
    ending = f"{ending} They are {other} now." if not later else ending
    answer = {"decisions": made, "notices": notices, "person": other}
    desk.answer(answer, [*notices, ending])


def _recorded(
    tables: Tables, going: Sequence[MentionId], whole: Person, seq: int, key: str
) -> list[str]:
    names = "; ".join(told(tables, mention) for mention in going)
    count = f"{counted(len(going), 'mention')} of {len(whole.mentions)}"
    return [
        f"{count}: {names}: {Verdict.DIFFERENT}.",
        f"Recorded as decision {seq} and what follows it: {key}",
    ]


def _going(whole: Person, asked: Sequence[str]) -> list[MentionId]:
    named = [one.strip() for some in asked for one in some.split(",") if one.strip()]
    strange = [one for one in named if one not in whole.mentions]
    if strange or not named or len(set(named)) == len(whole.mentions):
        raise BadJudgement(
            f"{', '.join(strange)} is no mention of this person"
            if strange
            else "a split takes some of the mentions of a person, not all and not none",
            where=f"{whole.label} {whole.id}",
            remedy=f"'lives trace {whole.id}' lists the mentions",
        )
    return [mention for mention in whole.mentions if mention in named]
