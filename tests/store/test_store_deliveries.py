"""The outbox, on both databases."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from model import (
    Button,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Field,
    Message,
    NamedHit,
    Reason,
)
from store import deliveries, quiet
from store.database import Connection, Database
from store.deliveries import OwedAlert, OwedMessage

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADA, BOB = 6_000_000_001, -1_003_000_000_001

HITS = (
    NamedHit(
        3, '#赵长鹏 "a"', (Reason("赵长鹏", Field.TITLE, "趙長鵬", 4, 7), Reason("a", Field.TAG, "A", 0, 1))
    ),
    NamedHit(4, "btc"),
)
FULL = Message(
    '<b>x</b> "quoted" \U0001f680',
    ((Button("Open", url="https://example.com/?a=1&b=2"), Button("Stop", "s:1", danger=True)), ()),
    "https://example.com/",
    silent=True,
    edit_message_id=5,
    reply_to=6,
    force_reply=True,
)


async def owe(conn: Connection, *alerts: tuple[int, int]) -> None:
    """Owe alerts, each of a chat and an item."""
    await deliveries.owe_alerts(conn, [OwedAlert(chat_id, item_id, 1) for chat_id, item_id in alerts], NOON)


async def say(conn: Connection, chat_id: int, kind: DeliveryKind = DeliveryKind.ANSWER) -> int:
    """Owe a message."""
    return await deliveries.owe_message(conn, OwedMessage(chat_id, kind, Message("hello")), NOON)


async def take_next(conn: Connection, now: datetime = NOON) -> Delivery:
    """Take what is to be sent next."""
    [wanted] = await deliveries.due(conn, now, 1)
    taken = await deliveries.take(conn, wanted)
    assert taken is not None
    return taken


async def test_an_alert_is_kept_with_its_reasons(database: Database) -> None:
    """What an alert will say is kept to the letter until it is sent."""
    async with database.begin() as conn:
        await deliveries.owe_alerts(conn, [OwedAlert(ADA, 7, 2, HITS, 9)], NOON)

        [found] = await deliveries.due(conn, NOON, 9)
        assert await deliveries.find(conn, found.id) == found
    assert found == Delivery(
        id=1,
        chat_id=ADA,
        kind=DeliveryKind.ALERT,
        state=DeliveryState.DUE,
        due=NOON,
        thread_id=9,
        item_id=7,
        source_id=2,
        hits=HITS,
        created=NOON,
    )


async def test_a_message_is_kept_to_the_letter(database: Database) -> None:
    """Every part of an answer survives the store."""
    async with database.begin() as conn:
        owed = OwedMessage(BOB, DeliveryKind.NOTICE, FULL, 4)
        number = await deliveries.owe_message(conn, owed, NOON)

        found = await deliveries.find(conn, number)
    assert found is not None
    assert (found.kind, found.thread_id, found.item_id, found.hits) == (DeliveryKind.NOTICE, 4, None, ())
    assert found.message == FULL


async def test_an_item_is_owed_once_to_a_chat(database: Database) -> None:
    """An item that was told, or is about to be, is not owed again; to another chat it is."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (ADA, 8))
        taken = await take_next(conn)
        await deliveries.mark_sent(conn, taken, 50, NOON)

        await owe(conn, (ADA, 7), (BOB, 7), (ADA, 8))
        await owe(conn)

        found = await deliveries.due(conn, NOON, 9)
    assert [(each.chat_id, each.item_id) for each in found] == [(ADA, 8), (BOB, 7)]


