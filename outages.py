"""Sources that fail for long: one message to those whom it concerns, which says itself when it is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from engine import Engine
from handlers.sources_shown import source_name
from handlers.words import reason
from locales import Catalogue, Text
from model import (
    Chat,
    ChatKind,
    ChatState,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Failure,
    FailureReason,
    Message,
    Source,
)
from polling import OF_X_ITSELF
from store import chats, deliveries, outages, sources
from store.database import Connection, Database
from store.deliveries import OwedMessage
from store.outages import Outage

OUTAGES_EVERY = timedelta(seconds=30)
_NAMED = 20  # accounts in one message
_OUTAGE = timedelta(hours=1)  # shorter ones are blips that nobody wants to hear of

Render = Callable[[Text, Sequence[Source], datetime], Message]


@dataclass(frozen=True, slots=True)
class OutageTeller:
    """The step that tells of outages."""

    database: Database
    engine: Engine
    catalogue: Catalogue
    clock: Callable[[], datetime]
    operators: Sequence[int] = ()

    async def step(self) -> bool:
        """Tell once of sources that have failed for an hour, and in the same message of their end."""
        now = self.clock()
        async with self.database.begin() as conn:
            failing = await sources.untold_outages(conn, now - _OUTAGE)
            told = await self._tell_of_x(conn, [each for each in failing if _is_of_x(each)], now)
            told += await self._tell_of_feeds(conn, [each for each in failing if not _is_of_x(each)], now)
            healthy = [each.id for each in await sources.told_recoveries(conn)]
            await outages.end(conn, healthy, now)
            await sources.mark_told(conn, [each.id for each in told], told=True)
            await sources.mark_told(conn, healthy, told=False)
            late = await outages.unshown(conn)
            for number, some in late.items():
                await self._say_over(conn, number, some, now)
        if told or late:
            self.engine.wake(None, "send")
        return False

    async def _tell_of_x(self, conn: Connection, some: Sequence[Source], now: datetime) -> list[Source]:
        """Tell followers that X is not read; operators know it otherwise. Returns what was told of."""
        followed = await _followed(conn, some)
        concerned = {chat: mine for chat, mine in followed.items() if chat not in self.operators}
        await self._tell(conn, concerned, stop_message, now)
        told = {each.id for mine in concerned.values() for each in mine}
        return [each for each in some if each.id in told]

    async def _tell_of_feeds(self, conn: Connection, some: Sequence[Source], now: datetime) -> list[Source]:
        """Tell followers of their own sources, and operators of shared ones. Returns what was told of."""
        concerned = await _followed(conn, some)
        for operator in self.operators:
            concerned[operator] += [e for e in some if e.shared and e not in concerned[operator]]
        await self._tell(conn, concerned, outage_message, now)
        return list(some)

    async def _tell(
        self, conn: Connection, concerned: Mapping[int, Sequence[Source]], render: Render, now: datetime
    ) -> None:
        known = await chats.many(conn, concerned.keys())
        for chat_id, mine in concerned.items():
            chat = known.get(chat_id, Chat(chat_id, ChatKind.PRIVATE))
            if mine and chat.state is ChatState.ACTIVE:
                message = render(self._text(chat), mine, now)
                number = await deliveries.owe_message(
                    conn, OwedMessage(chat_id, DeliveryKind.NOTICE, message), now
                )
                await outages.add(conn, number, chat_id, mine, now)

    async def _say_over(self, conn: Connection, number: int, some: Sequence[Outage], now: datetime) -> None:
        """Let the message that told of an outage say that it is over; while it is on its way it waits."""
        told = await deliveries.find(conn, number)
        chat = await chats.find(conn, some[0].chat_id) or Chat(some[0].chat_id, ChatKind.PRIVATE)
        if told is not None and told.state is DeliveryState.SENDING:
            return
        names = {each.id: each for each in await sources.get_many(conn, [each.source_id for each in some])}
        message = _standing(self._text(chat), some, names, now)
        if message is not None and chat.state is ChatState.ACTIVE:
            await _say(conn, told, OwedMessage(chat.id, DeliveryKind.NOTICE, message), now)
        await outages.mark_shown(conn, number)

    def _text(self, chat: Chat) -> Text:
        return self.catalogue.text_for(chat)


async def _followed(conn: Connection, some: Sequence[Source]) -> defaultdict[int, list[Source]]:
    concerned: defaultdict[int, list[Source]] = defaultdict(list)
    for follow in await sources.follows_of(conn, {each.id for each in some}):
        concerned[follow.chat_id] += [each for each in some if each.id == follow.source_id]
    return concerned


async def _say(conn: Connection, told: Delivery | None, owed: OwedMessage, now: datetime) -> None:
    """Say it in the message that told of the outage; in a new one where that is forgotten."""
    if told is not None and told.message_id is None:
        await deliveries.reword(conn, told, owed.message)
        return
    place = None if told is None else told.message_id
    await deliveries.owe_message(
        conn, replace(owed, message=replace(owed.message, edit_message_id=place)), now
    )


def _standing(
    text: Text, some: Sequence[Outage], names: Mapping[int, Source], now: datetime
) -> Message | None:
    """Return what a message says now of the outages that it told, None when their sources are no more."""
    known = [(each, names[each.source_id]) for each in some if each.source_id in names]
    if not known:
        return None
    of_x = [each.failure.reason in OF_X_ITSELF for each, _ in known]
    failing = [_as_told(source, each) for each, source in known if each.ended is None]
    if all(of_x):
        return stop_message(text, failing, now) if failing else _stop_over(text, known, now)
    lines = [_over(text, each, source) for each, source in known if each.ended is not None]
    return Message("\n".join([*(_line(text, each, now) for each in failing), *lines]), silent=True)


def _as_told(source: Source, outage: Outage) -> Source:
    return replace(source, failing_since=outage.since, failure=outage.failure)


def outage_message(text: Text, some: Sequence[Source], now: datetime) -> Message:
    """Return one silent message that names each source, since when it fails and why."""
    return Message("\n".join(_line(text, each, now) for each in some), silent=True)


def stop_message(text: Text, some: Sequence[Source], now: datetime) -> Message:
    """Return one silent line, however many accounts there are, since what fails is X as a whole."""
    since = text.clock(some[0].failing_since or now)
    why = reason(text, some[0].failure or Failure(FailureReason.X_REFUSED))
    return _accounts(text, "accounts-failing-notice", some, since=since, reason=why)


def _stop_over(text: Text, known: Sequence[tuple[Outage, Source]], now: datetime) -> Message:
    since = min(each.since for each, _ in known)
    until = max(each.ended or now for each, _ in known)
    some = [source for _, source in known]
    return _accounts(text, "accounts-recovered-notice", some, length=_length(text, since, until))


def _accounts(text: Text, key: str, some: Iterable[Source], **facts: str) -> Message:
    names = [source_name(each) for each in some]
    html = text.html(key, names=", ".join(names[:_NAMED]), more=len(names[_NAMED:]), **facts)
    return Message(html, silent=True)


def _is_of_x(source: Source) -> bool:
    return source.failure is not None and source.failure.reason in OF_X_ITSELF


def _line(text: Text, source: Source, now: datetime) -> str:
    failure = source.failure or Failure(FailureReason.UNREACHABLE)
    since = text.clock(source.failing_since or now)
    name = source_name(source)
    return text.html("source-failing-notice", source=name, since=since, reason=reason(text, failure))


def _over(text: Text, outage: Outage, source: Source) -> str:
    return text.html(
        "source-recovered-notice",
        source=source_name(source),
        since=text.clock(outage.since),
        length=_length(text, outage.since, outage.ended or outage.since),
        reason=reason(text, outage.failure),
    )


def _length(text: Text, since: datetime, until: datetime) -> str:
    return text.duration(timedelta(minutes=max(1, round((until - since) / timedelta(minutes=1)))))
