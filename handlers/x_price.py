"""What reading accounts of X whole would cost: told before it begins, begun with one tap.

/watch ──▶ can X search for it? ──no──▶ an errand ──▶ posts counted ──▶ "about $3.20 a month" [Read X whole]
                                               who is no operator asks one (`x_consent`) ──▶ [Ask an operator]
Everything of an account ─────────────▶ an errand ──▶ posts counted ──▶ "about $3.20 a month" [Everything]

An account that is read whole already costs nothing more, and nothing is asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from hashlib import blake2b
from typing import Protocol

from accounts.wants import Wanting
from feeds.x_query import query
from handlers import x_consent
from handlers.call import Call, Desk, Registry, Reply
from handlers.following import PRICE_OF_FOLLOW, may, mode_buttons
from handlers.sources_shown import source_name
from handlers.tapped import gone, mine
from handlers.words import label
from locales import Text
from matching.choice import choice_from_json
from matching.names import Names
from matching.plan import Plan, plan
from matching.pushdown import pushed, wants_of
from matching.query import parse
from model import Button, Errand, Failure, Follow, FollowMode, Message, Source, SourceKind, Watch
from store import errands, settings, sources, watches
from store.consents import Wish
from store.database import Connection, Database
from store.errands import Asked

__all__ = ["PRICE_OF_FOLLOW", "PRICE_OF_WATCH", "PriceDesk", "Pricing", "begin", "register"]

PRICE_OF_WATCH = "x-price"
"""The kind of errand that prices a watch X cannot search for; nobody waits for it."""

_ASSUMED = 20  # posts of an account a day, where X cannot be asked
_COUNTED, _MONTH = 7, 30  # days
_MOST = 4  # requests for one price, each costs; accounts beyond them are taken for as busy
_COUNT = "x-counted"

Rows = tuple[tuple[Button, ...], ...]


class Counts(Protocol):
    """Counts posts, for money. Whatever X does is a value."""

    async def count(self, words: str) -> int | Failure:
        """Return how many posts of the last seven days a query finds."""


def register(registry: Registry) -> None:
    """Let people have X read whole for a watch, and no longer."""
    registry.tap("xw", read_whole)


async def begin(call: Call, desk: Desk, begun: Watch) -> None:
    """Let it be priced when X cannot search for what a new watch wants; asks nobody yet."""
    if desk.policy.x is None or pushed(_plan(begun, desk.names)) is not None:
        return
    payload = {"watch": str(begun.id), **may(call, desk)}
    asked = Asked(desk.chat.id, PRICE_OF_WATCH, payload, call.place.thread_id)
    await errands.add(desk.conn, asked, desk.now)


async def read_whole(call: Call, desk: Desk) -> Reply:
    """Read accounts whole for a watch, or no longer; what costs is the operators' to allow."""
    found = await mine(desk, call.number_at(0))
    if found is None:
        return gone(desk)
    on = call.arg(1) == "1"
    if on and not desk.policy.may_spend(call.user_id):
        return Reply(toast=desk.text.plain("price-operators-toast"))
    await watches.read_whole(desk.conn, found.id, whole=on)
    text = desk.text
    html = text.html("price-whole-on" if on else "price-whole-off", words=label(found.query))
    turned = _button(text, found.id, on=not on)
    return Reply(
        (Message(html, ((turned,),), edit_message_id=call.message_id),), toast=text.plain("follow-toast")
    )


def _button(text: Text, watch_id: int, *, on: bool) -> Button:
    key = "price-whole-button" if on else "price-rest-button"
    return Button(text.plain(key), f"xw:{watch_id}:{int(on)}")


def _plan(watch: Watch, names: Names) -> Plan:
    return plan(parse(watch.query), names.chosen(choice_from_json(watch.choice)))


@dataclass(frozen=True, slots=True)
class PriceDesk:
    """What pricing needs at hand; money is millionths of a dollar."""

    database: Database
    names: Names  # of the table
    clock: Callable[[], datetime]
    counts: Counts
    post: int  # what a post costs
    longest: int  # characters of a query
    operators: bool  # there are some, and only they may allow what costs


@dataclass(frozen=True, slots=True)
class _Price:
    month: int
    counted: bool  # else assumed


