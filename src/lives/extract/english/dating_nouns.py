"""Dates of what a noun tells: "his rehabilitation came in 1955", "his book (1988)".

The noun tells the deed or the work; the verb that dates it says only that it came.
"""

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause
from lives.extract.english.lexicon import words
from lives.extract.english.scene import Scene
from lives.model.when import When
from lives.reading.dates import find_dates

_ITS_TIME = frozenset(("year", "month", "day", "week", "summer", "winter"))
_AFTER = frozenset((Tag.COMMA, Tag.ADVERB))


def came(scene: Scene, at: int, *, work: bool = False) -> When | None:
    """Return the date of a verb that says when the deed or work of a noun came.

    Args:
        scene: The sentence.
        at: The noun phrase.
        work: It is a work: "was published in"; else a deed: "took place in".
    """
    verbs = words()["came_out" if work else "came"]
    for clause in scene.clauses:
        plain = not (clause.verb.negated or clause.verb.modal or clause.verb.infinitive)
        if clause.head == at and clause.verb.lemma in verbs and plain:
            return scene.when(clause.dates)
    return None


def in_its_year(scene: Scene, at: int) -> When | None:
    """Return the date of "in 1951, the year of his arrest"."""
    year = scene.word(at - 1) == "of" and scene.word(at - 2) in _ITS_TIME
    apposed = scene.tag(at - 3) is Tag.COMMA and scene.tag(at - 4) is Tag.DATE
    return scene.when([at - 4]) if year and apposed else None


def published(scene: Scene, at: int) -> When | None:
    """Return the date of "wrote this book, published in 1988".

    Args:
        scene: The sentence.
        at: The noun phrase of the work.
    """
    after = scene.phrase_end(at)
    while scene.tag(after) in _AFTER:
        after += 1
    clause = next((c for c in scene.clauses if c.at == after), None)
    if clause is None or not _apart(clause):
        return None
    return scene.when(clause.dates)


def _apart(clause: Clause) -> bool:
    return clause.verb.bare and clause.verb.lemma in words()["came_out"]


def bracketed(scene: Scene, opening: int, closing: int) -> When | None:
    """Return the year that ends the particulars of a work: "(Title, Norton, 1988)".

    Args:
        scene: The sentence.
        opening: The bracket that opens.
        closing: One past the bracket that closes.
    """
    if scene.tag(opening) is not Tag.OPEN or closing <= opening + 1:
        return None
    first, last = scene.end(opening), scene.end(closing - 1) - 1
    found = find_dates(scene.text, first, last)
    years = [date for date in found if date.years_only and date.end == last]
    return years[0].when if len(found) == 1 and years else None
