"""Resolve who is who: mentions become persons, by way of judgements."""

from lives.model.decision import DecisionKind
from lives.resolve.cluster import persons
from lives.resolve.human import human_judgements, waiting
from lives.resolve.judge import judge
from lives.store.archive import Archive


def run(archive: Archive) -> list[str]:
    """Judge every mention of the archive anew, and gather persons.

    Returns:
        Notices: what was not compared, and how many questions only people can settle.
    """
    tables = archive.tables
    with archive.transaction():
        mentions = list(tables.mentions())
        lists = {capture.id for capture in tables.captures() if capture.recipe}
        human = human_judgements(archive.standing(DecisionKind.JUDGEMENT))
        judged = judge(mentions, tables.statements(), lists, human)
        found, questions = persons(mentions, judged.judgements, human)
        tables.forget_resolved()
        tables.write_judgements(judged.judgements)
        tables.write_persons(found)
        tables.write_questions(questions)
    notices = [*judged.notices, *waiting(human, {m.id for m in mentions})]
    if questions:
        notices.append(f"{len(questions)} contradictory judgements await a person")
    return notices
