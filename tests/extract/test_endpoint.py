"""A language model as a reader of entities, against a server of the same protocol.

The server runs on this machine and speaks HTTP; only the model behind it is a list.
"""

import itertools
import json
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.benches.command import answer, refuse
from lives.extract.endpoint.exchange import Named
from lives.extract.endpoint.finding import spans
from lives.extract.endpoint.reader import EndpointReader, endpoint_reader
from lives.extract.english.reader import Way
from lives.extract.named import Sort
from lives.model.errors import BadSettings, ReaderFailed
from lives.store.archive import Archive

# What a server does with a request: status, headers, body.
Reply = tuple[int, dict[str, str], bytes]
Act = Callable[[dict[str, Any]], Reply]
PERSONS = ("Ruslo", "Anna Petrova", "Pavel Orlov")
PLACES = ("Kazan",)


@dataclass(slots=True)
class Server:
    """A running server, what it was asked, and what it does next.

    Attributes:
        url: Where it is.
        asked: The bodies of all requests.
        headers: Their headers.
        acts: What it does with the next requests; after these it answers.
        always: What it does with all others.
    """

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    always: Act = field(default=lambda body: completion(marked(body)))

    @property
    def settings(self) -> dict[str, Any]:
        return {"url": self.url, "model": "small", "wait": 0.01, "retries": 2}


def sentences(body: dict[str, Any]) -> list[dict[str, Any]]:
    """What a request asks about."""
    found: list[dict[str, Any]] = json.loads(body["messages"][1]["content"])[
        "sentences"
    ]
    return found


def marked(body: dict[str, Any]) -> str:
    """Mark the names it knows in every sentence, as a good model would."""
    known = [(name, "person") for name in PERSONS] + [(p, "place") for p in PLACES]
    found = [
        {
            "number": sentence["number"],
            "entities": [
                {"text": name, "sort": sort}
                for name, sort in known
                if name in sentence["text"]
            ],
        }
        for sentence in sentences(body)
    ]
    return json.dumps({"sentences": found}, ensure_ascii=False)


def completion(content: str) -> Reply:
    """Wrap what a model says as the protocol wants it."""
    message = {"role": "assistant", "content": content}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
    }
    return 200, {}, json.dumps(body, ensure_ascii=False).encode()


def says(content: str) -> Act:
    return lambda _: completion(content)


