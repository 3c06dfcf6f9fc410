"""Who is whose kin, as a sentence says it, from both ends."""

from collections.abc import Iterator

from lives.extract.russian.beside import is_kin, kin_words, other_ends
from lives.extract.russian.draft import Draft
from lives.extract.russian.scene import Scene
from lives.model.mention import Mention
from lives.model.statement import Role


def told_by_kin(scene: Scene) -> Iterator[Draft]:
    """Yield what a sentence says of kin and acquaintances."""
    yield from _siblings(scene)
    for number, at, noun in scene.people.kin:
        mention = scene.who(at) if number == scene.number else None
        if mention is None:
            continue
        relation, _ = kin_words()[scene.words[noun].lemma]
        kind = "kinship" if is_kin(scene.words[noun].lemma) else "acquaintance"
        other = next((m for m in scene.people.mentions if m.id == mention.of), None)
        words = other.text if other else ""
        near = (
            noun - 1 if noun and scene.words[noun - 1].lower in {"его", "ее"} else noun
        )
        yield Draft(
            mention,
            kind,
            min(near, at),
            max(noun, at),
            f"“{scene.words[noun].text}”",
            what=relation,
            written=scene.words[noun].text,
            roles=(Role("other", mention.of, words),) if mention.of else (),
        )
        if other is not None:
            yield from _other_end(
                scene, mention, other, kind, relation, (near, at, noun)
            )


def _siblings(scene: Scene) -> Iterator[Draft]:
    """Read "братья Казимир и Викентий": each is the other's brother."""
    for noun, word in enumerate(scene.words):
        if word.feats.get("Number") != "Plur" or not is_kin(word.lemma):
            continue
        name = noun + 1
        people = scene.group(name) if name < len(scene.words) else ()
        relation = kin_words()[word.lemma][0]
        for one in (
            people if len(people) > 1 and relation in {"brother", "sister"} else ()
        ):
            others = tuple(Role("other", m.id, m.text) for m in people if m is not one)
            yield Draft(
                one, "kinship", noun, name, f"“{word.text}”", what=relation,
                written=word.text, roles=others,
            )  # fmt: skip


def _other_end(  # both ends of a tie, and where it is told
    scene: Scene,
    mention: Mention,
    other: Mention,
    kind: str,
    relation: str,
    at: tuple[int, int, int],
) -> Iterator[Draft]:
    """Say the same of the other: whoever has Anna for a wife is her husband."""
    gender = scene.people.person[other.id].gender.value
    back = other_ends().get(relation, {}).get(gender, "")
    if not back and kind == "kinship":
        return
    near, name, noun = at
    yield Draft(
        other,
        "marriage" if relation in {"wife", "husband"} else kind,
        min(near, name),
        max(noun, name),
        f"“{scene.words[noun].text}”",
        what=back,
        roles=(Role("other", mention.id, mention.text),),
    )
