"""What Hark makes of X's answers, X's own examples among them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.x_answers import Accounts, Page, Post, XAccount, read_accounts, read_page
from feeds.x_documents import Search, outcomes
from feeds.x_json import Reply
from feeds.x_plan import XQuery
from feeds.x_refusals import SinceTooOld, pause_until
from model import Document, Failure, FailureReason, Source, SourceKind

NOW = datetime(2026, 5, 1, 8, tzinfo=UTC)
RESET = int(NOW.timestamp()) + 300
EXAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "x" / "examples"


def reply(body: object, status: int = 200, **headers: str) -> Reply:
    """Return an answer of X; names of headers are written with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, named, json.dumps(body))


def example(name: str) -> Reply:
    """Return one of X's example answers."""
    path = EXAMPLES / f"{name}.json"
    if not path.exists():
        pytest.skip("X's example answers are not at hand")
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    body = told["body"]
    text = "" if body is None else body if isinstance(body, str) else json.dumps(body)
    return Reply(told["status"], told["headers"], text)


def row(post_id: int = 9, text: str = "hello", **more: object) -> dict[str, object]:
    """Return a post as X tells it."""
    return {"id": str(post_id), "text": text, "author_id": "1", **more}


def page(*rows: dict[str, object]) -> Page:
    """Return these posts, read."""
    read = read_page(reply({"data": list(rows), "meta": {"result_count": len(rows)}}), NOW)
    assert isinstance(read, Page)
    return read


def account(number: int, handle: str, **more: Any) -> Source:
    """Return an X source as the store would give it."""
    return Source(number, SourceKind.X, handle, f"@{handle}", shared=True, **more)


def document(source: Source, *posts: Post, **more: Any) -> Document:
    """Return what a poll of this one source brought."""
    told = outcomes(Search(XQuery((source,)), posts, **more), {})
    assert told is not None
    outcome = told[source.id]
    assert isinstance(outcome, Document)
    return outcome


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("error_401", FailureReason.X_CREDENTIALS),
        ("error_403_client_not_enrolled", FailureReason.X_CREDENTIALS),
        ("error_403_forbidden", FailureReason.X_CREDENTIALS),
        ("error_402_credits_depleted", FailureReason.X_MONEY),
        ("error_402_credits_old", FailureReason.X_MONEY),
        ("error_403_spend_cap", FailureReason.X_MONEY),
        ("error_429_usage_cap", FailureReason.X_MONEY),
        ("error_429_rate_limit", FailureReason.RATE_LIMITED),
        ("error_429_documented", FailureReason.RATE_LIMITED),
        ("error_503", FailureReason.HTTP_STATUS),
        ("error_503_html", FailureReason.HTTP_STATUS),
        ("usage_credits_404", FailureReason.HTTP_STATUS),
    ],
)
def test_each_refusal_of_x_has_its_meaning(name: str, reason: FailureReason) -> None:
    """A person is told what is really wrong: token, money, pace or X itself."""
    failure = read_page(example(name), NOW)

    assert isinstance(failure, Failure)
    assert failure.reason is reason


def test_a_search_too_far_back_says_from_where_x_searches() -> None:
    """After a week without Hark the poll goes on from where X still knows."""
    assert read_page(example("error_400_since_id_too_old"), NOW) == SinceTooOld(2083157183716917248)


def test_a_spend_cap_waits_for_its_date() -> None:
    """Nothing is asked of X before the next billing cycle."""
    body = {"title": "SpendCapReached", "reset_date": "2026-05-13"}

    failure = read_page(reply(body, 403), NOW)

    assert failure == Failure(FailureReason.X_MONEY, 403, datetime(2026, 5, 13, tzinfo=UTC) - NOW)


def test_a_rate_limit_waits_a_second_past_the_reset() -> None:
    """X is asked again right after it may be, not minutes later."""
    limited = reply({"title": "Too Many Requests"}, 429, x_rate_limit_reset=str(RESET))

    assert read_page(limited, NOW) == Failure(FailureReason.RATE_LIMITED, 429, timedelta(seconds=301))
    assert pause_until(limited, NOW) == NOW + timedelta(seconds=301)


