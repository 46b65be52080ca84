"""The sender between a real outbox and a loopback Telegram: in order, paced, once, whatever goes wrong."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from alerts.pace import Limits
from model import Chat as KnownChat
from model import ChatKind, ChatState, DeliveryState
from store import chats, deliveries, managers, watches
from tests.alerts.outbox import Outbox, outbox, titles
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat

# python-telegram-bot 22.8 warns whenever it builds a RetryAfter; the number of seconds is read in both forms
pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")


async def test_a_chat_gets_its_alerts_in_order(box: Outbox, ada: Chat, telegram: TelegramServer) -> None:
    """Alerts arrive one after the other as they were found, each once, and Telegram has no complaint."""
    names = [f"News {number}" for number in range(12)]
    numbers = await box.owes(ada.id, *names)

    await box.sender().step()

    assert titles(ada) == names
    assert [f"№ {number}" in text for number, text in zip(numbers, ada.texts, strict=True)] == [True] * 12
    assert telegram.violations == []
    sent = await box.delivery(numbers[0])
    assert (sent.state, sent.message_id, sent.error) == (DeliveryState.SENT, ada.messages[0].id, "")


async def test_answers_come_before_alerts(box: Outbox, ada: Chat) -> None:
    """Who says something to Hark is answered before the alerts that were waiting."""
    await box.owes(ada.id, "News 1", "News 2")
    await box.answers(ada.id, "an answer")

    await box.sender().step()

    assert titles(ada) == ["an answer", "News 1", "News 2"]


async def test_few_messages_are_in_flight_at_once(box: Outbox, telegram: TelegramServer) -> None:
    """A kill can repeat no more than three messages: no more are under way."""
    people = [telegram.private(telegram.user(f"P{number}")) for number in range(6)]
    for chat in people:
        await box.owes(chat.id, "News")
    telegram.holds(0.3, times=6)
    sender = box.sender()

    step = asyncio.create_task(sender.step())
    most = 0
    while not step.done():
        async with box.database.read() as conn:
            counted = await deliveries.counts(conn, None, box.hours.now().replace(year=2000))
        most = max(most, counted.get(DeliveryState.SENDING, 0))
    await step

    assert most == 3
    assert [len(chat.messages) for chat in people] == [1] * 6


async def test_an_answer_does_not_wait_for_a_slow_message(tmp_path: Path) -> None:
    """While Telegram holds one message back, an answer that comes up meanwhile goes out at once."""
    let_go = asyncio.Event()

    async def hold(_seconds: float) -> None:
        await let_go.wait()

    async with TelegramServer(sleep=hold) as telegram, outbox(telegram, tmp_path) as box:
        ada, bob = (telegram.private(telegram.user(name)) for name in ("Ada", "Bob"))
        await box.owes(ada.id, "held back")
        telegram.holds(5, chat=ada)
        step = asyncio.create_task(box.sender().step())
        await ada.wait_for_count(1)

        await box.answers(bob.id, "an answer")

        await bob.wait_for_count(1, timeout=2)
        let_go.set()
        await step


async def test_a_closed_chat_does_not_hold_up_another(telegram: TelegramServer, tmp_path: Path) -> None:
    """A group that has had its messages of this minute waits; an answer elsewhere goes out at once."""
    limits = Limits(group_per_minute=1)
    async with outbox(telegram, tmp_path, limits) as box:
        group, bob = telegram.group("Crypto"), telegram.private(telegram.user("Bob"))
        await box.owes(group.id, "News 1", "News 2")
        step = asyncio.create_task(box.sender().step())
        await group.wait_for_count(1)

        await box.answers(bob.id, "an answer")

        await bob.wait_for_count(1, timeout=2)
        held = titles(group)
        box.hours.pass_by(61)
        await step

    assert held == ["News 1"]
    assert titles(group) == ["News 1", "News 2"]


async def test_flood_control_stops_one_chat_alone(box: Outbox, ada: Chat, telegram: TelegramServer) -> None:
    """The chat that Telegram asks to spare waits as long as asked, over a restart too; others go on."""
    bob = telegram.private(telegram.user("Bob"))
    await box.owes(ada.id, "News 1", "News 2")
    await box.owes(bob.id, "News 3")
    telegram.flood(2, ada)

    await box.sender().step()
    waiting = (titles(ada), titles(bob))
    again = box.sender()
    await again.step()
    assert (titles(ada), telegram.floods) == ([], 1)
    box.hours.pass_by(4)
    telegram.trouble.floods.clear()
    await again.step()

    assert waiting == ([], ["News 3"])
    assert titles(ada) == ["News 1", "News 2"]
    assert telegram.impatient == 0


@pytest.mark.parametrize(
    "limits",
    [
        Limits(group_per_minute=4, group_reserve=2, chat_burst=10),
        Limits(chat_per_second=0.01, chat_burst=3, chat_reserve=1),
    ],
)
async def test_an_answer_does_not_wait_for_the_alerts_of_its_chat(
    telegram: TelegramServer, tmp_path: Path, limits: Limits
) -> None:
    """Where alerts have used what alerts may use, who says something to Hark is answered at once."""
    async with outbox(telegram, tmp_path, limits) as box:
        group = telegram.group("Crypto")
        await box.owes(group.id, "News 1", "News 2", "News 3", "News 4")
        step = asyncio.create_task(box.sender().step())
        await group.wait_for_count(2)

        await box.answers(group.id, "an answer")

        await group.wait_for_count(3, timeout=2)
        shown = titles(group)
        for _ in range(2):
            box.hours.pass_by(310)
            await group.wait_for_count(len(group.messages) + 1)
        await step

    assert shown == ["News 1", "News 2", "an answer"]
    assert titles(group)[3:] == ["News 3", "News 4"]


@pytest.mark.parametrize("refusal", ["Too Many Requests: retry after 2", "Internal Server Error: restart"])
async def test_nothing_overtakes_what_was_refused(
    box: Outbox, ada: Chat, telegram: TelegramServer, refusal: str
) -> None:
    """After a flood wait or a failed send the refused message comes first, then what was made meanwhile."""
    await box.answers(ada.id, "answer 1")
    telegram.refuses(refusal)
    sender = box.sender()

    await sender.step()
    await box.answers(ada.id, "answer 2")
    await box.owes(ada.id, "News")
    await sender.step()
    early = titles(ada)
    await box.sender().step()  # a restart
    box.hours.pass_by(5)
    await sender.step()

    assert (early, titles(ada)) == ([], ["answer 1", "answer 2", "News"])


async def test_a_message_whose_answer_was_lost_comes_again_once_with_its_number(
    box: Outbox, ada: Chat, telegram: TelegramServer
) -> None:
    """A connection cut after Telegram took the message costs one repeat, which says that it is one."""
    [number] = await box.owes(ada.id, "News")
    telegram.cuts_connection(1, after_accepting=True)
    sender = box.sender()

    await sender.step()
    first = await box.delivery(number)
    box.hours.pass_by(9)
    await sender.step()
    early = len(ada.messages)
    box.hours.pass_by(5)
    await sender.step()
    await sender.step()

    assert (first.state, first.uncertain, early) == (DeliveryState.DUE, True, 1)
    assert titles(ada) == ["News", "News"]
    assert all(f"№ {number}" in text for text in ada.texts)
    assert ada.texts[0] != ada.texts[1]
    assert (await box.delivery(number)).state is DeliveryState.SENT


@pytest.mark.parametrize("status", [500, 502])
async def test_a_failing_telegram_loses_nothing(
    box: Outbox, ada: Chat, telegram: TelegramServer, status: int
) -> None:
    """What a server in trouble did not take is sent when it is well again."""
    await box.owes(ada.id, "News 1", "News 2")
    telegram.fails(2, status=status)
    sender = box.sender()

    for _ in range(3):
        await sender.step()
        box.hours.pass_by(15)

    assert sorted(titles(ada)) == ["News 1", "News 2"]


async def test_a_person_who_blocks_hark_gets_everything_after_coming_back(
    box: Outbox, ada: Chat, telegram: TelegramServer
) -> None:
    """Alerts for a chat that blocked Hark wait, nothing more is tried; they come when it is open."""
    await box.owes(ada.id, "News 1", "News 2", "News 3")
    ada.blocks()
    sender = box.sender()

    await sender.step()
    tried = len(telegram.calls("sendMessage"))
    async with box.database.begin() as conn:
        chat = await chats.find(conn, ada.id)
        assert chat is not None
        ada.unblocks()
        await chats.set_state(conn, ada.id, ChatState.ACTIVE, box.hours.now())
        await deliveries.resume_chat(conn, ada.id, box.hours.now())
    await sender.step()

    assert (tried, chat.state) == (1, ChatState.BLOCKED)
    assert titles(ada) == ["News 1", "News 2", "News 3"]


async def test_a_deleted_account_is_gone(box: Outbox, ada: Chat) -> None:
    """A chat whose person has deleted the account is known to be gone for ever."""
    [number] = await box.owes(ada.id, "News")
    ada.dies()

    await box.sender().step()

    async with box.database.read() as conn:
        chat = await chats.find(conn, ada.id)
    assert chat is not None
    assert chat.state is ChatState.GONE
    assert (await box.delivery(number)).state is DeliveryState.HELD


async def test_a_group_that_became_a_supergroup_gets_its_alerts_there(
    box: Outbox, telegram: TelegramServer
) -> None:
    """Alerts, watches and settings move with the group, and nothing is lost on the way."""
    group = telegram.group("Crypto", kind="group")
    await box.knows(group.id, ChatKind.GROUP)
    async with box.database.begin() as conn:
        await watches.add(conn, group.id, "btc", box.hours.now())
    await box.owes(group.id, "News 1", "News 2")
    new = group.migrates()

    await box.sender().step()

    async with box.database.read() as conn:
        moved, known = await watches.of_chat(conn, new.id), await chats.find(conn, new.id)
        old = await chats.find(conn, group.id)
    assert titles(new) == ["News 1", "News 2"]
    assert ([each.query for each in moved], old) == (["btc"], None)
    assert known is not None
    assert known.kind is ChatKind.SUPERGROUP


async def test_a_closed_topic_speaks_in_general_from_then_on(box: Outbox, telegram: TelegramServer) -> None:
    """Alerts for a topic that is closed appear in General, which is told once, and so do later ones."""
    forum = telegram.group("Crypto", forum=True)
    topic = forum.creates_topic("News")
    await box.knows(forum.id, ChatKind.SUPERGROUP)
    async with box.database.begin() as conn:
        await watches.add(conn, forum.id, "btc", box.hours.now(), topic)
    await box.owes(forum.id, "News 1", "News 2", thread_id=topic)
    forum.closes_topic(topic)

    await box.sender().step()

    async with box.database.read() as conn:
        [watch] = await watches.of_chat(conn, forum.id)
    assert {each.thread_id for each in forum.messages} == {None}
    assert ["is closed or gone" in each.text for each in forum.messages] == [True, False, False]
    assert titles(forum)[1:] == ["News 1", "News 2"]
    assert watch.thread_id is None
    assert len(telegram.calls("sendMessage")) == 4


async def test_what_waited_for_the_right_to_write_comes_when_it_is_back(
    box: Outbox, telegram: TelegramServer
) -> None:
    """The first message that goes through again brings what waited, and says so; nothing waits an hour."""
    group = telegram.group("Crypto")
    await box.knows(group.id, ChatKind.SUPERGROUP)
    await box.owes(group.id, "News 1", "News 2")
    group.mutes_bot()
    sender = box.sender()
    await sender.step()
    group.allows_bot()

    await box.answers(group.id, "your list")
    await sender.step()
    await box.answers(group.id, "your list again")
    await sender.step()

    assert [title.rstrip(".") for title in titles(group)] == [
        "your list",
        "✍️ I may write here again. What waited comes now",
        "News 1",
        "News 2",
        "your list again",
    ]


async def test_who_can_mend_it_hears_that_hark_may_not_write(
    box: Outbox, telegram: TelegramServer, ada: Chat
) -> None:
    """Who was seen to administrate a chat is told once, in private, that its alerts wait and what to do."""
    group = telegram.group("Crypto")
    async with box.database.begin() as conn:
        await chats.save(conn, KnownChat(group.id, ChatKind.SUPERGROUP, "Crypto"))
        await managers.note(conn, ada.id, group.id, box.hours.now())
        await managers.note(conn, 404, group.id, box.hours.now())  # never spoke to Hark
    await box.knows(ada.id)
    await box.owes(group.id, "News 1", "News 2")
    group.mutes_bot()

    sender = box.sender()
    await sender.step()
    box.hours.pass_by(7_200)
    await sender.step()

    [told] = ada.messages
    assert told.text.startswith("✋ I may not write in Crypto any more.")


async def test_a_closed_general_topic_is_not_tried_over_and_over(
    box: Outbox, telegram: TelegramServer
) -> None:
    """Where even General is closed there is nowhere to go: the chat waits as one that lacks a right."""
    forum = telegram.group("Crypto", forum=True)
    [number] = await box.owes(forum.id, "News")
    telegram.refuses("Bad Request: TOPIC_CLOSED", chat=forum, times=5)
    sender = box.sender()

    await sender.step()
    tried = len(telegram.calls("sendMessage"))
    box.hours.pass_by(3600 + 5)
    telegram.trouble.faults.clear()
    await sender.step()

    assert (tried, titles(forum)) == (1, ["News"])
    assert (await box.delivery(number)).state is DeliveryState.SENT


async def test_a_muted_bot_waits_an_hour(box: Outbox, telegram: TelegramServer) -> None:
    """Where Hark may not write the whole chat waits, and is tried again later."""
    group = telegram.group("Crypto")
    await box.owes(group.id, "News 1", "News 2")
    group.mutes_bot()
    sender = box.sender()

    await sender.step()
    tried = len(telegram.calls("sendMessage"))
    group.allows_bot()
    box.hours.pass_by(3600 + 5)
    await sender.step()

    assert (tried, titles(group)) == (1, ["News 1", "News 2"])


@pytest.mark.parametrize("restarted", [False, True])
async def test_what_waits_for_a_right_comes_with_the_first_message_that_passes(
    box: Outbox, telegram: TelegramServer, restarted: bool
) -> None:
    """When a group lets Hark write again without a word, the next answer brings what had to wait along."""
    group = telegram.group("Crypto")
    await box.owes(group.id, "News 1", "News 2")
    group.mutes_bot()
    sender = box.sender()
    await sender.step()
    group.allows_bot()
    if restarted:
        sender = box.sender()
        await sender.remember()

    await box.answers(group.id, "an answer")
    await sender.step()

    assert titles(group) == ["an answer", "News 1", "News 2"]


async def test_an_uncertain_message_is_not_hurried(box: Outbox, ada: Chat, telegram: TelegramServer) -> None:
    """A message that may have arrived is not repeated early because another one passes."""
    group = telegram.group("Crypto")
    await box.owes(group.id, "News 1")
    telegram.cuts_connection(1, after_accepting=False)
    sender = box.sender()
    await sender.step()
    sender = box.sender()
    await sender.remember()

    await box.answers(group.id, "an answer")
    await sender.step()
    early = titles(group)
    box.hours.pass_by(11)
    await sender.step()

    assert (early, titles(group)) == (["an answer"], ["an answer", "News 1"])
