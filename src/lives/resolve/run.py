"""Resolve who is who: mentions become persons, by way of judgements."""

from lives.extract.documents import repeats
from lives.model.decision import DecisionKind
from lives.resolve.cluster import described, gather
from lives.resolve.human import found_again, human_judgements, waiting
from lives.resolve.judge import judge
from lives.resolve.linkage.engine import Finder
from lives.store.archive import Archive


def run(archive: Archive, find: Finder | None = None) -> list[str]:
    """Judge every mention of the archive anew, and gather persons.

    Args:
        archive: The archive.
        find: The engine that links persons of documents; none for the one of Lives.

    Returns:
        Notices: what was not compared, and how many questions only people can settle.
    """
    tables = archive.tables
    with archive.transaction():
        mentions = list(tables.mentions())
        lists = {
            c.id: repeats(archive.recipes, c) for c in tables.captures() if c.recipe
        }
        decided = found_again(archive.standing(DecisionKind.JUDGEMENT), mentions)
        human = human_judgements(decided)
        judged = judge(mentions, tables.statements(), lists, human, find)
        gathered = gather(mentions, judged.judgements, human)
        found, questions = described(gathered, human)
        tables.forget_resolved()
        holding = {(j.left, j.right, j.by) for j in gathered.links}
        tables.write_judgements(judged.judgements, holding)
        tables.write_decided(human)
        tables.write_persons(found)
        tables.write_questions(questions)
    notices = [*judged.notices, *waiting(human, {m.id for m in mentions})]
    if questions:
        notices.append(
            f"{len(questions)} judgements contradict each other, or divide what "
            "nothing else tells apart: they await a person"
        )
    return notices
