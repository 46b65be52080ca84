"""For those who operate Hark, in private: /admin, how the whole of it is doing, and what leads from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from handlers import admin_lists, broadcasting, x_spent
from handlers.call import Call, Desk, Registry, Reply
from handlers.words import fitting, moment, reason
from model import Button, ChatKind, ChatState, Failure, FailureReason, Message
from store import access, chats, deliveries, sources, troubles, watches
from store.access import Verdict

_HOURS = 24
_LOST = (ChatState.BLOCKED, ChatState.GONE)
_GROUPS = (ChatKind.GROUP, ChatKind.SUPERGROUP)


def register(registry: Registry) -> None:
    """Let operators see and decide."""
    registry.command("admin", admin, operators=True)
    registry.tap("adm", refresh, operators=True)
    registry.tap("ade", show_errors, operators=True)


async def admin(call: Call, desk: Desk) -> Reply:
    """Do what the first word says, with what follows it; without words show how Hark is doing."""
    verb, _, rest = call.words.partition(" ")
    match verb.lower():
        case "ban" | "unban" | "allow" | "disallow" as deed:
            return await admin_lists.decide(call, desk, deed, rest.strip())
        case "broadcast":
            return await broadcasting.compose(call, desk, rest.strip())
    return Reply((await _screen(desk),))


async def refresh(call: Call, desk: Desk) -> Reply:
    """Show how Hark is doing now, in place."""
    return _in_place(call, await _screen(desk))


def _in_place(call: Call, message: Message) -> Reply:
    return Reply((replace(message, edit_message_id=call.message_id),))


async def _screen(desk: Desk) -> Message:
    text = desk.text
    lines = [text.html("admin-title"), *await _of_chats(desk), *await _of_work(desk)]
    lines += [each for each in await x_spent.of_hark(desk) if each]

    def button(key: str, data: str) -> Button:
        return Button(text.plain(f"admin-{key}-button"), data)

    rows = (
        (button("chats", "adc:0"), button("errors", "ade")),
        (button("bans", "adb:0"), button("list", "adl:0")),
        (button("broadcast", "adw"), button("refresh", "adm")),
    )
    return Message("\n".join(lines), rows)


async def _of_chats(desk: Desk) -> list[str]:
    text, found = desk.text, await chats.tally(desk.conn)

    def of(*kinds: ChatKind) -> int:
        return sum(number for (kind, _), number in found.items() if kind in kinds)

    def so(*states: ChatState) -> int:
        return sum(number for (_, state), number in found.items() if state in states)

    return [
        text.html(
            "admin-chats",
            count=sum(found.values()),
            private=of(ChatKind.PRIVATE),
            groups=of(*_GROUPS),
            channels=of(ChatKind.CHANNEL),
        ),
        text.html(
            "admin-states",
            active=so(ChatState.ACTIVE),
            paused=so(ChatState.PAUSED),
            lost=so(*_LOST),
            banned=await access.count(desk.conn, Verdict.BANNED),
        ),
    ]


async def _of_work(desk: Desk) -> list[str]:
    text, now = desk.text, desk.now
    read, failing = await sources.counts(desk.conn)
    queue = await deliveries.queue(desk.conn)
    lines = [
        text.html("admin-watches", count=await watches.count(desk.conn)),
        text.html("admin-sources", count=read, failing=failing),
    ]
    if queue.oldest is None:
        lines.append(text.html("admin-queue-empty"))
    else:
        lines.append(text.html("admin-queue", waiting=queue.waiting, ago=text.ago(queue.oldest, now)))
    if queue.held:
        lines.append(text.html("admin-held", count=queue.held))
    lately = await troubles.since(desk.conn, now - timedelta(hours=_HOURS))
    lines.append(text.html("admin-errors", count=sum(each.count for each in lately)))
    return lines


async def show_errors(call: Call, desk: Desk) -> Reply:
    """Show what went wrong in the last day, by kind, and what was told of it, in place."""
    text = desk.text
    lines = []
    for each in await troubles.since(desk.conn, desk.now - timedelta(hours=_HOURS)):
        last = moment(text, each.last, desk.now)
        lines.append(text.html(f"trouble-{each.kind.value}", count=each.count, detail=each.detail, **last))
    lines += _of_sources(desk, await troubles.of_sources(desk.conn))
    html = fitting([text.html("admin-errors-title"), *(lines or [text.html("admin-errors-none")])])
    back = Button(text.plain("back-button"), "adm")
    return _in_place(call, Message(html, ((back,),)))


def _of_sources(desk: Desk, failing: Mapping[tuple[str, int], tuple[int, int]]) -> list[str]:
    text = desk.text
    return [
        text.html(
            "trouble-sources",
            count=count,
            number=told,
            reason=reason(text, Failure(FailureReason(why or FailureReason.UNREACHABLE), status)),
        )
        for (why, status), (count, told) in sorted(failing.items(), key=lambda each: -each[1][0])
    ]
