"""What the loopback X holds: accounts and their posts, and how it tells of them."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.servers.x_bodies import Json
from tests.servers.x_entities import shortened, told_of

_EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657000, tzinfo=UTC)
_ALWAYS = {"id", "text", "edit_history_tweet_ids"}
_NEWER = {"note_post": "note_tweet", "referenced_posts": "referenced_tweets"}  # names of `post.fields`
SHORT = 280
"""Characters of a post that `text` holds; what is longer is whole in `note_tweet` only."""
_KEPT = SHORT - 30
_CUT = "… https://t.co/abcdefghij"


def first_id_at(moment: datetime) -> int:
    """Return the smallest id of a post made at `moment`."""
    return (moment - _EPOCH) // timedelta(milliseconds=1) << 22


def stamp(moment: datetime) -> str:
    """Return a moment as X writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"


@dataclass(slots=True)
class Account:
    """One account; its fields may be changed at any time, its handle by `XWorld.renames`."""

    id: str
    handle: str
    name: str
    protected: bool = False
    suspended: bool = False
    verified: bool = False

    def json(self, fields: set[str]) -> Json:
        """Return the account as a look-up shows it."""
        told: Json = {"id": self.id, "username": self.handle, "name": self.name}
        more = {"protected": self.protected, "verified": self.verified}
        return told | {name: value for name, value in more.items() if name in fields}


@dataclass(slots=True)
class XPost:
    """One version of a post."""

    id: int
    account: Account
    whole: str
    at: datetime
    hashtags: tuple[str, ...] = ()  # beyond those that the text shows
    language: str = "en"
    retweet: bool = False
    history: tuple[int, ...] = ()  # ids of all versions, the newest last
    shown_from: datetime | None = None  # searches find it from then on; None: at once
    retweets: XPost | None = None
    quotes: XPost | None = None
    replies_to: XPost | None = None
    media: bool = False

    @property
    def handle(self) -> str:
        """The author's present name."""
        return self.account.handle

    @property
    def url(self) -> str:
        """Where the post is shown to people."""
        return f"https://x.com/{self.handle}/status/{self.id}"

    @property
    def is_long(self) -> bool:
        """Tell whether the text is cut."""
        return len(shortened(self.whole)[0]) > SHORT

    @property
    def short(self) -> str:
        """The text as it was written, to where X cuts it."""
        return self.whole[:_KEPT] if self.is_long else self.whole

    @property
    def conversation(self) -> int:
        """The id of the post that began the conversation."""
        return self.replies_to.conversation if self.replies_to else self.history[0]

    def json(self, fields: Iterable[str]) -> Json:
        """Return the post as an answer shows it when it is asked for `fields`."""
        whole, leads = shortened(self.whole)
        text = whole[:_KEPT] + _CUT if self.is_long else whole
        entities = told_of(text, leads, () if self.is_long else self.hashtags)
        told: Json = {
            "id": str(self.id),
            "text": html.escape(text, quote=False),
            "edit_history_tweet_ids": [str(version) for version in self.history],
            "author_id": self.account.id,
            "conversation_id": str(self.conversation),
            "created_at": stamp(self.at),
            "lang": self.language,
            "possibly_sensitive": False,
            "reply_settings": "everyone",
        }
        if entities:
            told["entities"] = entities
        if self.is_long:
            noted = told_of(whole, leads, self.hashtags)
            note: Json = {"text": html.escape(whole, quote=False)}
            told["note_tweet"] = note | ({"entities": noted} if noted else {})
        if self.replies_to:
            told["in_reply_to_user_id"] = self.replies_to.account.id
        if references := self._references():
            told["referenced_tweets"] = references
        wanted = set(fields) | _ALWAYS
        shown = {name: value for name, value in told.items() if name in wanted}
        return shown | {
            newer: told[name] for newer, name in _NEWER.items() if newer in wanted and name in told
        }

    def _references(self) -> list[Json]:
        references = [
            (kind, post)
            for kind, post in (
                ("retweeted", self.retweets),
                ("quoted", self.quotes),
                ("replied_to", self.replies_to),
            )
            if post is not None
        ]
        told: list[Json] = [{"type": kind, "id": str(post.id)} for kind, post in references]
        return told or ([{"type": "retweeted", "id": "1"}] if self.retweet else [])

    @property
    def referenced(self) -> tuple[XPost, ...]:
        """The posts that this one is about."""
        return tuple(post for post in (self.retweets, self.quotes, self.replies_to) if post is not None)
