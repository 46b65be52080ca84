"""The session through which X is asked: one host, the token on every request, only good answers let in."""

from __future__ import annotations

import re
from datetime import timedelta

import aiohttp
from aiohttp import hdrs
from yarl import URL

from feeds.x_json import Reply
from model import Failure, FailureReason

_TOKEN = re.compile(r"[!-~]+")
_LINE = 2**19  # bytes; half of what a line of a stream may have: 25,000 characters, escaped, twice


class NotOk(Exception):
    """X answered with another status than 200: raised before tweepy, which would trip over some, sees it."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply.status))
        self.reply = reply


def opened(
    base_url: str, token: str, timeout: timedelta, *, silence: timedelta | None = None
) -> aiohttp.ClientSession:
    """Return a session that sends every request, whatever host it names, to `base_url`; close it when done.

    `timeout` is that of a whole request; with `silence` an answer may last for ever, unless nothing comes for
    so long. A redirect is an answer like another, it is never followed.
    """
    seconds = timeout.total_seconds()
    whole = aiohttp.ClientTimeout(total=seconds)
    if silence is not None:
        whole = aiohttp.ClientTimeout(total=None, connect=seconds, sock_read=silence.total_seconds())
    return aiohttp.ClientSession(
        middlewares=(_door(base_url.rstrip("/"), token),),
        timeout=whole,
        cookie_jar=aiohttp.DummyCookieJar(),
        read_bufsize=_LINE,
    )


def is_token(text: str) -> bool:
    """Tell whether `text` can be a bearer token: letters, digits and signs without spaces."""
    return _TOKEN.fullmatch(text) is not None


def failure_of(error: Exception) -> Failure:
    """Return what it means that X could not be asked."""
    if isinstance(error, TimeoutError):
        return Failure(FailureReason.TIMEOUT)
    if isinstance(error, aiohttp.ClientConnectionError | aiohttp.ClientPayloadError | OSError):
        return Failure(FailureReason.UNREACHABLE)
    return Failure(FailureReason.BAD_RESPONSE)


TROUBLES = (TimeoutError, aiohttp.ClientError, OSError)
"""What may go wrong between Hark and X."""


async def reply_of(response: aiohttp.ClientResponse) -> Reply:
    """Return the whole answer, read to its end."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    # not read(): it refuses once tweepy, which has read it all, has given the connection back
    return Reply(response.status, headers, await response.text("utf-8", errors="replace"))


def _door(base: str, token: str) -> aiohttp.ClientMiddlewareType:
    async def through(
        request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
    ) -> aiohttp.ClientResponse:
        request.url = URL(base + request.url.raw_path_qs, encoded=True)
        request.headers[hdrs.HOST] = request.url.host_port_subcomponent or ""
        request.headers[hdrs.AUTHORIZATION] = f"Bearer {token}"
        response = await handler(request)
        if response.status != 200:
            raise NotOk(await reply_of(response))
        return response

    return through
