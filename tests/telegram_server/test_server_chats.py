"""Chats on the loopback Telegram: who may write where, and what the bot hears of it."""

from __future__ import annotations

import pytest
from telegram import (
    Bot,
    ChatAdministratorRights,
    KeyboardButton,
    KeyboardButtonRequestChat,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden

from tests.servers.telegram import TelegramServer
from tests.telegram_server.library import send


async def test_blocking_and_unblocking_reach_the_bot(telegram: TelegramServer, bot: Bot) -> None:
    """The bot hears of it, and cannot send in between."""
    chat = telegram.private(telegram.user("Ada"))
    chat.blocks()

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await send(bot, chat.id)
    chat.unblocks()
    await send(bot, chat.id)

    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


async def test_a_migrated_group_tells_its_new_id(telegram: TelegramServer, bot: Bot) -> None:
    """The old id is refused with the new one, which takes messages."""
    group = telegram.group("Crypto", kind="group", admins=[telegram.user("Ada")])
    new = group.migrates()

    with pytest.raises(ChatMigrated) as refused:
        await send(bot, group.id)
    await send(bot, refused.value.new_chat_id)

    assert refused.value.new_chat_id == new.id
    assert new.texts == ["hello"]
    services = [update.message for update in await bot.get_updates()]
    assert [s.migrate_to_chat_id or s.migrate_from_chat_id for s in services if s] == [new.id, group.id]


async def test_topics_take_messages_until_they_are_closed(telegram: TelegramServer, bot: Bot) -> None:
    """A closed topic refuses; an unknown one is not found."""
    forum = telegram.group("Crypto", admins=[telegram.user("Ada")], forum=True)
    topic = forum.creates_topic("News")

    await send(bot, forum.id, message_thread_id=topic)
    forum.closes_topic(topic)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await send(bot, forum.id, message_thread_id=topic)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await send(bot, forum.id, message_thread_id=999)

    assert [message.thread_id for message in forum.messages] == [topic]
    assert telegram.violations == []


async def test_rights_in_a_group_can_be_asked(telegram: TelegramServer, bot: Bot) -> None:
    """Owner, administrators and members are told apart, and promotion changes it."""
    ada, bob, eve = telegram.user("Ada"), telegram.user("Bob"), telegram.user("Eve")
    group = telegram.group("Crypto", admins=[ada], members=[bob])
    group.promotes(bob)

    statuses = [(await bot.get_chat_member(group.id, user.id)).status for user in (ada, bob, eve)]
    admins = await bot.get_chat_administrators(group.id)

    assert statuses == ["creator", "administrator", "left"]
    assert {admin.user.id for admin in admins} == {ada.id, bob.id}


async def test_an_anonymous_administrator_speaks_as_the_group(telegram: TelegramServer, bot: Bot) -> None:
    """The bot sees GroupAnonymousBot and the group as the sender."""
    ada = telegram.user("Ada")
    group = telegram.group("Crypto", admins=[ada])

    await group.says(ada, "/list", anonymous=True)

    [update] = await bot.get_updates()
    assert update.message
    assert update.message.sender_chat
    assert update.message.sender_chat.id == group.id
    assert update.message.from_user
    assert update.message.from_user.username == "GroupAnonymousBot"


async def test_a_kicked_bot_cannot_send_until_it_is_added(telegram: TelegramServer, bot: Bot) -> None:
    """Kicked, added again, gone by itself: each has its own refusal."""
    ada = telegram.user("Ada")
    group = telegram.group("Crypto", admins=[ada])
    group.kicks_bot(ada)

    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await send(bot, group.id)
    group.adds_bot(ada)
    await send(bot, group.id)
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await send(bot, group.id)


async def test_channels_post_and_are_posted_to(telegram: TelegramServer, bot: Bot) -> None:
    """A post is a channel_post; the bot posts as an administrator, by name too."""
    ada = telegram.user("Ada")
    channel = telegram.channel("News", admins=[ada], username="news_channel")
    post = await channel.posts("/watch x")
    await channel.edits(post, "/watch y")

    await bot.send_message("@news_channel", "hi")
    channel.demotes(telegram.world.bot)
    with pytest.raises(BadRequest, match="Need administrator rights in the channel chat"):
        await send(bot, channel.id)

    updates = await bot.get_updates()
    assert updates[0].channel_post
    assert updates[1].edited_channel_post
    assert channel.texts == ["hi"]


async def test_privacy_keeps_small_talk_from_the_bot() -> None:
    """With privacy on, a group's messages reach the bot only when they are meant for it."""
    async with TelegramServer(privacy=True) as telegram:
        ada = telegram.user("Ada")
        group = telegram.group("Crypto", admins=[ada])

        told = [(await group.says(ada, text)).update_id > 0 for text in ("hi", "/list", "hi @hark_bot")]

    assert told == [False, True, True]


def _keys(*asked: KeyboardButtonRequestChat) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup(
        [[KeyboardButton(f"Key {each.request_id}", request_chat=each)] for each in asked]
    )


def _rights(**given: bool) -> ChatAdministratorRights:
    return ChatAdministratorRights.de_json(
        dict.fromkeys(ChatAdministratorRights.no_rights().to_dict(), False) | given, None
    )


async def test_a_picked_chat_is_told_with_the_number_of_its_request(
    telegram: TelegramServer, bot: Bot
) -> None:
    """The bot gets the place that it asked for, then the chat; nobody picks what Telegram does not offer."""
    ada, bob = telegram.user("Ada"), telegram.user("Bob")
    private, news = telegram.private(ada), telegram.channel("News", admins=[ada], bot="left")
    group, others = telegram.group("Readers", admins=[ada]), telegram.channel("Others", admins=[bob])
    rights = _rights(can_manage_chat=True, can_post_messages=True)
    wanted = KeyboardButtonRequestChat(7, True, None, None, None, rights, rights, request_title=True)
    await bot.send_message(private.id, "Which?", reply_markup=_keys(wanted))

    await private.picks(ada, news)

    added, picked = await bot.get_updates()
    assert added.my_chat_member is not None
    assert added.my_chat_member.new_chat_member.status == "administrator"
    assert picked.message is not None
    assert picked.message.chat_shared is not None
    shared = picked.message.chat_shared
    assert (shared.request_id, shared.chat_id, shared.title) == (7, news.id, "News")
    for unoffered in (group, others):
        with pytest.raises(LookupError, match="does not offer"):
            await private.picks(ada, unoffered)
    await bot.send_message(private.id, "Thanks", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(LookupError, match="does not offer"):
        await private.picks(ada, news)


async def test_requests_that_telegram_does_not_take_are_refused(telegram: TelegramServer, bot: Bot) -> None:
    """Chats are requested in private only, each under its number, for no more rights than the person's."""
    ada = telegram.user("Ada")
    private, group = telegram.private(ada), telegram.group("Readers", admins=[ada])
    one, same = KeyboardButtonRequestChat(1, True), KeyboardButtonRequestChat(1, False)
    more = KeyboardButtonRequestChat(1, True, bot_administrator_rights=_rights(can_post_messages=True))

    with pytest.raises(BadRequest, match=r"(?i)chats can be requested in private chats only"):
        await bot.send_message(group.id, "Which?", reply_markup=_keys(one))
    for bad in (_keys(one, same), _keys(more)):
        with pytest.raises(BadRequest):
            await bot.send_message(private.id, "Which?", reply_markup=bad)


async def test_of_a_deleted_channel_nothing_is_told(telegram: TelegramServer, bot: Bot) -> None:
    """Whoever asks for a member of a channel that is gone hears that there is no such chat."""
    ada = telegram.user("Ada")
    news = telegram.channel("News", admins=[ada])
    news.dies()

    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.get_chat_member(news.id, ada.id)
