"""Changing the words of a watch: asked for from its screen, and taken from what is said next."""

from __future__ import annotations

from errors import QueryError
from handlers import looking_up, x_price
from handlers.call import Call, Desk, Registry, Reply
from handlers.dialogs import ask, keep_asking
from handlers.own_names import choice_for
from handlers.tapped import gone, mine
from handlers.testing import look_back
from handlers.words import label, mistake, same
from matching.choice import choice_json
from matching.query import parse
from model import Button, Message, Watch
from store import watches


def register(registry: Registry) -> None:
    """Let people change what a watch looks for."""
    registry.tap("ed", ask_words)
    registry.command("edit", edit)


async def ask_words(call: Call, desk: Desk) -> Reply:
    """Ask what the watch shall look for instead."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    return await ask(call, desk, "edit", about=str(found.id), words=found.query)


async def edit(call: Call, desk: Desk) -> Reply:
    """Let the watch whose number comes first look for the words after it."""
    number, _, words = call.words.partition(" ")
    found = await mine(desk, int(number)) if number.isascii() and number.isdecimal() else None
    if found is None or not words.strip():
        return Reply((Message(desk.text.html("edit-how")),))
    try:
        query = parse(words)
    except QueryError as error:
        await keep_asking(call, desk, f"edit {found.id}")
        return Reply((Message(mistake(error, desk.text)),))
    for each in await watches.of_chat(desk.conn, desk.chat.id):
        if each.id != found.id and same(parse(each.query)) == same(query):
            return Reply((Message(desk.text.html("edit-known", words=label(each.query))),))
    return await _rewritten(call, desk, found, str(query))


async def _rewritten(call: Call, desk: Desk, watch: Watch, words: str) -> Reply:
    await watches.rewrite(desk.conn, watch.id, words)
    await watches.choose(desk.conn, watch.id, choice_json(await choice_for(desk, words)))
    changed = await mine(desk, watch.id)
    if changed is None:
        return gone(desk)
    await looking_up.begin(call, desk, changed, parse(words))
    await x_price.begin(call, desk, changed)
    await look_back(call, desk, changed)
    html = desk.text.html("edit-done", words=words, before=label(watch.query))
    opened = Button(desk.text.plain("edit-open-button"), f"o:{watch.id}:0")
    return Reply((Message(html, ((opened,),)),))
