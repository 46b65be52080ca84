"""The loopback X searches, pages, counts and lists as X does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.feeds.follower import BEGAN, Clock
from tests.servers.x import XServer
from tests.servers.x_accounts import first_id_at, stamp
from tests.servers.x_asking import ask, pages, search
from tests.servers.x_behaviour import Behaviour
from tests.servers.x_billing import Answer
from tests.servers.x_parameters import COUNTS, SEARCH, TIMELINE
from tests.servers.x_search import Searches
from tests.servers.x_world import XWorld

BY = "(from:talker) -is:retweet"
HARD = Behaviour()


async def test_posts_come_newest_first_in_pages(x: XServer, clock: Clock) -> None:
    """Every post that is asked for comes once, the newest first, ten a page if nothing else is asked."""
    said = [x.posts("talker", f"post {n}", at=BEGAN - timedelta(minutes=n)).whole for n in range(25)]

    assert await pages(x, BY) == [said[:10], said[10:20], said[20:]]
    assert await pages(x, BY, max_results="100") == [said]


async def test_an_empty_answer_has_no_data(x: XServer) -> None:
    """Nothing found is a count of nothing, and no list."""
    assert (await search(x, BY)).body == {"meta": {"result_count": 0}}


async def test_posts_made_between_two_pages_belong_to_neither(x: XServer, clock: Clock) -> None:
    """A page's token stands for what there was; the same token brings the same posts again."""
    said = [x.posts("talker", f"post {n}", at=BEGAN - timedelta(minutes=n)).whole for n in range(15)]
    x.after_next(lambda: x.posts("talker", "meanwhile"), route=SEARCH)

    first = await search(x, BY)
    token = first.body["meta"]["next_token"]

    assert first.texts == said[:10]
    assert (await search(x, BY, next_token=token)).texts == said[10:]
    assert (await search(x, BY, next_token=token)).texts == said[10:]
    assert (await search(x, BY)).texts[0] == "meanwhile"


async def test_a_token_is_of_its_query(x: XServer) -> None:
    """A token with another query, or of nobody's, is refused."""
    for number in range(11):
        x.posts("talker", f"post {number}")
    token = (await search(x, BY)).body["meta"]["next_token"]

    assert (await search(x, "from:talker", next_token=token)).status == 400
    assert (await search(x, BY, next_token="made-up")).status == 400


async def test_ids_bound_a_search_on_both_sides(x: XServer, clock: Clock) -> None:
    """`since_id` and `until_id` are themselves left out."""
    made = [x.posts("talker", f"post {n}", at=BEGAN - timedelta(minutes=10 - n)) for n in range(5)]

    told = await search(x, BY, since_id=str(made[0].id), until_id=str(made[4].id))

    assert told.texts == ["post 3", "post 2", "post 1"]
    assert told.body["meta"] == {
        "newest_id": str(made[3].id),
        "oldest_id": str(made[1].id),
        "result_count": 3,
    }


@pytest.mark.parametrize("name", ["since_id", "until_id"])
async def test_an_id_older_than_a_week_is_refused(x: XServer, clock: Clock, name: str) -> None:
    """X names the id from which on it searches."""
    old = first_id_at(BEGAN - timedelta(days=7, seconds=1))

    told = await search(x, BY, **{name: str(old)})

    assert told.status == 400
    assert told.reason == (
        f"'{name}' must be a tweet id created after 2026-11-17T12:00Z. "
        f"Please use a '{name}' that is larger than {first_id_at(BEGAN - timedelta(days=7))}"
    )


async def test_times_bound_a_search(x: XServer, clock: Clock) -> None:
    """`start_time` is in, `end_time` is out."""
    for minutes in (30, 20, 10):
        x.posts("talker", f"{minutes} ago", at=BEGAN - timedelta(minutes=minutes))

    times = {f"{a}_time": stamp(BEGAN - timedelta(minutes=b)) for a, b in (("start", 20), ("end", 10))}

    assert (await search(x, BY, **times)).texts == ["20 ago"]


@pytest.mark.parametrize(
    ("start", "end"),
    [(timedelta(days=8), None), (None, timedelta(seconds=5)), (timedelta(hours=1), timedelta(hours=2))],
)
async def test_times_that_make_no_sense_are_refused(
    x: XServer, start: timedelta | None, end: timedelta | None
) -> None:
    """A time before last week, an end that is hardly past or before the start is refused."""
    spans = {"start_time": start, "end_time": end}
    times = {name: stamp(BEGAN - span) for name, span in spans.items() if span is not None}

    assert (await search(x, BY, **times)).status == 400


