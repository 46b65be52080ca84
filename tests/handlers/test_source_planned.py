"""The screen of a source says how often it publishes, and why it is asked when it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.waiting import Why
from handlers.call import Policy
from model import Failure, FailureReason, SourceKind
from planning import Planned
from store import sources
from store.sources import Wanted
from tests.handlers.people import ANN, a_hark


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        (Planned(12.2, Why.BURST), "About 12 entries a day · it just spoke, so it is asked again soon"),
        (Planned(0.2, Why.RARE), "Less than one entry a day · it seldom speaks, so it is asked seldom"),
        (None, None),
    ],
    ids=["burst", "rare", "not planned"],
)
@pytest.mark.parametrize("failing", [False, True])
async def test_a_source_says_why_it_is_asked_then(
    tmp_path: Path, planned: Planned | None, said: str | None, failing: bool
) -> None:
    """How often it publishes and why it is asked now stand on its screen; of one that fails, why it fails."""
    async with a_hark(tmp_path, Policy(planned=lambda source, now: planned)) as hark:
        async with hark.database.begin() as conn:
            await sources.configure(
                conn, [Wanted(SourceKind.FEED, "https://a.example/feed", "Alpha")], hark.now
            )
            [feed] = await sources.shared(conn)
            why = Failure(FailureReason.TIMEOUT) if failing else None
            since = hark.now - timedelta(hours=1) if failing else None
            read = replace(feed, last_read=hark.now, failure=why, failing_since=since)
            await sources.settle(conn, [read])
        [shown] = await hark.says(ANN, "/sources")
        label = next(each for each in shown.labels if "Alpha" in each)
        [screen] = await hark.taps(ANN, label, shown)

    assert [line for line in screen.text.splitlines() if " a day" in line] == (
        [said] if said and not failing else []
    )
