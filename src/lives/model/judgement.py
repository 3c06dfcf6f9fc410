"""Judgements: whether two mentions are one human being, by whom and why."""

from dataclasses import dataclass
from enum import StrEnum

from lives.model.ids import DecisionId, MentionId


class Verdict(StrEnum):
    """What was judged of two mentions."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two mentions.

    Human judgements come from the decision chain and outrank machine ones whatever
    their date; machine ones are derived and made again at every build.

    Attributes:
        left: The smaller mention identifier.
        right: The greater.
        verdict: Same, different or unsure.
        by: A person's name, or a rule with its version: ``names/1``.
        because: Reasons, in words.
        score: Strength of a machine's reasons, 0 to 1; 1.0 for a person's.
        decision: The chain entry of a human judgement; None for a machine's.

    Raises:
        ValueError: ``left`` is not smaller than ``right``.
    """

    left: MentionId
    right: MentionId
    verdict: Verdict
    by: str
    because: str
    score: float = 1.0
    decision: DecisionId | None = None

    def __post_init__(self) -> None:
        if self.left >= self.right:
            raise ValueError(f"{self.left} is not smaller than {self.right}")

    @property
    def human(self) -> bool:
        """Tell whether a person made it."""
        return self.decision is not None
