"""What the object and phrases of a clause fill: where, what, group, other people."""

from dataclasses import dataclass, field

from lives.extract.english.chunks import Tag
from lives.extract.english.clause import Clause, Phrase
from lives.extract.english.frames import Frame
from lives.extract.english.lexicon import words
from lives.extract.english.phrases import pattern
from lives.extract.english.roles import roles
from lives.extract.english.scene import Scene
from lives.extract.english.wording import thing
from lives.extract.english.wordlists import is_acronym, is_place, listed
from lives.model.mention import Mention
from lives.model.statement import Role

_LOOSE = frozenset((Tag.COMMA, Tag.ADVERB, Tag.AND, Tag.PREP, Tag.QUOTE))
_FOLLOWERS = ("ist", "ists", "ite", "ites", "ik", "iks", "ary", "aries")
_SUBJECTS = frozenset(("he", "she", "it", "they", "we", "i", "you"))
_HEADED = frozenset(("on", "under", "amid"))
_POSTS = frozenset(("office", "membership", "occupation"))


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
    if frame.object == "second":
        _fill_second(scene, clause, fields)
    elif clause.object < 0 and frame.object == "other":
        fields.roles.extend(Role("other", m.id, m.text) for m in whom(scene, clause))
    elif clause.object >= 0 and frame.object:
        _fill_object(scene, clause, frame, fields)
    for phrase in (*clause.phrases, *_further(scene, clause, frame)):
        if scene.tag(phrase.at) is Tag.DATE or _denied(scene, phrase):
            continue
        slot = frame.takes.get(phrase.word, "")
        if slot and slot != "where":
            _fill_phrase(scene, clause, frame, slot, phrase, fields)
        elif _there(scene, frame, slot, phrase) and not fields.where:
            fields.where = _place(scene, phrase.at)
    if "that" in frame.takes and not fields.what:
        fields.what = _that_clause(scene, clause) or _quoted_before(scene, clause)
    return fields


