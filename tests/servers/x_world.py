"""What the loopback X knows and how it answers: accounts, posts, searches, look-ups. No network here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tests.servers import x_bodies
from tests.servers.x_accounts import Account, XPost, first_id_at
from tests.servers.x_bodies import Json, Refusal
from tests.servers.x_language import QueryRefused, compiled

_DAYS_SEARCHED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Paging:
    """What a `next_token` stands for."""

    query: str
    since: int
    below: int


class XWorld:
    """Accounts and posts, and X's answers about them."""

    def __init__(self, now: Callable[[], datetime], lag: timedelta, query_limit: int) -> None:
        self.posts_sent = 0  # what X would bill, were nothing asked for twice
        self._now = now
        self._lag = lag
        self._query_limit = query_limit
        self._accounts: dict[str, Account] = {}
        self._posts: dict[int, XPost] = {}
        self._pagings: dict[str, _Paging] = {}
        self._disliked: set[str] = set()

    def account(
        self,
        handle: str,
        name: str = "",
        id: str = "",  # noqa: A002 - X's word for it
        *,
        protected: bool = False,
    ) -> Account:
        """Open an account."""
        account = Account(id or str(1_000 + len(self._accounts)), handle, name or handle, protected)
        self._accounts[handle.lower()] = account
        return account

    def posts(
        self,
        handle: str,
        text: str,
        at: datetime | None = None,
        *,
        hashtags: Iterable[str] = (),
        language: str = "en",
        retweet: bool = False,
    ) -> XPost:
        """Let an account (opened when it is new) post; text past 280 characters is long form, as on X."""
        account = self._accounts.get(handle.lower()) or self.account(handle)
        moment = self._now() if at is None else at
        number = self._free_id(moment)
        post = XPost(number, account, text, moment, tuple(hashtags), language, retweet, (number,))
        self._posts[number] = post
        return post

    def edits(self, post: XPost, text: str) -> XPost:
        """Let the author change a post, which gives it a new id."""
        number = self._free_id(self._now())
        edited = replace(post, id=number, whole=text, history=(*post.history, number))
        del self._posts[post.id]
        self._posts[number] = edited
        return edited

    def dislikes(self, handle: str) -> None:
        """Refuse every query that names an account, without saying which."""
        self._disliked.add(f"from:{handle}")

    def closes(self, handle: str) -> None:
        """Let an account and its posts be gone."""
        account = self._accounts.pop(handle.lower())
        self._posts = {number: post for number, post in self._posts.items() if post.account is not account}

    def _free_id(self, moment: datetime) -> int:
        number = first_id_at(moment)
        while number in self._posts:
            number += 1
        return number

    def search(self, sent: Mapping[str, str]) -> Refusal | Json:
        """Answer a recent search."""
        query, since = sent.get("query", ""), int(sent.get("since_id", "0"))
        oldest = self._now() - _DAYS_SEARCHED
        limit = first_id_at(oldest)
        if "since_id" in sent and since < limit:
            told = f"'since_id' must be a tweet id created after {oldest:%Y-%m-%dT%H:%MZ}. "
            hint = f"Please use a 'since_id' that is larger than {limit}"
            return x_bodies.invalid("since_id", sent["since_id"], told + hint)
        try:
            wanted = compiled(query, self._query_limit)
        except QueryRefused as refused:
            return x_bodies.invalid("query", query, str(refused))
        if self._disliked & set(query.replace("(", " ").replace(")", " ").split()):
            return x_bodies.invalid("query", query, "There were errors processing your request")
        below = first_id_at(self._now() - self._lag) if self._lag else 2**63
        if "next_token" in sent:
            paging = self._pagings.get(sent["next_token"])
            if paging is None or (paging.query, paging.since) != (query, since):
                return x_bodies.invalid("next_token", sent["next_token"], "'next_token' is not of this query")
            below = paging.below
        floor = max(since, limit)
        found = [post for number, post in self._posts.items() if floor < number < below and wanted(post)]
        shown = [post for post in found if not (post.account.protected or post.account.suspended)]
        return self._paged(sorted(shown, key=lambda post: post.id, reverse=True), sent, since)

    def _paged(self, found: list[XPost], sent: Mapping[str, str], since: int) -> Json:
        fields = set(sent.get("tweet.fields", "").split(","))
        page = found[: int(sent.get("max_results", "10"))]
        self.posts_sent += len(page)
        if not page:
            return {"meta": {"result_count": 0}}
        meta: Json = {
            "newest_id": str(page[0].id),
            "oldest_id": str(page[-1].id),
            "result_count": len(page),
        }
        if len(found) > len(page):
            token = f"page{len(self._pagings)}"
            self._pagings[token] = _Paging(sent["query"], since, page[-1].id)
            meta["next_token"] = token
        return {"data": [post.json(fields) for post in page], "meta": meta}

    def user(self, sent: Mapping[str, str]) -> Json:
        """Answer the look-up of one handle."""
        told = self._told("username", [sent["username"]], sent)
        found = told.pop("data", [])
        return told | ({"data": found[0]} if isinstance(found, list) and found else {})

    def users(self, sent: Mapping[str, str]) -> Json:
        """Answer the look-up of many handles."""
        return self._told("usernames", sent["usernames"].split(","), sent)

    def _told(self, parameter: str, handles: Iterable[str], sent: Mapping[str, str]) -> Json:
        fields = set(sent.get("user.fields", "").split(","))
        data: list[Json] = []
        errors: list[Json] = []
        for handle in handles:
            account = self._accounts.get(handle.lower())
            if account is None:
                errors.append(x_bodies.not_found(parameter, handle))
            elif account.suspended:
                errors.append(x_bodies.suspended(parameter, handle))
            else:
                data.append(account.json(fields))
        told: Json = {"data": data, "errors": errors}
        return {key: value for key, value in told.items() if value}

    def usage(self, _sent: Mapping[str, str]) -> Json:
        """Answer what has been used."""
        return {"data": {"project_id": "1", "project_cap": "3000000", "project_usage": str(self.posts_sent)}}
