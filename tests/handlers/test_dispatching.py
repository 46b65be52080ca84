"""What holds for everything people say: in order, once, by those who may, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from telegram import Update

from errors import StoreError
from handlers.call import Call, Desk, Policy, Registry, Reply
from model import Message
from store import chats, deliveries, settings
from tests.handlers.people import (
    ANN,
    ANONYMOUS,
    CHANNEL,
    GROUP,
    NOON,
    UGO,
    WEI,
    Hark,
    Person,
    a_hark,
    private,
)


def said(text: str, number: int = 1) -> dict[str, object]:
    """Return a private message of Ann."""
    chat = private(ANN).json()
    return {"message": {"message_id": number, "date": 1, "chat": chat, "from": ANN.json(), "text": text}}


async def test_an_update_that_comes_again_changes_nothing(hark: Hark) -> None:
    """After a crash Telegram brings updates again; what was done is not done or answered twice."""
    first = await hark.gets(said("/watch AI"), 500)
    await hark.gets(said("/watch BTC"), 501)
    again = await hark.gets(said("/watch AI"), 500)

    assert len(first) == 1
    assert again == []
    assert await hark.words(ANN.id) == ["AI", "BTC"]


async def test_an_update_that_was_overtaken_is_handled(hark: Hark) -> None:
    """What two people say at once may reach Hark in any order; both are heard, each once."""
    await hark.gets(said("/watch second"), 501)
    first = await hark.gets(said("/watch first"), 500)
    again = await hark.gets(said("/watch first"), 500)

    assert len(first) == 1
    assert again == []
    assert await hark.words(ANN.id) == ["second", "first"]


async def test_what_is_remembered_of_updates_stays_small(hark: Hark) -> None:
    """A year of commands leaves no long list behind, and the last hundreds are known."""
    async with hark.database.begin() as conn:
        await settings.put(conn, "handled_updates", " ".join(map(str, range(600, 1100))))
    await hark.gets(said("/watch AI"), 1100)
    known = await hark.gets(said("/watch BTC"), 601)

    async with hark.database.read() as conn:
        kept = (await settings.get(conn, "handled_updates")).split()
    assert known == []
    assert (kept[0], kept[-1], len(kept)) == ("601", "1100", 500)


async def test_a_new_count_of_updates_is_no_repetition(hark: Hark) -> None:
    """After a quiet week Telegram may count from anywhere, and people are still heard."""
    await hark.gets(said("/watch AI"), 900_000_000)
    await hark.gets(said("/watch BTC"), 123)
    await hark.gets(said("/watch ETH"), 124)

    assert await hark.words(ANN.id) == ["AI", "BTC", "ETH"]


@pytest.mark.parametrize(
    ("person", "help_word"), [(ANN, "did not understand"), (WEI, "没看懂"), (UGO, "Non ho capito")]
)
async def test_unknown_words_in_private_get_one_line(hark: Hark, person: Person, help_word: str) -> None:
    """What Hark does not understand in private is answered with one line, in the person's language."""
    [text] = await hark.says(person, "hello there")
    [command] = await hark.says(person, "/dance")

    assert help_word in text.text
    assert help_word in command.text
    assert "\n" not in text.text


async def test_a_picture_in_private_gets_the_same_line(hark: Hark) -> None:
    """A photo is answered too; what Telegram itself notes in a chat is not."""
    plain = {"message_id": 1, "date": 1, "chat": private(ANN).json(), "from": ANN.json()}
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]

    [answer] = await hark.gets({"message": plain | {"photo": photo}})
    service = await hark.gets({"message": plain | {"group_chat_created": True}})

    assert "/help" in answer.text
    assert service == []


@pytest.mark.parametrize("text", ["hello all", "/dance", "/watch@OtherBot AI", "/start@OtherBot", "@sama"])
async def test_in_groups_what_is_not_for_hark_is_met_with_silence(hark: Hark, text: str) -> None:
    """Talk, unknown commands and commands of other bots are none of Hark's business in a group."""
    hark.admins.known.add((GROUP.id, ANN.id))

    assert await hark.says(ANN, text, GROUP) == []


async def test_another_bots_command_is_ignored_in_private(hark: Hark) -> None:
    """A command that names another bot is not for Hark, wherever it is said."""
    assert await hark.says(ANN, "/watch@OtherBot AI") == []


