"""Telling Hark's operators something, each in their language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from locales import Catalogue, Text
from model import Chat, ChatKind, ChatState, DeliveryKind, Message
from store import chats, deliveries
from store.database import Connection

Say = Callable[[Text], str | Message]
"""Returns HTML, or a whole message, in a language."""


@dataclass(frozen=True, slots=True)
class Operators:
    """Those whose X account pays, by their Telegram ids."""

    ids: Sequence[int]
    catalogue: Catalogue

    async def tell(self, conn: Connection, say: Say, now: datetime, *, silent: bool = False) -> None:
        """Owe each of them a notice, but those who blocked or paused Hark. Raises StoreError."""
        known = await chats.many(conn, set(self.ids))
        for operator in self.ids:
            chat = known.get(operator, Chat(operator, ChatKind.PRIVATE))
            if chat.state is ChatState.ACTIVE:
                said = say(self.catalogue.text(chat.language, chat.zone))
                message = said if isinstance(said, Message) else Message(said)
                owed = deliveries.OwedMessage(operator, DeliveryKind.NOTICE, replace(message, silent=silent))
                await deliveries.owe_message(conn, owed, now)
