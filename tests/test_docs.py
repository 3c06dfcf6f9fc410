"""The documentation tells the truth, or the build fails."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import click
import pytest

import lives
from lives.cli.main import cli
from lives.model.decision import DecisionKind
from lives.model.errors import LivesError
from lives.model.kinds import kinds
from lives.model.life import Severity, Status
from lives.model.source import Rights
from lives.model.statement import Modality, Standing
from lives.store.sqlite import sql

CONTEXT = click.Context(cli)
COMMANDS = {n: cli.get_command(CONTEXT, n) for n in cli.list_commands(CONTEXT)}
ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MODULES = sorted((ROOT / "src").rglob("*.py"))
WORDS = [
    word.value
    for words in (DecisionKind, Modality, Rights, Severity, Standing, Status)
    for word in words
]
QUESTIONS = sorted(
    path.name.removesuffix(".sql")
    for path in files("lives.store").joinpath("sql").iterdir()
)


def concrete(base: type[LivesError]) -> list[type[LivesError]]:
    below = [leaf for child in base.__subclasses__() for leaf in concrete(child)]
    return below + ([base] if base.code else [])


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("error", concrete(LivesError), ids=lambda e: e.__name__)
def test_every_error_is_explained_and_has_a_place_in_the_tree(
    error: type[LivesError],
) -> None:
    assert f"## {error.code} · {error.__name__}\n" in read(DOCS / "errors.md")
    tree = read(ROOT / "src/lives/model/errors.py").split('"""')[1]
    assert re.search(rf"\b{error.__name__}\b", tree)


def test_error_codes_are_given_once_and_exit_statuses_are_told() -> None:
    found = concrete(LivesError)
    assert len({error.code for error in found}) == len(found)
    told = set(re.findall(r"^\| (\d+) \|", read(DOCS / "errors.md"), re.MULTILINE))
    assert {str(error.exit_code) for error in found} <= told


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_answers_in_json(
    name: str,
) -> None:
    command = COMMANDS[name]
    assert command is not None
    assert command.help
    assert "Example:" in command.help
    assert f"lives {command.name}" in command.help
    assert "--json" in {name for p in command.params for name in p.opts}


def test_every_command_of_the_first_steps_and_of_messages_exists() -> None:
    told = "".join(read(path) for path in MODULES)
    told += "".join(read(path) for path in DOCS.rglob("*.md")) + read(
        ROOT / "README.md"
    )
    named = set(re.findall(r"['`]lives (?:--\w+ \S+ )?([a-z]+)\b", told))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("term", [*kinds(), *WORDS])
def test_every_kind_and_closed_word_is_in_the_glossary(term: str) -> None:
    assert f"| `{term}` |" in read(DOCS / "glossary.md")


def test_the_glossary_tells_each_kind_as_the_data_have_it() -> None:
    rows = dict(
        re.findall(
            r"^\| `(\w+)` \| .* \| ((?:before|during|after|any) \| \w* ?\|)$",
            read(DOCS / "glossary.md"),
            re.MULTILINE,
        )
    )
    for key, kind in kinds().items():
        mark = "alleges " if kind.content else "once " if kind.once else ""
        assert rows[key] == f"{kind.act} | {mark}|"


def test_nothing_is_left_for_later_in_the_code() -> None:
    bare = re.compile(r"\b(TODO|FIXME|XXX)\b")
    left = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in MODULES
        for number, line in enumerate(read(path).splitlines(), 1)
        if bare.search(line)
    ]
    assert left == []


def test_no_module_outgrows_a_reader() -> None:
    lengths = {str(path.relative_to(ROOT)): read(path).count("\n") for path in MODULES}
    assert {name: n for name, n in lengths.items() if n > 400} == {}


def test_no_module_is_named_for_nothing() -> None:
    vague = {"utils", "util", "helpers", "common", "misc", "manager"}
    assert vague.isdisjoint(path.stem for path in MODULES)


def test_every_stage_is_read_and_written_in_one_short_file() -> None:
    runs = {p.parent.name: read(p).count("\n") for p in MODULES if p.name == "run.py"}
    assert {"intake", "extract", "resolve", "compose", "publish"} <= set(runs)
    assert {name: n for name, n in runs.items() if n > 150} == {}


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_to_the_store_says_what_goes_in_and_what_comes_out(
    name: str,
) -> None:
    assert sql(name).startswith("-- ")
    assert re.search(r"^-- in: ", sql(name), re.MULTILINE)
    assert re.search(r"^-- out: ", sql(name), re.MULTILINE)


def test_architectural_decisions_are_numbered_without_gaps() -> None:
    papers = sorted((DOCS / "adr").glob("[0-9]*.md"))
    numbers = [int(paper.name[:4]) for paper in papers]
    assert numbers == list(range(1, len(numbers) + 1))
    for number, paper in zip(numbers, papers, strict=True):
        parts = ("Context", "Decision", "Consequences", "How we would notice that")
        assert read(paper).startswith(f"# {number}. ")
        assert all(f"\n## {part}" in read(paper) for part in parts)


def test_links_between_documents_lead_somewhere() -> None:
    lost = [
        f"{paper.relative_to(ROOT)}: {target}"
        for paper in [*DOCS.rglob("*.md"), ROOT / "README.md"]
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", read(paper))
        if not (paper.parent / target).exists()
    ]
    assert lost == []


def test_the_lock_holds_every_library_by_hash_and_no_place_to_fetch_it_from() -> None:
    lock = read(ROOT / "requirements.lock")
    assert "://" not in lock
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    wanted += project["build-system"]["requires"]
    for requirement in wanted:
        name = re.split(r"[^\w.-]", requirement)[0]
        assert re.search(
            rf"^{name}==\S+ (;.*)?\\\n    --hash=sha256:",
            lock,
            re.MULTILINE | re.IGNORECASE,
        )


def test_the_public_names_of_the_package_are_all_declared() -> None:
    folders = {path.stem for path in (ROOT / "src" / "lives").iterdir()}
    exported = {name for name in vars(lives) if not name.startswith("_")}
    assert exported - folders <= set(getattr(lives, "__all__", ()))
