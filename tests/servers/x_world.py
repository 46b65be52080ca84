"""What the loopback X knows: accounts, posts and what happens to them. No network, no answers here."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from tests.servers.x_accounts import Account, XPost, first_id_at
from tests.servers.x_behaviour import Behaviour

_STREAMED = timedelta(minutes=1)
"""Posts made longer ago than this, as tests make them to have a past, are not streamed."""


class XWorld:
    """Accounts and posts, and the words with which a test makes things happen."""

    def __init__(self, now: Callable[[], datetime], behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.now = now
        self.members: dict[str, frozenset[str]] = {}  # handles (lower case) in each list
        self.disliked: set[str] = set()
        self._accounts: dict[str, Account] = {}
        self._posts: dict[int, XPost] = {}  # the newest version of each that is there
        self._order: list[int] = []  # its keys, ascending
        self._versions: dict[int, XPost] = {}  # the older ones
        self._taken: set[int] = set()  # no id is given twice
        self._heard: list[Callable[[XPost], None]] = []

    # what a test says

    def account(
        self,
        handle: str,
        name: str = "",
        id: str = "",  # noqa: A002 - X's word for it
        *,
        protected: bool = False,
        verified: bool = False,
    ) -> Account:
        """Open an account."""
        number = id or str(1_000 + len(self._accounts))
        account = Account(number, handle, name or handle, protected, verified=verified)
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
        media: bool = False,
        late: timedelta = timedelta(0),
    ) -> XPost:
        """Let an account (opened when it is new) post; text past 280 characters is long form, as on X.

        `late` is how long after it was made the post shows up in searches.
        """
        at = self.now() if at is None else at
        post = self._new(handle, text, at)
        post.hashtags, post.language, post.retweet, post.media = tuple(hashtags), language, retweet, media
        post.shown_from = at + late if late else None
        return self._keep(post)

    def edits(self, post: XPost, text: str) -> XPost:
        """Let the author change a post, which gives it a new id."""
        number = self._free_id(self.now())
        edited = replace(post, id=number, whole=text, history=(*post.history, number), shown_from=None)
        self._forget(post.id)
        for version in [post, *(self._versions[n] for n in post.history[:-1])]:
            self._versions[version.id] = replace(version, history=edited.history)
        return self._keep(edited)

    def deletes(self, post: XPost) -> None:
        """Let the author delete a post, all versions of it."""
        self._forget(post.id)
        for version in post.history[:-1]:
            self._versions.pop(version, None)

    def retweets(self, handle: str, post: XPost, at: datetime | None = None) -> XPost:
        """Let an account repost."""
        made = self._new(handle, f"RT @{post.handle}: {post.whole}"[:140], at)
        made.retweet, made.retweets, made.language = True, post, post.language
        return self._keep(made)

    def quotes(self, handle: str, text: str, post: XPost, at: datetime | None = None) -> XPost:
        """Let an account post `text` about another post."""
        made = self._new(handle, text, at)
        made.quotes = post
        return self._keep(made)

    def replies(self, handle: str, text: str, post: XPost, at: datetime | None = None) -> XPost:
        """Let an account answer a post."""
        made = self._new(handle, text, at)
        made.replies_to = post
        return self._keep(made)

    def lists(self, number: str, *handles: str) -> None:
        """Make a list of accounts, for `list:`."""
        self.members[number] = frozenset(handle.lower() for handle in handles)

    def renames(self, handle: str, new: str) -> Account:
        """Let an account take another handle; its number stays."""
        account = self._accounts.pop(handle.lower())
        account.handle = new
        self._accounts[new.lower()] = account
        return account

    def suspends(self, handle: str) -> None:
        """Let X suspend an account: neither it nor its posts are shown."""
        self._accounts[handle.lower()].suspended = True

    def protects(self, handle: str) -> None:
        """Let an account show its posts to its followers only."""
        self._accounts[handle.lower()].protected = True

    def closes(self, handle: str) -> None:
        """Let an account and its posts be gone."""
        account = self._accounts.pop(handle.lower())
        for number in [number for number, post in self._posts.items() if post.account is account]:
            self.deletes(self._posts[number])

    def dislikes(self, handle: str) -> None:
        """Refuse every query that names an account, without saying which."""
        self.disliked.add(f"from:{handle}")

    # what answers are made of

    def called(self, handle: str) -> Account | None:
        """Return the account of that name."""
        return self._accounts.get(handle.lower())

    def numbered(self, number: str) -> Account | None:
        """Return the account of that number."""
        return next((account for account in self._accounts.values() if account.id == number), None)

    def post(self, number: int) -> XPost | None:
        """Return one version of a post that has not been deleted."""
        return self._posts.get(number) or self._versions.get(number)

    def between(self, above: int, below: int) -> Iterator[XPost]:
        """Give the public posts with ids between these (both exclusive) that are indexed, newest first."""
        first, last = bisect.bisect_right(self._order, above), bisect.bisect_left(self._order, below)
        now = self.now()
        for place in range(last - 1, first - 1, -1):
            post = self._posts[self._order[place]]
            hidden = post.account.protected or post.account.suspended
            if not hidden and (post.shown_from is None or post.shown_from <= now):
                yield post

    def hears(self, listener: Callable[[XPost], None]) -> None:
        """Call `listener` with every post and every edit from now on."""
        self._heard.append(listener)

    def _new(self, handle: str, text: str, at: datetime | None) -> XPost:
        account = self.called(handle) or self.account(handle)
        moment = self.now() if at is None else at
        number = self._free_id(moment)
        return XPost(number, account, text, moment, history=(number,))

    def _keep(self, post: XPost) -> XPost:
        self._posts[post.id] = post
        bisect.insort(self._order, post.id)
        if post.id >= first_id_at(self.now() - _STREAMED):
            for listener in self._heard:
                listener(post)
        return post

    def _forget(self, number: int) -> None:
        if self._posts.pop(number, None) is not None:
            del self._order[bisect.bisect_left(self._order, number)]

    def _free_id(self, moment: datetime) -> int:
        number = first_id_at(moment)
        while number in self._taken:
            number += 1
        self._taken.add(number)
        return number
