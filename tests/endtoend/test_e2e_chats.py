"""Groups, channels, topics; chats that move, close, block and come back."""

from __future__ import annotations

import asyncio

from tests.endtoend.conftest import NewHark
from tests.endtoend.people import Person, is_alert, person, watcher
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer

ONLY_ADMINS = "Only administrators"


async def test_a_group_is_led_by_its_administrators(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """In a group administrators command, anonymous ones too; members propose, chatter gets silence."""
    feed = site.feed("/news.xml")
    ada, bob, cleo = telegram.user("Ada"), telegram.user("Bob"), telegram.user("Cleo")
    group = telegram.group("Traders", admins=[ada, cleo], members=[bob])
    admin, member, hidden = Person(ada, group), Person(bob, group), Person(cleo, group)
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()

    assert "BTC" in (await admin.asks("/watch@hark_bot BTC")).text
    assert "proposes" in (await member.asks("/watch DOT")).text
    await group.says(bob, "What is that bot?")
    await group.says(bob, "/nonsense")
    await group.says(bob, "/watch@another_bot DOT")
    assert "ETH" in (await hidden.asks("/watch ETH", anonymous=True)).text
    await hark.polls(feed)
    feed.publish("BTC and ETH")
    alert = await admin.reads("BTC and ETH")

    await group.taps(bob, "⋯", alert)
    refused = await telegram.until(lambda: telegram.answers[-1:])
    assert ONLY_ADMINS in refused[0].text
    assert len(group.messages) == 4
    listed = (await admin.asks("/list")).text
    assert "BTC" in listed
    assert "DOT" not in listed
    asked = telegram.calls("getChatMember")
    assert len(asked) == len({call.parameters["user_id"] for call in asked}) == 2  # believed for a minute


async def test_a_channel_and_the_topics_of_a_forum_get_their_alerts(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """A channel watches what is posted in it; a topic gets its alerts, General those of a closed one."""
    feed = site.feed("/news.xml")
    ada = telegram.user("Ada")
    channel = telegram.channel("Hark news", admins=[ada])
    forum = telegram.group("Forum", admins=[ada], forum=True)
    topic = forum.creates_topic("Coins")
    inside = Person(ada, forum)
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()

    await channel.posts("/watch BTC")
    assert "BTC" in (await channel.next_message()).text
    answer = await inside.asks("/watch BTC", thread_id=topic)
    assert answer.thread_id == topic
    await hark.polls(feed)
    feed.publish("BTC one")
    assert (await inside.reads("BTC one")).thread_id == topic
    in_channel = await channel.wait_for(is_alert)
    assert in_channel.labels == ("Open",)

    forum.closes_topic(topic)
    feed.publish("BTC two")
    assert (await inside.reads("BTC two")).thread_id is None
    await channel.wait_for(lambda message: "BTC two" in message.text)
    assert inside.titles == ["BTC one", "BTC two"]


async def test_a_channel_is_managed_from_the_private_chat_across_a_restart(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Ada picks her channel, Hark restarts, what she says is still the channel's; demoted she is told so."""
    feed = site.feed("/news.xml")
    ada, bob = person(telegram), telegram.user("Bob")
    channel = telegram.channel("News", admins=[bob], bot="left")
    channel.statuses[ada.user.id] = "administrator"
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()

    await ada.taps("Pick a channel…", await ada.asks("/manage"))
    await ada.chat.wait_for(lambda message: message.requests)
    await ada.chat.picks(ada.user, channel)
    await ada.chat.wait_for(lambda message: message.keys_end)
    await hark.restart()
    await hark.ready()
    assert (await ada.asks("/watch BTC")).text.startswith("📣 For News\n🔔 Watching BTC")
    await hark.polls(feed)
    feed.publish("BTC one")
    assert (await channel.wait_for(is_alert)).labels == ("Open",)
    assert ada.alerts == []

    channel.demotes(ada.user)
    await hark.restart()  # which believes nothing that it was told a minute ago
    await hark.ready()
    assert "no administrator there any more" in (await ada.asks("/unwatch BTC")).text
    assert (await ada.asks("/list")).text.startswith("Nothing is watched")


async def test_a_group_that_becomes_a_supergroup_keeps_its_watches(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """After migration alerts go to the new group once, whether Hark was told of it or met it when sending."""
    feed = site.feed("/news.xml")
    ada = telegram.user("Ada")
    told, met = (telegram.group(name, "group", admins=[ada]) for name in ("Told", "Met"))
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    for group in (told, met):
        await Person(ada, group).asks("/watch BTC")
    await hark.polls(feed)

    moved = told.migrates()
    await telegram.until(lambda: not telegram.updates.pending)
    moving = met.migrates()
    telegram.updates.drop()  # as when the news of it never came
    feed.publish("BTC one")
    for group in (moved, moving):
        await Person(ada, group).reads("BTC one")
    feed.publish("BTC two")
    for group in (moved, moving):
        await Person(ada, group).reads("BTC two")
        assert Person(ada, group).titles == ["BTC one", "BTC two"]
        assert "BTC" in (await Person(ada, group).asks("/list")).text
    assert not [message for group in (told, met) for message in group.messages if is_alert(message)]


async def test_who_blocks_the_bot_is_left_in_peace_until_they_come_back(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Blocked, nothing is sent; unblocked, Hark says welcome and goes on, with what waited."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC", name="Ada")
    bob = await watcher(telegram, "BTC", name="Bob")
    group = telegram.group("Traders", admins=[ada.user])
    inside = Person(ada.user, group)
    await inside.asks("/watch BTC")
    await hark.polls(feed)

    ada.chat.blocks()
    group.kicks_bot(ada.user)
    await telegram.until(lambda: not telegram.updates.pending)
    sent = len(telegram.calls("sendMessage"))
    feed.publish("BTC while away")
    await bob.reads("BTC while away")
    feed.publish("BTC still away")
    await bob.reads("BTC still away")
    assert {call.chat_id for call in telegram.calls("sendMessage")[sent:]} == {bob.chat.id}

    ada.chat.unblocks()
    group.adds_bot(ada.user)
    await ada.chat.wait_for(lambda message: "Welcome back" in message.text)
    await group.wait_for(lambda message: "Welcome back" in message.text)
    feed.publish("BTC again")
    await asyncio.gather(ada.reads("BTC again"), inside.reads("BTC again"), bob.reads("BTC again"))
    assert len(bob.alerts) == 3


async def test_a_block_that_nobody_told_of_is_met_when_sending(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """A chat that answers "blocked" is tried once, and the others do not wait for it."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC", name="Ada")
    bob = await watcher(telegram, "BTC", name="Bob")
    await hark.polls(feed)

    ada.chat.blocked = True
    for word in ("one", "two", "three"):
        feed.publish(f"BTC {word}")
        await bob.reads(f"BTC {word}")

    assert len([call for call in telegram.calls("sendMessage") if call.chat_id == ada.chat.id]) == 2
    ada.chat.blocked = False
    assert "BTC" in (await ada.asks("/list")).text


async def test_only_those_whom_the_operator_allows_are_served(
    new_hark: NewHark, telegram: TelegramServer
) -> None:
    """With allowed_chats others are told that this Hark is private; operators are served everywhere."""
    ada, bob, cleo = (person(telegram, name) for name in ("Ada", "Bob", "Cleo"))
    access = {"allowed_chats": [ada.chat.id], "admins": [bob.user.id]}
    hark = new_hark(telegram=access)
    await hark.start()
    await hark.ready()

    assert "BTC" in (await ada.asks("/watch BTC")).text
    assert "BTC" in (await bob.asks("/watch BTC")).text
    assert "private" in (await cleo.asks("/watch BTC")).text
    assert "private" in (await cleo.asks("hello")).text
