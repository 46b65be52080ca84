"""Alerts to render in tests, and what Telegram makes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from alerts.render import render_alert
from alerts.send import Alert
from locales import Catalogue
from matching.index import match_one
from matching.query import parse
from model import (
    Chat,
    ChatKind,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Entry,
    Item,
    Message,
    NamedHit,
)
from tests import loaded
from tests.servers.telegram_html import Entity, parse_html
from tests.servers.telegram_text import Formatted, finish

NOW = datetime(2026, 4, 17, 14, 3, tzinfo=UTC)
URL = "https://news.example/story?id=1&lang=en"


@cache
def shipped() -> Catalogue:
    """Give the messages that Hark ships."""
    return loaded.catalogue()


PRIVATE = Chat(1, ChatKind.PRIVATE)


@dataclass(frozen=True, slots=True)
class Scene:
    """Who gets an alert of what; the hits are found by the real matching."""

    entry: Entry
    queries: tuple[str, ...] = ("SamAltman",)
    source: str = "CoinDesk"
    chat: Chat = PRIVATE
    uncertain: bool = False
    found: datetime = NOW

    def alert(self) -> Alert:
        """Give the alert with the number 1234."""
        hits = tuple(
            NamedHit(number, query, match_one(parse(query), self.entry) or ())
            for number, query in enumerate(self.queries, 7)
        )
        delivery = Delivery(1234, self.chat.id, DeliveryKind.ALERT, DeliveryState.SENDING, NOW, hits=hits)
        item = Item(5, 3, self.source, self.entry, self.found)
        return Alert(1234, replace(delivery, uncertain=self.uncertain), item, self.chat)

    def message(self) -> Message:
        """Give the message as it is sent."""
        return render_alert(self.alert(), shipped().text(self.chat.language, self.chat.zone), NOW)

    def shown(self) -> Formatted:
        """Give what the chat shows, with what Telegram finds in it by itself. Asserts Telegram's limits."""
        return seen(self.message())


def seen(message: Message) -> Formatted:
    """Give what a chat shows of a message; asserts that Telegram takes it."""
    text, entities = parse_html(message.html)
    assert len(text) <= 4096
    assert len(entities) <= 100
    assert len(message.html.encode()) <= 32 * 1024
    return finish(text, entities)


def links(shown: Formatted) -> dict[str, str]:
    """Give where each linked text leads."""
    return {shown.of(entity): entity.url for entity in shown.entities if entity.type == "text_link"}


def entity(shown: Formatted, kind: str) -> Entity:
    """Give the first entity of a kind."""
    return next(found for found in shown.entities if found.type == kind)
