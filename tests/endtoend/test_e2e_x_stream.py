"""X's stream from end to end: a post is told within seconds, whatever happens to the stream meanwhile."""

from __future__ import annotations

from tests.endtoend.conftest import X_TOKEN, NewHark
from tests.endtoend.people import watcher
from tests.servers.telegram import TelegramServer
from tests.servers.x import XServer
from tests.servers.x_parameters import CHANGE_RULES


def settings(x: XServer, *accounts: str) -> dict[str, object]:
    """Return the section of the configuration for X on loopback, streamed; searches alone would be late."""
    server = {"bearer_token": X_TOKEN, "base_url": x.url}
    return {**server, "accounts": list(accounts), "mode": "stream", "interval": "10m"}


async def test_posts_are_told_as_they_are_made_and_gaps_are_filled(
    new_hark: NewHark, telegram: TelegramServer, x: XServer
) -> None:
    """A streamed post is one alert; so are one made while it was cut and one while Hark was down."""
    x.account("sama", "Sam Altman")
    hark = new_hark(x=settings(x, "sama"))
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.alive(x.stream.connected(), timeout=40)

    post = x.posts("sama", "BTC streamed")
    x.posts("sama", "Nothing for anybody")
    alert = await ada.reads("BTC streamed")
    assert alert.links[0][1] == f"https://x.com/sama/status/{post.id}"

    x.stream.cuts()
    await hark.alive(x.stream.left())
    x.posts("sama", "BTC in the gap")
    await ada.reads("BTC in the gap")
    await hark.alive(x.stream.connected(2))

    assert await hark.terminate() == 0
    assert x.stream.connections == 0
    x.posts("sama", "BTC while Hark was down")
    await hark.start()
    await ada.reads("BTC while Hark was down")
    assert sorted(ada.titles) == ["BTC in the gap", "BTC streamed", "BTC while Hark was down"]
    assert len(x.asked_so_far(CHANGE_RULES)) == 1
