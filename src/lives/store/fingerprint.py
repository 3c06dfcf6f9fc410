"""Fingerprints of the derived tables: whether computing them again gives the same."""

import hashlib

from lives.store.sqlite import Database

_QUESTIONS = (  # each answers in a fixed order
    "sources",
    "captures",
    "mentions",
    "statements",
    "claims",
    "citations",
    "events",
    "refusals",
    "judgements",
    "decided",
    "members_by_person",
    "questions",
    "witnesses",
    "findings",
    "bearings",
    "conflicts",
    "places_read",
)


def fingerprints(db: Database) -> dict[str, str]:
    """Return a digest for each question about what was derived, and for each text."""
    found = {question: _digest(db, question) for question in _QUESTIONS}
    for key, _, name, *_ in list(db.ask("captures")):
        for question in ("reading", "blocks"):
            found[f"{question} of {name}"] = _digest(db, question, key)
    return found


def _digest(db: Database, question: str, *parameters: str) -> str:
    digest = hashlib.sha256()
    for row in db.ask(question, parameters):
        digest.update(repr(row).encode())
    return digest.hexdigest()
