"""What `[reading.english.openai]` of `archive.toml` may say."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from urllib.parse import urlsplit

from lives.extract.endpoint.client import Endpoint
from lives.model.errors import BadSettings

_WHERE = "archive.toml, [reading.english.openai]"
_NUMBERS = ("timeout", "retries", "wait")

_MOST = 86_400  # seconds, or attempts


def options(table: Mapping[str, Any]) -> tuple[Endpoint, str]:
    """Return the endpoint and the model that a table names.

    Raises:
        BadSettings: It cannot be understood.
    """
    known = ["model", *(field.name for field in fields(Endpoint))]
    for key, value in table.items():
        if key not in known:
            raise _bad(f"there is no key {key!r}", f"there are: {', '.join(known)}")
        if not _fits(key, value):
            form = (
                f"a number from 0 to {_MOST}"
                if key in _NUMBERS
                else "in quotation marks"
            )
            raise _bad(f"{key} = {value!r} cannot be read", f"write it as {form}")
    told = {key: value for key, value in table.items() if key != "model"}
    url = _address(told.pop("url", ""))
    model = table.get("model", "")
    if not model:
        raise _bad("no model is named", "write model = as the server calls it")
    return Endpoint(url, **told), model


def _fits(key: str, value: object) -> bool:
    if key not in _NUMBERS:
        return isinstance(value, str)
    if isinstance(value, bool) or (key == "retries" and isinstance(value, float)):
        return False
    return isinstance(value, int | float) and 0 <= value <= _MOST


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        whole = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:
        whole = None
    if not whole or "@" in url:
        raise _bad(
            f"url = {url!r} is no address of an endpoint",
            'write it whole and without a key, such as "http://localhost:8080/v1"',
        )
    return url.rstrip("/").removesuffix("/chat/completions")


def _bad(what: str, remedy: str) -> BadSettings:
    return BadSettings(what, where=_WHERE, remedy=remedy)