async def test_edited_messages_are_ignored(hark: Hark) -> None:
    """Correcting a command afterwards does nothing: it was carried out as it was said."""
    edited = {"edited_message": said("/watch AI")["message"]}

    assert await hark.gets(edited) == []
    assert await hark.words(ANN.id) == []


async def test_arguments_may_hold_new_lines(hark: Hark) -> None:
    """The words may stand on the lines below the command."""
    await hark.says(ANN, "/watch\nAI\nBTC")

    assert await hark.words(ANN.id) == ["AI", "BTC"]


async def test_a_command_may_touch_its_words(hark: Hark) -> None:
    """`/watch#AI` without a blank is understood."""
    await hark.says(ANN, "/watch#赵长鹏")

    assert await hark.words(ANN.id) == ["#赵长鹏"]


async def test_the_slash_of_a_chinese_keyboard_begins_a_command(hark: Hark) -> None:
    """`／watch 词` is understood in private; among many it is talk."""
    hark.admins.known.add((GROUP.id, ANN.id))

    [answer] = await hark.says(ANN, "／watch 比特币")
    talk = await hark.says(ANN, "／watch 比特币", GROUP)

    assert "比特币" in answer.text
    assert await hark.words(ANN.id) == ["比特币"]
    assert talk == []


async def test_in_groups_only_administrators_command(hark: Hark) -> None:
    """Others are told so in one line; they may look at the list."""
    hark.admins.known.add((GROUP.id, ANN.id))

    [done] = await hark.says(ANN, "/watch@HarkBot AI", GROUP)
    [refused] = await hark.says(UGO, "/unwatch AI", GROUP)
    [listed] = await hark.says(UGO, "/list", GROUP)

    assert "Watching AI" in done.text
    assert refused.text == "Only administrators of this chat can do that."
    assert "AI" in listed.text
    assert await hark.words(GROUP.id) == ["AI"]


async def test_a_group_keeps_its_language(hark: Hark) -> None:
    """A group is answered in the language it was met in, whoever speaks."""
    hark.admins.known |= {(GROUP.id, ANN.id), (GROUP.id, UGO.id)}

    await hark.says(ANN, "/watch AI", GROUP)
    [answer] = await hark.says(UGO, "/watch BTC", GROUP)

    assert "Watching BTC" in answer.text


async def test_rights_are_checked_at_every_tap(hark: Hark) -> None:
    """Whoever lost their rights, or never had any, cannot use the buttons that others called up."""
    hark.admins.known.add((GROUP.id, ANN.id))
    await hark.says(ANN, "/watch AI", GROUP)
    [chosen] = await hark.says(ANN, "/unwatch", GROUP)

    refused = await hark.taps(UGO, "AI", chosen)
    hark.admins.known.clear()
    lost = await hark.taps(ANN, "AI", chosen)

    assert refused == []
    assert lost == []
    assert hark.toasts.shown == ["Only administrators of this chat can do that."] * 2
    assert await hark.words(GROUP.id) == ["AI"]


async def test_a_reader_of_a_channel_cannot_tap_its_watches_away(hark: Hark) -> None:
    """Everybody sees a channel's buttons, only its administrators may use them."""
    await hark.posts("/watch AI")
    [chosen] = await hark.posts("/unwatch")

    await hark.taps(UGO, "AI", chosen)
    assert await hark.words(CHANNEL.id) == ["AI"]

    hark.admins.known.add((CHANNEL.id, ANN.id))
    await hark.taps(ANN, "AI", chosen)
    assert await hark.words(CHANNEL.id) == []


async def test_anonymous_administrators_are_administrators(hark: Hark) -> None:
    """Who speaks in the group's own name is one; who speaks in a channel's name is not."""
    message = {"message_id": 1, "date": 1, "chat": GROUP.json(), "from": ANONYMOUS, "text": "/watch AI"}

    [done] = await hark.gets({"message": message | {"sender_chat": GROUP.json()}})
    [refused] = await hark.gets({"message": message | {"sender_chat": CHANNEL.json(), "text": "/watch BTC"}})

    assert "Watching AI" in done.text
    assert "Only administrators" in refused.text
    assert hark.admins.asked == 0


