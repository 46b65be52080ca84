"""A loopback site with feeds that speak like real ones: entries appear, the site ails, moves, forgets.

    async with FeedServer() as site:
        feed = site.feed("/news.xml", title="News")
        feed.publish(title="CZ 回来了", text="赵长鹏 …")
        …
        assert feed.requests[0].headers["User-Agent"].startswith("Hark")

Only a listener on 127.0.0.1; the demo uses it too, so it needs nothing but what Hark runs on.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from time import monotonic
from typing import Self

from aiohttp import web

from tests.servers.feed_formats import CONTENT_TYPES, Format, Listing, Published, render


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it arrived."""

    path: str  # with its query
    headers: Mapping[str, str]
    at: float  # monotonic seconds
    peer: int  # the asker's port: the same for requests over one connection
    status: int = 0  # what was answered; 0 while the answer is still owed


@dataclass(slots=True)
class _Ailment:
    """What a feed answers instead of its document."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False


@dataclass(frozen=True, slots=True)
class _Rendered:
    source: Listing | bytes  # what it was made from
    body: bytes
    etag: str
    modified: datetime


class Feed:
    """One feed of a site. It is well until told otherwise, and lists the newest entry first."""

    def __init__(self, site: FeedServer, path: str, listing: Listing, form: Format) -> None:
        self.path = path
        self.form = form
        self.requests: list[Request] = []
        self.body: bytes | None = None  # served instead of the entries when set
        self.content_type = CONTENT_TYPES[form]
        self.headers: dict[str, str] = {}  # sent along
        self.conditional = True  # gives validators and honours them
        self.in_flight = 0
        self.most_in_flight = 0
        self.changed = asyncio.Condition()  # notified when a request arrives and when it is answered
        self._site = site
        self._listing = listing
        self._ailment = _Ailment()
        self._well = asyncio.Event()
        self._well.set()
        self._rendered: _Rendered | None = None

    @property
    def url(self) -> str:
        """Return the feed's absolute URL."""
        return self._site.url + self.path

    @property
    def entries(self) -> tuple[Published, ...]:
        """Return what the feed lists now, newest first."""
        return self._listing.entries

    def publish(
        self,
        title: str = "",
        text: str = "",
        *,
        link: str | None = None,
        guid: str | None = None,
        published: datetime | None = None,
        title_is_html: bool = False,
    ) -> Published:
        """List a new entry first and return it. Left out: a link and guid of its own, dated now."""
        number = self._site.next_number()
        entry = Published(
            title=title,
            text=text,
            link=f"{self._site.url}/entries/{number}" if link is None else link,
            guid=f"entry-{number}" if guid is None else guid,
            published=published or self._site.now(),
            title_is_html=title_is_html,
        )
        self.lists((entry, *self._listing.entries))
        return entry

    def lists(self, entries: tuple[Published, ...]) -> None:
        """List exactly these entries, in this order."""
        self._listing = replace(self._listing, entries=entries)

    def keeps(self, newest: int) -> None:
        """Drop all but the newest entries."""
        self.lists(self._listing.entries[:newest])

    def fails(self, status: int, retry_after: str | None = None) -> None:
        """Answer every request with this status until it heals."""
        headers = {} if retry_after is None else {"Retry-After": retry_after}
        self._ailment = _Ailment(status, headers)

    def hangs(self) -> None:
        """Accept requests and say nothing until it heals."""
        self._ailment = _Ailment(hangs=True)
        self._well.clear()

    def redirects_to(self, url: str, permanent: bool = False) -> None:
        """Send everyone to `url` until it heals."""
        self._ailment = _Ailment(301 if permanent else 302, {"Location": url})

    def heals(self) -> None:
        """Be well again; requests that hang are answered now."""
        self._ailment = _Ailment()
        self._well.set()

    async def asked(self, times: int) -> None:
        """Wait until so many requests have been answered in all."""
        async with self.changed:
            await self.changed.wait_for(lambda: sum(1 for one in self.requests if one.status) >= times)

    async def holds(self, requests: int) -> None:
        """Wait until so many requests are in flight at once."""
        async with self.changed:
            await self.changed.wait_for(lambda: self.in_flight >= requests)

    async def answer(self, request: web.BaseRequest) -> web.Response:
        """Answer one request and remember it."""
        index = len(self.requests)
        self.requests.append(_seen(request))
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            await self._notify()
            await self._well.wait()
            response = self._respond(request)
        finally:
            self.in_flight -= 1
        self.requests[index] = replace(self.requests[index], status=response.status)
        await self._notify()
        return response

    async def _notify(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    def _respond(self, request: web.BaseRequest) -> web.Response:
        if self._ailment.status:
            return web.Response(status=self._ailment.status, headers=self._ailment.headers)
        document = self._document()
        headers = {"Content-Type": self.content_type, **self.headers}
        if self.conditional:
            headers = {"ETag": document.etag, "Last-Modified": _http_date(document.modified), **headers}
            if _is_current(request.headers, document):
                return web.Response(status=304, headers=headers)
        return web.Response(body=document.body, headers=headers)

    def _document(self) -> _Rendered:
        rendered = self._rendered
        source = self._listing if self.body is None else self.body
        if rendered is None or rendered.source is not source:
            body = render(self._listing, self.form) if self.body is None else self.body
            etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            rendered = _Rendered(source, body, etag, self._site.now().replace(microsecond=0))
            self._rendered = rendered
        return rendered


class FeedServer:
    """A site on 127.0.0.1 with feeds and pages; everything else there is 404."""

    def __init__(self, clock: Callable[[], datetime] | None = None, port: int = 0) -> None:
        self.now = clock or (lambda: datetime.now(UTC))
        self.requests: list[Request] = []  # for pages and unknown paths; a feed keeps its own
        self._port = port
        self._feeds: dict[str, Feed] = {}
        self._pages: dict[str, tuple[str, str]] = {}
        self._numbers = 0
        self._runner: web.ServerRunner | None = None

    @property
    def url(self) -> str:
        """Return the site's address without a slash at its end; it is known once the site has started."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def port(self) -> int:
        """Return the port, 0 before the start when none was asked for."""
        return self._port

    def next_number(self) -> int:
        """Return a number that no entry of this site has yet."""
        self._numbers += 1
        return self._numbers

    def feed(self, path: str, title: str = "News", form: Format = Format.RSS) -> Feed:
        """Open a feed at `path` and return it."""
        listing = Listing(title=title, link=f"{self.url}/", entries=())
        feed = self._feeds[path] = Feed(self, path, listing, form)
        return feed

    def page(self, path: str, html: str, content_type: str = "text/html; charset=utf-8") -> str:
        """Serve a page at `path` and return its URL."""
        self._pages[path] = (html, content_type)
        return self.url + path

    async def start(self) -> None:
        """Listen; the port stays the same over stop and start."""
        runner = web.ServerRunner(web.Server(self._answer), shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._port).start()
        self._port = runner.addresses[0][1]
        self._runner = runner

    async def stop(self) -> None:
        """Close the listener and every connection, as a site that went down."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _answer(self, request: web.BaseRequest) -> web.Response:
        feed = self._feeds.get(request.path_qs) or self._feeds.get(request.path)
        if feed is not None:
            return await feed.answer(request)
        page = self._pages.get(request.path)
        status = 200 if page else 404
        self.requests.append(replace(_seen(request), status=status))
        if page is None:
            return web.Response(status=404)
        html, content_type = page
        return web.Response(body=html.encode(), headers={"Content-Type": content_type})


def _seen(request: web.BaseRequest) -> Request:
    transport = request.transport
    peer = transport.get_extra_info("peername")[1] if transport else 0
    return Request(request.path_qs, request.headers.copy(), monotonic(), peer)


def _is_current(headers: Mapping[str, str], document: _Rendered) -> bool:
    """Return whether the asker already has this document (RFC 9110 section 13.2.2)."""
    if "If-None-Match" in headers:
        return headers["If-None-Match"] == document.etag
    since = headers.get("If-Modified-Since")
    return since is not None and parsedate_to_datetime(since) >= document.modified


def _http_date(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)
