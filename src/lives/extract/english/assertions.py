"""Verbs: a clause whose verb evokes a frame becomes statements about its persons."""

from collections.abc import Iterator
from dataclasses import replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.companions import among, beside
from lives.extract.english.control import controlled
from lives.extract.english.dating_nouns import published
from lives.extract.english.draft import Draft
from lives.extract.english.ellipsis import Again, said_again
from lives.extract.english.fields import Fields, fill, whom
from lives.extract.english.frames import Frame, evoked
from lives.extract.english.lexicon import words
from lives.extract.english.modality import but_for_denial, judge
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.extract.english.voices import marked
from lives.extract.english.why import by_verb, dated_in
from lives.extract.english.wording import by_authority, fits, worded_end
from lives.model.kinds import kinds
from lives.model.mention import Mention
from lives.model.statement import Modality, Role

_TRAILING = frozenset((Tag.COMMA, Tag.PREP, Tag.AND, Tag.QUOTE, Tag.ADVERB))
_NEAR = 4  # chunks between a verb and what denies it
_CONTROLLED = frozenset(("-ing", "without", "of", "for", "with", "in", "to"))
_WHOSE = frozenset(("of", "against"))  # "the charges against X were dropped"


def assertions(scene: Scene) -> Iterator[Draft]:
    """Yield what the verbs of a sentence say of persons."""
    for found in scene.clauses:
        clause = controlled(scene, found)
        spoken = False  # the most particular frame speaks, the others are silent
        for frame in evoked(clause.verb.word):
            if not spoken or frame.beside:
                drafts = list(_read(scene, clause, frame))
                spoken = spoken or (bool(drafts) and not frame.beside)
                yield from drafts
    for again in said_again(scene):
        yield from _again(scene, again)


def _again(scene: Scene, again: Again) -> Iterator[Draft]:
    """Read a clause whose verb stands elsewhere, of its own people."""
    stance = judge(scene, again.said) if again.said is not None else Stance()
    if stance is None:
        return
    if again.denied:
        stance = replace(stance, modality=Modality.NEGATED, because=again.reason)
    first, last = scene.start(again.first), scene.end(again.last - 1)
    for frame in evoked(again.clause.verb.word):
        drafts = list(_read(scene, again.clause, frame, stance))
        for draft in drafts:
            yield replace(
                draft,
                start=min(draft.start, first),
                end=max(draft.end, last),
                what=again.what or draft.what,
                because=f"{draft.because}, {again.reason}",
            )
        if drafts and not frame.beside:
            return


def _read(
    scene: Scene, clause: Clause, frame: Frame, again: Stance | None = None
) -> Iterator[Draft]:
    """Read a clause by a frame; one whose verb stands elsewhere brings its stance."""
    if not fits(scene, clause, frame):
        return
    about, by = _parts(scene, clause, frame)
    about = about or among(scene, clause, frame)
    if not about or (frame.several and len(about) == 1):
        return
    about = (*about, *beside(scene, clause, frame, about))
    stance = _vouched(scene, clause, frame) if again is None else again
    if stance is None:
        return
    fields = fill(scene, clause, frame)
    dated = "when" in frame.needs and scene.when(clause.dates) is not None
    if frame.needs and not (dated or any(fields.has(name) for name in frame.needs)):
        return
    if frame.says and not set(fields.what.lower().split()) & frame.says:
        return
    fields.roles.extend(by)
    about = _mutual(scene, frame, about, fields)
    stance = _weighed(frame, fields, stance)
    for subject in about:
        if kinds()[frame.kind].ends and _speaks(scene, stance, subject):
            continue  # nobody reports his own death
        draft = _draft(scene, clause, frame, subject, fields, stance)
        yield draft
        if fields.charge:  # that he was shot is a fact; what for is not
            charged = replace(draft.stance, modality=Modality.CHARGED)
            yield replace(
                draft,
                kind="charge",
                stance=charged,
                where="",
                what=fields.charge,
                group="",
            )


def _mutual(
    scene: Scene, frame: Frame, about: tuple[Mention, ...], fields: Fields
) -> tuple[Mention, ...]:
    """Return of whom it is said that each did it with the others.

    "A and B met" and "A met B" say so of both.
    """
    others = [r.mention for r in fields.roles if r.name == "other" and r.mention]
    both = frame.mutual and len(about) == 1 and others
    if not (frame.several or both):
        return about
    fields.roles.extend(Role("other", m.id, m.text) for m in about)
    return (*about, *(scene.mentions[key] for key in others)) if both else about


