"""`check` says what works and what does not, source by source, and keeps secrets to itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from commands.check import check
from config import DatabaseSettings, FeedSetting, PollingSettings, Settings, TelegramSettings, XSettings
from store.database import Database
from tests.commands.consoles import Terminal, settings_of
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer
from tests.servers.x import XServer

CLOSED = "http://127.0.0.1:9"  # nobody listens on the port "discard"


async def _check(settings: Settings) -> tuple[int, Terminal]:
    terminal = Terminal()
    code = await check(settings, terminal.out_console, terminal.err_console)
    return code, terminal


def _bot(telegram: TelegramServer, token: str = "") -> TelegramSettings:
    return TelegramSettings(token=SecretStr(token or telegram.token), base_url=telegram.base_url)


async def test_everything_works(tmp_path: Path) -> None:
    """With a good token, X token and feeds, every row says that it works, and so does the last line."""
    async with FeedServer() as site, TelegramServer() as telegram, XServer() as x:
        feed = site.feed("/news.xml", title="News")
        feed.publish(title="one")
        feed.publish(title="two")
        x.posts("sama", "hello")
        x_settings = XSettings(bearer_token=SecretStr(x.token), base_url=x.url, accounts=("sama",))

        code, terminal = await _check(
            settings_of(
                tmp_path,
                feeds=(FeedSetting(url=feed.url, name="Morning News"),),
                telegram=_bot(telegram),
                x=x_settings,
            )
        )

    assert code == 0
    assert "works" in terminal.row("database")
    assert "@hark_bot" in terminal.row("Telegram")
    assert "works" in terminal.row("X http")
    assert terminal.row("Morning News").split()[-5:-2][0] == "2"
    assert "works" in terminal.row("X @sama")
    assert terminal.out.endswith("everything works\n")
    assert (x.violations, telegram.violations) == ([], [])


async def test_what_is_not_set_is_no_failure(tmp_path: Path) -> None:
    """Without tokens the rows say which key is not set, what that means, and the exit code is 0."""
    code, terminal = await _check(settings_of(tmp_path, x=XSettings(accounts=("cz_binance", "sama"))))

    assert code == 0
    assert "not set" in terminal.row("Telegram")
    assert "telegram.token" in terminal.row("Telegram")
    assert "x.bearer_token: nobody reads @cz_binance, @sama" in terminal.row("X")


async def test_a_wrong_token_is_named_by_its_key(tmp_path: Path) -> None:
    """A token that Telegram does not know fails with the key to correct, never with the token."""
    token = "987654321:wrong-token-that-nobody-gave-out___"
    async with TelegramServer() as telegram:
        code, terminal = await _check(settings_of(tmp_path, telegram=_bot(telegram, token)))

    assert code == 1
    assert "FAILS" in terminal.row("Telegram")
    assert "telegram.token: Telegram does not know this token" in terminal.row("Telegram")
    assert token not in terminal.out + terminal.err


async def test_a_telegram_that_is_away(tmp_path: Path) -> None:
    """A server that does not answer is called unreachable; the token is not blamed."""
    telegram = TelegramSettings(token=SecretStr("1:token-of-somebody"), base_url=f"{CLOSED}/bot")

    code, terminal = await _check(settings_of(tmp_path, telegram=telegram))

    assert code == 1
    assert "cannot be reached" in terminal.row("Telegram")
    assert "telegram.token" not in terminal.row("Telegram")


async def test_a_wrong_x_token(tmp_path: Path) -> None:
    """X credentials that are refused are named by their key; accounts are not tried, feeds still are."""
    async with FeedServer() as site, XServer() as x:
        feed = site.feed("/news.xml")
        feed.publish(title="one")
        x_settings = XSettings(bearer_token=SecretStr("not-the-token"), base_url=x.url, accounts=("sama",))

        code, terminal = await _check(
            settings_of(tmp_path, feeds=(FeedSetting(url=feed.url, name="News"),), x=x_settings)
        )

    assert code == 1
    assert "x.bearer_token" in terminal.row("X http")
    assert "not tried" in terminal.row("X @sama")
    assert "works" in terminal.row("News")
    assert "not-the-token" not in terminal.out + terminal.err


async def test_every_ill_source_says_why(tmp_path: Path) -> None:
    """Each source that fails has its own sentence, and one that fails stops no other."""
    async with FeedServer() as site:
        site.feed("/dead.xml").fails(503)
        site.page("/page.xml", "<html><title>no feed</title>")
        site.feed("/circle.xml").redirects_to(f"{site.url}/circle.xml")
        site.feed("/huge.xml").publish(title="x" * 5000)
        site.feed("/fine.xml").publish(title="one")
        paths = ("dead", "page", "circle", "huge", "fine")
        feeds = tuple(FeedSetting(url=f"{site.url}/{path}.xml", name=path) for path in paths)
        settings = settings_of(tmp_path, feeds=feeds)
        polling = settings.polling.model_copy(update={"max_bytes": 4096})

        code, terminal = await _check(settings.model_copy(update={"polling": polling}))

    assert code == 1
    assert "it answers with HTTP 503" in terminal.row("dead")
    assert "not a feed" in terminal.row("page")
    assert "redirects too often, or in a circle" in terminal.row("circle")
    assert "too big" in terminal.row("huge")
    assert "works" in terminal.row("fine")
    assert "4 of 8 do not work" in terminal.out


async def test_long_addresses_stay_whole_in_a_pipe(tmp_path: Path) -> None:
    """Where no window shows the table, no address is folded, however long it is."""
    async with FeedServer() as site:
        address = f"{site.url}/{'a-long-way-down-' * 16}end"
        _, terminal = await _check(settings_of(tmp_path, feeds=(FeedSetting(url=address),)))

    assert "HTTP 404" in terminal.row(address)


async def test_private_addresses_and_secrets_of_urls(tmp_path: Path) -> None:
    """A feed on a private address is refused with words, and the password in its URL is not shown."""
    feed = FeedSetting(url="http://ada:swordfish@127.0.0.1:8/feed?token=hunter2", name="")

    code, terminal = await _check(settings_of(tmp_path, feeds=(feed,), polling=PollingSettings()))

    assert code == 1
    assert "the address is not public" in terminal.row("http")
    assert "swordfish" not in terminal.out
    assert "hunter2" not in terminal.out


async def test_a_database_that_cannot_be_opened(tmp_path: Path) -> None:
    """A database in a place where there can be none fails with its key."""
    (tmp_path / "file").write_text("not a folder")
    url = SecretStr(f"sqlite:///{tmp_path}/file/hark.db")
    settings = settings_of(tmp_path).model_copy(update={"database": DatabaseSettings(url=url)})

    code, terminal = await _check(settings)

    assert code == 1
    assert "database.url" in terminal.row("database")


async def test_a_database_server_that_is_away(tmp_path: Path) -> None:
    """A PostgreSQL that does not answer is one failing row; its password is not shown."""
    url = SecretStr("postgresql://hark:swordfish@127.0.0.1:9/hark")
    settings = settings_of(tmp_path).model_copy(update={"database": DatabaseSettings(url=url)})

    code, terminal = await _check(settings)

    assert code == 1
    assert "FAILS" in terminal.row("database postgresql://hark@127.0.0.1:9/hark")
    assert "swordfish" not in terminal.out


async def test_a_running_hark_is_not_disturbed(tmp_path: Path) -> None:
    """While a Hark holds the database, check opens it all the same and leaves the lock alone."""
    settings = settings_of(tmp_path)
    running = Database(settings.database.url.get_secret_value())
    await running.hold_alone()
    await running.open()
    try:
        code, _ = await _check(settings)
        async with running.begin():
            pass
    finally:
        await running.close()

    assert code == 0


@pytest.mark.parametrize("folded", [40, 80])
async def test_a_narrow_window_loses_nothing(tmp_path: Path, folded: int) -> None:
    """In a narrow terminal long addresses are folded, not cut."""
    terminal = Terminal(width=folded, is_terminal=True)
    feed = FeedSetting(url="http://127.0.0.1:9/" + "abcdefghij" * 10, name="")

    await check(settings_of(tmp_path, feeds=(feed,)), terminal.out_console, terminal.err_console)

    assert "…" not in terminal.out
