"""Addresses as people paste them, and sites with several feeds: which one is followed, and who decides."""

from __future__ import annotations

import pytest

from handlers.errands import FoundFeed
from handlers.seeking import Named
from model import Document, Failure, FailureReason
from tests.handlers.people import ANN, GROUP, UGO, WEI, Person
from tests.handlers.town import FEED, Town

PAGE = "https://site.example/"
SPORT = "https://site.example/sport.xml?a=1&b=2"
REPO = "https://github.com/python/cpython"
READ = Document(entries=(), title="A feed", body_hash=b"1")


def a_page_with_two(town: Town) -> None:
    """Let a page name two feeds."""
    others = (Named(SPORT, "Sport"),)
    town.far.feeds[PAGE] = FoundFeed("https://site.example/all.xml", "All news", READ, others)
    town.far.feeds[SPORT] = FoundFeed(SPORT, "Sport", READ)


@pytest.mark.parametrize(
    ("pasted", "asked"),
    [
        ("@Gargron@mastodon.social", "https://mastodon.social/@Gargron.rss"),
        ("＠Gargron＠Mastodon.Social", "https://mastodon.social/@Gargron.rss"),
        ("https://mastodon.social/@Gargron", "https://mastodon.social/@Gargron.rss"),
        ("@jay.bsky.team", "https://bsky.app/profile/jay.bsky.team/rss"),
        ("r/Bitcoin", "https://www.reddit.com/r/Bitcoin/new/.rss"),
        ("/u/spez/", "https://www.reddit.com/user/spez/.rss"),
        ("reddit.com/r/Bitcoin", "https://www.reddit.com/r/Bitcoin/new/.rss"),
        ("github.com/python/cpython/releases", f"{REPO}/releases.atom"),
    ],
)
async def test_a_name_on_another_network_is_followed(town: Town, pasted: str, asked: str) -> None:
    """Names and profile addresses of well-known sites are enough."""
    town.far.feeds[asked] = FoundFeed(asked, "Found it", READ)

    [answer] = await town.follows(ANN, pasted)

    assert "Following Found it" in answer.text
    assert [source.address for source, _ in await town.own(ANN.id)] == [asked]


@pytest.mark.parametrize("said", ["@Gargron@mastodon.social", "r/Bitcoin"])
async def test_such_a_name_alone_in_private_is_followed(town: Town, said: str) -> None:
    """No command is needed in private; a group is left in peace."""
    [answer] = await town.says(ANN, said)

    assert "Following" in answer.text
    assert await town.says(ANN, said, GROUP) == []


async def test_where_no_feed_is_kept_by_the_rule_the_page_is_asked(town: Town) -> None:
    """An address that only looks like Mastodon's leads to the feed that its page names."""
    page = "https://blog.example/@ada"
    town.far.feeds[f"{page}.rss"] = Failure(FailureReason.HTTP_STATUS, 404)
    town.far.feeds[page] = FoundFeed("https://blog.example/feed", "Ada's blog", READ)

    [answer] = await town.follows(ANN, page)

    assert "Following Ada's blog" in answer.text
    assert town.far.asked == [f"{page}.rss", page]


async def test_a_site_in_trouble_is_kept_at_its_feed(town: Town) -> None:
    """When a well-known site refuses just now, its feed is what is tried again, not its page."""
    town.far.feeds["https://www.reddit.com/r/Bitcoin/new/.rss"] = Failure(FailureReason.RATE_LIMITED)

    [answer] = await town.follows(ANN, "r/Bitcoin")

    [(source, _)] = await town.own(ANN.id)
    assert "I keep trying" in answer.text
    assert source.address == "https://www.reddit.com/r/Bitcoin/new/.rss"


@pytest.mark.parametrize(
    ("person", "labels"),
    [
        (ANN, ["1. Releases", "2. Commits"]),
        (WEI, ["1. 版本发布", "2. 代码提交"]),
        (UGO, ["1. Versioni pubblicate", "2. Modifiche al codice"]),
    ],
)
async def test_a_repository_is_followed_by_choice(town: Town, person: Person, labels: list[str]) -> None:
    """A repository alone may mean its releases or its commits: the person taps one, in place."""
    town.far.feeds[f"{REPO}/commits.atom"] = FoundFeed(f"{REPO}/commits.atom", "Commits to main", READ)

    [question] = await town.follows(person, REPO)
    await town.hark.taps(person, "2. ", question)
    await town.step.step()
    [answer] = await town.hark.answers()

    assert question.labels == labels
    assert answer.message_id == question.message_id
    assert "Commits to main" in answer.text
    assert [source.address for source, _ in await town.own(person.id)] == [f"{REPO}/commits.atom"]


async def test_a_page_with_several_feeds_asks_which(town: Town) -> None:
    """Nothing is followed before a feed is chosen; its address is kept to the letter."""
    a_page_with_two(town)

    [question] = await town.follows(ANN, PAGE)
    nothing = await town.own(ANN.id)
    await town.hark.taps(ANN, "Sport", question)
    await town.step.step()
    [answer] = await town.hark.answers()

    assert question.text.startswith("site.example has several feeds.")
    assert question.labels == ["1. All news", "2. Sport"]
    assert nothing == []
    assert [source.address for source, _ in await town.own(ANN.id)] == [SPORT]
    assert answer.labels[:2] == ["Only my words", "Everything"]


async def test_a_forged_choice_does_nothing(town: Town) -> None:
    """A number that the message does not offer is answered, and nothing is asked."""
    a_page_with_two(town)
    [question] = await town.follows(ANN, PAGE)
    town.far.asked.clear()

    await town.hark.sends_data(ANN, "fc:7", question)
    await town.step.step()

    assert "does not work any more" in town.hark.toasts.shown[-1]
    assert town.far.asked == []


async def test_only_administrators_choose_for_a_group(town: Town) -> None:
    """The question may be seen by all; whoever may not decide is told so."""
    a_page_with_two(town)
    town.hark.admins.known.add((GROUP.id, ANN.id))
    await town.hark.says(ANN, f"/follow {PAGE}", GROUP)
    await town.step.step()
    [question] = await town.hark.answers()

    await town.hark.taps(UGO, "Sport", question)
    await town.step.step()

    assert "Only administrators" in town.hark.toasts.shown[-1]
    assert await town.own(GROUP.id) == []


async def test_a_full_chat_cannot_choose(town: Town) -> None:
    """Whoever has all the sources there may be is told the number when choosing too."""
    a_page_with_two(town)
    [question] = await town.follows(ANN, PAGE)
    for start in range(0, 50, 10):
        await town.follows(ANN, " ".join(f"https://s{start + n}.example/" for n in range(10)))

    [answer] = await town.hark.taps(ANN, "Sport", question)

    assert "50 sources" in answer.text
    assert FEED not in town.far.asked