async def test_the_last_half_minute_is_not_searched(clock: Clock) -> None:
    """As X does it, a search ends 30 seconds ago."""
    async with XServer(now=clock, behaviour=HARD) as x:
        x.posts("talker", "news")
        clock.passes(seconds=30)
        early = await search(x, BY)
        clock.passes(seconds=1)
        late = await search(x, BY)

    assert (early.texts, late.texts) == ([], ["news"])


async def test_a_post_that_is_indexed_late_is_found_late(x: XServer, clock: Clock) -> None:
    """A post may show up after a younger one has been found."""
    x.posts("talker", "slow", late=timedelta(seconds=90))
    clock.passes(seconds=10)
    x.posts("talker", "fast")

    assert (await search(x, BY)).texts == ["fast"]
    clock.passes(seconds=80)
    assert (await search(x, BY)).texts == ["fast", "slow"]


async def test_a_query_over_the_limit_is_refused(x: XServer) -> None:
    """512 characters are taken, one more is not, and Chinese ones count twice."""
    fits = "(from:talker) " + "a" * 498
    chinese = "(from:talker) " + "赵" * 250

    assert (await search(x, fits)).status == 200
    assert (await search(x, fits + "a")).status == 400
    assert (await search(x, chinese)).status == 400
    assert [query for query, _ in x.refused] == [fits + "a", chinese]


async def test_a_refused_query_is_told_as_x_tells_it(x: XServer) -> None:
    """A refusal names the parameter and what is wrong with it."""
    told = await search(x, "(from:a")

    assert told.status == 400
    assert told.body["title"] == "Invalid Request"
    assert told.body["errors"][0]["parameters"] == {"query": ["(from:a"]}
    assert told.reason.startswith("There were errors processing your request: missing ')'")


async def test_an_edit_is_found_in_its_newest_version_only(x: XServer, clock: Clock) -> None:
    """An edit has an id of its own and names those before it."""
    first = x.posts("talker", "typo")
    clock.passes(minutes=1)
    second = x.edits(first, "fixed")

    (row,) = (await search(x, BY)).body["data"]

    assert (row["id"], row["text"]) == (str(second.id), "fixed")
    assert row["edit_history_tweet_ids"] == [str(first.id), str(second.id)]


async def test_a_long_post_is_cut_and_whole_beside_it(x: XServer) -> None:
    """What is beyond 280 characters stands in `note_tweet`, escaped as all text of X, and finds nothing."""
    text = "a & b < c " * 30 + "tail #end"
    x.posts("talker", text)

    (row,) = (await search(x, BY, **{"tweet.fields": "note_tweet,entities"})).body["data"]

    assert row["text"].endswith("… https://t.co/abcdefghij")
    assert row["note_tweet"]["text"] == text.replace("&", "&amp;").replace("<", "&lt;")
    assert [tag["tag"] for tag in row["note_tweet"]["entities"]["hashtags"]] == ["end"]
    assert (await search(x, f"{BY} tail")).texts == []


async def test_links_are_short_and_lead_where_they_led(x: XServer) -> None:
    """X shows its own links; where they lead stands in the entities, at their place in code points."""
    x.posts("talker", "😃 see https://example.org/long/way?a=b, #btc")

    (row,) = (await search(x, BY, **{"tweet.fields": "entities"})).body["data"]
    (link,) = row["entities"]["urls"]

    assert row["text"] == f"😃 see {link['url']}, #btc"
    assert link["url"].startswith("https://t.co/")
    assert link["expanded_url"] == "https://example.org/long/way?a=b"
    assert row["text"][link["start"] : link["end"]] == link["url"]
    assert row["text"][slice(*(row["entities"]["hashtags"][0][end] for end in ("start", "end")))] == "#btc"


async def test_fields_come_when_they_are_asked_for(x: XServer) -> None:
    """Without fields there are id, text and history; a reply, a quote and a retweet say of what."""
    first = x.posts("sama", "hello")
    x.quotes("talker", "look", first)
    x.replies("talker", "yes", first)
    x.retweets("talker", first)

    bare = (await search(x, "from:talker")).body["data"]
    full = (await search(x, "from:talker", **{"tweet.fields": "referenced_tweets,author_id"})).body["data"]

    assert {frozenset(row) for row in bare} == {frozenset({"id", "text", "edit_history_tweet_ids"})}
    kinds = [row["referenced_tweets"][0] for row in full]
    assert kinds == [{"type": kind, "id": str(first.id)} for kind in ("retweeted", "replied_to", "quoted")]


async def test_hidden_posts_are_not_found(x: XServer) -> None:
    """What is deleted, protected or of a suspended account is in no search."""
    for handle in ("talker", "banned", "private"):
        x.posts(handle, "hello")
    x.deletes(x.posts("talker", "regretted"))
    x.suspends("banned")
    x.protects("private")

    assert (await search(x, "from:talker OR from:banned OR from:private")).texts == ["hello"]


