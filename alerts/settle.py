"""What becomes of a delivery that was not sent: one reaction for each way Telegram says no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from errors import (
    ChatMigrated,
    ChatUnavailable,
    FloodWait,
    MessageRefused,
    NoRight,
    SendError,
    SendFailed,
    SendUncertain,
    TokenRefused,
    TopicGone,
)
from model import Chat, ChatState, Delivery, DeliveryKind, Message
from store import chats, deliveries, managers, quiet, sources, troubles, watches
from store.database import Connection
from store.deliveries import OwedMessage
from store.troubles import Kind

_LONGEST_WAIT = timedelta(minutes=10)
_NO_RIGHT_WAIT = timedelta(hours=1)
_NO_RIGHT = "no right"
_MANAGERS = 5  # people who are told of a chat
_ATTEMPTS = 100  # with the back-off above: most of a day

_log = structlog.get_logger("send")


@dataclass(frozen=True, slots=True)
class Attempt:
    """A delivery that was tried, and how it ended."""

    taken: Delivery
    error: SendError
    now: datetime
    luck: float  # 0 to 1, spreads retries


Say = Callable[[Chat, str, str], Message]
"""Returns what a key of `locales/` says in a chat's language, of the chat called so."""


async def settle_error(conn: Connection, attempt: Attempt, say: Say) -> None:
    """Settle the row: put it back, hold it, or give it up loudly. Nothing else of the outbox waits for it."""
    match attempt.error:
        case FloodWait():
            await troubles.note(conn, Kind.FLOOD, attempt.now, str(attempt.error))
            until = attempt.now + timedelta(seconds=attempt.error.seconds + attempt.luck)
            await _wait_in_order(conn, attempt, until)
        case TopicGone() if attempt.taken.thread_id is not None:
            await _leave_thread(conn, attempt, attempt.taken.thread_id, say)
        case NoRight() | TopicGone():  # where General is closed too there is nowhere to go
            await _stay_silent(conn, attempt, say)
        case ChatUnavailable():
            await _lose_chat(conn, attempt, forever=attempt.error.forever)
        case ChatMigrated():
            await chats.migrate(conn, attempt.taken.chat_id, attempt.error.new_chat_id)
            await _put_back(conn, attempt, attempt.taken)
        case MessageRefused():
            await _give_up(conn, attempt)
        case _:
            await _try_later(conn, attempt)


async def _wait_in_order(conn: Connection, attempt: Attempt, until: datetime) -> None:
    """The whole chat waits, and only this chat; what comes up meanwhile stays behind what was refused."""
    await quiet.spare(conn, attempt.taken.chat_id, until, attempt.now)
    await _put_back(conn, attempt, attempt.taken, until)


async def _postpone(conn: Connection, attempt: Attempt, until: datetime) -> None:
    """All that the chat is owed waits; what comes up meanwhile is tried, for it may go well."""
    await deliveries.postpone_chat(conn, attempt.taken.chat_id, until)
    await _put_back(conn, attempt, replace(attempt.taken, due=until), until)


async def _stay_silent(conn: Connection, attempt: Attempt, say: Say) -> None:
    """Nothing can be said where Hark may not write: its administrators and the operator are told; once."""
    if await chats.tell_once(conn, attempt.taken.chat_id, _NO_RIGHT):
        await _tell_managers(conn, attempt.taken.chat_id, attempt.now, say)
        error = str(attempt.error)
        await troubles.note(conn, Kind.NO_RIGHT, attempt.now, error)
        _log.warning("Hark may not write in a chat; its alerts wait", chat=attempt.taken.chat_id, error=error)
    await _postpone(conn, attempt, attempt.now + _NO_RIGHT_WAIT)


async def _tell_managers(conn: Connection, chat_id: int, now: datetime, say: Say) -> None:
    """Tell in private who was lately seen to administrate a chat: they can give the right back."""
    silent = await chats.find(conn, chat_id)
    people = await chats.many(conn, await managers.of_chat(conn, chat_id, _MANAGERS))
    for each in people.values():
        if silent is not None and each.state in (ChatState.ACTIVE, ChatState.PAUSED):
            message = say(each, "chats-right-lost", silent.title)
            await deliveries.owe_message(conn, OwedMessage(each.id, DeliveryKind.NOTICE, message), now)


