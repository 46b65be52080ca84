"""The buttons under an alert: a row to begin with, and what stands in its place behind "⋯". Pure.

    [Open] [Mute 24 h] [Why] [⋯]

    [Not relevant] [Less from this source]
    [Stop this watch] [Report to X]
    [« Back]

Readers of a channel could change what is none of theirs: they get "Open" alone, and so does a chat that wants
no buttons.
"""

from __future__ import annotations

from alerts.links import host, link
from alerts.send import Alert
from alerts.shown import columns
from locales import Text
from model import Button, ChatKind, Entry

Rows = tuple[tuple[Button, ...], ...]

_WIDTH = 11  # columns of a label that can be read beside three others, on a telephone
_X = frozenset({"x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com"})


def is_post(entry: Entry) -> bool:
    """Tell whether an entry is a post on X, whoever brought it."""
    return entry.guid.startswith("x:") or (host(entry.url) in _X and "/status/" in entry.url)


def first(alert: Alert, text: Text) -> Rows:
    """Return what stands under an alert when it arrives."""
    url = link(alert.item.entry.url)
    row = [Button(text.plain("button-open"), url=url)] if url else []
    if alert.chat.kind is ChatKind.CHANNEL or not alert.chat.buttons:
        return (tuple(row),) if row else ()
    number = alert.delivery.id
    if alert.delivery.hits:
        row.append(Button(text.plain("button-mute"), _of_watches("m", alert)))
    row.append(Button(text.plain("button-why"), f"y:{number}"))
    row.append(Button(text.plain("button-more"), f"am:{number}"))
    if len(row) < 4 or max(columns(each.label) for each in row) <= _WIDTH:
        return (tuple(row),)
    return tuple(row[:2]), tuple(row[2:])


def more(alert: Alert, text: Text) -> Rows:
    """Return what stands there after a tap on "⋯"; the last button leads back."""
    number, url = alert.delivery.id, link(alert.item.entry.url)
    above = [Button(text.plain("button-less-source"), f"ls:{number}")]
    below = [Button(text.plain("button-report"), url=url)] if url and is_post(alert.item.entry) else []
    if alert.delivery.hits:
        above.insert(0, Button(text.plain("button-not-relevant"), f"nr:{number}"))
        below.insert(0, Button(text.plain("button-stop-watch"), _of_watches("u", alert), danger=True))
    back = Button(text.plain("back-button"), _back(alert))
    return tuple(row for row in (tuple(above), tuple(below), (back,)) if row)


def sure(alert: Alert, text: Text) -> Rows:
    """Return what asks whether all watches of an alert shall end, where that is more than can be undone."""
    stop = Button(text.plain("button-stop-all"), f"us:{alert.delivery.id}", danger=True)
    return ((stop, Button(text.plain("button-keep-all"), _back(alert))),)


def _back(alert: Alert) -> str:
    return f"ab:{alert.delivery.id}"


def _of_watches(tap: str, alert: Alert) -> str:
    """Return the data of a button that is about the one watch that hit, or about all of them."""
    watches = list(dict.fromkeys(hit.watch_id for hit in alert.delivery.hits))
    return f"{tap}:{watches[0]}" if len(watches) == 1 else f"{tap}a:{alert.delivery.id}"