def test_the_last_request_of_a_window_is_followed_by_a_pause() -> None:
    """Hark does not run into a limit of which X has warned it."""
    warned = reply({"meta": {}}, x_rate_limit_remaining="0", x_rate_limit_reset=str(RESET))

    assert pause_until(warned, NOW) == NOW + timedelta(seconds=301)


@pytest.mark.parametrize("reset", ["", "soon", "-5", "9" * 30, "99999999999999"])
def test_a_senseless_reset_stops_nothing_for_long(reset: str) -> None:
    """A broken header of X delays alerts by a day at the very most."""
    until = pause_until(reply({}, 429, x_rate_limit_reset=reset), NOW)

    assert until is not None
    assert NOW < until <= NOW + timedelta(days=1)


def test_money_is_not_waited_for_like_a_rate_limit() -> None:
    """A used-up cap is told as such, although X gives it the number of a rate limit."""
    capped = reply({"title": "UsageCapExceeded"}, 429, x_rate_limit_remaining="39999")

    assert pause_until(capped, NOW) is None


@pytest.mark.parametrize("body", ["", "<html>", "[]", "{}", '{"data": 5}', "[" * 100_000, "\0"])
def test_an_answer_that_is_none_is_a_failure(body: str) -> None:
    """Nonsense from X is never taken for "no news"."""
    assert read_page(Reply(200, {}, body), NOW) == Failure(FailureReason.BAD_RESPONSE, 200)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["data", "errors", "meta", "id", "text", "note_tweet", "entities", "parameters"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values, st.sampled_from([200, 400, 401, 403, 404, 429, 500]))
def test_no_answer_however_odd_is_too_much(body: object, status: int) -> None:
    """Whatever X sends, the other sources go on."""
    told = reply(body, status)

    read_page(told, NOW)
    read_accounts(told, NOW)
    pause_until(told, NOW)


def test_posts_are_told_as_they_were_written() -> None:
    """An alert shows `&`, `<` and `>` as typed, and an entity typed by hand as that entity."""
    (post,) = page(row(text="Q&amp;A &lt;b&gt; &amp;copy; &nbsp;")).posts

    assert post.text == "Q&A <b> &copy; &nbsp;"


def test_long_posts_are_read_to_their_end() -> None:
    """A watched word past the 280th character is found, with the tags of the whole text."""
    told = read_page(example("post_note_tweet"), NOW)

    assert isinstance(told, Page)
    assert told.posts[0].text.endswith("#赵长鹏 only stands in the tail.")
    assert told.posts[0].tags == ("赵长鹏",)


def test_the_newest_names_of_x_are_read_too() -> None:
    """A post is whole and recognised also when X answers with the names of its newest description."""
    (post,) = page(row(9, "cut…", note_post={"text": "whole"}, edit_history_post_ids=["7", "9"])).posts

    assert (post.text, post.first_id) == ("whole", 7)


def test_a_page_says_where_it_goes_on() -> None:
    """Every page of a busy hour is read."""
    told = read_page(example("search_poll_page1"), NOW)

    assert isinstance(told, Page)
    assert (len(told.posts), told.next_token) == (10, "fnsih9chihsnkjbvkjbsc")


def test_no_posts_is_a_good_answer() -> None:
    """A quiet account is well."""
    assert read_page(example("search_empty"), NOW) == Page(())


def test_one_bad_post_spoils_no_other() -> None:
    """The rest of a page is read when something on it is no post."""
    told = page(row(9), {"id": "not a number", "text": ""}, {"id": "8"})

    assert ([post.id for post in told.posts], told.unreadable) == ([9], 2)


@pytest.mark.parametrize(("code", "language"), [("zh", "zh"), ("und", ""), ("qme", ""), ("it", "it")])
def test_a_language_x_cannot_tell_is_unknown(code: str, language: str) -> None:
    """A post of which X does not know the language counts as of any."""
    assert page(row(lang=code)).posts[0].language == language


def test_accounts_there_and_not_there_are_told_apart() -> None:
    """A mistyped name is reported and does not stop the right ones."""
    told = read_accounts(example("users_by_partial"), NOW)

    found = XAccount("2244994945", "XDevelopers", "X Developers")
    assert told == Accounts((found,), {"no_such_user_zz": FailureReason.X_ACCOUNT})


