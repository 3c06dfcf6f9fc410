"""Verbs: a clause whose verb evokes a frame becomes statements about its persons."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lives.extract.english.chunks import Tag
from lives.extract.english.clauses import Clause, Phrase, Voice
from lives.extract.english.draft import Draft
from lives.extract.english.frames import Frame, evoked
from lives.extract.english.lexicon import words
from lives.extract.english.modality import Stance, judge
from lives.extract.english.roles import role_of, roles
from lives.extract.english.scene import Scene
from lives.model.kinds import kinds
from lives.model.mention import Mention, MentionKind
from lives.model.statement import Modality, Role

_NAMING = frozenset(("called", "named"))


@dataclass
class _Fields:
    """What the phrases of a clause fill."""

    where: str = ""
    what: str = ""
    group: str = ""
    roles: list[Role] = field(default_factory=list)
    last: int = 0  # one past the last chunk that filled a field

    def has(self, name: str) -> bool:
        return bool(
            {"where": self.where, "what": self.what, "group": self.group}.get(name)
        ) or any(role.name == name for role in self.roles)


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
    fields = _fill(scene, clause, frame)
    if frame.needs and not any(fields.has(name) for name in frame.needs):
        return
    fields.roles.extend(by)
    for subject in about:
        yield _draft(scene, clause, frame, subject, fields, stance)


def _draft(  # everything that was seen of one clause
    scene: Scene,
    clause: Clause,
    frame: Frame,
    subject: Mention,
    fields: _Fields,
    stance: Stance,
) -> Draft:
    content = kinds()[frame.kind].content
    if content and stance.modality is Modality.ASSERTED:
        stance = Stance(
            Modality.CHARGED, stance.voice, stance.speaker, stance.sure, stance.because
        )
    start, end = _span(scene, clause, fields.last)
    others = tuple(role for role in fields.roles if role.mention != subject.id)
    return Draft(
        subject,
        _kind(frame, others),
        start,
        end,
        stance,
        f"verb “{clause.verb.word}”",
        stance.sure and _clear(clause, frame),
        scene.when(clause.dates),
        fields.where,
        frame.reads or fields.what,
        fields.group,
        others,
    )


def _kind(frame: Frame, others: tuple[Role, ...]) -> str:
    """An execution by a named person is a killing: courts have no names here."""
    named = any(role.name == "by" and role.mention for role in others)
    return "killing" if frame.kind == "execution" and named else frame.kind


def _clear(clause: Clause, frame: Frame) -> bool:
    """Tell whether the syntax alone shows who is meant."""
    if clause.voice is Voice.OPEN and frame.about == "patient":
        return False
    return not (clause.shared and clause.verb.gerund)


def _span(scene: Scene, clause: Clause, reached: int) -> tuple[int, int]:
    near = clause.head >= 0 and not clause.shared and clause.head < clause.at
    first = clause.head if near else clause.at
    last = clause.last
    while last - 1 > clause.at and scene.chunks[last - 1].tag in {
        Tag.COMMA,
        Tag.PREP,
        Tag.AND,
        Tag.QUOTE,
        Tag.ADVERB,
    }:
        last -= 1
    if clause.object >= 0:
        last = max(last, scene.phrase_end(clause.object))
    last = max(last, reached)
    return scene.start(first), scene.end(last - 1)


# --- does the wording fit? --------------------------------------------------------


def _worded(scene: Scene, clause: Clause, frame: Frame) -> bool:
    after = _following(scene, clause)
    if any(after.startswith(f"{word} ") for word in frame.without):
        return False
    if frame.with_ and not any(_phrase_in(after, p, 6) for p in frame.with_):
        return False
    if frame.with_later and not any(_phrase_in(after, p, 14) for p in frame.with_later):
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
    if clause.voice is Voice.ACTIVE:
        return _patients(scene, clause, frame)
    if clause.verb.gerund and not clause.verb.passive:
        return (), []
    return clause.subject, _agents(scene, clause)


def _patients(
    scene: Scene, clause: Clause, frame: Frame
) -> tuple[tuple[Mention, ...], list[Role]]:
    if clause.object < 0 or frame.voice == "passive":
        return (), []
    found = scene.people_from(clause.object)
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


# --- what, where, which group --------------------------------------------------------


def _fill(scene: Scene, clause: Clause, frame: Frame) -> _Fields:
    fields = _Fields()
    if clause.object >= 0 and frame.object:
        _fill_object(scene, clause, frame, fields)
    for phrase in clause.phrases:
        if scene.tag(phrase.at) is Tag.DATE:
            continue
        slot = frame.takes.get(phrase.word, "")
        if slot and slot != "where":
            _fill_phrase(scene, clause, frame, slot, phrase, fields)
        elif scene.tag(phrase.at) is Tag.NOUN and not fields.where:
            usual = phrase.word in words()["place_prepositions"]
            if slot == "where" or (usual and phrase.word not in {"to", "from"}):
                fields.where = scene.place(phrase.at)
    if "that" in frame.takes and not fields.what:
        fields.what = _that_clause(scene, clause)
    return fields


def _fill_object(scene: Scene, clause: Clause, frame: Frame, fields: _Fields) -> None:
    at = clause.object
    if frame.object == "group":
        fields.group = scene.group(at, named=frame.group_named)
        if not fields.group and frame.object_has:
            fields.group = scene.words_of(at, scene.phrase_end(at))
    elif frame.object == "where":
        fields.where = scene.place(at)
    elif frame.object == "other":
        people = scene.people_from(at)
        fields.roles.extend(Role("other", m.id, m.text) for m in people)
    elif frame.work:
        fields.what = _work(scene, at)
    elif frame.voice == "passive" and frame.kind == "office":
        fields.what = _office(scene, at, fields)
    else:
        fields.what = scene.words_of(at, scene.phrase_end(at))


def _fill_phrase(  # one phrase of one clause
    scene: Scene,
    clause: Clause,
    frame: Frame,
    slot: str,
    phrase: Phrase,
    fields: _Fields,
) -> None:
    word, at = phrase.word, phrase.at
    if slot == "group" and not fields.group:
        fields.group = scene.group(at)
    elif slot == "office":
        fields.what = fields.what or _office(scene, at, fields)
    elif slot == "other":
        people = scene.people_from(at) if scene.tag(at) is Tag.NOUN else ()
        fields.roles.extend(Role("other", m.id, m.text) for m in people)
    elif slot == "what" and not fields.what:
        role = _office(scene, at, fields) if word == "as" or frame.role else ""
        if role or frame.role:
            fields.what = role
        else:
            fields.last = _content_end(scene, clause, at)
            fields.what = scene.words_of(at, fields.last)


def _content_end(scene: Scene, clause: Clause, at: int) -> int:
    """Return one past the words from a phrase to the end of what it governs."""
    last = (
        max(clause.last, scene.phrase_end(at)) if scene.tag(at) is Tag.NOUN else at + 1
    )
    if scene.tag(at) is Tag.VERB:
        inner = next((c for c in scene.clauses if c.at == at), None)
        last = inner.last if inner else at + 1
    return min(last, len(scene.chunks))


def _office(scene: Scene, at: int, fields: _Fields) -> str:
    """Read an office: "chairman of the Council", "to the Central Committee"."""
    if scene.tag(at) is not Tag.NOUN:
        return ""
    kind, role = role_of(scene.texts(scene.chunks[at]))
    if kind in {"office", "membership", "occupation"}:
        end = scene.phrase_end(at)
        if end > at + 1 and not fields.group:
            fields.group = scene.group(at + 2)
        return role
    group = scene.group(at)
    if group and not fields.group:
        fields.group = group
        return "member"
    return ""


def _work(scene: Scene, at: int) -> str:
    """Read the object of "wrote" or "published": a work of some sort, or a title."""
    chunk = scene.chunks[at]
    if chunk.people and not set(scene.lowers(chunk)) & roles().works:
        return ""
    lowers = scene.lowers(chunk)
    if set(lowers) & roles().works:
        return scene.words_of(at, scene.phrase_end(at))
    tokens = scene.tokens[chunk.first : chunk.last]
    if tokens[0].lower in {"i", "we"}:
        return ""  # not a title but what is written
    quoted = scene.tag(at - 1) is Tag.QUOTE or scene.text[tokens[0].start - 1] in "_*"
    titled = sum(t.capital for t in tokens) > 1 and tokens[0].capital
    return scene.words_of(at, scene.phrase_end(at)) if quoted or titled else ""


def _that_clause(scene: Scene, clause: Clause) -> str:
    """Return what a verb of saying introduces: "that ...", or a quotation."""
    after = clause.last
    while scene.tag(after) in {Tag.COMMA, Tag.ADVERB}:
        after += 1
    if scene.tag(after) is Tag.SUB and scene.chunks[after].word == "that":
        return scene.words_of(after + 1, len(scene.chunks))
    introduced = scene.tag(after) is Tag.STOP and scene.chunks[after].word == ":"
    after += 1 if introduced else 0
    opens = scene.tag(after) is Tag.QUOTE or scene.tag(after - 1) is Tag.QUOTE
    if (introduced or scene.tag(after - 1) in {Tag.COMMA, Tag.QUOTE}) and opens:
        return scene.words_of(after, len(scene.chunks)).strip('“”"«»‘’ ')
    return ""


def is_named(mention: Mention) -> bool:
    """Tell whether a mention is a name."""
    return mention.kind is MentionKind.NAME
