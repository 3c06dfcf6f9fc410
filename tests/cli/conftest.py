"""One small archive of made-up people, built once by the commands themselves."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from lives.cli.main import run

LIST = """\
ФИО,Год рождения,Арест,Обвинение,Приговор
Лобанов Иван Петрович,1889,05.03.1936,подготовка теракта,10 лет лагерей
Круглова Вера Ильинична,1901,1936,,ссылка
Круглов Пётр Ильич,1899,1936,,ссылка
Круглов Степан Львович,1880,1937,,ссылка
"""
RECIPE = """\
[name]
full = "ФИО"

[[statements]]
kind = "birth"
when = "Год рождения"

[[statements]]
kind = "arrest"
when = "Арест"

[[statements]]
kind = "charge"
what = "Обвинение"

[[statements]]
kind = "sentence"
what = "Приговор"
"""
REGISTER = """\
ФИО,Год рождения
Лобанов Иван Петрович,1892
"""
REGISTER_RECIPE = """\
[name]
full = "ФИО"

[[statements]]
kind = "birth"
when = "Год рождения"
"""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  # JSON is any of six types
        return json.loads(self.out)


Lives = Callable[..., Answer]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive nobody writes to; copies of it are for writing."""
    folder = tmp_path_factory.mktemp("built")
    for name, text in {
        "list.csv": LIST,
        "list-recipe.toml": RECIPE,
        "register.csv": REGISTER,
        "register-recipe.toml": REGISTER_RECIPE,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    archive = str(folder / "archive")
    assert run(["new", archive, "--title", "Made up", "--by", "anna"]) == 0
    for name, year in (("list", "1991"), ("register", "1994")):
        told = ["--title", name.title(), "--year", year, "--kind", "list"]
        recipe = ["--recipe", str(folder / f"{name}-recipe.toml")]
        file = str(folder / f"{name}.csv")
        assert run(["--archive", archive, "add", file, *recipe, *told]) == 0
    assert run(["--archive", archive, "build"]) == 0
    return folder / "archive"


@pytest.fixture
def archive(built: Path, tmp_path: Path) -> Path:
    """A copy of the built archive, to be changed."""
    return Path(shutil.copytree(built, tmp_path / "archive"))


@pytest.fixture
def lives(capsys: pytest.CaptureFixture[str]) -> Lives:
    """Run one command and say how it ended and what it said."""

    def command(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return command
