"""Questions sent to an endpoint over HTTP, with patience for one that is busy."""

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import ip_address
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPRedirectHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

from lives.model.errors import ReaderFailed

_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504, 529))  # may pass: asked again
_NOT_SO = frozenset((400, 413, 422))  # not in this form, or not so much at once
_LONGEST_WAIT = 60.0  # seconds between two attempts
_LARGEST = 8 * 2**20  # bytes of an answer; what is longer is no answer
_SHOWN = 200  # characters of what a server says of its refusal


class Rejected(Exception):
    """The server answers, but not to a question in this form or of this length."""


class _Busy(Exception):
    """The server is busy or gone, and may come back.

    Attributes:
        wanted: Seconds for which it asks to be left alone; 0 if it does not.
    """

    def __init__(self, said: str, wanted: float = 0.0) -> None:
        super().__init__(said)
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where questions are sent.

    Attributes:
        url: Up to and without "/chat/completions".
        key_env: The environment variable that holds the key; "" if none is needed.
        timeout: Seconds without a sign from the server after which it is gone.
        retries: Attempts after the first, where a server is busy or gone.
        wait: Seconds before the first of these; doubled each time.
    """

    url: str
    key_env: str = ""
    timeout: float = 120.0
    retries: int = 4
    wait: float = 1.0

    @property
    def host(self) -> str:
        """Return the name of the machine."""
        return urlsplit(self.url).hostname or ""

    @property
    def here(self) -> bool:
        """Tell whether it is this machine, so that nothing sent leaves it."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:  # a name
            return self.host == "localhost"

    def ask(self, question: Mapping[str, Any]) -> Any:  # noqa: ANN401  # JSON is any of six types
        """Send a question and return the answer; None for one that is no JSON.

        Raises:
            Rejected: Not in this form, or not so much at once.
            ReaderFailed: It cannot be reached, refuses, or stays busy.
        """
        opener, request = self._opener(), self._request(question)
        last = _Busy("it was not asked")
        for attempt in range(self.retries + 1):
            if attempt:
                own = self.wait * 2 ** (attempt - 1)
                time.sleep(min(max(own, last.wanted), _LONGEST_WAIT))
            try:
                return self._once(opener, request)
            except _Busy as busy:
                last = busy
        raise ReaderFailed(
            f"the endpoint did not answer in {self.retries + 1} attempts: {last}",
            where=self.url,
            remedy="see whether the server runs and is not overloaded; then build "
            "again: what was read before stands",
        ) from last

    def _once(self, opener: OpenerDirector, request: Request) -> Any:  # noqa: ANN401  # JSON is any of six types
        try:
            with opener.open(request, timeout=self.timeout) as answer:
                data = answer.read(_LARGEST + 1)
                if answer.length and len(data) <= _LARGEST:  # more was promised
                    raise _Busy("the answer was cut off")
                return _json(data)
        except HTTPError as refusal:
            said = _said(refusal)
            if refusal.code in _NOT_SO:
                raise Rejected(said) from refusal
            if refusal.code not in _BUSY:
                raise self._refused(refusal.code, said) from refusal
            wanted = _seconds(refusal.headers.get("Retry-After"))
            raise _Busy(f"status {refusal.code}: {said}", wanted) from refusal
        except (OSError, HTTPException) as fault:  # gone, too slow, cut off
            raise _Busy(str(fault) or type(fault).__name__) from fault

    def _request(self, question: Mapping[str, Any]) -> Request:
        headers = {"Content-Type": "application/json", "User-Agent": "lives"}
        if self.key_env:
            # Read here, where it is sent, so that it is in no setting and no message.
            key = os.environ.get(self.key_env, "")
            if not key:
                raise ReaderFailed(
                    f"the environment variable {self.key_env} holds no key",
                    where=self.url,
                    remedy=f"set it: export {self.key_env}=...; or take key_env out "
                    "of archive.toml if the server asks for none",
                )
            headers["Authorization"] = f"Bearer {key}"
        data = json.dumps(question, ensure_ascii=False).encode()
        return Request(f"{self.url}/chat/completions", data, headers, method="POST")  # noqa: S310  # http and https only: see options

    def _opener(self) -> OpenerDirector:
        # What is meant for this machine goes through no proxy.
        proxies = [ProxyHandler({})] if self.here else []
        return build_opener(_Staying, *proxies)

    def _refused(self, status: int, said: str) -> ReaderFailed:
        remedies = {
            401: "see whether the key is right and key_env names its variable",
            403: "see whether the key may be used for this model",
            404: "see whether url ends as the server's manual says, most often in "
            "/v1, and whether the server has this model",
        }
        return ReaderFailed(
            f"the endpoint refuses with status {status}: {said}",
            where=self.url,
            remedy=remedies.get(status, "see what the server says"),
        )


class _Staying(HTTPRedirectHandler):
    """Follows no redirection: key and text go where the archive says, or nowhere."""

    def redirect_request(  # as urllib calls it
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,  # noqa: ANN401
        newurl: str,
    ) -> None:
        del req, fp, code, msg, headers, newurl


def _json(data: bytes) -> Any:  # noqa: ANN401  # JSON is any of six types
    try:
        return json.loads(data) if len(data) <= _LARGEST else None
    except (ValueError, RecursionError):  # the second: brackets without end
        return None


def _said(refusal: HTTPError) -> str:
    """Return what the server says of its refusal, in one line."""
    try:
        with refusal:
            text = refusal.read(_LARGEST).decode("utf-8", "replace")
    except (OSError, HTTPException):
        text = ""
    found = _json(text.encode())
    error = found.get("error", found) if isinstance(found, dict) else text
    said = error.get("message", error) if isinstance(error, dict) else error
    return " ".join(str(said).split())[:_SHOWN] or refusal.reason


def _seconds(wanted: str | None) -> float:
    """Return for how many seconds a server asks to be left alone."""
    try:
        return float(wanted or 0)
    except ValueError:  # a date
        return 0.0
