"""X's filtered stream by tweepy: one connection at a time, never made anew by itself, and its rules.

tweepy connects anew without a pause, names the host itself and hides why a stream ended. So each connection
is a client of its own, in a session whose middleware is the door (`x_door.py`), and ends with the stream.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import aiohttp
from tweepy import StreamRule
from tweepy.asynchronous import AsyncStreamingClient

from feeds.x import FIELDS
from feeds.x_answers import read_line
from feeds.x_door import TROUBLES, NotOk, failure_of, is_token, opened, reply_of
from feeds.x_json import Reply, objects, parsed, string
from feeds.x_line import Hears
from feeds.x_refusals import refusal
from feeds.x_rules import TAG, KeptRule
from model import Failure, FailureReason

SILENCE = timedelta(seconds=30)
"""How long nothing may come before the stream is taken for dead: X sends an empty line every 20 seconds."""

_DONE = (200, 201)
_RULE = ("id", "value", "tag")

Call = Callable[[AsyncStreamingClient], Awaitable[aiohttp.ClientResponse]]


class XStream:
    """Asks X for its stream and for its rules, with one bearer token; stores nothing, retries nothing."""

    def __init__(
        self,
        bearer_token: str,
        base_url: str,
        *,
        now: Callable[[], datetime],
        timeout: timedelta,
        silence: timedelta = SILENCE,
    ) -> None:
        """Let nothing come for `silence`, `timeout` for the rest."""
        self._token = bearer_token
        self._base_url = base_url
        self._now = now
        self._timeout = timeout
        self._silence = silence
        self._line: _Line | None = None

    async def rules(self) -> tuple[KeptRule, ...] | Failure:
        """Return the rules that X keeps: a free call, as those that change them are."""
        reply = await self._ask(lambda client: client.get_rules())
        if isinstance(reply, Failure):
            return reply
        body = parsed(reply.body)
        if not body.keys() & {"data", "meta"}:
            return Failure(FailureReason.BAD_RESPONSE, reply.status)
        found = (KeptRule(*(string(row, key) for key in _RULE)) for row in objects(body, "data"))
        return tuple(rule for rule in found if rule.id and rule.value)

    async def add(self, values: Sequence[str]) -> Failure | None:
        """Add rules under Hark's tag; X_REFUSED when X does not take one of them, and then none is added."""
        rules = [StreamRule(value=value, tag=TAG) for value in values]
        return _unless_done(await self._ask(lambda client: client.add_rules(rules)))

    async def delete(self, ids: Sequence[str]) -> Failure | None:
        """Delete rules; those that are gone already are no failure."""
        return _unless_done(await self._ask(lambda client: client.delete_rules(list(ids))))

    async def _ask(self, call: Call) -> Reply | Failure:
        if not is_token(self._token):
            return Failure(FailureReason.X_CREDENTIALS)
        client = AsyncStreamingClient("", return_type=aiohttp.ClientResponse)
        try:
            async with opened(self._base_url, self._token, self._timeout) as client.session:
                reply = await reply_of(await call(client))
        except NotOk as answer:
            reply = answer.reply
        except TROUBLES as error:
            return failure_of(error)
        return reply if reply.status in _DONE else _refusal(reply, self._now())

    async def listen(self, hears: Hears) -> Failure | None:
        """Connect, and tell `hears` what comes until the stream ends; return why, None: it was hung up.

        Raises what `hears` raises.
        """
        if not is_token(self._token):
            return Failure(FailureReason.X_CREDENTIALS)
        line = self._line = _Line(hears, self._now)
        async with opened(self._base_url, self._token, self._timeout, silence=self._silence) as line.session:
            task = line.filter(tweet_fields=FIELDS)
            try:
                await asyncio.wait({task})  # tweepy swallows a cancellation that it is awaited through
            finally:
                line.disconnect()
                await asyncio.wait({task})
        return line.why()

    def hang_up(self) -> None:
        """End the stream, if there is one."""
        if self._line is not None:
            self._line.disconnect()


class _Over(Exception):
    """The stream has ended."""

    def __init__(self, why: Failure | None) -> None:
        super().__init__()
        self.why = why


class _Line(AsyncStreamingClient):  # type: ignore[misc] # tweepy has no types
    """One connection; whatever tweepy would make of its end, it ends with an exception that is kept."""

    def __init__(self, hears: Hears, now: Callable[[], datetime]) -> None:
        super().__init__("", max_retries=0)
        self._hears = hears
        self._now = now
        self._ended: Exception = _Over(None)

    def why(self) -> Failure | None:
        """Return why it ended. Raises what was no trouble of X's."""
        match self._ended:
            case _Over(why=why):
                return why
            case NotOk(reply=reply):
                return _refusal(reply, self._now())
            case TimeoutError() | aiohttp.ClientError() | OSError() as error:
                return failure_of(error)
        raise self._ended

    async def on_connect(self) -> None:
        await self._hears.opened()

    async def on_data(self, raw_data: bytes) -> None:
        told = read_line(raw_data.decode("utf-8", errors="replace"), self._now())
        if isinstance(told, Failure):
            raise _Over(told)
        if told is not None and not await self._hears.post(told):
            raise _Over(None)

    async def on_closed(self, resp: aiohttp.ClientResponse) -> None:
        raise _Over(Failure(FailureReason.UNREACHABLE))

    async def on_connection_error(self) -> None:
        error = sys.exception()
        raise _Over(failure_of(error) if isinstance(error, Exception) else None)

    async def on_exception(self, exception: Exception) -> None:
        self._ended = exception

    async def on_keep_alive(self) -> None:
        """Do nothing: that something came is enough."""

    async def on_disconnect(self) -> None:
        """Do nothing: who listens is told by `why`."""


def _unless_done(reply: Reply | Failure) -> Failure | None:
    return reply if isinstance(reply, Failure) else None


def _refusal(reply: Reply, now: datetime) -> Failure:
    """Tell what a refusal means; one for another connection that is still there names no time to wait for."""
    if string(parsed(reply.body), "connection_issue") and reply.status == 429:
        return Failure(FailureReason.RATE_LIMITED, reply.status)
    told = refusal(reply, now)
    return told if isinstance(told, Failure) else Failure(FailureReason.X_REFUSED, reply.status)
