"""/follow and /unfollow: what people are told of the source they want, and what becomes of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from feeds.x_answers import XAccount
from handlers.errands import ErrandStep, FoundFeed
from model import Failure, FailureReason, FollowMode, SourceKind
from store import items, sources
from store.errands import LEASE
from store.sources import Wanted
from tests.handlers.people import ANN, FORUM, GROUP, NOON, UGO, WEI, Person
from tests.handlers.town import FEED, FarEnd, Town


@pytest.mark.parametrize(
    ("person", "labels"),
    [
        (ANN, ["Only my words", "Everything", "Unfollow"]),
        (WEI, ["只要我的关键词", "全部内容", "取消订阅"]),
        (UGO, ["Solo le mie parole", "Tutto", "Non seguire più"]),
    ],
)
async def test_follow_asks_what_to_send(town: Town, person: Person, labels: list[str]) -> None:
    """/follow URL is answered with a question whose buttons speak the chat's language."""
    [answer] = await town.follows(person, FEED)

    assert "The News" in answer.text
    assert answer.labels == labels
    assert town.hark.toasts.typing_in == [person.id]
    assert "errands" in town.hark.engine.woken


async def test_a_followed_feed_serves_words_until_asked_otherwise(town: Town) -> None:
    """What the feed holds is baseline; "Everything" changes what is sent, in place, with a word."""
    [answer] = await town.follows(ANN, FEED)
    [(source, follow)] = await town.own(ANN.id)
    async with town.hark.database.read() as conn:
        kept = await items.of_sources(conn, [source.id], NOON - timedelta(days=1), 10)

    [edited] = await town.hark.taps(ANN, "Everything", answer)

    assert follow.mode is FollowMode.WORDS
    assert source.first_read == NOON
    assert [(item.entry.title, item.baseline) for item in kept.items()] == [("Old news", True)]
    assert "everything new" in edited.text
    assert edited.message_id == answer.message_id
    assert [each.mode for _, each in await town.own(ANN.id)] == [FollowMode.EVERYTHING]
    assert town.hark.toasts.shown == ["Noted."]


@pytest.mark.parametrize(
    ("reason", "status", "says"),
    [
        (FailureReason.HTTP_STATUS, 503, "HTTP 503"),
        (FailureReason.TIMEOUT, 0, "too long to answer"),
        (FailureReason.TOO_BIG, 0, "too big"),
        (FailureReason.REDIRECT_LOOP, 0, "in a circle"),
        (FailureReason.NOT_A_FEED, 0, "not a feed"),
        (FailureReason.UNREACHABLE, 0, "cannot be reached"),
    ],
)
async def test_an_ill_source_is_kept_and_named(
    town: Town, reason: FailureReason, status: int, says: str
) -> None:
    """What cannot be read now is followed all the same, and the person is told what is wrong."""
    town.far.feeds["https://ill.example/"] = Failure(reason, status)

    [answer] = await town.follows(ANN, "https://ill.example/")
    [shown] = await town.hark.says(ANN, "/sources")

    [(source, _)] = await town.own(ANN.id)
    assert says in answer.text
    assert "ill.example" in answer.text
    assert source.failing_since == NOON
    assert source.due is not None
    assert source.due > NOON
    assert "failing since 12:00 because" in shown.text
    assert says in shown.text
    assert "next try" in shown.text


async def test_a_private_address_is_refused(town: Town) -> None:
    """An address that is not public is not kept."""
    town.far.feeds["http://10.0.0.1/feed"] = Failure(FailureReason.NOT_PUBLIC)

    [answer] = await town.follows(ANN, "http://10.0.0.1/feed")

    assert "the address is not public" in answer.text
    assert answer.labels == []
    assert await town.own(ANN.id) == []


@pytest.mark.parametrize("length", [1_200, 4_000])
async def test_a_long_address_is_refused_like_any_other(town: Town, length: int) -> None:
    """However long a link is, the person is told what is wrong with it, in one message that fits."""
    long = "http://10.0.0.1/" + "&" * length
    town.far.feeds[long] = Failure(FailureReason.NOT_PUBLIC)

    [answer] = await town.follows(ANN, long)

    assert "the address is not public" in answer.text
    assert len(answer.text) <= 4096
    assert (long in answer.text) is (length < 3_000)


async def test_what_is_no_address_is_refused_at_once(town: Town) -> None:
    """Words that name nothing to follow are said so, without asking anybody."""
    [answer] = await town.follows(ANN, "???")

    assert "neither a web address nor an X account" in answer.text
    assert town.far.asked == []


