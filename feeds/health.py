"""How a source stands after a poll: pure, from what it was and what the poll brought."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from feeds.sifting import MAX_LISTED
from model import Document, Failure, Outcome, Source, SourceKind, Unchanged, Validators


def settled(source: Source, outcome: Outcome, listed: dict[int, int], now: datetime) -> Source:
    """Return the source as it stands after `outcome`; `listed` gives the items of its new fingerprints."""
    if isinstance(outcome, Failure):
        since = source.failing_since or now
        return replace(source, failures=source.failures + 1, failing_since=since, failure=outcome)
    follows_on = bool(outcome.moved_to) and outcome.moved_to == source.moved_to
    healthy = replace(
        source,
        failures=0,
        failing_since=None,
        failure=None,
        last_read=now,
        first_read=source.first_read or now,
        validators=_validators(source, outcome),
        moved_to=outcome.moved_to,
        moved_polls=source.moved_polls + 1 if follows_on else int(bool(outcome.moved_to)),
    )
    if isinstance(outcome, Unchanged):
        return healthy
    return replace(
        healthy,
        name=source.name or outcome.title,
        body_hash=outcome.body_hash,
        listing=_listing(source, outcome, listed),
        cursor=outcome.cursor or source.cursor,
        external_id=outcome.external_id or source.external_id,
        last_entry=now if listed else source.last_entry,
        owner=(outcome.title or source.owner) if source.kind is SourceKind.X else "",
    )


def _listing(source: Source, document: Document, listed: dict[int, int]) -> tuple[tuple[int, int], ...]:
    """Return what the document lists, and what was ever passed over: no key knows that when it is back."""
    kept = set(document.kept)
    items = (pair for pair in source.listing if pair[0] in kept and pair[1])
    before = [number for number, item_id in source.listing if not item_id]
    before.sort(key=lambda number: number not in kept)
    passed_over = (*document.passed_over, *before)[:MAX_LISTED]
    return (*listed.items(), *items, *((number, 0) for number in passed_over))


def _validators(source: Source, outcome: Document | Unchanged) -> Validators:
    """A 304 need not repeat the validators that it confirms (RFC 9110 section 15.4.5)."""
    if isinstance(outcome, Unchanged) and not outcome.validators.url:
        return source.validators
    return outcome.validators
