"""Where people stand in the tree of their sentence, in words."""

from lives.extract.english.grammar import apart, describes, place
from lives.extract.english.learned.of_prose import parsed
from lives.extract.english.learned.parse import Parse
from lives.extract.english.prose import read_prose
from lives.model.passage import Block, TextAsRead


def seen(text: str) -> tuple[list[str], Parse]:
    prose = read_prose(TextAsRead(text, (Block(0, len(text)),), "test"))
    return [t.text for t in prose.sentences[0].tokens], parsed(prose)[0]


def test_an_owner_in_an_opening_phrase_is_no_subject() -> None:
    words, parse = seen("Following Brandt's arrest he moved to Lisbon.")
    brandt, he = (place(parse, at, at) for at in map(words.index, ("Brandt", "he")))
    assert he.role == "subject"
    assert brandt.role.startswith("owner within")
    assert apart(parse, brandt, he) == "in one clause"


def test_a_clause_that_reports_lies_under_the_one_who_reports() -> None:
    words, parse = seen("Maria Lopez wrote that he was innocent.")
    maria = place(parse, 0, 1)
    he = place(parse, words.index("he"), words.index("he"))
    assert maria.sort == "main clause"
    assert he.sort == "reported clause"
    assert apart(parse, maria, he) == "over its reported clause"


def test_who_is_joined_to_a_subject_is_one() -> None:
    words, parse = seen("Anna Weiss and Karl Lang were tried.")
    lang = place(parse, words.index("Karl"), words.index("Lang"))
    assert lang.role == "passive subject"


def test_a_calling_said_of_someone_means_nobody_new() -> None:
    words, parse = seen(
        "Jorge Silva, an economist and the founder of a weekly, was held at his home."
    )
    assert describes(parse, words.index("economist"))
    assert describes(parse, words.index("founder"))
    assert not describes(parse, words.index("home"))
