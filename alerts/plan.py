"""Who is to be told of an item: pure, from hits, watches, follows and chats to alerts owed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from model import (
    Chat,
    ChatKind,
    ChatState,
    Delivery,
    Follow,
    FollowMode,
    Hit,
    NamedHit,
    Source,
    Watch,
)
from store.deliveries import OwedAlert
from store.held import Held, HeldBy

_RESTS = {ChatState.PAUSED: HeldBy.CHAT_PAUSED, ChatState.BANNED: HeldBy.CHAT_BANNED}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that a source listed for the first time, or in other words, and the watches this hits."""

    item_id: int
    source: Source
    found: datetime  # when Hark first found the item, in whichever source
    told_all: bool  # a shared source had it before: whoever watches words was told then
    hits: tuple[Hit, ...]
    revised: bool = False  # known before: no news to those who want everything


@dataclass(frozen=True, slots=True)
class Audience:
    """Everybody a batch of candidates may concern."""

    watches: Mapping[int, Watch]
    follows: Mapping[int, Sequence[Follow]]  # by source
    chats: Mapping[int, Chat]


@dataclass(slots=True)
class _Told:
    thread_id: int | None
    hits: list[NamedHit]


def owed_alerts(candidates: Sequence[Candidate], audience: Audience, now: datetime) -> list[OwedAlert]:
    """Return one alert for each item and chat, in order of the items, naming all of the chat's watches hit.

    A watch counts when it was made before the item was found, is not paused or muted, and its chat is active
    and served by the source: a shared source serves every chat, another one those that follow it.
    """
    return [
        OwedAlert(chat_id, each.item_id, each.source.id, tuple(told.hits), told.thread_id)
        for each in candidates
        for chat_id, told in _told(each, audience, now).items()
    ]


def _told(candidate: Candidate, audience: Audience, now: datetime) -> dict[int, _Told]:
    follows = {follow.chat_id: follow for follow in audience.follows.get(candidate.source.id, ())}
    told: dict[int, _Told] = {}
    for watch, hit in _counting(candidate, audience, now):
        if candidate.source.shared or watch.chat_id in follows:
            chat = told.setdefault(watch.chat_id, _Told(watch.thread_id, []))
            chat.hits.append(NamedHit(watch.id, watch.query, hit.reasons))
    for follow in () if candidate.revised else follows.values():
        if follow.mode is FollowMode.EVERYTHING and follow.created <= now:
            told.setdefault(follow.chat_id, _Told(follow.thread_id, []))
    return {chat_id: each for chat_id, each in told.items() if _reachable(audience.chats.get(chat_id))}


def _counting(candidate: Candidate, audience: Audience, now: datetime) -> Iterator[tuple[Watch, Hit]]:
    return ((watch, hit) for watch, hit in _hit(candidate, audience) if _at_work(watch, now))


def _hit(candidate: Candidate, audience: Audience) -> Iterator[tuple[Watch, Hit]]:
    if candidate.told_all:
        return
    for hit in candidate.hits:
        watch = audience.watches.get(hit.watch_id)
        if watch is not None and watch.created <= candidate.found:
            yield watch, hit


def _at_work(watch: Watch, now: datetime) -> bool:
    return _rests_by(watch, now) is None


def _rests_by(watch: Watch, now: datetime) -> HeldBy | None:
    if watch.paused:
        return HeldBy.PAUSE
    return HeldBy.MUTE if watch.muted_until is not None and watch.muted_until > now else None


def held_hits(candidates: Sequence[Candidate], audience: Audience, now: datetime) -> list[Held]:
    """Return the hits that would be told, were not the watch or its chat at rest, each with what keeps it."""
    found = []
    for each in candidates:
        followers = {follow.chat_id for follow in audience.follows.get(each.source.id, ())}
        for watch, _ in _hit(each, audience):
            chat = audience.chats.get(watch.chat_id)
            if chat is not None and (each.source.shared or chat.id in followers):
                found += _held(each.item_id, watch, chat, now)
    return found


def held_at_last(owed: Delivery, standing: Standing, now: datetime) -> list[Held]:
    """Return what keeps the hits of an alert that nobody wants any more when its turn comes."""
    active = Chat(owed.chat_id, ChatKind.PRIVATE)
    rows = [standing.watches[hit.watch_id] for hit in owed.hits if hit.watch_id in standing.watches]
    return [held for watch in rows for held in _held(owed.item_id or 0, watch, active, now)]


def _held(item_id: int, watch: Watch, chat: Chat, now: datetime) -> list[Held]:
    by = _rests_by(watch, now)
    if by is not None:
        until = watch.muted_until if by is HeldBy.MUTE else None
        return [Held(item_id, watch.id, chat.id, by, now, until=until)]
    if chat.state is ChatState.ACTIVE:
        return []
    by = _RESTS.get(chat.state, HeldBy.CHAT_LOST)
    return [Held(item_id, watch.id, chat.id, by, now, since=chat.since)]


def _reachable(chat: Chat | None) -> bool:
    return chat is not None and chat.state is ChatState.ACTIVE


@dataclass(frozen=True, slots=True)
class Standing:
    """What a chat wants at the moment at which an alert is sent."""

    watches: Mapping[int, Watch]  # of those that hit, the ones that have not ended
    shared: bool  # the source serves every chat
    mode: FollowMode | None  # what the chat wants of the source by following it; None: it does not


def still_wanted(owed: Delivery, standing: Standing, now: datetime) -> Delivery | None:
    """Return the alert with the hits that count now, None when the chat does not want it any more.

    Minutes may lie between the plan and the sending, and people stop, pause, mute and unfollow meanwhile.
    """
    hits = tuple(hit for hit in owed.hits if _wants(standing.watches.get(hit.watch_id), now))
    if standing.mode is FollowMode.EVERYTHING or (hits and (standing.shared or standing.mode is not None)):
        return replace(owed, hits=hits)
    return None


def comes_silently(wanted: Delivery, standing: Standing) -> bool:
    """Tell whether all the watches that an alert names want theirs without sound."""
    hit = [standing.watches[each.watch_id] for each in wanted.hits]
    return bool(hit) and all(watch.silent for watch in hit)


def _wants(watch: Watch | None, now: datetime) -> bool:
    return watch is not None and _at_work(watch, now)
