"""Who is introduced by what he is and how he is called: "a haulier called X"."""

from collections.abc import Sequence

from lives.extract.english.chunks import Chunk, Tag

NAMING = frozenset(("called", "named"))


def named(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Join "a haulier", "called" and a name to one noun phrase, which is that person.

    Args:
        chunks: The chunks of a sentence.
    """
    found: list[Chunk] = []
    for chunk in chunks:
        calling = [c.tag for c in found[-2:]] == [Tag.NOUN, Tag.VERB]
        introduced = calling and _called(found[-2], found[-1])
        if introduced and chunk.tag is Tag.NOUN and len(chunk.people) == 1:
            first = found[-2].first
            found[-2:] = []
            found.append(Chunk(Tag.NOUN, first, chunk.last, chunk.word, chunk.people))
        else:
            found.append(chunk)
    return found


def _called(noun: Chunk, verb: Chunk) -> bool:
    bare = verb.last - verb.first == 1 and verb.word in NAMING
    return bare and not noun.people and not noun.owner
