"""From which sources one watch takes its alerts: a switch for each, written into its words (`-source:`)."""

from __future__ import annotations

from dataclasses import dataclass

from errors import QueryError, QueryProblem
from handlers.call import Call, Desk, Registry, Reply
from handlers.own_names import apply_names
from handlers.paging import page_of
from handlers.sources_shown import source_name, visible
from handlers.tapped import gone, mine
from handlers.words import label
from locales import escaped
from matching.hearing import hears, left_out, with_all, within, without
from matching.query import Query, parse
from model import Button, Follow, FollowMode, Message, Source, Watch
from store import watches

_LABEL = 24  # code points of a button that shares its row
_NAMED = 8  # sources left out that are named
_WORDS = 120  # code points


def register(registry: Registry) -> None:
    """Let people choose the sources of one watch."""
    registry.tap("ws", show)
    registry.tap("wt", switch)
    registry.tap("wr", take_all)


@dataclass(frozen=True, slots=True)
class _Served:
    source: Source
    follow: Follow | None  # None: it is read for everybody
    heard: bool


async def show(call: Call, desk: Desk) -> Reply:
    """Show the sources of one watch in the place of its screen."""
    return await _shown(call, desk, call.number_at(2))


async def switch(call: Call, desk: Desk) -> Reply:
    """Let one watch hear a source no more, or again."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    rows = await _served(desk, found)
    row = next((each for each in rows if each.source.id == call.number_at(2)), None)
    if row is None:
        return Reply(toast=desk.text.plain("source-gone-toast"))
    on = call.arg(3) == "1"
    toast = "" if row.heard is on else await _switched(desk, found, row, on=on)
    return await _shown(call, desk, call.number_at(4), toast)


async def take_all(call: Call, desk: Desk) -> Reply:
    """Let one watch hear all sources again that were left out."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    query = _read(found)
    wanted = None if query is None else with_all(query)
    if wanted is not None:
        await _rewrite(desk, found, wanted)
    return await _shown(call, desk, 0, desk.text.plain("watch-sources-toast-all"))


async def _switched(desk: Desk, watch: Watch, row: _Served, *, on: bool) -> str:
    """Change the words of a watch; returns what is said of it for a moment."""
    query, name = _read(watch), row.source.name
    if query is None:
        return desk.text.plain("watch-sources-toast-words")
    try:
        wanted = within(query, name) if on else without(query, name)
    except QueryError as error:
        too_long = error.problem in (QueryProblem.TOO_LONG, QueryProblem.TOO_MANY_TERMS)
        return desk.text.plain("exclude-long" if too_long else "less-cannot")
    if wanted is None:
        return desk.text.plain("watch-sources-toast-words" if on else "less-cannot")
    await _rewrite(desk, watch, wanted)
    if on:
        return desk.text.plain("watch-sources-toast-in", name=label(source_name(row.source)))
    everything = row.follow is not None and row.follow.mode is FollowMode.EVERYTHING
    key = "watch-sources-toast-everything" if everything else "watch-sources-toast-out"
    return desk.text.plain(key, name=label(source_name(row.source)))


async def _rewrite(desk: Desk, watch: Watch, wanted: Query) -> None:
    await watches.rewrite(desk.conn, watch.id, str(wanted))
    await apply_names(desk)


async def _served(desk: Desk, watch: Watch) -> list[_Served]:
    """Return the sources that serve the chat, its own first, in an order that no tap changes."""
    query = _read(watch)
    rows = sorted(await visible(desk), key=lambda each: (each[1] is None, each[0].id))
    return [_Served(source, follow, query is None or hears(query, source.name)) for source, follow in rows]


def _read(watch: Watch) -> Query | None:
    try:
        return parse(watch.query)
    except QueryError:  # kept by a release that read queries otherwise
        return None


async def _shown(call: Call, desk: Desk, number: int, toast: str = "") -> Reply:
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    rows, here = await _served(desk, found), f"{found.id}:{call.number_at(1)}"
    page = page_of(rows, number)
    buttons = [_button(each, here, page.number) for each in page.rows]
    pairs = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    query = _read(found)
    undo = Button(desk.text.plain("watch-sources-all-button"), f"wr:{here}")
    all_again = ((undo,),) if query is not None and left_out(query) else ()
    back = Button(desk.text.plain("back-button"), f"o:{here}")
    message = Message(
        "\n".join(_said(desk, found, rows)),
        (*pairs, *page.arrows(f"ws:{here}"), *all_again, (back,)),
        edit_message_id=call.message_id,
    )
    return Reply((message,), toast)


def _said(desk: Desk, watch: Watch, rows: list[_Served]) -> list[str]:
    text = desk.text
    head = text.html("watch-sources", words=label(watch.query, _WORDS))
    if not rows:
        return [head, text.html("sources-none")]
    own = sum(each.follow is not None for each in rows)
    silent = [each for each in rows if not each.heard]
    lines = [
        head,
        text.html("watch-sources-from", count=len(rows) - len(silent), sources=len(rows), ours=own),
    ]
    if silent:
        names = [escaped(label(source_name(each.source), _LABEL)) for each in silent[:_NAMED]]
        more = [f"+{len(silent) - _NAMED}"] if len(silent) > _NAMED else []
        lines.append(text.html("watch-sources-out") + text.line((*names, *more)))
    return [*lines, text.html("watch-sources-how")]


def _button(row: _Served, here: str, page: int) -> Button:
    shown = f"{'☑' if row.heard else '☐'} {label(source_name(row.source), _LABEL)}"
    return Button(shown, f"wt:{here}:{row.source.id}:{int(not row.heard)}:{page}")
