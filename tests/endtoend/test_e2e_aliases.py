"""Other names: what is switched off brings nothing any more, what a chat calls somebody brings alerts."""

from __future__ import annotations

from tests.endtoend.conftest import NewHark
from tests.endtoend.people import person
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer


async def test_a_name_switched_off_brings_no_alert(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """A tap under the answer of /watch ends alerts by that name, also after a restart; others go on."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    await hark.polls(feed)
    ada, bob = person(telegram, "Ada"), person(telegram, "Bob")
    answer = await ada.asks("/watch #赵长鹏")
    await bob.asks("/watch #赵长鹏")
    assert "Changpeng Zhao" in answer.text
    feed.publish("Changpeng Zhao opens a school")
    await ada.reads("Changpeng Zhao opens a school")

    await ada.taps("☑ Changpeng Zhao +1", answer)
    await ada.chat.wait_for(lambda message: message is answer and "☐ Changpeng Zhao +1" in message.labels)
    feed.publish("Zhao Changpeng closes it")
    await bob.reads("Zhao Changpeng closes it")
    feed.publish("趙長鵬又開了一所")
    await ada.reads("趙長鵬又開了一所")
    await hark.restart()
    feed.publish("Changpeng Zhao builds a third")
    await bob.reads("Changpeng Zhao builds a third")
    feed.publish("赵长鹏累了")
    await ada.reads("赵长鹏累了")
    await bob.reads("赵长鹏累了")

    assert ada.titles == ["Changpeng Zhao opens a school", "趙長鵬又開了一所", "赵长鹏累了"]
    assert len(bob.titles) == 5

    await ada.taps("☐ Changpeng Zhao +1", answer)
    await ada.chat.wait_for(lambda message: message is answer and "☑ Changpeng Zhao +1" in message.labels)
    feed.publish("Changpeng Zhao sleeps")
    await ada.reads("Changpeng Zhao sleeps")


async def test_a_name_of_the_chats_own_brings_alerts(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """/alias lets a watch that is there, and one made later, find by a new name; Undo ends it."""
    feed = site.feed("/news.xml")
    hark = new_hark(feeds=[feed.url])
    await hark.start()
    await hark.ready()
    await hark.polls(feed)
    ada, bob = person(telegram, "Ada"), person(telegram, "Bob")
    await ada.asks("/watch 赵长鹏")
    await bob.asks("/watch 赵长鹏")
    feed.publish("Big Z is early")
    feed.publish("赵长鹏 is next")
    await ada.reads("赵长鹏 is next")

    answer = await ada.asks("/alias 赵长鹏 = Big Z = The Boss")
    feed.publish("The boss is here")
    await ada.reads("The boss is here")
    await ada.asks("/unwatch 赵长鹏")
    await ada.asks("/watch Changpeng Zhao")
    feed.publish("Big-Z is back")
    await ada.reads("Big-Z is back")

    await ada.taps("Undo", answer)
    await ada.chat.wait_for(lambda message: message is answer and "Taken back" in message.text)
    feed.publish("Big Z is gone")
    feed.publish("Changpeng Zhao is last")
    await ada.reads("Changpeng Zhao is last")

    assert ada.titles == ["赵长鹏 is next", "The boss is here", "Big-Z is back", "Changpeng Zhao is last"]
    assert bob.titles == ["赵长鹏 is next", "Changpeng Zhao is last"]