async def settle_right(conn: Connection, sent: Delivery, now: datetime, say: Say) -> bool:
    """Return whether a message that went out shows that Hark may write in its chat.

    Then what waited is due, and where Hark might not write before it says so.
    """
    if sent.message is not None and sent.message.edit_message_id is not None:
        return False
    await quiet.bring_forward(conn, sent.chat_id, now)
    if await chats.trouble_ends(conn, sent.chat_id, _NO_RIGHT):
        _log.info("Hark may write in a chat again", chat=sent.chat_id)
        await _tell(conn, sent.chat_id, "chats-right-back", now, say)
    return True


async def _tell(conn: Connection, chat_id: int, key: str, now: datetime, say: Say) -> None:
    chat = await chats.find(conn, chat_id)
    if chat is not None:
        await deliveries.owe_message(conn, OwedMessage(chat_id, DeliveryKind.NOTICE, say(chat, key, "")), now)


async def _leave_thread(conn: Connection, attempt: Attempt, thread_id: int, say: Say) -> None:
    """Everything meant for the topic goes to General, now and later; General is told once."""
    chat_id = attempt.taken.chat_id
    await watches.leave_thread(conn, chat_id, thread_id)
    await sources.leave_thread(conn, chat_id, thread_id)
    await deliveries.leave_thread(conn, chat_id, thread_id)
    if await chats.tell_once(conn, chat_id, f"topic {thread_id}"):
        await _tell(conn, chat_id, "chats-topic-closed", attempt.now, say)
    await _put_back(conn, attempt, replace(attempt.taken, thread_id=None))


async def _lose_chat(conn: Connection, attempt: Attempt, *, forever: bool) -> None:
    chat_id = attempt.taken.chat_id
    await deliveries.hold(conn, attempt.taken, str(attempt.error))
    await deliveries.hold_chat(conn, chat_id)
    await chats.set_state(conn, chat_id, ChatState.GONE if forever else ChatState.BLOCKED, attempt.now)
    await troubles.note(conn, Kind.LOST, attempt.now, str(attempt.error))
    _log.warning("chat cannot be reached, it is paused", chat=chat_id, error=str(attempt.error))


async def _try_later(conn: Connection, attempt: Attempt) -> None:
    again = later(attempt)
    if again is None:
        await _give_up(conn, attempt)
    elif isinstance(attempt.error, SendFailed | TokenRefused):  # whatever it is, it is not this message
        await _wait_in_order(conn, attempt, again.due)
    else:
        await _put_back(conn, attempt, again, again.due)


def later(attempt: Attempt) -> Delivery | None:
    """Return the delivery as it is tried again, None when it was tried often enough.

    Waits 1 s, doubling up to ten minutes. What may have arrived waits until the far end must have answered,
    and then says its number; an edit may be repeated without harm.
    """
    taken = attempt.taken
    if taken.attempts >= _ATTEMPTS:
        return None
    wait = min(timedelta(seconds=2 ** min(taken.attempts - 1, 12)), _LONGEST_WAIT)
    if not isinstance(attempt.error, SendUncertain):
        return replace(taken, due=attempt.now + wait * (1 + attempt.luck / 4))
    editing = taken.message is not None and taken.message.edit_message_id is not None
    wait = max(wait, quiet.UNCERTAIN_WAIT)
    return replace(taken, due=attempt.now + wait, uncertain=taken.uncertain or not editing)


async def _put_back(
    conn: Connection, attempt: Attempt, again: Delivery, until: datetime | None = None
) -> None:
    """Owe it again; due as it was, it goes before what came after it."""
    await deliveries.put_back(conn, again, str(attempt.error))
    _log.warning(
        "not sent, trying again",
        delivery=again.id,
        chat=again.chat_id,
        wait=round(((until or attempt.now) - attempt.now).total_seconds(), 1),
        error=str(attempt.error),
    )


async def _give_up(conn: Connection, attempt: Attempt) -> None:
    await deliveries.give_up(conn, attempt.taken, str(attempt.error))
    await troubles.note(conn, Kind.UNSENT, attempt.now, str(attempt.error))
    taken = attempt.taken
    _log.error("delivery given up", delivery=taken.id, chat=taken.chat_id, error=str(attempt.error))
