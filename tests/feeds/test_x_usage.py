"""What X says of credit and use, in every shape that it was seen in."""

from __future__ import annotations

import json
from datetime import date

import pytest

from feeds.x_json import Reply
from feeds.x_usage import balance, posts_a_day


def reply(body: object, status: int = 200) -> Reply:
    """Give an answer with this body."""
    return Reply(status, {}, body if isinstance(body, str) else json.dumps(body))


@pytest.mark.parametrize(("told", "left"), [(20.5, 20_500_000), ("3", 3_000_000), (0, 0)])
def test_the_credit_left_is_read_as_number_or_text(told: object, left: int) -> None:
    """The operator sees what is left, however X writes it."""
    assert balance(reply({"data": {"total_balance": told, "free_balance": 1}})) == left


@pytest.mark.parametrize(
    "answer",
    [
        reply("", 404),
        reply("<html>"),
        reply({"data": {}}),
        reply({"data": {"total_balance": "much"}}),
        reply({"data": {"total_balance": True}}),
        reply({"data": {"total_balance": "nan"}}),
        reply([]),
    ],
)
def test_what_x_does_not_say_is_not_known(answer: Reply) -> None:
    """An empty 404, a page of HTML and nonsense are no balance, and nothing breaks."""
    assert balance(answer) is None
    assert posts_a_day(answer) is None


def test_use_is_read_from_the_list_of_apps() -> None:
    """Posts that two apps of a project read on one day are one number."""
    apps = [{"app_id": "1", "tweets_consumed": 301}, {"app_id": "2", "tweets_consumed": "9"}]
    told = {"data": {"daily_project_usage": [{"date": "2026-11-23", "usage": apps}]}}
    assert posts_a_day(reply(told)) == {date(2026, 11, 23): 310}


def test_use_is_read_from_the_described_object() -> None:
    """The shape of X's own description, with numbers as text and times for days."""
    usage = [{"date": "2026-11-23T00:00:00.000Z", "usage": "301"}, {"date": "soon", "usage": "1"}]
    told = {"data": {"daily_project_usage": {"project_id": "1", "usage": usage}}}
    assert posts_a_day(reply(told)) == {date(2026, 11, 23): 301}
