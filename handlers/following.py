"""Own sources of a chat: /follow, what to send of them, /unfollow."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from feeds.addresses import printable
from feeds.opml import LONGEST
from handlers.call import Call, Desk, Registry, Reply, SentFile, shown_limit
from handlers.dialogs import ask
from handlers.paging import page_of
from handlers.sources_shown import source_name
from handlers.targets import Target, read_target, split_targets
from handlers.words import label
from locales import Text
from model import Button, Follow, FollowMode, Message, Source, SourceKind
from store import errands, sources
from store.errands import Asked
from text import fold_key

STEP = "errands"
"""The step that does what takes long."""

FOLLOW = "follow"
"""The kind of errand that finds a source."""

FOLLOW_MANY = "several"
"""The kind of errand that finds many sources and reports of all at once."""

FOLLOW_LIST = "opml"
"""The kind of errand that does so with a file that was sent."""

PRICE_OF_FOLLOW = "x-everything"
"""The kind of errand that says what everything of an account of X costs."""

_ONE_BY_ONE = 10  # sources that are answered each for itself, with buttons
_ROOM = 300  # code points of what is no source, shown back
_MODES = {"w": FollowMode.WORDS, "e": FollowMode.EVERYTHING}


def register(registry: Registry) -> None:
    """Let people have sources of their own."""
    registry.command("follow", follow)
    registry.command("unfollow", unfollow)
    registry.tap("f", choose)
    registry.tap("fa", follow_author)
    registry.tap("fc", follow_chosen)
    registry.tap("uf", unfollow_asked)
    registry.tap("ul", turn)
    registry.tap("ux", unfollow_listed)


async def follow(call: Call, desk: Desk) -> Reply:
    """Send somebody to find each source that the words name; the answer comes when it is found, or not."""
    if call.file is not None:
        return await _take_list(call, desk, call.file)
    names = split_targets(call.words)
    if not names:
        return await ask(call, desk, "follow")
    targets = {name: read_target(name) for name in names}
    found = list(dict.fromkeys(filter(None, targets.values())))
    told = _unreadable(desk.text, [name for name, target in targets.items() if target is None])
    if len(found) > _ONE_BY_ONE:
        return await _take_many(call, desk, found, told)
    own = await sources.followed_by(desk.conn, desk.chat.id)
    if len(own) + len(found) > desk.follow_limit:
        return Reply((_full(desk, len(own)),))
    for target in found:
        if not target.post:
            await _look_for(call, desk, target)
    return Reply((*(_offer(desk.text, each) for each in found if each.post), *told), wake=STEP)


def _full(desk: Desk, count: int) -> Message:
    """Return why nothing more can be followed."""
    return Message(desk.text.html("follow-full", count=count, limit=shown_limit(desk.follow_limit)))


def _unreadable(text: Text, names: Sequence[str]) -> tuple[Message, ...]:
    """Return what is said of words that name nothing to follow."""
    if not names:
        return ()
    return (Message(text.html("follow-unreadable", words=label(" ".join(names), _ROOM))),)


async def _take_many(call: Call, desk: Desk, targets: Sequence[Target], told: tuple[Message, ...]) -> Reply:
    """Send somebody to find all of them, who reports once."""
    listed = json.dumps([(target.kind.value, target.address) for target in targets])
    asked = Asked(desk.chat.id, FOLLOW_MANY, {"targets": listed}, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now)
    return Reply((Message(desk.text.html("many-begun", count=len(targets))), *told), wake=STEP)


async def _take_list(call: Call, desk: Desk, file: SentFile) -> Reply:
    """Send somebody to read the file and to find what it lists."""
    if file.size > LONGEST:
        return Reply((Message(desk.text.html("many-file-too-big")),))
    asked = Asked(desk.chat.id, FOLLOW_LIST, {"file": file.id}, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now)
    return Reply((Message(desk.text.html("many-list-begun")),), wake=STEP)


async def _look_for(
    call: Call, desk: Desk, target: Target, edited: int | None = None, *, chosen: bool = False
) -> None:
    payload = {"kind": target.kind.value, "address": target.address, "edit": str(edited or "")}
    payload |= {"chosen": "1"} if chosen else {}
    await errands.add(desk.conn, Asked(desk.chat.id, FOLLOW, payload, call.place.thread_id), desk.now)


def _offer(text: Text, post: Target) -> Message:
    """Return the question whether the author of a post shall be followed."""
    button = Button(text.plain("follow-author-button", name=post.shown), f"fa:{post.address}")
    return Message(text.html("follow-author", name=post.shown), ((button,),))


async def follow_author(call: Call, desk: Desk) -> Reply:
    """Send somebody to find the author of a post; the answer takes the place of the question."""
    target = read_target(f"@{call.arg(0)}")
    if target is None:
        return Reply(toast=desk.text.plain("error-old-button"))
    if (count := len(await sources.followed_by(desk.conn, desk.chat.id))) >= desk.follow_limit:
        return Reply((_full(desk, count),))
    await _look_for(call, desk, target, call.message_id)
    return Reply(toast=desk.text.plain("follow-toast"), wake=STEP)


async def follow_chosen(call: Call, desk: Desk) -> Reply:
    """Send somebody to the feed that was chosen among several; the answer takes the place of the question."""
    target = read_target(call.quoted_at(0))
    if target is None or target.kind is not SourceKind.FEED:
        return Reply(toast=desk.text.plain("error-old-button"))
    if (count := len(await sources.followed_by(desk.conn, desk.chat.id))) >= desk.follow_limit:
        return Reply((_full(desk, count),))
    await _look_for(call, desk, target, call.message_id, chosen=True)
    return Reply(toast=desk.text.plain("follow-toast"), wake=STEP)


def mode_buttons(
    text: Text, source_id: int, *, everything: bool = True, told: bool = False
) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons that ask what to send of a source; `told`: what everything costs is known."""
    words = Button(text.plain("follow-words-button"), f"f:{source_id}:w")
    all_of_it = Button(text.plain("follow-everything-button"), f"f:{source_id}:e" + (":y" if told else ""))
    modes = (words, all_of_it) if everything else (words,)
    return (modes, (Button(text.plain("unfollow-button"), f"uf:{source_id}"),))


