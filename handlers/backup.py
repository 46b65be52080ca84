"""What a chat has at Hark as one JSON document, and its feeds as a list for other readers (OPML). Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from xml.sax.saxutils import quoteattr

from matching.choice import choice_from_json
from model import Chat, ChatState, Follow, FollowMode, OwnNames, Source, SourceKind, Watch

VERSION = 1
MOST = 1000
"""Lines of one kind that are read from a document."""

_SWITCHES = ("previews", "silent", "buttons", "news")


class NoBackup(ValueError):
    """What was given is no document of Hark's."""


@dataclass(frozen=True, slots=True)
class Kept:
    """All that a chat has."""

    chat: Chat
    watches: Sequence[Watch]
    names: Sequence[OwnNames]
    sources: Sequence[tuple[Source, Follow]]


@dataclass(frozen=True, slots=True)
class WatchLine:
    """A watch of a document."""

    query: str
    paused: bool = False
    muted_until: datetime | None = None
    off: tuple[str, ...] = ()  # names that are switched off
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source of a document."""

    kind: SourceKind
    address: str
    name: str = ""
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Backup:
    """What a document holds, as far as it could be read."""

    chat_id: int = 0
    watches: tuple[WatchLine, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    sources: tuple[SourceLine, ...] = ()
    language: str = ""
    zone: str | None = None
    switches: Mapping[str, bool] = field(default_factory=dict)

    @property
    def has_settings(self) -> bool:
        """Whether it says anything of how the chat wants it."""
        return bool(self.language or self.zone is not None or self.switches)


def document(kept: Kept, now: datetime) -> bytes:
    """Return the document, UTF-8, as people can read it too."""
    chat = kept.chat
    settings = {name: getattr(chat, name) for name in _SWITCHES}
    said = {
        "hark": VERSION,
        "exported": now.isoformat(timespec="seconds"),
        "chat": {"id": chat.id, "kind": chat.kind.value, "title": chat.title},
        "settings": {"language": chat.language, "zone": chat.zone}
        | settings
        | {"paused": chat.state is ChatState.PAUSED},
        "watches": [_watch(each) for each in kept.watches],
        "names": [list(each.names) for each in kept.names],
        "sources": [_source(source, follow) for source, follow in kept.sources],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _watch(watch: Watch) -> dict[str, object]:
    off = sorted(choice_from_json(watch.choice).off)
    muted = watch.muted_until
    return {
        "query": watch.query,
        "created": watch.created.isoformat(timespec="seconds"),
        **({"paused": True} if watch.paused else {}),
        **({"muted_until": muted.isoformat(timespec="seconds")} if muted else {}),
        **({"names_off": off} if off else {}),
        **({"topic": watch.thread_id} if watch.thread_id else {}),
    }


def _source(source: Source, follow: Follow) -> dict[str, object]:
    return {
        "kind": source.kind.value,
        "address": source.address,
        "name": source.name,
        "everything": follow.mode is FollowMode.EVERYTHING,
    }


def opml(kept: Kept) -> bytes:
    """Return the feeds of the chat as other readers take them, b"" when it has none."""
    feeds = [source for source, _ in kept.sources if source.kind is SourceKind.FEED]
    if not feeds:
        return b""
    lines = [
        f'  <outline type="rss" text={quoteattr(name)} xmlUrl={quoteattr(url)}/>'
        for name, url in ((each.name or each.address, each.address) for each in feeds)
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n <head><title>Hark</title></head>\n'
    return "\n".join((head + " <body>", *lines, " </body>\n</opml>\n")).encode()


def read_document(body: bytes) -> Backup:
    """Return what a document holds; lines that say nothing are passed over. Raises NoBackup."""
    try:
        said = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NoBackup("no JSON") from error
    if not isinstance(said, dict) or "hark" not in said:
        raise NoBackup("not of Hark")
    chat, settings = _group(said.get("chat")), _group(said.get("settings"))
    number = chat.get("id")
    return Backup(
        number if isinstance(number, int) else 0,
        tuple(_watches(said.get("watches"))),
        tuple(tuple(map(str, row)) for row in _list(said.get("names")) if isinstance(row, list)),
        tuple(_sources(said.get("sources"))),
        _words(settings.get("language")),
        _words(settings["zone"]) if "zone" in settings else None,
        {name: settings[name] is True for name in _SWITCHES if name in settings},
    )


def _watches(said: object) -> Iterator[WatchLine]:
    for each in _list(said):
        line = _group({"query": each} if isinstance(each, str) else each)
        query, topic = _words(line.get("query")), line.get("topic")
        if query:
            off = tuple(_words(name) for name in _list(line.get("names_off")))
            place = topic if isinstance(topic, int) else None
            yield WatchLine(query, line.get("paused") is True, _moment(line.get("muted_until")), off, place)


def _sources(said: object) -> Iterator[SourceLine]:
    kinds = {kind.value: kind for kind in SourceKind}
    for each in _list(said):
        line = _group(each)
        kind, address = kinds.get(_words(line.get("kind"))), _words(line.get("address"))
        if kind is not None and address:
            yield SourceLine(kind, address, _words(line.get("name")), line.get("everything") is True)


def _moment(said: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(_words(said))
    except ValueError:
        return None
    return found if found.tzinfo else None


def _group(said: object) -> dict[str, object]:
    return said if isinstance(said, dict) else {}


def _list(said: object) -> list[object]:
    return said[:MOST] if isinstance(said, list) else []


def _words(said: object) -> str:
    """Return a text without what no database keeps, "" for what is none."""
    if not isinstance(said, str):
        return ""
    return "".join(c for c in said if c != "\x00" and not "\ud800" <= c <= "\udfff").strip()
