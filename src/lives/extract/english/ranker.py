"""Which candidate a pronoun means: a log-linear model, and its doubt.

The weights are data (`data/pronouns.toml`), made by `training/pronouns.py`. A pronoun
that is not surely enough anyone's is left unresolved.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from lives.extract.english.antecedents import RELATED, RELATIVE, Candidate, Question
from lives.extract.english.lexicon import data

_TOLD = 3  # features named in a reason


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a pronoun most likely means.

    Attributes:
        candidate: He or she.
        probability: That it is so.
        sure: That is enough to say so.
    """

    candidate: Candidate
    probability: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Ranker:
    """What each feature weighs, and how sure is sure enough.

    Attributes:
        weights: By feature; a feature without a weight weighs nothing.
        least: Probability from which a pronoun is taken to mean someone.
        lead: The same among the likeliest two alone, with nobody left out.
    """

    weights: Mapping[str, float]
    least: float
    lead: float

    def points(self, features: Iterable[str]) -> float:
        """Add up what features weigh."""
        weights = self.weights
        return sum([weights.get(feature, 0.0) for feature in features])

    def probabilities(self, asked: Question) -> list[float]:
        """Return the probability of each candidate; the rest is that of nobody."""
        points = [self.points(c.features) for c in asked.candidates]
        nobody = self.points(asked.nobody)
        most = max([nobody, *points])
        shares = [exp(p - most) for p in points]
        total = sum(shares) + exp(nobody - most)
        return [share / total for share in shares]

    def choose(self, asked: Question) -> Choice | None:
        """Return the likeliest candidate; None if there is none."""
        if not asked.candidates:
            return None
        shares = self.probabilities(asked)
        best, *others = sorted(range(len(shares)), key=lambda i: -shares[i])
        second = shares[others[0]] if others else 0.0
        leads = shares[best] >= self.lead * (shares[best] + second)
        found = asked.candidates[best]
        either = RELATIVE in found.features or RELATED in found.features
        sure = leads and shares[best] >= self.least and not either
        return Choice(found, shares[best], sure)

    def reason(self, choice: Choice) -> str:
        """Say what spoke most for a candidate."""
        weighed = [f for f in choice.candidate.features if self.weights.get(f, 0.0) > 0]
        weighed.sort(key=lambda feature: -self.weights[feature])
        return f"{'; '.join(weighed[:_TOLD])} ({choice.probability:.2f})"


@cache
def ranker(*, syntax: bool) -> Ranker:
    """Return the ranker that comes with the package.

    Args:
        syntax: Candidates are seen in the trees of their sentences, too.
    """
    entry = tomllib.loads(data("pronouns.toml"))["syntax" if syntax else "fast"]
    weights = {str(k): float(v) for k, v in entry["weights"].items()}
    return Ranker(weights, float(entry["least"]), float(entry["lead"]))
