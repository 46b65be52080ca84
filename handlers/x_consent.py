"""Asking the operators for what costs money: one tap asks them, one tap of theirs answers.

a price, told to somebody who is no operator ── [Ask an operator] ──▶ each operator: whose wish, its price
    [Allow] [Refuse] ──▶ done, or not: the chat is told, and what the operators were asked says so itself
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from accounts.operators import Operators
from handlers.call import Call, Desk, Registry, Reply
from handlers.following import mode_buttons
from handlers.sources_shown import source_name
from handlers.speaking import addressed
from handlers.words import label
from locales import Text
from model import Button, Chat, ChatKind, DeliveryKind, FollowMode, Message
from store import chats, consents, deliveries, managers, sources, watches
from store.consents import Consent, Wish
from store.database import Connection
from store.deliveries import OwedMessage

_AGAIN = timedelta(days=1)  # after a refusal, before the same may be asked again
_WAITING = 5  # wishes of one chat that wait for an answer
_MANAGERS = 5  # of a channel, who hear what became of its wish


@dataclass(frozen=True, slots=True)
class _Wished:
    """What is wished for, while it still is."""

    kind: str  # "watch" or "follow", as the messages are called
    name: str  # of the watch or of the account


def register(registry: Registry) -> None:
    """Let people ask, and operators answer."""
    registry.tap("xa", ask)
    registry.tap("xo", decide)


async def with_a_way(conn: Connection, said: Message, wish: Wish, text: Text, now: datetime) -> Message:
    """Return what was said of a price with the button that asks the operators, or why there is none."""
    found = await consents.offer(conn, wish, now - _AGAIN, now)
    if found.decided is not None:
        return replace(said, html=f"{said.html}\n{text.html('consent-refused-lately')}")
    if found.asked is not None:
        return replace(said, html=f"{said.html}\n{text.html('consent-waits')}")
    button = Button(text.plain("consent-button"), f"xa:{found.id}")
    return replace(said, buttons=(*said.buttons, (button,)))


async def ask(call: Call, desk: Desk) -> Reply:
    """Ask the operators, once; the message that named the price says so."""
    text = desk.text
    found = await consents.find(desk.conn, call.number_at(0))
    mine = found if found is not None and found.wish.chat_id == desk.chat.id else None
    wished = None if mine is None else await _wished(desk.conn, mine.wish)
    if mine is None or wished is None:
        return Reply(toast=text.plain("consent-gone"))
    if mine.asked is not None:
        return Reply(toast=text.plain("consent-waits" if mine.decided is None else "consent-decided"))
    if await consents.waiting(desk.conn, desk.chat.id) >= _WAITING:
        return Reply(toast=text.plain("consent-many"))
    told = await _operators(desk).tell(
        desk.conn, lambda theirs: _request(theirs, mine, wished, _title(desk.chat)), desk.now
    )
    if not told:
        return Reply(toast=text.plain("consent-unreachable"))
    await consents.mark_asked(desk.conn, mine.id, told, desk.now)
    price = text.about(mine.wish.price)
    html = text.html(f"consent-sent-{wished.kind}", name=wished.name, price=price)
    rows = () if mine.wish.source_id is None else mode_buttons(text, mine.wish.source_id, everything=False)
    return Reply(
        (Message(html, rows, edit_message_id=call.message_id),), toast=text.plain("consent-asked-toast")
    )


async def decide(call: Call, desk: Desk) -> Reply:
    """Allow a wish or refuse it; the operators pay, so only who is one of them now may."""
    text = desk.text
    if call.user_id not in desk.policy.admins:
        return Reply(toast=text.plain("price-operators-toast"))
    found = await consents.find(desk.conn, call.number_at(0))
    if found is None or found.asked is None:
        return Reply(toast=text.plain("consent-gone"))
    chat = await chats.find(desk.conn, found.wish.chat_id)
    title = "" if chat is None else _title(chat)
    wished = await _wished(desk.conn, found.wish)
    if found.decided is None:
        allowed = call.arg(1) == "1" and wished is not None
        await consents.decide(desk.conn, found.id, desk.now, allowed=allowed)
        found = replace(found, decided=desk.now, allowed=allowed)
        toast = text.plain("consent-noted-toast")
        if wished is not None:
            await _carry_out(desk, found, wished)
    else:
        toast = text.plain("consent-decided")
    await _tell_the_others(call, desk, found, wished, title)
    outcome = _outcome(text, found, wished, title)
    return Reply((replace(outcome, edit_message_id=call.message_id),), toast=toast)


async def _wished(conn: Connection, wish: Wish) -> _Wished | None:
    """Return what is wished for, None when the watch has ended or the account is not followed any more."""
    if wish.watch_id is not None:
        watch = await watches.find(conn, wish.watch_id)
        mine = watch is not None and watch.chat_id == wish.chat_id
        return _Wished("watch", label(watch.query)) if watch is not None and mine else None
    own = await sources.followed_by(conn, wish.chat_id)
    found = next((source for source, _ in own if source.id == wish.source_id), None)
    return None if found is None else _Wished("follow", source_name(found))


def _title(chat: Chat) -> str:
    return chat.title or str(chat.id)


def _operators(desk: Desk) -> Operators:
    return Operators(sorted(desk.policy.admins), desk.catalogue)


def _request(text: Text, found: Consent, wished: _Wished, chat: str) -> Message:
    """Return what an operator is asked."""
    allow = Button(text.plain("consent-allow-button"), f"xo:{found.id}:1")
    refuse = Button(text.plain("consent-refuse-button"), f"xo:{found.id}:0")
    return Message(_asked(text, found, wished, chat), ((allow, refuse),))


def _asked(text: Text, found: Consent, wished: _Wished, chat: str) -> str:
    price = text.about(found.wish.price)
    return text.html(f"consent-request-{wished.kind}", chat=label(chat), name=wished.name, price=price)


def _outcome(text: Text, found: Consent, wished: _Wished | None, chat: str) -> Message:
    """Return what the question says once it is answered."""
    if wished is None:
        return Message(text.html("consent-ended", chat=label(chat)))
    answer = text.html("consent-allowed" if found.allowed else "consent-refused")
    return Message(f"{_asked(text, found, wished, chat)}\n{answer}")


async def _carry_out(desk: Desk, found: Consent, wished: _Wished) -> None:
    """Do what is allowed, and tell the chat, of a channel those who manage it: its readers asked nothing."""
    wish = found.wish
    if found.allowed and wish.watch_id is not None:
        await watches.read_whole(desk.conn, wish.watch_id, whole=True)
    elif found.allowed:
        await _send_everything(desk.conn, wish)
    about = await chats.find(desk.conn, wish.chat_id)
    if about is None:
        return
    if about.kind is not ChatKind.CHANNEL:
        message = _decided(desk.catalogue.text_for(about), found, wished)
        owed = OwedMessage(about.id, DeliveryKind.NOTICE, message, wish.thread_id)
        await deliveries.owe_message(desk.conn, owed, desk.now)
        return
    people = await chats.many(desk.conn, await managers.of_chat(desk.conn, about.id, _MANAGERS))
    for person in people.values():
        text = desk.catalogue.text_for(person)
        message = addressed(_decided(text, found, wished), text, about)
        await deliveries.owe_message(
            desk.conn, OwedMessage(person.id, DeliveryKind.NOTICE, message), desk.now
        )


def _decided(text: Text, found: Consent, wished: _Wished) -> Message:
    """Return what is said to who wished."""
    wish = found.wish
    html = text.html(f"consent-{'allowed' if found.allowed else 'refused'}-{wished.kind}", name=wished.name)
    if not found.allowed:
        return Message(html)
    if wish.watch_id is not None:
        return Message(html, ((Button(text.plain("price-rest-button"), f"xw:{wish.watch_id}:0"),),))
    return Message(html, mode_buttons(text, wish.source_id or 0))


async def _send_everything(conn: Connection, wish: Wish) -> None:
    for source, followed in await sources.followed_by(conn, wish.chat_id):
        if source.id == wish.source_id:
            await sources.add_follow(conn, replace(followed, mode=FollowMode.EVERYTHING))


async def _tell_the_others(call: Call, desk: Desk, found: Consent, wished: _Wished | None, chat: str) -> None:
    """Let what the other operators were asked say what became of it."""
    asked = [await deliveries.find(desk.conn, number) for number in found.told]
    others = [each.id for each in asked if each is not None and each.chat_id != call.place.id]
    await _operators(desk).amend(
        desk.conn, others, lambda text: _outcome(text, found, wished, chat), desk.now
    )
