"""What X answers to searches, counts and time lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from tests.servers import x_bodies
from tests.servers.x_accounts import XPost, first_id_at, stamp
from tests.servers.x_behaviour import length
from tests.servers.x_billing import Answer, Kind
from tests.servers.x_bodies import Json, Refusal
from tests.servers.x_includes import answered, post_fields
from tests.servers.x_language import Node, QueryRefused, parsed
from tests.servers.x_matching import Matcher
from tests.servers.x_world import XWorld

_END = 2**63
_GRAIN = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}
_ORIGIN = datetime(2010, 1, 1, tzinfo=UTC)
_LATEST_END = timedelta(seconds=10)  # `end_time` may not be younger
_TIMELINE = 3200  # posts of one account that X lists


@dataclass(frozen=True, slots=True)
class _Paging:
    """What a `next_token` stands for."""

    asked: tuple[tuple[str, str], ...]  # the request, but for what may change from page to page
    below: int


@dataclass(frozen=True, slots=True)
class _Window:
    """Between which ids (both exclusive) a request looks."""

    above: int
    below: int


class Searches:
    """Answers to requests that the table of parameters allows."""

    def __init__(self, world: XWorld) -> None:
        self.refused: list[tuple[str, str]] = []  # queries, and why X would not have them
        self._world = world
        self._behaviour = world.behaviour
        self._matcher = Matcher(world.behaviour, world.members)
        self._trees: dict[str, Node] = {}
        self._pagings: dict[str, _Paging] = {}
        self._counted = 0

    def recent(self, sent: Mapping[str, str]) -> Refusal | Answer:
        """Answer a recent search."""
        found = self._found(sent)
        return found if isinstance(found, Refusal) else self._page(found, sent, "next_token")

    def counts(self, sent: Mapping[str, str]) -> Refusal | Answer:
        """Answer how many posts a search would find, by the hour if nothing else is asked."""
        tree = self._tree(sent)
        if isinstance(tree, Refusal):
            return tree
        window = self._window(sent)
        if isinstance(window, Refusal):
            return window
        begin, end = _moment_of(window.above), min(_moment_of(window.below), self._world.now())
        moments = [post.at for post in self._matching(tree, window)]
        buckets: list[Json] = []
        while begin < end:
            step = _GRAIN[sent.get("granularity", "hour")]
            following = min(end, _ORIGIN + ((begin - _ORIGIN) // step + 1) * step)
            count = sum(begin <= moment < following for moment in moments)
            buckets.append({"start": stamp(begin), "end": stamp(following), "tweet_count": count})
            begin = following
        self._counted += 1
        body: Json = {"data": buckets, "meta": {"total_tweet_count": len(moments)}}
        return Answer(body, ((Kind.COUNTS, str(self._counted)),))

    def timeline(self, sent: Mapping[str, str]) -> Refusal | Answer:
        """Answer the posts of one account, retweets among them."""
        account = self._world.numbered(sent["id"])
        if account is None or account.suspended:
            told = (
                x_bodies.not_found("id", sent["id"])
                if account is None
                else x_bodies.suspended("id", sent["id"])
            )
            return Answer({"errors": [told]})
        if account.protected:
            return Answer({"errors": [x_bodies.not_authorized("user", "id", sent["id"])]})
        left_out = sent.get("exclude", "").split(",")
        window = self._turned(sent, _Window(*self._bounds(sent, 0, _END)))
        if isinstance(window, Refusal):
            return window
        own = (post for post in self._world.between(window.above, _END) if post.account is account)
        found = (
            post
            for post in islice(own, _TIMELINE)
            if post.id < window.below
            and not (post.retweet and "retweets" in left_out)
            and not (post.replies_to and "replies" in left_out)
        )
        return self._page(found, sent, "pagination_token")

    def rule(self, value: str) -> Node | str:
        """Return what a rule of a stream asks, or why X would not have it."""
        limit, unit = self._behaviour.rule_limit, self._behaviour.unit
        if length(value, unit) > limit:
            return f"Rule exceeds maximum rule size (limit is {limit} characters)"
        try:
            return parsed(value)
        except QueryRefused as refused:
            return str(refused)

    def streamed(self, tree: Node, post: XPost) -> bool:
        """Tell whether a post goes into a stream with such a rule."""
        hidden = post.account.protected or post.account.suspended
        return not hidden and self._matcher.holds(tree, post, streamed=True)

    def _found(self, sent: Mapping[str, str]) -> Refusal | Iterator[XPost]:
        tree = self._tree(sent)
        if isinstance(tree, Refusal):
            return tree
        window = self._window(sent)
        return window if isinstance(window, Refusal) else self._matching(tree, window)

    def _matching(self, tree: Node, window: _Window) -> Iterator[XPost]:
        posts = self._world.between(window.above, window.below)
        return (post for post in posts if self._matcher.holds(tree, post))

    def _tree(self, sent: Mapping[str, str]) -> Refusal | Node:
        query = sent["query"]
        if query not in self._trees:
            try:
                self._trees[query] = self._read(query)
            except QueryRefused as refused:
                self.refused.append((query, str(refused)))
                return x_bodies.invalid(
                    "query", query, f"There were errors processing your request: {refused}"
                )
        return self._trees[query]

    def _read(self, query: str) -> Node:
        size, limit = length(query, self._behaviour.unit), self._behaviour.query_limit
        if size > limit:
            raise QueryRefused(
                f"query length {size} is over the limit of {limit} characters (at position {limit})"
            )
        if self._world.disliked & set(query.replace("(", " ").replace(")", " ").split()):
            raise QueryRefused("something about it")
        return parsed(query)

    def _window(self, sent: Mapping[str, str]) -> Refusal | _Window:
        """Return where a search looks: `since_id` and `until_id` go before the times."""
        now = self._world.now()
        oldest = now - self._behaviour.reach
        for name in ("since_id", "until_id"):
            if name in sent and int(sent[name]) < first_id_at(oldest):
                told = f"'{name}' must be a tweet id created after {oldest:%Y-%m-%dT%H:%MZ}. "
                hint = f"Please use a '{name}' that is larger than {first_id_at(oldest)}"
                return x_bodies.invalid(name, sent[name], told + hint)
        times = {
            name: datetime.fromisoformat(sent[name]) for name in ("start_time", "end_time") if name in sent
        }
        if "start_time" in times and times["start_time"] < oldest:
            told = f"'start_time' must be on or after {oldest:%Y-%m-%dT%H:%MZ}"
            return x_bodies.invalid("start_time", sent["start_time"], told)
        if "end_time" in times and times["end_time"] > now - _LATEST_END:
            told = "'end_time' must be a minimum of 10 seconds prior to the request time"
            return x_bodies.invalid("end_time", sent["end_time"], told)
        if len(times) == 2 and times["start_time"] >= times["end_time"]:
            return x_bodies.invalid("end_time", sent["end_time"], "'end_time' must be after 'start_time'")
        lag = self._behaviour.lag
        above, below = self._bounds(sent, first_id_at(oldest), first_id_at(now - lag) if lag else _END)
        return self._turned(sent, _Window(max(above, first_id_at(oldest)), below))

    def _bounds(self, sent: Mapping[str, str], above: int, below: int) -> tuple[int, int]:
        if "start_time" in sent:
            above = first_id_at(datetime.fromisoformat(sent["start_time"])) - 1
        if "end_time" in sent:
            below = first_id_at(datetime.fromisoformat(sent["end_time"]))
        return int(sent.get("since_id", above)), min(below, int(sent.get("until_id", _END)))

    def _turned(self, sent: Mapping[str, str], window: _Window) -> Refusal | _Window:
        """Return the window of a later page; the token has to be one of this very request."""
        token = sent.get("next_token", sent.get("pagination_token"))
        if token is None:
            return window
        paging = self._pagings.get(token)
        if paging is None or paging.asked != _lasting(sent):
            return x_bodies.invalid("next_token", token, f"Invalid 'next_token': {token}")
        return _Window(window.above, paging.below)

    def _page(self, found: Iterable[XPost], sent: Mapping[str, str], token_name: str) -> Answer:
        most = self._behaviour.most_on_page or 100
        size = min(int(sent.get("max_results", "10")), most)
        page = list(islice(found, size + 1))
        rest, page = page[size:], page[:size]
        meta: Json = {"result_count": len(page)}
        if page:
            meta = {"newest_id": str(page[0].id), "oldest_id": str(page[-1].id)} | meta
        if rest or (len(page) == size and self._behaviour.token_after_last):
            token = f"{token_name[0]}{len(self._pagings):015}"
            self._pagings[token] = _Paging(_lasting(sent), page[-1].id)
            meta["next_token"] = token
        answer = answered(page, sent, self._world)
        body: Json = {"data": [post.json(post_fields(sent)) for post in page]} if page else {}
        return Answer(body | answer.body | {"meta": meta}, answer.resources)


def _lasting(sent: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    changing = {"next_token", "pagination_token", "max_results"}
    return tuple(sorted((name, value) for name, value in sent.items() if name not in changing))


def _moment_of(number: int) -> datetime:
    milliseconds = min(number, first_id_at(datetime(2100, 1, 1, tzinfo=UTC))) >> 22
    return datetime.fromtimestamp((milliseconds + 1288834974657) / 1000, UTC)
