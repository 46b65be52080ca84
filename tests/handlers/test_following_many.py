"""Many sources at once, from words or from the list that a reader exports: what worked and what did not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from feeds.opml import LONGEST
from handlers.errands import FoundFeed
from handlers.files import FileTrouble
from model import Document, Failure, FailureReason, FollowMode
from tests.handlers.people import ANN, GROUP, UGO, WEI, Person
from tests.handlers.town import FEED, Town

READ = Document(entries=(), title="A feed", body_hash=b"1")


def opml(*outlines: str) -> bytes:
    """Return a list of feeds."""
    return f'<opml version="2.0"><body>{"".join(outlines)}</body></opml>'.encode()


def outline(url: str, title: str = "") -> str:
    """Return one feed of a list."""
    return f'<outline type="rss" text="{title}" xmlUrl="{url.replace("&", "&amp;")}"/>'


def a_web(town: Town, count: int) -> list[str]:
    """Let the web have so many more feeds."""
    urls = [f"https://s{number}.example/feed" for number in range(count)]
    town.far.feeds |= {url: FoundFeed(url, f"Site {n}", READ) for n, url in enumerate(urls)}
    return urls


async def test_a_list_is_followed_and_reported_line_by_line(town: Town) -> None:
    """Folders and repetitions are no matter; each feed is followed, kept, or refused with its reason."""
    [good, _] = a_web(town, 2)
    town.far.feeds["https://ill.example/"] = Failure(FailureReason.HTTP_STATUS, 503)
    town.far.feeds["http://10.0.0.1/"] = Failure(FailureReason.NOT_PUBLIC)
    folder = (
        f'<outline text="News">{outline(good, "Mine")}{outline("https://ill.example/", "Ill one")}</outline>'
    )
    await town.follows(ANN, FEED)

    begun, report = await town.sends_file(
        ANN, opml(folder, outline(good), outline("http://10.0.0.1/", "At home"), outline(FEED))
    )

    assert "Reading your list" in begun.text
    assert report.text.splitlines() == [
        "📡 2 new sources are followed.",
        "⚠️ Ill one is followed, but cannot be read now: it answers with HTTP 503",
        "✗ At home cannot be followed: the address is not public",
        "✓ Site 0",
        "Followed already: 1",
        "Listed more than once: 1",
        "I send what says one of your words. /sources",
    ]
    assert {follow.mode for _, follow in await town.own(ANN.id)} == {FollowMode.WORDS}
    assert len(await town.own(ANN.id)) == 3


@pytest.mark.parametrize(
    ("person", "says"),
    [(ANN, "One new source"), (WEI, "新订阅了 1 个来源"), (UGO, "una fonte nuova")],
)
async def test_the_report_speaks_the_chats_language(town: Town, person: Person, says: str) -> None:
    """A list is answered in the language of whoever sent it."""
    [url] = a_web(town, 1)

    [_, report] = await town.sends_file(person, opml(outline(url)))

    assert says in report.text


async def test_a_list_larger_than_the_room_says_how_many_are_left_out(town: Town) -> None:
    """A chat's own sources are counted; what has no room is not even asked for."""
    urls = a_web(town, 60)

    [_, report] = await town.sends_file(ANN, opml(*map(outline, urls)))
    asked = len(town.far.asked)
    [_, again] = await town.sends_file(ANN, opml(*map(outline, urls)))

    assert "50 new sources are followed." in report.text
    assert "10 more have no room: 50 sources of your own are the most." in report.text
    assert len(await town.own(ANN.id)) == 50
    assert asked == 50
    assert "Nothing new is followed." in again.text
    assert "Followed already: 50" in again.text


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"%PDF-1.7", "no list of feeds"),
        (b'{"watches": []}', "no list of feeds"),
        (opml(), "no feeds in this list"),
        (opml('<outline text="&broken'), "no feeds in this list"),
        (b"<opml>" + b" " * LONGEST, "too big"),
        (FileTrouble.TOO_BIG, "too big"),
        (FileTrouble.GONE, "does not have this file any more"),
        (FileTrouble.UNREACHABLE, "just now"),
    ],
)
async def test_a_file_that_is_no_list_is_said_so(town: Town, body: bytes | FileTrouble, says: str) -> None:
    """What is wrong with a file is said in a sentence that tells what to do."""
    answers = await town.sends_file(ANN, body)

    assert says in answers[-1].text
    assert await town.own(ANN.id) == []