def refuses(status: int, message: str = "no", **headers: str) -> Act:
    body = json.dumps({"error": {"message": message}}).encode()
    told = {key.replace("_", "-"): value for key, value in headers.items()}
    return lambda _: (status, told, body)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that runs while a test does."""
    running = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/chat/completions"
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            running.asked.append(body)
            running.headers.append(dict(self.headers))
            act = running.acts.pop(0) if running.acts else running.always
            status, headers, answer = act(body)
            self.send_response(status)
            for key, value in ({"Content-Length": str(len(answer))} | headers).items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        running.url = f"http://127.0.0.1:{http.server_port}/v1"
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield running
        http.shutdown()
        thread.join()


TEXT = (
    "They crossed the square with Ruslo. Anna Petrova was arrested in Kazan. "
    "Nobody was told. Pavel Orlov wrote to Anna Petrova. He heard Pavel\nOrlov speak."
)


def sliced(text: str) -> list[tuple[int, int]]:
    """Where sentences stand: after every full stop one ends."""
    ends = [at + 1 for at, character in enumerate(text) if character == "."]
    return list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))


def made(table: dict[str, Any]) -> EndpointReader:
    reader = endpoint_reader(table)
    assert isinstance(reader, EndpointReader)
    return reader


def reading(reader: EndpointReader, text: str = TEXT) -> list[list[tuple[str, str]]]:
    found = reader.read(text, sliced(text))
    return [[(text[s.start : s.end], s.sort.value) for s in one] for one in found]


EXPECTED = [
    [("Ruslo", "person")],
    [("Anna Petrova", "person"), ("Kazan", "place")],
    [],
    [("Pavel Orlov", "person"), ("Anna Petrova", "person")],
    [("Pavel\nOrlov", "person")],
]


def knowing(body: dict[str, Any]) -> Reply:
    """Answer with names as a model prints them, whatever parts their lines."""
    for sentence in (body := json.loads(json.dumps(body)))["messages"][1:]:
        sentence["content"] = sentence["content"].replace("\\n", " ")
    return completion(marked(body))


def test_names_are_found_where_they_stand(server: Server) -> None:
    server.always = knowing
    reader = made(server.settings)
    assert reader.version == "openai/small/1"
    assert reading(reader) == EXPECTED
    assert reader.remarks() == []
    (asked,) = server.asked
    assert asked["model"] == "small"
    assert asked["temperature"] == 0
    assert asked["response_format"]["type"] == "json_schema"
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert "Authorization" not in server.headers[0]


def test_only_sentences_in_which_a_name_may_stand_are_sent(server: Server) -> None:
    text = "nobody was told. they went with Ruslo. then nothing."
    assert reading(made(server.settings), text)[1] == [("Ruslo", "person")]
    (asked,) = server.asked
    assert [s["text"] for s in sentences(asked)] == ["they went with Ruslo."]


def test_a_long_text_is_sent_in_parts(server: Server) -> None:
    found = reading(made(server.settings), "Ruslo came. " * 50)
    assert found == [[("Ruslo", "person")]] * 50
    assert [len(sentences(asked)) for asked in server.asked] == [20, 20, 10]


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(refuses(429, "slow down", Retry_After="0.02"), id="too many"),
        pytest.param(refuses(429, Retry_After="Wed, 21 Oct 2026 07:28"), id="a date"),
        pytest.param(refuses(500), id="a fault of its own"),
        pytest.param(refuses(503), id="still loading"),
        pytest.param(lambda _: (200, {"Content-Length": "9000"}, b"{"), id="cut off"),
    ],
)
def test_a_server_that_is_busy_is_asked_again(server: Server, act: Act) -> None:
    server.always = knowing
    server.acts = [act, act]
    assert reading(made(server.settings)) == EXPECTED
    assert len(server.asked) == 3


def test_a_server_that_stays_busy_is_given_up(server: Server) -> None:
    server.always = refuses(503, "loading model")
    with pytest.raises(ReaderFailed, match=r"3 attempts: status 503: loading model"):
        reading(made(server.settings))
    assert len(server.asked) == 3


def test_a_server_that_is_not_there_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    table = {"url": f"http://localhost:{port}", "model": "m", "wait": 0, "retries": 1}
    with pytest.raises(ReaderFailed, match=r"2 attempts: .*refused"):
        reading(made(table))


def test_a_server_that_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        table = {"url": url, "model": "m", "timeout": 0.05, "retries": 0}
        with pytest.raises(ReaderFailed, match="timed out"):
            reading(made(table))


def test_a_key_goes_to_the_server_and_into_no_message(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_KEY", "sesame")
    server.always = refuses(401, "who are you?")
    with pytest.raises(ReaderFailed, match=r"401: who are you(.|\n)*key_env") as raised:
        reading(made(server.settings | {"key_env": "A_KEY"}))
    assert [headers["Authorization"] for headers in server.headers] == ["Bearer sesame"]
    assert "sesame" not in str(raised.value)


def test_without_its_key_nothing_is_sent(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("A_KEY", raising=False)
    with pytest.raises(ReaderFailed, match="A_KEY holds no key"):
        reading(made(server.settings | {"key_env": "A_KEY"}))
    assert server.asked == []


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_text_and_key_follow_no_redirection(server: Server, status: int) -> None:
    server.acts = [refuses(status, "gone", Location=f"{server.url}/chat/completions")]
    with pytest.raises(ReaderFailed, match=f"status {status}"):
        reading(made(server.settings))
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("offered", "forms"),
    [
        ("json_object", ["json_schema", "json_object", "json_object", "json_object"]),
        (None, ["json_schema", "json_object", None, None, None]),
    ],
)
def test_a_server_that_offers_no_schema_is_asked_without(
    server: Server, offered: str | None, forms: list[str | None]
) -> None:
    def choosy(body: dict[str, Any]) -> Reply:
        form = body.get("response_format", {}).get("type")
        if form != offered:
            return refuses(400, "response_format is not supported")(body)
        return completion(f"<think>{{?}}</think>```json\n{marked(body)}\n```")

    server.always = choosy
    found = reading(made(server.settings), "Ruslo came. " * 50)
    assert found == [[("Ruslo", "person")]] * 50
    asked = [body.get("response_format", {}).get("type") for body in server.asked]
    assert asked == forms


def test_a_server_that_rejects_every_form_is_told_with_its_words(
    server: Server,
) -> None:
    server.always = refuses(400, "no such model")
    with pytest.raises(ReaderFailed, match=r"rejects .* no such model"):
        reading(made(server.settings))


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda _: (200, {}, b"<html>"), id="a page"),
        pytest.param(lambda _: (200, {}, b"[3]"), id="a list"),
        pytest.param(lambda _: (200, {}, b'{"choices": []}'), id="no choice"),
        pytest.param(lambda _: (200, {}, b"\xff\xfe{"), id="no UTF-8"),
        pytest.param(says("I cannot help with that."), id="a refusal"),
        pytest.param(says('{"sentences": [{"number": "1"}]}'), id="no number"),
        pytest.param(says('{"sentences": [{"number": 99, "entities": []}]}'), id="99"),
        pytest.param(says('{"sentences": 3}'), id="no sentences"),
        pytest.param(says("[" * 5000), id="deep"),
        pytest.param(says('{"a":' * 50_000), id="deep objects"),
    ],
)
def test_what_is_no_answer_is_told_after_a_few_questions(
    server: Server, act: Act
) -> None:
    server.always = act
    with pytest.raises(ReaderFailed, match="not what it is asked for"):
        reading(made(server.settings), "Ruslo came. " * 50)
    assert len(server.asked) < 10


def test_an_answer_that_breaks_off_is_asked_for_in_smaller_parts(
    server: Server,
) -> None:
    def short(body: dict[str, Any]) -> Reply:
        return completion(marked(body)[:120])

    server.always = short
    reader = made(server.settings)
    assert reading(reader, "Ruslo came. " * 20) == [[("Ruslo", "person")]] * 20
    assert reader.remarks() == []


def test_a_question_that_is_too_long_is_asked_in_smaller_parts(
    server: Server,
) -> None:
    def narrow(body: dict[str, Any]) -> Reply:
        if len(sentences(body)) > 3:
            return refuses(400, "context length exceeded")(body)
        return completion(marked(body))

    server.acts = [lambda body: completion(marked(body))]
    server.always = narrow
    found = reading(made(server.settings), "Ruslo came. " * 50)
    assert found == [[("Ruslo", "person")]] * 50


def test_a_sentence_without_an_answer_is_asked_again_and_then_left_to_the_rules(
    server: Server,
) -> None:
    def stubborn(body: dict[str, Any]) -> Reply:
        told = json.loads(marked(body))
        told["sentences"] = [
            one
            for one, asked in zip(told["sentences"], sentences(body), strict=True)
            if "Orlov" not in asked["text"]
        ]
        return completion(json.dumps(told))

    server.always = stubborn
    reader = made(server.settings)
    text = "Ruslo came. Pavel Orlov went. Anna Petrova stayed."
    assert reading(reader, text) == [
        [("Ruslo", "person")],
        [],
        [("Anna Petrova", "person")],
    ]
    assert reader.remarks() == [
        "sentences for which openai/small/1 gave no answer, read by the rules alone: 1"
    ]
    with pytest.raises(ReaderFailed, match="no answer that can be used"):
        reading(reader, "Ruslo came. " + "Pavel Orlov went. " * 3)


def test_what_does_not_stand_in_the_sentence_is_left_out_and_counted(
    server: Server,
) -> None:
    named = [("Ruslo", "person"), ("Rus", "person"), ("Lenin", "person")]
    named += [("They", "pronoun"), ("", "person"), ("square with Rusla", "place")]
    entities = [{"text": words, "sort": sort} for words, sort in named]
    told = {"sentences": [{"number": 1, "entities": [*entities, 7, {}]}]}
    server.acts = [says(json.dumps(told))]
    reader = made(server.settings)
    text = "They crossed the square with Ruslo."
    assert reading(reader, text) == [[("Ruslo", "person")]]
    (remark,) = reader.remarks()
    assert remark.endswith("left out: 6")


def test_what_was_sent_to_another_machine_is_told() -> None:
    reader = made({"url": "https://models.example.org/v1", "model": "m"})
    reader.answered = 7
    assert reader.remarks() == ["7 sentences were sent to models.example.org"]


@given(
    st.text("aAb '’\n.", max_size=40),
    st.lists(
        st.builds(Named, st.text("aAb '’", max_size=5), st.sampled_from([*Sort, None])),
        max_size=6,
    ),
)
def test_whatever_is_given_what_is_found_stands_in_the_sentence(
    sentence: str, named: list[Named]
) -> None:
    def plain(words: str) -> str:
        return " ".join(words.replace("’", "'").split())

    found, _ = spans(sentence, 100, named)
    given_words = {plain(one.words) for one in named}
    for span in found:
        assert plain(sentence[span.start - 100 : span.end - 100]) in given_words
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_one_name_of_two_sorts_is_found_once_as_each() -> None:
    named = [Named("Kirov", Sort.PERSON), Named("Kirov", Sort.PLACE)]
    found, lost = spans("Kirov went to Kirov.", 0, named)
    assert ([span.sort for span in found], lost) == ([Sort.PERSON, Sort.PLACE], 0)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        pytest.param({}, "url", id="no url"),
        pytest.param({"url": "localhost:8080", "model": "m"}, "url", id="no scheme"),
        pytest.param({"url": "file:///etc", "model": "m"}, "url", id="a file"),
        pytest.param({"url": "http://[", "model": "m"}, "url", id="broken"),
        pytest.param({"url": "https://key@host", "model": "m"}, "url", id="a key"),
        pytest.param({"url": "http://host"}, "no model", id="no model"),
        pytest.param({"url": "http://host", "model": 3}, "model = 3", id="a number"),
        pytest.param({"key": "abc"}, "no key 'key'", id="a slip"),
        pytest.param({"timeout": -1}, "timeout = -1", id="negative"),
        pytest.param({"timeout": float("inf")}, "timeout = inf", id="endless"),
        pytest.param({"retries": 1.5}, "retries = 1.5", id="a part of an attempt"),
        pytest.param({"wait": True}, "wait = True", id="no number"),
    ],
)
def test_settings_that_cannot_be_understood_are_told(
    table: dict[str, Any], told: str
) -> None:
    with pytest.raises(BadSettings, match=told):
        made(table)


LIST = "Name,Born\nLobanov Ivan Petrovich,1889\n"
RECIPE = '[name]\nfull = "Name"\n[[statements]]\nkind = "birth"\nwhen = "Born"\n'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one text and, after it, one list, built by the rules."""
    folder = str(tmp_path / "archive")
    for name, text in {"a.txt": TEXT, "b.csv": LIST, "r.toml": RECIPE}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    recipe = ["--recipe", str(tmp_path / "r.toml")]
    ran("new", folder)
    ran("add", str(tmp_path / "a.txt"), "--language", "en", "--archive", folder)
    ran("build", "--archive", folder)
    ran("add", str(tmp_path / "b.csv"), *recipe, "--archive", folder)
    return Path(folder)


