"""Webhook instead of long polling."""

from __future__ import annotations

import socket

from aiohttp import ClientSession

from tests.endtoend.conftest import HOOK_SECRET, NewHark
from tests.endtoend.people import person
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer

PUBLIC = "https://hark.example.org/telegram"


async def test_updates_come_by_webhook_and_only_with_the_secret(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Telegram calls Hark at webhook.url, nobody without the secret may; polling can take over again."""
    feed = site.feed("/news.xml")
    port = _free_port()
    local = f"http://127.0.0.1:{port}/telegram"
    telegram.routes(PUBLIC, local)
    webhook = {"url": PUBLIC, "port": port, "secret": HOOK_SECRET}
    hark = new_hark(telegram={"webhook": webhook}, feeds=[feed.url])
    await hark.start()
    await hark.alive(telegram.asked("setWebhook", timeout=30))
    ada = person(telegram)
    assert "BTC" in (await ada.asks("/watch BTC")).text
    assert telegram.calls("getUpdates") == []
    assert str(telegram.calls("setWebhook")[-1].parameters["max_connections"]) == "1"  # so, in order

    forged = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}
    async with ClientSession() as session:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guessed"}):
            async with session.post(local, json=forged, headers=headers) as answer:
                assert answer.status == 403
    await hark.polls(feed)
    feed.publish("BTC by webhook")
    await ada.reads("BTC by webhook")
    assert await hark.terminate() == 0

    await ada.chat.says(ada.user, "/watch ETH")
    polling = new_hark(feeds=[feed.url])
    await polling.start()
    await polling.ready()
    await ada.chat.wait_for(lambda message: "ETH" in message.text)
    assert await polling.terminate() == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
