"""How a source stands after a poll."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from feeds.health import settled
from model import Document, Entry, Failure, FailureReason, Source, SourceKind, Unchanged, Validators

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=1)
TAG = Validators('"a"', "", "https://example.com/feed")
NEW = Source(1, SourceKind.FEED, "https://example.com/feed", "", shared=True)
READ = replace(
    NEW,
    name="News",
    validators=TAG,
    body_hash=b"old",
    listing=((1, 11), (2, 12)),
    cursor="5",
    external_id="9",
    first_read=EARLIER,
    last_read=EARLIER,
    last_entry=EARLIER,
)


def document(**options: object) -> Document:
    """Return a document with one new entry beside the first of the old ones."""
    wanted: dict[str, object] = {"entries": ((3, Entry(title="x")),), "kept": (1,), "body_hash": b"new"}
    return Document(**(wanted | options))  # type: ignore[arg-type]


def test_the_first_read_is_remembered() -> None:
    """From the first success on, also one that brings nothing, what appears is news."""
    assert settled(NEW, Unchanged(), {}, NOW).first_read == NOW
    assert settled(NEW, document(), {3: 13}, NOW).first_read == NOW
    assert settled(READ, document(), {3: 13}, NOW).first_read == EARLIER
    assert settled(NEW, Failure(FailureReason.TIMEOUT), {}, NOW).first_read is None


def test_a_listing_is_what_the_document_lists() -> None:
    """New entries come first, old ones that are still listed stay, the others leave."""
    found = settled(READ, document(), {3: 13}, NOW)

    assert found.listing == ((3, 13), (1, 11))
    assert (found.body_hash, found.last_entry, found.last_read) == (b"new", NOW, NOW)


def test_what_was_passed_over_is_remembered() -> None:
    """Entries too many to be read are no news at the next poll, nor after a truncated document."""
    first = settled(NEW, document(kept=(), passed_over=(7, 8)), {3: 13}, NOW)
    assert first.listing == ((3, 13), (7, 0), (8, 0))

    cut_short = settled(first, document(entries=(), kept=(3, 8)), {}, NOW)
    assert cut_short.listing == ((3, 13), (8, 0), (7, 0))

    endless = settled(cut_short, document(entries=(), passed_over=tuple(range(100, 10_099))), {}, NOW)
    assert len(endless.listing) == 10_000
    assert endless.listing[-1] == (8, 0)


def test_a_document_without_new_entries_is_no_news() -> None:
    """Entries that leave a feed do not make it livelier."""
    found = settled(READ, document(entries=(), kept=(2,)), {}, NOW)

    assert (found.listing, found.last_entry) == (((2, 12),), EARLIER)


def test_a_feed_keeps_the_name_it_was_given() -> None:
    """A feed's own title names it only where nobody else did."""
    assert settled(NEW, document(title="Its title"), {}, NOW).name == "Its title"
    assert settled(READ, document(title="Its title"), {}, NOW).name == "News"


def test_an_unchanged_feed_keeps_everything() -> None:
    """A 304 changes when the feed was read and nothing else; it need not repeat its validators."""
    assert settled(READ, Unchanged(), {}, NOW) == replace(READ, last_read=NOW)


def test_new_validators_replace_the_old() -> None:
    """What the server said last is asked with next; a document without any forgets the old ones."""
    newer = Validators('"b"', "", "https://example.com/feed")

    assert settled(READ, Unchanged(newer), {}, NOW).validators == newer
    assert settled(READ, document(validators=newer), {}, NOW).validators == newer
    assert settled(READ, document(), {}, NOW).validators == Validators()


def test_an_outage_counts_from_its_first_failure() -> None:
    """It is known since when and why a source fails; a success ends it."""
    first = settled(READ, Failure(FailureReason.TIMEOUT), {}, EARLIER)
    second = settled(first, Failure(FailureReason.HTTP_STATUS, 503), {}, NOW)
    well = settled(second, Unchanged(), {}, NOW)

    assert (second.failing_since, second.failures) == (EARLIER, 2)
    assert second.failure == Failure(FailureReason.HTTP_STATUS, 503)
    assert (well.failing_since, well.failures, well.failure) == (None, 0, None)


def test_a_failure_forgets_nothing() -> None:
    """After an outage a source goes on where it was."""
    failed = settled(READ, Failure(FailureReason.NOT_A_FEED), {}, NOW)

    kept = replace(failed, failing_since=None, failures=0, failure=None)
    assert kept == READ


def test_a_move_is_counted_while_it_leads_to_one_place() -> None:
    """A permanent redirect is believed after some polls in a row; another target or none begins anew."""
    polls = ["a", "a", "a", "b", "", "b"]
    source, counts = READ, []
    for target in polls:
        source = settled(source, Unchanged(moved_to=target), {}, NOW)
        counts.append((source.moved_to, source.moved_polls))

    assert counts == [("a", 1), ("a", 2), ("a", 3), ("b", 1), ("", 0), ("b", 1)]


def test_x_goes_on_from_its_newest_post() -> None:
    """The place in a timeline and the account's id stay known when a poll brings none."""
    ahead = settled(READ, document(cursor="7", external_id="8"), {}, NOW)
    same = settled(READ, document(), {}, NOW)

    assert (ahead.cursor, ahead.external_id) == ("7", "8")
    assert (same.cursor, same.external_id) == ("5", "9")
