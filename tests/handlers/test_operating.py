"""What operators see and decide: /admin, bans, the allow-list; and what everybody else meets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.call import Call, Desk, Policy, Reply
from handlers.everything import registry
from model import Chat, ChatKind, ChatState, DeliveryKind
from store import access, chats, deliveries, troubles
from store.deliveries import OwedAlert
from store.troubles import Kind
from tests.handlers.people import ANN, CHANNEL, GROUP, UGO, WEI, Answer, Hark, Person, a_hark, private

BOB, EVE = Person(10, "Bob"), Person(11, "Eve")


@pytest.fixture
async def hark(tmp_path: Path) -> AsyncIterator[Hark]:
    """Give a Hark that Ann operates."""
    async with a_hark(tmp_path, Policy(frozenset({ANN.id}))) as found:
        yield found


async def notices(hark: Hark, chat_id: int) -> list[str]:
    """Return the notices that a chat is owed."""
    async with hark.database.read() as conn:
        owed = await deliveries.due(conn, hark.now + timedelta(days=1), 100)
    mine = [each for each in owed if each.chat_id == chat_id and each.kind is DeliveryKind.NOTICE]
    return [each.message.html for each in mine if each.message is not None]


async def asked(hark: Hark) -> Answer:
    """Return the newest notice that Ann is owed, to tap on."""
    async with hark.database.read() as conn:
        owed = await deliveries.due(conn, hark.now + timedelta(days=1), 100)
    newest = [each for each in owed if each.chat_id == ANN.id and each.kind is DeliveryKind.NOTICE][-1]
    return Answer(newest, private(ANN))


async def test_admin_is_an_unknown_command_to_everybody_else(hark: Hark) -> None:
    """Who is no operator learns nothing of /admin, by word or button; in groups nobody does."""
    hark.admins.known |= {(GROUP.id, ANN.id), (GROUP.id, BOB.id)}
    [screen] = await hark.says(ANN, "/admin")
    [unknown] = await hark.says(BOB, "/dance")

    [answer] = await hark.says(BOB, "/admin")
    silence = await hark.says(BOB, "/admin", GROUP) + await hark.says(ANN, "/admin", GROUP)
    posted = await hark.posts("/admin")
    tapped = []
    for data in ("adm", "adc:0", "adk:7:1", "adx:1"):
        tapped += await hark.sends_data(BOB, data, screen)

    assert answer.text == unknown.text
    assert silence + posted + tapped == []
    assert set(hark.toasts.shown) == {"This button does not work any more. Say /help."}


async def test_an_operator_sees_the_whole(hark: Hark) -> None:
    """Chats by kind and state, watches, sources, what waits and since when, and the troubles of the day."""
    await hark.says(BOB, "/watch AI")
    await hark.says(EVE, "/stop")
    await hark.posts("/watch BTC")
    async with hark.database.begin() as conn:
        await chats.set_state(conn, EVE.id, ChatState.BLOCKED, hark.now)
        await troubles.note(conn, Kind.UNSENT, hark.now, "message is too long")
    hark.now += timedelta(minutes=3)

    [screen] = await hark.says(ANN, "/admin")

    assert screen.text.splitlines() == [
        "Operating Hark",
        "Chats: 4 (private 3, groups 0, channels 1)",
        "Active: 3 · paused: 0 · out of reach: 1 · banned: 0",
        "Watches: 2",
        "Sources polled: 0, failing: 0",
        "Messages waiting: 3, the oldest made 3 minutes ago",
        "Troubles in 24 hours: 1",
    ]


async def test_troubles_are_told_by_kind(tmp_path: Path) -> None:
    """What went wrong is counted by kind, with when, what, and who was told; screens change in place."""
    known = registry()

    async def breaks(call: Call, desk: Desk) -> Reply:
        raise RuntimeError("secret words")

    known.command("break", breaks)
    async with a_hark(tmp_path, Policy(frozenset({ANN.id})), known) as hark:
        [confessed] = await hark.says(BOB, "/break now")
        async with hark.database.begin() as conn:
            await troubles.note(conn, Kind.FLOOD, hark.now - timedelta(hours=30), "long ago")
        [screen] = await hark.says(ANN, "/admin")
        [shown] = await hark.taps(ANN, "Troubles", screen)
        [back] = await hark.taps(ANN, "« Back", shown)

    assert "went wrong" in confessed.text
    assert shown.text.splitlines()[1:] == [
        "• Commands and taps that failed: 1, last 12:00 (RuntimeError · /break). "
        "Each was told that something went wrong."
    ]
    assert back.text.splitlines()[0] == screen.text.splitlines()[0]
    assert shown.message_id == back.message_id == screen.message_id


async def test_a_banned_person_is_told_once(hark: Hark) -> None:
    """One sentence, whatever they say first; then silence, and taps do nothing. Nobody else notices."""
    [listed] = await hark.says(BOB, "/watch AI")
    hark.admins.known.add((GROUP.id, BOB.id))
    [done] = await hark.says(ANN, f"/admin ban {BOB.id}")

    [told] = await hark.says(BOB, "/list")
    after = [
        *await hark.says(BOB, "/list"),
        *await hark.says(BOB, "hello"),
        *await hark.says(BOB, "/list", GROUP),
        *await hark.sends_data(BOB, "l:0", listed),
    ]

    assert "is banned: told so once" in done.text
    assert told.text == "The operator of this Hark has blocked you: it does not answer you any more."
    assert after == []
    assert hark.toasts.shown[-1] == ""
    assert len(await hark.says(EVE, "/list")) == 1


async def test_the_watches_of_a_banned_chat_rest_and_come_back(hark: Hark) -> None:
    """What was due waits; when the ban is lifted the watches work again, and the chat is told."""
    await hark.says(BOB, "/watch AI")
    async with hark.database.begin() as conn:
        await deliveries.owe_alerts(conn, [OwedAlert(BOB.id, 1, 1)], hark.now)
    [done] = await hark.says(ANN, f"/admin ban {BOB.id}")
    banned = await hark.chat(BOB.id)
    async with hark.database.read() as conn:
        held = (await deliveries.queue(conn)).held

    [lifted] = await hark.taps(ANN, "Lift the ban", done)

    async with hark.database.read() as conn:
        after = (await deliveries.queue(conn)).held
    assert (banned.state, held, after) == (ChatState.BANNED, 1, 0)
    assert (await hark.chat(BOB.id)).state is ChatState.ACTIVE
    assert "Watches there: 1, at work again" in lifted.text
    assert any("has lifted the block" in each for each in await notices(hark, BOB.id))
    assert len(await hark.says(BOB, "/list")) == 1


async def test_a_ban_outlives_coming_and_going(hark: Hark) -> None:
    """Blocking Hark and letting it in again, /stop, a group that grows: none of it lifts a ban."""
    await hark.says(BOB, "/watch AI")
    await hark.says(BOB, "/stop")
    await hark.says(ANN, f"/admin ban {BOB.id}")
    await hark.says(ANN, f"/admin ban {GROUP.id}")

    silent = await hark.membership(BOB, private(BOB), "member", "kicked")
    silent += await hark.membership(BOB, private(BOB), "kicked", "member")
    silent += await hark.membership(EVE, GROUP, "left", "member")
    async with hark.database.begin() as conn:
        await chats.migrate(conn, GROUP.id, -100777)
        moved = await access.of(conn, [GROUP.id, -100777])

    assert silent == []
    assert (await hark.chat(BOB.id)).state is ChatState.BANNED
    assert list(moved) == [-100777]
    await hark.says(ANN, f"/admin unban {BOB.id}")
    assert (await hark.chat(BOB.id)).state is ChatState.PAUSED


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("ban 7", "Operators cannot be banned"),
        ("ban Bob", "“Bob” is no number of a person or chat"),
        ("ban 0", "“0” is no number"),
        ("unban 99", "Somebody I have not met (99) is not banned"),
        ("disallow 99", "Somebody I have not met (99) is not on the list here"),
        ("unban", "Whose ban shall end?"),
        ("disallow", "Who shall leave the allow-list?"),
    ],
)
async def test_what_cannot_be_decided_says_why(hark: Hark, said: str, answer: str) -> None:
    """A wrong number, an operator, nobody: one sentence says what is wrong and what to do."""
    [shown] = await hark.says(ANN, f"/admin {said}")

    assert answer in shown.text


async def test_a_forwarded_message_says_whom_to_ban(hark: Hark) -> None:
    """Asked whom, the operator forwards a message; where Telegram hides its author, it says so."""
    [screen] = await hark.says(ANN, "/admin")
    [bans] = await hark.taps(ANN, "Bans", screen)
    [question] = await hark.taps(ANN, "Ban someone", bans)
    origin = {"type": "user", "date": 1, "sender_user": EVE.json()}
    hidden = {"type": "hidden_user", "date": 1, "sender_user_name": "Eve"}

    [done] = await hark.gets({"message": hark.message(ANN, None, text="buy this", forward_origin=origin)})
    await hark.says(ANN, "/admin ban")
    [unknown] = await hark.gets({"message": hark.message(ANN, None, text="buy", forward_origin=hidden)})
    forwarded = hark.message(ANN, None, text="buy this", forward_origin={**origin, "sender_user": WEI.json()})
    reply = {"reply_to_message": forwarded}
    [replied] = await hark.gets({"message": hark.message(ANN, None, text="/admin ban", **reply)})

    assert "forward a message of theirs" in question.text
    assert f"({EVE.id}) is banned" in done.text
    assert "Telegram hides who wrote this" in unknown.text
    assert f"({WEI.id}) is banned" in replied.text


async def test_long_lists_have_pages_and_stay_where_they_are(hark: Hark) -> None:
    """Chats and bans come eight a page; a chat opens and is banned there; one tap lifts a ban."""
    async with hark.database.begin() as conn:
        for number in range(100, 110):
            await chats.save(conn, chat_named(number))
    [screen] = await hark.says(ANN, "/admin")
    [first] = await hark.taps(ANN, "Chats", screen)
    [second] = await hark.taps(ANN, "›", first)
    [opened] = await hark.taps(ANN, "Chat 109", second)
    [banned] = await hark.taps(ANN, "Ban", opened)
    [again] = await hark.taps(ANN, "Lift the ban", banned)
    for number in range(100, 110):
        await hark.says(ANN, f"/admin ban {number}")
    [bans] = await hark.taps(ANN, "Bans", screen)
    [more] = await hark.taps(ANN, "›", bans)
    [left] = await hark.sends_data(ANN, more.buttons[0].data, more)

    assert first.text.splitlines()[0] == "Chats · 11"
    assert len(first.text.splitlines()) == 9
    assert "109. " not in second.text
    assert "Number 109 · watches: 0" in opened.text
    assert "⛔ banned" in banned.text
    assert "active" in again.text
    assert "2/2" in more.labels
    assert "is lifted" in left.text
    assert "Bans · 9" in left.text
    assert {each.message_id for each in (first, second, opened, banned, bans, left)} == {screen.message_id}


def chat_named(number: int) -> Chat:
    """Return a private chat."""
    return Chat(number, ChatKind.PRIVATE, f"Chat {number}")


async def test_closing_the_door_turns_nobody_out(hark: Hark) -> None:
    """With the allow-list on, who watches stays; a stranger is told how to ask, and let in by a tap."""
    await hark.says(BOB, "/watch AI")
    [screen] = await hark.says(ANN, "/admin")
    [off] = await hark.taps(ANN, "Allow-list", screen)
    [on] = await hark.taps(ANN, "Serve only the list", off)
    [here] = await hark.says(BOB, "/list")
    [refused] = await hark.says(UGO, "/watch AI")

    [waits] = await hark.taps(UGO, "Chiedi di entrare", refused)
    [again] = await hark.says(UGO, "/watch AI")
    [decided] = await hark.taps(ANN, "Let in", await asked(hark))
    [welcome] = await notices(hark, UGO.id)
    [served] = await hark.says(UGO, "/watch AI")

    assert "Everybody may use Hark" in off.text
    assert "on · 1" in on.text
    assert "AI" in here.text
    assert "Questo Hark è privato" in refused.text
    assert "La risposta arriva qui" in waits.text
    assert (again.text, again.buttons) == (waits.text, [])
    assert f"({UGO.id}) is on the allow-list" in decided.text
    assert "Puoi usare questo Hark" in welcome
    assert "#AI" in served.text or "AI" in served.text


async def test_a_refusal_stays_until_the_operator_thinks_again(hark: Hark) -> None:
    """Who was refused is not asked for twice; /admin allow lets them in all the same, disallow out again."""
    async with hark.database.begin() as conn:
        await access.close(conn, hark.now, on=True)
    [private_hark] = await hark.says(EVE, "/start")
    await hark.taps(EVE, "Ask to be let in", private_hark)
    question = await asked(hark)
    [no] = await hark.taps(ANN, "Refuse", question)
    [late] = await hark.taps(ANN, "Let in", question)
    [told] = await hark.says(EVE, "/start")
    await hark.says(ANN, f"/admin allow {EVE.id}")
    [in_again] = await hark.says(EVE, "/list")
    [gone] = await hark.says(ANN, f"/admin disallow {EVE.id}")
    [out] = await hark.says(EVE, "/list")

    assert "was refused" in no.text
    assert "was refused" in late.text
    assert told.text == "The operator of this Hark has said no."
    assert "Nothing is watched here" in in_again.text
    assert "off the allow-list" in gone.text
    assert "is private" in out.text


async def test_the_file_and_the_list_hold_together(tmp_path: Path) -> None:
    """What the file names is served, and what /admin allow adds; then the list cannot be switched off."""
    policy = Policy(frozenset({ANN.id}), allowed_chats=frozenset({BOB.id, CHANNEL.id}))
    async with a_hark(tmp_path, policy) as hark:
        await hark.says(ANN, f"/admin allow {EVE.id}")
        served = [await hark.says(each, "/list") for each in (BOB, EVE)]
        [stranger] = await hark.says(UGO, "/list")
        [screen] = await hark.says(ANN, "/admin")
        [listed] = await hark.taps(ANN, "Allow-list", screen)

    assert all("watched here yet" in each.text for [each] in served)
    assert "è privato" in stranger.text
    assert "on · 1" in listed.text
    assert "and so always on: 2" in listed.text
    assert [each for each in listed.labels if "Serve" in each] == []


async def test_only_administrators_ask_for_a_group(hark: Hark) -> None:
    """A member who taps the button in a group is told so; an administrator asks, and the group is named."""
    async with hark.database.begin() as conn:
        await access.close(conn, hark.now, on=True)
    hark.admins.known.add((GROUP.id, BOB.id))
    [private_hark] = await hark.says(BOB, "/watch AI", GROUP)

    member = await hark.taps(EVE, "Ask to be let in", private_hark)
    refused = hark.toasts.shown[-1]
    [waits] = await hark.taps(BOB, "Ask to be let in", private_hark)
    question = await asked(hark)
    [decided] = await hark.taps(ANN, "Let in", question)
    [served] = await hark.says(BOB, "/watch AI", GROUP)
    [late] = await hark.taps(BOB, "Ask to be let in", private_hark)

    assert (member, refused) == ([], "Only administrators of this chat can do that.")
    assert "The operator has been asked" in waits.text
    assert f"The group Readers asks to use this Hark. Number: {GROUP.id}" in question.text
    assert "Readers" in decided.text
    assert "Watching AI" in served.text
    assert "You may use this Hark" in late.text


async def test_nobody_can_be_asked_where_no_operator_can_be_reached(hark: Hark) -> None:
    """While the only operator has blocked Hark the button says so, and can be tapped again later."""
    await hark.says(ANN, "/start")
    async with hark.database.begin() as conn:
        await access.close(conn, hark.now, on=True)
        await chats.set_state(conn, ANN.id, ChatState.BLOCKED, hark.now)
    [private_hark] = await hark.says(EVE, "/start")

    nothing = await hark.taps(EVE, "Ask to be let in", private_hark)
    said = hark.toasts.shown[-1]
    await hark.says(ANN, "/start")
    [waits] = await hark.taps(EVE, "Ask to be let in", private_hark)

    assert nothing == []
    assert said == "No operator can be reached now."
    assert "The operator has been asked" in waits.text
