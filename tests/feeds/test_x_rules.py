"""What rules X keeps for the stream, and what is changed in them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from feeds.x_rulebook import Rulebook
from feeds.x_rules import KeptRule, RuleLimits, RuleSet, changes, rule_set
from model import Failure, FailureReason, Wants

LIMITS = RuleLimits()
REFUSED = Failure(FailureReason.X_REFUSED, 400)
AWAY = Failure(FailureReason.HTTP_STATUS, 503)


def some(*words: str) -> Wants:
    """Return wants of words."""
    return Wants(frozenset(words))


class Shelf:
    """Keeps rules as X does, and what was asked of it."""

    def __init__(self, *kept: KeptRule, most: int = 1000, bad: Sequence[str] = ()) -> None:
        self.kept = {rule.id: rule for rule in kept}
        self.asked: list[str] = []
        self.away = False
        self._most = most
        self._bad = bad
        self._made = 0

    async def rules(self) -> tuple[KeptRule, ...] | Failure:
        """Return the rules there are."""
        self.asked.append("list")
        return AWAY if self.away else tuple(self.kept.values())

    async def add(self, values: Sequence[str]) -> Failure | None:
        """Add all or none."""
        self.asked.append(f"add {len(values)}")
        if any(value in self._bad for value in values):
            return REFUSED
        if len(self.kept) + len(values) > self._most:
            return Failure(FailureReason.HTTP_STATUS, 422)
        for value in values:
            self._made += 1
            self.kept[f"n{self._made}"] = KeptRule(f"n{self._made}", value, "hark")
        return None

    async def delete(self, ids: Sequence[str]) -> Failure | None:
        """Delete these."""
        self.asked.append(f"delete {len(ids)}")
        for each in ids:
            self.kept.pop(each)
        return None

    @property
    def values(self) -> set[str]:
        """The rules."""
        return {rule.value for rule in self.kept.values()}


def test_rules_are_queries_of_the_plan() -> None:
    """Accounts with the same words share a rule, and one that is followed for everything has no words."""
    wants = {"a": some("x"), "b": some("x"), "c": Wants(full=True), "d": Wants()}

    assert set(rule_set(wants, LIMITS).values) == {
        "(from:a OR from:b) (x) -is:retweet",
        "(from:c) -is:retweet",
    }


WORDS = st.sets(st.sampled_from([f"word{number}" for number in range(40)] + ["比特币", '"two words"']))
ACCOUNTS = st.sampled_from([f"account_{number}" for number in range(30)])


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(ACCOUNTS, st.builds(Wants, WORDS.map(frozenset), st.booleans())), st.integers(120, 600)
)
def test_rules_bring_what_is_wanted_and_nothing_else(wants: dict[str, Wants], rule: int) -> None:
    """No rule is too long; every word is asked of each account that wants it, and of no other."""
    made = rule_set(wants, RuleLimits(rule=rule))

    assert all(sum(1 + (char > "\u2e80") for char in value) <= rule for value in made.values)
    asked = {(s.address, word) for each in made.queries for s in each.sources for word in each.words or ("",)}
    assert asked == {
        (account, word) for account, each in wants.items() for word in ({""} if each.full else each.words)
    }


def test_rules_stay_as_they_are_where_they_can() -> None:
    """A new word for one account leaves the rules of the others untouched."""
    wants = {f"account_{number}": some(f"word{number}", "x") for number in range(20)}
    before = rule_set(wants, LIMITS)

    after = rule_set(wants | {"account_3": some("word3", "x", "new")}, LIMITS, before)

    assert len(set(before.values) - set(after.values)) <= 2


def test_only_our_own_rules_are_deleted() -> None:
    """What somebody else keeps in the same app stays; what is there already is not added."""
    kept = (KeptRule("1", "old", "hark"), KeptRule("2", "theirs", ""), KeptRule("3", "same", "hark"))

    todo = changes(kept, ["same", "new", "new", "theirs"])

    assert (todo.add, [rule.id for rule in todo.delete]) == (("new",), ["1"])


def test_an_account_is_covered_when_all_its_rules_are_kept() -> None:
    """Half of what is wanted of an account is not enough to leave it to the stream."""
    made = rule_set({"a": some(*(f"word{number}" for number in range(200))), "b": some("x")}, LIMITS)
    mine = [value for value in made.values if "from:a" in value]

    assert len(mine) > 1
    assert made.covered(made.values) == {"a", "b"}
    assert made.covered(set(made.values) - {mine[0]}) == {"b"}
    assert made.covered([]) == frozenset()


async def test_x_is_asked_for_what_differs_only() -> None:
    """The same rules again cost no request; another word costs what it takes."""
    shelf = Shelf()
    book = Rulebook(shelf, 1000)
    first, second = rule_set({"a": some("x")}, LIMITS), rule_set({"a": some("y")}, LIMITS)
    assert await book.bring_to(first) is None
    assert await book.bring_to(first) is None
    assert shelf.asked == ["list", "add 1", "list"]

    shelf.asked.clear()
    assert await book.bring_to(second) is None
    assert (shelf.asked, shelf.values) == (["list", "add 1", "delete 1", "list"], set(second.values))
    assert book.covered == {"a"}


async def test_a_full_shelf_is_emptied_first() -> None:
    """Where there is no room for old and new rules at once, the old ones go first."""
    shelf = Shelf(KeptRule("1", "old", "hark"), most=1)
    book = Rulebook(shelf, 1)

    assert await book.bring_to(rule_set({"a": some("x")}, RuleLimits(rules=1))) is None

    assert shelf.asked == ["list", "delete 1", "add 1", "list"]
    assert book.covered == {"a"}


async def test_bad_rules_are_found_among_many_and_not_tried_again() -> None:
    """One rule that X refuses keeps no other away."""
    wants = {f"account_{number}": some(f"word{number}") for number in range(9)}
    made = rule_set(wants, LIMITS)
    shelf = Shelf(bad=[made.values[4]])
    book = Rulebook(shelf, 1000)
    with capture_logs() as said:
        assert await book.bring_to(made) is None
        shelf.asked.clear()
        book.forget()
        assert await book.bring_to(made) is None

    assert shelf.values == set(made.values) - {made.values[4]}
    assert len(book.covered) == 8
    assert "add" not in " ".join(shelf.asked)
    assert [line["accounts"] for line in said] == [1]


async def test_fewer_rules_than_thought_are_no_failure() -> None:
    """X may allow less than the configuration says: the rest is searched, which is said once."""
    made = rule_set({f"account_{number}": some(f"word{number}") for number in range(150)}, LIMITS)
    shelf = Shelf(most=100)
    book = Rulebook(shelf, 1000)
    with capture_logs() as said:
        assert await book.bring_to(made) is None
        assert await book.bring_to(made) is None

    assert (len(shelf.kept), len(book.covered)) == (100, 100)
    assert [line["accounts"] for line in said] == [50]


async def test_what_was_kept_is_remembered_while_x_is_away() -> None:
    """A failure of X to list its rules does not make anybody forget them, and it is asked again."""
    shelf = Shelf()
    book = Rulebook(shelf, 1000)
    both = {"a": some("x"), "b": some("y")}
    await book.bring_to(rule_set(both, LIMITS))
    shelf.away = True

    assert await book.bring_to(rule_set(both | {"c": some("z")}, LIMITS, book.wanted)) == AWAY
    assert book.covered == {"a", "b"}
    shelf.away = False
    assert await book.bring_to(rule_set(both | {"c": some("z")}, LIMITS, book.wanted)) is None
    assert book.covered == {"a", "b", "c"}


@pytest.mark.parametrize("most", [1, 2])
def test_no_more_rules_than_there_may_be(most: int) -> None:
    """What is beyond the number of rules is no rule."""
    made = rule_set({"a": some("x"), "b": some("y"), "c": some("z")}, RuleLimits(rules=most))

    assert len(made.values) == most
    assert len(made.covered(made.values)) == most


def test_nothing_wanted_means_no_rule() -> None:
    """Without watches there is nothing to stream."""
    assert rule_set({}, LIMITS) == RuleSet((), 1000)
