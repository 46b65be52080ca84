"""What X's OpenAPI description (2.167) lets a client ask of the four paths that Hark uses.

`tests/feeds/test_x_parameters.py` compares this table with the description where that is at hand. There the
search calls its field list `post.fields`, with newer names; X's documentation of the same day, its examples
and tweepy say `tweet.fields`, with the names that the description still gives for the streams. Expansions are
left out on purpose: X bills what they add, so Hark never asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TWEET_FIELDS = _words(
    """article attachments author_id card_uri community_id context_annotations conversation_id created_at
    display_text_range edit_controls edit_history_tweet_ids entities geo id in_reply_to_user_id lang
    matched_media_notes media_metadata non_public_metrics note_request_suggestions note_tweet organic_metrics
    paid_partnership possibly_sensitive promoted_metrics public_metrics referenced_tweets reply_settings
    scopes source suggested_source_links suggested_source_links_with_counts text withheld"""
)
USER_FIELDS = _words(
    """confirmed_email connection_status created_at description entities id is_identity_verified location name
    parody profile_banner_url profile_image_url protected public_metrics receives_your_dm subscribes_to_you
    subscription subscription_type url username verified verified_followers_count verified_type
    withheld"""
)
USAGE_FIELDS = _words(
    """cap_reset_day daily_client_app_usage daily_project_usage project_cap project_id
    project_usage"""
)

SEARCH = "/2/tweets/search/recent"
USER = "/2/users/by/username/{username}"
USERS = "/2/users/by"
USAGE = "/2/usage/tweets"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one parameter may hold."""

    required: bool = False
    least: int | None = None  # of a number; of a text or list: its length
    most: int | None = None
    pattern: str = ""  # of a text, or of each member of a list
    members: frozenset[str] | None = None  # a list of these, each once
    is_list: bool = False
    is_number: bool = False


HANDLE = "^[A-Za-z0-9_]{1,15}$"
POST_ID = "^[0-9]{1,19}$"
TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"  # OpenAPI's date-time, as X documents it

TABLE: Mapping[str, Mapping[str, Rule]] = {
    SEARCH: {
        "query": Rule(required=True, least=1, most=4096),
        "max_results": Rule(is_number=True, least=10, most=100),
        "next_token": Rule(least=1),
        "since_id": Rule(pattern=POST_ID),
        "until_id": Rule(pattern=POST_ID),
        "start_time": Rule(pattern=TIME),
        "end_time": Rule(pattern=TIME),
        "tweet.fields": Rule(is_list=True, least=1, members=TWEET_FIELDS),
        "user.fields": Rule(is_list=True, least=1, members=USER_FIELDS),
    },
    USER: {
        "username": Rule(required=True, pattern=HANDLE),
        "user.fields": Rule(is_list=True, least=1, members=USER_FIELDS),
    },
    USERS: {
        "usernames": Rule(required=True, is_list=True, least=1, most=100, pattern=HANDLE),
        "user.fields": Rule(is_list=True, least=1, members=USER_FIELDS),
    },
    USAGE: {
        "days": Rule(is_number=True, least=1, most=90),
        "usage.fields": Rule(is_list=True, least=1, members=USAGE_FIELDS),
    },
}


def violations(route: str, sent: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the parameters `sent` (path and query) to `route`, one sentence each."""
    rules = TABLE[route]
    wrong = [
        f"{route}: {name} is missing" for name, rule in rules.items() if rule.required and name not in sent
    ]
    wrong += [f"{route}: {name} is no parameter" for name in sent if name not in rules]
    for name, value in sent.items():
        if name in rules and not _holds(rules[name], value):
            wrong.append(f"{route}: {name} may not be {value!r}")
    return wrong


def _holds(rule: Rule, value: str) -> bool:
    if rule.is_number:
        return value.isascii() and value.isdecimal() and _within(rule, int(value))
    if rule.is_list:
        members = value.split(",")
        is_known = rule.members is None or rule.members.issuperset(members)
        is_single = rule.members is None or len(set(members)) == len(members)
        return is_known and is_single and _within(rule, len(members)) and all(_fits(rule, m) for m in members)
    return _within(rule, len(value)) and _fits(rule, value)


def _within(rule: Rule, size: int) -> bool:
    return (rule.least is None or size >= rule.least) and (rule.most is None or size <= rule.most)


def _fits(rule: Rule, text: str) -> bool:
    return (
        not rule.pattern or re.fullmatch(rule.pattern.removeprefix("^").removesuffix("$"), text) is not None
    )
