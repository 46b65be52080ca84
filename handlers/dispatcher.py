"""The one entry of all that people do, strictly one at a time.

handle     an update read into a call; what the store refuses is tried until it accepts
 └ serve   may this chat, may this person; a bug is confessed, never shown
    └ apply  ONE transaction: new? · the chat · the handler · its answers owed · the update remembered

What an update causes is stored together with its number: when Telegram brings it again after a crash, nothing
happens twice. Sending is not done here: answers are rows of the outbox.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

import structlog
from telegram import Update

from engine import Engine
from errors import StoreError
from handlers import arrivals, dialogs, speaking
from handlers.access import Standing, standing_of, told_of_ban, way_in
from handlers.call import (
    Call,
    Command,
    Desk,
    Entry,
    Membership,
    Migration,
    Policy,
    Registry,
    Reply,
    Said,
    Shared,
    Tap,
)
from handlers.courtesy import Courtesy
from handlers.links import Links
from handlers.reading import read
from handlers.rights import Rights
from handlers.speaking import Speaking
from locales import Catalogue
from matching.names import Names
from model import ChatKind, DeliveryKind, Message
from store import chats, deliveries, errands, managers, settings, troubles
from store.database import Connection, Database
from store.deliveries import OwedMessage
from store.troubles import Kind

_HANDLED = "handled_updates"
_REMEMBERED = 500  # updates; Telegram brings again what it has no word of, 100 at most
_TOASTS_WITHIN = 1.0  # seconds
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 30.0  # seconds between two tries of a store that refuses

_log = structlog.get_logger("handlers")


@dataclass(frozen=True, slots=True)
class Counter:
    """All that the dispatcher needs at hand."""

    database: Database
    engine: Engine
    catalogue: Catalogue
    registry: Registry
    rights: Rights
    courtesy: Courtesy
    policy: Policy
    names: Names
    clock: Callable[[], datetime]
    our_name: Callable[[], str]  # without "@"; known once Telegram has answered
    link_key: bytes  # by which links to watches are known as ours
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep


class _Verdict(Enum):
    """Whether a call is served."""

    SERVED = auto()
    MEMBER = auto()  # no administrator, and there is an answer for those
    IGNORED = auto()
    STRANGER = auto()
    BANNED = auto()
    ADMINS_ONLY = auto()
    RIGHTS_UNKNOWN = auto()
    SPEAKS_FOR_NOBODY = auto()  # no administrator of the chat that is spoken for


_REFUSALS = {
    _Verdict.STRANGER: "error-not-allowed",
    _Verdict.BANNED: "error-banned",
    _Verdict.ADMINS_ONLY: "error-admins-only",
    _Verdict.RIGHTS_UNKNOWN: "error-rights-unknown",
}


_SPEAKS = {True: _Verdict.SERVED, False: _Verdict.SPEAKS_FOR_NOBODY, None: _Verdict.RIGHTS_UNKNOWN}


class Dispatcher:
    """Takes updates one after the other; knows no command, only who handles it."""

    def __init__(self, counter: Counter) -> None:
        """Serve with what `counter` holds."""
        self._counter = counter
        rights = counter.rights
        self._speaking = Speaking(counter.database, rights, self._entry, counter.clock)
        self._tasks: set[asyncio.Task[None]] = set()

    async def handle(self, update: Update) -> None:
        """Do what the update asks for; returns when all of it is stored. Call it one at a time."""
        try:
            call = read(update, self._counter.our_name())
        except Exception:  # an update we cannot read must not stop those behind it
            _log.exception("an update could not be read", update=update.update_id)
            return
        if call is not None:
            await self._stubbornly(call)

    async def close(self) -> None:
        """Wait a moment for the toasts under way; nobody misses one that comes too late."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_TOASTS_WITHIN)

    async def _stubbornly(self, call: Call) -> None:
        wait, refused = _FIRST_WAIT, False
        while True:
            try:
                return await self._serve(call)
            except StoreError as error:
                if not refused:
                    _log.error("the store refuses an update; it waits", update=call.number, error=str(error))
                refused = True
            await self._counter.pause(wait)
            wait = min(wait * 2, _LONGEST_WAIT)

    async def _serve(self, call: Call) -> None:
        try:
            call = await self._speaking.about(call)
            verdict = await self._verdict(call)
            if verdict is _Verdict.IGNORED:
                return
            if verdict is _Verdict.SPEAKS_FOR_NOBODY:
                call = await self._speaking.looked(call)
            reply = await self._apply(call, verdict)
        except StoreError:
            raise
        except Exception as error:  # a bug of ours in one handler: said in the log, the others go on
            _log.exception("a handler failed", update=call.number, chat=call.place.id)
            reply = await self._confess(call, error)
        self._after(call, reply)

    def _after(self, call: Call, reply: Reply) -> None:
        if reply.messages:
            self._counter.engine.wake(None, "send")
        if reply.wake:
            self._counter.engine.wake(None, reply.wake)
        if isinstance(call.deed, Tap):
            self._aside(self._counter.courtesy.toast(call.deed.id, reply.toast))

    def _aside(self, courtesy: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(courtesy)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _verdict(self, call: Call) -> _Verdict:
        deed, place = call.deed, call.place
        if isinstance(deed, Membership | Migration):
            return _Verdict.SERVED
        if place.kind is not ChatKind.PRIVATE and not await self._meant(call):
            return _Verdict.IGNORED
        entry = self._entry(call)
        standing = await self._standing(call)
        if standing is Standing.BANNED:
            return _Verdict.BANNED
        if standing is Standing.STRANGER and not (entry is not None and entry.outside):
            return _Verdict.STRANGER
        if entry is not None and entry.anyone and call.subject is None:
            return _Verdict.SERVED
        verdict = await self._rights(call)
        proposes = verdict is _Verdict.ADMINS_ONLY and entry is not None and entry.members is not None
        here = call.place.crowded and call.subject is None and call.user_id
        return _Verdict.MEMBER if proposes and here else verdict

    async def _standing(self, call: Call) -> Standing:
        async with self._counter.database.read() as conn:
            return await standing_of(conn, self._counter.policy, call.subject or call.place.id, call.user_id)

    async def _meant(self, call: Call) -> bool:
        """Return whether something said among many is meant for Hark."""
        match call.deed:
            case Command():
                return self._entry(call) is not None
            case Said(_, to_us) if to_us:
                async with self._counter.database.read() as conn:
                    return bool(await dialogs.waiting(conn, call, self._counter.clock()))
            case Tap():
                return True
        return False

    def _entry(self, call: Call) -> Entry | None:
        """Return who handles the call; what is for operators alone is not there for anybody else."""
        entry = self._counter.registry.entry(call.deed)
        return entry if entry is not None and entry.serves(call, self._counter.policy) else None

    async def _rights(self, call: Call) -> _Verdict:
        """Anybody sees the buttons of a group or channel; a channel's posts are its administrators'."""
        if call.subject is not None:
            return _SPEAKS[await self._speaking.may(call)]
        if call.place.kind is ChatKind.PRIVATE or call.as_chat:
            return _Verdict.SERVED
        if call.place.kind is ChatKind.CHANNEL and not isinstance(call.deed, Tap):
            return _Verdict.SERVED
        if not call.user_id:
            return _Verdict.ADMINS_ONLY
        answer = await self._counter.rights.is_admin(call.place.id, call.user_id)
        if answer is None:
            return _Verdict.RIGHTS_UNKNOWN
        return _Verdict.SERVED if answer else _Verdict.ADMINS_ONLY

    async def _apply(self, call: Call, verdict: _Verdict) -> Reply:
        counter, now = self._counter, self._counter.clock()
        async with counter.database.begin() as conn:
            if not await _remember(conn, call.number):
                return Reply()
            if verdict in (_Verdict.SERVED, _Verdict.MEMBER):
                reply = await self._handled(conn, call, now, as_member=verdict is _Verdict.MEMBER)
            else:
                reply = await self._refusal(conn, call, verdict)
            await _owe(conn, call, reply, now)
        if isinstance(call.deed, Membership):
            counter.rights.forget(call.place.id)
        return reply

    async def _handled(self, conn: Connection, call: Call, now: datetime, *, as_member: bool) -> Reply:
        counter = self._counter
        if isinstance(call.deed, Migration):
            await arrivals.migrate(conn, call.deed)
            return Reply()
        chat = await arrivals.chat_of(conn, call, counter.catalogue, now)
        text = counter.catalogue.text_for(chat)
        links = Links(counter.our_name(), counter.link_key)
        desk = Desk(conn, text, now, chat, counter.policy, counter.catalogue, counter.names, links)
        if isinstance(call.deed, Membership):
            return await arrivals.changed(call, desk)
        if not as_member and self._administers(call):
            await managers.note(conn, call.user_id, call.place.id, now)
        if call.subject is not None and not isinstance(call.deed, Shared):
            return await self._spoken_for(call, desk, call.subject)
        return await self._done(call, desk, as_member=as_member)

    def _administers(self, call: Call) -> bool:
        """Whether somebody has just done what only an administrator may."""
        if call.place.kind is ChatKind.PRIVATE or call.as_chat or not call.user_id:
            return False
        entry = self._entry(call)
        return entry is not None and not entry.anyone

    async def _spoken_for(self, call: Call, desk: Desk, subject: int) -> Reply:
        """Do for another chat what is asked here; every answer comes here and says so."""
        about = await chats.find(desk.conn, subject)
        if about is None:
            return Reply(toast=desk.text.plain("error-old-button"))
        desk = replace(desk, chat=about, heard_by=desk.chat)
        here = (call.place.id, call.place.thread_id)
        call = replace(call, place=replace(call.place, thread_id=None))  # a topic of here is none of there
        async with errands.answered_in(desk.conn, subject, here):
            reply = await self._done(call, desk)
        return speaking.all_addressed(reply, desk)

    async def _done(self, call: Call, desk: Desk, *, as_member: bool = False) -> Reply:
        if isinstance(call.deed, Tap):
            entry = self._entry(call)
            return (
                Reply(toast=desk.text.plain("error-old-button"))
                if entry is None
                else await entry.handler(call, desk)
            )
        call = await dialogs.completed(call, desk)
        entry = self._entry(call)
        if entry is None:
            return Reply((Message(desk.text.html("error-unknown")),))
        handler = entry.members if as_member and entry.members else entry.handler
        return await handler(call, desk)

    async def _refusal(self, conn: Connection, call: Call, verdict: _Verdict) -> Reply:
        if verdict is _Verdict.SPEAKS_FOR_NOBODY:
            text = await arrivals.text_of(conn, call, self._counter.catalogue)
            return await speaking.refused(conn, call, text)
        return await self._refused(conn, call, _REFUSALS[verdict])

    async def _refused(self, conn: Connection, call: Call, key: str) -> Reply:
        text = await arrivals.text_of(conn, call, self._counter.catalogue)
        if key == _REFUSALS[_Verdict.BANNED] and not await told_of_ban(conn, call):
            return Reply()
        if isinstance(call.deed, Tap):
            return Reply(toast=text.plain(key))
        reply_to = call.message_id if call.place.crowded else None
        if key == _REFUSALS[_Verdict.STRANGER]:
            said = await way_in(conn, self._counter.policy, text, call.place.id)
            return Reply((replace(said, reply_to=reply_to),))
        return Reply((Message(text.html(key), reply_to=reply_to),))

    async def _confess(self, call: Call, error: Exception) -> Reply:
        now = self._counter.clock()
        async with self._counter.database.begin() as conn:
            if not await _remember(conn, call.number):
                return Reply()
            reply = await self._refused(conn, call, "error-internal")
            if isinstance(call.deed, Membership | Migration):
                reply = Reply()
            await troubles.note(conn, Kind.COMMAND, now, f"{type(error).__name__} · {_deed_name(call)}")
            await _owe(conn, call, reply, now)
        return reply


def _deed_name(call: Call) -> str:
    """Return what somebody did without what they said."""
    match call.deed:
        case Command(name):
            return f"/{name}"
        case Tap(_, name):
            return name
    return type(call.deed).__name__


async def _remember(conn: Connection, number: int) -> bool:
    """Note that an update is handled. Returns False when it was handled before.

    A number is no sign of age: a webhook may be called out of order, and after a week Telegram counts anew.
    """
    handled = (await settings.get(conn, _HANDLED)).split()
    if str(number) in handled:
        return False
    await settings.put(conn, _HANDLED, " ".join((*handled, str(number))[-_REMEMBERED:]))
    return True


async def _owe(conn: Connection, call: Call, reply: Reply, now: datetime) -> None:
    for message in reply.messages:
        owed = OwedMessage(call.place.id, DeliveryKind.ANSWER, message, call.place.thread_id)
        await deliveries.owe_message(conn, owed, now)
