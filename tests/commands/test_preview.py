"""`preview` polls once and shows what would be alerted and why; it sends nothing and keeps nothing."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from commands.preview import preview
from config import AlertSettings, FeedSetting, PollingSettings, Settings, XSettings
from tests.commands.consoles import Terminal, settings_of
from tests.servers.feeds import FeedServer
from tests.servers.x import XServer

BOT = Path(__file__).resolve().parents[2] / "bot.py"
Lines = list[dict[str, object]]


@pytest.fixture
async def site() -> AsyncIterator[FeedServer]:
    """Give a site on loopback."""
    async with FeedServer() as server:
        yield server


async def _json(settings: Settings, *feeds: str, watch: str = "赵长鹏") -> tuple[int, Lines, str]:
    terminal = Terminal()
    code = await preview(
        settings, [watch] if watch else [], feeds, True, terminal.out_console, terminal.err_console
    )
    return code, [json.loads(line) for line in terminal.out.splitlines()], terminal.err


async def test_each_line_is_one_item_and_watch(site: FeedServer, tmp_path: Path) -> None:
    """An entry that hits gives an object with exactly the promised keys, and the reasons of the hit."""
    feed = site.feed("/news.xml", title="Nachrichten")
    moment = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    feed.publish(title="CZ 趙長鵬回來了", text="more", link=f"{site.url}/cz", published=moment)
    feed.publish(title="nothing of interest")

    code, lines, _ = await _json(settings_of(tmp_path), feed.url, watch="#赵长鹏")

    assert code == 0
    assert lines == [
        {
            "source": "Nachrichten",
            "title": "CZ 趙長鵬回來了",
            "url": f"{site.url}/cz",
            "published": moment.isoformat(),
            "watch": "#赵长鹏",
            "reasons": [{"term": "#赵长鹏", "field": "title", "text": "趙長鵬"}],
        }
    ]


async def test_two_watches_are_two_lines(site: FeedServer, tmp_path: Path) -> None:
    """An entry that two watches hit is one line for each of them, in the order of the watches."""
    feed = site.feed("/news.xml")
    feed.publish(title="Sam Altman meets CZ")
    terminal = Terminal()

    code = await preview(
        settings_of(tmp_path),
        ["CZ", "SamAltman"],
        [feed.url],
        True,
        terminal.out_console,
        terminal.err_console,
    )

    assert code == 0
    assert [json.loads(line)["watch"] for line in terminal.out.splitlines()] == ["CZ", "SamAltman"]


async def test_the_configuration_is_the_default(site: FeedServer, tmp_path: Path) -> None:
    """Without options the configured feeds and watches are used, under their configured names."""
    feed = site.feed("/news.xml", title="its own title")
    feed.publish(title="赵长鹏")
    settings = settings_of(tmp_path, feeds=(FeedSetting(url=feed.url, name="Named"),), watches=("赵长鹏",))

    code, lines, _ = await _json(settings, watch="")

    assert code == 0
    assert [line["source"] for line in lines] == ["Named"]


async def test_x_accounts_are_read_with_credentials(tmp_path: Path) -> None:
    """Posts of the configured accounts are looked through too, under the account's name."""
    async with XServer() as x:
        x.posts("cz_binance", "赵长鹏 is back")
        x.posts("sama", "nothing")
        accounts = ("cz_binance", "sama")
        x_settings = XSettings(bearer_token=SecretStr(x.token), base_url=x.url, accounts=accounts)

        code, lines, _ = await _json(settings_of(tmp_path, x=x_settings))

    assert code == 0
    assert [line["source"] for line in lines] == ["@cz_binance"]
    assert str(lines[0]["url"]).startswith("https://x.com/cz_binance/status/")
    assert x.violations == []


async def test_accounts_without_credentials_are_said(site: FeedServer, tmp_path: Path) -> None:
    """Accounts that cannot be read for want of a token are mentioned, and nothing else suffers."""
    feed = site.feed("/news.xml")
    settings = settings_of(tmp_path, feeds=(FeedSetting(url=feed.url),), x=XSettings(accounts=("sama",)))

    code, _, said = await _json(settings)

    assert code == 0
    assert "x.bearer_token is not set" in said


