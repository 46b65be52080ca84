"""Which story an item tells: incremental, one pass, in a bounded window.

Items come in the order in which they are kept. Each joins one story of the window or opens its own, and what
was decided stays decided. The state can be built again from that (`learn`), after a restart or for
what another process placed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime

from stories.digests import is_digest
from stories.forbidding import forbids
from stories.headline import headline
from stories.likeness import Fresh, likeness
from stories.report import Placement, Proof, Report
from stories.score import Score
from stories.terms import shown, terms_of
from stories.urls import canonical_url
from stories.window import Kept, Near, Window, crowd_of, kept_as, norms_of

_MOST = 100_000  # items in the window
# The score from which on two items are one story, and how it rises where many speak of the same subject: with
# one threshold for all, what holds for a day of all news joins the matches of one day of the Olympics.
_ENOUGH, _CROWDED, _CERTAIN = 0.65, 0.028, 0.97
_TITLE_OF_A_POST = 140  # characters of a post that are compared as its title
_COMPARED, _FAR = 6, 0.08  # of the nearest items, but none whose cosine is less
_SHOWN = 5
_LINK = re.compile(r"https?://[!-~]+")
_Prepared = tuple[Fresh, list[Near], float]


class Stories:
    """The stories of the last days."""

    def __init__(self, score: Score | None = None) -> None:
        """Start with an empty window; `score` weighs what items share (built in)."""
        self._score = score or Score.load()
        self._window = Window()
        self._story_of: dict[int, int] = {}
        self._members: defaultdict[int, set[int]] = defaultdict(set)
        self._pages: dict[str, int] = {}
        self._apart: set[tuple[int, int]] = set()

    def place(self, report: Report) -> Placement:
        """Return which story a new item tells, and take it in."""
        title, text = _said(report)
        if is_digest(title):
            return Placement(report.item_id, report.item_id, digest=True)
        prepared = self._prepare(report, title, text)
        placed = self._certain(report) or self._likely(report, title, prepared)
        self._keep(report, prepared, placed.story_id)
        return placed

    def learn(self, report: Report, story_id: int) -> None:
        """Take in an item whose story is decided: kept from before, or placed by another process."""
        title, text = _said(report)
        if not is_digest(title):
            self._keep(report, self._prepare(report, title, text), story_id)

    def split(self, item_id: int, story_id: int) -> None:
        """Take an item out of a story for good: it tells its own from now on."""
        self._apart.add((item_id, story_id))
        self._assign(item_id, item_id)

    def join(self, item_id: int, story_id: int) -> None:
        """Put an item, and those that joined its story, into another story, because somebody said so."""
        for each in tuple(self._members.get(self._story_of.get(item_id, 0), (item_id,))):
            self._assign(each, story_id)

    def forget(self, before: datetime) -> None:
        """Drop what was told before a time; calling it often costs nothing."""
        while (oldest := self._window.oldest()) and (oldest.at < before or len(self._window) > _MOST):
            self._window.drop(oldest.item_id)
            self._unassign(oldest.item_id)
        if len(self._pages) > 2 * _MOST:
            self._pages = {page: each for page, each in self._pages.items() if each in self._story_of}

    def _prepare(self, report: Report, title: str, text: str) -> _Prepared:
        terms = terms_of(title, text)
        weights = self._window.weights(terms)
        norms = norms_of(terms, weights)
        near = self._window.nearest(terms, weights, norms)
        return Fresh.of(terms, weights, norms, report.outlet, report.at), near, crowd_of(near)

    def _certain(self, report: Report) -> Placement | None:
        for proof, page in _pages_of(report):
            beside = self._pages.get(page)
            if beside in self._story_of and beside is not None and self._may(report.item_id, beside):
                return Placement(report.item_id, self._story_of[beside], proof, beside)
        return None

    def _likely(self, report: Report, title: str, prepared: _Prepared) -> Placement:
        new, near, crowd = prepared
        allowed = [
            each
            for each in near[:_COMPARED]
            if each.cosine > _FAR
            and self._may(report.item_id, each.kept.item_id)
            and not forbids(new, each.kept)
        ]
        scores = self._score.of(likeness(new, allowed))
        best = max(zip(scores, allowed, strict=True), key=lambda each: each[0], default=None)
        if best is None or best[0] <= min(_CERTAIN, _ENOUGH + _CROWDED * crowd):
            return Placement(report.item_id, report.item_id)
        kept = best[1].kept
        story = self._story_of[kept.item_id]
        return Placement(report.item_id, story, _proof(new, kept), kept.item_id, _shared(new, kept, title))

    def _may(self, item_id: int, beside: int) -> bool:
        return (item_id, self._story_of[beside]) not in self._apart

    def _keep(self, report: Report, prepared: _Prepared, story_id: int) -> None:
        new, _, crowd = prepared
        kept = kept_as(report.item_id, report.outlet, report.at, new.terms, new.norms)
        kept.crowd = crowd
        self._window.keep(kept)
        self._assign(report.item_id, story_id)
        for _, page in _pages_of(report):
            self._pages.setdefault(page, report.item_id)

    def _assign(self, item_id: int, story_id: int) -> None:
        self._unassign(item_id)
        self._story_of[item_id] = story_id
        self._members[story_id].add(item_id)

    def _unassign(self, item_id: int) -> None:
        story_id = self._story_of.pop(item_id, None)
        if story_id is None:
            return
        self._members[story_id].discard(item_id)
        if not self._members[story_id]:
            del self._members[story_id]


def _said(report: Report) -> tuple[str, str]:
    entry = report.entry
    if entry.title:
        return headline(entry.title, report.outlet), entry.text
    words = _LINK.sub(" ", entry.text)
    return words[:_TITLE_OF_A_POST], words[_TITLE_OF_A_POST:]


def _pages_of(report: Report) -> list[tuple[Proof, str]]:
    """Return the pages that an item stands under, and for a post the one that it links to or quotes."""
    entry = report.entry
    pages = [(Proof.PAGE, canonical_url(entry.url))] if entry.url else []
    links = _LINK.findall(entry.text) if entry.guid.startswith("x:") else []
    if len(links) == 1:  # of several it may be a list
        pages.append((Proof.LINK, canonical_url(links[0])))
    return pages


def _proof(new: Fresh, kept: Kept) -> Proof:
    if new.terms.folded == kept.folded:
        return Proof.COPY
    return Proof.NAMES if new.terms.wide != (2 * len(kept.chars) > len(kept.title)) else Proof.WORDS


def _shared(new: Fresh, kept: Kept, title: str) -> tuple[str, ...]:
    both = new.title.intersection((*kept.title, *kept.rest))
    rarest = sorted(both, key=lambda each: (-new.weights[each], -len(each), each))
    return tuple(shown(rarest, title)[:_SHOWN])
