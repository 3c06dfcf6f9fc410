"""Mentions: passages that name or describe one human being."""

from dataclasses import dataclass
from enum import StrEnum

from lives.model.ids import CaptureId, MentionId, content_id


class MentionKind(StrEnum):
    """How a passage points at a human being."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"


class Gender(StrEnum):
    """Grammatical or onomastic gender, where the words show it."""

    FEMALE = "f"
    MALE = "m"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One passage that names (or describes) one human being.

    Attributes:
        id: Made from capture, position and ordinal by `Mention.key`.
        capture: Where it stands.
        start: First code point in the text as read.
        end: One past the last.
        text: The words.
        kind: Name, pronoun or nominal.
        ordinal: 0, or the position among several persons meant by the same words
            ("they", "the two brothers").
        gender: Where the words show it.
        name: The name in plain order and full as the words give it, without titles
            or possessive ending; "" for pronouns and nominals.
        relation: For someone known through another, what he or she is to the other:
            "wife", "driver". "" otherwise.
        of: That other's mention.
        antecedent: An earlier (or naming) mention in this document of what the reader
            takes for the same person; None for the first. Machine judgements are made
            from it; it is never followed blindly.
        because: Why the reader takes them for one: "surname of a full name above".
    """

    id: MentionId
    capture: CaptureId
    start: int
    end: int
    text: str
    kind: MentionKind = MentionKind.NAME
    ordinal: int = 0
    gender: Gender = Gender.UNKNOWN
    name: str = ""
    relation: str = ""
    of: MentionId | None = None
    antecedent: MentionId | None = None
    because: str = ""

    @staticmethod
    def key(capture: CaptureId, start: int, end: int, ordinal: int = 0) -> MentionId:
        """Make the identifier of a mention from where it stands."""
        return MentionId(content_id("me", capture, f"{start}-{end}", str(ordinal)))
