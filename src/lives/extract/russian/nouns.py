"""What nouns of action say: "после ареста мужа", "его расстрел"."""

from collections.abc import Iterator

from lives.extract.russian.draft import Draft
from lives.extract.russian.fields import read_fields
from lives.extract.russian.frames import frames
from lives.extract.russian.parties import Party, subject
from lives.extract.russian.scene import Scene
from lives.extract.russian.stance import PLAIN, stance
from lives.extract.russian.statements import alleged, clause_of
from lives.model.statement import Modality
from lives.model.when import When

_BESIDE = 4  # words after a noun of action in which its date stands
_WHEN = frozenset(("после", "до", "при", "перед", "с", "за", "по", "на"))


def told_by_nouns(scene: Scene) -> Iterator[Draft]:
    """Yield what nouns of action say: "после ареста мужа", "его расстрел"."""
    for at, word in enumerate(scene.words):
        for frame in frames()[1].get(word.lemma, ()) if word.pos == "NOUN" else ():
            if frame.behind and scene.words[at - 1].lower != frame.behind:
                continue
            clause = clause_of(scene, at)
            party = _undergoing(scene, at)
            if not party.people or clause is None:
                continue
            how = stance(scene, clause) if clause.verb >= 0 else PLAIN
            if how is None or how.modality is Modality.NEGATED:
                continue
            done = alleged(frame, how)
            if done is None:
                continue
            fields = read_fields(scene, clause, at, frame)
            if frame.needs and not any(getattr(fields, need) for need in frame.needs):
                continue
            close = word.rel in {"nsubj", "nsubj:pass"} or frame.behind
            when = fields.when if close else _directly(scene, at)
            yield from (
                Draft(
                    mention,
                    frame.kind,
                    min(at, _start(scene, at)),
                    at,
                    f"noun “{word.text}” (frame {frame.name}), {party.why}",
                    done,
                    party.sure,
                    when,
                    what=fields.what,
                )
                for mention in party.people
            )


def _directly(scene: Scene, at: int) -> When | None:
    """Return the date that stands beside a noun: "смерти Громова в 1961 году"."""
    for place in range(at + 1, min(at + _BESIDE, len(scene.words))):
        word = scene.words[place]
        if word.date is not None:
            return word.date.when
        if scene.who(place) is None:
            return None
    return None


def _start(scene: Scene, at: int) -> int:
    return at - 1 if at and scene.who(at - 1) is not None else at


def _undergoing(scene: Scene, at: int) -> Party:
    """Return whom a noun of action is about: in the genitive, or the subject."""
    words = scene.words
    before = at - 1
    while before >= 0 and words[before].pos in {"ADJ", "NUM"}:
        before -= 1
    owner = scene.who(before) if before >= 0 else None
    if owner is not None and words[before].lower in {"его", "ее"}:
        return Party((owner,), "possessive")
    genitive = _genitive(scene, at + 1)
    if genitive is not None:
        return genitive
    if before >= 0 and words[before].lower in _WHEN:
        clause = clause_of(scene, at)
        found = subject(scene, clause) if clause is not None else Party()
        return Party(found.people, "of the subject")
    if words[at].rel in {"nsubj", "nsubj:pass"} and scene.before is not None:
        return Party((scene.before,), "of whom was spoken")
    return Party()


def _genitive(scene: Scene, at: int) -> Party | None:
    """Return whom a genitive names; nobody for others; None if there is none."""
    if at >= len(scene.words):
        return None
    if scene.who(at) is not None and scene.case(at) in {"Gen", "Acc"}:
        return Party(scene.group(at), "genitive")
    word = scene.words[at]
    if word.pos not in {"NOUN", "ADJ"} or word.feats.get("Case") != "Gen":
        return None
    inside = [i for i in range(at, min(at + 3, len(scene.words))) if scene.who(i)]
    if inside:
        return Party(scene.group(inside[0]), "genitive")
    return Party() if word.feats.get("Animacy") == "Anim" else None
