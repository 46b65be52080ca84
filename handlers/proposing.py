"""What members of a group wish to watch: proposed with how often it was said, approved by an administrator.

a member: /watch words ──▶ "proposes" + backtest [Approve] [Decline] ──▶ an administrator taps
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply, shown_limit
from handlers.testing import look_back_for
from handlers.watching import watch, watch_each
from handlers.words import fitting, label, mistake, same
from matching.query import parse, split
from model import Button, Message
from store import proposals, watches
from store.proposals import Proposal, Wish

_WAITS = timedelta(days=7)
_OF_MEMBER, _OF_CHAT = 3, 10  # proposals that wait at once
_NAME = 60  # code points


def register(registry: Registry) -> None:
    """Let administrators watch, members propose, and administrators decide."""
    registry.command("watch sub add subscribe w", watch, members=propose)
    registry.tap("pa", approve)
    registry.tap("pd", decline)


async def propose(call: Call, desk: Desk) -> Reply:
    """Put what a member wishes to watch before the administrators, as an answer to the member."""
    text = desk.text
    if not desk.chat.proposals:
        return _said(call, text.html("error-admins-only"))
    parts = split(call.words)
    if not parts:
        return _said(call, text.html("propose-how"))
    try:
        wanted = list(dict.fromkeys(str(parse(part)) for part in parts))
    except QueryError as error:
        return _said(call, mistake(error, text))
    waiting = await proposals.waiting(desk.conn, desk.chat.id, desk.now - _WAITS)
    refused = await _refused(call, desk, wanted, waiting)
    return _said(call, refused) if refused else await _put(call, desk, wanted)


async def _refused(call: Call, desk: Desk, wanted: Sequence[str], waiting: Sequence[Proposal]) -> str:
    """Return why something is not proposed, "" when it is."""
    text, limit = desk.text, desk.watch_limit
    here = await watches.of_chat(desk.conn, desk.chat.id)
    known = _known(wanted, [each.query for each in here])
    if known:
        return text.html("propose-known", words=label(known))
    proposed = _known(wanted, [words for each in waiting for words in each.wish.words])
    if proposed:
        return text.html("propose-waiting", words=label(proposed))
    if len(here) + len(wanted) > limit:
        return _no_room(desk, wanted, len(here))
    if sum(each.wish.user_id == call.user_id for each in waiting) >= _OF_MEMBER:
        return text.html("propose-many-yours", count=_OF_MEMBER)
    if len(waiting) >= _OF_CHAT:
        return text.html("propose-many", count=_OF_CHAT)
    return ""


def _no_room(desk: Desk, wanted: Sequence[str], count: int) -> str:
    words = label(", ".join(wanted))
    return desk.text.html("watch-full", words=words, count=count, limit=shown_limit(desk.watch_limit))


def _known(wanted: Sequence[str], among: Sequence[str]) -> str:
    keys = {same(parse(each)) for each in among}
    return next((each for each in wanted if same(parse(each)) in keys), "")


async def _put(call: Call, desk: Desk, wanted: Sequence[str]) -> Reply:
    wish = Wish(desk.chat.id, call.place.thread_id, call.user_id, call.user_name[:_NAME], tuple(wanted))
    number = await proposals.add(desk.conn, wish, desk.now)
    text = desk.text
    lines = [text.html("propose-made", name=wish.name)]
    lines += [text.html("propose-words", words=each) for each in wanted]
    buttons = (
        Button(text.plain("propose-approve-button"), f"pa:{number}"),
        Button(text.plain("propose-decline-button"), f"pd:{number}"),
    )
    await look_back_for(call, desk, wanted[0], number)
    return Reply((Message(fitting(lines), (buttons,), reply_to=call.message_id),))


def _said(call: Call, html: str) -> Reply:
    return Reply((Message(html, reply_to=call.message_id),))


async def approve(call: Call, desk: Desk) -> Reply:
    """Watch what was proposed; the message says so and becomes the answer of /watch."""
    found = await _open(call, desk)
    if found is None:
        return Reply(toast=desk.text.plain("propose-gone"))
    known, limit = await watches.of_chat(desk.conn, desk.chat.id), desk.watch_limit
    if len(known) + len(found.wish.words) > limit:
        return _said(call, _no_room(desk, found.wish.words, len(known)))
    await proposals.drop(desk.conn, found.id)
    [begun] = (await watch_each(call, desk, found.wish.words)).messages
    html = desk.text.html("propose-approved", name=found.wish.name) + "\n" + begun.html
    answer = replace(begun, html=html, edit_message_id=call.message_id)
    return Reply((answer,), toast=desk.text.plain("propose-toast-approved"))


async def decline(call: Call, desk: Desk) -> Reply:
    """Leave it; the message says so."""
    found = await _open(call, desk)
    if found is None:
        return Reply(toast=desk.text.plain("propose-gone"))
    await proposals.drop(desk.conn, found.id)
    words = label(", ".join(found.wish.words))
    html = desk.text.html("propose-declined", name=found.wish.name, words=words)
    answer = Message(html, edit_message_id=call.message_id)
    return Reply((answer,), toast=desk.text.plain("propose-toast-declined"))


async def _open(call: Call, desk: Desk) -> Proposal | None:
    """Return the proposal of the tapped message, None where it was decided before or is too old."""
    found = await proposals.find(desk.conn, desk.chat.id, call.number_at(0))
    return found if found is not None and found.made >= desk.now - _WAITS else None
