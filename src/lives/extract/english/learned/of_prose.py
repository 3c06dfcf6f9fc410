"""Prose as the learned reader of sentences sees it."""

from collections.abc import Sequence

from lives.extract.english.learned.parse import Parse
from lives.extract.english.prose import Prose
from lives.extract.named import EntitySpan, Sort

LEARNED = "sentences/1"


def parsed(prose: Prose) -> list[Parse]:
    """Parse every sentence of a text, in order."""
    # What runs the network takes a while to load, and not every command reads.
    from lives.extract.english.learned.sentences import sentence_reader  # noqa: PLC0415

    words = [[token.text for token in s.tokens] for s in prose.sentences]
    return list(sentence_reader().read(words))


def named(prose: Prose, parses: Sequence[Parse]) -> list[list[EntitySpan]]:
    """Return for every sentence what is named in it."""
    return [
        [
            EntitySpan(
                sentence.tokens[name.first].start,
                sentence.tokens[name.last - 1].end,
                Sort(name.sort),
                name.score,
            )
            for name in parse.names
        ]
        for sentence, parse in zip(prose.sentences, parses, strict=True)
    ]
