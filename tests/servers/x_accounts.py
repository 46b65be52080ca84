"""What the loopback X holds: accounts and their posts, and how it tells of them."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.servers.x_bodies import Json

_EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657000, tzinfo=UTC)
_ALWAYS = {"id", "text", "edit_history_tweet_ids"}
_SHORT = 280
"""Characters of a post that `text` holds; what is longer is whole in `note_tweet` only."""


def first_id_at(moment: datetime) -> int:
    """Return the smallest id of a post made at `moment`."""
    return (moment - _EPOCH) // timedelta(milliseconds=1) << 22


@dataclass(slots=True)
class Account:
    """One account; its fields may be changed at any time."""

    id: str
    handle: str
    name: str
    protected: bool = False
    suspended: bool = False

    def json(self, fields: set[str]) -> Json:
        """Return the account as a look-up shows it."""
        told: Json = {"id": self.id, "username": self.handle, "name": self.name}
        return told | ({"protected": self.protected} if "protected" in fields else {})


@dataclass(slots=True)
class XPost:
    """One post in its present version."""

    id: int
    account: Account
    whole: str
    at: datetime
    hashtags: tuple[str, ...] = ()
    language: str = "en"
    retweet: bool = False
    history: tuple[int, ...] = ()  # ids of all versions, this one last

    @property
    def handle(self) -> str:
        """The author's present name."""
        return self.account.handle

    @property
    def url(self) -> str:
        """Where the post is shown to people."""
        return f"https://x.com/{self.handle}/status/{self.id}"

    def json(self, fields: set[str]) -> Json:
        """Return the post as a search shows it when it is asked for `fields`."""
        is_long = len(self.whole) > _SHORT
        short = self.whole[: _SHORT - 30] + "… https://t.co/abcdefghij" if is_long else self.whole
        entities = {"hashtags": [{"start": 0, "end": len(tag) + 1, "tag": tag} for tag in self.hashtags]}
        told: Json = {
            "id": str(self.id),
            "text": html.escape(short, quote=False),
            "edit_history_tweet_ids": [str(version) for version in self.history],
            "author_id": self.account.id,
            "created_at": self.at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "lang": self.language,
        }
        if self.hashtags and not is_long:
            told["entities"] = entities
        if is_long:
            note: Json = {"text": html.escape(self.whole, quote=False)}
            told["note_tweet"] = note | ({"entities": entities} if self.hashtags else {})
        if self.retweet:
            told["referenced_tweets"] = [{"type": "retweeted", "id": "1"}]
        return {name: value for name, value in told.items() if name in fields | _ALWAYS}