async def choose(call: Call, desk: Desk) -> Reply:
    """Take note of what shall be sent of a source."""
    mode = _MODES.get(call.arg(1))
    found = await _mine(desk, call.number_at(0)) or await _for_all(call, desk)
    if found is None or mode is None:
        return _gone(desk)
    source, followed = found
    if mode is FollowMode.EVERYTHING is not followed.mode and _may_cost(desk, source):
        if call.arg(2) != "y":
            return await _let_price(call, desk, source)
        if not desk.policy.may_spend(call.user_id):
            return Reply(toast=desk.text.plain("price-operators-toast"))
    await sources.add_follow(desk.conn, replace(followed, mode=mode))
    html = desk.text.html(f"follow-chosen-{mode.value}", name=source_name(source))
    answer = Message(html, mode_buttons(desk.text, source.id), edit_message_id=call.message_id)
    return Reply((answer,), toast=desk.text.plain("follow-toast"))


def _may_cost(desk: Desk, source: Source) -> bool:
    return source.kind is SourceKind.X and desk.policy.x is not None


async def _let_price(call: Call, desk: Desk, source: Source) -> Reply:
    """Let it be said first what everything of an account costs; the answer takes the question's place."""
    payload = {"source": str(source.id), "edit": str(call.message_id or ""), **may(call, desk)}
    asked = Asked(desk.chat.id, PRICE_OF_FOLLOW, payload, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now)
    return Reply(toast=desk.text.plain("price-toast"), wake=STEP)


def may(call: Call, desk: Desk) -> dict[str, str]:
    """Return for an errand that names a price: `may`, somebody who may allow it can see the button, as an
    operator may be in a group; `ask`, who wants to know is no operator."""
    alone = desk.policy.may_spend(call.user_id)
    return {"may": "1" if alone or call.place.crowded else "", "ask": "" if alone else "1"}


