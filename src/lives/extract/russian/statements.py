"""Sentences into statements: what verbs and nouns of action say of people."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lives.extract.russian.beside_deeds import beside_deed
from lives.extract.russian.clauses import Clause, Sort
from lives.extract.russian.draft import Draft
from lives.extract.russian.fields import Fields, read_fields
from lives.extract.russian.frames import Frame, frames
from lives.extract.russian.frames import words as listed
from lives.extract.russian.parties import (
    Party,
    after,
    agents,
    given,
    impersonal,
    patient,
    subject,
)
from lives.extract.russian.phrases import phrases
from lives.extract.russian.scene import Scene
from lives.extract.russian.stance import Stance, stance
from lives.model.kinds import kinds
from lives.model.mention import Mention
from lives.model.statement import Modality, Role

_TOGETHER = frozenset(("вместе", "совместно", "заодно"))
_AHEAD = 8  # words between a participle and its noun


def told_by_verbs(scene: Scene) -> Iterator[Draft]:
    """Yield what the verbs of a sentence say."""
    for clause in scene.clauses:
        if clause.verb < 0:
            continue
        for at in _verbs(scene, clause):
            word = scene.words[at]
            known = frames()[0]
            for frame in known.get(word.lemma) or known.get(word.lower, ()):
                found = list(_of_frame(scene, clause, at, frame))
                yield from found
                if found:
                    break


def told_by_participles(scene: Scene) -> Iterator[Draft]:
    """Yield what participles before their nouns say: "арестованный в мае Громов"."""
    carrying = {clause.verb for clause in scene.clauses}
    for at, word in enumerate(scene.words):
        if word.feats.get("VerbForm") != "Part" or word.feats.get("Variant") == "Short":
            continue
        if at in carrying:
            continue
        noun = _noun_after(scene, at)
        mention = scene.who(noun) if noun >= 0 else None
        if mention is None:
            continue
        outer = clause_of(scene, at)
        clause = Clause(list(range(at, noun)), at, Sort.PARTICIPLE, outer=outer)
        party = Party((mention,), "participle")
        for frame in frames()[0].get(word.lemma, ()):
            passive = word.feats.get("Voice") == "Pass"
            if (frame.about in {"patient", "either"}) == passive and _suits(
                scene, clause, at, frame
            ):
                yield from _drafted(scene, clause, at, frame, party)
                break


def _noun_after(scene: Scene, at: int) -> int:
    """Return the noun that a participle stands before; -1 if none."""
    word = scene.words[at]
    for place in range(at + 1, min(at + _AHEAD, len(scene.words))):
        near = scene.words[place]
        if near.text == "," or near.pos == "VERB":
            return -1
        if scene.who(place) is not None and scene.words[place - 1].pos != "ADP":
            return place if near.feats.get("Case") == word.feats.get("Case") else -1
    return -1


def _verbs(scene: Scene, clause: Clause) -> Iterator[int]:
    """Yield the verbs of a clause: its own, and infinitives that have come about."""
    yield clause.verb
    verb = scene.words[clause.verb]
    told = listed("real") | listed("refusing")
    real = verb.lemma in told or verb.lower in told
    for at in clause.places:
        word = scene.words[at]
        if word.feats.get("VerbForm") == "Inf" and real and at != clause.verb:
            yield at
        if verb.lemma == "быть" and word.lower in frames()[0] and at != clause.verb:
            yield at  # "был женат", "была больна"


def _of_frame(scene: Scene, clause: Clause, at: int, frame: Frame) -> Iterator[Draft]:
    if not _suits(scene, clause, at, frame):
        return
    party = _about(scene, clause, frame)
    if party.people:
        yield from _drafted(
            scene, clause, at, frame, _with_others(scene, clause, frame, party)
        )


def _with_others(scene: Scene, clause: Clause, frame: Frame, party: Party) -> Party:
    """Add those whom it befell "вместе с" somebody, and partners in marriage."""
    extra = [*_companions(scene, clause)]
    if frame.mutual:
        others = read_fields(scene, clause, clause.verb, frame).others
        by_id = {m.id: m for m in scene.people.mentions}
        extra += [by_id[role.mention] for role in others if role.mention]
    known = {id(scene.people.person[m.id]) for m in party.people}
    new = [m for m in extra if id(scene.people.person[m.id]) not in known]
    return replace(party, people=(*party.people, *new))


def _companions(scene: Scene, clause: Clause) -> tuple[Mention, ...]:
    words = scene.words
    for at in clause.places:
        if words[at].lower in _TOGETHER and words[at + 1].lower in {"с", "со"}:
            near = range(at + 2, min(at + 6, len(words)))
            place = next((p for p in near if scene.who(p)), -1)
            return scene.group(place) if place >= 0 else ()
    return ()


def _drafted(
    scene: Scene, clause: Clause, at: int, frame: Frame, party: Party
) -> Iterator[Draft]:
    how = stance(scene, clause, at)
    if how is None:
        return
    fields = read_fields(scene, clause, at, frame)
    if frame.needs and not any(getattr(fields, need) for need in frame.needs):
        return
    if frame.has_group and not fields.group_known:
        return
    how = alleged(frame, how)
    if how is None:
        return
    because = f"verb “{scene.words[at].text}” (frame {frame.name}), {party.why}"
    if how.because:
        because += f"; {how.because}"
    told = {fields.written or fields.what, fields.group}
    by = [r for r in _by(scene, clause, frame, party) if r.words not in told]
    first, last = _span(clause, at, fields)
    for mention in party.people:
        yield Draft(
            mention,
            frame.kind,
            first,
            last,
            because,
            how,
            party.sure,
            fields.when,
            fields.where,
            fields.what,
            fields.written,
            fields.group,
            roles=tuple(r for r in (*by, *fields.others) if r.mention != mention.id),
        )
        yield from beside_deed(scene, clause, frame, mention, how)


def alleged(frame: Frame, how: Stance) -> Stance | None:
    """Say of what alleges that it is no fact; keep charges within charges out."""
    alleges = kinds()[frame.kind].content
    if how.modality is Modality.CHARGED and not alleges:
        return None
    if alleges and how.modality is Modality.ASSERTED:
        return replace(how, modality=Modality.CHARGED)
    return how


def _suits(scene: Scene, clause: Clause, at: int, frame: Frame) -> bool:
    """Tell whether a clause has the words that a frame asks for, and none it bars."""
    near = {
        word
        for place in clause.places
        if place not in {at, clause.opens}
        for word in (scene.words[place].lemma, scene.words[place].lower)
    }
    near |= {other.opener for other in scene.clauses if other.outer is clause}
    if frame.has and not frame.has & (near | {scene.words[at].lemma}):
        return False
    if frame.lacks & near:
        return False
    passive = scene.words[clause.verb].feats.get("Voice") == "Pass"
    return not frame.plural or passive or impersonal(scene, clause)


def _about(scene: Scene, clause: Clause, frame: Frame) -> Party:
    places: dict[str, Callable[[Scene, Clause], Party]] = {
        "agent": _doer,
        "patient": patient,
        "dative": given,
        "either": _either,
        "spoken": _spoken,
    }
    if frame.about in places:
        return places[frame.about](scene, clause)
    if frame.about == "owner":
        return _owner(scene, clause, frame)
    return after(scene, clause, frame.about.split()[0])


def _doer(scene: Scene, clause: Clause) -> Party:
    passive = scene.words[clause.verb].feats.get("Voice") == "Pass"
    if clause.sort is Sort.PARTICIPLE and passive:
        return Party()
    return subject(scene, clause)


def _either(scene: Scene, clause: Clause) -> Party:
    found = patient(scene, clause)
    return found if found.people else subject(scene, clause)


def _spoken(scene: Scene, clause: Clause) -> Party:
    """Return of whom was spoken before: in the clause before, or the sentence."""
    before = clause.before
    if before is not None and before.verb >= 0:
        found = patient(scene, before)
        if not found.people:
            found = subject(scene, before)
        near = [at for at in before.places if scene.who(at) is not None]
        if not found.people and len(near) == 1:
            found = Party((scene.who(near[0]),))  # type: ignore[arg-type]  # just looked
        if found.people:
            return replace(found, why="of whom was spoken")
    return Party((scene.before,), "of whom was spoken") if scene.before else Party()


def _owner(scene: Scene, clause: Clause, frame: Frame) -> Party:
    """Return whose the thing is that it is done to."""
    for at in clause.places:
        if scene.words[at].lemma not in frame.has:
            continue
        for near in (at - 1, at + 1, at + 2):
            mention = scene.who(near) if 0 <= near < len(scene.words) else None
            if mention is not None:
                return Party((mention,), "owner")
    return Party()


def _by(scene: Scene, clause: Clause, frame: Frame, party: Party) -> tuple[Role, ...]:
    """Return who did it, where the kind has a place for that."""
    if "by" not in kinds()[frame.kind].roles or frame.about not in {
        "patient",
        "either",
    }:
        return ()
    verb = scene.words[clause.verb]
    passive = verb.feats.get("Voice") == "Pass"
    found = agents(scene, clause) if passive else subject(scene, clause)
    people = [m for m in found.people if m not in party.people]
    if people:
        return tuple(Role("by", m.id, m.text) for m in people)
    words = _doers(scene, clause, "Ins" if passive else "Nom")
    return (Role("by", None, words),) if words else ()


def _doers(scene: Scene, clause: Clause, case: str) -> str:
    for phrase in phrases(scene.words, clause.places):
        head = scene.words[phrase.head]
        if phrase.preposition or phrase.case != case or scene.who(phrase.head):
            continue
        if case == "Nom" and head.rel not in {"nsubj", "nsubj:pass"}:
            continue
        if head.sort == "body" or head.feats.get("Animacy") == "Anim" or case == "Nom":
            return " ".join(w.text for w in scene.words[phrase.first : phrase.last + 1])
    return ""


def _span(clause: Clause, at: int, fields: Fields) -> tuple[int, int]:
    places = [at, *fields.places, *clause.places]
    return min(places), max(places)


def clause_of(scene: Scene, at: int) -> Clause | None:
    """Return the clause that a word belongs to."""
    return next((c for c in scene.clauses if at in c.places), None)