class Pricing:
    """Does these errands."""

    def __init__(self, desk: PriceDesk) -> None:
        """Price with what `desk` holds."""
        self._desk = desk
        self._wanting = Wanting(desk.names)
        self._turn = asyncio.Lock()  # so that watches begun together share one count

    async def of_watch(
        self, errand: Errand
    ) -> Callable[[Connection, Errand, Text], Awaitable[Message | None]]:
        """Price a watch; what is returned says so, if there is anything that would cost."""
        async with self._desk.database.read() as conn:
            watch = await watches.find(conn, int(errand.payload["watch"]))
            accounts = [] if watch is None else await self._unread(conn, watch)
        if not accounts:
            return _say_nothing
        price = await self._price([each.address for each in accounts])
        return partial(self._offer, price, len(accounts))

    async def of_follow(self, errand: Errand) -> Callable[[Connection, Errand, Text], Awaitable[Message]]:
        """Price everything of an account; what is returned says so, or begins where it costs nothing more."""
        async with self._desk.database.read() as conn:
            found = await _followed(conn, errand)
            whole = found is not None and await self._is_whole(conn, found[0])
        if found is None or whole:
            return self._start
        return partial(self._ask, await self._price([found[0].address]))

    async def _unread(self, conn: Connection, watch: Watch) -> list[Source]:
        """Return the accounts that serve the chat, would be read whole for the watch, and are not yet."""
        own = [source for source, _ in await sources.followed_by(conn, watch.chat_id)]
        every = {each.id: each for each in (*own, *await sources.shared(conn))}.values()
        asked = _plan(watch, self._desk.names)
        wanted = [each for each in every if each.kind is SourceKind.X and wants_of(asked, each.address).full]
        wants = await self._wanting.of(conn, wanted) if wanted else {}
        return [each for each in wanted if not wants[each.address].full]

    async def _is_whole(self, conn: Connection, source: Source) -> bool:
        return (await self._wanting.of(conn, [source]))[source.address].full

    async def _price(self, accounts: Sequence[str]) -> _Price:
        async with self._turn:
            counted = await self._count(sorted(accounts))
        week = _ASSUMED * _COUNTED * len(accounts) if counted is None else counted
        return _Price(week * _MONTH // _COUNTED * self._desk.post, counted is not None)

    async def _count(self, accounts: Sequence[str]) -> int | None:
        """Return how many posts they made in seven days, None when X cannot be asked; once a day."""
        today = self._desk.clock().astimezone(UTC).date().isoformat()
        mark = f"{today} {blake2b(' '.join(accounts).encode(), digest_size=8).hexdigest()} "
        async with self._desk.database.read() as conn:
            kept = await settings.get(conn, _COUNT)
        if kept.startswith(mark):
            return int(kept.removeprefix(mark))
        packs = _packs(accounts, self._desk.longest)[:_MOST]
        posts = 0
        for pack in packs:
            found = await self._desk.counts.count(query(pack))
            if isinstance(found, Failure):
                return None
            posts += found
        posts = posts * len(accounts) // sum(map(len, packs))
        async with self._desk.database.begin() as conn:
            await settings.put(conn, _COUNT, f"{mark}{posts}")
        return posts

    async def _offer(
        self, price: _Price, accounts: int, conn: Connection, errand: Errand, text: Text
    ) -> Message | None:
        """Return what it would cost, with the button that allows it; None when the watch has ended."""
        watch = await watches.find(conn, int(errand.payload["watch"]))
        if watch is None:
            return None
        amount = text.about(price.month)
        said = text.html("price-watch", words=label(watch.query), accounts=accounts, price=amount)
        html = self._said(text, price, said)
        rows: Rows = ((_button(text, watch.id, on=True),),) if errand.payload["may"] else ()
        wish = Wish(errand.chat_id, price.month, errand.thread_id, watch_id=watch.id)
        return await self._askable(Message(html, rows), wish, conn, errand, text)

    async def _ask(self, price: _Price, conn: Connection, errand: Errand, text: Text) -> Message:
        """Return what everything of an account would cost, with the buttons to choose from."""
        found = await _followed(conn, errand)
        if found is None:
            return await self._start(conn, errand, text)
        source = found[0]
        amount = text.about(price.month)
        said = text.html("price-follow", name=source_name(source), price=amount)
        rows = (
            mode_buttons(text, source.id, told=True)
            if errand.payload["may"]
            else mode_buttons(text, source.id, everything=False)
        )
        said_so = Message(self._said(text, price, said), rows, edit_message_id=_edited(errand))
        wish = Wish(errand.chat_id, price.month, errand.thread_id, source_id=source.id)
        return await self._askable(said_so, wish, conn, errand, text)

    async def _askable(
        self, said: Message, wish: Wish, conn: Connection, errand: Errand, text: Text
    ) -> Message:
        """Return what is said with the way to ask an operator, for a person who is none."""
        if not errand.payload.get("ask"):
            return said
        return await x_consent.with_a_way(conn, said, wish, text, self._desk.clock())

    def _said(self, text: Text, price: _Price, said: str) -> str:
        lines = [
            said,
            text.html("price-counted") if price.counted else text.html("price-assumed", posts=_ASSUMED),
        ]
        if self._desk.operators:
            lines.append(text.html("price-operators"))
        return "\n".join(lines)

    async def _start(self, conn: Connection, errand: Errand, text: Text) -> Message:
        """Send everything of an account that is read whole anyway."""
        found = await _followed(conn, errand)
        if found is None:
            return Message(text.html("price-gone"), edit_message_id=_edited(errand))
        source, followed = found
        await sources.add_follow(conn, replace(followed, mode=FollowMode.EVERYTHING))
        html = text.html("follow-chosen-everything", name=source_name(source))
        return Message(html, mode_buttons(text, source.id), edit_message_id=_edited(errand))


async def _followed(conn: Connection, errand: Errand) -> tuple[Source, Follow] | None:
    """Return the source of an errand with how the chat follows it, None when it does not any more."""
    own = await sources.followed_by(conn, errand.chat_id)
    return next((each for each in own if each[0].id == int(errand.payload["source"])), None)


def _edited(errand: Errand) -> int | None:
    return int(errand.payload.get("edit") or 0) or None


def _packs(accounts: Sequence[str], longest: int) -> list[list[str]]:
    """Return the accounts in as few groups as queries of that length hold."""
    packs: list[list[str]] = []
    for account in accounts:
        if packs and len(query([*packs[-1], account])) <= longest:
            packs[-1].append(account)
        else:
            packs.append([account])
    return packs


async def _say_nothing(conn: Connection, errand: Errand, text: Text) -> None:
    return None