def test_a_post_becomes_an_entry() -> None:
    """An alert has text, @handle and the link of the post."""
    told = page(
        row(
            9,
            "hi #ai",
            created_at="2026-05-01T07:59:00.000Z",
            lang="en",
            entities={"hashtags": [{"tag": "ai"}]},
        )
    )
    source = account(1, "sama", external_id="1")

    ((mark, entry),) = document(source, *told.posts).entries

    assert mark == 9
    assert (entry.guid, entry.url, entry.author) == ("x:9", "https://x.com/sama/status/9", "@sama")
    assert (entry.title, entry.text, entry.tags, entry.language) == ("", "hi #ai", ("ai",), "en")
    assert entry.published == datetime(2026, 5, 1, 7, 59, tzinfo=UTC)


def test_an_edit_is_the_post_it_edits() -> None:
    """A corrected post does not alert again, and its link leads to the correction."""
    told = page(
        row(8, "typo", edit_history_tweet_ids=["8"]), row(9, "fixed", edit_history_tweet_ids=["8", "9"])
    )

    ((mark, entry),) = document(account(1, "sama"), *told.posts).entries

    assert (mark, entry.guid, entry.text, entry.url[-9:]) == (9, "x:8", "fixed", "/status/9")


def test_posts_read_before_are_kept_and_not_told_again() -> None:
    """The two minutes read twice bring nothing twice."""
    source = account(1, "sama", listing=((8, 70),), cursor="8")

    read = document(source, *page(row(9), row(8)).posts)

    assert ([mark for mark, _ in read.entries], read.kept, read.cursor) == ([9], (8,), "9")


def test_newest_posts_come_first() -> None:
    """Entries are in the order in which a feed lists them."""
    read = document(account(1, "sama"), *page(row(7), row(9), row(8)).posts)

    assert [mark for mark, _ in read.entries] == [9, 8, 7]


def test_a_quiet_account_is_read_as_far_as_its_pack() -> None:
    """The cursor of an account that never posts does not grow too old for X."""
    sources = (
        account(1, "loud", external_id="1", cursor="5"),
        account(2, "quiet", external_id="2", cursor="5"),
    )

    told = outcomes(Search(XQuery(sources, since=5), page(row(9)).posts), {})

    assert told is not None
    assert told[2] == Document(entries=(), cursor="9", external_id="2")


def test_a_search_broken_off_moves_no_cursor() -> None:
    """What could not be read of a flood of posts is read next time."""
    read = document(account(1, "sama", cursor="5"), *page(row(9)).posts, complete=False)

    assert (read.cursor, len(read.entries)) == ("5", 1)


def test_posts_of_a_stranger_are_given_to_nobody() -> None:
    """An alert never names the wrong author."""
    sources = (account(1, "a", external_id="7"), account(2, "b"))

    assert outcomes(Search(XQuery(sources), page(row(9)).posts), {}) is None


def test_the_number_of_a_single_account_is_learnt() -> None:
    """One lucky post saves the price of looking its author up."""
    assert document(account(1, "sama"), *page(row(9)).posts).external_id == "1"


@pytest.mark.parametrize("host", ["api.twitter.com", "api.x.com"])
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ({"title": "Not Found Error"}, FailureReason.X_ACCOUNT),
        ({"type": "/2/problems/resource-not-found", "detail": "[suspended]"}, FailureReason.X_ACCOUNT),
        (
            {"type": "/2/problems/resource-not-found", "detail": "has been suspended"},
            FailureReason.X_SUSPENDED,
        ),
        ({"type": "/2/problems/resource-unavailable"}, FailureReason.X_SUSPENDED),
        ({"type": "/2/problems/not-authorized-for-resource"}, FailureReason.X_PROTECTED),
    ],
)
def test_an_account_gone_from_x_is_named(error: dict[str, str], reason: FailureReason, host: str) -> None:
    """An account that is suspended later is reported, the others of its query go on."""
    sources = (account(1, "here", external_id="1"), account(2, "gone", external_id="2"))
    error = {key: f"https://{host}{text}" if key == "type" else text for key, text in error.items()}
    told = {"data": [row(9)], "errors": [{"value": "Gone"} | error]}

    read = read_page(reply(told), NOW)
    assert isinstance(read, Page)
    told_of = outcomes(Search(XQuery(sources), read.posts, read.missing), {})

    assert told_of is not None
    assert isinstance(told_of[1], Document)
    assert told_of[2] == Failure(reason)
