"""`preview`: polls once, treats every entry as new, and shows what would be alerted and why. Keeps nothing.

sources ──▶ read ──▶ recognise ──▶ recent? ──▶ match ──▶ show
                      once each                          a line per item and watch, or the alert
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from rich.console import Console
from rich.text import Text

from commands import build, query_words, troubles
from commands.given import given, named_here
from commands.reading import Gauge, Read, configured, gauge, jobs, read_all, shown
from commands.showing import Alerts, JsonLines, Shower
from config import Settings
from errors import QueryError
from feeds.addresses import printable
from locales import Catalogue
from locales import Text as Messages
from matching.aliases import Table
from matching.context import Context
from matching.index import WatchIndex
from matching.names import Names
from matching.query import parse
from model import Document, Failure, Item, KnownItem, NamedHit, Source
from pipeline import Rules
from stories.batch import Listed, recognise_batch


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the queries, by their place the ids of the index, and what is too old."""

    queries: tuple[str, ...]
    index: WatchIndex
    rules: Rules


async def preview(
    settings: Settings,
    queries: Sequence[str],
    feeds: Sequence[str],
    as_json: bool,
    out: Console,
    err: Console,
) -> int:
    """Show on `out` what `queries` find in `feeds` (each defaults to the configuration's), the rest on `err`.

    Returns 0 when at least one feed was read, 1 when none was, 2 for a query that is none.
    """
    try:
        wanted = _wanted(queries or settings.watches, settings)
    except QueryError as error:
        err.print(Text(query_words.paragraph(error)), soft_wrap=True)
        return 2
    if not wanted.queries:
        err.print(
            "no watches: nothing is looked for (--watch, or watches: in the configuration)", soft_wrap=True
        )
    text = Catalogue.load().text("en")
    shower = JsonLines() if as_json else Alerts(out, text, build.now())
    async with build.readers(settings, build.now) as readers:
        sources = named_here(feeds) if feeds else configured(settings)
        work = given(sources, settings, readers) if feeds else jobs(sources, readers)
        if not feeds and settings.x.accounts and readers.x is None:
            err.print("X accounts are not read: x.bearer_token is not set", soft_wrap=True)
        with gauge(err, "reading sources", len(sources)) as progress:
            look = Look(wanted, Voice(shower, out, err, text, progress))
            try:
                await read_all(work, look.take)
            except* BrokenPipeError:  # whoever read the results has seen enough
                _silence(out)
            else:
                look.sum_up()
    return 0 if look.read else 1


def _silence(out: Console) -> None:
    """Let what is still to be flushed to a closed pipe go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, out.file.fileno())
    os.close(nowhere)


def _wanted(queries: Sequence[str], settings: Settings) -> Wanted:
    """Return the queries ready to be asked. Raises QueryError."""
    words = tuple(dict.fromkeys(queries))
    index = WatchIndex(Names(Table.load()))
    for number, query in enumerate(words):
        index.add(number, parse(query))
    return Wanted(words, index, Rules({}, settings.alerts.max_age))


@dataclass(frozen=True, slots=True)
class Voice:
    """Where everything is said, without disturbing the drawing of the progress."""

    shower: Shower
    out: Console
    err: Console
    text: Messages
    progress: Gauge

    def show(self, item: Item, hits: tuple[NamedHit, ...]) -> None:
        """Show an item that would be alerted, at once. Raises BrokenPipeError when nobody reads any more."""
        with self.progress.aside():
            self.out.file.write(self.shower.written(item, hits))
            self.out.file.flush()

    def say(self, sentence: str) -> None:
        """Say something that is no result."""
        with self.progress.aside():
            self.err.print(Text(sentence), soft_wrap=True)

    def complain(self, source: Source, failure: Failure) -> None:
        """Say why a source cannot be read."""
        self.say(f"{shown(source)}: {troubles.failure(failure, source, self.text)}")


class Look:
    """Takes in what was read: each item once, those that are recent, those that a watch hits."""

    def __init__(self, wanted: Wanted, voice: Voice) -> None:
        self.read = 0
        self._wanted = wanted
        self._voice = voice
        self._ids = count(1)
        self._known: dict[str, list[KnownItem]] = defaultdict(list)
        self._items = self._old = self._alerts = 0

    def take(self, read: Read) -> None:
        """Show what one source brings, or say why it brings nothing."""
        self._voice.progress.advance()
        if isinstance(read.outcome, Failure):
            self._voice.complain(read.source, read.outcome)
            return
        self.read += 1
        if isinstance(read.outcome, Document):
            self._ingest(named(read.source, read.outcome), read.outcome, build.now())

    def sum_up(self) -> None:
        """Say how much was read and shown."""
        old = f", {self._old} of them too old (alerts.max_age)" if self._old else ""
        read, items = _counted(self.read, "source"), _counted(self._items, "item")
        self._voice.say(f"{read} read, {items}{old}, {self._alerts} would be alerted")

    def _ingest(self, source: Source, document: Document, now: datetime) -> None:
        for item in self._new(source, document, now):
            self._items += 1
            if not self._wanted.rules.recent(item.entry, now):
                self._old += 1
            elif hits := self._hits(item):
                self._alerts += 1
                self._voice.show(item, hits)

    def _hits(self, item: Item) -> tuple[NamedHit, ...]:
        queries = self._wanted.queries
        found = self._wanted.index.match(item.entry, Context(item.source_name, item.found))
        return tuple(NamedHit(hit.watch_id, queries[hit.watch_id], hit.reasons) for hit in found)

    def _new(self, source: Source, document: Document, now: datetime) -> list[Item]:
        """Return the entries that are no item which this look has met already, oldest first."""
        listed = Listed.of(source, document)
        keys = listed.keys()
        kept = {known.id: known for key in keys for known in self._known.get(key, ())}
        seen = recognise_batch([listed], kept.values(), self._ids)
        fresh = [each for each in seen.sightings if each.known is None]
        for each in fresh:
            own = frozenset(each.keys.all())
            known = KnownItem(each.item_id, source.id, own, each.entry.published)
            for key in own:
                self._known[key].append(known)
        return [Item(each.item_id, source.id, source.name, each.entry, now) for each in fresh]


def named(source: Source, document: Document) -> Source:
    """Return the source under the name that an alert would show."""
    return replace(source, name=source.name or document.title or printable(source.address))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