async def test_words_that_are_no_source_are_answered_once(town: Town) -> None:
    """However many words name nothing, one message says so, and what is a source among them is found."""
    [refusal] = await town.follows(ANN, "not a url")
    found = await town.follows(ANN, f"please {FEED} now")

    assert "not a url is neither a web address nor an X account" in refusal.text
    assert ["please now is neither" in found[0].text, "The News" in found[1].text] == [True, True]
    assert len(found) == 2


@pytest.mark.parametrize(
    "words",
    [
        "@sama",
        "＠sama",
        "x.com/sama",
        "https://x.com/Sama",
        "https://twitter.com/sama?s=20",
        "mobile.twitter.com/sama/",
        "https://www.x.com/@sama#top",
    ],
)
async def test_an_x_account_in_any_spelling(town: Town, words: str) -> None:
    """An account is recognised by its name and by any link to it."""
    [answer] = await town.follows(ANN, words)

    [(source, _)] = await town.own(ANN.id)
    assert "@sama" in answer.text
    assert (source.kind, source.address, source.name) == (SourceKind.X, "sama", "@sama")
    assert source.first_read is None  # its first poll is its baseline


@pytest.mark.parametrize(
    "words",
    [
        "https://x.com/sama/status/1727206187077370115",
        "https://twitter.com/sama/status/20?s=20",
        "https://mobile.twitter.com/sama/statuses/20/photo/1",
    ],
)
async def test_a_link_to_a_post_offers_its_author(town: Town, words: str) -> None:
    """Who shares a post is asked whether its author shall be followed; one tap does it, in place."""
    [offer] = await town.follows(ANN, words)
    assert await town.own(ANN.id) == []

    await town.hark.taps(ANN, "Follow @sama", offer)
    await town.step.step()
    [answer] = await town.hark.answers()

    [(source, _)] = await town.own(ANN.id)
    assert offer.text == "A post by @sama. I can follow its author."
    assert source.address == "sama"
    assert answer.message_id == offer.message_id
    assert answer.labels[:2] == ["Only my words", "Everything"]


async def test_a_post_said_alone_in_private_offers_its_author(town: Town) -> None:
    """A link to a post without a command does the same; a forged name of an author does nothing."""
    [offer] = await town.hark.says(ANN, "https://x.com/sama/status/20")
    await town.hark.sends_data(ANN, "fa:no name", offer)

    assert offer.labels == ["Follow @sama"]
    assert town.far.asked == []
    assert "does not work any more" in town.hark.toasts.shown[-1]


async def test_a_feed_of_posts_that_brings_none(town: Town) -> None:
    """Where X is read from feeds, a name without any posts is not kept, and the person hears why."""
    town.far.accounts["nobody"] = Failure(FailureReason.X_FEED)

    [answer] = await town.follows(ANN, "@nobody")

    assert answer.text == "@nobody cannot be followed: its feed of X posts brings none."
    assert await town.own(ANN.id) == []


async def test_pages_of_x_are_no_accounts(town: Town) -> None:
    """x.com/search is a page like any other."""
    await town.follows(ANN, "https://x.com/search?q=AI")

    assert town.far.asked == ["https://x.com/search?q=AI"]


async def test_without_access_to_x(town: Town) -> None:
    """Where X is off, the person is told so and nothing is kept."""
    town.far.x_is_on = False

    [answer] = await town.follows(ANN, "@sama")

    assert "no access to X" in answer.text
    assert await town.own(ANN.id) == []


async def test_an_account_that_hides_its_posts(town: Town) -> None:
    """A protected account cannot be read: the person is told so, and nothing is kept."""
    town.far.accounts["shy"] = XAccount("7", "shy", "Shy", protected=True)

    [answer] = await town.follows(ANN, "@shy")

    why = "this X account is protected, only its followers see its posts"
    assert answer.text == f"@shy cannot be followed: {why}."
    assert await town.own(ANN.id) == []


async def test_an_account_that_does_not_exist(town: Town) -> None:
    """A name that nobody has on X is said so; Hark keeps nothing and promises nothing."""
    town.far.accounts["nosuchuser"] = Failure(FailureReason.X_ACCOUNT)

    [answer] = await town.follows(ANN, "@NoSuchUser")

    assert "@NoSuchUser cannot be followed" in answer.text
    assert "does not exist" in answer.text
    assert answer.labels == []
    assert await town.own(ANN.id) == []


async def test_an_account_that_x_has_suspended(town: Town) -> None:
    """A suspended account is called so, neither missing nor protected."""
    town.far.accounts["banned"] = Failure(FailureReason.X_SUSPENDED)

    [answer] = await town.follows(ANN, "@banned")

    assert answer.text == "@banned cannot be followed: X has suspended this account."
    assert await town.own(ANN.id) == []


