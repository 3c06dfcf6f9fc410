"""Who does what to whom: the people in the places that a verb has.

The nominative that agrees with the verb is its subject. Where a clause has none, it is
the subject of the clause it is joined to, of the one it hangs on, or whom "который"
points at; a participle says what it says of the noun it agrees with.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lives.extract.russian.clauses import Clause, Sort, could_be_subject
from lives.extract.russian.nominative import options
from lives.extract.russian.parsing import Word
from lives.extract.russian.scene import Scene
from lives.model.mention import Mention

_SUBJECT = frozenset(("nsubj", "nsubj:pass"))
_GENDERS = {"Masc": "m", "Fem": "f"}
_DEEP = 6  # clauses through which a subject is handed on


@dataclass(frozen=True, slots=True)
class Party:
    """People in one place of a verb.

    Attributes:
        people: Their mentions.
        why: How they were found.
        sure: The syntax shows it.
    """

    people: tuple[Mention, ...] = ()
    why: str = ""
    sure: bool = True


def agrees(
    verb: Word, mention: Mention, scene: Scene, *, several: bool = False
) -> bool:
    """Tell whether a verb can have somebody as its subject."""
    number = verb.feats.get("Number", "Sing")
    if number == "Plur":
        return several
    if several and verb.feats.get("Tense") == "Past" and number == "Sing":
        return False
    shown = verb.feats.get("Gender", "")
    gender = scene.people.person[mention.id].gender.value or mention.gender.value
    if shown == "Neut":
        return False
    if verb.feats.get("Person") in {"1", "2"}:
        return False
    return not (shown and gender) or _GENDERS[shown] == gender


def impersonal(scene: Scene, clause: Clause) -> bool:
    """Tell whether "they" do it, and nobody says who: "его арестовали"."""
    verb = scene.words[clause.verb]
    if verb.feats.get("Number") != "Plur" or verb.feats.get("Voice") == "Pass":
        return False
    return not any(
        scene.words[at].feats.get("Case") == "Nom"
        and scene.words[at].pos in {"NOUN", "PRON", "PROPN"}
        and not (at and scene.words[at - 1].pos == "ADP")
        for at in clause.places
        if scene.words[at].rel in _SUBJECT
    )


def subject(scene: Scene, clause: Clause, depth: int = 0) -> Party:
    """Return the subject of a clause, wherever it stands."""
    if depth > _DEEP or clause.verb < 0:
        return Party()
    if clause.sort is Sort.PARTICIPLE:
        return _modified(scene, clause)
    if clause.sort is Sort.GERUND:
        outer = clause.outer
        return _handed(subject(scene, outer, depth + 1), "gerund") if outer else Party()
    own = _own(scene, clause)
    if own.people or own.why:
        return own
    return _elsewhere(scene, clause, depth)


def _elsewhere(scene: Scene, clause: Clause, depth: int) -> Party:
    """Return the subject of a clause that names none."""
    which = scene.words[clause.opens] if clause.opener == "который" else None
    if which is not None and which.feats.get("Case") in {"Nom", None}:
        shown = _which(scene, clause)
        if shown.people:
            return shown
    if impersonal(scene, clause):
        return Party()
    return _inherited(scene, clause, depth)


def _inherited(scene: Scene, clause: Clause, depth: int) -> Party:
    verb = scene.words[clause.verb]
    for other, why in ((clause.before, "shared"), (clause.outer, "of the main clause")):
        if other is None or (
            why == "shared" and other.outer is not clause.outer and other.opener
        ):
            continue
        found = subject(scene, other, depth + 1)
        several = len(found.people) > 1
        if found.people and agrees(verb, found.people[0], scene, several=several):
            return _handed(found, f"subject {why}")
    topic = scene.before
    spoken = any(
        scene.who(at) is not None and scene.case(at) == "Nom"
        for at in range(clause.verb)
    )
    if topic is None or spoken or clause.opener or _other(scene, clause) >= 0:
        return Party()
    if not agrees(verb, topic, scene):
        return Party()
    return Party((topic,), "subject of the sentence before")


def _handed(party: Party, why: str) -> Party:
    return Party(party.people, why, party.sure)


def _own(scene: Scene, clause: Clause) -> Party:
    """Return the nominative of a clause; nobody, with a reason, if that is a thing."""
    verb = scene.words[clause.verb]
    fits = []
    for at in clause.places:
        mention = scene.who(at)
        if mention is None or at == clause.verb or scene.possessive(at):
            continue
        if at and scene.words[at - 1].pos == "ADP":
            continue
        if not scene.may_be_subject(at):
            continue
        people = scene.group(at)
        if agrees(verb, mention, scene, several=len(people) > 1):
            fits.append((at, people))
    other = _other(scene, clause)
    if not fits:
        return Party((), "a thing") if other >= 0 else Party()
    tree = [fit for fit in fits if scene.words[fit[0]].rel in _SUBJECT]
    best = (tree or fits)[0]
    if verb.feats.get("Number") == "Plur":
        best = max(fits, key=lambda fit: len(fit[1]))
    if other >= 0 and not tree and other < best[0]:
        return Party((), "a thing")
    shown = bool(tree) or len(fits) == 1 or len(best[1]) > 1
    return Party(best[1], "subject", sure=shown)


def _other(scene: Scene, clause: Clause) -> int:
    """Return a noun that is no person here and is the subject; -1 if there is none."""
    verb = scene.words[clause.verb]
    for at in clause.places:
        word = scene.words[at]
        if word.rel not in _SUBJECT or scene.who(at) is not None or at == clause.verb:
            continue
        if at == clause.opens:
            continue
        if (
            verb.feats.get("Voice") == "Pass"
            and word.text.isupper()
            and at > clause.verb
        ):
            continue  # "арестован ВЧК": by whom
        if (
            word.pos not in {"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"}
            or word.feats.get("Case") != "Nom"
        ):
            continue
        if at and scene.words[at - 1].pos == "ADP":
            continue
        if any(
            scene.who(child) is not None and scene.case(child) == "Nom"
            for child in (*word.children, at + 1)
            if child < len(scene.words)
        ):
            continue  # "секретарь Громов": the name is the subject
        shown, theirs = verb.feats.get("Gender"), word.feats.get("Gender")
        if verb.feats.get("Number") == word.feats.get("Number") and (
            not shown
            or not theirs
            or shown == theirs
            or verb.feats.get("Number") == "Plur"
        ):
            return at
    return -1


def _which(scene: Scene, clause: Clause) -> Party:
    """Return whom "который" points at."""
    word = scene.words[clause.opens]
    shown = _GENDERS.get(word.feats.get("Gender", ""), "")
    plural = word.feats.get("Number") == "Plur"
    for at in range(clause.opens - 1, -1, -1):
        near = scene.words[at]
        mention = scene.who(at)
        if mention is not None and not scene.possessive(at) and not plural:
            gender = scene.people.person[mention.id].gender.value
            if not shown or not gender or shown == gender:
                return Party((mention,), "“который”")
        if near.pos == "NOUN" and mention is None and at not in clause.places:
            same = near.feats.get("Gender") == word.feats.get("Gender")
            person = near.feats.get("Animacy") == "Anim"
            if same and not (person and _described(scene, at)):
                return Party()
    return Party()


def _described(scene: Scene, at: int) -> bool:
    """Tell whether a noun only describes somebody named beside it."""
    return any(
        scene.who(near) is not None
        for near in (at - 1, at - 2, at + 1)
        if 0 <= near < len(scene.words)
    )


def _modified(scene: Scene, clause: Clause) -> Party:
    """Return the person of whom a participle says something."""
    word = scene.words[clause.verb]
    first = clause.places[0]
    ordered = [
        *range(first - 1, -1, -1),
        *range(clause.places[-1] + 1, len(scene.words)),
    ]
    for at in ordered:
        near = scene.words[at]
        mention = scene.who(at)
        if (
            mention is not None
            and not scene.possessive(at)
            and _matches(scene, word, at, mention)
        ):
            return Party((mention,), "participle")
        thing = near.pos == "NOUN" and mention is None and _same(word, near)
        if thing and not _described(scene, at):
            return Party()
    return Party()


def _matches(scene: Scene, word: Word, at: int, mention: Mention) -> bool:
    case, theirs = word.feats.get("Case", ""), scene.case(at)
    alike = case == theirs or {case, theirs} <= {"Gen", "Acc"} or not case
    shown = _GENDERS.get(word.feats.get("Gender", ""), "")
    gender = scene.people.person[mention.id].gender.value
    return (
        alike
        and word.feats.get("Number") != "Plur"
        and (not shown or not gender or shown == gender)
    )


def _same(one: Word, two: Word) -> bool:
    return all(
        one.feats.get(key) == two.feats.get(key) for key in ("Case", "Gender", "Number")
    )


def patient(scene: Scene, clause: Clause) -> Party:
    """Return the one it is done to."""
    verb = scene.words[clause.verb]
    if verb.feats.get("Voice") == "Pass" or clause.sort is Sort.PARTICIPLE:
        return subject(scene, clause) if verb.feats.get("Voice") == "Pass" else Party()
    found = objects(scene, clause)
    if found.people:
        return found
    if clause.opener == "который" and _accusative(scene, clause.opens):
        return _which(scene, clause)
    before = clause.before
    if before is None or before.verb < 0 or _thing_done(scene, clause):
        return Party()
    nobody = not any(could_be_subject(scene.words, at) for at in clause.places)
    if impersonal(scene, clause) is impersonal(scene, before) and nobody:
        return _handed(patient(scene, before), "object shared")
    return Party()


def _accusative(scene: Scene, at: int) -> bool:
    """Tell whether "которого" is the object, and stands after no preposition."""
    case = scene.words[at].feats.get("Case")
    return case in {"Acc", "Gen"} and scene.words[at - 1].pos != "ADP"


def objects(scene: Scene, clause: Clause) -> Party:
    """Return the people in the accusative of a clause."""
    found = list(_bare(scene, clause, {"Acc", "Gen"}))
    if not found:
        found = [
            at for at in _bare(scene, clause, {"Dat"}) if _may_be_object(scene, at)
        ]
    if not found:
        return Party()
    tree = [at for at in found if scene.words[at].rel in {"obj", "iobj"}]
    best = (tree or found)[0]
    return Party(scene.group(best), "object", sure=True)


def _may_be_object(scene: Scene, at: int) -> bool:
    """Tell whether a name taken for a dative may be a woman's accusative: "Зотову"."""
    word, mention = scene.words[at], scene.who(at)
    if (
        word.spot is None
        or mention is None
        or scene.words[at].feats.get("Gender") != "Fem"
    ):
        return False
    return any(o.case == "acc" for o in options(word.text.split(" ")[-1], "surname"))


