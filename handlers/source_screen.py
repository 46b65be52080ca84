"""One source: how it stands, what it brought, and what is wanted of it. Opened from /sources."""

from __future__ import annotations

from datetime import timedelta
from html import escape

from handlers.call import Call, Desk, Registry, Reply
from handlers.following import mode_buttons
from handlers.sources_shown import alerts_of, ill, source_name, visible
from model import Button, Follow, Message, Source, SourceKind

_SOON = timedelta(seconds=5)


def register(registry: Registry) -> None:
    """Let people open a source of the list."""
    registry.tap("so", opened)


async def opened(call: Call, desk: Desk) -> Reply:
    """Show one source in place of the list."""
    wanted = call.number_at(0)
    found = next((each for each in await visible(desk) if each[0].id == wanted), None)
    if found is None:
        return Reply(toast=desk.text.plain("source-gone-toast"))
    source, follow = found
    alerts = (await alerts_of(desk, [source.id])).get(source.id, 0)
    lines = [f"<b>{escape(source_name(source), quote=False)}</b>", *_health(desk, source)]
    lines += _planned(desk, source)
    lines += [_brought(desk, source, alerts), _wanted(desk, follow)]
    back = Button(desk.text.plain("back-button"), f"s:{call.number_at(1)}")
    screen = Message(
        "\n".join(lines), (*_modes(desk, source, follow), (back,)), edit_message_id=call.message_id
    )
    return Reply((screen,))


def _health(desk: Desk, source: Source) -> list[str]:
    text = desk.text
    if source.failing_since is not None and source.failure is not None:
        return [f"⚠️ {ill(desk, source, source.failure)}"]
    if source.last_read is None:
        return [text.html("sources-waiting")]
    wait = (source.due or desk.now) - desk.now
    ago = text.ago(source.last_read, desk.now)
    if wait < _SOON:
        return [text.html("source-read-now", ago=ago)]
    return [text.html("source-read", ago=ago, wait=text.duration(wait))]


def _planned(desk: Desk, source: Source) -> list[str]:
    """Return how often a feed speaks, and why it is asked when it is; nothing while it fails."""
    found = None if source.failing_since is not None else desk.policy.planned(source, desk.now)
    if found is None:
        return []
    rate = desk.text.html("source-rate", count=round(found.a_day))
    return [desk.text.line([rate, desk.text.html(f"source-why-{found.why.value}")])]


def _brought(desk: Desk, source: Source, alerts: int) -> str:
    text = desk.text
    parts = [text.html("sources-alerts", count=alerts) if alerts else text.html("source-no-alerts")]
    if source.last_entry is not None:
        parts.insert(0, text.html("sources-entry", ago=text.ago(source.last_entry, desk.now)))
    return text.line(parts)


def _wanted(desk: Desk, follow: Follow | None) -> str:
    return desk.text.html("source-for-all" if follow is None else f"source-chosen-{follow.mode.value}")


def _modes(desk: Desk, source: Source, follow: Follow | None) -> tuple[tuple[Button, ...], ...]:
    """A shared account is not offered whole: what that costs is asked when somebody follows it."""
    if follow is not None:
        return mode_buttons(desk.text, source.id)
    if source.kind is SourceKind.X:
        return ()
    return ((Button(desk.text.plain("follow-everything-button"), f"f:{source.id}:e"),),)