async def test_an_account_that_cannot_be_asked_for_now_is_kept(town: Town) -> None:
    """When X itself is in trouble the account is followed all the same."""
    town.far.accounts["sama"] = Failure(FailureReason.RATE_LIMITED)

    [answer] = await town.follows(ANN, "@sama")

    assert "I keep trying" in answer.text
    assert len(await town.own(ANN.id)) == 1


@pytest.mark.parametrize("words", [FEED, "@sama"])
async def test_a_bare_link_or_name_in_private_is_followed(town: Town, words: str) -> None:
    """A link or an @name alone is an offer to follow it."""
    await town.hark.says(ANN, words)
    await town.step.step()
    [answer] = await town.hark.answers()

    assert answer.labels[:2] == ["Only my words", "Everything"]


async def test_follow_without_words_asks(town: Town) -> None:
    """/follow alone asks; what is said next, even without a scheme, is looked for."""
    [question] = await town.hark.says(ANN, "/follow")
    await town.hark.says(ANN, "news.example/feed.xml")
    await town.step.step()
    [answer] = await town.hark.answers()

    assert "/cancel" in question.text
    assert "The News" in answer.text


async def test_a_shared_source_is_said_to_be_shared(town: Town) -> None:
    """A configured source serves everybody already; a chat may still want everything of it."""
    async with town.hark.database.begin() as conn:
        await sources.configure(conn, [Wanted(SourceKind.FEED, FEED, "Our News")], NOON)

    [answer] = await town.follows(ANN, FEED)
    await town.hark.taps(ANN, "Everything", answer)

    [again] = await town.follows(ANN, FEED)

    assert "Our News is read for everybody already" in answer.text
    assert "What shall I send?" not in answer.text
    assert "already, for everything" in again.text
    assert [each.mode for _, each in await town.own(ANN.id)] == [FollowMode.EVERYTHING]


async def test_following_twice_keeps_what_was_chosen(town: Town) -> None:
    """A second /follow says that it is followed, and does not undo the choice of everything."""
    [answer] = await town.follows(ANN, FEED)
    await town.hark.taps(ANN, "Everything", answer)

    [again] = await town.follows(ANN, FEED)

    assert "already, for everything" in again.text
    assert [each.mode for _, each in await town.own(ANN.id)] == [FollowMode.EVERYTHING]


async def test_own_sources_are_shown_to_their_chat_alone(town: Town) -> None:
    """/sources shows the shared ones and one's own, never another chat's."""
    async with town.hark.database.begin() as conn:
        await sources.configure(conn, [Wanted(SourceKind.FEED, "https://all.example/", "For all")], NOON)
    await town.follows(ANN, FEED)

    [mine] = await town.hark.says(ANN, "/sources")
    [others] = await town.hark.says(UGO, "/sources")

    assert "The News · yours, only your words" in mine.text
    assert "For all" in mine.text
    assert "The News" not in others.text
    assert "For all" in others.text


async def test_a_topic_is_answered_in_the_topic(town: Town) -> None:
    """/follow in a forum topic is answered there and its entries will go there."""
    town.hark.admins.known.add((FORUM.id, ANN.id))
    await town.hark.says(ANN, f"/follow {FEED}", FORUM, topic=42)
    await town.step.step()

    [answer] = await town.hark.answers()

    assert answer.delivery.thread_id == 42
    assert [each.thread_id for _, each in await town.own(FORUM.id)] == [42]


@pytest.mark.parametrize("words", [FEED, "the news", "news.example"])
async def test_unfollow_by_words(town: Town, words: str) -> None:
    """/unfollow with the link, the name or a part of it ends it, and nobody polls it any more."""
    await town.follows(ANN, FEED)
    [(source, _)] = await town.own(ANN.id)

    [answer] = await town.hark.says(ANN, f"/unfollow {words}")

    async with town.hark.database.read() as conn:
        resting = await sources.get(conn, source.id)
    assert "Not following The News" in answer.text
    assert await town.own(ANN.id) == []
    assert resting.due is None


async def test_unfollow_without_words_lets_people_choose(town: Town) -> None:
    """/unfollow alone shows what is followed; a tap ends it in place."""
    await town.follows(ANN, f"{FEED} @sama")
    [chosen] = await town.hark.says(ANN, "/unfollow")

    [edited] = await town.hark.taps(ANN, "@sama", chosen)
    [nothing] = await town.hark.says(ANN, "/unfollow @nobody")

    assert chosen.labels == ["✕ @sama", "✕ The News"]
    assert edited.labels == ["✕ The News"]
    assert "do not follow @nobody" in nothing.text
    assert len(await town.own(ANN.id)) == 1


