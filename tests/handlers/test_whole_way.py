"""/why says the whole way of an item: what kept it back, where else it came from, under which number."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from model import ChatState, Follow, FollowMode, NamedHit, SourceKind
from store import chats, deliveries, held, items, quiet, sources, watches
from store.deliveries import OwedAlert
from store.held import Held, HeldBy
from store.schema import item, source
from store.sources import Wanted
from tests.handlers.people import ANN, NOON, UGO, Answer, Room
from tests.handlers.test_explaining import FOUND, PAGE, alert, keep, watch_before
from tests.handlers.town import Town


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (
            Held(1, 0, 0, HeldBy.MUTE, FOUND, until=NOON + timedelta(hours=3)),
            "this watch was muted until 15:00",
        ),
        (Held(1, 0, 0, HeldBy.PAUSE, FOUND), "this watch was paused"),
        (
            Held(1, 0, 0, HeldBy.CHAT_PAUSED, FOUND, since=FOUND),
            "everything here was paused since 11:00 (/stop)",
        ),
        (Held(1, 0, 0, HeldBy.CHAT_LOST, FOUND, since=FOUND), "I could not write here since 11:00"),
    ],
)
async def test_what_kept_a_hit_back_is_said(town: Town, by: Held, said: str) -> None:
    """Each watch that hit but rested says by what it was kept back, and since or until when."""
    await watch_before(town, ANN, "赵长鹏")
    await keep(town.hark)
    [mine] = await town.hark.watched(ANN.id)
    async with town.hark.database.begin() as conn:
        await held.add(conn, [replace(by, watch_id=mine.id, chat_id=ANN.id)])

    answer = (await town.says(ANN, f"/why {PAGE}"))[-1]

    [line] = [line for line in answer.text.split("\n") if line.startswith("✓")]
    assert f"Held: {said}" in line


async def test_the_number_of_the_alert_and_the_way_to_it(town: Town) -> None:
    """/why with a link answers under the alert that told it, with its number."""
    await watch_before(town, ANN, "赵长鹏")
    await keep(town.hark)
    told = await alert(town.hark, ANN, "赵长鹏")

    answer = (await town.says(ANN, f"/why {PAGE}"))[-1]

    assert f"Alert sent 12:00 · № {told.delivery.id}" in answer.text
    assert answer.delivery.message is not None
    assert answer.delivery.message.reply_to == told.message_id


async def test_in_a_supergroup_the_number_leads_to_the_message(town: Town) -> None:
    """The number is a link that Telegram opens at the alert."""
    group = Room(-1_000_000_001_234, "supergroup", "Readers")
    await keep(town.hark)
    await town.says(UGO, "/help", group)
    async with town.hark.database.begin() as conn:
        await deliveries.owe_alerts(conn, [OwedAlert(group.id, 1, 1, (NamedHit(9, "赵长鹏"),))], NOON)
        [row] = [each for each in await deliveries.due(conn, NOON, 50) if each.item_id]
        taken = await deliveries.take(conn, row)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, 77, NOON)

    await town.hark.says(UGO, f"/why {PAGE}", group)
    await town.step.step()
    [answer] = await town.hark.answers()

    assert 'href="https://t.me/c/1234/77"' in replace(answer, room=group).html


async def other_source(town: Town, name: str, *, shared: bool) -> int:
    """Let one more source have listed the kept item."""
    async with town.hark.database.begin() as conn:
        wanted = Wanted(SourceKind.FEED, f"https://{name}.example/feed", name)
        listed = await sources.ensure(conn, wanted, NOON, shared=shared)
        marks = [(f"@{listed.id}", 1), *([("@@", 1)] if shared else [])]
        await items.add_keys(conn, marks)
    return listed.id


async def test_who_else_brought_it_as_far_as_the_chat_may_know(town: Town) -> None:
    """Shared and own sources that listed it too are named; what another chat follows is not."""
    await keep(town.hark)
    await other_source(town, "PANews", shared=True)
    await other_source(town, "SecretLetter", shared=False)

    answer = (await town.says(ANN, f"/why {PAGE}"))[-1]

    assert "Also brought by: PANews\n" in answer.text
    assert "SecretLetter" not in answer.text


async def test_another_chats_source_is_not_named_though_it_was_first(town: Town) -> None:
    """Where another chat's own source had an item before a shared one, the shared one is named alone."""
    await keep(town.hark, shared=False)
    own = await other_source(town, "PANews", shared=True)
    async with town.hark.database.begin() as conn:
        await sources.add_follow(conn, Follow(UGO.id, 1, FollowMode.WORDS, NOON))

    answer = (await town.says(ANN, f"/why {PAGE}"))[-1]
    async with town.hark.database.begin() as conn:
        await conn.execute(update(source).where(source.c.id == own).values(shared=False))
    nameless = (await town.says(ANN, f"/why {PAGE}"))[-1]

    assert "PANews · published" in answer.text
    assert "The News" not in answer.text
    assert "The News" not in nameless.text
    assert "趙長鵬 leaves" in nameless.text