def _vouched(scene: Scene, clause: Clause, frame: Frame) -> Stance | None:
    """Judge a clause; some things are so where it is denied.

    Who "was never seen again" disappeared; who "did not survive the camp" was there.
    """
    so = frame.denied or frame.presupposed
    told = but_for_denial(scene, clause) if so else None
    return told if told is not None or frame.denied else judge(scene, clause)


def _draft(  # everything that was seen of one clause
    scene: Scene,
    clause: Clause,
    frame: Frame,
    subject: Mention,
    fields: Fields,
    stance: Stance,
) -> Draft:
    content = kinds()[frame.kind].content
    doubted = stance.modality is Modality.HEDGED and marked(scene, clause.at)
    if content and (doubted or stance.modality is Modality.ASSERTED):
        stance = replace(stance, modality=Modality.CHARGED)
    reached = max(fields.last, worded_end(scene, clause, frame))
    start, end = _span(scene, clause, reached)
    if stance.modality is not Modality.ASSERTED:
        start = min(start, _opening(scene, clause))
    if start <= subject.start < scene.sentence.end:
        end = max(end, subject.end)
    others = tuple(role for role in fields.roles if role.mention != subject.id)
    doubt = _doubt(scene, clause, frame)
    lasts = frame.kind in words()["lasting_kinds"]
    when = scene.since(clause.dates) if lasts else scene.when(clause.dates)
    dated = dated_in(scene, clause)
    if when is None and frame.work and clause.object >= 0:
        when = published(scene, clause.object)
        dated = "date of its publication" if when else ""
    return Draft(
        subject,
        _kind(frame, others),
        start,
        end,
        stance,
        by_verb(scene, clause, frame),
        stance.sure and not doubt,
        when,
        fields.where,
        frame.reads or fields.what,
        fields.group,
        others,
        dated,
        doubt,
        clause.at,
    )


def _weighed(frame: Frame, fields: Fields, stance: Stance) -> Stance:
    """Take what an accuser says that accuses nobody for a report: "he had died"."""
    named = any(role.name == "by" and role.mention for role in fields.roles)
    harmless = frame.kind in words()["harmless_kinds"] and not named
    if stance.accuser and harmless and stance.modality is Modality.CHARGED:
        return replace(stance, modality=Modality.REPORTED, accuser=False)
    return stance


def _speaks(scene: Scene, stance: Stance, subject: Mention) -> bool:
    """Tell whether whom a clause is about is also who is said to say it."""
    speaker = scene.mentions.get(stance.speaker) if stance.speaker else None
    return speaker is not None and scene.same(speaker, subject)


def _kind(frame: Frame, others: tuple[Role, ...]) -> str:
    """An execution by a named person is a killing: courts have no names here."""
    named = any(role.name == "by" and role.mention for role in others)
    return "killing" if frame.kind == "execution" and named else frame.kind


def _doubt(scene: Scene, clause: Clause, frame: Frame) -> str:
    """Say what keeps the syntax alone from showing who is meant; "" for nothing."""
    if clause.voice is Voice.OPEN and frame.about == "patient":
        # "X, arrested in 1936, ..." is plain; "X arrested ..." could be either.
        apart = clause.at == 0 or scene.tag(clause.at - 1) is Tag.COMMA
        plain = apart or clause.shared
        return "" if plain else "did it, or had it done to him"
    if clause.link in _CONTROLLED:
        return ""
    acts = clause.verb.gerund and frame.about == "patient" and not clause.verb.passive
    if acts or (clause.shared and clause.verb.gerund and not _hung(scene, clause)):
        return "whose participle in -ing it is"
    return ""


def _hung(scene: Scene, clause: Clause) -> bool:
    """Tell whether the tree hangs a verb in -ing on the verb whose subject it has.

    "Having joined in 1923, he ...", "..., serving as editor", "before moving to Perm".
    """
    tree = scene.tree
    if tree is None:
        return False
    node = tree.node(clause.at)
    up = tree.verbs.get(tree.parse.heads[node], -1)
    main = next((c for c in scene.clauses if c.at == up), None)
    if main is None or tree.link(node) != "advcl":
        return False
    between = scene.chunks[min(up, clause.at) + 1 : max(up, clause.at)]
    leads = clause.at < clause.head  # "Having joined in 1923, he ..."
    apart = leads or scene.tag(clause.at - 1) in {Tag.COMMA, Tag.PREP, Tag.AND}
    own = main.head == clause.head or main.subject == clause.subject
    return own and (apart or not any(chunk.people for chunk in between))