async def test_old_entries_are_left_out(site: FeedServer, tmp_path: Path) -> None:
    """An entry older than max_age would not be alerted, and is not shown unless there is no limit."""
    feed = site.feed("/news.xml")
    feed.publish(title="赵长鹏 once", published=datetime.now(UTC) - timedelta(days=3))
    settings = settings_of(tmp_path)

    _, lines, said = await _json(settings, feed.url)
    without_limit = settings.model_copy(update={"alerts": AlertSettings(max_age=timedelta(0))})
    _, all_lines, _ = await _json(without_limit, feed.url)

    assert lines == []
    assert "1 item, 1 of them too old" in said
    assert len(all_lines) == 1


async def test_one_story_of_two_feeds_is_shown_once(site: FeedServer, tmp_path: Path) -> None:
    """What two feeds list under one address is one item."""
    first, second = site.feed("/one.xml"), site.feed("/two.xml")
    first.publish(title="赵长鹏 is back", link=f"{site.url}/story")
    second.publish(title="赵长鹏 is back", link=f"{site.url}/story?utm_source=two")

    _, lines, _ = await _json(settings_of(tmp_path), first.url, second.url)

    assert len(lines) == 1


async def test_a_page_leads_to_its_feed(site: FeedServer, tmp_path: Path) -> None:
    """The address of a web page is as good as that of the feed which it names."""
    site.feed("/news.xml", title="The Feed").publish(title="赵长鹏")
    link = '<link rel="alternate" type="application/rss+xml" href="/news.xml">'
    page = site.page("/", f"<html><head>{link}</head></html>")

    code, lines, _ = await _json(settings_of(tmp_path), page)

    assert code == 0
    assert [line["source"] for line in lines] == ["The Feed"]


async def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    """A feed in a file needs no network."""
    file = tmp_path / "feed.xml"
    file.write_text(
        "<rss version='2.0'><channel><title>Kept</title>"
        "<item><title>赵长鹏</title><link>https://example.org/1</link></item></channel></rss>"
    )

    code, lines, _ = await _json(settings_of(tmp_path), str(file))

    assert code == 0
    assert [(line["source"], line["url"]) for line in lines] == [("Kept", "https://example.org/1")]
    assert lines[0]["published"] is None


async def test_a_feed_that_fails_stops_nothing(site: FeedServer, tmp_path: Path) -> None:
    """Each feed that cannot be read has a sentence on standard error; the others are shown, exit code 0."""
    good = site.feed("/good.xml")
    good.publish(title="赵长鹏")
    site.feed("/dead.xml").fails(404)
    site.page("/plain", "just text")

    code, lines, said = await _json(
        settings_of(tmp_path),
        f"{site.url}/dead.xml",
        f"{site.url}/plain",
        str(tmp_path / "missing.xml"),
        good.url,
    )

    assert code == 0
    assert len(lines) == 1
    assert "/dead.xml: it answers with HTTP 404" in said
    assert "/plain: it is not a feed" in said
    assert "missing.xml: no file that can be read" in said


async def test_nothing_read_is_a_failure(site: FeedServer, tmp_path: Path) -> None:
    """When no feed at all could be read, the exit code is 1 and standard output stays empty."""
    site.feed("/dead.xml").fails(500)

    code, lines, said = await _json(settings_of(tmp_path), f"{site.url}/dead.xml")

    assert code == 1
    assert lines == []
    assert "it answers with HTTP 500" in said


async def test_what_is_no_web_address(tmp_path: Path) -> None:
    """An address of another kind is called so, and is not looked for on the disk."""
    code, _, said = await _json(settings_of(tmp_path), "ftp://files.example/feed.xml")

    assert code == 1
    assert "ftp://files.example/feed.xml: this is not a web address" in said


async def test_when_to_ask_again(site: FeedServer, tmp_path: Path) -> None:
    """What a server says of when to come back is said after what is wrong."""
    site.feed("/busy.xml").fails(503, retry_after="300")

    _, _, said = await _json(settings_of(tmp_path), f"{site.url}/busy.xml")

    assert "/busy.xml: it answers with HTTP 503; it may be asked again in 5 minutes\n" in said


