"""A sign of life for people whom nothing was told for a week: that Hark reads on, and how much it read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine import Engine
from locales import Catalogue, Text
from model import Button, Chat, DeliveryKind, Message
from store import deliveries, silence
from store.database import Database
from store.deliveries import OwedMessage
from store.silence import Watched

QUIET_EVERY = timedelta(minutes=20)
_QUIET = timedelta(days=7)
_ALIVE = timedelta(hours=2)  # who has read nothing for longer has no right to say that all is well
_AT_ONCE = 50  # people


def message(text: Text, seen: Watched, now: datetime) -> Message:
    """Return the sign of life, with a button that ends such messages."""
    lines = [
        text.html(
            "quiet-week", sources=seen.sources, items=seen.entries, ago=text.ago(seen.last_read or now, now)
        )
    ]
    if seen.failing:
        lines.append(text.html("quiet-week-failing", failing=seen.failing))
    no_more = Button(text.plain("broadcast-no-more-button"), "nb:1:0")
    return Message("\n".join(lines), ((no_more,),), silent=True)


@dataclass(frozen=True, slots=True)
class QuietTeller:
    """The step that tells people after a quiet week that Hark is alive; what it owes begins the next week."""

    database: Database
    engine: Engine
    catalogue: Catalogue
    clock: Callable[[], datetime]

    async def step(self) -> bool:
        """Owe some of them a sign. Returns whether there may be more. Raises StoreError."""
        now = self.clock()
        async with self.database.begin() as conn:
            waiting = await silence.unspoken(conn, now - _QUIET, _AT_ONCE)
            told = 0
            for chat in waiting:
                seen = await silence.watched(conn, chat.id, now - _QUIET)
                if seen.last_read is not None and now - seen.last_read < _ALIVE:
                    said = message(self._text(chat), seen, now)
                    await deliveries.owe_message(conn, OwedMessage(chat.id, DeliveryKind.NOTICE, said), now)
                    told += 1
        if told:
            self.engine.wake(None, "send")
        return told == _AT_ONCE

    def _text(self, chat: Chat) -> Text:
        return self.catalogue.text_for(chat)