async def test_answers_come_first_then_notices_then_alerts(database: Database) -> None:
    """What is due comes by its kind and then in its order; chats that must wait are left out."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (BOB, 8), (ADA, 9))
        await say(conn, ADA, DeliveryKind.NOTICE)
        await say(conn, BOB)

        every = await deliveries.due(conn, NOON, 9)
        some = await deliveries.due(conn, NOON, 2, {BOB})
        early = await deliveries.due(conn, NOON - HOUR, 9)

    assert [each.id for each in every] == [5, 4, 1, 2, 3]
    assert [each.id for each in some] == [4, 1]
    assert early == []


async def test_a_delivery_is_taken_by_one(database: Database, database_url: str) -> None:
    """Of two senders that want the same delivery one gets it."""
    other = Database(database_url)
    async with database.begin() as conn:
        await owe(conn, (ADA, 7))
        [wanted] = await deliveries.due(conn, NOON, 1)

    async def takes(through: Database) -> Delivery | None:
        async with through.begin() as conn:
            return await deliveries.take(conn, wanted)

    taken = [each for each in await asyncio.gather(takes(database), takes(other)) if each is not None]

    await other.close()
    assert len(taken) == 1
    async with database.read() as conn:
        assert await deliveries.find(conn, wanted.id) == taken[0]
        assert await deliveries.due(conn, NOON, 9) == []
    assert (taken[0].state, taken[0].lease, taken[0].attempts) == (DeliveryState.SENDING, 1, 1)


async def test_what_was_sent_is_found_by_its_message(database: Database) -> None:
    """A button on a message leads to the delivery that it was."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7))
        taken = await take_next(conn)

        settled = [await deliveries.mark_sent(conn, taken, 50, NOON + HOUR) for _ in range(2)]

        found = await deliveries.of_message(conn, ADA, 50)
        nothing = [await deliveries.of_message(conn, *where) for where in ((BOB, 50), (ADA, 51))]
    assert settled == [True, False]
    assert found is not None
    assert (found.id, found.state, found.sent) == (taken.id, DeliveryState.SENT, NOON + HOUR)
    assert nothing == [None, None]


async def test_the_alert_of_an_item_is_found(database: Database) -> None:
    """Whether and how a chat was told of an item is known; what others were told is not."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 1), (BOB, 1), (BOB, 2))

        mine = await deliveries.of_item(conn, ADA, 1)

        assert mine is not None
        assert (mine.chat_id, mine.item_id, mine.kind) == (ADA, 1, DeliveryKind.ALERT)
        assert await deliveries.of_item(conn, ADA, 2) is None


async def test_a_retry_is_kept_as_it_was_changed(database: Database) -> None:
    """What is put back is due when asked, with its changed topic and message and the reason why."""
    async with database.begin() as conn:
        number = await say(conn, ADA)
        taken = await take_next(conn)
        again = replace(taken, due=NOON + HOUR, uncertain=True, thread_id=3, message=FULL)

        assert await deliveries.put_back(conn, again, "cut") is True

        found = await deliveries.find(conn, number)
        early = await deliveries.due(conn, NOON, 9)
        assert await deliveries.next_due(conn) == NOON + HOUR
    assert early == []
    assert found == replace(again, state=DeliveryState.DUE, error="cut")


async def test_a_zombie_settles_nothing(database: Database) -> None:
    """A sender whose delivery was given to another cannot settle it, whatever it found."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7))
        zombie = await take_next(conn)
        await deliveries.release(conn)
        newer = await take_next(conn)

        settled = [
            await deliveries.mark_sent(conn, zombie, 50, NOON),
            await deliveries.put_back(conn, zombie, ""),
            await deliveries.hold(conn, zombie, ""),
            await deliveries.give_up(conn, zombie, ""),
        ]

        found = await deliveries.find(conn, zombie.id)
    assert settled == [False] * 4
    assert found == newer


async def test_what_cannot_be_sent_ends(database: Database) -> None:
    """A delivery is held or given up with the reason."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (ADA, 8))
        await deliveries.hold(conn, await take_next(conn), "blocked")
        await deliveries.give_up(conn, await take_next(conn), "too long")

        found = [await deliveries.find(conn, number) for number in (1, 2)]
        assert await deliveries.next_due(conn) is None
    assert [(each.state, each.error) for each in found if each] == [
        (DeliveryState.HELD, "blocked"),
        (DeliveryState.FAILED, "too long"),
    ]


async def test_a_chat_out_of_reach_waits_and_comes_back(database: Database) -> None:
    """Alerts of a held chat wait, its answers do not; resumed, all are due at once, put-off ones too."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (ADA, 8), (BOB, 7))
        await say(conn, ADA)
        held = await deliveries.hold_chat(conn, ADA)
        left = [each.id for each in await deliveries.due(conn, NOON, 9)]
        await deliveries.postpone_chat(conn, ADA, NOON + 9 * HOUR)
        resumed = await deliveries.resume_chat(conn, ADA, NOON + HOUR)

        found = [(each.id, each.due) for each in await deliveries.due(conn, NOON + HOUR, 9)]
    assert (held, left, resumed) == (2, [4, 3], 3)
    assert found == [(4, NOON + HOUR), (3, NOON), (1, NOON + HOUR), (2, NOON + HOUR)]


