"""Who is told of an item."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from alerts.plan import Audience, Candidate, owed_alerts
from model import Chat, ChatKind, ChatState, Field, Follow, FollowMode, Hit, Reason, Source, SourceKind, Watch

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=1)
ADA, BOB = 1, 2
SHARED = Source(1, SourceKind.FEED, "https://a.example/feed", "A", shared=True)
OWN = Source(2, SourceKind.FEED, "https://b.example/feed", "B", shared=False)
WHY = (Reason("btc", Field.TITLE, "BTC", 0, 3),)


def watch(number: int, chat_id: int = ADA, **options: object) -> Watch:
    """Return a watch made an hour ago."""
    return Watch(number, chat_id, f"query {number}", options.pop("created", EARLIER), **options)  # type: ignore[arg-type]


def told(
    *watches: Watch,
    source: Source = SHARED,
    follows: tuple[Follow, ...] = (),
    found: datetime = NOW,
    told_all: bool = False,
    chats: tuple[Chat, ...] = (Chat(ADA, ChatKind.PRIVATE), Chat(BOB, ChatKind.PRIVATE)),
) -> list[tuple[int, tuple[int, ...], int | None]]:
    """Return (chat, watches named, topic) of each alert owed for one item that hits all these watches."""
    hits = tuple(Hit(each.id, WHY) for each in watches)
    audience = Audience(
        watches={each.id: each for each in watches},
        follows={source.id: follows},
        chats={each.id: each for each in chats},
    )
    owed = owed_alerts([Candidate(9, source, found, told_all, hits)], audience, NOW)
    assert all((each.item_id, each.source_id) == (9, source.id) for each in owed)
    return [(each.chat_id, tuple(hit.watch_id for hit in each.hits), each.thread_id) for each in owed]


def follow(mode: FollowMode, chat_id: int = ADA, created: datetime = EARLIER) -> Follow:
    """Return a follow of the source that is no other chat's."""
    return Follow(chat_id, OWN.id, mode, created, thread_id=4)


def test_several_watches_are_one_message_naming_all() -> None:
    """An item that hits two watches of a chat is one alert, in the topic of the first."""
    assert told(watch(1, thread_id=7), watch(2), watch(3, BOB)) == [(ADA, (1, 2), 7), (BOB, (3,), None)]


def test_an_alert_keeps_the_words_of_its_watch() -> None:
    """An alert can say which watch it is for and why, even if the watch is gone when it is sent."""
    audience = Audience({1: watch(1)}, {}, {ADA: Chat(ADA, ChatKind.PRIVATE)})
    candidate = Candidate(9, SHARED, NOW, told_all=False, hits=(Hit(1, WHY),))

    [owed] = owed_alerts([candidate], audience, NOW)

    assert [(hit.query, hit.reasons) for hit in owed.hits] == [("query 1", WHY)]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (watch(1), True),
        (watch(1, paused=True), False),
        (watch(1, muted_until=NOW + timedelta(seconds=1)), False),
        (watch(1, muted_until=NOW), True),
        (watch(1, created=NOW), True),
        (watch(1, created=NOW + timedelta(seconds=1)), False),  # after the item was found
    ],
)
def test_which_watches_count(made: Watch, expected: bool) -> None:
    """A watch that is paused, muted or younger than the item brings no alert."""
    assert bool(told(made)) is expected


def test_a_watch_that_ended_meanwhile_brings_nothing() -> None:
    """A hit of a watch that is gone is nobody's alert."""
    candidate = Candidate(9, SHARED, NOW, told_all=False, hits=(Hit(1, WHY),))

    assert owed_alerts([candidate], Audience({}, {}, {}), NOW) == []


@pytest.mark.parametrize("state", list(ChatState))
def test_only_active_chats_are_told(state: ChatState) -> None:
    """A chat that is paused, blocked or gone gets no alerts."""
    chat = Chat(ADA, ChatKind.PRIVATE, state=state)

    assert bool(told(watch(1), chats=(chat,))) is (state is ChatState.ACTIVE)


def test_a_source_of_its_own_serves_its_followers_alone() -> None:
    """A source that Ada follows brings alerts to Ada, and none to Bob with the same watch."""
    found = told(watch(1), watch(2, BOB), source=OWN, follows=(follow(FollowMode.WORDS),))

    assert found == [(ADA, (1,), None)]


def test_who_follows_everything_is_told_of_everything() -> None:
    """Without a hit the alert comes all the same, where the follow was made; with one it names the watch."""
    everything = (follow(FollowMode.EVERYTHING),)

    assert told(source=OWN, follows=everything) == [(ADA, (), 4)]
    assert told(watch(1), source=OWN, follows=everything) == [(ADA, (1,), None)]


def test_who_follows_for_words_is_not_told_of_everything() -> None:
    """Only my words means only my words."""
    assert told(source=OWN, follows=(follow(FollowMode.WORDS),)) == []


def test_a_follow_sees_what_comes_after_it() -> None:
    """Following everything does not bring what was found before."""
    young = follow(FollowMode.EVERYTHING, created=NOW + timedelta(seconds=1))

    assert told(source=OWN, follows=(young,)) == []


def test_what_a_shared_source_told_is_not_told_again() -> None:
    """A second source with the same item tells only those who want everything of it."""
    follows = (follow(FollowMode.EVERYTHING, BOB), follow(FollowMode.WORDS))

    assert told(watch(1), source=OWN, follows=follows, told_all=True) == [(BOB, (), 4)]
    assert told(watch(1), told_all=True) == []


def test_items_are_told_in_their_order() -> None:
    """Several items come in the order in which they are given."""
    candidates = [Candidate(number, SHARED, NOW, told_all=False, hits=(Hit(1, WHY),)) for number in (5, 3, 4)]
    audience = Audience({1: watch(1)}, {}, {ADA: Chat(ADA, ChatKind.PRIVATE)})

    assert [each.item_id for each in owed_alerts(candidates, audience, NOW)] == [5, 3, 4]