async def test_the_button_under_the_question_unfollows(town: Town) -> None:
    """Whoever changes their mind takes it back at once; the old buttons then say so."""
    [answer] = await town.follows(ANN, FEED)

    [gone] = await town.hark.taps(ANN, "Unfollow", answer)
    late = await town.hark.taps(ANN, "Everything", answer)

    assert "Not following The News" in gone.text
    assert late == []
    assert town.hark.toasts.shown[-1] == "You do not follow this source any more."


async def test_nobody_chooses_for_another_chat(town: Town) -> None:
    """A forged button changes nothing of what others follow."""
    [answer] = await town.follows(ANN, FEED)

    await town.hark.sends_data(UGO, answer.data("Everything"), answer)

    assert await town.own(UGO.id) == []


async def test_slow_far_ends_hold_up_nobody(town: Town) -> None:
    """Ten sites that hang keep nobody waiting: neither other chats nor the same person's next wish."""
    slow = [f"https://slow{number}.example/" for number in range(10)]
    town.far.waits_for = {url: asyncio.Event() for url in slow}
    for person in (ANN, UGO):
        await town.hark.says(person, f"/follow {' '.join(slow)}")
    working = asyncio.create_task(town.step.step())
    await town.far.has_been_asked(20)

    await town.hark.says(ANN, f"/follow {FEED}")
    await town.hark.says(WEI, f"/follow {FEED}")
    await town.far.has_been_asked(22)
    await town.hark.engine.wakes("send", 2)
    answers = await town.hark.answers()
    assert sorted(each.delivery.chat_id for each in answers) == [ANN.id, WEI.id]
    for gate in town.far.waits_for.values():
        gate.set()
    await working
    assert len(await town.hark.answers()) == 20


async def test_a_sign_that_hangs_holds_up_nothing(town: Town) -> None:
    """While Telegram does not take "typing", the answer itself is made all the same."""
    town.hark.toasts.typed = asyncio.Event()

    [answer] = await town.follows(ANN, FEED)

    assert town.hark.toasts.typing_in == [ANN.id]
    assert "The News" in answer.text
    town.hark.toasts.typed.set()


async def test_a_far_end_that_never_answers_is_a_time_out(town: Town) -> None:
    """Patience ends: the person is told, and the source is kept."""
    slow = "https://slow.example/"
    town.far.waits_for[slow] = asyncio.Event()
    impatient = ErrandStep(replace(town.desk, patience=timedelta(milliseconds=20)))
    await town.hark.says(ANN, f"/follow {slow}")

    await impatient.step()
    [answer] = await town.hark.answers()

    assert "too long to answer" in answer.text
    assert len(await town.own(ANN.id)) == 1


async def test_a_wish_survives_a_crash(town: Town) -> None:
    """A process that dies while it looks leaves the wish; the next one answers it, once."""
    slow = "https://slow.example/"
    town.far.waits_for[slow] = asyncio.Event()
    await town.hark.says(ANN, f"/follow {slow}")
    working = asyncio.create_task(town.step.step())
    await town.far.asked_now.wait()
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    del town.far.waits_for[slow]

    await town.step.step()
    assert await town.hark.answers() == []  # its lease is not over yet
    town.hark.now = NOON + LEASE + timedelta(seconds=1)
    await town.step.step()
    await town.step.step()

    [answer] = await town.hark.answers()
    assert "slow.example" in answer.text


async def test_a_bug_on_one_wish_is_confessed(town: Town) -> None:
    """A wish that trips over a bug of ours is answered with one sentence, and the others are done."""

    class Broken(FarEnd):
        async def find_feed(self, url: str) -> FoundFeed | Failure:
            raise RuntimeError(url)

    step = ErrandStep(replace(town.desk, finder=Broken(accounts=town.far.accounts)))
    await town.hark.says(ANN, f"/follow {FEED} @sama")

    await step.step()
    answers = await town.hark.answers()

    assert ["went wrong" in answers[0].text, "@sama" in answers[1].text] == [True, True]


async def test_members_of_a_group_follow_nothing(town: Town) -> None:
    """Only administrators choose a group's sources."""
    [answer] = await town.hark.says(ANN, f"/follow {FEED}", GROUP)

    assert "Only administrators" in answer.text
    assert await town.step.step() is False
    assert town.far.asked == []
