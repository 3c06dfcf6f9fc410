"""Descriptions that the tree hangs on a person, wherever they stand.

"X, an economist at Y and the founder of Z", "A founder of G, he ...", and what is
joined to a description after "was": token order sees the first, the tree sees all.
"""

from collections.abc import Iterator

from lives.extract.english.chunks import Tag
from lives.extract.english.roles import role_of
from lives.extract.english.scene import Scene
from lives.model.mention import Mention


def apposed(scene: Scene) -> Iterator[tuple[Mention, int, int]]:
    """Yield persons with the noun phrases in apposition to them.

    Yields:
        Whom a phrase describes, the chunk they stand in, and the chunk of the phrase.
    """
    tree = scene.tree
    if tree is None:
        return
    for at, chunk in enumerate(scene.chunks):
        if chunk.tag is not Tag.NOUN or len(chunk.people) != 1:
            continue
        head = tree.head(at)
        beside = [joined for word in tree.beside(head) for joined in tree.joined(word)]
        # "X, an economist and the founder of Y, was": hung on X as if with X.
        more = [w for w in tree.joined(head)[1:] if beside and w > beside[0]]
        for joined in (*beside, *more):
            other = tree.noun(joined)
            apart = other < 0 or other == at or _parted(scene, at, other)
            if not apart and _describes(scene, other):
                yield chunk.people[0], at, other


def hangs_on(scene: Scene, one: int, two: int) -> bool:
    """Tell whether the tree hangs one chunk on another; yes where there is no tree.

    In "the son of a teacher, Anna Belova," the name may hang on either noun.
    """
    tree = scene.tree
    if tree is None:
        return True
    chunk = scene.chunks[two]
    return chunk.first <= tree.parse.heads[tree.head(one)] < chunk.last


def goes_on(scene: Scene, one: int, two: int) -> bool:
    """Tell whether a description goes on; yes where there is no tree.

    In "was the wife of X, the painter," the tree hangs the second on X.
    """
    tree = scene.tree
    if tree is None:
        return True
    above = tree.noun(tree.parse.heads[tree.head(two)])
    return above in {-1, one} or not (one < above < two and scene.chunks[above].people)


def _parted(scene: Scene, one: int, two: int) -> bool:
    """Tell whether another person, or the end of a clause, stands between."""
    first, last = sorted((one, two))
    between = scene.chunks[first + 1 : last]
    return any(chunk.people or chunk.word == ";" for chunk in between)


def _describes(scene: Scene, at: int) -> bool:
    chunk = scene.chunks[at]
    return not chunk.people and bool(role_of(scene.texts(chunk))[0])
