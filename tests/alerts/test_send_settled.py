"""What the sender makes of alerts nobody wants, of refusals, edits, kills and restarts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog

from alerts.pace import Limits
from model import DeliveryState, Follow, FollowMode, Watch
from store import deliveries, sources, watches
from store.database import Connection
from tests.alerts.outbox import Outbox, outbox, titles
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat

# python-telegram-bot 22.8 warns whenever it builds a RetryAfter; the number of seconds is read in both forms
pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")


async def _stop(conn: Connection, watch: Watch) -> None:
    await watches.remove(conn, [watch.id])


async def _pause(conn: Connection, watch: Watch) -> None:
    await watches.pause(conn, watch.id, paused=True)


async def _mute(conn: Connection, watch: Watch) -> None:
    await watches.mute(conn, watch.id, datetime.now(UTC) + timedelta(hours=24))


@pytest.mark.parametrize("deed", [_stop, _pause, _mute])
async def test_who_stops_a_watch_gets_no_more_of_it(
    box: Outbox, ada: Chat, deed: Callable[[Connection, Watch], Awaitable[None]]
) -> None:
    """Alerts of a watch that was stopped, paused or muted while they waited do not come; others do."""
    stopped, kept = await box.watches(ada.id, "bitcoin"), await box.watches(ada.id, "ether")
    numbers = await box.owes(ada.id, "News 1", "News 2", hits=(stopped,))
    await box.owes(ada.id, "News 3", hits=(stopped, kept))
    async with box.database.begin() as conn:
        await deed(conn, stopped)

    with structlog.testing.capture_logs() as logs:
        await box.sender().step()

    dropped = [await box.delivery(number) for number in numbers]
    assert titles(ada) == ["News 3"]
    assert ("#ether" in ada.texts[0], "#bitcoin" in ada.texts[0]) == (True, False)
    assert {(each.state, each.error) for each in dropped} == {
        (DeliveryState.DROPPED, "nobody wants it any more")
    }
    assert logs == []


@pytest.mark.parametrize("mode", [None, FollowMode.WORDS])
async def test_who_unfollows_a_source_gets_no_more_of_it(
    box: Outbox, ada: Chat, mode: FollowMode | None
) -> None:
    """What came of a source does not come after the chat has ended its follow, or wants words only."""
    numbers = await box.owes(ada.id, "News 1", "News 2")
    async with box.database.begin() as conn:
        if mode is None:
            await sources.remove_follow(conn, ada.id, 1)
        else:
            await sources.add_follow(conn, Follow(ada.id, 1, mode, box.hours.now()))

    await box.sender().step()

    assert titles(ada) == []
    assert {(await box.delivery(number)).state for number in numbers} == {DeliveryState.DROPPED}


async def test_what_nobody_wants_holds_nobody_up(telegram: TelegramServer, tmp_path: Path) -> None:
    """Alerts that are dropped do not count as messages: what comes after them goes out at once."""
    limits = Limits(chat_per_second=0.001, chat_burst=1)
    async with outbox(telegram, tmp_path, limits) as box:
        ada = telegram.private(telegram.user("Ada"))
        stopped, kept = await box.watches(ada.id, "bitcoin"), await box.watches(ada.id, "ether")
        await box.owes(ada.id, *(f"News {number}" for number in range(5)), hits=(stopped,))
        await box.owes(ada.id, "News 5", hits=(kept,))
        async with box.database.begin() as conn:
            await watches.remove(conn, [stopped.id])

        async with asyncio.timeout(10):
            await box.sender().step()

    assert titles(ada) == ["News 5"]


async def test_a_revoked_token_stops_the_sender(box: Outbox, ada: Chat, telegram: TelegramServer) -> None:
    """When the token is worth nothing any more Hark stops, and the alert is still owed."""
    [number] = await box.owes(ada.id, "News")
    telegram.revokes_token()

    await box.sender().step()

    assert len(box.stopped) == 1
    assert (await box.delivery(number)).state is DeliveryState.DUE


async def test_refused_markup_goes_out_plain(box: Outbox, ada: Chat, telegram: TelegramServer) -> None:
    """An alert whose markup Telegram does not read arrives without markup rather than not at all."""
    await box.owes(ada.id, "News <1>")
    telegram.refuses('Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 4')

    await box.sender().step()

    [sent] = ada.messages
    assert "News <1>" in sent.text
    assert sent.bold == ()


async def test_a_refused_link_button_is_left_out(box: Outbox, ada: Chat, telegram: TelegramServer) -> None:
    """An address that Telegram takes for no address costs its button, not the alert."""
    await box.owes(ada.id, "News")
    telegram.refuses("Bad Request: BUTTON_URL_INVALID")

    await box.sender().step()

    [sent] = ada.messages
    assert "News" in sent.text
    assert [button for button in sent.buttons if button.url] == []


@pytest.mark.parametrize("refusal", ["BUTTON_DATA_INVALID", "SOMETHING_NEW"])
async def test_a_refusal_that_is_not_understood_costs_no_alert(
    box: Outbox, ada: Chat, telegram: TelegramServer, refusal: str
) -> None:
    """Whatever Telegram does not like about an alert, its words arrive without buttons."""
    watch = await box.watches(ada.id, "bitcoin")
    await box.owes(ada.id, "News <1>", hits=(watch,))
    telegram.refuses(f"Bad Request: {refusal}")

    await box.sender().step()

    [sent] = ada.messages
    assert "News <1>" in sent.text
    assert sent.buttons == ()


async def test_what_goes_out_plainer_is_paced(telegram: TelegramServer, tmp_path: Path) -> None:
    """A message that Telegram refuses counts as one, so that its plainer form is no burst."""
    async with outbox(telegram, tmp_path, Limits(group_per_minute=3, group_reserve=0, chat_burst=10)) as box:
        group = telegram.group("Crypto")
        await box.owes(group.id, "News 1", "News 2", "News 3")
        telegram.refuses("Bad Request: BUTTON_URL_INVALID")

        step = asyncio.create_task(box.sender().step())
        await group.wait_for_count(2)
        done, _ = await asyncio.wait([step], timeout=0.5)
        early = titles(group)
        box.hours.pass_by(61)
        await step

    assert (done, early) == (set(), ["News 1", "News 2"])
    assert titles(group) == ["News 1", "News 2", "News 3"]


async def test_a_message_that_nothing_can_mend_is_given_up(
    box: Outbox, ada: Chat, telegram: TelegramServer
) -> None:
    """What is refused with nothing around it any more ends there, and the next alert comes."""
    [first, _] = await box.owes(ada.id, "News 1", "News 2")
    telegram.refuses("Bad Request: SOMETHING_NEW", times=2)

    await box.sender().step()

    given_up = await box.delivery(first)
    assert (given_up.state, given_up.error) == (DeliveryState.FAILED, "Something_new")
    assert titles(ada) == ["News 2"]


async def test_an_edit_of_a_deleted_message_becomes_a_new_one(box: Outbox, ada: Chat) -> None:
    """A screen whose message somebody deleted appears anew."""
    await box.answers(ada.id, "one")
    sender = box.sender()
    await sender.step()
    await box.answers(ada.id, "two", edit_message_id=ada.messages[0].id)
    ada.deletes(ada.messages[0])

    await sender.step()

    assert [each.text for each in ada.visible] == ["two"]


async def test_an_edit_changes_the_message(box: Outbox, ada: Chat) -> None:
    """An answer that edits leaves no second message."""
    await box.answers(ada.id, "one")
    sender = box.sender()
    await sender.step()
    await box.answers(ada.id, "two", edit_message_id=ada.messages[0].id)

    await sender.step()

    assert ada.texts == ["two"]


async def test_what_a_killed_process_was_sending_comes_again_with_its_number(box: Outbox, ada: Chat) -> None:
    """After a kill in the middle of a send the alert is owed again, marked as one that may have arrived."""
    [number] = await box.owes(ada.id, "News")
    async with box.database.begin() as conn:
        [due] = await deliveries.due(conn, box.hours.now(), 1)
        taken = await deliveries.take(conn, due)
    assert taken is not None

    async with box.database.begin() as conn:
        released = await deliveries.release(conn)
    again = await box.delivery(number)
    await box.sender().step()

    assert (released, again.state, again.uncertain) == (1, DeliveryState.DUE, True)
    assert len(ada.messages) == 1
    assert f"№ {number}" in ada.texts[0]


async def test_a_zombies_word_changes_nothing(box: Outbox, ada: Chat) -> None:
    """A process that was thought dead cannot settle what a newer one has taken over."""
    [number] = await box.owes(ada.id, "News")
    async with box.database.begin() as conn:
        [due] = await deliveries.due(conn, box.hours.now(), 1)
        zombie = await deliveries.take(conn, due)
        await deliveries.release(conn)
    assert zombie is not None
    await box.sender().step()

    async with box.database.begin() as conn:
        settled = await deliveries.give_up(conn, zombie, "too late")

    assert settled is False
    assert (await box.delivery(number)).state is DeliveryState.SENT


async def test_the_pace_goes_on_after_a_restart(telegram: TelegramServer, tmp_path: Path) -> None:
    """A restart brings no burst: what was sent in the last minute still counts for its group."""
    limits = Limits(group_per_minute=3, group_reserve=0, chat_burst=10)
    async with outbox(telegram, tmp_path, limits) as box:
        group = telegram.group("Crypto")
        await box.owes(group.id, "News 1", "News 2", "News 3")
        await box.sender().step()
        await box.owes(group.id, "News 4")
        restarted = box.sender()
        await restarted.remember()

        step = asyncio.create_task(restarted.step())
        done, _ = await asyncio.wait([step], timeout=0.5)
        held = titles(group)
        box.hours.pass_by(61)
        await step

    assert (done, held) == (set(), ["News 1", "News 2", "News 3"])
    assert titles(group) == ["News 1", "News 2", "News 3", "News 4"]


async def test_what_was_in_flight_at_a_kill_counts_as_sent(telegram: TelegramServer, tmp_path: Path) -> None:
    """A message that may have gone out at a kill counts for its group: the restart brings no burst."""
    limits = Limits(group_per_minute=3, group_reserve=0, chat_burst=10)
    async with outbox(telegram, tmp_path, limits) as box:
        group = telegram.group("Crypto")
        await box.owes(group.id, "News 1", "News 2", "News 3")
        async with box.database.begin() as conn:
            [first] = await deliveries.due(conn, box.hours.now(), 1)
            await deliveries.take(conn, first)
            await deliveries.release(conn)
        restarted = box.sender()
        await restarted.remember()

        step = asyncio.create_task(restarted.step())
        await group.wait_for_count(2)
        done, _ = await asyncio.wait([step], timeout=0.5)
        early = titles(group)
        box.hours.pass_by(61)
        await step

    assert (done, early) == (set(), ["News 1", "News 2"])
    assert titles(group) == ["News 1", "News 2", "News 3"]


async def test_a_busy_chat_is_paced_within_telegrams_limits(telegram: TelegramServer, tmp_path: Path) -> None:
    """A burst of alerts to a few chats goes out without one complaint from a Telegram that counts."""
    telegram.limits()
    async with outbox(telegram, tmp_path, Limits()) as box:
        people = [telegram.private(telegram.user(f"P{number}")) for number in range(3)]
        for chat in people:
            await box.owes(chat.id, *(f"News {number}" for number in range(5)))

        await box.sender().step()

    assert [titles(chat) for chat in people] == [[f"News {number}" for number in range(5)]] * 3
    assert telegram.floods == 0
    assert (
        max(telegram.trouble.held, default=0) < 0.2
    )  # on the way the distance of two messages changes a bit


async def test_stopping_finishes_what_is_under_way_and_begins_nothing(
    box: Outbox, ada: Chat, telegram: TelegramServer
) -> None:
    """A stop waits for the messages in flight, so that none of them comes twice after the next start."""
    bob = telegram.private(telegram.user("Bob"))
    first, second = [(await box.owes(chat.id, "News"))[0] for chat in (ada, bob)]
    telegram.holds(0.3, times=2)
    await box.owes(ada.id, "Later")
    sender = box.sender()
    step = asyncio.create_task(sender.step())
    await ada.wait_for_count(1)

    await sender.stop()
    await step

    states = [(await box.delivery(number)).state for number in (first, second)]
    assert DeliveryState.SENDING not in states
    assert titles(ada) == ["News"]
