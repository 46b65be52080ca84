"""What becomes of a delivery that was not sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.settle import Attempt, later, settle_error
from errors import (
    ChatMigrated,
    ChatUnavailable,
    FloodWait,
    MessageRefused,
    NoRight,
    SendBroken,
    SendError,
    SendFailed,
    SendUncertain,
    TokenRefused,
    TopicGone,
)
from model import (
    Chat,
    ChatKind,
    ChatState,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Follow,
    FollowMode,
    Message,
)
from store import chats, deliveries, sources, watches
from store.database import Database
from store.deliveries import OwedAlert, OwedMessage

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
ADA, BOB = 1, 2
TAKEN = Delivery(7, ADA, DeliveryKind.ALERT, DeliveryState.SENDING, NOW, attempts=1)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with two alerts for Ada, one for Bob."""
    made = Database(f"sqlite:///{tmp_path / 'hark.db'}")
    await made.open()
    async with made.begin() as conn:
        await chats.save(conn, Chat(ADA, ChatKind.PRIVATE))
        await deliveries.owe_alerts(
            conn, [OwedAlert(ADA, 1, 1), OwedAlert(ADA, 2, 1), OwedAlert(BOB, 1, 1)], NOW
        )
    yield made
    await made.close()


def say(chat: Chat, key: str, name: str) -> Message:
    """Say the key itself."""
    return Message(f"{chat.language}: {key}")


async def failed(database: Database, error: SendError, thread_id: int | None = None) -> list[Delivery]:
    """Let the first delivery fail; return all deliveries as they stand then."""
    async with database.begin() as conn:
        first = await deliveries.find(conn, 1)
        assert first is not None
        taken = await deliveries.take(conn, first)
        assert taken is not None
        await settle_error(conn, Attempt(replace(taken, thread_id=thread_id), error, NOW, 0.5), say)
    return await standing(database)


async def standing(database: Database) -> list[Delivery]:
    """Return all deliveries in order."""
    async with database.read() as conn:
        found = [await deliveries.find(conn, number) for number in (1, 2, 3)]
    return [each for each in found if each is not None]


async def waits(database: Database) -> list[float]:
    """Return after how many seconds each delivery may be sent."""
    moments = (0.0, 1.125, 10.0, 30.5, 3600.0)
    async with database.read() as conn:
        due = {
            wait: {each.id for each in await deliveries.due(conn, NOW + timedelta(seconds=wait), 9)}
            for wait in moments
        }
    return [next(wait for wait in moments if number in due[wait]) for number in (1, 2, 3)]


@given(st.integers(1, 99), st.floats(0, 1))
def test_retries_wait_longer_and_longer_up_to_ten_minutes(attempts: int, luck: float) -> None:
    """What was not sent is tried again after one second, two, four …, at last every ten minutes or so."""
    again = later(Attempt(replace(TAKEN, attempts=attempts), SendFailed("no"), NOW, luck))

    assert again is not None
    wait = (again.due - NOW).total_seconds()
    assert min(2 ** (attempts - 1), 600) <= wait <= min(2 ** (attempts - 1), 600) * 1.25
    assert again.uncertain is False


@given(st.integers(1, 99))
def test_what_may_have_arrived_waits_until_telegram_must_have_answered(attempts: int) -> None:
    """An uncertain message is repeated after ten seconds at the earliest, and says its number."""
    again = later(Attempt(replace(TAKEN, attempts=attempts), SendUncertain("?"), NOW, 0.0))

    assert again is not None
    assert again.due >= NOW + timedelta(seconds=10)
    assert again.uncertain is True


def test_an_edit_that_may_have_arrived_is_repeated_without_a_word() -> None:
    """An edit does no harm twice, so nothing is said about it."""
    edit = replace(TAKEN, message=Message("x", edit_message_id=3))

    again = later(Attempt(edit, SendUncertain("?"), NOW, 0.0))

    assert again is not None
    assert again.uncertain is False


def test_an_uncertain_message_stays_uncertain() -> None:
    """A message that may have arrived says so even if the attempt after it surely failed."""
    again = later(Attempt(replace(TAKEN, uncertain=True), SendFailed("no"), NOW, 0.0))

    assert again is not None
    assert again.uncertain is True


def test_nothing_is_tried_for_ever() -> None:
    """After a hundred attempts, most of a day, a message is given up."""
    assert later(Attempt(replace(TAKEN, attempts=100), SendFailed("no"), NOW, 0.0)) is None