async def test_when_telegram_does_not_say_who_is_administrator(hark: Hark) -> None:
    """While Telegram cannot be asked nothing is done, and people are told to try again."""
    hark.admins.silent = True

    [answer] = await hark.says(ANN, "/watch AI", GROUP)

    assert "try again" in answer.text
    assert await hark.words(GROUP.id) == []


async def test_a_private_hark_serves_its_chats_and_operators(tmp_path: Path) -> None:
    """With allowed_chats others get one polite line, and the operators are served everywhere."""
    policy = Policy(admins=frozenset({UGO.id}), allowed_chats=frozenset({ANN.id}))
    async with a_hark(tmp_path, policy) as hark:
        hark.admins.known.add((GROUP.id, UGO.id))

        [stranger] = await hark.says(WEI, "/watch AI")
        await hark.says(ANN, "/watch AI")
        await hark.says(UGO, "/watch AI")
        await hark.says(UGO, "/watch AI", GROUP)
        hello = await hark.membership(WEI, GROUP, "left", "member")

        assert "运营者" in stranger.text
        assert [await hark.words(chat) for chat in (WEI.id, ANN.id, UGO.id, GROUP.id)] == [
            [],
            ["AI"],
            ["AI"],
            ["AI"],
        ]
        assert hello == []


async def broken(call: Call, desk: Desk) -> Reply:
    """Trip after something was written."""
    await chats.ask(desk.conn, desk.chat.id, call.user_id, "watch", NOON)
    raise RuntimeError("secret detail")


async def test_a_bug_is_confessed_without_its_details(tmp_path: Path) -> None:
    """A handler that fails leaves nothing behind; the person gets one sentence, the next one is served."""
    found = Registry()
    found.command("trip", broken)
    async with a_hark(tmp_path, registered=found) as hark:
        [answer] = await hark.gets(said("/trip"), 500)
        again = await hark.gets(said("/trip"), 500)
        [unknown] = await hark.says(ANN, "and now?")

        assert "went wrong" in answer.text
        assert "secret" not in answer.text
        assert again == []
        assert "/help" in unknown.text


async def test_what_the_store_refuses_waits_and_is_done(tmp_path: Path) -> None:
    """A full disk or a locked database loses nothing: the update is tried until the store takes it."""
    refusals = [StoreError("disk full"), StoreError("disk full"), StoreError("disk full")]

    async def stubborn(call: Call, desk: Desk) -> Reply:
        if refusals:
            raise refusals.pop()
        return Reply((Message("done"),))

    found = Registry()
    found.command("keep", stubborn)
    async with a_hark(tmp_path, registered=found) as hark:
        [answer] = await hark.gets(said("/keep"))

        assert answer.text == "done"
        assert hark.pauses == [0.5, 1.0, 2.0]


async def test_an_answer_and_its_update_are_stored_together(hark: Hark) -> None:
    """The answer is a row of the outbox, due now, before any alert."""
    [answer] = await hark.says(ANN, "/help")

    async with hark.database.read() as conn:
        [row] = await deliveries.due(conn, NOON, 10)
    assert row.id == answer.delivery.id
    assert row.due == NOON


async def test_a_tap_from_nowhere_is_survived(hark: Hark) -> None:
    """Forged or ancient data ends the spinner with a word and does nothing."""
    [answer] = await hark.says(ANN, "/watch AI")

    for data in (
        "",
        "zzz:1",
        "o:x:y",
        "o:99999999999999999999",
        "p:0",
        "try:77",
        "go",
        "f:1:q",
        "lang:xx",
        "set:x",
    ):
        assert await hark.sends_data(ANN, data or ":", answer) == []

    assert all(hark.toasts.shown)
    assert await hark.words(ANN.id) == ["AI"]


async def test_an_update_that_nobody_knows_is_passed_over(hark: Hark) -> None:
    """An update of a kind yet unknown stops nothing."""
    await hark.dispatcher.handle(Update(1))

    assert await hark.answers() == []


def test_no_two_modules_answer_the_same_button() -> None:
    """A button or a command that one module answers cannot be taken over unnoticed by another."""

    async def answer(call: Call, desk: Desk) -> Reply:
        return Reply()

    found = Registry()
    found.tap("xa", answer)
    found.command("watch w", answer)

    with pytest.raises(ValueError, match="xa"):
        found.tap("xa", answer)
    with pytest.raises(ValueError, match="w"):
        found.command("w", answer)