async def test_a_chat_is_put_off(database: Database) -> None:
    """Nothing that the chat is owed is due before the time; what was due later stays so; others go on."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (BOB, 7), (ADA, 8))
        first = await take_next(conn)
        await deliveries.put_back(conn, replace(first, due=NOON + 3 * HOUR), "")

        await deliveries.postpone_chat(conn, ADA, NOON + HOUR)

        now = [each.chat_id for each in await deliveries.due(conn, NOON, 9)]
        later = [each.item_id for each in await deliveries.due(conn, NOON + HOUR, 9, {BOB})]
    assert (now, later) == ([BOB], [8])


async def test_a_chat_that_is_spared_keeps_its_order(database: Database) -> None:
    """What a chat is owed waits until its time is over, then comes in the order in which it was made."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (BOB, 7))
        first = await take_next(conn)
        await quiet.spare(conn, ADA, NOON + 2 * HOUR, NOON)
        await deliveries.put_back(conn, first, "")
        await deliveries.owe_alerts(conn, [OwedAlert(ADA, 9, 1)], NOON + HOUR)

        during = [each.chat_id for each in await deliveries.due(conn, NOON + HOUR, 9)]
        after = [each.item_id for each in await deliveries.due(conn, NOON + 2 * HOUR, 9, {BOB})]
        waiting = [set(await deliveries.waiting_chats(conn, NOON + n * HOUR, {ADA, BOB, 5})) for n in (1, 2)]
    assert (during, after, waiting) == ([BOB], [7, 9], [{BOB}, {ADA, BOB}])


async def test_a_chat_is_spared_until_the_last_word(database: Database) -> None:
    """A new wait takes the place of the old one."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7))
        await quiet.spare(conn, ADA, NOON + HOUR, NOON)
        await quiet.spare(conn, ADA, NOON + 3 * HOUR, NOON)
        await quiet.spare(conn, BOB, NOON + HOUR, NOON + HOUR)

        due = [len(await deliveries.due(conn, NOON + hours * HOUR, 9)) for hours in (0, 1, 2, 3)]
    assert due == [0, 0, 0, 1]


async def test_where_only_answers_may_go_the_rest_waits(database: Database) -> None:
    """A chat that has had its alerts of this minute still gets answers, and is known for what waits there."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (BOB, 7))
        await say(conn, ADA, DeliveryKind.NOTICE)
        await say(conn, ADA)

        some = [each.kind for each in await deliveries.due(conn, NOON, 9, (), {ADA})]
        waiting = await deliveries.waiting_chats(conn, NOON, {ADA, BOB})
        none = await deliveries.waiting_chats(conn, NOON, set())
    assert some == [DeliveryKind.ANSWER, DeliveryKind.ALERT]
    assert waiting == {ADA: DeliveryKind.ANSWER, BOB: DeliveryKind.ALERT}
    assert none == {}


async def test_a_lost_topic_is_left(database: Database) -> None:
    """What waits for a topic that is no more goes to General; what was sent there stays told."""
    async with database.begin() as conn:
        owed = [OwedAlert(ADA, number, 1, (), thread) for number, thread in ((1, 4), (2, 4), (3, 4), (4, 5))]
        await deliveries.owe_alerts(conn, owed, NOON)
        await deliveries.mark_sent(conn, await take_next(conn), 50, NOON)
        await deliveries.hold(conn, await take_next(conn), "")

        await deliveries.leave_thread(conn, ADA, 4)

        found = [await deliveries.find(conn, number) for number in (1, 2, 3, 4)]
    assert [each and each.thread_id for each in found] == [4, None, None, 5]