async def test_a_message_tried_too_often_is_given_up(database: Database) -> None:
    """The row of a message that was tried too often says why it was given up."""
    async with database.begin() as conn:
        for _ in range(100):
            due = await deliveries.find(conn, 1)
            assert due is not None
            taken = await deliveries.take(conn, due)
            assert taken is not None
            await settle_error(conn, Attempt(taken, SendFailed("no route"), NOW, 0.0), say)

    first = (await standing(database))[0]
    assert (first.state, first.error) == (DeliveryState.FAILED, "no route")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (FloodWait(30), [30.5, 30.5, 0]),
        (NoRight("no"), [3600, 3600, 0]),
        (TopicGone("closed"), [3600, 3600, 0]),  # General itself
        (SendFailed("no"), [1.125, 1.125, 0]),
        (SendBroken("KeyError"), [1.125, 0, 0]),
        (SendUncertain("?"), [10, 0, 0]),
        (TokenRefused("revoked"), [1.125, 1.125, 0]),
    ],
)
async def test_who_waits_after_a_refusal(database: Database, error: SendError, expected: list[float]) -> None:
    """A wait that concerns the chat holds for all its messages, and never for another chat."""
    found = await failed(database, error)

    assert await waits(database) == expected
    assert {each.state for each in found} == {DeliveryState.DUE}


@pytest.mark.parametrize(("forever", "expected"), [(False, ChatState.BLOCKED), (True, ChatState.GONE)])
async def test_a_chat_out_of_reach_is_paused(database: Database, forever: bool, expected: ChatState) -> None:
    """Alerts for a chat that cannot be reached wait for it; answers are still tried."""
    async with database.begin() as conn:
        answer = OwedMessage(ADA, DeliveryKind.ANSWER, Message("hello"))
        number = await deliveries.owe_message(conn, answer, NOW)

    found = await failed(database, ChatUnavailable("blocked", forever))

    async with database.read() as conn:
        chat, answered = await chats.find(conn, ADA), await deliveries.find(conn, number)
    assert [each.state for each in found] == [DeliveryState.HELD, DeliveryState.HELD, DeliveryState.DUE]
    assert chat is not None
    assert (chat.state, chat.since) == (expected, NOW)
    assert answered is not None
    assert answered.state is DeliveryState.DUE


async def test_a_hopeless_message_is_given_up_alone(database: Database) -> None:
    """What Telegram will never show is given up; the chat's other alerts come."""
    found = await failed(database, MessageRefused("no", None))

    assert [each.state for each in found] == [DeliveryState.FAILED, DeliveryState.DUE, DeliveryState.DUE]


async def test_a_migrated_chat_takes_its_alerts_along(database: Database) -> None:
    """Everything owed to the old id is owed to the new one, at once."""
    found = await failed(database, ChatMigrated(-100))

    assert [each.chat_id for each in found] == [-100, -100, BOB]
    assert await waits(database) == [0, 0, 0]


async def test_a_lost_topic_takes_nothing_with_it(database: Database) -> None:
    """Watches, follows and alerts of a topic that is gone speak in General; other topics stay theirs."""
    async with database.begin() as conn:
        lost = await watches.add(conn, ADA, "btc", NOW, 5)
        kept = await watches.add(conn, ADA, "eth", NOW, 6)
        for source_id, thread_id in ((1, 5), (2, 6)):
            await sources.add_follow(conn, Follow(ADA, source_id, FollowMode.WORDS, NOW, thread_id))
        await deliveries.owe_alerts(conn, [OwedAlert(ADA, 8, 1, (), 5), OwedAlert(ADA, 9, 1, (), 6)], NOW)

    await failed(database, TopicGone("closed"), thread_id=5)

    async with database.read() as conn:
        threads = {each.id: each.thread_id for each in await watches.of_chat(conn, ADA)}
        follows = {each.source_id: each.thread_id for each in await sources.follows_of(conn, [1, 2])}
        due = [(each.item_id, each.thread_id) for each in await deliveries.due(conn, NOW, 9, {BOB})]
    assert threads == {lost.id: None, kept.id: 6}
    assert follows == {1: None, 2: 6}
    assert due == [(None, None), (1, None), (2, None), (8, None), (9, 6)]  # a notice, then the alerts