def ran(*arguments: str) -> Any:  # noqa: ANN401  # whatever the command answers
    status, said = answer(*arguments)
    assert status == 0
    return said


def choose(archive: Path, server: Server) -> None:
    lines = [f"{key} = {json.dumps(value)}" for key, value in server.settings.items()]
    chosen = 'title = "A test"\n[reading.english]\nentities = "openai"\n'
    chosen += "\n".join(["[reading.english.openai]", *lines])
    (archive / "archive.toml").write_text(chosen, encoding="utf-8")


def held(archive: Path) -> tuple[set[str], set[str]]:
    """By whom statements were read, and the names."""
    with Archive.open(archive) as opened:
        readers = {statement.reader for statement in opened.tables.statements()}
        return readers, {mention.text for mention in opened.tables.mentions()}


def test_an_archive_is_built_with_it_and_it_is_asked_once(
    server: Server, archive: Path
) -> None:
    ran("build", "--archive", str(archive))
    assert server.asked == []  # nobody chose it
    assert "Ruslo" not in held(archive)[1]
    choose(archive, server)
    server.always = knowing
    assert ran("build", "--archive", str(archive))["notices"] == []
    readers, names = held(archive)
    assert readers == {f"{Way(names=False).version}+openai/small/1", "columns/2"}
    assert {"Ruslo", "Anna Petrova"} <= names
    asked = len(server.asked)
    ran("build", "--archive", str(archive))
    assert len(server.asked) == asked
    ran("rebuild", "--archive", str(archive))
    assert held(archive) == (readers, names)


def test_if_it_fails_what_was_read_stands_and_lists_are_read_all_the_same(
    server: Server, archive: Path
) -> None:
    readers, names = held(archive)
    choose(archive, server)
    server.always = refuses(500, "out of memory")
    refused = refuse("build", "--archive", str(archive))
    assert (refused.status, refused.codes) == (20, ("EX05",))
    assert held(archive)[0] == readers | {"columns/2"}
    assert names < held(archive)[1]
    assert len(server.asked) == 3
    before = held(archive)
    assert refuse("rebuild", "--archive", str(archive)).codes == ("EX05",)
    assert held(archive) == before
    server.always = knowing
    ran("build", "--archive", str(archive))
    assert f"{Way(names=False).version}+openai/small/1" in held(archive)[0]
