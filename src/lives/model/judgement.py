"""Judgements: whether two mentions are one human being, by whom and why.

A machine's judgement that was weighed holds its weights in bits: the logarithm to the
base of two of how much likelier a thing is of one human being than of two (Good 1950;
Fellegi and Sunter 1969). They begin with what holds before anything is compared, and
add up to the odds.
"""

from dataclasses import dataclass
from enum import StrEnum

from lives.model.ids import DecisionId, MentionId
from lives.model.passage import Passage


class Verdict(StrEnum):
    """What was judged of two mentions."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


CHANCE = "chance"  # the matter of the weight that holds before anything is compared


@dataclass(frozen=True, slots=True)
class Weight:
    """One thing that was weighed.

    Attributes:
        matter: What it is about: "surname", "birth"; `CHANCE` for what holds before
            anything is compared.
        bits: For one human being if positive, against it if negative.
        because: In words: "same surname in another script".
    """

    matter: str
    bits: float
    because: str


def probability(bits: float) -> float:
    """Return the probability to which odds in bits come.

    >>> probability(0), probability(1) - probability(-1) == 1 / 3
    (0.5, True)
    """
    # 2 ** 1024 is more than a float holds, and nothing is so sure.
    return 1 / (1 + 2 ** -max(-500.0, min(bits, 500.0)))


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two mentions.

    Human judgements come from the decision chain and outrank machine ones whatever
    their date; machine ones are derived and made again at every build.

    Attributes:
        left: The smaller mention identifier.
        right: The greater.
        verdict: Same, different or unsure.
        by: A person's name, or a rule with its version: ``persons/1``.
        because: Reasons, in words.
        probability: That the two are one human being, as a machine estimates it, 0 to
            1; 1.0 for a person's "same", and without meaning for a person's others.
        decision: The chain entry of a human judgement; None for a machine's.
        at: When a person made it: UTC, ISO 8601; "" for a machine's.
        citing: The passages that a person cites for it.
        weights: What a machine weighed, `CHANCE` first; () where it followed a rule.
            They add up to the odds in bits of which `probability` is made.

    Raises:
        ValueError: ``left`` is not smaller than ``right``.
    """

    left: MentionId
    right: MentionId
    verdict: Verdict
    by: str
    because: str
    probability: float = 1.0
    decision: DecisionId | None = None
    weights: tuple[Weight, ...] = ()
    at: str = ""
    citing: tuple[Passage, ...] = ()

    def __post_init__(self) -> None:
        if self.left >= self.right:
            raise ValueError(f"{self.left} is not smaller than {self.right}")

    @property
    def human(self) -> bool:
        """Tell whether a person made it."""
        return self.decision is not None
