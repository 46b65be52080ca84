"""What is found of an account where feeds of posts stand in for X."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic import SecretStr

from commands.build import now, readers
from commands.finder import NetworkFinder
from config import PollingSettings, Settings, XSettings
from feeds.addresses import networks
from feeds.x_answers import XAccount
from model import Failure, FailureReason
from tests.servers.feeds import FeedServer
from tests.servers.x import TOKEN, XServer

POSTS = """<rss version="2.0"><channel><title>@sama</title><item><title>A post</title><guid>20</guid>
<link>http://nitter.example/SamA/status/1727206187077370115#m</link></item></channel></rss>"""
EMPTY = """<rss version="2.0"><channel><title>nobody</title></channel></rss>"""


async def found(site: FeedServer, handle: str, x: XServer | None = None) -> XAccount | Failure | None:
    """Return what /follow finds of an account; X itself is asked where there is one."""
    told = XSettings(
        bearer_token=SecretStr(TOKEN if x else ""),
        base_url=x.url if x else "https://x.invalid",
        feeds=(f"{site.url}/{{handle}}/rss",),
    )
    settings = Settings(x=told, polling=PollingSettings(allow_networks=networks(["127.0.0.0/8"])))
    async with readers(settings, now) as reading:
        return await NetworkFinder(reading, timedelta(seconds=5)).find_account(handle)


async def test_an_account_whose_feed_lists_posts_is_found() -> None:
    """Without a key for X an account can be followed when a feed of its posts has some."""
    async with FeedServer() as site:
        site.page("/sama/rss", POSTS, "application/rss+xml")

        assert await found(site, "SamA") == XAccount("", "SamA", "SamA")


@pytest.mark.parametrize("name", ["empty", "nobody", "not a name"])
async def test_an_account_whose_feed_lists_nothing_is_not(name: str) -> None:
    """An empty feed, a missing page and an impossible name are no accounts to follow."""
    async with FeedServer() as site:
        site.page("/empty/rss", EMPTY, "application/rss+xml")
        failure = await found(site, name)

    assert isinstance(failure, Failure)
    assert failure.reason in (FailureReason.X_FEED, FailureReason.X_ACCOUNT)


async def test_feeds_stand_in_where_x_cannot_be_paid() -> None:
    """With a key but without credit the feed says that the account is there; X's own word goes before."""
    async with FeedServer() as site, XServer() as x:
        site.page("/sama/rss", POSTS, "application/rss+xml")
        site.page("/ghost/rss", POSTS.replace("SamA", "ghost"), "application/rss+xml")
        assert await found(site, "ghost", x) == Failure(FailureReason.X_ACCOUNT)
        x.out_of_credits()

        assert await found(site, "sama", x) == XAccount("", "sama", "sama")
