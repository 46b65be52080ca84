"""What operators tell all chats: written, shown as it will look, confirmed twice, sent behind all alerts.

/admin broadcast ── the text ──▶ as it will look, [Send to 123 chats] ──▶ [Yes, send now] ──▶ sent by the step
    ──▶ each chat once, with [No more of these]; [Stop] ends it; a count when it is done
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from engine import Engine
from handlers.call import Call, Desk, Registry, Reply
from handlers.dialogs import keep_asking
from locales import Catalogue, Text, escaped
from model import Button, Chat, ChatKind, DeliveryKind, Message
from store import broadcasts, chats, deliveries
from store.broadcasts import Broadcast, Stage
from store.database import Connection, Database
from store.deliveries import OwedMessage

STEP = "broadcast"
"""The step that owes each chat what operators tell all."""

LOOK_EVERY = timedelta(seconds=3)
_AT_ONCE = 200  # chats
_LONGEST = 3000  # code points, which surely make one message


def register(registry: Registry) -> None:
    """Let operators speak to all, and chats not listen."""
    registry.tap("adw", ask_for_text, operators=True)
    registry.tap("adg", confirm, operators=True)
    registry.tap("adz", discard, operators=True)
    registry.tap("adp", show_progress, operators=True)
    registry.tap("ads", stop, operators=True)
    registry.tap("nb", choose)


async def ask_for_text(call: Call, desk: Desk) -> Reply:
    """Ask what to tell all chats; while something is being sent, show how far it is."""
    under_way = await broadcasts.sending(desk.conn)
    if under_way is not None:
        return _in_place(call, await _progress(desk, under_way))
    return await compose(call, desk, "")


async def compose(call: Call, desk: Desk, words: str) -> Reply:
    """Show a text as it will look, and to how many chats it would go; without a text, ask for it."""
    text = desk.text
    under_way = await broadcasts.sending(desk.conn)
    if under_way is not None:
        return Reply((await _progress(desk, under_way, text.html("broadcast-one-by-one")),))
    words = words or call.answered
    if not words:
        await keep_asking(call, desk, "admin broadcast")
        return Reply((Message(text.html("broadcast-ask")),))
    if len(words) > _LONGEST:
        await keep_asking(call, desk, "admin broadcast")
        return Reply((Message(text.html("broadcast-too-long", count=len(words), limit=_LONGEST)),))
    made = await broadcasts.draft(desk.conn, desk.chat.id, words, desk.now)
    return Reply((as_sent(made, text, desk.chat, number=0), await _question(desk, made)))


def as_sent(said: Broadcast, text: Text, chat: Chat, *, number: int) -> Message:
    """Return what a chat gets; channels have no button, so that readers cannot change anything."""
    no_more = Button(text.plain("broadcast-no-more-button"), f"nb:{number}:0")
    buttons = () if chat.kind is ChatKind.CHANNEL else ((no_more,),)
    return Message(f"📣 {escaped(said.text)}", buttons, silent=chat.silent)


async def _question(desk: Desk, made: Broadcast) -> Message:
    text, found = desk.text, await broadcasts.audience(desk.conn)
    lines = [text.html("broadcast-goes-to", count=found.reached)]
    left_out = {"unwilling": found.unwilling, "paused": found.paused, "lost": found.lost}
    lines += [text.html(f"broadcast-{why}", count=count) for why, count in left_out.items() if count]
    send = Button(text.plain("broadcast-send-button", count=found.reached), f"adg:{made.id}:1")
    drop = Button(text.plain("broadcast-discard-button"), f"adz:{made.id}")
    return Message("\n".join(lines), ((send,), (drop,)) if found.reached else ((drop,),))


async def confirm(call: Call, desk: Desk) -> Reply:
    """Ask once more, and send what was confirmed twice."""
    text, made = desk.text, await broadcasts.find(desk.conn, call.number_at(0))
    if made is None:
        return Reply(toast=text.plain("error-old-button"))
    if made.stage is not Stage.DRAFT:
        return _in_place(call, await _progress(desk, made))
    if call.arg(1) == "0":
        return _in_place(call, await _question(desk, made))
    if call.arg(1) == "1":
        return _in_place(call, await _last_question(desk, made))
    if await broadcasts.sending(desk.conn) is not None:
        return Reply(toast=text.plain("broadcast-one-by-one"))
    await broadcasts.begin(desk.conn, made.id, call.message_id)
    reply = _in_place(call, await _progress(desk, replace(made, stage=Stage.SENDING)))
    return replace(reply, wake=STEP)


async def _last_question(desk: Desk, made: Broadcast) -> Message:
    text, found = desk.text, await broadcasts.audience(desk.conn)
    yes = Button(text.plain("broadcast-yes-button", count=found.reached), f"adg:{made.id}:2", danger=True)
    no = Button(text.plain("broadcast-no-button"), f"adg:{made.id}:0")
    return Message(text.html("broadcast-sure", count=found.reached), ((yes,), (no,)))


async def discard(call: Call, desk: Desk) -> Reply:
    """Forget the draft."""
    if not await broadcasts.discard(desk.conn, call.number_at(0)):
        return Reply(toast=desk.text.plain("error-old-button"))
    return _in_place(call, Message(desk.text.html("broadcast-discarded")))


async def show_progress(call: Call, desk: Desk) -> Reply:
    """Show how far it is now."""
    made = await broadcasts.find(desk.conn, call.number_at(0))
    if made is None:
        return Reply(toast=desk.text.plain("error-old-button"))
    return _in_place(call, await _progress(desk, made))


async def stop(call: Call, desk: Desk) -> Reply:
    """Send it to nobody else; tapped when it is over, say how it ended."""
    made = await broadcasts.find(desk.conn, call.number_at(0))
    if made is None:
        return Reply(toast=desk.text.plain("error-old-button"))
    if made.stage is Stage.SENDING:
        await broadcasts.end(desk.conn, made.id, Stage.STOPPED)
        made = replace(made, stage=Stage.STOPPED)
    screen = await _progress(desk, made)
    return replace(_in_place(call, screen), toast=screen.html)


async def _progress(desk: Desk, made: Broadcast, note: str = "") -> Message:
    screen = progress_of(desk.text, made, await broadcasts.progress(desk.conn, made.id))
    return replace(screen, html="\n".join(filter(None, (note, screen.html))))


def progress_of(text: Text, made: Broadcast, so_far: broadcasts.Progress) -> Message:
    """Return how far a broadcast is, or how it ended."""
    facts = {"sent": so_far.sent, "count": so_far.total}
    if made.stage is Stage.STOPPED:
        return Message(text.html("broadcast-stopped", **facts))
    if made.stage is Stage.DONE:
        return Message(text.html("broadcast-done", sent=so_far.sent, failing=so_far.failed))
    again = Button(text.plain("admin-refresh-button"), f"adp:{made.id}")
    end = Button(text.plain("broadcast-stop-button"), f"ads:{made.id}")
    return Message(text.html("broadcast-sending", **facts), ((end, again),))


async def choose(call: Call, desk: Desk) -> Reply:
    """Let a chat get no more of these, or get them again; the button says what a tap would do."""
    text, number = desk.text, call.number_at(0)
    if not number:
        return Reply(toast=text.plain("broadcast-sample-toast"))
    wanted = call.arg(1) == "1"
    await chats.save(desk.conn, replace(desk.chat, news=wanted))
    key = "broadcast-no-more-button" if wanted else "broadcast-again-button"
    button = Button(text.plain(key), f"nb:{number}:{0 if wanted else 1}")
    message = Message("", ((button,),), edit_message_id=call.message_id, buttons_only=True)
    return Reply((message,), toast=text.plain(f"settings-toast-news-{'on' if wanted else 'off'}"))


def _in_place(call: Call, message: Message) -> Reply:
    return Reply((replace(message, edit_message_id=call.message_id),))


@dataclass(frozen=True, slots=True)
class Broadcaster:
    """The step that owes a broadcast to some chats after others, and says when all is settled."""

    database: Database
    engine: Engine
    catalogue: Catalogue
    clock: Callable[[], datetime]

    async def step(self) -> bool:
        """Owe it to the next chats, each in its language. Returns whether there may be more.

        Raises StoreError.
        """
        now = self.clock()
        async with self.database.begin() as conn:
            made = await broadcasts.sending(conn)
            if made is None:
                return False
            some = await broadcasts.next_chats(conn, made.id, _AT_ONCE)
            for chat in some:
                message = as_sent(made, self._text(chat), chat, number=made.id)
                owed = OwedMessage(chat.id, DeliveryKind.NEWS, message, broadcast_id=made.id)
                await deliveries.owe_message(conn, owed, now)
            over = not some and not await broadcasts.pending(conn, made.id, now)
            if over:
                await self._end(conn, made, now)
        if some or over:
            self.engine.wake(None, "send")
        return bool(some)

    async def _end(self, conn: Connection, made: Broadcast, now: datetime) -> None:
        """Say how it went, in a new message and in place of the screen that showed it."""
        await broadcasts.end(conn, made.id, Stage.DONE)
        operator = await chats.find(conn, made.chat_id)
        if operator is None:
            return
        so_far = await broadcasts.progress(conn, made.id)
        said = progress_of(self._text(operator), replace(made, stage=Stage.DONE), so_far)
        if made.message_id is not None:
            edited = replace(said, edit_message_id=made.message_id)
            await deliveries.owe_message(conn, OwedMessage(operator.id, DeliveryKind.NOTICE, edited), now)
        await deliveries.owe_message(conn, OwedMessage(operator.id, DeliveryKind.NOTICE, said), now)

    def _text(self, chat: Chat) -> Text:
        return self.catalogue.text_for(chat)