def given(scene: Scene, clause: Clause) -> Party:
    """Return the people in the dative of a clause."""
    found = list(_bare(scene, clause, {"Dat"}))
    if found:
        return Party(scene.group(found[0]), "dative")
    if (
        clause.opener == "который"
        and scene.words[clause.opens].feats.get("Case") == "Dat"
    ):
        return _which(scene, clause)
    return Party()


def after(scene: Scene, clause: Clause, preposition: str) -> Party:
    """Return the people that stand after a preposition in a clause."""
    for at in clause.places:
        if (
            at
            and scene.who(at) is not None
            and scene.words[at - 1].lower == preposition
        ):
            return Party(scene.group(at), f"after “{preposition}”")
    return Party()


def agents(scene: Scene, clause: Clause) -> Party:
    """Return the people in the instrumental of a clause."""
    found = list(_bare(scene, clause, {"Ins"}))
    return Party(scene.group(found[0]), "agent") if found else Party()


def _bare(scene: Scene, clause: Clause, cases: set[str]) -> Iterator[int]:
    for at in clause.places:
        if scene.who(at) is None or scene.possessive(at):
            continue
        if at and scene.words[at - 1].pos == "ADP":
            continue
        if scene.case(at) in cases:
            yield at


def _thing_done(scene: Scene, clause: Clause) -> bool:
    """Tell whether a thing is the object of a verb."""
    return any(
        scene.words[at].rel == "obj"
        and scene.words[at].pos == "NOUN"
        and scene.words[at].feats.get("Case") == "Acc"
        and scene.words[at].feats.get("Animacy") != "Anim"
        for at in clause.places
    )
