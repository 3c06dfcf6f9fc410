"""What a language model is asked about sentences, and what it answers."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lives import packaged
from lives.extract.named import Sort

# How an answer in JSON is demanded, the strictest first; a server offers some of them.
FORMS = ("json_schema", "json_object", "")


@dataclass(frozen=True, slots=True)
class Named:
    """What a model says is named in a sentence.

    Attributes:
        words: As it gives them.
        sort: None for a sort that nobody asked about.
    """

    words: str
    sort: Sort | None


def question(model: str, texts: Sequence[str], form: str) -> dict[str, Any]:
    """Make the body of a request about some sentences.

    Args:
        model: As the server calls it.
        texts: The sentences.
        form: One of `FORMS`.
    """
    sentences = [{"number": n, "text": text} for n, text in enumerate(texts, 1)]
    asked = json.dumps({"sentences": sentences}, ensure_ascii=False)
    body: dict[str, Any] = {
        "model": model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": _data("instructions.txt")},
            {"role": "user", "content": asked},
        ],
    }
    if form:
        body["response_format"] = {"type": form}
    if form == FORMS[0]:
        schema = json.loads(_data("schema.json"))
        asked_for = {"name": "entities", "strict": True, "schema": schema}
        body["response_format"]["json_schema"] = asked_for
    return body


def answers(reply: object, count: int) -> dict[int, list[Named]]:
    """Read a reply: what is named in each sentence, by its position from 0.

    Sentences that it does not answer for, or not as was asked, are left out.

    Args:
        reply: What the server answered.
        count: How many sentences it was asked about.
    """
    found: dict[int, list[Named]] = {}
    for entry in _list(_content(reply), "sentences"):
        number = entry.get("number")
        if not (isinstance(number, int) and 1 <= number <= count):
            continue
        if isinstance(entry.get("entities"), list):
            found[number - 1] = list(_named(entry))
    return found


def _content(reply: object) -> Mapping[str, Any]:
    """Return the object in the text of a reply; {} where there is none."""
    try:
        text = reply["choices"][0]["message"]["content"]  # type: ignore[index]
        text = text.rpartition("</think>")[2]  # aloud, before it answers
        found, _ = json.JSONDecoder().raw_decode(text, text.index("{"))
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _named(entry: Mapping[str, Any]) -> Iterator[Named]:
    for entity in _list(entry, "entities"):
        sort = next((sort for sort in Sort if sort == entity.get("sort")), None)
        yield Named(str(entity.get("text") or ""), sort)


def _list(holder: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    found = holder.get(key)
    if isinstance(found, list):
        yield from (entry for entry in found if isinstance(entry, dict))


@cache
def _data(name: str) -> str:
    return packaged.text("lives.extract.endpoint", f"data/{name}")
