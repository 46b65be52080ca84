"""What an operator tells all chats: shown first, confirmed twice, each once, never where not wanted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.broadcasting import Broadcaster
from handlers.call import Policy
from model import Chat, ChatKind, ChatState, Delivery, DeliveryKind, DeliveryState
from store import broadcasts, chats, deliveries
from store.deliveries import OwedAlert
from tests.handlers.people import ANN, GROUP, UGO, Answer, Hark, Person, a_hark, private

BOB, EVE = Person(10, "Bob"), Person(11, "Eve")


@pytest.fixture
async def hark(tmp_path: Path) -> AsyncIterator[Hark]:
    """Give a Hark that Ann operates; Bob and Ugo have said something."""
    async with a_hark(tmp_path, Policy(frozenset({ANN.id}))) as found:
        for person in (ANN, BOB, UGO):
            await found.says(person, "/list")
        yield found


async def owed(hark: Hark) -> list[Delivery]:
    """Return what is owed of a broadcast, in the order of sending."""
    async with hark.database.read() as conn:
        every = await deliveries.due(conn, hark.now + timedelta(days=1), 1000)
    return [each for each in every if each.kind is DeliveryKind.NEWS]


async def run(hark: Hark) -> None:
    """Let the step of a newly started Hark do all that there is to do."""
    step = Broadcaster(hark.database, hark.engine, hark.catalogue, lambda: hark.now).step
    while await step():
        pass


async def send(hark: Hark, count: int) -> None:
    """Let so many of them be sent."""
    for each in (await owed(hark))[:count]:
        async with hark.database.begin() as conn:
            taken = await deliveries.take(conn, each)
            assert taken is not None
            await deliveries.mark_sent(conn, taken, 7000 + each.id, hark.now)


async def begin(hark: Hark, words: str = "Hark moves on Sunday.") -> Answer:
    """Let Ann send a text to all; return the screen that shows how far it is."""
    [_, question] = await hark.says(ANN, f"/admin broadcast {words}")
    [sure] = await hark.taps(ANN, "Send to", question)
    [screen] = await hark.taps(ANN, "Yes, send it now", sure)
    return screen


async def told(hark: Hark) -> list[str]:
    """Return the notices that Ann is owed, in order."""
    async with hark.database.read() as conn:
        every = await deliveries.due(conn, hark.now + timedelta(days=1), 1000)
    mine = [each for each in every if each.chat_id == ANN.id and each.kind is DeliveryKind.NOTICE]
    return [each.message.html for each in sorted(mine, key=lambda each: each.id) if each.message]


async def test_a_broadcast_is_shown_first_and_confirmed_twice(hark: Hark) -> None:
    """The next message is the text; shown as chats will see it, with how many get it and how many not."""
    async with hark.database.begin() as conn:
        await chats.set_state(conn, UGO.id, ChatState.PAUSED, hark.now)
    [screen] = await hark.says(ANN, "/admin")
    [question] = await hark.taps(ANN, "Broadcast", screen)

    [sample, confirm] = await hark.says(ANN, "Hark moves\non <b>Sunday</b>.")
    await hark.taps(ANN, "No more of these", sample)
    [sure] = await hark.taps(ANN, "Send to 2 chats", confirm)
    [not_yet] = await hark.taps(ANN, "Not yet", sure)
    [dropped] = await hark.taps(ANN, "Discard", not_yet)
    await run(hark)

    assert "What shall I tell all chats?" in question.text
    assert sample.text == "📣 Hark moves\non <b>Sunday</b>."
    assert confirm.text.splitlines() == ["☝️ So it will look. Chats that get it: 2", "Paused: 1"]
    assert "This is only what chats will see." in hark.toasts.shown
    assert "cannot be taken back" in sure.text
    assert not_yet.text == confirm.text
    assert dropped.text == "Discarded. Nobody got it."
    assert await owed(hark) == []


async def test_each_chat_gets_it_once_behind_alerts(hark: Hark) -> None:
    """Confirmed, it is owed to each chat in its language, behind all alerts; a restart owes nobody twice."""
    screen = await begin(hark)
    await run(hark)
    async with hark.database.begin() as conn:
        await deliveries.owe_alerts(conn, [OwedAlert(BOB.id, 1, 1)], hark.now + timedelta(hours=1))
    await send(hark, 1)
    await run(hark)
    [again] = await hark.taps(ANN, "Refresh", screen)

    async with hark.database.read() as conn:
        every = await deliveries.due(conn, hark.now + timedelta(days=1), 1000)
    left = await owed(hark)
    assert "0 of 3" in screen.text
    assert "1 of 3" in again.text
    assert {each.chat_id for each in left} | {ANN.id} == {ANN.id, BOB.id, UGO.id}
    assert [each.kind for each in every[-3:]] == [DeliveryKind.ALERT, DeliveryKind.NEWS, DeliveryKind.NEWS]
    italian = next(each for each in left if each.chat_id == UGO.id)
    assert italian.message is not None
    assert italian.message.buttons[0][0].label == "Non inviarmene più"


async def test_a_count_when_it_is_done(hark: Hark) -> None:
    """When nothing waits any more the operator is told, in place of the screen too; who was lost counts."""
    screen = await begin(hark)
    await run(hark)
    lost = next(each for each in await owed(hark) if each.chat_id == BOB.id)
    async with hark.database.begin() as conn:
        taken = await deliveries.take(conn, lost)
        assert taken is not None
        await deliveries.hold(conn, taken, "blocked")
        await chats.set_state(conn, BOB.id, ChatState.BLOCKED, hark.now)
    await run(hark)
    early = await told(hark)
    await send(hark, 2)

    await run(hark)
    await run(hark)
    [late] = await hark.taps(ANN, "Stop", screen)

    assert early == []
    assert await told(hark) == ["📣 Done: sent 2, 1 could not."] * 2
    assert late.text == "📣 Done: sent 2, 1 could not."
    async with hark.database.begin() as conn:
        await deliveries.resume_chat(conn, BOB.id, hark.now)
    assert await owed(hark) == []


async def test_a_broadcast_can_be_stopped(hark: Hark) -> None:
    """Stopped, nobody else gets it; until then no other can begin, and no text may be too long."""
    screen = await begin(hark)
    await run(hark)
    await send(hark, 1)
    [busy] = await hark.says(ANN, "/admin broadcast and another")

    [stopped] = await hark.taps(ANN, "Stop", screen)
    await run(hark)
    [too_long] = await hark.says(ANN, "/admin broadcast " + "x" * 3001)

    assert busy.text.splitlines()[0] == "One is being sent already. Stop it first, or wait."
    assert stopped.text == "⏹ Stopped: sent 1 of 3. Nobody else gets it."
    assert await owed(hark) == []
    assert await told(hark) == []
    assert "3,001 characters long, and 3,000 are the most" in too_long.text


async def test_what_was_said_before_is_broadcast_as_a_reply(hark: Hark) -> None:
    """/admin broadcast as a reply takes the words of the message replied to."""
    before = hark.message(ANN, None, text="Hark moves.")
    [sample, _] = await hark.gets(
        {"message": hark.message(ANN, None, text="/admin broadcast", reply_to_message=before)}
    )

    assert sample.text == "📣 Hark moves."


async def test_who_wants_no_more_gets_none(hark: Hark) -> None:
    """The button under it, or /settings, ends them for a chat; in groups only administrators decide so."""
    await hark.says(EVE, "/help", GROUP)
    await begin(hark)
    await run(hark)
    mine = {each.chat_id: each for each in await owed(hark)}
    in_group, in_private = (Answer(mine[each.id], each) for each in (GROUP, private(BOB)))

    member = await hark.taps(EVE, "No more of these", in_group)
    refused = hark.toasts.shown[-1]
    [changed] = await hark.taps(BOB, "No more of these", in_private)
    ended = hark.toasts.shown[-1]
    await send(hark, 9)
    await run(hark)
    async with hark.database.read() as conn:
        found = await broadcasts.audience(conn)
    [settings] = await hark.says(BOB, "/settings")
    [on] = await hark.taps(BOB, "News from the operator: off", settings)

    assert (member, refused) == ([], "Only administrators of this chat can do that.")
    assert changed.labels == ["Send me these again"]
    assert ended == "No more of these. /settings brings them back."
    assert (found.reached, found.unwilling) == (3, 1)
    assert "News from the operator: on" in on.labels
    assert (await hark.chat(BOB.id)).news is True


async def test_channels_have_no_button(hark: Hark) -> None:
    """What readers of a channel see cannot be switched off by them."""
    async with hark.database.begin() as conn:
        await chats.save(conn, Chat(-100300, ChatKind.CHANNEL, "News"))
    await begin(hark)
    await run(hark)

    channel = next(each for each in await owed(hark) if each.chat_id == -100300)
    assert channel.message is not None
    assert channel.message.buttons == ()
    assert channel.state is DeliveryState.DUE
