"""Titles of works and headings, in which names are no mentions."""

from collections.abc import Callable, Sequence

from lives.extract.english.candidates import Candidate
from lives.extract.english.prose import Prose, Sentence, Token

_TITLE_WORDS = 8  # words in quotation marks that may still be a title
_OPENING = {'"': '"', "“": "”", "‘": "’", "«": "»", "*": "*", "_": "_"}
_LEAST = 3  # words from which a heading repeated in a sentence is taken for a title


def in_work(prose: Prose) -> Callable[[Candidate], bool]:
    """Make a test of whether a candidate stands in a title or heading."""
    titles = _titles(prose)

    def test(candidate: Candidate) -> bool:
        sentence = prose.sentences[candidate.sentence]
        if sentence.heading:
            return not _whole_heading(sentence, candidate)
        return (
            _quoted_title(sentence.tokens, candidate)
            or _cited_title(sentence.tokens, candidate)
            or _repeated(sentence, candidate, titles)
        )

    return test


def _whole_heading(sentence: Sentence, candidate: Candidate) -> bool:
    """A heading that is a name and dates introduces its bearer."""
    others = [
        token
        for i, token in enumerate(sentence.tokens)
        if token.word and not candidate.first <= i <= candidate.last
    ]
    return not others


def _quoted_title(tokens: Sequence[Token], candidate: Candidate) -> bool:
    """Recognise a name among other words of a short quotation in capitals."""
    opening = candidate.first - 1
    while opening >= 0 and tokens[opening].text not in _OPENING:
        opening -= 1
        if candidate.first - opening > _TITLE_WORDS:
            return False
    if opening < 0:
        return False
    closer = _OPENING[tokens[opening].text]
    closing = candidate.last + 1
    while closing < len(tokens) and tokens[closing].text != closer:
        closing += 1
        if closing - opening > _TITLE_WORDS + 1:
            return False
    if closing >= len(tokens) or tokens[closing - 1].text in ".!?,":
        return False
    inside = tokens[opening + 1 : closing]
    alone = opening + 1 == candidate.first and closing == candidate.last + 1
    said = opening and tokens[opening - 1].text in ",:"
    if alone:
        return closer in "*_" and not candidate.full
    return inside[0].capital and not said


def _cited_title(tokens: Sequence[Token], candidate: Candidate) -> bool:
    """In "(Title, Author Name, Publisher, 1988)" only full names are people."""
    if len(candidate.words) > 1:
        return False
    opening = candidate.first
    while opening >= 0 and tokens[opening].text not in "(;":
        opening -= 1
    closing = candidate.last
    while closing < len(tokens) and tokens[closing].text not in ");":
        closing += 1
    if opening < 0 or closing >= len(tokens):
        return False
    inside = tokens[opening + 1 : closing]
    commas = sum(token.text == "," for token in inside)
    dated = inside[-1].text.isdigit() and len(inside[-1].text) == 4  # noqa: PLR2004
    return commas > 1 and dated and not any(t.lower in ("in", "and") for t in inside)


def _titles(prose: Prose) -> dict[str, list[tuple[str, ...]]]:
    """Gather parts of headings by first word: what is later cited as a title."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for sentence in prose.sentences:
        if sentence.heading:
            for part in _parts(sentence.tokens):
                if len(part) >= _LEAST:
                    found.setdefault(part[0], []).append(part)
    return found


def _parts(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token.text in ":–—-.":
            parts.append([])
        else:
            parts[-1].append(token.text)
    return [tuple(part) for part in parts]


def _repeated(
    sentence: Sentence, candidate: Candidate, titles: dict[str, list[tuple[str, ...]]]
) -> bool:
    words = [token.text for token in sentence.tokens]
    for start in range(max(0, candidate.first - _TITLE_WORDS), candidate.first + 1):
        for title in titles.get(words[start], ()):
            end = start + len(title)
            if end > candidate.last and tuple(words[start:end]) == title:
                return True
    return False