async def test_a_killed_process_leaves_uncertain_deliveries(database: Database) -> None:
    """At the next start what was being sent is due again and says that it may have arrived; nothing else."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (ADA, 8))
        await take_next(conn)

        released = [await deliveries.release(conn) for _ in range(2)]

        found = await deliveries.due(conn, NOON, 9)
    assert released == [1, 0]
    assert [(each.item_id, each.uncertain) for each in found] == [(7, True), (8, False)]


async def test_the_last_minute_is_remembered(database: Database) -> None:
    """What was sent lately is told oldest first, for the pacer of the next process."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (BOB, 7), (ADA, 8))
        for minutes in (5, 1, 2):
            taken = await take_next(conn)
            await deliveries.mark_sent(conn, taken, 50, NOON + timedelta(minutes=minutes))

        found = await deliveries.recent(conn, NOON + timedelta(minutes=2), NOON + HOUR)
    assert found == [(ADA, NOON + timedelta(minutes=2)), (ADA, NOON + timedelta(minutes=5))]


async def test_what_may_have_gone_out_counts_as_sent_now(database: Database) -> None:
    """What was being sent at a kill is counted by the pacer of the next process."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (BOB, 7))
        await take_next(conn)

        before = await deliveries.recent(conn, NOON, NOON + HOUR)
        await deliveries.release(conn)
        after = await deliveries.recent(conn, NOON, NOON + HOUR)
    assert before == after == [(ADA, NOON + HOUR)]


async def test_what_was_put_off_is_brought_forward(database: Database) -> None:
    """A chat that takes messages again gets what was put off, what may have arrived a little later."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (ADA, 8), (ADA, 9), (BOB, 7))
        doubtful = await take_next(conn)
        await deliveries.put_back(conn, replace(doubtful, uncertain=True), "")
        for chat_id in (ADA, BOB):
            await deliveries.postpone_chat(conn, chat_id, NOON + HOUR)
        chats = await quiet.put_off(conn, NOON)
        none = await quiet.put_off(conn, NOON + HOUR)

        await quiet.bring_forward(conn, ADA, NOON)

        now = [each.item_id for each in await deliveries.due(conn, NOON, 9)]
        soon = [each.item_id for each in await deliveries.due(conn, NOON + timedelta(seconds=10), 9)]
    assert (sorted(chats), none) == ([BOB, ADA], [])
    assert (now, soon) == ([8, 9], [8, 9, 7])


async def test_alerts_are_counted_by_state(database: Database) -> None:
    """How many alerts are due, sent and so on is known for one chat and for all; answers do not count."""
    async with database.begin() as conn:
        await owe(conn, (ADA, 7), (ADA, 8), (BOB, 7))
        await say(conn, ADA)
        await deliveries.mark_sent(conn, await take_next(conn), 49, NOON)
        await deliveries.mark_sent(conn, await take_next(conn), 50, NOON)

        hers = await deliveries.counts(conn, ADA, NOON)
        every = await deliveries.counts(conn, None, NOON)
        later = await deliveries.counts(conn, None, NOON + HOUR)
    assert hers == {DeliveryState.SENT: 1, DeliveryState.DUE: 1}
    assert every == {DeliveryState.SENT: 1, DeliveryState.DUE: 2}
    assert later == {}


async def test_only_settled_deliveries_are_forgotten(database: Database) -> None:
    """What is old and done goes; what is still owed stays however old it is."""
    async with database.begin() as conn:
        await owe(conn, *((ADA, number) for number in range(1, 7)))
        await deliveries.mark_sent(conn, await take_next(conn), 50, NOON)
        await deliveries.give_up(conn, await take_next(conn), "")
        await deliveries.hold(conn, await take_next(conn), "")
        await deliveries.drop(conn, await take_next(conn), "")
        await take_next(conn)

        await deliveries.forget(conn, NOON)
        before = [number for number in range(1, 7) if await deliveries.find(conn, number)]
        await deliveries.forget(conn, NOON + HOUR)

        after = [number for number in range(1, 7) if await deliveries.find(conn, number)]
    assert (before, after) == ([1, 2, 3, 4, 5, 6], [5, 6])
