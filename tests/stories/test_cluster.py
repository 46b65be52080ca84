"""Which reports are put together to one story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from model import Entry
from stories.cluster import Stories
from stories.report import Placement, Proof, Report
from stories.terms import terms_of
from tests.stories.cases import Case, all_cases
from text import is_spaceless

CASES = all_cases()
BEGIN = datetime(2026, 3, 9, tzinfo=UTC)


def _told(number: int, title: str, *, outlet: str = "Herald", hours: float = 0, **entry: str) -> Report:
    at = BEGIN + timedelta(hours=hours)
    url = entry.pop("url", f"https://news.example/{number}")
    return Report(number, outlet, Entry(url=url, title=title, published=at, **entry), at)  # type: ignore[arg-type]


def _letters(placed: Iterable[Placement]) -> str:
    names: dict[int, str] = {}
    return "".join(
        "-" if each.digest else names.setdefault(each.story_id, "abcdef"[len(names)]) for each in placed
    )


def _after_other_news(case: Case) -> Stories:
    """Return stories that know ten days of other news: what is rare is seen beside what is said daily."""
    stories = Stories()
    said = {word for report in case.reports for word in _subject(report)}
    others = [report for other in CASES if other is not case for report in other.reports]
    for number, report in enumerate((each for each in others if len(said & _subject(each)) < 2), 1000):
        stories.learn(replace(report, item_id=number, at=report.at - timedelta(days=10)), number)
    return stories


def _subject(report: Report) -> set[str]:
    terms = terms_of(report.entry.title or report.entry.text, "")
    return {each for each in terms.title if len(each) > 4 or is_spaceless(each)}


@pytest.mark.parametrize("case", CASES, ids=[case.sentence for case in CASES])
def test_what_belongs_together_is_one_story(case: Case) -> None:
    """One event is one story however it is worded, and two events are two however alike they sound."""
    stories = _after_other_news(case)
    assert _letters(map(stories.place, case.reports)) == case.stories


@pytest.mark.parametrize("case", CASES, ids=[case.sentence for case in CASES])
def test_the_order_of_arrival_does_not_matter(case: Case) -> None:
    """Who comes first opens the story; who is in it stays the same."""
    stories = _after_other_news(case)
    turned = list(reversed(case.reports))
    told = {each.item_id: stories.place(each) for each in turned}
    assert _letters(told[each.item_id] for each in case.reports) == case.stories


def test_the_same_items_give_the_same_stories() -> None:
    """Two processes that see the same items in the same order agree on every story, score and word."""
    reports = [
        replace(report, item_id=number)
        for number, report in enumerate((r for case in CASES for r in case.reports), 1)
    ]
    one, two = Stories(), Stories()
    assert [one.place(each) for each in reports] == [two.place(each) for each in reports]


def test_a_restart_changes_nothing() -> None:
    """What was placed before a restart, learned again, leads to the same stories after it."""
    reports = [
        replace(report, item_id=number)
        for number, report in enumerate((r for case in CASES for r in case.reports), 1)
    ]
    before, after = Stories(), Stories()
    for each in reports[:100]:
        after.learn(each, before.place(each).story_id)
    assert [after.place(each) for each in reports[100:]] == [before.place(each) for each in reports[100:]]


def test_why_two_items_are_one_story_is_told() -> None:
    """The evidence names the kind, the item beside it and the words that both say."""
    stories = Stories()
    stories.place(_told(1, "Actor Morgan Delacroix, star of 'The Long Ferry', dies at 84"))
    placed = stories.place(_told(2, "Morgan Delacroix, 'The Long Ferry' star, dies at 84", outlet="Variety"))
    assert (placed.story_id, placed.proof, placed.beside) == (1, Proof.WORDS, 1)
    assert {"Morgan", "Delacroix"} <= set(placed.shared)
    assert len(placed.shared) <= 5


def test_one_page_is_one_story_whatever_its_title_says() -> None:
    """A page that two sources list, with tracking or without, is one story."""
    stories = Stories()
    stories.place(_told(1, "What we know so far", url="https://paper.example/a/1?utm_source=rss"))
    placed = stories.place(
        _told(2, "Bridge collapses in Arden", outlet="Other", url="https://paper.example/a/1")
    )
    assert (placed.story_id, placed.proof) == (1, Proof.PAGE)


def test_a_copy_is_told_by_its_kind() -> None:
    """The same title in another outlet, with its name at the end, is a copy."""
    stories = Stories()
    stories.place(_told(1, "Prime minister calls snap election for May 4", outlet="Herald"))
    placed = stories.place(_told(2, "Prime minister calls snap election for May 4 - Herald", outlet="Search"))
    assert (placed.story_id, placed.proof) == (1, Proof.COPY)


def test_what_somebody_split_stays_apart() -> None:
    """After *Split* the item tells its own story, and the old one does not pull it back."""
    stories = Stories()
    stories.place(_told(1, "Prime minister calls snap election for May 4"))
    stories.place(_told(2, "Prime minister calls snap election for May 4", outlet="Other"))
    stories.split(2, 1)
    third = _told(3, "Prime minister calls snap election for May 4", outlet="Third")
    assert stories.place(third).story_id in {1, 2}
    stories.forget(BEGIN + timedelta(hours=-1))
    again = _told(2, "Prime minister calls snap election for May 4", outlet="Other")
    assert stories.place(again).story_id == 2


def test_what_somebody_joined_stays_together() -> None:
    """After *Same story* later reports of either go to the one story."""
    stories = Stories()
    stories.place(_told(1, "Prime minister calls snap election for May 4"))
    stories.place(_told(2, "Voters of Astoria head to polls in spring, palace announces"))
    stories.join(2, 1)
    later = _told(3, "Voters of Astoria head to the polls in spring, palace announces", outlet="Third")
    assert stories.place(later).story_id == 1


def test_old_news_is_forgotten() -> None:
    """What was told before the window is no part of any story that goes on."""
    stories = Stories()
    stories.place(_told(1, "Prime minister calls snap election for May 4", hours=0))
    stories.place(_told(2, "Wildfire near Marbella forces hundreds from their homes", hours=90))
    stories.forget(BEGIN + timedelta(hours=80))
    again = _told(3, "Prime minister calls snap election for May 4", outlet="Other", hours=100)
    assert stories.place(again).opens
    fire = _told(4, "Wildfire near Marbella forces hundreds out of homes", outlet="Other", hours=100)
    assert stories.place(fire).story_id == 2


def test_what_has_no_words_is_its_own_story() -> None:
    """Two pictures without a word are not one story; two posts with one link are."""
    stories = Stories()
    pictures = [Report(number, "Pictures", Entry(guid=str(number)), BEGIN) for number in (1, 2)]
    assert [stories.place(each).story_id for each in pictures] == [1, 2]
    link = "https://news.example/a"
    posts = [Report(number, f"@a{number}", Entry(guid=f"x:{number}", text=link), BEGIN) for number in (3, 4)]
    assert [stories.place(each).story_id for each in posts] == [3, 3]


def test_a_subject_told_by_all_joins_less_easily() -> None:
    """Ten matches of one tournament on one day are ten stories."""
    pairs = ("Arden Leeds", "Bern Graz", "Cork Derby", "Dover Essen", "Exeter Faro", "Gent Hull")
    stories = Stories()
    for number, pair in enumerate(pairs, 1):
        one, two = pair.split()
        placed = stories.place(_told(number, f"World Cup of chess: {one} beats {two} in the second round"))
        assert placed.story_id == number, pair
