"""The session through which X is asked: one host, the token on every request, only good answers let in."""

from __future__ import annotations

from datetime import timedelta

import aiohttp
from aiohttp import hdrs
from yarl import URL

from feeds.x_json import Reply


class NotOk(Exception):
    """X answered with another status than 200: raised before tweepy, which would trip over some, sees it."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply.status))
        self.reply = reply


def opened(base_url: str, token: str, timeout: timedelta) -> aiohttp.ClientSession:
    """Return a session that sends every request, whatever host it names, to `base_url`; close it when done.

    `timeout` is that of a whole request. A redirect is an answer like another, it is never followed.
    """
    return aiohttp.ClientSession(
        middlewares=(_door(base_url.rstrip("/"), token),),
        timeout=aiohttp.ClientTimeout(total=timeout.total_seconds()),
        cookie_jar=aiohttp.DummyCookieJar(),
    )


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
