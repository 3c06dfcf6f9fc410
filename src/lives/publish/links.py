"""The links between passages as a table: who was taken for whom, how surely and why.

A row is a pair of passages of one person that tell of him or her in different places:
two rows of lists, two documents. What holds inside a document (a pronoun and its name)
is not among them. Two that nobody compared, and that are one person by way of others,
are rows too: they are as sure as the weakest link on the best way between them.
"""

import csv
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from lives.model.ids import MentionId, PersonId
from lives.model.judgement import Judgement, Verdict
from lives.model.mention import Mention
from lives.publish.formats import exporters
from lives.publish.holdings import Holdings

FILE = "links.csv"
_PASSAGE = ("document", "start", "end", "words", "mention")
COLUMNS = (
    "person",
    *(f"left_{name}" for name in _PASSAGE),
    *(f"right_{name}" for name in _PASSAGE),
    "probability",
    "by",
    "because",
)
_OTHERS = "others"
# Whoever stands in more places has the links that were made, and not every pair.
_MOST = 60

Link = tuple[MentionId, MentionId, float, str, str]


@exporters.add("links")
def export_links(holdings: Holdings, target: Path) -> None:
    """Write `FILE` into a folder, made if it is not there."""
    target.mkdir(parents=True, exist_ok=True)
    mentions = {mention.id: mention for mention in holdings.mentions()}
    documents = {capture.id: capture.name for capture in holdings.captures()}
    with (target / FILE).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for person, links in _by_person(holdings, mentions):
            for left, right, sure, by, because in links:
                passages = (
                    (documents[m.capture], m.start, m.end, m.text, m.id)
                    for m in (mentions[left], mentions[right])
                )
                one, two = sorted(passages)
                table.writerow((person, *one, *two, f"{sure:.4f}", by, because))


def _by_person(
    holdings: Holdings, mentions: dict[MentionId, Mention]
) -> Iterator[tuple[PersonId, Sequence[Link]]]:
    """Yield each person who is told of in several places, with the links, in order."""
    person_of = holdings.person_of()
    found: dict[PersonId, list[Judgement]] = {}
    for judged in (*holdings.judgements(), *holdings.decided()):
        known = judged.left in mentions and judged.right in mentions
        if judged.verdict is not Verdict.SAME or not known:
            continue
        person = person_of[judged.left]
        if person == person_of[judged.right]:
            found.setdefault(person, []).append(judged)
    for person in sorted(found):
        links = list(_links(found[person]))
        if links:
            yield person, links


def _links(judged: Sequence[Judgement]) -> Iterator[Link]:
    """Yield the links of one person, the surest first."""
    surest = sorted(judged, key=lambda j: (j.human, j.probability), reverse=True)
    between = {(j.left, j.right): j for j in reversed(surest) if _across(j)}
    across = {mention for pair in between for mention in pair}
    group = {m: {m} for j in surest for m in (j.left, j.right)}
    for j in surest:
        if between.get((j.left, j.right)) is j:
            yield j.left, j.right, j.probability, j.by, j.because
        one, two = group[j.left], group[j.right]
        if one is two:
            continue
        if len(across) <= _MOST:
            for pair in sorted(_between(one & across, two & across) - between.keys()):
                because = "both are one person with others"
                yield *pair, j.probability, _OTHERS, because
        for mention in two:
            group[mention] = one
        one |= two


def _between(
    one: set[MentionId], two: set[MentionId]
) -> set[tuple[MentionId, MentionId]]:
    return {(min(a, b), max(a, b)) for a, b in product(one, two)}


def _across(judged: Judgement) -> bool:
    """Tell whether a judgement is more than what the reader of a document saw."""
    return judged.human or not judged.by.startswith("document/")