def _span(scene: Scene, clause: Clause, reached: int) -> tuple[int, int]:
    """Return the words a statement stands on, its subject among them if it is near."""
    near = clause.head >= 0 and not clause.shared and clause.head < clause.at
    start = scene.start(clause.head if near else clause.at)
    if near:
        here = [m.start for m in clause.subject if m.start >= scene.sentence.start]
        start = min([start, *here])
    if 0 <= clause.object < clause.at:  # "the branch that he founded"
        start = min(start, scene.start(clause.object))
    last = clause.last
    while last - 1 > clause.at and scene.tag(last - 1) in _TRAILING:
        if scene.chunks[last - 1].word.endswith(("self", "selves")):
            break  # "killed himself"
        last -= 1
    if clause.object >= 0:
        last = max(last, scene.phrase_end(clause.object))
    return start, scene.end(max(last, reached) - 1)


def _opening(scene: Scene, clause: Clause) -> int:
    """Return where the words begin that deny: "refused" of "refused to confess"."""
    before = clause.at - 1
    if clause.link in {"to", "-ing"} and 0 <= clause.governor >= clause.at - _NEAR:
        return scene.start(clause.governor)
    while scene.tag(before) is Tag.ADVERB:
        before -= 1
    without = clause.verb.gerund and scene.word(before) == "without"
    return scene.start(before if without else clause.at)


# --- who ---------------------------------------------------------------------------


def _parts(
    scene: Scene, clause: Clause, frame: Frame
) -> tuple[tuple[Mention, ...], list[Role]]:
    """Return whom the statement is about, and who did it."""
    if frame.owned:
        return _owners(scene, clause, frame)
    if frame.about == "agent":
        return _actors(scene, clause), []
    if clause.voice is Voice.ACTIVE or whom(scene, clause):
        return _patients(scene, clause, frame)
    if clause.verb.gerund and not clause.verb.passive:
        return (), []
    return clause.subject, _agents(scene, clause)


def _actors(scene: Scene, clause: Clause) -> tuple[Mention, ...]:
    passive = clause.voice is Voice.PASSIVE
    if passive and clause.verb.passive:
        return _by_agents(scene, clause)
    return () if passive and clause.verb.bare else clause.subject


def _owners(
    scene: Scene, clause: Clause, frame: Frame
) -> tuple[tuple[Mention, ...], list[Role]]:
    """Return whose house was seized, and who seized it."""
    if clause.voice is Voice.ACTIVE and clause.object >= 0:
        by = [Role("by", m.id, m.text) for m in clause.subject]
        return _owner(scene, clause.object, frame), by
    if clause.head < 0:
        return (), []
    return _owner(scene, clause.head, frame), _agents(scene, clause)


def _owner(scene: Scene, at: int, frame: Frame) -> tuple[Mention, ...]:
    chunk = scene.chunks[at]
    if chunk.people or not set(scene.lowers(chunk)) & frame.owned:
        return ()
    of = scene.word(at + 1) in _WHOSE and scene.tag(at + 2) is Tag.NOUN
    return chunk.owner or (scene.people_from(at + 2) if of else ())


def _patients(
    scene: Scene, clause: Clause, frame: Frame
) -> tuple[tuple[Mention, ...], list[Role]]:
    if frame.voice == "passive" and not by_authority(scene, clause, frame):
        return (), []
    relative = whom(scene, clause)
    found = scene.people_from(clause.object) if clause.object >= 0 else relative
    reflexive = scene.tokens[scene.chunks[clause.at].last :][:1]
    if reflexive and reflexive[0].lower in {"himself", "herself", "themselves"}:
        return (), []
    by = [Role("by", m.id, m.text) for m in clause.subject]
    if not by and clause.head >= 0:
        by = [Role("by", None, scene.words_of(clause.head, clause.head + 1))]
    return found, by


def _agents(scene: Scene, clause: Clause) -> list[Role]:
    for phrase in clause.phrases:
        if phrase.word == "by" and scene.tag(phrase.at) is Tag.NOUN:
            people = scene.people_from(phrase.at)
            if people:
                return [Role("by", m.id, m.text) for m in people]
            return [
                Role("by", None, scene.words_of(phrase.at, scene.phrase_end(phrase.at)))
            ]
    return []


def _by_agents(scene: Scene, clause: Clause) -> tuple[Mention, ...]:
    roles_ = _agents(scene, clause)
    return tuple(scene.mentions[r.mention] for r in roles_ if r.mention)
