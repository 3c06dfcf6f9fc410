"""What the object and phrases of a clause fill: where, what, group, other people."""

from dataclasses import dataclass, field

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Phrase
from lives.extract.english.frames import Frame
from lives.extract.english.lexicon import words
from lives.extract.english.roles import roles
from lives.extract.english.scene import Scene
from lives.model.mention import Mention
from lives.model.statement import Role


@dataclass
class Fields:
    """What the phrases of a clause fill: fields of `Draft` by the same names."""

    where: str = ""
    what: str = ""
    group: str = ""
    roles: list[Role] = field(default_factory=list)
    charge: str = ""  # what somebody was arrested, tried or shot "for"
    last: int = 0  # one past the last chunk that filled a field

    def has(self, name: str) -> bool:
        """Tell whether a field or a role of this name is filled."""
        return bool(
            {"where": self.where, "what": self.what, "group": self.group}.get(name)
        ) or any(role.name == name for role in self.roles)


def fill(scene: Scene, clause: Clause, frame: Frame) -> Fields:
    """Read the object and the phrases of a clause as a frame takes them."""
    fields = Fields()
    if clause.object < 0 and frame.object == "other":
        fields.roles.extend(Role("other", m.id, m.text) for m in whom(scene, clause))
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
            said = f"{phrase.word} {scene.words_of(phrase.at, phrase.at + 1).lower()}"
            if said in frame.with_:
                continue  # "in exile in Tomsk": the place is Tomsk
            if slot == "where" or (usual and phrase.word not in {"to", "from"}):
                fields.where = scene.place(phrase.at)
    if "that" in frame.takes and not fields.what:
        fields.what = _that_clause(scene, clause)
    return fields


def whom(scene: Scene, clause: Clause) -> tuple[Mention, ...]:
    """Return who "whom" stands for before a clause: "X, whom she married"."""
    before = clause.head - 1
    if clause.head < 0 or scene.tag(before) is not Tag.REL:
        return ()
    if scene.word(before) != "whom":
        return ()
    while scene.tag(before) in {Tag.REL, Tag.COMMA, Tag.PREP}:
        before -= 1
    return scene.chunks[before].people if scene.tag(before) is Tag.NOUN else ()


def _fill_object(scene: Scene, clause: Clause, frame: Frame, fields: Fields) -> None:
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
        fields.what = _office(scene, at, fields) or _plain(scene, at)
    else:
        fields.what = scene.words_of(at, scene.phrase_end(at))


def _fill_phrase(  # one phrase of one clause
    scene: Scene,
    clause: Clause,
    frame: Frame,
    slot: str,
    phrase: Phrase,
    fields: Fields,
) -> None:
    word, at = phrase.word, phrase.at
    if slot == "group" and not fields.group:
        fields.group = scene.group(at)
    elif slot == "office":
        fields.what = fields.what or _office(scene, at, fields)
    elif slot == "other":
        people = scene.people_from(at) if scene.tag(at) is Tag.NOUN else ()
        fields.roles.extend(Role("other", m.id, m.text) for m in people)
    elif slot == "charge":
        _fill_charge(scene, clause, at, fields)
    elif slot == "what" and not fields.what:
        role = _office(scene, at, fields) if word == "as" or frame.role else ""
        if role or frame.role:
            fields.what = role
        else:
            fields.last = _content_end(scene, clause, at, rest=frame.rest)
            fields.what = scene.words_of(at, fields.last)


def _fill_charge(scene: Scene, clause: Clause, at: int, fields: Fields) -> None:
    """Read "for espionage" as a charge, "for five years" as a term."""
    if scene.tag(at) is Tag.NOUN and scene.chunks[at].people:
        return
    end = _content_end(scene, clause, at)
    told = scene.words_of(at, end)
    if set(told.lower().split()) & words()["durations"]:
        fields.what = fields.what or told
    else:
        fields.charge = told
        fields.last = max(fields.last, end)


def _content_end(scene: Scene, clause: Clause, at: int, *, rest: bool = False) -> int:
    """Return one past the words from a phrase to the end of what it governs."""
    if scene.tag(at) is Tag.VERB:
        inner = {clause.at: clause.last for clause in scene.clauses}
        end = inner.get(at, at + 1)
        while end in inner and _infinitive(scene, end):  # "having tried to poison"
            end = inner[end]
        return end
    end = scene.phrase_end(at)
    return min(max(clause.last, end), len(scene.chunks)) if rest else end


def _infinitive(scene: Scene, at: int) -> bool:
    verb = scene.chunks[at].verb
    return verb is not None and verb.infinitive


def _office(scene: Scene, at: int, fields: Fields) -> str:
    """Read an office: "chairman of the Council", "to the Central Committee"."""
    if scene.tag(at) is not Tag.NOUN:
        return ""
    kind, role, body = scene.standing(at)
    if kind in {"office", "membership", "occupation"}:
        fields.group = fields.group or body
        return role
    group = scene.group(at)
    if group and not fields.group:
        fields.group = group
        return "member"
    return ""


def _plain(scene: Scene, at: int) -> str:
    """Return what someone "was elected": the words, where no list knows the office."""
    chunk = scene.chunks[at]
    if chunk.people or chunk.owner:
        return ""
    words_ = scene.words_of(at, scene.phrase_end(at))
    return words_.removeprefix("the ").removeprefix("a ").removeprefix("an ")


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
        end = after + 1
        while end < len(scene.chunks) and scene.word(end) != ";":
            end += 1
        return scene.words_of(after + 1, end)
    introduced = scene.tag(after) is Tag.STOP and scene.chunks[after].word == ":"
    after += 1 if introduced else 0
    opens = scene.tag(after) is Tag.QUOTE or scene.tag(after - 1) is Tag.QUOTE
    if (introduced or scene.tag(after - 1) in {Tag.COMMA, Tag.QUOTE}) and opens:
        return scene.words_of(after, len(scene.chunks)).strip('“”"«»‘’ ')
    return ""
