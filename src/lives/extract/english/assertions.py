"""Verbs: a clause whose verb evokes a frame becomes statements about its persons."""

from collections.abc import Iterator
from dataclasses import replace

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Voice
from lives.extract.english.draft import Draft
from lives.extract.english.fields import Fields, fill, whom
from lives.extract.english.frames import Frame, evoked
from lives.extract.english.modality import Stance, judge
from lives.extract.english.scene import Scene
from lives.extract.english.why import by_verb, dated_in
from lives.model.kinds import kinds
from lives.model.mention import Mention
from lives.model.statement import Modality, Role

_NEAR, _LATER = 4, 14  # words that may stand between a verb and its phrase
_TRAILING = frozenset((Tag.COMMA, Tag.PREP, Tag.AND, Tag.QUOTE, Tag.ADVERB))
_NAMING = frozenset(("called", "named"))


def assertions(scene: Scene) -> Iterator[Draft]:
    """Yield what the verbs of a sentence say of persons."""
    for clause in scene.clauses:
        for frame in evoked(clause.verb.word):
            drafts = list(_read(scene, clause, frame))
            if drafts:
                yield from drafts
                break  # the most particular frame has spoken


def _read(scene: Scene, clause: Clause, frame: Frame) -> Iterator[Draft]:
    if not _worded(scene, clause, frame):
        return
    about, by = _parts(scene, clause, frame)
    if not about:
        return
    stance = judge(scene, clause)
    if stance is None:
        return
    fields = fill(scene, clause, frame)
    dated = "when" in frame.needs and scene.when(clause.dates) is not None
    if frame.needs and not (dated or any(fields.has(name) for name in frame.needs)):
        return
    fields.roles.extend(by)
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


def _draft(  # everything that was seen of one clause
    scene: Scene,
    clause: Clause,
    frame: Frame,
    subject: Mention,
    fields: Fields,
    stance: Stance,
) -> Draft:
    content = kinds()[frame.kind].content
    if content and stance.modality is Modality.ASSERTED:
        stance = Stance(
            Modality.CHARGED, stance.voice, stance.speaker, stance.sure, stance.because
        )
    start, end = _span(scene, clause, fields.last)
    if start <= subject.start < scene.sentence.end:
        end = max(end, subject.end)
    others = tuple(role for role in fields.roles if role.mention != subject.id)
    doubt = _doubt(scene, clause, frame)
    return Draft(
        subject,
        _kind(frame, others),
        start,
        end,
        stance,
        by_verb(scene, clause, frame),
        stance.sure and not doubt,
        scene.when(clause.dates),
        fields.where,
        frame.reads or fields.what,
        fields.group,
        others,
        dated_in(scene, clause),
        doubt,
    )


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
    acts = clause.verb.gerund and frame.about == "patient" and not clause.verb.passive
    if acts or (clause.shared and clause.verb.gerund):
        return "whose participle in -ing it is"
    return ""


def _span(scene: Scene, clause: Clause, reached: int) -> tuple[int, int]:
    """Return the words a statement stands on, its subject among them if it is near."""
    near = clause.head >= 0 and not clause.shared and clause.head < clause.at
    start = scene.start(clause.head if near else clause.at)
    if near:
        here = [m.start for m in clause.subject if m.start >= scene.sentence.start]
        start = min([start, *here])
    last = clause.last
    while last - 1 > clause.at and scene.tag(last - 1) in _TRAILING:
        if scene.chunks[last - 1].word.endswith(("self", "selves")):
            break  # "killed himself"
        last -= 1
    if clause.object >= 0:
        last = max(last, scene.phrase_end(clause.object))
    return start, scene.end(max(last, reached) - 1)


# --- does the wording fit? --------------------------------------------------------


def _worded(scene: Scene, clause: Clause, frame: Frame) -> bool:
    after = _following(scene, clause)
    if any(after.startswith(f"{word} ") for word in frame.without):
        return False
    if frame.with_ and not any(_phrase_in(after, p, _NEAR) for p in frame.with_):
        return False
    if frame.with_later and not any(
        _phrase_in(after, p, _LATER) for p in frame.with_later
    ):
        return False
    if frame.object_has and not _object_fits(scene, clause, frame):
        return False
    if frame.voice and clause.voice is not Voice(frame.voice):
        return clause.voice is Voice.OPEN
    return True


def _object_fits(scene: Scene, clause: Clause, frame: Frame) -> bool:
    if clause.object < 0:
        return False
    return bool(set(scene.lowers(scene.chunks[clause.object])) & frame.object_has)


def _following(scene: Scene, clause: Clause) -> str:
    """Return the lower-case words after the verb, up to the end of the sentence."""
    last = scene.chunks[clause.at].last
    return " ".join(token.lower for token in scene.tokens[last:]) + " "


def _phrase_in(after: str, phrase: str, within: int) -> bool:
    """Tell whether a phrase stands among the first words."""
    near = " ".join(after.split()[: within + len(phrase.split())])
    return f" {phrase} " in f" {near} "


# --- who ---------------------------------------------------------------------------


def _parts(
    scene: Scene, clause: Clause, frame: Frame
) -> tuple[tuple[Mention, ...], list[Role]]:
    """Return whom the statement is about, and who did it."""
    if frame.about == "agent":
        if clause.voice is Voice.PASSIVE and clause.verb.passive:
            return _by_agents(scene, clause), []
        if clause.verb.bare and clause.voice is Voice.PASSIVE:
            return (), []
        return clause.subject, []
    if clause.voice is Voice.ACTIVE or whom(scene, clause):
        return _patients(scene, clause, frame)
    if clause.verb.gerund and not clause.verb.passive:
        return (), []
    return clause.subject, _agents(scene, clause)


def _patients(
    scene: Scene, clause: Clause, frame: Frame
) -> tuple[tuple[Mention, ...], list[Role]]:
    if frame.voice == "passive":
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
            people = scene.people_from(phrase.at) or _called(scene, phrase.at + 1)
            if people:
                return [Role("by", m.id, m.text) for m in people]
            return [
                Role("by", None, scene.words_of(phrase.at, scene.phrase_end(phrase.at)))
            ]
    return []


def _called(scene: Scene, at: int) -> tuple[Mention, ...]:
    """Return who is named after a description: "by a man called X"."""
    while scene.tag(at) is Tag.COMMA:
        at += 1
    naming = scene.tag(at) is Tag.VERB and scene.chunks[at].word in _NAMING
    named = naming and scene.tag(at + 1) is Tag.NOUN
    return scene.chunks[at + 1].people if named else ()


def _by_agents(scene: Scene, clause: Clause) -> tuple[Mention, ...]:
    roles_ = _agents(scene, clause)
    return tuple(scene.mentions[r.mention] for r in roles_ if r.mention)
