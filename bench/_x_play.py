"""Plays a world of X before a poller, and says what should have been told: a clock, a player, an oracle."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from bench._x_posts import BEGINS, SPLIT, World
from matching.index import WatchIndex
from matching.names import Names
from matching.query import parse
from model import Entry
from tests.servers.x import XServer
from tests.servers.x_accounts import XPost

Told = tuple[int, str]
"""A chat, and the identity of a post: `x:` and the id of its first version."""


class Clock:
    """The time of X and of whoever polls it; moved by the bench."""

    def __init__(self) -> None:
        self.moment = BEGINS

    def __call__(self) -> datetime:
        return self.moment


class Player:
    """Lets happen what happens in a world, as time goes by."""

    def __init__(self, world: World, x: XServer, clock: Clock) -> None:
        self.made: dict[int, list[XPost]] = {}  # the versions of each post, by its place
        self._world = world
        self._x = x
        self._clock = clock
        self._todo = list(self._begin())
        heapq.heapify(self._todo)

    def until(self, moment: datetime) -> None:
        """Let time pass to `moment`."""
        while self._todo and self._todo[0][0] <= moment:
            self._clock.moment, what, place = heapq.heappop(self._todo)
            if what == _POSTS:
                self._post(place)
            elif what == _EDITS:
                self._edit(place)
            else:
                self._repost(place)
        self._clock.moment = max(self._clock.moment, moment)

    def _begin(self) -> Iterator[tuple[datetime, int, int]]:
        for handle in self._world.accounts:
            self._x.account(handle)
        for place, post in enumerate(self._world.posts):
            yield post.at, _POSTS, place
            if post.edited is not None:
                yield post.edited[0], _EDITS, place
        for place, (at, _, _) in enumerate(self._world.reposts):
            yield at, _REPOSTS, place

    def _post(self, place: int) -> None:
        post = self._world.posts[place]
        about = None if post.about is None else self.made[post.about][0]
        if about is None:
            made = self._x.posts(post.handle, post.text, language=post.language, late=post.late)
        elif post.quotes:
            made = self._x.quotes(post.handle, post.text, about)
        else:
            made = self._x.replies(post.handle, post.text, about)
        made.language = post.language
        self.made[place] = [made]

    def _edit(self, place: int) -> None:
        post = self._world.posts[place]
        if post.edited is not None:
            edited = self._x.edits(self.made[place][-1], post.edited[1])
            self.made[place].append(edited)

    def _repost(self, place: int) -> None:
        _, handle, about = self._world.reposts[place]
        self._x.retweets(handle, self.made[about][0])


_POSTS, _EDITS, _REPOSTS = range(3)


@dataclass(frozen=True, slots=True)
class Wish:
    """A post that a chat should be told of."""

    since: datetime  # when a version was made that the chat wants
    for_audit: bool  # X's search may not find it: says it past its first 250 characters, or split


class Oracle:
    """Reads every post of every followed account with the matcher, as if nothing had a price."""

    def __init__(self, world: World, names: Names) -> None:
        self._index = WatchIndex(names)
        self._chats: dict[int, int] = {}
        self._followers: dict[str, set[int]] = defaultdict(set)
        for chat, queries in world.watches.items():
            for query in queries:
                number = len(self._chats) + 1
                self._chats[number] = chat
                self._index.add(number, parse(query))
            for handle in world.follows[chat]:
                self._followers[handle].add(chat)

    def wanted_by(self, handle: str, text: str, language: str) -> set[int]:
        """Return the chats that follow an account and want a post of it with that text."""
        entry = Entry(text=text, author=f"@{handle}", language=language)
        return {self._chats[hit.watch_id] for hit in self._index.match(entry)} & self._followers[handle]

    def wishes(self, made: Mapping[int, list[XPost]]) -> dict[Told, Wish]:
        """Return everything that should be told."""
        found: dict[Told, Wish] = {}
        for versions in made.values():
            first = versions[0]
            moments = [first.at, *(_made_at(version) for version in versions[1:])]
            for version, at in zip(versions, moments, strict=True):
                searched = self.wanted_by(version.handle, _searched(version), version.language)
                for chat in self.wanted_by(version.handle, version.whole, version.language):
                    told = (chat, f"x:{first.id}")
                    known = found.get(told)
                    if known is None or (known.for_audit and chat in searched):
                        found[told] = Wish(at, chat not in searched)
        return found


def _searched(version: XPost) -> str:
    text = version.short
    for split in SPLIT:
        text = text.replace(split, "")
    return text


def _made_at(version: XPost) -> datetime:
    return datetime.fromtimestamp(((version.id >> 22) + 1288834974657) / 1000, tz=BEGINS.tzinfo)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one way of polling."""

    made: Mapping[int, list[XPost]]
    told: Mapping[Told, datetime]
    billed: Counter[str]  # how often each post was billed, by the id of the version
    dollars: float
    requests: int
    interval: timedelta
    seconds: float  # of the wall


def figures(outcome: Outcome, wishes: Mapping[Told, Wish]) -> dict[str, float | None]:
    """Return what the bench prints of one way."""
    missed = wishes.keys() - outcome.told.keys()
    first = {version.id: f"x:{versions[0].id}" for versions in outcome.made.values() for version in versions}
    wanted = {name for _, name in wishes}
    bought = Counter({name: count for name, count in outcome.billed.items() if first[int(name)] in wanted})
    posts = outcome.billed.total()
    delays = sorted(
        (at - wishes[told].since).total_seconds() for told, at in outcome.told.items() if told in wishes
    )
    return {
        "interval_s": outcome.interval.total_seconds(),
        "billed_reads": posts,
        "billed_per_wanted": round(posts / len(wanted), 3),
        "billed_unwanted": posts - bought.total(),
        "billed_again": bought.total() - len({first[int(name)] for name in bought}),
        "dollars": round(outcome.dollars, 2),
        "missed": sum(not wishes[told].for_audit for told in missed),
        "missed_for_audit": sum(wishes[told].for_audit for told in missed),
        "told_unwanted": len(outcome.told.keys() - wishes.keys()),
        "requests": outcome.requests,
        "delay_median_s": round(median(delays), 1) if delays else None,
        "delay_max_s": round(delays[-1], 1) if delays else None,
        "wall_s": round(outcome.seconds, 1),
    }
