"""kill -9 at any instant: every alert arrives, every command is answered, only what was in flight repeats."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest

from tests.endtoend.conftest import NewHark
from tests.endtoend.people import Person, number, title, watcher
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_records import Message

KILLS, IN_FLIGHT = 20, 3
NAMES = ("alpha", "bravo", "carol", "delta", "echo", "fox")


async def test_twenty_kills_lose_nothing(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Killed at 20 random instants of storing and sending, each alert comes; few come twice, numbered."""
    random = Random(20261125)
    feeds = [site.feed(f"/{index}.xml") for index in range(3)]
    hark = new_hark(feeds=[feed.url for feed in feeds])
    await hark.start()
    await hark.ready()
    people = {name: await watcher(telegram, name, name=name) for name in NAMES}
    await hark.polls(*feeds)

    kills = []
    expected: dict[str, list[str]] = {name: [] for name in NAMES}
    for turn in range(KILLS):
        telegram.holds(random.uniform(0, 0.3), times=2, method="sendMessage")  # answers take their time
        for feed in feeds:
            name = random.choice(NAMES)
            feed.publish(f"{name} {turn} in {feed.path}", "One of sixty.")
            expected[name].append(f"{name} {turn} in {feed.path}")
        if turn % 2:
            sent = len(telegram.calls("sendMessage"))
            await hark.alive(telegram.asked("sendMessage", sent + random.randint(1, 3), 30))
        assert await hark.lives(random.uniform(0, 0.15) if turn % 2 else random.uniform(0.6, 2.0))
        kills.append(await hark.dies())
    await hark.ready()

    for name, titles in expected.items():
        for entry in titles:
            await people[name].reads(entry, 60)
    feeds[0].publish(" ".join(NAMES))
    for someone in people.values():
        await someone.reads(" ".join(NAMES), 60)
    for name, titles in expected.items():
        assert set(people[name].titles) == {*titles, " ".join(NAMES)}
    assert_only_flying_repeated([alert for someone in people.values() for alert in someone.alerts], kills)


def assert_only_flying_repeated(alerts: Sequence[Message], kills: Sequence[tuple[float, float]]) -> None:
    """A second copy carries the number of the first, and each kill repeats no more than was in flight."""
    copies: dict[tuple[int, str], list[Message]] = {}
    for alert in alerts:
        copies.setdefault((alert.chat.id, title(alert)), []).append(alert)
    repeated = [0] * len(kills)
    for some in copies.values():
        assert len({number(alert) for alert in some}) == 1
        for first, second in pairwise(sorted(some, key=lambda alert: alert.at)):
            between = [
                index for index, (at, until) in enumerate(kills) if first.at <= until and at <= second.at
            ]
            assert between, f"{title(first)} came twice without a kill"
            assert "sent again" in second.text
            repeated[between[0]] += 1
    assert max(repeated) <= IN_FLIGHT


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_commands_around_a_kill_are_all_answered(
    new_hark: NewHark, telegram: TelegramServer, seed: int
) -> None:
    """What was said before, while and after Hark was killed is done once and answered, in order."""
    random = Random(seed)
    hark = new_hark()
    await hark.start()
    await hark.ready()
    people = [await watcher(telegram, "first", name=name) for name in NAMES]

    await _say(people, range(3))
    answered = random.randrange(len(people) * 2)
    await telegram.until(lambda: len(telegram.messages) >= len(people) + answered)
    await hark.lives(random.uniform(0, 0.1))
    await hark.kill()
    await _say(people, range(3, 5))
    await hark.start()
    await _say(people, range(5, 6))
    await hark.ready()
    for someone in people:
        await someone.chat.wait_for(lambda message: "word5" in message.text, 30)

    repeats = 0
    for someone in people:
        answers = [message.text.split(".")[0].split()[-1] for message in someone.chat.messages]
        assert list(dict.fromkeys(answers)) == ["first", *(f"word{index}" for index in range(6))]
        repeats += len(answers) - 7
        assert (await someone.asks("/list")).text.count("word") == 6
    assert repeats <= IN_FLIGHT


async def _say(people: Sequence[Person], words: range) -> None:
    for index in words:
        for someone in people:
            await someone.chat.says(someone.user, f"/watch word{index}")
