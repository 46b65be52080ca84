"""What X answered: text and headers → posts, accounts, or a failure with its meaning. Pure.

Nothing of X's own words leaves this module but the posts themselves. X renames fields from time to time
(`note_tweet` is `note_post` in its newest description): both names are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from feeds.x_json import Reply, mapping, number, objects, parsed, string, values
from feeds.x_refusals import SinceTooOld, refusal
from model import Failure, FailureReason

Missing = dict[str, FailureReason]
"""Why X cannot show an account, by its handle in lower case and by its user id."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post."""

    id: int
    first_id: int  # of its first version: an edit gives a post a new id
    author_id: str
    text: str
    published: datetime | None
    language: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of search results."""

    posts: tuple[Post, ...]
    next_token: str = ""  # "" this is the last page
    missing: Missing = field(default_factory=dict)
    unreadable: int = 0  # entries that are no posts


@dataclass(frozen=True, slots=True)
class XAccount:
    """An account as X describes it."""

    id: str
    handle: str  # as its owner writes it
    name: str
    protected: bool = False  # only its followers see its posts


@dataclass(frozen=True, slots=True)
class Accounts:
    """What X knows of the accounts it was asked about."""

    found: tuple[XAccount, ...]
    missing: Missing = field(default_factory=dict)


def read_page(reply: Reply, now: datetime) -> Page | SinceTooOld | Failure:
    """Return the posts of a search answer, or why there are none."""
    if reply.status != 200:
        return refusal(reply, now)
    body = parsed(reply.body)
    rows = body.get("data", [])
    if not (body.keys() & {"data", "meta", "errors"}) or not isinstance(rows, list):
        return Failure(FailureReason.BAD_RESPONSE, reply.status)
    posts = [post for post in map(_post, rows) if post is not None]
    return Page(
        posts=tuple(posts),
        next_token=string(mapping(body, "meta"), "next_token"),
        missing=_missing(body),
        unreadable=len(rows) - len(posts),
    )


def read_line(line: str, now: datetime) -> Post | Failure | None:
    """Return the post that a line of a stream holds, or why the stream ends; None for what is neither."""
    body = parsed(line)
    post = _post(body.get("data"))
    if post is not None:
        return post
    for error in objects(body, "errors"):
        told = refusal(Reply(200, {}, json.dumps(error)), now)
        if isinstance(told, Failure) and told.reason is FailureReason.X_MONEY:
            return told
    return Failure(FailureReason.UNREACHABLE) if "errors" in body else None


def read_accounts(reply: Reply, now: datetime) -> Accounts | Failure:
    """Return the accounts of a user look-up (of one or of many), or why there are none."""
    body = parsed(reply.body)
    if reply.status == 404 and body:
        return Failure(next(iter(_missing(body).values()), FailureReason.X_ACCOUNT), reply.status)
    if reply.status != 200:
        refused = refusal(reply, now)
        return refused if isinstance(refused, Failure) else Failure(FailureReason.X_REFUSED, reply.status)
    if not body.keys() & {"data", "errors"}:
        return Failure(FailureReason.BAD_RESPONSE, reply.status)
    rows = body.get("data", [])
    found = map(_account, rows if isinstance(rows, list) else [rows])
    return Accounts(tuple(account for account in found if account is not None), _missing(body))


def gone_posts(reply: Reply, asked: Sequence[int], now: datetime) -> frozenset[int] | Failure:
    """Return which of the posts asked for X no longer shows to anybody, or why it cannot say."""
    if reply.status != 200:
        refused = refusal(reply, now)
        return refused if isinstance(refused, Failure) else Failure(FailureReason.X_REFUSED, reply.status)
    body = parsed(reply.body)
    if not body.keys() & {"data", "errors"}:
        return Failure(FailureReason.BAD_RESPONSE, reply.status)
    told = {
        number(error.get("resource_id")) or number(error.get("value"))
        for error in objects(body, "errors")
        if string(error, "type").rpartition("/")[2] in _GONE
    }
    return frozenset(each for each in asked if each in told)


_GONE = frozenset({"resource-not-found", "not-authorized-for-resource"})  # deleted; its account is protected


def post_count(reply: Reply, now: datetime) -> int | Failure:
    """Return how many posts a query finds, or why X cannot say."""
    if reply.status != 200:
        refused = refusal(reply, now)
        return refused if isinstance(refused, Failure) else Failure(FailureReason.X_REFUSED, reply.status)
    meta = mapping(parsed(reply.body), "meta")
    count = meta.get("total_tweet_count", meta.get("total_post_count"))
    return count if isinstance(count, int) and count >= 0 else Failure(FailureReason.BAD_RESPONSE, 200)


def _missing(body: Mapping[str, object]) -> Missing:
    told = [
        (error, string(error, key)) for error in objects(body, "errors") for key in ("value", "resource_id")
    ]
    return {name.lower(): _why_missing(error) for error, name in told if name}


def _why_missing(error: Mapping[str, object]) -> FailureReason:
    """Tell the kinds apart by X's type, and a suspension by its sentence too: its type has changed before."""
    kind = string(error, "type").rpartition("/")[2]
    if kind == "resource-unavailable" or "been suspended" in string(error, "detail"):
        return FailureReason.X_SUSPENDED
    return FailureReason.X_PROTECTED if kind == "not-authorized-for-resource" else FailureReason.X_ACCOUNT


def _account(row: object) -> XAccount | None:
    if not isinstance(row, dict):
        return None
    identity, handle = string(row, "id"), string(row, "username")
    if not (identity and handle):
        return None
    name = string(row, "name") or handle
    return XAccount(identity, handle, name, protected=row.get("protected") is True)


def _post(row: object) -> Post | None:
    if not isinstance(row, dict):
        return None
    post_id = number(row.get("id"))
    note = mapping(row, "note_tweet") or mapping(row, "note_post")  # the whole text, past 280 characters
    told = note if string(note, "text") else row
    if post_id is None or "text" not in row:
        return None
    history = values(row, "edit_history_tweet_ids") or values(row, "edit_history_post_ids")
    first = number(history[0]) if history else None
    return Post(
        id=post_id,
        first_id=post_id if first is None else first,
        author_id=string(row, "author_id"),
        text=_unescaped(string(told, "text")),
        published=_moment(string(row, "created_at")),
        language=_language(string(row, "lang")),
        tags=tuple(tag for tag in _tags(told) if tag),
    )


def _tags(told: Mapping[str, object]) -> Iterator[str]:
    return (string(hashtag, "tag") for hashtag in objects(mapping(told, "entities"), "hashtags"))


def _unescaped(text: str) -> str:
    """Undo X's escaping, which is of these three only: what the author typed as `&copy;` stays so."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _language(code: str) -> str:
    """Return "" for the codes with which X says that it cannot tell (und, zxx, qme, qht …)."""
    return "" if code in {"und", "zxx"} or (len(code) == 3 and code.startswith("q")) else code


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
