"""The buttons under the news that X is read again: read what was posted meanwhile, or leave it."""

from __future__ import annotations

from accounts import catching_up
from handlers.call import Call, Desk, Registry, Reply
from model import Message

_STEP = "posts"


def register(registry: Registry) -> None:
    """Let operators choose."""
    registry.tap("xc", choose)


async def choose(call: Call, desk: Desk) -> Reply:
    """Read what was missed, or leave it for ever; the operators pay, so they choose."""
    text, terms = desk.text, desk.policy.x
    if call.user_id not in desk.policy.admins or terms is None:
        return Reply(toast=text.plain("price-operators-toast"))
    found = await catching_up.gap(desk.conn, terms.post, desk.now)
    if found is None:
        return Reply(toast=text.plain("catch-up-decided"))
    reads = call.arg(0) == "1"
    if reads:
        await catching_up.read_it(desk.conn, desk.now)
    else:
        await catching_up.leave_it(desk.conn)
    html = text.html(
        "catch-up-begun" if reads else "catch-up-left",
        accounts=found.accounts,
        since=text.date(found.since, desk.now),
        price=text.about(found.cost),
    )
    return Reply((Message(html, edit_message_id=call.message_id),), wake=_STEP if reads else "")
