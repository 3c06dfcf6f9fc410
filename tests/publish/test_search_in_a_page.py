import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright

from lives.publish.shards import Card, key_tables, shard_of, write_shards
from lives.reading.names_filed import (
    SHORTEST_START,
    keys,
    name_words,
    slips,
    sounds,
)
from lives.reading.names_scripts import plain_latin

SITE = Path(__file__).parents[2] / "src/lives/publish/site"
NAMES = [
    *("Trotsky", "Trotzky", "Троцкий", "Троцкая", "Yezhov", "Ежов", "Jeschow"),
    *("Dzierżyński", "Дзержинский", "Мандельштам", "Mandelsztam", "მანდელშტამი"),
    *("Щербаков", "Schtscherbakow", "Ёлкина", "Élodie", "Müller", "Ter-Vaganian"),
    *("Тер-Ваганян", "O'Brien", "Il'ich", "Ильич", "Ли", "Ким", "Św", "Çelik"),
    *("Bucharin", "Бухарин", "И.Н. Смирнов", "Œuvre", "ß", "Øre", "Ђилас"),
    *("Їжакевич", "Ѳеодоръ", "Joffe", "Иоффе", "Jacques", "Жак"),
    *("محمد", "孙文", "Λάμπρος", "Ъ", "ъ", "Ани"),
]
PAIRS = [
    ("trotzky", "троцкий"), ("tro", "trotsky"), ("и", "ivan"), ("smirnof", "смирнов"),
    ("mandelstam", "мандельштам"), ("abc", "xyz"), ("buharin", "bukharin"),
]  # fmt: skip


def agreement(asked: str, word: str) -> tuple[int, str]:  # noqa: PLR0911  # a way each
    """Compare two words in lower case as a page should: how well, and why in words."""
    ours, theirs = plain_latin(asked), plain_latin(word)
    sought, written = asked[:1].upper() + asked[1:], word[:1].upper() + word[1:]
    if min(len(asked), len(word)) == 1:
        same = bool(ours and theirs and ours[0] == theirs[0])
        return (2, f"the initial {min(sought, written, key=len)}") if same else (0, "")
    if asked == word:
        return 6, f"written {written}"
    if ours and ours == theirs:
        return 5, f"{written} is {sought} in other letters"
    if set(sounds(asked)) & set(sounds(word)):
        return 4, f"{written} sounds like {sought}"
    if len(ours) >= SHORTEST_START and theirs.startswith(ours):
        return 3, f"{written} begins with {sought}"
    if any(_one_slip(a, b) for a in sounds(asked) for b in sounds(word)):
        return 1, f"{written} is close to {sought}"
    return 0, ""


def _one_slip(one: str, other: str) -> bool:
    if not slips(one) or not slips(other):  # too short
        return False
    return not (slips(one) | {one}).isdisjoint(slips(other) | {other})


def in_javascript(expression: str, value: object) -> object:
    script = "\n".join(
        [
            (SITE / "search.js").read_text(encoding="utf-8"),
            f"livesTables({json.dumps(key_tables())});",
            f"const value = {json.dumps(value)};",
            "const {nameWords, sounds, keys, agreement, shardOf} = livesSearch;",
            f"const answer = JSON.stringify({expression});",
        ]
    )
    node = shutil.which("node")
    return json.loads(_in_node(node, script) if node else _in_chromium(script))


def _in_node(node: str, script: str) -> str:
    return subprocess.run(
        [node, "-"],
        input=f"{script}\nconsole.log(answer);",
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _in_chromium(script: str) -> str:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None and not os.environ.get("CI"):
        pytest.skip("neither Node nor Chromium is here to run a page's scripts")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        answer = browser.new_page().evaluate(f"() => {{ {script}\nreturn answer; }}")
        browser.close()
    return str(answer)


def test_a_page_reads_names_as_the_program_does() -> None:
    words = [word for name in NAMES for word in name_words(name)]
    assert in_javascript("value.map(nameWords)", NAMES) == [*map(name_words, NAMES)]
    assert in_javascript("value.map(sounds)", words) == [[*sounds(w)] for w in words]
    assert in_javascript("value.map(keys)", words) == [[*keys(w)] for w in words]


def test_a_page_gives_the_same_reasons_as_the_program() -> None:
    ours = [list(agreement(*pair)) for pair in PAIRS]
    assert in_javascript("value.map(p => agreement(...p))", PAIRS) == ours


@settings(max_examples=4, deadline=None)  # each starts a process, with 200 words
@given(
    st.lists(
        st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyzłśćżéö"),
        min_size=200,
        max_size=200,
    )
)
def test_whatever_the_letters_page_and_program_agree(words: list[str]) -> None:
    assert in_javascript("value.map(sounds)", words) == [[*sounds(w)] for w in words]
    shards = in_javascript("value.map(w => shardOf(w, 64))", words)
    assert shards == [shard_of(word, 64) for word in words]


@given(st.text("абвгдезиклмнопрстуabdefgiklmnoprstuvz", min_size=1, max_size=12))
def test_a_word_agrees_with_itself_and_is_filed_under_what_finds_it(word: str) -> None:
    assert agreement(word, word)[0] == (6 if len(word) > 1 else 2)
    assert {f"={sound}" for sound in sounds(word)} <= set(keys(word))


@given(st.text("abdegiklmnoprstv", min_size=6, max_size=10), st.integers(0, 5))
def test_a_word_with_a_letter_left_out_shares_a_key_when_it_is_close(
    word: str, left_out: int
) -> None:
    slip = word[:left_out] + word[left_out + 1 :]
    if agreement(slip, word)[0]:
        assert set(keys(slip)) & set(keys(word))
    assert all(len(s) == len(sound) - 1 for sound in sounds(word) for s in slips(sound))


@pytest.mark.parametrize("persons", [0, 1, 400, 801])
def test_everyone_is_filed_once_and_under_every_word(
    tmp_path: Path, persons: int
) -> None:
    cards = [Card(f"pe-{n}", f"Anna Lisova{n}", "", ("Анна",)) for n in range(persons)]
    write_shards(tmp_path, cards)
    filed = [
        row[0]
        for n in range(-(-persons // 400))
        for row in json.loads(
            (tmp_path / "p" / f"{n}.js").read_text()[:-3].split(",", 2)[2]
        )
    ]
    assert filed == [card.id for card in cards]


def test_words_are_filed_in_the_order_in_which_they_are_met(tmp_path: Path) -> None:
    names = "Zoya Pavlovna Abel", "Ekaterina Dolgova", "Maria Boldina Yurieva Luks"
    write_shards(tmp_path / "search", [Card("pe-1", names[0], "", names)])
    written = (tmp_path / "search" / "w" / "0.js").read_text(encoding="utf-8")
    places = [written.index(f'"{word}"') for n in names for word in name_words(n)]
    assert places == sorted(places)
