"""Years of life that stand beside a name: "(1884, Тверь – 1938)", "1884 г. р."."""

from collections.abc import Iterator

from lives.extract.russian.draft import Draft
from lives.extract.russian.scene import Scene
from lives.model.mention import Mention
from lives.model.when import When
from lives.reading.dates import from_edtf

_DASHES = frozenset(("–", "—", "-"))
_CHILD = 12  # years: who held an office may have held it no longer
_BACK = 6  # words within which a bracket may have been opened


def lifespan(scene: Scene, at: int, mention: Mention) -> Iterator[Draft]:
    """Read "Громов (1884, Тверь – 26.04.1938, Москва)"."""
    words = scene.words
    yield from _born(scene, at, mention)
    if at + 1 >= len(words) or words[at + 1].text != "(":
        if not any(w.text == "(" for w in words[max(0, at - _BACK) : at]):
            return
        start = at + 1
    else:
        start = at + 2
    end = next((p for p in range(start, len(words)) if words[p].text == ")"), -1)
    told = [p for p in range(start, end) if words[p].date is not None]
    if end < 0 or not told or (told[0] - start > 1):
        return
    if len(told) == 1:
        yield from _range(scene, mention, told[0])
    elif any(words[p].text in _DASHES for p in range(told[0], told[1])):
        dash = next(p for p in range(told[0], told[1]) if words[p].text in _DASHES)
        for place, kind, stop in ((told[0], "birth", dash), (told[1], "death", end)):
            date = words[place].date
            where = scene.text(place + 1, stop - 1)
            yield Draft(
                mention,
                kind,
                place,
                stop - 1,
                "years of life",
                when=date.when if date else None,
                where=where,
            )


def _born(scene: Scene, at: int, mention: Mention) -> Iterator[Draft]:
    """Read "Громов Иван Ильич, 1881 г. р."."""
    words = scene.words
    place = at + 2
    if place + 1 >= len(words) or words[at + 1].text not in {",", "("}:
        return
    date = words[place].date
    if date is not None and words[place + 1].lower in {"р", "рождения"}:
        yield Draft(mention, "birth", place, place + 1, "year of birth", when=date.when)


def _lived(when: When) -> bool:
    """Tell whether a span is long enough for a life."""
    first, last = when.earliest, when.latest
    return first is not None and last is not None and last.year - first.year > _CHILD


def _range(scene: Scene, mention: Mention, at: int) -> Iterator[Draft]:
    date = scene.words[at].date
    if date is None or date.when is None or "/" not in date.when.edtf:
        return
    if "год" in scene.words[at].lower or not _lived(date.when):
        return  # years in office
    born, _, died = date.when.edtf.partition("/")
    for edtf, kind in ((born, "birth"), (died, "death")):
        when = from_edtf(edtf, written=date.written)
        yield Draft(mention, kind, at, at, "years of life", when=when)