def _denied(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a phrase says what is not so: "not of theft, but of murder"."""
    before = scene.chunks[phrase.at - 1].first - 1
    return before >= 0 and scene.tokens[before].lower == "not"


def _further(scene: Scene, clause: Clause, frame: Frame) -> tuple[Phrase, ...]:
    """Read phrases that a clause does not show: "convicted of “enmity”"."""
    marked = tuple(
        Phrase(scene.word(at), at + 2)
        for at in range(clause.at + 1, clause.last)
        if scene.tag(at) is Tag.PREP
        and scene.word(at) in frame.takes
        and scene.tag(at + 1) is Tag.QUOTE
        and scene.tag(at + 2) in {Tag.NOUN, Tag.VERB}
    )
    return marked or _set_apart(scene, clause, frame)


def _set_apart(scene: Scene, clause: Clause, frame: Frame) -> tuple[Phrase, ...]:
    """Read what a charge goes on to beyond its clause: "accused, not of X, but of Y".

    Also "found X guilty of Y", where the object and a word stand between.
    """
    said = (p for p in clause.phrases if not _denied(scene, p))
    if not frame.rest or any(p.word in frame.takes for p in said):
        return ()
    denied = False
    at = clause.last
    while scene.tag(at) in _LOOSE or (
        scene.tag(at) is Tag.NOUN and at in _guilty(scene)
    ):
        word, inner = scene.word(at), at + 1
        while scene.tag(inner) is Tag.QUOTE:
            inner += 1
        if scene.tag(at) is Tag.PREP and word in frame.takes:
            if scene.tag(inner) not in {Tag.NOUN, Tag.VERB}:
                break
            if not denied:
                return (Phrase(word, inner),)
            at = scene.phrase_end(inner)
            continue
        denied = word == "not" or (denied and word != "but")
        at += 1
    return ()


def _guilty(scene: Scene) -> set[int]:
    """Return where "guilty" and the like stand as chunks of their own."""
    return {
        i for i, c in enumerate(scene.chunks) if c.word in {"guilty", "responsible"}
    }


def _there(scene: Scene, frame: Frame, slot: str, phrase: Phrase) -> bool:
    """Tell whether a phrase may say where it was."""
    if scene.tag(phrase.at) is not Tag.NOUN:
        return False
    said = f"{phrase.word} {scene.words_of(phrase.at, phrase.at + 1).lower()} "
    if frame.with_ and pattern(frame.with_, 0).fullmatch(said):
        return False  # "in exile in Tomsk": the place is Tomsk
    usual = words()["place_prepositions"] - {"to", "from"}
    return slot == "where" or (phrase.word in usual and not _strict(frame))


def _place(scene: Scene, at: int) -> str:
    """Read a place; a strike, a post and "St" before a full stop are none."""
    place = scene.place(at)
    head = place.rpartition(" ")[2].lower()
    other = listed("things") | {"st", "mt", "worker", "workers"}
    return "" if head in other and not is_place(head) else place


def _strict(frame: Frame) -> bool:
    """Tell whether a frame says nothing without a place after a word it takes."""
    return "where" in frame.needs and "where" in frame.takes.values()


def _fill_second(scene: Scene, clause: Clause, fields: Fields) -> None:
    """Read what follows the object: "elected her president of the League"."""
    after = scene.phrase_end(clause.object) if clause.object >= 0 else 0
    plain = after and scene.tag(after) is Tag.NOUN and not scene.chunks[after].people
    if plain and scene.standing(after)[0] in _POSTS:
        fields.what = _office(scene, after, fields)
        fields.last = scene.phrase_end(after)


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
    at = thing(scene, clause, frame)
    fields.last = scene.phrase_end(at) if at != clause.object else 0
    if frame.object == "group":
        fields.group = _group(scene, at, frame)
        if not fields.group and frame.object_has:
            fields.group = scene.words_of(at, scene.phrase_end(at))
    elif frame.object == "where":
        fields.where = _place(scene, at)
    elif frame.object == "other":
        people = scene.people_from(at)
        fields.roles.extend(Role("other", m.id, m.text) for m in people)
    elif frame.work:
        fields.what = _work(scene, at)
    elif frame.voice == "passive" and frame.kind == "office":
        told = _office(scene, at, fields)
        fields.what = told if told or frame.role else _plain(scene, at)
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
        fields.group = _group(scene, at, frame)
    elif slot == "office":
        fields.what = fields.what or _office(scene, at, fields)
    elif slot == "other":
        people = scene.people_from(at) if scene.tag(at) is Tag.NOUN else ()
        fields.roles.extend(Role("other", m.id, m.text) for m in people)
    elif slot == "charge":
        _fill_charge(scene, clause, phrase, fields)
    elif slot == "what" and not fields.what and not _aside(scene, phrase):
        role = _office(scene, at, fields) if word == "as" or frame.role else ""
        if role or frame.role:
            fields.what = role
        else:
            fields.last = _content_end(scene, clause, phrase, rest=frame.rest)
            fields.what = scene.words_of(at, fields.last)


def _aside(scene: Scene, phrase: Phrase) -> bool:
    """Tell "labelled X as they did" from "labelled X as a traitor"."""
    noun = scene.tag(phrase.at) is Tag.NOUN
    if phrase.word != "as" or not noun:
        return False
    word = scene.words_of(phrase.at, phrase.at + 1).lower()
    return bool(scene.chunks[phrase.at].people) or word in _SUBJECTS


def _group(scene: Scene, at: int, frame: Frame) -> str:
    """Read an organisation; "" where it must be called one and is not."""
    group = scene.group(at, named=frame.group_named) if at < len(scene.chunks) else ""
    if not group or not frame.group_known:
        return group
    chunk = scene.chunks[at]
    own = scene.tokens[chunk.first : chunk.last]
    known = any(t.lower in roles().group_words or is_acronym(t.text) for t in own)
    return group if known else ""


def _fill_charge(scene: Scene, clause: Clause, phrase: Phrase, fields: Fields) -> None:
    """Read "for espionage", "on charges of theft"; "for five years" is a term."""
    at = phrase.at
    verb = scene.chunks[at].verb
    if verb is not None and verb.finite and not verb.gerund:
        return  # "shot, as is sometimes stated"
    end = _content_end(scene, clause, phrase, listed=True)
    told = scene.words_of(at, end)
    lowers = set(told.lower().split())
    if scene.tag(at) is Tag.NOUN:
        if scene.chunks[at].word in {"time", "times"}:
            return  # "for the second time"
        headed = set(scene.lowers(scene.chunks[at])) & words()["charge_heads"]
        if scene.chunks[at].people or (phrase.word in _HEADED and not headed):
            return
        if phrase.word == "as" and not _guilt(scene, at):
            return
        if headed and scene.word(at + 1) == "of":
            told = scene.words_of(at + 2, end)
    if lowers & words()["durations"]:
        fields.what = fields.what or told
    elif not fields.charge and not _purpose(scene, at):
        fields.charge = told
        fields.last = max(fields.last, end)


def _guilt(scene: Scene, at: int) -> bool:
    """Tell "shot as a spy", "as a Menshevik" from "expelled as a member"."""
    lowers = scene.lowers(scene.chunks[at])
    return bool(set(lowers) & words()["guilt"]) or lowers[-1].endswith(_FOLLOWERS)


def _purpose(scene: Scene, at: int) -> bool:
    """Tell "for questioning" and "as hostages", which say why but charge nobody."""
    chunk = scene.chunks[at]
    return bool(set(scene.lowers(chunk)) & words()["purposes"])


def _content_end(
    scene: Scene,
    clause: Clause,
    phrase: Phrase,
    *,
    rest: bool = False,
    listed: bool = False,
) -> int:
    """Return one past the words from a phrase to the end of what it governs.

    Args:
        scene: The sentence.
        clause: The clause whose phrase it is.
        phrase: Where the words begin.
        rest: They go on to the end of the clause.
        listed: They go on to what is joined to them: "of theft and of arson".
    """
    at = phrase.at
    inner = {c.at: c.last for c in scene.clauses}
    if scene.tag(at) is Tag.VERB:
        end = inner.get(at, at + 1)
        while end in inner and _infinitive(scene, end):  # "having tried to poison"
            end = inner[end]
    else:
        end = scene.phrase_end(at)
        end = min(max(clause.last, end), len(scene.chunks)) if rest else end
    further = _joined(scene, phrase, end) if rest or listed else -1
    while further > 0:
        end = max(scene.phrase_end(further), inner.get(further, 0))
        further = _joined(scene, phrase, end)
    while end > at + 1 and scene.tag(end - 1) in {Tag.AND, Tag.COMMA, Tag.PREP}:
        end -= 1
    return end


def _joined(scene: Scene, phrase: Phrase, end: int) -> int:
    """Return where a content goes on: "of theft and of arson", "and burning"; or -1."""
    at = end
    while at > 0 and scene.tag(at - 1) in {Tag.AND, Tag.COMMA}:
        at -= 1
    while scene.tag(at) in {Tag.AND, Tag.COMMA, Tag.ADVERB}:
        at += 1
    if at <= phrase.at or at == end - 1 or scene.tag(at - 1) is Tag.VERB:
        return -1
    again = scene.tag(at) is Tag.PREP and scene.word(at) == phrase.word
    at += 1 if again else 0
    verb = scene.chunks[at].verb if at < len(scene.chunks) else None
    between = {scene.tag(i) for i in range(end - 1, at)}
    gerund = verb is not None and verb.gerund and Tag.AND in between
    noun = again and scene.tag(at) is Tag.NOUN
    return at if (gerund or noun) and at > phrase.at else -1


def _infinitive(scene: Scene, at: int) -> bool:
    verb = scene.chunks[at].verb
    return verb is not None and verb.infinitive


def _office(scene: Scene, at: int, fields: Fields) -> str:
    """Read an office: "chairman of the Council", "to the Central Committee"."""
    if scene.tag(at) is not Tag.NOUN:
        return ""
    kind, role, body = scene.standing(at)
    if kind in _POSTS:
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


def _quoted_before(scene: Scene, clause: Clause) -> str:
    """Return the quotation that ends where who says it begins: "“...,” he said"."""
    first = min(clause.at, clause.head) if clause.head >= 0 else clause.at
    closing = first - 1
    ended = scene.tag(closing - 1) in {Tag.COMMA, Tag.STOP}
    if scene.tag(closing) is not Tag.QUOTE or not ended:
        return ""
    opening = closing - 1
    while opening > 0 and scene.tag(opening) is not Tag.QUOTE:
        opening -= 1
    opening += scene.tag(opening) is Tag.QUOTE
    return scene.words_of(opening, closing)
