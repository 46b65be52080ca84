"""What keeps the house in order: the heartbeat, forgetting what is old, and telling of outages once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from engine import Engine
from errors import AlreadyRunning
from handlers.sources_shown import source_name
from handlers.words import reason
from locales import Catalogue, Text
from model import Chat, ChatKind, ChatState, DeliveryKind, Failure, FailureReason, Message, Source
from polling import OF_X_ITSELF
from store import chats, deliveries, items, settings, sources, watches
from store.database import Connection, Database

HEARTBEAT_EVERY = timedelta(seconds=10)
TIDY_EVERY = timedelta(minutes=10)
OUTAGES_EVERY = timedelta(seconds=30)
_NAMED = 20  # accounts in one message
_OUTAGE = timedelta(hours=1)  # shorter ones are blips that nobody wants to hear of

_log = structlog.get_logger("housekeeping")


@dataclass(frozen=True, slots=True)
class Housekeeper:
    """The steps that look after the store and after the sources' health."""

    database: Database
    engine: Engine
    catalogue: Catalogue
    clock: Callable[[], datetime]
    retention: timedelta
    stop: Callable[[AlreadyRunning], None]  # called when another Hark has the database
    operators: Sequence[int] = ()

    async def heartbeat(self) -> bool:
        """Write that this process is alive and alone. Returns False: once is enough. Raises StoreError."""
        try:
            await self.database.keep_alone()
        except AlreadyRunning as error:
            self.stop(error)
            return False
        async with self.database.begin() as conn:
            await settings.put(conn, "heartbeat", self.clock().isoformat())
        return False

    async def tidy(self) -> bool:
        """Forget what nobody has seen for the retention time. Returns whether there may be more."""
        before = self.clock() - self.retention
        async with self.database.begin() as conn:
            gone = await items.forget(conn, before, await items.listed(conn))
            await deliveries.forget(conn, before)
            await chats.forget_gone(conn, before)
            await watches.forget_deleted(conn)
            await sources.drop_unused(conn)
        await self.database.checkpoint()
        return gone > 0

    async def outages(self) -> bool:
        """Tell of sources that have failed for long, and of those that work again; each once."""
        now = self.clock()
        async with self.database.begin() as conn:
            failing = await sources.untold_outages(conn, now - _OUTAGE)
            healthy = await sources.told_recoveries(conn)
            stopped = await self._tell_of_x(conn, [each for each in failing if _is_of_x(each)], now)
            failing = [each for each in failing if not _is_of_x(each)]
            await self._tell(conn, failing, "source-failing-notice", now)
            await self._tell(conn, healthy, "source-recovered-notice", now)
            await sources.mark_told(conn, [each.id for each in (*failing, *stopped)], told=True)
            await sources.mark_told(conn, [each.id for each in healthy], told=False)
        if failing or healthy or stopped:
            self.engine.wake(None, "send")
        return False

    async def _tell_of_x(self, conn: Connection, some: Sequence[Source], now: datetime) -> list[Source]:
        """Tell followers that X is not read; operators know it from `stoppage`. Returns what was told of."""
        concerned: dict[int, list[Source]] = defaultdict(list)
        for follow in await sources.follows_of(conn, {each.id for each in some}):
            concerned[follow.chat_id] += [each for each in some if each.id == follow.source_id]
        known = await chats.many(conn, concerned.keys())
        for chat_id, mine in concerned.items():
            if (chat := known.get(chat_id)) is not None and chat.state is ChatState.ACTIVE:
                message = stop_message(self.catalogue.text(chat.language, chat.zone), mine, now)
                owed = deliveries.OwedMessage(chat_id, DeliveryKind.NOTICE, message)
                await deliveries.owe_message(conn, owed, now)
        told = {each.id for mine in concerned.values() for each in mine}
        return [each for each in some if each.id in told]

    async def _tell(self, conn: Connection, some: Sequence[Source], key: str, now: datetime) -> None:
        """Tell those whom it concerns: followers of their own source, operators of a shared one."""
        concerned: dict[int, list[Source]] = defaultdict(list)
        for follow in await sources.follows_of(conn, {each.id for each in some}):
            concerned[follow.chat_id] += [each for each in some if each.id == follow.source_id]
        for operator in self.operators:
            concerned[operator] += [e for e in some if e.shared and e not in concerned[operator]]
        known = await chats.many(conn, concerned.keys())
        for chat_id, mine in concerned.items():
            chat = known.get(chat_id, Chat(chat_id, ChatKind.PRIVATE))
            if mine and chat.state is ChatState.ACTIVE:
                message = outage_message(self.catalogue.text(chat.language, chat.zone), key, mine, now)
                owed = deliveries.OwedMessage(chat_id, DeliveryKind.NOTICE, message)
                await deliveries.owe_message(conn, owed, now)


def outage_message(text: Text, key: str, some: Sequence[Source], now: datetime) -> Message:
    """Return one silent message that names each source, since when it fails and why."""
    return Message("\n".join(_line(text, key, each, now) for each in some), silent=True)


def stop_message(text: Text, some: Sequence[Source], now: datetime) -> Message:
    """Return one silent line, however many accounts there are, since what fails is X as a whole."""
    names = ", ".join(source_name(each) for each in some[:_NAMED])
    more = len(some[_NAMED:])
    since = text.clock(some[0].failing_since or now)
    why = reason(text, some[0].failure or Failure(FailureReason.X_REFUSED))
    html = text.html("accounts-failing-notice", names=names, more=more, since=since, reason=why)
    return Message(html, silent=True)


def _is_of_x(source: Source) -> bool:
    return source.failure is not None and source.failure.reason in OF_X_ITSELF


def _line(text: Text, key: str, source: Source, now: datetime) -> str:
    failure = source.failure or Failure(FailureReason.UNREACHABLE)
    since = text.clock(source.failing_since or now)
    return text.html(key, source=source_name(source), since=since, reason=reason(text, failure))
