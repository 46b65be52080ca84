"""The tables. A column that may be null says what a null means; times are microseconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)
from sqlalchemy.types import TypeDecorator

HEAD = "0021"
"""The newest migration; a database that stands here needs no migration run."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(TypeDecorator[datetime]):
    """An aware UTC time kept as whole microseconds, alike on every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Turn a time into microseconds."""
        return None if value is None else (value - _EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Turn microseconds into a time."""
        return None if value is None else instant(value)


def instant(microseconds: int) -> datetime:
    """Return the time that is kept as so many microseconds."""
    return _EPOCH + timedelta(microseconds=microseconds)


BigId = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

source = Table(
    "source",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("kind", String(8), nullable=False),
    Column("address", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("shared", Boolean, nullable=False, server_default=false()),
    Column("interval", BigInteger),  # microseconds; null: the configured one
    Column("due", Instant),  # null: nobody wants it, it is not polled; while claimed: when the lease ends
    Column("scheduled", Instant),  # when the claimed poll was due; null: not claimed
    Column("lease", Integer, nullable=False, server_default="0"),
    Column("etag", Text, nullable=False, server_default=""),
    Column("last_modified", Text, nullable=False, server_default=""),
    Column("validators_url", Text, nullable=False, server_default=""),
    Column("body_hash", LargeBinary, nullable=False),
    Column("listing", LargeBinary, nullable=False),  # pairs of 64-bit fingerprint and item id
    Column("cursor", String(24), nullable=False, server_default=""),
    Column("external_id", String(24), nullable=False, server_default=""),
    Column("first_read", Instant),  # null: never read, so what it holds will be baseline
    Column("last_read", Instant),
    Column("last_entry", Instant),
    Column("failing_since", Instant),  # null: healthy
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("failure_reason", String(24), nullable=False, server_default=""),
    Column("failure_status", Integer, nullable=False, server_default="0"),
    Column("guids_repeat", Boolean, nullable=False, server_default=false()),
    Column("urls_repeat", Boolean, nullable=False, server_default=false()),
    Column("moved_to", Text, nullable=False, server_default=""),
    Column("moved_polls", Integer, nullable=False, server_default="0"),
    Column("told", Boolean, nullable=False, server_default=false()),  # its outage was told to its followers
    Column("identified", Instant),  # X: when its number and name were last looked up; null: never
    Column("audited", Instant),  # X: when it was last read without words; null: never
    Column("owner", Text, nullable=False, server_default=""),  # X: what the account calls itself
    UniqueConstraint("kind", "address"),
    Index("source_due", "kind", "due"),
)

item = Table(
    "item",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("source_id", BigId, nullable=False),
    Column("guid", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("published", Instant),  # null: the source gives none
    Column("language", String(35), nullable=False),
    Column("tags", Text, nullable=False),  # JSON list
    Column("media", Text, nullable=False),  # JSON list
    Column("found", Instant, nullable=False),
    Column("seen", Instant, nullable=False),  # when a source last stopped listing it, or found
    Column("baseline", Boolean, nullable=False),
    Column("gone", Instant),  # when its author was found to have deleted it; null: still there
    Column("was", Text, nullable=False, server_default=""),  # the title it was told by, where that changed
    Column("correction", Text, nullable=False, server_default=""),  # how its source says that it corrected it
    Index("item_seen", "seen"),
    Index("item_source", "source_id"),
)

item_key = Table(
    "item_key",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("item_id", BigId, primary_key=True, autoincrement=False),
    Index("item_key_item", "item_id"),
)

chat = Table(
    "chat",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(12), nullable=False),
    Column("title", Text, nullable=False),
    Column("language", String(12), nullable=False),
    Column("state", String(8), nullable=False),
    Column("paused", Boolean, nullable=False, server_default=false()),  # asked for, while out of reach too
    Column("since", Instant),  # null: in its first state since ever
    Column("previews", Boolean, nullable=False, server_default=false()),
    Column("silent", Boolean, nullable=False, server_default=false()),
    Column("told", String(24), nullable=False, server_default=""),  # last trouble told to its administrators
    Column("zone", String(64), nullable=False, server_default=""),  # "": nobody chose
    Column("buttons", Boolean, nullable=False, server_default=true()),
    Column("news", Boolean, nullable=False, server_default=true()),
    Column("chose_language", Boolean, nullable=False, server_default=true()),
    Column("proposals", Boolean, nullable=False, server_default=true()),  # members may propose watches
)

watch = Table(
    "watch",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),  # null: General, or a chat without topics
    Column("query", Text, nullable=False),
    Column("created", Instant, nullable=False),
    Column("paused", Boolean, nullable=False, server_default=false()),
    Column("muted_until", Instant),  # null: not muted
    Column("deleted", Boolean, nullable=False, server_default=false()),
    Column("revision", BigInteger, nullable=False),
    Column("tree", Text),  # JSON; null: made by a release that kept the text alone, which is read then
    Column("choice", Text, nullable=False, server_default=""),  # JSON; "": names as they come
    Column("whole", Boolean, nullable=False, server_default=false()),  # X: accounts may be read whole for it
    Column("silent", Boolean, nullable=False, server_default=false()),
    Column("anchors", Text),  # JSON, what the index finds it by; null: to be made
    Column("least", Integer, nullable=False, server_default="1"),  # independent sources of a story
    Column("marks", String(64)),  # what its alerts reply to; null: as configured
    Index("watch_revision", "revision"),
    Index("watch_chat", "chat_id"),
)

chat_name = Table(
    "chat_name",  # what a chat calls somebody: other names, all of one
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("names", Text, nullable=False),  # JSON list
    Column("created", Instant, nullable=False),
    Index("chat_name_chat", "chat_id"),
)

looked_up = Table(
    "looked_up",  # what the public table of names answered, nothing included
    metadata,
    Column("name", String(200), primary_key=True),
    Column("found", Text, nullable=False),  # JSON
    Column("looked", Instant, nullable=False),
)

follow = Table(
    "follow",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("source_id", BigId, primary_key=True, autoincrement=False),
    Column("mode", String(12), nullable=False),
    Column("created", Instant, nullable=False),
    Column("thread_id", BigInteger),  # null: General, or a chat without topics
    Index("follow_source", "source_id"),
)

delivery = Table(
    "delivery",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("kind", String(8), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("due", Instant, nullable=False),
    Column("item_id", BigId),  # null: not an alert
    Column("source_id", BigId),  # null: not an alert
    Column("hits", Text, nullable=False, server_default="[]"),
    Column("message", Text),  # JSON; null for alerts, which are rendered when they are sent
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("uncertain", Boolean, nullable=False, server_default=false()),
    Column("lease", Integer, nullable=False, server_default="0"),
    Column("message_id", BigInteger),  # null: not sent yet
    Column("created", Instant, nullable=False),
    Column("sent", Instant),
    Column("error", Text, nullable=False, server_default=""),
    Column("broadcast_id", BigId),  # null: not part of one
    Column("alert_id", BigId),  # null: neither an edit nor a reply of an alert
    Column("renewed", Boolean, nullable=False, server_default=false()),  # not editable, sent again once
    UniqueConstraint("chat_id", "item_id"),
    Index("delivery_queue", "state", "priority", "due"),
    Index("delivery_message", "chat_id", "message_id"),
    Index("delivery_broadcast", "broadcast_id", "chat_id"),
    Index("delivery_alert", "alert_id"),
)

report = Table(
    "report",  # which story an item tells, decided once
    metadata,
    Column("item_id", BigId, primary_key=True, autoincrement=False),
    Column("story_id", BigId, nullable=False),  # the item that opened the story
    Column("proof", String(8), nullable=False),  # "": it opened the story
    Column("beside", BigId, nullable=False),  # the item of the story that it agrees with most; 0: none
    Column("shared", Text, nullable=False),  # JSON list of words that both say
    Column("digest", Boolean, nullable=False),
    Index("report_story", "story_id"),
)

telling = Table(
    "telling",  # in which alert a chat is told what reports the same as an item
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("item_id", BigId, primary_key=True, autoincrement=False),
    Column("delivery_id", BigId, nullable=False),
    Index("telling_delivery", "delivery_id"),
)

joined = Table(
    "joined",  # a later report of a story, as part of the alert that told the chat of it
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("item_id", BigId, primary_key=True, autoincrement=False),
    Column("delivery_id", BigId, nullable=False),  # the alert
    Column("source_id", BigId, nullable=False),
    Column("thread_id", BigInteger),  # null: General, or a chat without topics
    Column("hits", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("said", Boolean, nullable=False, server_default=false()),  # the message lists it
    Column("fresh", Text, nullable=False, server_default="[]"),  # JSON list: watches told by it first
    Column("mark", Integer, nullable=False, server_default="0"),  # how many sources it made them; 0: no mark
    Column("turn", String(12), nullable=False, server_default=""),  # how it turned the story; "": it did not
    Column("line", Text, nullable=False, server_default=""),  # what it said newly
    Column("reply_id", BigId),  # the reply that tells it; null: none does
    Index("joined_delivery", "delivery_id"),
    Index("joined_reply", "reply_id"),
)

waiting = Table(
    "waiting",  # hits that wait until more independent sources report their story
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("item_id", BigId, primary_key=True, autoincrement=False),
    Column("story_id", BigId, nullable=False),
    Column("source_id", BigId, nullable=False),
    Column("thread_id", BigInteger),  # null: General, or a chat without topics
    Column("hits", Text, nullable=False),
    Column("needs", Text, nullable=False),  # JSON: sources that each watch asks for
    Column("at", Instant, nullable=False),
    Index("waiting_story", "story_id"),
)

quiet = Table(
    "quiet",  # chats that must not be written to for a while; their deliveries stay due, in order
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("until", Instant, nullable=False),
    Index("quiet_until", "until"),
)

held = Table(
    "held",  # hits that were not told because the watch, or its chat, was at rest
    metadata,
    Column("item_id", BigId, primary_key=True, autoincrement=False),
    Column("watch_id", BigId, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("by", String(12), nullable=False),
    Column("at", Instant, nullable=False),
    Column("since", Instant),  # of the chat's rest; null: not known
    Column("until", Instant),  # of a mute; null: no mute
    Index("held_at", "at"),
    Index("held_chat", "chat_id"),
)

over = Table(
    "over_quota",  # alerts beyond what a chat may have in a day
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("item_id", BigId, primary_key=True, autoincrement=False),
    Column("source_id", BigId, nullable=False),
    Column("at", Instant, nullable=False),
    Column("counted", Boolean, nullable=False, server_default=false()),  # the day's message counts it
    Index("over_quota_at", "at"),
    Index("over_quota_counted", "counted"),
)

over_told = Table(
    "quota_told",  # which message counts what is over
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Instant, nullable=False),  # when it began
    Column("delivery_id", BigId, nullable=False),
)

outage = Table(
    "outage",  # which message told a chat that a source fails
    metadata,
    Column("delivery_id", BigId, primary_key=True, autoincrement=False),
    Column("source_id", BigId, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("since", Instant, nullable=False),
    Column("reason", String(24), nullable=False),
    Column("status", Integer, nullable=False),
    Column("ended", Instant),  # null: it still fails
    Column("shown", Boolean, nullable=False, server_default=false()),  # the message says that it ended
    Index("outage_source", "source_id"),
)

consent = Table(
    "consent",  # a wish that costs money, for an operator to allow
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("watch_id", BigId),  # null: everything of an account is wished for
    Column("source_id", BigId),  # null: accounts read whole for a watch are
    Column("price", BigInteger, nullable=False),
    Column("offered", Instant, nullable=False),
    Column("asked", Instant),  # null: the operators were not asked
    Column("decided", Instant),  # null: they have not answered
    Column("allowed", Boolean, nullable=False, server_default=false()),
    Column("told", Text, nullable=False),  # deliveries that ask them, by number
    Index("consent_chat", "chat_id"),
)

access = Table(
    "access",  # what the operators said of a chat or person; outlives the chat, so it has no `chat_id`
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("verdict", String(8), nullable=False),
    Column("since", Instant, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("told", Boolean, nullable=False, server_default=false()),  # that they are banned
    Index("access_verdict", "verdict", "since"),
)

proposal = Table(
    "proposal",  # what a member of a group wishes to watch, for its administrators to decide
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("user_id", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),  # queries, a line each
    Column("made", Instant, nullable=False),
    Index("proposal_chat", "chat_id"),
)

broadcast = Table(
    "broadcast",  # what an operator tells all chats
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),  # the operator's
    Column("text", Text, nullable=False),
    Column("stage", String(8), nullable=False),
    Column("message_id", BigInteger),  # null: no message shows how far it is
    Column("made", Instant, nullable=False),
)

trouble = Table(
    "trouble",  # what went wrong lately
    metadata,
    Column("hour", Integer, primary_key=True, autoincrement=False),  # since 1970, UTC
    Column("kind", String(16), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last", Instant, nullable=False),
    Column("detail", Text, nullable=False),
)

errand = Table(
    "errand",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("kind", String(16), nullable=False),
    Column("payload", Text, nullable=False),
    Column("due", Instant, nullable=False),
    Column("lease", Integer, nullable=False, server_default="0"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("told_to", BigInteger),  # null: answered in its own chat; else where its manager speaks for it
    Column("told_thread", BigInteger),
    Index("errand_due", "due"),
)

dialog = Table(
    "dialog",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("asked", String(16), nullable=False),  # the command whose words are awaited
    Column("expires", Instant, nullable=False),
    Column("about", BigInteger),  # the chat that is spoken for; null: the one in which it is asked
)

manager = Table(
    "manager",  # who administers which chats, as far as Hark saw it
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chosen", Boolean, nullable=False, server_default=false()),  # spoken for in private
    Column("seen", Instant, nullable=False),
)

billed = Table(
    "billed",  # what X has billed today: the same again on one UTC day is free
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),  # since 1970, UTC
    Column("kind", String(8), primary_key=True),
    Column("resource", String(24), primary_key=True),
)

spent = Table(
    "spent",  # what X has cost; money is in millionths of a dollar
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(8), primary_key=True),
    Column("returned", BigInteger, nullable=False),  # all that came, what is free included
    Column("billed", BigInteger, nullable=False),
    Column("cost", BigInteger, nullable=False),
)

reserved = Table(
    "reserved",  # the most that a call under way may cost
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("cost", BigInteger, nullable=False),
    Column("created", Instant, nullable=False),
)

charged = Table(
    "charged",  # what was bought for a watch; 0: for none
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("watch_id", BigId, primary_key=True, autoincrement=False),
    Column("reads", BigInteger, nullable=False),
    Column("cost", BigInteger, nullable=False),
)

missed_word = Table(
    "missed_word",  # what X searches otherwise than Hark matches: whom it is wanted of is read whole
    metadata,
    Column("word", String(512), primary_key=True),
    Column("since", Instant, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
