"""What goes wrong between a bot and the loopback Telegram."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut

from tests.servers.telegram import TelegramServer
from tests.telegram_server.library import Clock, ask, connect, seconds, send


async def test_unknown_methods_and_tokens_are_told_apart(telegram: TelegramServer) -> None:
    """Malformed token 404, foreign token 401, unknown method 404."""
    answers = [
        await ask(telegram, "getMe", {}, token="nonsense"),
        await ask(telegram, "getMe", {}, token="1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        await ask(telegram, "getTea", {}),
    ]

    assert [answer["description"] for answer in answers] == [
        "Not Found",
        "Unauthorized",
        "Not Found: method not found",
    ]


async def test_a_revoked_token_is_no_longer_valid(telegram: TelegramServer, bot: Bot) -> None:
    """python-telegram-bot says that the token is invalid."""
    telegram.revokes_token()

    with pytest.raises(InvalidToken):
        await bot.get_me()


@seconds
async def test_a_flood_wait_stops_one_chat(telegram: TelegramServer, bot: Bot) -> None:
    """After a 429 the chat takes nothing for so long, other chats do."""
    ada, bob = telegram.private(telegram.user("Ada")), telegram.private(telegram.user("Bob"))
    telegram.flood(3, ada)

    with pytest.raises(RetryAfter) as first:
        await send(bot, ada.id)
    with pytest.raises(RetryAfter):
        await send(bot, ada.id)
    await send(bot, bob.id)

    assert first.value.retry_after == 3
    assert (telegram.floods, telegram.impatient) == (2, 1)
    assert ada.messages == []


@seconds
async def test_limits_hold_a_message_before_they_refuse_one() -> None:
    """A burst passes, then the server holds up to 8 s, then it says 429; patience is rewarded."""
    clock = Clock()
    async with TelegramServer(clock=clock, sleep=clock.sleep) as telegram, connect(telegram) as bot:
        group = telegram.group("Crypto")
        telegram.limits(group_per_minute=20)
        for _ in range(20):
            await send(bot, group.id)

        with pytest.raises(RetryAfter) as refused:
            await send(bot, group.id)
        await clock.sleep(float(refused.value.retry_after))  # type: ignore[arg-type]
        await send(bot, group.id)

    assert len(group.messages) == 21
    assert telegram.floods == 1
    assert telegram.trouble.held
    assert max(telegram.trouble.held) <= 8


@seconds
async def test_edits_share_the_limit_of_messages() -> None:
    """Editing one message over and over ends in a flood wait too."""
    clock = Clock()
    async with TelegramServer(clock=clock, sleep=clock.sleep) as telegram, connect(telegram) as bot:
        group = telegram.group("Crypto")
        telegram.limits(group_per_minute=3)
        sent = await send(bot, group.id)
        await bot.edit_message_text("2", group.id, sent.message_id)
        await bot.edit_message_text("3", group.id, sent.message_id)

        with pytest.raises(RetryAfter):
            await bot.edit_message_text("4", group.id, sent.message_id)

    assert group.texts == ["3"]


async def test_a_held_message_arrives_though_its_sender_gave_up() -> None:
    """While the server waits out a flood wait the sender times out; the message comes all the same."""
    let_go = asyncio.Event()

    async def hold(seconds: float) -> None:
        await let_go.wait()

    async with TelegramServer(sleep=hold) as telegram:
        chat = telegram.private(telegram.user("Ada"))
        telegram.limits(burst=1)
        async with connect(telegram, read_timeout=0.1) as bot:
            await send(bot, chat.id, "one")
            with pytest.raises(TimedOut):
                await send(bot, chat.id, "two")
        let_go.set()

        await chat.wait_for_count(2)

    assert chat.texts == ["one", "two"]


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_failing_server_may_have_sent_the_message(
    telegram: TelegramServer, bot: Bot, accepted: bool
) -> None:
    """A 502 says nothing about whether the message arrived."""
    chat = telegram.private(telegram.user("Ada"))
    telegram.fails(1, status=502, after_accepting=accepted)

    with pytest.raises(NetworkError, match="Bad Gateway"):
        await send(bot, chat.id)
    await send(bot, chat.id, "again")

    assert chat.texts == (["hello", "again"] if accepted else ["again"])
    assert telegram.is_calm()


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_cut_connection_gives_no_answer(telegram: TelegramServer, bot: Bot, accepted: bool) -> None:
    """The sender sees a broken connection; the message may have arrived."""
    chat = telegram.private(telegram.user("Ada"))
    telegram.cuts_connection(1, after_accepting=accepted)

    with pytest.raises(NetworkError, match="RemoteProtocolError"):
        await send(bot, chat.id)

    assert chat.texts == (["hello"] if accepted else [])


async def test_a_late_answer_is_a_time_out_though_the_message_arrived(telegram: TelegramServer) -> None:
    """A held answer outlasts the sender's patience; the message is there all the same."""
    chat = telegram.private(telegram.user("Ada"))
    telegram.holds(5)

    async with connect(telegram, read_timeout=0.1) as bot:
        with pytest.raises(TimedOut):
            await send(bot, chat.id)

    assert chat.texts == ["hello"]


async def test_any_refusal_can_be_arranged(telegram: TelegramServer, bot: Bot) -> None:
    """A description as Telegram writes it reaches the sender once."""
    chat = telegram.private(telegram.user("Ada"))
    telegram.refuses("Bad Request: CHAT_RESTRICTED", chat=chat)

    with pytest.raises(BadRequest, match="Chat_restricted"):
        await send(bot, chat.id)
    await send(bot, chat.id)

    assert chat.texts == ["hello"]
