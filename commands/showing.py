"""How `preview` shows what would be alerted: a line of JSON for each watch hit, or the alert and why."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Protocol

from rich.console import Console
from rich.text import Text

from alerts.render import render_alert
from alerts.send import Alert
from alerts.show import to_terminal
from alerts.shown import one_line
from locales import Text as Messages
from model import Chat, ChatKind, Delivery, DeliveryKind, DeliveryState, Field, Item, NamedHit, Reason

_ESCAPED = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"})  # they break lines
_FIELDS = {Field.TAG: "tags", Field.URL: "address", Field.LANG: "language", Field.PUBLISHED: "date"}


class Shower(Protocol):
    """Writes down one item that would be alerted."""

    def written(self, item: Item, hits: tuple[NamedHit, ...]) -> str:
        """Return `item` and why each watch was hit, in whole lines."""


class JsonLines:
    """Writes one JSON object a line, for each item and watch."""

    def written(self, item: Item, hits: tuple[NamedHit, ...]) -> str:
        """Return the lines of one item."""
        lines = [json.dumps(_facts(item, hit), ensure_ascii=False).translate(_ESCAPED) for hit in hits]
        return "".join(f"{line}\n" for line in lines)


def _facts(item: Item, hit: NamedHit) -> dict[str, object]:
    published = item.entry.published
    return {
        "source": item.source_name,
        "title": item.entry.title,
        "url": item.entry.url,
        "published": published.isoformat() if published is not None else None,
        "watch": hit.query,
        "reasons": [
            {"term": reason.term, "field": reason.field.value, "text": reason.text} for reason in hit.reasons
        ],
    }


class Alerts:
    """Writes each item as the alert that a chat would get, and below it why."""

    def __init__(self, out: Console, text: Messages, now: datetime) -> None:
        """Write for `out`, whose width and colours count; nothing is printed there."""
        self._out = out
        self._text = text
        self._now = now

    def written(self, item: Item, hits: tuple[NamedHit, ...]) -> str:
        """Return one alert with its reasons."""
        delivery = Delivery(item.id, 0, DeliveryKind.ALERT, DeliveryState.DUE, self._now, hits=hits)
        alert = Alert(0, delivery, item, Chat(0, ChatKind.TERMINAL))
        with self._out.capture() as captured:
            shown = to_terminal(render_alert(alert, self._text, self._now))
            self._out.print(shown, soft_wrap=not self._out.is_terminal)  # else an address would break
            for hit in hits:
                for reason in hit.reasons:
                    self._out.print(Text(f"why: {_why(hit.query, reason)}", style="dim"), soft_wrap=True)
            self._out.print()
        return captured.get()


def _why(query: str, reason: Reason) -> str:
    term = query if reason.term == query else f"{query}: {reason.term}"
    field = _FIELDS.get(reason.field, reason.field.value)
    return f'{term} was found as "{one_line(reason.text)}" in the {field}'
