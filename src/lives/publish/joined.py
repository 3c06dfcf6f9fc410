"""Why the passages of several sources are taken to speak of one person, for a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from lives.model.ids import MentionId, PersonId
from lives.model.judgement import Judgement
from lives.model.mention import Mention
from lives.model.source import Source
from lives.publish.gate import Gate
from lives.publish.linking import sentence
from lives.publish.waterfall import Waterfall, waterfall

# One picture serves every window: as wide as a phone, and let grow a little.
_WIDTH = 360.0
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class End:
    """One side of a link: the words of the mention, and the work they stand in."""

    words: str
    source: Source


@dataclass(frozen=True, slots=True)
class Joined:
    """A link between two sources.

    Attributes:
        one: One side.
        two: The other.
        sentence: How sure it is, what speaks for it, what against.
        picture: What was weighed; None where a rule was followed, or people judged.
        key: Of the picture, unique on its page.
    """

    one: End
    two: End
    sentence: str
    picture: Waterfall | None
    key: str


@dataclass(frozen=True, slots=True)
class AllJoined:
    """The links of one person: those shown, the least sure first, and how many more."""

    shown: list[Joined]
    more: int


def joined(gate: Gate, person: PersonId) -> AllJoined:
    """Gather the links between the sources of one person.

    Links within one source are its reader's; they stand with the mentions there.
    """
    mentions = {mention.id: mention for mention in gate.mentions_about(person)}
    found = list(_across(gate.links_of(person), mentions))
    shown = [
        Joined(
            _end(gate, mentions[link.left]),
            _end(gate, mentions[link.right]),
            _sentence(link),
            waterfall(link, _WIDTH) if link.weights else None,
            f"w{number}",
        )
        for number, link in enumerate(found[:_SHOWN], start=1)
    ]
    return AllJoined(shown, len(found) - len(shown))


def _across(
    links: list[Judgement], mentions: dict[MentionId, Mention]
) -> Iterator[Judgement]:
    for link in links:
        left, right = mentions.get(link.left), mentions.get(link.right)
        if left and right and left.capture != right.capture:
            yield link


def _sentence(link: Judgement) -> str:
    if not link.human:
        return sentence(link)
    day = f" on {link.at[:10]}" if link.at else ""
    return f"One person, as people judged{day}."


def _end(gate: Gate, mention: Mention) -> End:
    return End(" ".join(mention.text.split()), gate.source(mention.capture))