async def test_an_answer_without_sense_is_told_by_its_number(site: FeedServer, tmp_path: Path) -> None:
    """An answer that is neither a document nor an error is named by its HTTP status."""
    site.feed("/empty.xml").fails(204)

    _, _, said = await _json(settings_of(tmp_path), f"{site.url}/empty.xml")

    assert "its answer makes no sense (HTTP 204)" in said


async def test_more_redirects_than_anybody_needs(site: FeedServer, tmp_path: Path) -> None:
    """A chain of redirects that goes on and on is not called a circle."""
    for number in range(8):
        site.feed(f"/{number}").redirects_to(f"{site.url}/{number + 1}")

    _, _, said = await _json(settings_of(tmp_path), f"{site.url}/0")

    assert "it redirects too often, or in a circle" in said


@pytest.mark.parametrize("is_terminal", [False, True])
async def test_addresses_stay_whole_in_a_pipe(site: FeedServer, tmp_path: Path, is_terminal: bool) -> None:
    """Where no window shows them, long lines are not folded: each address stands on one line."""
    address = f"{site.url}/{'a-long-way-down-' * 12}end"
    feed = site.feed("/news.xml", title="News")
    feed.publish(title="赵长鹏", link=address)
    terminal = Terminal(width=80, is_terminal=is_terminal)

    await preview(
        settings_of(tmp_path), ["赵长鹏"], [feed.url], False, terminal.out_console, terminal.err_console
    )

    assert any(line.strip() == address for line in terminal.out.splitlines()) is not is_terminal


async def test_an_alert_that_is_only_shown_has_no_number(site: FeedServer, tmp_path: Path) -> None:
    """Preview keeps nothing, so there is nothing that a number could stand for."""
    feed = site.feed("/news.xml", title="News")
    feed.publish(title="赵长鹏")
    terminal = Terminal()

    await preview(
        settings_of(tmp_path), ["赵长鹏"], [feed.url], False, terminal.out_console, terminal.err_console
    )

    assert "赵长鹏" in terminal.out
    assert "№" not in terminal.out


async def test_a_file_with_relative_links(tmp_path: Path) -> None:
    """Links in a file lead where the feed says that it comes from."""
    file = tmp_path / "feed.xml"
    file.write_text(
        "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://example.org/b/feed'/>"
        "<entry><id>1</id><title>赵长鹏</title><link href='1.html'/></entry></feed>"
    )

    _, [line], _ = await _json(settings_of(tmp_path), str(file))

    assert line["url"] == "https://example.org/b/1.html"


async def test_private_addresses_stay_closed(site: FeedServer, tmp_path: Path) -> None:
    """Without allow_networks a feed on this machine is refused before it is dialled."""
    feed = site.feed("/news.xml")
    settings = settings_of(tmp_path, polling=PollingSettings())

    code, _, said = await _json(settings, feed.url)

    assert code == 1
    assert "the address is not public" in said
    assert feed.requests == []


async def test_a_file_that_is_too_big(tmp_path: Path) -> None:
    """The limit of size holds for files too."""
    file = tmp_path / "feed.xml"
    file.write_text("<rss>" + "x" * 5000)
    settings = settings_of(tmp_path, polling=PollingSettings(max_bytes=4096))

    code, _, said = await _json(settings, str(file))

    assert code == 1
    assert "too big" in said


@pytest.mark.parametrize(
    ("query", "mark"),
    [
        ("CZ (X", "   ↑ here"),
        ("赵长鹏 (CZ", "  here ↑"),
        ("binance and something more (CZ", " " * 22 + "here ↑"),
    ],
)
async def test_a_bad_query_shows_the_place(tmp_path: Path, query: str, mark: str) -> None:
    """A query that is none is shown with an arrow under the mistake and a better one; nothing is polled."""
    code, lines, said = await _json(settings_of(tmp_path), "http://127.0.0.1:9/", watch=query)

    assert code == 2
    assert lines == []
    assert said.splitlines()[1] == f"  {query}"
    assert said.splitlines()[2] == f"  {mark}"
    assert said.splitlines()[3].startswith("  try: ")