async def test_a_damaged_list_is_read_up_to_there(town: Town) -> None:
    """What stands before the fault is followed, and the fault is told."""
    [url] = a_web(town, 1)

    [_, report] = await town.sends_file(ANN, opml(outline(url))[:-10])

    assert "One new source" in report.text
    assert "damaged" in report.text


async def test_a_list_is_taken_as_the_answer_of_follow(town: Town) -> None:
    """In a group a reply to the question of /follow may be a file; other files there are ignored."""
    [url] = a_web(town, 1)
    town.hark.admins.known.add((GROUP.id, ANN.id))
    ignored = await town.sends_file(ANN, opml(outline(url)), room=GROUP)
    [question] = await town.hark.says(ANN, "/follow", GROUP)

    answers = await town.sends_file(
        ANN, opml(outline(url)), "export.txt", room=GROUP, reply_to_message=question.json()
    )

    assert ignored == []
    assert "One new source" in answers[-1].text
    assert len(await town.own(GROUP.id)) == 1


async def test_a_caption_is_a_command(town: Town) -> None:
    """A file sent with /follow written under it is followed, whatever it is called."""
    [url] = a_web(town, 1)

    answers = await town.sends_file(ANN, opml(outline(url)), "export", caption="/follow")

    assert "One new source" in answers[-1].text


async def test_another_file_in_private_gets_a_line_of_help(town: Town) -> None:
    """A picture or a text is no list: nothing is fetched."""
    [answer] = await town.sends_file(ANN, b"hello", "letter.txt")

    assert "/help" in answer.text
    assert town.far.asked == []


async def test_members_send_lists_in_vain(town: Town) -> None:
    """Only administrators choose a group's sources, by file too."""
    [url] = a_web(town, 1)

    [answer] = await town.sends_file(UGO, opml(outline(url)), room=GROUP, caption="/follow@HarkBot")

    assert "Solo gli amministratori" in answer.text
    assert await town.own(GROUP.id) == []


async def test_many_lines_are_one_report(town: Town) -> None:
    """More than ten addresses, one a line, are answered once; what is none of them is named."""
    urls = a_web(town, 12)

    begun, unreadable, report = await town.follows(ANN, "\n".join([*urls, "@sama", "???", "r/Bitcoin"]))

    assert "Looking at 14 sources" in begun.text
    assert "??? is neither" in unreadable.text
    assert "14 new sources are followed." in report.text
    assert "✓ @sama" in report.text
    assert "reddit.com/r/Bitcoin" in report.text
    assert len(await town.own(ANN.id)) == 14


async def test_many_without_access_to_x(town: Town) -> None:
    """Where X is off its accounts are named, and the rest is followed."""
    town.far.x_is_on = False

    [_, report] = await town.follows(ANN, " ".join([*a_web(town, 11), "@sama"]))

    assert "11 new sources" in report.text
    assert "@sama cannot be followed: this Hark has no access to X" in report.text


async def test_what_is_secret_in_an_address_is_masked_in_the_report(town: Town) -> None:
    """A key in an address is shown to nobody who looks over a shoulder."""
    secret = "https://private.example/feed?token=s3cret-token"
    town.far.feeds[secret] = Failure(FailureReason.HTTP_STATUS, 403)

    [_, report] = await town.sends_file(ANN, opml(outline(secret)))

    assert "private.example/feed?token=***" in report.text
    assert "s3cret" not in report.text


async def test_many_survive_a_restart(town: Town) -> None:
    """A list that was being read when Hark died is read by the next one; nothing is followed twice."""
    urls = a_web(town, 12)
    await town.hark.says(ANN, f"/follow {' '.join(urls)}")
    await town.step.step()
    town.hark.now += timedelta(hours=1)
    await town.step.step()

    answers = await town.hark.answers()

    assert [each.text.splitlines()[0] for each in answers] == ["📡 12 new sources are followed."]
