from pathlib import Path

import pytest

from lives.intake.language import language_of
from lives.intake.sidecar import Description, describe, is_sidecar, read_sidecar
from lives.intake.slug import SLUG, slug, slug_of_file, slug_of_work
from lives.model.errors import BadSidecar
from lives.model.source import Rights, SourceKind


def test_a_description_is_read_from_the_file_beside(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    beside = tmp_path / "letter.txt.toml"
    letter.write_text("Dear Vera", encoding="utf-8")
    beside.write_text(
        'title = "To Vera"\nauthor = ["A. Petrova", "B. Ilyin"]\nyear = 1929\n'
        'kind = "letter"\nrights = "own"\nderives_from = ["earlier-letter"]\n'
        'container-title = "Letters"\nlanguage = "en"\nwritten = "1929-05"\n',
        encoding="utf-8",
    )
    assert read_sidecar(letter) == Description(
        csl={
            "author": "A. Petrova; B. Ilyin",
            "container-title": "Letters",
            "issued": "1929",
            "title": "To Vera",
        },
        kind=SourceKind.LETTER,
        rights=Rights.OWN,
        language="en",
        derives_from=("earlier-letter",),
        written="1929-05",
    )
    assert is_sidecar(beside)
    assert not is_sidecar(letter)


def test_a_file_without_description_is_not_described(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "letter.txt") == Description()


def test_options_outrank_the_sidecar_field_by_field() -> None:
    sidecar = describe({"title": "A", "year": "1929", "kind": "book"}, where="x")
    options = describe({"title": "B", "rights": "open"}, where="y")
    both = options.over(sidecar)
    assert both.csl == {"title": "B", "issued": "1929"}
    assert (both.kind, both.rights) == (SourceKind.BOOK, Rights.OPEN)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"titel": "A"}, "'titel'.*\n.*\n.*title"),
        ({"kind": "novel"}, "choose one of: book, article"),
        ({"rights": "free"}, "public-domain"),
        ({"language": "in Russian"}, "language"),
        ({"id": "My Letters"}, "short-and-plain"),
        ({"written": "spring of 1929"}, "1937-03"),
        ({"written": "1938-02-31"}, "no date"),
        ({"year": "19x3"}, "1968"),
        ({"year": "undated"}, "1968"),
        ({"derives_from": 3}, "derives_from"),
        ({"derives_from": ["Not a slug"]}, "slug-of-a-source"),
        ({"title": {"a": 1}}, "plain"),
        ({"title": True}, "plain"),
    ],
)
def test_what_is_not_allowed_is_refused_with_what_is(
    fields: dict[str, object], message: str
) -> None:
    with pytest.raises(BadSidecar, match=message):
        describe(fields, where="x")


@pytest.mark.parametrize("year", ["1968", "about 1968", "1968-1970", "196X", "[1937]"])
def test_a_year_of_publication_may_be_written_as_on_the_title_page(year: str) -> None:
    assert describe({"year": year}, where="x").csl["issued"] == year


@pytest.mark.parametrize("content", [b"title = ", b"\xff\xfe\x00"])
def test_a_description_that_is_not_toml_is_refused(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.txt.toml").write_bytes(content)
    with pytest.raises(BadSidecar, match="TOML"):
        read_sidecar(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("Petrova, Anna; Li", "Зимний путь", "1929-05"), "petrova-zimnii-put-1929"),
        (("Anna Petrová", "The Long Way to the Far North", ""), None),
        (("", "Ёлка", "n.d."), "elka"),
    ],
)
def test_slugs_are_made_of_surname_title_and_year(
    parts: tuple[str, str, str], expected: str | None
) -> None:
    made = slug_of_work(*parts)
    assert made == (expected or "petrova-the-long-way-to-the-far")
    assert SLUG.fullmatch(made)


def test_a_slug_is_never_empty_or_odd() -> None:
    assert slug_of_file("文書.txt") == "source"
    assert slug_of_file("Список № 16 (копия).csv") == "spisok-no-16-kopiia"
    assert SLUG.fullmatch(slug("a" * 59, "b c"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("She was taken to the north with her son, and nobody knew of it.", "en"),
        ("Sie wurde mit ihrem Sohn nach dem Norden gebracht, und das war es.", "de"),
        ("Elle a été envoyée dans le nord avec son fils et ses livres.", "fr"),
        ("Fu mandata al nord con il figlio, e della sua sorte non si sa più.", "it"),
        ("Отправлена с сыном на север (see the list).", "ru"),
        ("Petrova A.; Ilyin B.; Li; Orlov", ""),
        ("1929", ""),
    ],
)
def test_the_language_is_told_by_script_and_small_words(
    text: str, language: str
) -> None:
    assert language_of(text) == language
