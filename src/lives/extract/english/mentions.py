"""Names of people in a document: every mention by name, with its exact span."""

from collections.abc import Sequence
from dataclasses import dataclass

from lives.extract.english.candidates import Candidate, candidates
from lives.extract.english.evidence import DOUBTFUL, NEEDED, verdicts
from lives.extract.english.prose import Prose
from lives.extract.english.seen import merged
from lives.extract.english.works import in_work
from lives.extract.named import EntitySpan
from lives.model.ids import CaptureId
from lives.model.mention import Gender, Mention, MentionKind
from lives.reading.names import gender_of_title, parse_name


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and where its words stand among the tokens of the prose.

    Attributes:
        mention: The mention.
        sentence: Position of its sentence.
        first: Position of its first token in the sentence.
        last: Position of its last token.
        titles: Titles before it, in lower case.
    """

    mention: Mention
    sentence: int
    first: int
    last: int
    titles: tuple[str, ...] = ()


def find_mentions(prose: Prose, capture: CaptureId) -> list[Mention]:
    """Find every name of a human being, in order.

    Titles and possessive endings are not part of a mention. Who is meant is not
    decided here: no mention has an antecedent.
    """
    return [placed.mention for placed in placed_names(prose, capture)]


def placed_names(prose: Prose, capture: CaptureId) -> list[Placed]:
    """Find every name of a human being, with its place among the tokens."""
    return read_names(prose, capture)[0]


def read_names(
    prose: Prose, capture: CaptureId, seen: Sequence[Sequence[EntitySpan]] = ()
) -> tuple[list[Placed], list[Candidate]]:
    """Find every name of a human being, and what may be one but is not taken for it.

    Args:
        prose: The text.
        capture: Its bytes.
        seen: For every sentence what a reader of entities finds in it; () for none.
    """
    found = [
        candidate
        for number, sentence in enumerate(prose.sentences)
        for candidate in candidates(number, sentence)
    ]
    if seen:
        found = merged(prose, found, seen)
    points = verdicts(prose, found)
    works = in_work(prose)
    names: list[Placed] = []
    doubtful: list[Candidate] = []
    for candidate, weight in zip(found, points, strict=True):
        if weight >= NEEDED and not works(candidate):
            names.append(_placed(prose, candidate, capture))
        elif (
            DOUBTFUL <= weight < NEEDED
            and not prose.sentences[candidate.sentence].heading
        ):
            doubtful.append(candidate)
    return names, doubtful


def _placed(prose: Prose, candidate: Candidate, capture: CaptureId) -> Placed:
    tokens = prose.sentences[candidate.sentence].tokens
    start, end = tokens[candidate.first].start, tokens[candidate.last].end
    text = prose.text[start:end]
    name = parse_name(text)
    titled = (gender_of_title(title) for title in candidate.titles)
    gender = next((gender for gender in titled if gender), name.gender)
    mention = Mention(
        Mention.key(capture, start, end),
        capture,
        start,
        end,
        text,
        MentionKind.NAME,
        gender=gender or Gender.UNKNOWN,
        name=name.plain,
    )
    return Placed(
        mention, candidate.sentence, candidate.first, candidate.last, candidate.titles
    )
