"""Following many sources at once, from words or from a list that was sent: one report, line by line."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape

from feeds.addresses import judge_url, printable
from feeds.opml import LONGEST, Opml, read_opml
from handlers.files import Files, FileTrouble
from handlers.seeking import Choice, Found, Kept, Seeker
from handlers.sources_shown import source_name
from handlers.words import fitting, label, reason
from locales import Text
from model import Document, Errand, Failure, Message, SourceKind
from store import sources
from store.database import Connection, Database

_SIDE_BY_SIDE = 16
_HELD = 16_000_000
_NAME = 60  # code points of a name in the report

Finish = Callable[[Connection, Errand, Text], Awaitable[Message]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what was asked for."""

    kind: SourceKind
    address: str
    title: str = ""

    @property
    def shown(self) -> str:
        """What the person recognises it by; what is secret in an address is masked."""
        if self.kind is SourceKind.X:
            return f"@{self.address}"
        return label(self.title or printable(self.address).partition("://")[2].rstrip("/"), _NAME)


@dataclass(frozen=True, slots=True)
class _Sought:
    """What became of one line so far; `found` None: an X account, and Hark has no access to X."""

    asked: Line
    found: Found | None


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked for, and what is said of the list itself."""

    sought: tuple[_Sought, ...]
    left_out: int = 0  # for want of room
    listed: Opml | None = None


@dataclass(slots=True)
class _Memory:
    """What the documents of one list may take together, in code points of text."""

    left: int

    def takes(self, document: Document) -> bool:
        """Tell whether a document is held until all are read."""
        size = sum(len(each.title) + len(each.text) for _, each in document.entries)
        if size > self.left:
            return False
        self.left -= size
        return True


@dataclass(frozen=True, slots=True)
class Many:
    """Does the errands that follow many sources. Reports to the chat that asked, and to nobody else."""

    database: Database
    seeker: Seeker
    files: Files
    limit_of: Callable[[int], int]  # how many sources a chat may have

    async def of_words(self, errand: Errand) -> Finish:
        """Find what the errand lists; what is returned follows it and reports."""
        asked = [Line(SourceKind(kind), address) for kind, address in json.loads(errand.payload["targets"])]
        return partial(self._report, await self.look(errand.chat_id, asked))

    async def of_file(self, errand: Errand) -> Finish:
        """Read the list that was sent and find what is in it; what is returned follows it and reports."""
        body = await self.files.fetch(errand.payload["file"], LONGEST)
        if isinstance(body, FileTrouble):
            return partial(_refuse, f"many-file-{body.value}")
        return await self.of_list(errand, body)

    async def of_list(self, errand: Errand, body: bytes) -> Finish:
        """Find what is in a list; what is returned follows it and reports."""
        listed = await asyncio.to_thread(read_opml, body)
        if listed is None or not listed.feeds:
            return partial(_refuse, "many-no-list" if listed is None else "many-empty-list")
        asked = [Line(SourceKind.FEED, each.url, each.title) for each in listed.feeds]
        looked = await self.look(errand.chat_id, asked)
        return partial(self._report, replace(looked, listed=listed))

    async def look(self, chat_id: int, asked: Sequence[Line]) -> Looked:
        """Look for as many as the chat has room for; what it follows already takes none."""
        async with self.database.read() as conn:
            own = {(each.kind, each.address) for each, _ in await sources.followed_by(conn, chat_id)}
        wanted, room = [], self.limit_of(chat_id) - len(own)
        for each in asked:
            known = (each.kind, _normal(each)) in own
            if known or room > 0:
                wanted.append(each)
                room -= not known
        gate, memory = asyncio.Semaphore(_SIDE_BY_SIDE), _Memory(_HELD)
        sought = await asyncio.gather(*(self._seek(each, gate, memory) for each in wanted))
        return Looked(tuple(sought), len(asked) - len(wanted))

    async def _seek(self, asked: Line, gate: asyncio.Semaphore, memory: _Memory) -> _Sought:
        async with gate:
            found = await self.seeker.seek(asked.kind, asked.address, choose=False)
        if isinstance(found, Choice) or found is None:
            return _Sought(asked, None)
        if isinstance(found.outcome, Document) and not memory.takes(found.outcome):
            return _Sought(asked, replace(found, outcome=None))  # its first poll reads it again
        return _Sought(asked, found)

    async def _report(self, looked: Looked, conn: Connection, errand: Errand, text: Text) -> Message:
        """Follow what was found and say what worked and what did not."""
        return (await self.keep(looked, conn, errand, text)).message(
            looked.listed, self.limit_of(errand.chat_id)
        )

    async def keep(self, looked: Looked, conn: Connection, errand: Errand, text: Text) -> Report:
        """Follow what was found and return what worked and what did not."""
        room = self.limit_of(errand.chat_id) - len(await sources.followed_by(conn, errand.chat_id))
        report = Report(text, looked.left_out)
        for each in looked.sought:
            if each.found is None:
                report.wrong.append(text.html("many-no-x", name=each.asked.shown))
            elif each.found.refused:
                report.goes_wrong("many-refused", each, each.found.failure)
            elif await _is_followed(conn, errand.chat_id, each.found):
                report.again += 1
            elif room < 1:
                report.left_out += 1
            else:
                room -= 1
                kept = await self.seeker.keep(conn, each.found, errand.chat_id, errand.thread_id)
                report.is_kept(each, kept)
        return report


@dataclass(slots=True)
class Report:
    """What worked and what did not."""

    text: Text
    left_out: int
    followed: int = 0
    again: int = 0
    good: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def is_kept(self, each: _Sought, kept: Kept) -> None:
        """Note that a source is followed now."""
        self.followed += 1
        if kept.failure is not None:
            self.goes_wrong("many-ill", each, kept.failure)
            return
        name = source_name(kept.source) if kept.source.name else each.asked.shown
        self.good.append(f"✓ {escape(name, quote=False)}")

    def goes_wrong(self, key: str, each: _Sought, failure: Failure | None) -> None:
        """Note why a source cannot be read."""
        why = "" if failure is None else reason(self.text, failure)
        self.wrong.append(self.text.html(key, name=each.asked.shown, reason=why))

    def message(self, listed: Opml | None, limit: int) -> Message:
        """Return the report: what went wrong first, since that may want a hand."""
        text, ends = self.text, []
        if self.again:
            ends.append(text.html("many-again", count=self.again))
        if self.left_out:
            ends.append(text.html("many-full", count=self.left_out, limit=limit))
        if listed is not None and listed.repeated:
            ends.append(text.html("many-repeated", count=listed.repeated))
        if listed is not None and (listed.more or listed.broken):
            ends.append(text.html("many-broken" if listed.broken else "many-more"))
        ends.append(text.html("many-words"))
        first = text.html("many-done", count=self.followed)
        return Message(fitting([first, *self.wrong, *self.good], after=ends))


def _normal(asked: Line) -> str:
    if asked.kind is SourceKind.X:
        return asked.address.lower()
    target = judge_url(asked.address)
    return asked.address if isinstance(target, Failure) else target.address


async def _is_followed(conn: Connection, chat_id: int, found: Found) -> bool:
    own = await sources.followed_by(conn, chat_id)
    return (found.wanted.kind, found.wanted.address) in {(each.kind, each.address) for each, _ in own}


async def _refuse(key: str, conn: Connection, errand: Errand, text: Text) -> Message:
    return Message(text.html(key))