async def test_why_under_an_alert_names_the_source_that_told_it(town: Town) -> None:
    """The button Why names what the chat follows, not who had the item first in another chat."""
    await watch_before(town, ANN, "赵长鹏")
    await keep(town.hark, shared=False)
    own = await other_source(town, "PANews", shared=False)
    async with town.hark.database.begin() as conn:
        await sources.add_follow(conn, Follow(ANN.id, own, FollowMode.WORDS, NOON))
        [mine] = await watches.of_chat(conn, ANN.id)
        owed = OwedAlert(ANN.id, 1, own, (NamedHit(mine.id, "赵长鹏"),))
        await deliveries.owe_alerts(conn, [owed], NOON)
        [row] = [each for each in await deliveries.due(conn, NOON, 50) if each.item_id]

    await town.hark.sends_data(ANN, f"y:{row.id}", Answer(row, Room(ANN.id, "private")))
    await town.step.step()
    [answer] = await town.hark.answers()

    assert "PANews" in answer.text
    assert "The News" not in answer.text


async def test_an_alert_that_waits_says_until_when(town: Town) -> None:
    """While Telegram lets a chat wait /why says until when the alert waits."""
    await watch_before(town, ANN, "赵长鹏")
    await keep(town.hark)
    [mine] = await town.hark.watched(ANN.id)
    async with town.hark.database.begin() as conn:
        await deliveries.owe_alerts(conn, [OwedAlert(ANN.id, 1, 1, (NamedHit(mine.id, "赵长鹏"),))], NOON)
        await quiet.spare(conn, ANN.id, NOON + timedelta(minutes=30), NOON)

    await town.hark.says(ANN, f"/why {PAGE}")
    await town.step.step()
    async with town.hark.database.begin() as conn:
        await chats.set_state(conn, ANN.id, ChatState.ACTIVE, NOON)
        await quiet.spare(conn, ANN.id, NOON - timedelta(minutes=1), NOON)
    answer = (await town.hark.answers())[-1]

    assert "The alert waits until 12:30" in answer.text


async def test_a_deleted_post_is_not_shown_again(town: Town) -> None:
    """Of a post that its author has deleted /why says just that."""
    await keep(town.hark)
    async with town.hark.database.begin() as conn:
        await conn.execute(update(item).values(gone=NOON))

    answer = (await town.says(ANN, f"/why {PAGE}"))[-1]

    assert "deleted by its author" in answer.text
    assert "leaves" not in answer.text


async def test_a_link_that_is_not_kept_says_what_to_do(town: Town) -> None:
    """Nothing is guessed; the way to see and to add sources is named."""
    [answer] = await town.says(ANN, "/why https://news.example/other")

    assert "/sources shows what is read for this chat, /follow adds a source." in answer.text
