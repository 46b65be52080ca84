"""By which other names a watch finds, each with a switch: under the answer of /watch, and on its own screen.

A button says which state it leads to, so that two taps in a row do no harm; which name it is for, it says by
a few hexadecimal digits, so that it works after a restart and after a change of the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from alerts.shown import columns
from errors import QueryError
from handlers.call import Call, Desk, Registry, Reply
from handlers.paging import page_of
from handlers.tapped import gone, mine
from handlers.words import label
from locales import Text, escaped
from matching.choice import Choice, choice_from_json, choice_json
from matching.others import Other, others, scripts
from matching.query import parse
from model import Button, Message, Watch
from store import watches

Rows = tuple[tuple[Button, ...], ...]

_NAME = 30  # code points
_BESIDE = 17  # columns of a label that has room for another one beside it
_MOST_SCRIPTS = 4


def register(registry: Registry) -> None:
    """Let people see and switch the names of one watch, from its screen."""
    registry.tap("n", show)
    registry.tap("nf", flip_on_screen)


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of names: a line that says them and the buttons that switch them."""

    html: str
    buttons: Rows


@dataclass(frozen=True, slots=True)
class Flipped:
    """A watch after a switch, and what to say of it for a moment."""

    watch: Watch
    toast: str


async def show(call: Call, desk: Desk) -> Reply:
    """Show the names of one watch."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    return Reply((_screen(call, desk, found),))


async def flip_on_screen(call: Call, desk: Desk) -> Reply:
    """Switch a name on or off and show the names again."""
    flipped = await flip(call, desk, call.arg(3), on=call.arg(4) == "1")
    if isinstance(flipped, str):
        return Reply(toast=flipped)
    return Reply((_screen(call, desk, flipped.watch),), toast=flipped.toast)


def _screen(call: Call, desk: Desk, watch: Watch) -> Message:
    here = f"{watch.id}:{call.number_at(1)}"
    page = names_of(desk, watch, call.number_at(2), ("n:" + here, "nf:" + here))
    html = f"{desk.text.html('watch-screen', words=watch.query)}\n{page.html or desk.text.html('names-none')}"
    back = (Button(desk.text.plain("back-button"), f"o:{here}"),)
    return Message(html, (*page.buttons, back), edit_message_id=call.message_id)


async def flip(call: Call, desk: Desk, mark: str, *, on: bool) -> Flipped | str:
    """Switch a name of the call's watch; else return why that cannot be done."""
    watch = await mine(desk, call.number_at(0))
    if watch is None:
        return desk.text.plain("error-watch-gone")
    choice = choice_from_json(watch.choice)
    other = next((each for each in _others(desk, watch, choice) if _mark(each) == mark), None)
    if other is None:
        return desk.text.plain("names-toast-gone")
    off = choice.off - set(other.keys) if on else choice.off | set(other.keys)
    kept = choice_json(replace(choice, off=frozenset(off)))
    await watches.choose(desk.conn, watch.id, kept)
    toast = desk.text.plain("names-toast-on" if on else "names-toast-off", name=label(other.text, _NAME))
    return Flipped(replace(watch, choice=kept), toast)


def has_names(desk: Desk, watch: Watch) -> bool:
    """Tell whether a watch finds by other names, so that there is something to switch."""
    return bool(_others(desk, watch, choice_from_json(watch.choice)))


def names_of(desk: Desk, watch: Watch, number: int, taps: tuple[str, str]) -> Shown:
    """Return a page of the names of a watch, empty when it has none.

    `taps` begin the data of the buttons: those that turn the page, and those that switch a name.
    """
    choice = choice_from_json(watch.choice)
    page = page_of(_others(desk, watch, choice), number)
    same = scripts(parse(watch.query))[:_MOST_SCRIPTS] if page.number == 0 else ()
    said = [escaped(label(each, _NAME)) for each in same]
    for each in page.rows:
        html = said_of(desk.text, each)
        said.append(f"<s>{html}</s>" if _is_off(each, choice) else html)
    if not said:
        return Shown("", ())
    turn, switch = taps
    buttons = [_button(each, f"{switch}:{page.number}", off=_is_off(each, choice)) for each in page.rows]
    key = "names-also" if page.rows else "names-same"
    return Shown(desk.text.html(key) + desk.text.line(said), (*_beside(buttons), *page.arrows(turn)))


def _others(desk: Desk, watch: Watch, choice: Choice) -> tuple[Other, ...]:
    """Return the names of a watch as if none were off; a name that is off must stay in sight."""
    try:
        query = parse(watch.query)
    except QueryError:  # kept by a release that read queries otherwise
        return ()
    return others(query, desk.names.chosen(Choice(own=choice.own)), desk.chat.language)


def _is_off(other: Other, choice: Choice) -> bool:
    return choice.off.issuperset(other.keys)


def said_of(text: Text, other: Other) -> str:
    """Return another name as Telegram's HTML, with the word beside which it counts."""
    if not other.near:
        return escaped(_label(other))
    return text.html("names-near", name=_label(other), near=label(other.near, _NAME))


def _label(other: Other) -> str:
    more = f" +{len(other.keys) - 1}" if len(other.keys) > 1 else ""
    return label(other.text, _NAME) + more


def _button(other: Other, switch: str, *, off: bool) -> Button:
    return Button(f"{'☐' if off else '☑'} {_label(other)}", f"{switch}:{_mark(other)}:{int(off)}")


def _mark(other: Other) -> str:
    return blake2b(other.keys[0].encode(), digest_size=4).hexdigest()


def _beside(buttons: Sequence[Button]) -> Rows:
    """Return the buttons in rows, two short ones side by side."""
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        short = columns(button.label) <= _BESIDE
        if short and rows and len(rows[-1]) == 1 and columns(rows[-1][0].label) <= _BESIDE:
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    return tuple(rows)