async def unfollow_asked(call: Call, desk: Desk) -> Reply:
    """End following the source of the tapped message."""
    found = await _mine(desk, call.number_at(0))
    if found is None:
        return _gone(desk)
    await sources.remove_follow(desk.conn, desk.chat.id, found[0].id)
    html = desk.text.html("unfollow-done", name=source_name(found[0]))
    return Reply((Message(html, edit_message_id=call.message_id),), toast=desk.text.plain("unfollow-toast"))


async def unfollow(call: Call, desk: Desk) -> Reply:
    """End following the source that the words name; without words, or when they name several, choose."""
    own = [source for source, _ in await sources.followed_by(desk.conn, desk.chat.id)]
    if not call.words:
        return Reply((_list(desk, own, 0),))
    found = _named(call.words, own)
    if len(found) != 1:
        key = "unfollow-many" if found else "unfollow-unknown"
        note = desk.text.html(key, words=label(printable(call.words)))
        return Reply((_list(desk, found or own, 0, note),))
    await sources.remove_follow(desk.conn, desk.chat.id, found[0].id)
    return Reply((Message(desk.text.html("unfollow-done", name=source_name(found[0]))),))


async def turn(call: Call, desk: Desk) -> Reply:
    """Show another page of what can be unfollowed."""
    own = [source for source, _ in await sources.followed_by(desk.conn, desk.chat.id)]
    return Reply((replace(_list(desk, own, call.number_at(0)), edit_message_id=call.message_id),))


async def unfollow_listed(call: Call, desk: Desk) -> Reply:
    """End following one source of the list and show what is left."""
    found = await _mine(desk, call.number_at(0))
    if found is None:
        return _gone(desk)
    await sources.remove_follow(desk.conn, desk.chat.id, found[0].id)
    own = [source for source, _ in await sources.followed_by(desk.conn, desk.chat.id)]
    note = desk.text.html("unfollow-done", name=source_name(found[0]))
    shown = replace(_list(desk, own, call.number_at(1), note), edit_message_id=call.message_id)
    return Reply((shown,), toast=desk.text.plain("unfollow-toast"))


async def _mine(desk: Desk, source_id: int) -> tuple[Source, Follow] | None:
    """Return the source with how this chat follows it, None when it does not."""
    own = await sources.followed_by(desk.conn, desk.chat.id)
    return next((each for each in own if each[0].id == source_id), None)


async def _for_all(call: Call, desk: Desk) -> tuple[Source, Follow] | None:
    """Return a feed that is read for everybody as one that the chat follows from now; None: there is none."""
    source = next(iter(await sources.get_many(desk.conn, [call.number_at(0)])), None)
    full = len(await sources.followed_by(desk.conn, desk.chat.id)) >= desk.follow_limit
    if source is None or not source.shared or source.kind is SourceKind.X or full:
        return None
    return source, Follow(desk.chat.id, source.id, FollowMode.WORDS, desk.now, call.place.thread_id)


def _named(words: str, own: Sequence[Source]) -> list[Source]:
    """Return the sources with that address or name, else those whose name or address holds the words."""
    target = read_target(words)
    address = "" if target is None else target.address.rstrip("/").lower()
    key = fold_key(words.strip().removeprefix("@"))
    exact = [
        source
        for source in own
        if source.address.rstrip("/").lower() == address
        or fold_key(source_name(source).removeprefix("@")) == key
    ]
    return exact or [each for each in own if key in fold_key(f"{each.address} {each.name}")]


def _list(desk: Desk, own: Sequence[Source], number: int, note: str = "") -> Message:
    text, page = desk.text, page_of(own, number)
    asked = text.html("unfollow-which" if own else "unfollow-none")
    rows = tuple(
        (Button(f"✕ {label(source_name(each))}", f"ux:{each.id}:{page.number}", danger=True),)
        for each in page.rows
    )
    return Message("\n".join(filter(None, (note, asked))), (*rows, *page.arrows("ul")))


def _gone(desk: Desk) -> Reply:
    return Reply(toast=desk.text.plain("error-source-gone"))
