"""How Hark comes and goes: start, blocking, groups, channels, migration, silence."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model import Chat, ChatKind, ChatState, Entry, Item, NamedHit
from store import chats, deliveries, items, watches
from store.deliveries import OwedAlert
from tests.handlers.people import ANN, CHANNEL, FORUM, GROUP, NOON, WEI, Hark, private


async def owe(hark: Hark, chat_id: int, item_id: int = 1) -> None:
    """Owe a chat an alert."""
    async with hark.database.begin() as conn:
        entry = Entry(url="https://a.example/1", title="One")
        await items.add(conn, [items.NewItem(Item(item_id, 1, "A", entry, NOON), ())])
        await deliveries.owe_alerts(conn, [OwedAlert(chat_id, item_id, 1, (NamedHit(1, "AI"),))], NOON)


async def due(hark: Hark) -> int:
    """Return how many alerts may be sent now."""
    async with hark.database.read() as conn:
        return sum(each.item_id is not None for each in await deliveries.due(conn, hark.now, 100))


async def test_start_is_two_lines_with_something_to_tap(hark: Hark) -> None:
    """/start says what Hark does and offers words to try."""
    [hello] = await hark.says(ANN, "/start")

    assert len(hello.text.splitlines()) == 2
    assert hello.labels == ["Try: #赵长鹏", "Try: SamAltman", "🌐 Language"]


async def test_start_with_a_payload_is_a_start(hark: Hark) -> None:
    """A deep link arrives as /start with something behind it."""
    [hello] = await hark.says(WEI, "/start abc_DEF")

    assert "您关心的内容" in hello.text


async def test_a_blocked_bot_falls_silent_and_comes_back(hark: Hark) -> None:
    """Blocking holds the alerts; unblocking sends them and greets with the watches that are back."""
    await hark.says(ANN, "/watch AI, BTC")
    await owe(hark, ANN.id)

    blocked = await hark.membership(ANN, private(ANN), "member", "kicked")
    assert blocked == []
    assert (await hark.chat(ANN.id)).state is ChatState.BLOCKED
    assert await due(hark) == 0

    [welcome] = await hark.membership(ANN, private(ANN), "kicked", "member")
    assert welcome.text == "👋 Welcome back, 2 watches resumed."
    assert (await hark.chat(ANN.id)).state is ChatState.ACTIVE
    assert await due(hark) == 1


async def test_whoever_speaks_is_reachable(hark: Hark) -> None:
    """A chat that could not be reached gets its alerts again as soon as somebody speaks there."""
    await hark.says(ANN, "/watch AI")
    await hark.membership(ANN, private(ANN), "member", "kicked")
    await owe(hark, ANN.id)

    await hark.says(ANN, "/list")

    assert (await hark.chat(ANN.id)).state is ChatState.ACTIVE


async def test_start_ends_a_pause(hark: Hark) -> None:
    """/start after /stop resumes and says so."""
    await hark.says(ANN, "/watch AI")
    await hark.says(ANN, "/stop")

    [welcome, _] = await hark.says(ANN, "/start")

    assert welcome.text == "👋 Welcome back, 1 watch resumed."
    assert (await hark.chat(ANN.id)).state is ChatState.ACTIVE


async def test_stop_holds_alerts_until_resume(hark: Hark) -> None:
    """/stop pauses everything and keeps the watches; /resume sends what waited."""
    await hark.says(ANN, "/watch AI, BTC")
    await owe(hark, ANN.id)

    [stopped] = await hark.says(ANN, "/stop")
    assert "2 watches are kept" in stopped.text
    assert await due(hark) == 0

    [resumed] = await hark.says(ANN, "/resume")
    assert "2 watches at work" in resumed.text
    assert await due(hark) == 1


async def test_one_watch_is_paused_by_its_words(hark: Hark) -> None:
    """/pause WORDS rests one watch; /resume alone says that it still rests; /resume WORDS wakes it."""
    await hark.says(ANN, "/watch #AI, BTC")

    [paused] = await hark.says(ANN, "/pause ai")
    [all_on] = await hark.says(ANN, "/resume")
    [listed] = await hark.says(ANN, "/list")
    [resumed] = await hark.says(ANN, "/resume AI")
    [unknown] = await hark.says(ANN, "/pause DOGE")

    assert "#AI is paused" in paused.text
    assert "1 watch is still paused" in all_on.text
    assert "1. #AI · ⏸ paused" in listed.text
    assert "#AI is back" in resumed.text
    assert "not watching DOGE" in unknown.text


async def test_a_group_is_greeted(hark: Hark) -> None:
    """Added to a group Hark says hello once, and what to do."""
    [hello] = await hark.membership(ANN, GROUP, "left", "member")
    promoted = await hark.membership(ANN, GROUP, "member", "administrator")

    assert "/watch@HarkBot #赵长鹏 · /help@HarkBot" in hello.text
    assert promoted == []


async def test_a_channel_is_greeted(hark: Hark) -> None:
    """Added to a channel as administrator Hark says how to begin."""
    [hello] = await hark.membership(ANN, CHANNEL, "left", "administrator")

    assert "Post /watch" in hello.text


async def test_a_group_that_throws_hark_out_and_takes_it_back(hark: Hark) -> None:
    """Removed from a group nothing is sent there; taken back, the watches are as before."""
    hark.admins.known.add((GROUP.id, ANN.id))
    await hark.says(ANN, "/watch AI", GROUP)

    await hark.membership(ANN, GROUP, "member", "kicked")
    assert (await hark.chat(GROUP.id)).state is ChatState.BLOCKED

    [welcome] = await hark.membership(ANN, GROUP, "left", "member")
    assert "1 watch resumed" in welcome.text


@pytest.mark.parametrize("silence", ["/pause", "/stop"])
async def test_a_paused_chat_stays_paused_when_blocked_and_back(hark: Hark, silence: str) -> None:
    """Whoever asked for silence and then blocked Hark still has it after unblocking, until /resume."""
    await hark.says(ANN, "/watch AI")
    await owe(hark, ANN.id)
    await hark.says(ANN, silence)

    await hark.membership(ANN, private(ANN), "member", "kicked")
    assert (await hark.chat(ANN.id)).state is ChatState.BLOCKED
    [back] = await hark.membership(ANN, private(ANN), "kicked", "member")
    assert back.text == "⏸ Alerts are paused in this chat: /resume"
    assert (await hark.chat(ANN.id)).state is ChatState.PAUSED
    assert await due(hark) == 0

    await hark.says(ANN, "/resume")
    assert await due(hark) == 1


async def test_a_pause_outlasts_a_block_that_nobody_told_of(hark: Hark) -> None:
    """A chat met as blocked when sending is paused still, when somebody speaks there again."""
    await hark.says(ANN, "/watch AI")
    await hark.says(ANN, "/pause")
    async with hark.database.begin() as conn:
        await chats.set_state(conn, ANN.id, ChatState.BLOCKED, NOON)

    [listed] = await hark.says(ANN, "/list")

    assert "paused" in listed.text
    assert (await hark.chat(ANN.id)).state is ChatState.PAUSED


async def test_a_paused_group_stays_paused_when_hark_is_taken_back(hark: Hark) -> None:
    """Thrown out of a paused group and let in again, or promoted there, Hark sends no alerts."""
    hark.admins.known.add((GROUP.id, ANN.id))
    await hark.says(ANN, "/watch AI", GROUP)
    await owe(hark, GROUP.id)
    await hark.says(ANN, "/pause", GROUP)

    await hark.membership(ANN, GROUP, "member", "kicked")
    await hark.membership(ANN, GROUP, "left", "member")
    await hark.membership(ANN, GROUP, "member", "left")
    await hark.membership(ANN, GROUP, "left", "administrator")

    assert (await hark.chat(GROUP.id)).state is ChatState.PAUSED
    assert await due(hark) == 0


async def test_the_right_to_post_restored_sends_what_waited(hark: Hark) -> None:
    """What could not be posted goes out as soon as Hark may post again."""
    async with hark.database.begin() as conn:
        await chats.save(conn, Chat(GROUP.id, ChatKind.GROUP, "Readers"))
    await owe(hark, GROUP.id)
    async with hark.database.begin() as conn:
        await deliveries.postpone_chat(conn, GROUP.id, NOON + timedelta(hours=1))
    assert await due(hark) == 0

    await hark.membership(ANN, GROUP, "left", "administrator")

    assert await due(hark) == 1


async def test_a_group_that_moves_keeps_its_watches(hark: Hark) -> None:
    """A group that becomes a supergroup tells so twice; the watches move once."""
    hark.admins.known |= {(GROUP.id, ANN.id), (FORUM.id, ANN.id)}
    await hark.says(ANN, "/watch AI", GROUP)
    service = {"message_id": 3, "date": 1, "from": ANN.json()}

    await hark.gets({"message": service | {"chat": GROUP.json(), "migrate_to_chat_id": FORUM.id}})
    await hark.gets({"message": service | {"chat": FORUM.json(), "migrate_from_chat_id": GROUP.id}})
    [listed] = await hark.says(ANN, "/list", FORUM)

    assert "AI" in listed.text
    assert await hark.words(GROUP.id) == []


async def test_the_alerts_of_a_group_that_moved_go_to_its_new_id(hark: Hark) -> None:
    """Whoever has the watches in mind learns that they moved."""
    hark.admins.known.add((GROUP.id, ANN.id))
    await hark.says(ANN, "/watch AI", GROUP)
    [before] = await hark.watched(GROUP.id)
    service = {"message_id": 3, "date": 1, "from": ANN.json(), "chat": GROUP.json()}

    await hark.gets({"message": service | {"migrate_to_chat_id": FORUM.id}})

    async with hark.database.read() as conn:
        changed = await watches.changed_since(conn, before.revision)
    assert [each.chat_id for each in changed] == [FORUM.id]
