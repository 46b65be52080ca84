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

    async def tell(self, conn: Connection, say: Say, now: datetime, *, silent: bool = False) -> list[int]:
        """Owe each of them a notice, but those who blocked or paused Hark.

        Returns the numbers of the deliveries. Raises StoreError.
        """
        known = await chats.many(conn, set(self.ids))
        numbers = []
        for operator in self.ids:
            chat = known.get(operator, Chat(operator, ChatKind.PRIVATE))
            if chat.state is ChatState.ACTIVE:
                message = replace(self._said(chat, say), silent=silent)
                owed = deliveries.OwedMessage(operator, DeliveryKind.NOTICE, message)
                numbers.append(await deliveries.owe_message(conn, owed, now))
        return numbers

    async def amend(self, conn: Connection, numbers: Sequence[int], say: Say, now: datetime) -> list[int]:
        """Let what they were told say something else, without a sound.

        Returns the numbers of what is on its way right now and stays as it was. Raises StoreError.
        """
        late = []
        for number in numbers:
            told = await deliveries.find(conn, number)
            if told is None:
                continue
            chat = await chats.find(conn, told.chat_id) or Chat(told.chat_id, ChatKind.PRIVATE)
            message = replace(self._said(chat, say), silent=True, edit_message_id=told.message_id)
            if told.message_id is not None:
                owed = deliveries.OwedMessage(told.chat_id, DeliveryKind.NOTICE, message)
                await deliveries.owe_message(conn, owed, now)
            elif not await deliveries.reword(conn, told, message):
                late.append(number)
        return late

    def _said(self, chat: Chat, say: Say) -> Message:
        said = say(self.catalogue.text_for(chat))
        return said if isinstance(said, Message) else Message(said)
