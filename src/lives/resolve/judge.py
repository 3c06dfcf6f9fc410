"""All machine judgements: within documents, by names, by surnames, by relations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lives.model.ids import CaptureId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Mention
from lives.model.statement import Statement
from lives.resolve.across import by_names
from lives.resolve.cluster import gather
from lives.resolve.evidence import read_evidence
from lives.resolve.linkage.engine import Finder
from lives.resolve.profile import profiles
from lives.resolve.surname import by_surname
from lives.resolve.unnamed import by_relation
from lives.resolve.within import within_documents

# "The wife's brother's driver": each round names the ones the next depends on.
_MOST_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """What machines make of who is who.

    Attributes:
        judgements: Same and unsure, each with its reasons; never different.
        notices: What a person should know: pairs not compared, not recorded.
    """

    judgements: tuple[Judgement, ...]
    notices: tuple[str, ...]


def judge(
    mentions: Sequence[Mention],
    statements: Iterable[Statement],
    lists: Mapping[CaptureId, bool],
    human: Sequence[Judgement],
    find: Finder | None = None,
) -> Judged:
    """Judge who is who.

    Args:
        mentions: All of them, in the order of the archive.
        statements: All of them, in any order.
        lists: Which captures are lists, and whether each may have several rows on one
            person.
        human: People's judgements; whose wife somebody is may hang on them.
        find: The engine that links persons of documents; none for the one of Lives.
    """
    evidence = read_evidence(statements)
    found = list(within_documents(mentions, evidence, lists))
    of_documents = gather(mentions, found, ()).groups
    people = list(profiles(of_documents, evidence, lists))
    named, union, notices = by_names(people, find)
    found += named
    found += by_surname(people, union)
    ties: list[Judgement] = []
    for _ in range(_MOST_ROUNDS):
        groups = gather(mentions, found, human).groups
        ties = list(by_relation(groups, evidence))
        same = [judgement for judgement in ties if judgement.verdict is Verdict.SAME]
        found += same
        if not same:
            break
    found += [judgement for judgement in ties if judgement.verdict is Verdict.UNSURE]
    return Judged(tuple(found), tuple(notices))
