"""What else a clause tells: when, where, what, in which group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lives.extract.russian.clauses import Clause, Sort
from lives.extract.russian.dating import nearest
from lives.extract.russian.declined import nominative
from lives.extract.russian.frames import Frame
from lives.extract.russian.frames import words as listed
from lives.extract.russian.parties import given
from lives.extract.russian.phrases import Phrase, lemmas, phrases
from lives.extract.russian.scene import Scene
from lives.model.statement import Role
from lives.model.when import When
from lives.reading.dates import DateFound

_NEAR = 5  # words between "с" and the one named after it
_CALLINGS = frozenset(("office", "occupation", "military_service"))
_TO = frozenset(
    ("exile", "deportation", "journey", "emigration", "camp", "imprisonment")
)
_FROM = frozenset(("escape", "release", "expulsion"))
_AT = frozenset(
    (
        ("в", "Loc"),
        ("на", "Loc"),
        ("под", "Ins"),
        ("близ", "Gen"),
        ("у", "Gen"),
        ("около", "Gen"),
    )
)
_GOING = frozenset(
    (
        ("в", "Acc"),
        ("на", "Acc"),
        ("под", "Acc"),
        ("до", "Gen"),
        ("через", "Acc"),
        ("за", "Acc"),
    )
)
_LEAVING = frozenset((("из", "Gen"), ("из-под", "Gen"), ("с", "Gen")))


@dataclass(frozen=True, slots=True)
class Fields:
    """What a clause tells beside who and what kind.

    Attributes:
        when: Date.
        where: Place as written.
        what: Office and calling in the nominative; charge, term ... as written.
        written: What the source has, where that differs.
        group: Organisation, party or body as written.
        group_known: It is called what groups are called.
        others: People in other roles.
        other: Whether there are any.
        places: Positions of the words used.
    """

    when: When | None = None
    where: str = ""
    what: str = ""
    written: str = ""
    group: str = ""
    group_known: bool = False
    others: tuple[Role, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def other(self) -> bool:
        """Tell whether somebody else takes part."""
        return bool(self.others)


def read_fields(scene: Scene, clause: Clause, at: int, frame: Frame) -> Fields:
    """Read the fields of a clause for one frame.

    Args:
        scene: The sentence.
        clause: The clause.
        at: Position of the verb or noun that evokes the frame.
        frame: What it evokes.
    """
    inside = [p for p in clause.places if at <= p or clause.sort is not Sort.NONE]
    found = list(phrases(scene.words, inside))
    taken: list[Phrase] = []

    def fill(key: str) -> Phrase | None:
        for spec in frame.takes.get(key, ()):
            phrase = _filled(scene, found, at, spec, frame)
            if phrase is not None and phrase not in taken:
                taken.append(phrase)
                return phrase
        return None

    group = fill("group")
    what = fill("what")
    place = _place(scene, found, frame.kind, at)
    taken += [place] if place is not None else []
    what_text, what_places = _what(scene, clause, what, frame)
    called = what is not None and frame.kind in _CALLINGS
    return Fields(
        when=_when(scene, clause, at),
        where=_text(scene, place),
        what=nominative(scene.words, what.first, what.last)
        if called and what
        else what_text,
        written=what_text if called else "",
        group=_text(scene, group) or _court(scene, found, frame),
        group_known=group is not None and _is_group(scene, group),
        others=_others(scene, clause, frame),
        places=(*what_places, *(i for p in taken for i in (p.first, p.last))),
    )


def _text(scene: Scene, phrase: Phrase | None) -> str:
    if phrase is None:
        return ""
    return _joined(scene, range(phrase.first, phrase.last + 1))


def _joined(scene: Scene, places: Sequence[int]) -> str:
    """Write words as the source has them, spaces and all."""
    out = ""
    for at in places:
        word = scene.words[at]
        gap = out and word.start > scene.words[at - 1].end
        out += (" " if gap else "") + word.text
    return out.strip(" «»,.")


def _filled(
    scene: Scene, found: Sequence[Phrase], at: int, spec: str, frame: Frame
) -> Phrase | None:
    """Return the first phrase of the shape a frame asks for: "к dat", "ins"."""
    *preposition, case = spec.split()
    wanted = preposition[0] if preposition else ""
    ordered = sorted(found, key=lambda p: (p.first < at, abs(p.first - at)))
    for phrase in ordered:
        if phrase.preposition.replace("во", "в") != wanted.replace("во", "в"):
            continue
        if (
            phrase.case
            and phrase.case.lower() != case
            and not (case == "acc" and _like_accusative(scene, phrase, frame))
        ):
            continue
        if not wanted and (scene.who(phrase.head) or phrase.head == at):
            continue
        if frame.term and case in {"acc", "nom"} and not _is_term(scene, phrase):
            continue
        return phrase
    return None


def _like_accusative(scene: Scene, phrase: Phrase, frame: Frame) -> bool:
    """Tell whether a genitive or nominative may be the accusative it looks like."""
    if phrase.case == "Gen":
        return frame.term or _living(scene, phrase)
    head = scene.words[phrase.head]
    return phrase.case == "Nom" and head.rel not in {"nsubj", "nsubj:pass"}


def _living(scene: Scene, phrase: Phrase) -> bool:
    return scene.words[phrase.head].feats.get("Animacy") == "Anim"


def _is_term(scene: Scene, phrase: Phrase) -> bool:
    told = lemmas(scene.words, phrase)
    return bool(told & (listed("terms") | {"расстрел", "срок", "вышка", "высший"}))


def _is_group(scene: Scene, phrase: Phrase) -> bool:
    inside = scene.words[phrase.first : phrase.last + 1]
    return any(
        w.sort == "body"
        or w.lemma in listed("groups")
        or (w.text.isupper() and len(w.text) > 1)
        for w in inside
    )


def _what(
    scene: Scene, clause: Clause, phrase: Phrase | None, frame: Frame
) -> tuple[str, list[int]]:
    """Return what fills "what": a phrase, or all to the end of a charge."""
    if not frame.rest:
        return _text(scene, phrase), []
    inner = [
        place
        for other in scene.clauses
        if other.opener in {"что", "будто"} and _hangs(other, clause)
        for place in other.places
    ]
    if inner:
        return _joined(scene, sorted(p for p in inner if p != min(inner))), inner
    if phrase is None:
        return "", []
    rest = [p for p in clause.places if p >= phrase.first]
    end = next(
        (
            p
            for p in rest
            if scene.words[p].date is not None and scene.words[p].adverbial
        ),
        None,
    )
    rest = [p for p in rest if end is None or p < end]
    return _joined(scene, rest), rest


def _hangs(other: Clause, clause: Clause) -> bool:
    return other.outer is clause


def _place(scene: Scene, found: Sequence[Phrase], kind: str, at: int) -> Phrase | None:
    orders = [_AT, _GOING, _LEAVING]
    if kind in _TO:
        orders = [_GOING, _AT]
    elif kind in _FROM:
        orders = [_LEAVING, _GOING, _AT]
    elif kind != "residence":
        orders = [_AT]
    for shapes in orders:
        fits = [
            p
            for p in found
            if (p.preposition, p.case) in shapes and _is_place(scene, p)
        ]
        if fits:
            return min(fits, key=lambda p: (p.first < at, abs(p.first - at)))
    return None


def _is_place(scene: Scene, phrase: Phrase) -> bool:
    inside = scene.words[phrase.first : phrase.last + 1]
    head = scene.words[phrase.head]
    if any(w.sort == "place" for w in inside) and head.lemma not in listed("groups"):
        return True
    if head.lemma in listed("vague"):
        return False
    proper = (
        head.text[0].isupper()
        and head.sort != "body"
        and head.pos in {"NOUN", "PROPN"}
        and not head.text.isupper()
    )
    return head.lemma in listed("places") or (proper and scene.who(phrase.head) is None)


def _court(scene: Scene, found: Sequence[Phrase], frame: Frame) -> str:
    """Return the body that tried or sentenced, where the kind has a place for it."""
    if frame.kind not in {"sentence", "trial", "acquittal", "rehabilitation"}:
        return ""
    courts = {
        "суд",
        "тройка",
        "коллегия",
        "трибунал",
        "совещание",
        "сессия",
        "двойка",
        "ревтрибунал",
        "присутствие",
        "осо",
        "комиссия",
    }
    for phrase in found:
        if lemmas(scene.words, phrase) & courts and phrase.case in {
            "Nom",
            "Ins",
            "Gen",
            "Loc",
            "",
        }:
            return _text(scene, phrase)
    return ""


def _others(scene: Scene, clause: Clause, frame: Frame) -> tuple[Role, ...]:
    for spec in frame.takes.get("other", ()):
        if " " not in spec:
            people = given(scene, clause).people
            return tuple(Role("other", m.id, m.text) for m in people)
        preposition = spec.split()[0]
        for at in clause.places:
            mention = scene.who(at)
            if mention is None or scene.possessive(at):
                continue
            near = [
                scene.words[i].lower.replace("со", "с")
                for i in range(max(0, at - _NEAR), at)
            ]
            if preposition in near:
                return tuple(Role("other", m.id, m.text) for m in scene.group(at))
    return ()


def _when(scene: Scene, clause: Clause, at: int) -> When | None:
    own = list(_dates(scene, clause))
    if found := nearest(own, at):
        return found.when
    before = clause.before
    if before is not None and clause.joined and before.outer is clause.outer:
        early = [(p, d) for p, d in _dates(scene, before) if p < before.verb]
        if found := nearest(early, at):
            return found.when
    return None


def _dates(scene: Scene, clause: Clause) -> Iterator[tuple[int, DateFound]]:
    for place in clause.places:
        word = scene.words[place]
        if word.date is not None and word.adverbial:
            yield place, word.date