async def test_strange_line_ends_stay_inside_their_line(site: FeedServer, tmp_path: Path) -> None:
    """A separator that some programs take for a line's end does not break an object in two."""
    feed = site.feed("/news.xml", title="a\u2028b")
    feed.publish(title="赵长鹏\u2028and\x85more")

    _, lines, _ = await _json(settings_of(tmp_path), feed.url)

    assert len(lines) == 1


async def test_alerts_look_as_in_the_chat(site: FeedServer, tmp_path: Path) -> None:
    """Without --json each item is shown as the alert that a chat would get, and below it why."""
    feed = site.feed("/news.xml", title="News")
    feed.publish(title="Great <b>news</b> of 赵长鹏 & friends", text="Something happened.")
    terminal = Terminal()

    code = await preview(
        settings_of(tmp_path), ["#赵长鹏"], [feed.url], False, terminal.out_console, terminal.err_console
    )

    assert code == 0
    assert "赵长鹏 & friends" in terminal.out
    assert "News" in terminal.out
    assert 'why: #赵长鹏 was found as "赵长鹏" in the title' in terminal.out


async def test_an_item_of_two_watches_is_one_alert(site: FeedServer, tmp_path: Path) -> None:
    """As in a chat, an item that several watches hit is shown once, with a reason for each of them."""
    feed = site.feed("/news.xml", title="News")
    feed.publish(title="Sam Altman meets CZ", text="In a bookshop.")
    terminal = Terminal()

    await preview(
        settings_of(tmp_path),
        ["SamAltman", "CZ bookshop"],
        [feed.url],
        False,
        terminal.out_console,
        terminal.err_console,
    )

    assert terminal.out.count("Sam Altman meets CZ") == 1
    assert 'why: SamAltman was found as "Sam Altman" in the title' in terminal.out
    assert 'why: CZ bookshop: bookshop was found as "bookshop" in the text' in terminal.out


async def test_nothing_is_kept(site: FeedServer, tmp_path: Path) -> None:
    """Preview leaves no database behind, and shows the same again the next time."""
    feed = site.feed("/news.xml")
    feed.publish(title="赵长鹏")
    settings = settings_of(tmp_path)

    first = await _json(settings, feed.url)
    second = await _json(settings, feed.url)

    assert first == second
    assert not (tmp_path / "hark.db").exists()


async def test_progress_is_for_terminals(site: FeedServer, tmp_path: Path) -> None:
    """On a terminal long work shows how far it is, on standard error; the results stay clean."""
    feed = site.feed("/news.xml")
    feed.publish(title="赵长鹏")
    terminal = Terminal(is_terminal=True)

    await preview(
        settings_of(tmp_path), ["赵长鹏"], [feed.url], True, terminal.out_console, terminal.err_console
    )

    assert "reading sources" in terminal.err
    assert len(terminal.out.splitlines()) == 1


async def test_whoever_has_seen_enough_may_go(tmp_path: Path, child_environment: dict[str, str]) -> None:
    """With `preview | head -1` the rest is left unsaid; no stack trace, and the feed counts as read."""
    items = "".join(f"<item><title>AI {number}</title></item>" for number in range(400))
    file = tmp_path / "feed.xml"
    file.write_text(f"<rss version='2.0'><channel><title>Long</title>{items}</channel></rss>")
    command = (sys.executable, str(BOT), "preview", "--feed", str(file), "--watch", "AI", "--json")

    read_end, write_end = os.pipe()
    process = await asyncio.create_subprocess_exec(
        *command, cwd=tmp_path, env=child_environment, stdout=write_end, stderr=asyncio.subprocess.PIPE
    )
    os.close(write_end)
    with open(read_end, "rb", buffering=0) as pipe:  # noqa: ASYNC230 - ended before anything else is waited for
        first = await asyncio.to_thread(pipe.readline)
    _, said = await process.communicate()

    assert json.loads(first)["title"].startswith("AI")
    assert said == b""
    assert process.returncode == 0