async def test_a_renamed_account_is_found_by_its_new_name(x: XServer) -> None:
    """A search for the old name finds nothing, and X does not say why."""
    x.posts("talker", "hello")
    x.renames("talker", "Speaker")

    assert (await search(x, BY)).texts == []
    assert (await search(x, "from:speaker")).texts == ["hello"]


async def test_pages_may_be_short_and_the_last_one_empty(clock: Clock) -> None:
    """X promises neither full pages nor that a token leads to posts."""
    behaviour = replace(HARD, lag=timedelta(0), most_on_page=2, token_after_last=True)
    async with XServer(now=clock, behaviour=behaviour) as x:
        for number in range(4):
            x.posts("talker", f"post {number}")
        found = await pages(x, BY, max_results="10")

    assert [len(page) for page in found] == [2, 2, 0]


async def test_counts_tell_how_many_posts_there_are(x: XServer, clock: Clock) -> None:
    """A watch can be priced before it is bought."""
    for hours in (1, 2, 2, 30):
        x.posts("talker", "btc", at=BEGAN - timedelta(hours=hours))

    told = (await ask(x, COUNTS, {"query": "from:talker btc", "granularity": "day"})).body
    by_hour = (await ask(x, COUNTS, {"query": "from:talker btc"})).body["data"]

    assert told["meta"] == {"total_tweet_count": 4}
    assert [bucket["tweet_count"] for bucket in told["data"] if bucket["tweet_count"]] == [1, 3]
    assert (told["data"][0]["start"], told["data"][-1]["end"]) == (
        "2026-11-17T12:00:00.000Z",
        "2026-11-24T12:00:00.000Z",
    )
    assert len(by_hour) == 7 * 24


async def test_a_time_line_has_all_posts_of_an_account(x: XServer, clock: Clock) -> None:
    """A time line is not bound to a week, and leaves out replies and retweets on demand."""
    number = x.account("talker").id
    old = x.posts("talker", "old", at=BEGAN - timedelta(days=30))
    other = x.posts("sama", "hello")
    x.retweets("talker", other)
    x.replies("talker", "yes", other)
    x.posts("talker", "new")

    async def read(**more: str) -> list[str]:
        return (await ask(x, TIMELINE, {"id": number, **more})).texts

    assert await read() == ["new", "yes", "RT @sama: hello", "old"]
    assert await read(exclude="replies,retweets") == ["new", "old"]
    assert await read(exclude="replies,retweets", since_id=str(old.id)) == ["new"]


async def test_a_time_line_has_pages(x: XServer) -> None:
    """The token of a time line goes by another name than that of a search."""
    number = x.account("talker").id
    for n in range(7):
        x.posts("talker", f"post {n}")

    first = await ask(x, TIMELINE, {"id": number, "max_results": "5"})
    token = first.body["meta"]["next_token"]
    second = await ask(x, TIMELINE, {"id": number, "max_results": "5", "pagination_token": token})

    assert [*first.texts, *second.texts] == [f"post {n}" for n in reversed(range(7))]
    assert "next_token" not in second.body["meta"]


@pytest.mark.parametrize("handle", ["banned", "private", "nobody"])
async def test_a_time_line_of_a_hidden_account_is_an_error_beside_nothing(x: XServer, handle: str) -> None:
    """X answers 200 with an error and no posts."""
    numbers = {name: x.account(name).id for name in ("banned", "private")} | {"nobody": "999"}
    x.suspends("banned")
    x.protects("private")

    told = await ask(x, TIMELINE, {"id": numbers[handle]})

    assert told.status == 200
    assert told.body.keys() == {"errors"}


@given(
    minutes=st.lists(st.integers(1, 600), max_size=60),
    size=st.integers(10, 100),
    short=st.one_of(st.none(), st.integers(1, 5)),
    empty=st.booleans(),
)
def test_pages_together_hold_every_post_once(
    minutes: list[int], size: int, short: int | None, empty: bool
) -> None:
    """However pages are cut, and whatever is posted between them, all of them are all posts."""
    hard = Behaviour(lag=timedelta(0), most_on_page=short, token_after_last=empty)
    world = XWorld(lambda: BEGAN, hard)
    made = [world.posts("talker", "hello", at=BEGAN - timedelta(minutes=n)).id for n in minutes]
    searches = Searches(world)
    found: list[int] = []
    token: object = ""
    while token is not None:
        more = {"next_token": str(token)} if token else {}
        answer = searches.recent({"query": BY, "max_results": str(size), **more})
        assert isinstance(answer, Answer)
        found += [int(number) for _, number in answer.resources]
        meta = answer.body["meta"]
        assert isinstance(meta, dict)
        token = meta.get("next_token")
        world.posts("talker", "meanwhile")

    assert found == sorted(made, reverse=True)
