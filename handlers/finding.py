"""Finding what a person wants to follow, following it, and saying so; or asking which of several is meant."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from html import escape
from urllib.parse import urlsplit

from feeds.addresses import printable
from feeds.sites import About
from handlers.following import mode_buttons
from handlers.seeking import Choice, Found, Kept, Named, Seeker
from handlers.sources_shown import source_name
from handlers.words import label, reason
from locales import Text
from model import Button, Errand, FollowMode, Message, SourceKind
from store.database import Connection

_NAME_ROOM = 3000  # code points: so a message holds whatever else it says
_CHOICES = 8
_LONGEST_CHOICE = 300  # code points of an address, which the message must show whole


class Finding:
    """Does the errands of /follow."""

    def __init__(self, seeker: Seeker) -> None:
        """Look with `seeker`."""
        self._seeker = seeker

    async def work(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Find what the errand names; what is returned follows it and says so, inside a transaction."""
        kind, address = SourceKind(errand.payload["kind"]), errand.payload["address"]
        found = await self._seeker.seek(kind, address, choose="chosen" not in errand.payload)
        return partial(self._answer, found)

    async def _answer(
        self, found: Found | Choice | None, conn: Connection, errand: Errand, text: Text
    ) -> Message:
        """Follow what was found; what is said of it takes the place of a message that was tapped."""
        said = await self._follow(found, conn, errand, text)
        return replace(said, edit_message_id=int(errand.payload.get("edit") or 0) or None)

    async def _follow(
        self, found: Found | Choice | None, conn: Connection, errand: Errand, text: Text
    ) -> Message:
        """Let the chat follow what was found and return what to say about it."""
        if found is None:
            return Message(text.html("follow-x-off", name=f"@{errand.payload['address']}"))
        if isinstance(found, Choice):
            return _asked(text, found)
        if found.refused and found.failure is not None:
            is_x = found.wanted.kind is SourceKind.X
            name = found.wanted.name if is_x else printable(errand.payload["address"])
            why = reason(text, found.failure)
            return Message(text.html("follow-refused", name=label(name, _NAME_ROOM), reason=why))
        kept = await self._seeker.keep(conn, found, errand.chat_id, errand.thread_id)
        return Message(_told(text, kept), mode_buttons(text, kept.source.id))


def _asked(text: Text, choice: Choice) -> Message:
    """Return the question which feed is meant. Its address stands in <code>, where the button finds it."""
    feeds = [each for each in choice.feeds if len(each.url) <= _LONGEST_CHOICE][:_CHOICES]
    site = label(printable(choice.address).partition("://")[2].rstrip("/"))
    lines = [text.html("choice-asked", name=site)]
    rows = []
    for index, feed in enumerate(feeds):
        name = label(_title(text, feed))
        lines.append(
            f"{index + 1}. {escape(name, quote=False)}\n<code>{escape(feed.url, quote=False)}</code>"
        )
        rows.append((Button(f"{index + 1}. {name}", f"fc:{index}"),))
    return Message("\n".join(lines), tuple(rows))


def _title(text: Text, feed: Named) -> str:
    if feed.about is not About.ALL:
        return text.plain(f"choice-{feed.about.value}")
    parts = urlsplit(feed.url)
    return feed.title or parts.path.rstrip("/") or parts.netloc


def _told(text: Text, kept: Kept) -> str:
    source, before = kept.source, kept.before
    name = source_name(source)
    if kept.failure is not None:
        html = text.html("follow-ill", name=name, reason=reason(text, kept.failure))
    elif source.shared and before is not FollowMode.EVERYTHING:
        return text.html("follow-shared", name=name)  # it says what the buttons change
    elif before is not None:
        html = text.html(f"follow-again-{before.value}", name=name)
    else:
        html = text.html("follow-done", name=name)
    return f"{html}\n{text.html('follow-question')}"
