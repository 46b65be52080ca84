"""Starting and ending: configuration mistakes, tokens, databases, second copies, signals, the terminal."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.endtoend.conftest import NewHark
from tests.endtoend.hark import BOT, FAST, Hark
from tests.endtoend.people import person, watcher
from tests.servers.feeds import FeedServer
from tests.servers.telegram import TelegramServer

TERMINAL = {"token": ""}
LANGUAGES = ("", "zh", "it", "es", "ja", "ko", "ru", "ar")


@pytest.mark.parametrize("command", ["run", "check"])
async def test_every_mistake_is_printed_with_its_line(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer, command: str
) -> None:
    """All mistakes of the file are printed at once, each with its line, and nobody is dialled before."""
    feed = site.feed("/news.xml")
    lines = (
        "telegram:",
        f"  base_url: {telegram.base_url}",
        f'  token: "{telegram.token}"',
        "polling:",
        "  intervall: 5m",
        "  timeout: soon",
        "feeds:",
        f"  - {feed.url}",
        "  - no address",
        'watches: ["(a", b]',
    )
    hark = new_hark(config="\n".join(lines))

    await hark.start(command)

    assert await hark.ends() == 1
    assert hark.out == []
    found = [line.partition("config.yaml:")[2].split(": ")[:2] for line in hark.err]
    assert found == [
        ["5", "polling.intervall"],
        ["6", "polling.timeout"],
        ["9", "feeds[1]"],
        ["10", "watches[0]"],
    ]
    assert all("allowed" in line for line in hark.err[:3])
    assert telegram.requests == []
    assert feed.requests == []


async def test_a_configuration_that_is_not_there_is_one_line(new_hark: NewHark) -> None:
    """A wrong --config is said in one line."""
    hark = new_hark()
    (hark.folder / "config.yaml").unlink()

    await hark.start()

    assert await hark.ends() == 1
    assert len(hark.err) == 1
    assert "config.yaml" in hark.err[0]


async def test_a_wrong_token_is_one_line(new_hark: NewHark, telegram: TelegramServer) -> None:
    """A token that Telegram does not know ends Hark with one line that names the key."""
    wrong = "123456789:AAnother-token-that-nobody-was-given_"
    hark = new_hark(telegram={"token": wrong})

    await hark.start()

    assert await hark.ends() == 1
    assert [line for line in hark.err if "telegram.token" in line] == hark.err[-1:]
    assert wrong not in hark.said


async def test_a_token_that_is_revoked_while_hark_runs_ends_it(
    new_hark: NewHark, telegram: TelegramServer
) -> None:
    """When the token is revoked Hark says so and ends instead of asking for ever."""
    hark = new_hark()
    await hark.start()
    await hark.ready()
    ada = person(telegram)

    telegram.revokes_token()
    await ada.chat.says(ada.user, "hello")

    assert await hark.ends() == 1
    assert [line for line in hark.err if "telegram.token" in line] == hark.err[-1:]


@pytest.mark.parametrize("url", ["sqlite:///config.yaml/hark.db", "postgresql://hark@127.0.0.1:9/hark"])
async def test_a_database_that_cannot_be_opened_is_one_line(
    new_hark: NewHark, telegram: TelegramServer, url: str
) -> None:
    """A database that does not open ends Hark with one line that names the key."""
    hark = new_hark(database={"url": url})

    await hark.start()

    assert await hark.ends() == 1
    assert [line for line in hark.err if "database.url" in line] == hark.err[-1:]


async def test_without_a_token_alerts_appear_in_the_terminal(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """Without a token alerts are on standard output, the log on standard error, and how to get one.

    So it is for the token of X where accounts are to be read.
    """
    feed, ill = site.feed("/news.xml", title="Daily"), site.feed("/ill.xml")
    ill.fails(500)
    feed.publish("An old word of SamAltman")
    sections = {"telegram": TERMINAL, "x": {"accounts": ["sama"]}, "watches": ["SamAltman", "#赵长鹏"]}
    hark = new_hark(feeds=[feed.url, ill.url], **sections)
    await hark.start()
    await hark.prints("@BotFather")
    await hark.polls(feed)

    feed.publish("SamAltman writes [again]", "About many things.")
    await hark.prints("SamAltman writes [again]")
    feed.publish("赵长鹏 回来了")
    await hark.prints("赵长鹏 回来了")

    assert await hark.terminate() == 0
    output = "\n".join(hark.out)
    assert sum("@BotFather" in line for line in hark.out) == 1
    assert output.count("SamAltman writes") == 1
    assert "An old word" not in output
    assert "Daily" in output
    assert "#赵长鹏" in output
    assert "source fails" in "\n".join(hark.err)
    [without] = [line for line in hark.err if "x.bearer_token: not set" in line]
    assert "https://console.x.com" in without
    assert "source fails" not in output
    assert telegram.requests == []


async def test_the_terminal_remembers_over_a_restart(new_hark: NewHark, site: FeedServer) -> None:
    """What was shown in the terminal is not shown again; what appeared while Hark was down is."""
    feed = site.feed("/news.xml")
    hark = new_hark(telegram=TERMINAL, feeds=[feed.url], watches=["SamAltman"])
    await hark.start()
    await hark.alive(feed.asked(1))
    feed.publish("SamAltman one")
    await hark.prints("SamAltman one")
    assert await hark.terminate() == 0

    feed.publish("SamAltman two")
    await hark.start()
    await hark.prints("SamAltman two")
    await hark.kill()

    assert "\n".join(hark.out).count("SamAltman one") == 1


async def test_files_lie_beside_the_configuration_and_dotenv_is_read_where_hark_runs(
    new_hark: NewHark, telegram: TelegramServer
) -> None:
    """Relative paths start at the configuration file, `.env` is that of the current folder."""
    hark = new_hark(telegram={"token": "${TELEGRAM_BOT_TOKEN}"}, database={"url": "sqlite:///kept/h.db"})
    (hark.elsewhere / ".env").write_text(f"TELEGRAM_BOT_TOKEN={telegram.token}\n")

    await hark.start()
    await hark.ready()
    assert await hark.terminate() == 0

    assert (hark.folder / "kept" / "h.db").exists()
    assert [path.name for path in hark.elsewhere.iterdir()] == [".env"]
    assert {path.name for path in hark.folder.iterdir()} == {"config.yaml", "elsewhere", "kept"}


async def test_a_second_copy_on_one_database_says_so_and_stops(
    new_hark: NewHark, telegram: TelegramServer
) -> None:
    """Who starts Hark twice on one SQLite file is told; the first goes on undisturbed."""
    first, second = new_hark(), new_hark()
    await first.start()
    await first.ready()

    await second.start()

    assert await second.ends() == 1
    assert "already running" in second.err[-1]
    assert len(second.err) == 1
    assert telegram.conflicts == 0
    ada = await watcher(telegram, "BTC")
    assert "BTC" in ada.chat.messages[0].text


async def test_a_second_copy_with_one_token_says_so_and_stops(
    new_hark: NewHark, telegram: TelegramServer
) -> None:
    """Of two copies with one token on two databases the later one says so and stops, the other stays."""
    first, second = new_hark(folder="first"), new_hark(folder="second")
    await first.start()
    await first.ready()
    await (ada := person(telegram)).asks("/list")
    await second.start()

    assert await second.ends(60) == 1

    assert "already running with this bot's token" in second.err[-1]
    assert first.running
    assert "BTC" in (await ada.asks("/watch BTC")).text
    assert await first.terminate() == 0


async def test_sigterm_ends_a_busy_hark_in_time(
    new_hark: NewHark, telegram: TelegramServer, site: FeedServer
) -> None:
    """SIGTERM ends Hark within ten seconds with 0, also while a feed hangs and Telegram does not answer."""
    feed, silent = site.feed("/news.xml"), site.feed("/silent.xml")
    silent.hangs()
    hark = new_hark(feeds=[feed.url, silent.url])
    await hark.start()
    await hark.ready()
    ada = await watcher(telegram, "BTC")
    await hark.polls(feed)
    await hark.alive(silent.holds(1))
    telegram.holds(25, chat=ada.chat)
    feed.publish("BTC rises")
    await ada.reads("BTC rises")

    assert await hark.terminate() == 0


@pytest.mark.parametrize("module", ["typer", "pydantic", "sqlalchemy", "telegram"])
async def test_sigterm_while_hark_still_loads_ends_it_in_good_order(
    tmp_path: Path, child_environment: Mapping[str, str], telegram: TelegramServer, module: str
) -> None:
    """Whoever stops Hark in its first moments gets 0 as well, and no stack trace."""
    config = tmp_path / "config.yaml"
    config.write_text(f"telegram: {{token: '{telegram.token}', base_url: '{telegram.base_url}'}}\n")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "importtime", str(BOT), "--config", str(config)),
        cwd=tmp_path,
        env=child_environment,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    said: list[str] = []
    async with asyncio.timeout(30):
        while not said or not said[-1].strip().split("|")[-1].strip().startswith(module):
            said.append((await process.stderr.readline()).decode())
        process.terminate()
        said += (await process.stderr.read()).decode().splitlines()
        assert await process.wait() == 0, "".join(said)

    assert [line for line in said if "Traceback" in line] == []


async def test_every_command_is_in_the_menu_of_its_language(
    new_hark: NewHark, telegram: TelegramServer
) -> None:
    """The menus are there in each language, for private chats and for administrators of groups."""
    hark = new_hark()
    await hark.start()
    await hark.ready()

    every = "help watch unwatch list pause resume test sources follow unfollow settings lang status"
    places = [
        (scope, code) for scope in ("all_private_chats", "all_chat_administrators") for code in LANGUAGES
    ]
    await telegram.until(lambda: all(telegram.commands(*place) for place in places))
    for place in places:
        assert set(every.split()) - set(telegram.commands(*place)) == set()
    chinese = dict(telegram.world.commands[('{"type": "all_private_chats"}', "zh")])
    assert chinese["list"] == "查看您的关注", "the menu of all Chinese is simplified"


async def test_settings_can_come_from_the_environment_alone(
    tmp_path: Path, child_environment: Mapping[str, str], telegram: TelegramServer
) -> None:
    """A configuration of a part of the keys is complete, and each key can be a variable."""
    environment = dict(child_environment)
    environment["HARK_TELEGRAM__TOKEN"] = telegram.token
    environment["HARK_X__ACCOUNTS"] = "[]"
    config = {"telegram": {"base_url": telegram.base_url}, "polling": FAST}
    hark = Hark(tmp_path / "hark", environment, config, telegram)

    await hark.start()
    await hark.ready()

    assert await hark.terminate() == 0, hark.said
