"""What an answer holds beside its data: objects that expansions ask for, and what all of it costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.servers.x_accounts import Account, XPost
from tests.servers.x_billing import Answer, Kind, Resource
from tests.servers.x_bodies import Json
from tests.servers.x_entities import found_in
from tests.servers.x_world import XWorld


def post_fields(sent: Mapping[str, str]) -> set[str]:
    """Return the fields of posts that a request asks for, by X's older and newer names."""
    return set(sent.get("tweet.fields", "").split(",")) | set(sent.get("post.fields", "").split(","))


def answered(posts: Sequence[XPost], sent: Mapping[str, str], world: XWorld) -> Answer:
    """Return the member `includes` for `posts`, and all that is billed of an answer with them."""
    wanted = set(sent.get("expansions", "").split(",")) - {""}
    more = {post.id: post for post in _more_posts(posts, wanted, world)}
    people = {account.id: account for account in _people(posts, wanted, world)}
    fields = set(sent.get("user.fields", "").split(","))
    includes: Json = {}
    if people:
        includes["users"] = [account.json(fields) for account in people.values()]
    if more:
        includes["tweets"] = [post.json(post_fields(sent)) for post in more.values()]
    billed: list[Resource] = [(Kind.POST, str(post.id)) for post in posts]
    if world.behaviour.bills_expansions:
        billed += [(Kind.POST, str(number)) for number in more]
        billed += [(Kind.USER, number) for number in people]
    return Answer({"includes": includes} if includes else {}, tuple(billed))


def _more_posts(posts: Sequence[XPost], wanted: set[str], world: XWorld) -> Iterable[XPost]:
    if wanted & {"referenced_tweets.id", "referenced_posts"}:
        yield from (other for post in posts for other in post.referenced)
    if wanted & {"edit_history_tweet_ids", "edit_history_post_ids"}:
        versions = (world.post(number) for post in posts for number in post.history if number != post.id)
        yield from (version for version in versions if version is not None)


def _people(posts: Sequence[XPost], wanted: set[str], world: XWorld) -> Iterable[Account]:
    for post in posts:
        if "author_id" in wanted:
            yield post.account
        if "in_reply_to_user_id" in wanted and post.replies_to:
            yield post.replies_to.account
        if "referenced_tweets.id.author_id" in wanted:
            yield from (other.account for other in post.referenced)
        if "entities.mentions.username" in wanted:
            mentions = (entity.value for entity in found_in(post.short) if entity.kind == "mentions")
            yield from filter(None, map(world.called, mentions))
