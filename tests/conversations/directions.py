"""Stage directions, the lines in parentheses: who there is, and what happens besides what people say."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import cast

from tests.conversations.players import Players, ScriptError
from tests.conversations.stage import POLL
from tests.servers.telegram_records import User

Act = Callable[[Players, re.Match[str]], Awaitable[None]]

_NUMBERS = ("a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_GATEWAY = 502


@dataclass(frozen=True, slots=True)
class Direction:
    """A sentence and what it does; `before`: it is true before Hark starts."""

    pattern: re.Pattern[str]
    act: Act
    before: bool


def find(text: str) -> tuple[Direction, re.Match[str]]:
    """Return the direction that a sentence gives. Raises ScriptError."""
    for direction in _table():
        found = direction.pattern.fullmatch(text)
        if found is not None:
            return direction, found
    raise ScriptError(f"no such direction: ({text})")


def _table() -> list[Direction]:
    before = [Direction(re.compile(text, re.DOTALL), act, before=True) for text, act in _BEFORE.items()]
    return before + [
        Direction(re.compile(text, re.DOTALL), act, before=False) for text, act in _MEANWHILE.items()
    ]


# before Hark starts


async def _speaks(players: Players, found: re.Match[str]) -> None:
    name, language = found.groups()
    if name in players.people:
        players.people[name] = players.stage.telegram.speaks(players.people[name], language)
    else:
        players.people[name] = players.stage.telegram.user(name, language)


async def _all_speak(players: Players, found: re.Match[str]) -> None:
    players.language = found[1]


async def _is_chat(players: Players, found: re.Match[str]) -> None:
    name, kind, people, outside = found.groups()
    owner, *members = [players.person(each) for each in re.split(r", | and ", people)]
    telegram = players.stage.telegram
    status = "left" if outside else "administrator" if kind == "channel" else "member"
    real = "supergroup" if kind == "forum" else kind
    chat = telegram.group(name, real, [owner], members, forum=kind == "forum", bot=status)
    players.chats[name] = chat


async def _is_administrator(players: Players, found: re.Match[str]) -> None:
    players.chat(found[2]).statuses[players.person(found[1]).id] = "administrator"


async def _has_topic(players: Players, found: re.Match[str]) -> None:
    players.chat(found[1]).creates_topic(found[2])


async def _is_source(players: Players, found: re.Match[str]) -> None:
    stage = players.stage
    feed = players.feeds[found[1]] = stage.site.feed(f"/{found[1].lower()}.xml", title=found[1])
    stage.cast = replace(stage.cast, feeds=(*stage.cast.feeds, feed))


async def _is_feed(players: Players, found: re.Match[str]) -> None:
    players.feeds[found[1]] = players.stage.site.feed(found[2], title=found[1])


async def _links(players: Players, found: re.Match[str]) -> None:
    link = f'<link rel="alternate" type="application/rss+xml" href="{found[2]}">'
    players.stage.site.page(found[1], f"<html><head>{link}</head><body>Hello</body></html>")


async def _operates(players: Players, found: re.Match[str]) -> None:
    stage = players.stage
    stage.cast = replace(stage.cast, admins=(*stage.cast.admins, players.person(found[1]).id))


async def _allows(players: Players, found: re.Match[str]) -> None:
    stage = players.stage
    stage.cast = replace(stage.cast, quotas=(*stage.cast.quotas, (found[2], int(found[1]))))


async def _serves_only(players: Players, found: re.Match[str]) -> None:
    name, stage = found[1], players.stage
    chat = players.chats.get(name) or players.private(name)
    stage.cast = replace(stage.cast, allowed_chats=(*stage.cast.allowed_chats, chat.id))


async def _has_published(players: Players, found: re.Match[str]) -> None:
    title, _, text = found[2].partition("\n")
    players.feed(found[1]).publish(title, text)


async def _reads_x(players: Players, found: re.Match[str]) -> None:
    await players.stage.opens_x()


async def _is_account(players: Players, found: re.Match[str]) -> None:
    stage = players.stage
    (await stage.opens_x()).account(found[1], found[3] or "")
    if found[2]:
        stage.cast = replace(stage.cast, accounts=(*stage.cast.accounts, found[1]))


async def _looks_up(players: Players, found: re.Match[str]) -> None:
    names = await players.stage.opens_names()
    names.item("Q77", en=[found[1]], ru=[found[2]], x=[found[3]])


# meanwhile


async def _publishes(players: Players, found: re.Match[str]) -> None:
    await _has_published(players, found)
    await players.stage.passes(POLL)


async def _posts_on_x(players: Players, found: re.Match[str]) -> None:
    (await players.stage.opens_x()).posts(found[1], found[2])
    await players.stage.passes(POLL)


async def _wants_money(players: Players, found: re.Match[str]) -> None:
    (await players.stage.opens_x()).out_of_credits()


async def _is_paid(players: Players, found: re.Match[str]) -> None:
    (await players.stage.opens_x()).pays()


async def _later(players: Players, found: re.Match[str]) -> None:
    word, unit = found.groups()
    number = max(1, _NUMBERS.index(word) - 1) if word in _NUMBERS else int(word)
    await players.stage.passes(timedelta(seconds=number * _UNITS[unit]))


async def _restarts(players: Players, found: re.Match[str]) -> None:
    await players.stage.restarts()


async def _answers(players: Players, found: re.Match[str]) -> None:
    players.feed(found[1]).fails(int(found[2]))


async def _is_well(players: Players, found: re.Match[str]) -> None:
    players.feed(found[1]).heals()


async def _blocks(players: Players, found: re.Match[str]) -> None:
    players.private(found[1]).blocks()


async def _unblocks(players: Players, found: re.Match[str]) -> None:
    players.private(found[1]).unblocks()


async def _adds(players: Players, found: re.Match[str]) -> None:
    status = "administrator" if found[3] else "member"
    players.chat(found[2]).adds_bot(players.person(found[1]), status)


async def _removes(players: Players, found: re.Match[str]) -> None:
    players.chat(found[2]).kicks_bot(players.person(found[1]))


async def _promotes(players: Players, found: re.Match[str]) -> None:
    players.chat(found[2]).promotes(_player(players, found[1]))


async def _demotes(players: Players, found: re.Match[str]) -> None:
    players.chat(found[2]).demotes(_player(players, found[1]))


def _player(players: Players, name: str) -> User:
    return players.stage.telegram.world.bot if name == "Hark" else players.person(name)


async def _leaves(players: Players, found: re.Match[str]) -> None:
    players.chat(found[2]).leaves(players.person(found[1]))


async def _mutes(players: Players, found: re.Match[str]) -> None:
    players.chat(found[1]).mutes_bot()


async def _unmutes(players: Players, found: re.Match[str]) -> None:
    players.chat(found[1]).allows_bot()


async def _migrates(players: Players, found: re.Match[str]) -> None:
    players.chats[found[1]] = players.chat(found[1]).migrates()


async def _dies(players: Players, found: re.Match[str]) -> None:
    players.chat(found[1]).dies()


async def _topic_changes(players: Players, found: re.Match[str]) -> None:
    name, title, what = found.groups()
    chat, topic = players.chat(title), players.topic(title, name)
    deeds = {"closed": chat.closes_topic, "opened again": chat.reopens_topic, "deleted": chat.deletes_topic}
    cast(Callable[[int], None], deeds[what])(topic)


async def _is_silent(players: Players, found: re.Match[str]) -> None:
    players.stage.telegram.fails(2, _GATEWAY, method="getChatMember")


_BEFORE: dict[str, Act] = {
    r"everybody speaks ([\w-]+)": _all_speak,
    r"(\w+) speaks ([\w-]+)": _speaks,
    r"(\w+) is a (group|supergroup|forum|channel) of ([\w, ]+?)( without Hark)?": _is_chat,
    r"(\w+) is an administrator of (\w+)": _is_administrator,
    r"(\w+) has the topic (\w+)": _has_topic,
    r"(\w+) is a source": _is_source,
    r"(\w+) is a feed at (\S+)": _is_feed,
    r"the page (\S+) links to (\S+)": _links,
    r"(\w+) operates Hark": _operates,
    r"Hark serves only (\w+)": _serves_only,
    r"a chat may have (\d+) (watches|sources|alerts)(?: a day)?": _allows,
    r"(\w+) has published: (.*)": _has_published,
    r"Hark reads X": _reads_x,
    r"@(\w+) is an account of X( for all)?(?: called (.+))?": _is_account,
    r"Wikidata knows (.+) as (.+) and @(\w+)": _looks_up,
}
_MEANWHILE: dict[str, Act] = {
    r"(\w+) publishes: (.*)": _publishes,
    r"@(\w+) posts: (.*)": _posts_on_x,
    r"X wants money": _wants_money,
    r"X has money again": _is_paid,
    rf"(\d+|{'|'.join(_NUMBERS)}) ({'|'.join(_UNITS)})s? later": _later,
    r"Hark restarts": _restarts,
    r"(\w+) answers (\d+)": _answers,
    r"(\w+) is well again": _is_well,
    r"(\w+) blocks Hark": _blocks,
    r"(\w+) lets Hark in again": _unblocks,
    r"(\w+) adds Hark to (\w+)( as an administrator)?": _adds,
    r"(\w+) removes Hark from (\w+)": _removes,
    r"(\w+) becomes an administrator of (\w+)": _promotes,
    r"(\w+) is no administrator of (\w+) any more": _demotes,
    r"(\w+) leaves (\w+)": _leaves,
    r"Hark may not write in (\w+)": _mutes,
    r"Hark may write in (\w+) again": _unmutes,
    r"(\w+) becomes a supergroup": _migrates,
    r"(\w+) is deleted for ever": _dies,
    r"(\w+) in (\w+) is (closed|opened again|deleted)": _topic_changes,
    r"Telegram does not say who administers": _is_silent,
}
