import tomllib

import pytest

from lives.extract.columns.checked import checked
from lives.extract.columns.naming import gender_of
from lives.model.errors import BadRecipe, LivesError, Several
from lives.model.kinds import kinds
from lives.model.mention import Gender
from lives.model.statement import Modality

NAME = '[name]\nfull = "ФИО"\n'


def refusal(recipe: str) -> LivesError:
    with pytest.raises(LivesError) as stop:
        checked(tomllib.loads(recipe), "list.toml")
    return stop.value


@pytest.mark.parametrize(
    ("recipe", "what"),
    [
        ("", "a recipe must tell which columns name the person"),
        ('nmae = "ФИО"\n' + NAME, "'nmae' has no meaning here"),
        ('[name]\nfull = "A"\nsurname = "B"', "give either 'full' or 'surname'"),
        ('[name]\nfull = "A"\norder = "any"', "order 'any' is not known"),
        ('ignored = ["ФИО"]\n' + NAME, "column 'ФИО' is both ignored and read"),
        ('header = "two"\n' + NAME, "'header' must be a number"),
        (NAME + "[[split]]\ncolumn = 'A'\npattern = '('", "the pattern '(' is not one"),
        (NAME + "[entries]\nskip = ['x']", "a register needs a pattern"),
        (NAME + '[[statements]]\nkind = "arest"', "there is no kind 'arest'"),
        (
            NAME + '[[statements]]\nkind = "birth"\nwhat = "A"',
            "the kind 'birth' takes no 'what'",
        ),
        (
            NAME + '[[statements]]\nkind = "birth"\nroles = { by = { column = "A" } }',
            "the kind 'birth' takes no role 'by'",
        ),
        (
            NAME + '[[statements]]\nkind = "birth"\nabout = "wife"',
            "nobody in the row is called 'wife'",
        ),
        (
            NAME + '[[statements]]\nkind = "birth"\n'
            'when = { column = "A", lookup = "dates" }',
            "there is no lookup 'dates'",
        ),
        (
            NAME + '[[statements]]\nkind = "birth"\nwhen = { constant = "soon" }',
            "the date 'soon' cannot be read",
        ),
        (
            NAME + '[[statements]]\nkind = "charge"\nwhat = "A"\nmodality = "asserted"',
            "what a charge alleges cannot be asserted: it is not a deed",
        ),
        (
            NAME + '[[people]]\nkey = "wife"\ncolumn = "A"',
            "who is 'wife' to the person of the row?",
        ),
    ],
)
def test_a_recipe_that_cannot_be_meant_is_refused(recipe: str, what: str) -> None:
    stop = refusal(recipe)
    assert isinstance(stop, BadRecipe)
    assert stop.what.startswith(what)
    assert stop.where.startswith("list.toml")


def test_all_faults_of_a_recipe_come_at_once() -> None:
    stop = refusal(NAME + 'order = "any"\n[[statements]]\nkind = "arest"\nwen = "A"')
    assert isinstance(stop, Several)
    assert stop.count == 3


@pytest.mark.parametrize("kind", kinds())
def test_only_kinds_that_allege_nothing_are_asserted_by_themselves(kind: str) -> None:
    recipe = f'{NAME}[[statements]]\nkind = "{kind}"\nwords = "A"'
    (rule,) = checked(tomllib.loads(recipe), "list.toml").statements
    alleging = rule.modality is Modality.CHARGED
    assert alleging == kinds()[kind].content


def test_a_surname_like_a_patronymic_tells_no_gender() -> None:
    assert gender_of("Анна Рабинович") is Gender.UNKNOWN
    assert gender_of("Анна Исааковна Рабинович") is Gender.FEMALE
