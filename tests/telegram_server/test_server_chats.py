"""Chats on the loopback Telegram: who may write where, and what the bot hears of it."""

from __future__ import annotations

import pytest
from telegram import Bot
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
