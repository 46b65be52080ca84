"""The rules that X keeps for the stream, brought to what is wanted: only what differs is asked, for free."""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from feeds.x_line import Keeps
from feeds.x_rules import TAG, Changes, KeptRule, RuleSet, changes
from model import Failure, FailureReason

_AT_ONCE = 100  # rules in one request: those of a bad one have to be sent again in halves
_TOO_MANY = 422

_log = structlog.get_logger(__name__)


class Rulebook:
    """Knows which rules X keeps. What X does not take is not tried again."""

    def __init__(self, x: Keeps, most: int) -> None:
        """Know nothing yet; X keeps at most `most` rules."""
        self._x = x
        self._most = most
        self._kept: dict[str, KeptRule] = {}  # by value
        self._known = False  # whether these are what X keeps, or only what it kept
        self._refused: set[str] = set()
        self._wanted = RuleSet()
        self._strangers = 0
        self._left: frozenset[str] = frozenset()
        self._covered: frozenset[str] = frozenset()

    @property
    def wanted(self) -> RuleSet:
        """What X was last to keep."""
        return self._wanted

    @property
    def covered(self) -> frozenset[str]:
        """The accounts of which the stream brings everything that is wanted."""
        return self._covered

    def forget(self) -> None:
        """Ask X what it keeps next time."""
        self._known = False

    async def bring_to(self, wanted: RuleSet) -> Failure | None:
        """Let X keep `wanted`; return why it does not, None also for what can only be searched for."""
        if self._known and wanted == self._wanted:
            return None
        self._wanted = wanted
        failure = await self._look()
        todo = changes(list(self._kept.values()), wanted.values)
        failure = failure or await self._do(todo)
        if failure is None and (todo.add or todo.delete):
            failure = await self._look()  # X gives rules their numbers
        self._known = failure is None
        self._covered = wanted.covered(self._kept)
        if self._known:
            self._say_left()
        return failure

    async def _look(self) -> Failure | None:
        found = await self._x.rules()
        if isinstance(found, Failure):
            return found
        self._kept = {rule.value: rule for rule in found}
        strangers = sum(rule.tag != TAG for rule in found)
        if strangers and strangers != self._strangers:
            _log.warning("X keeps rules that are not Hark's: it bills what they bring", rules=strangers)
        self._strangers = strangers
        return None

    async def _do(self, todo: Changes) -> Failure | None:
        """Add before deleting, so that nothing is missed meanwhile, unless there is no room for both."""
        add = [value for value in todo.add if value not in self._refused]
        ids = [rule.id for rule in todo.delete]
        first = len(self._kept) + len(add) <= self._most
        failure = await self._add(add) if first else None
        for begin in range(0, len(ids), _AT_ONCE):
            failure = failure or await self._x.delete(ids[begin : begin + _AT_ONCE])
        return failure or (None if first else await self._add(add))

    async def _add(self, values: Sequence[str]) -> Failure | None:
        todo = [values[begin : begin + _AT_ONCE] for begin in range(0, len(values), _AT_ONCE)]
        while todo:
            some = todo.pop(0)
            failure = await self._x.add(some)
            if failure is None:
                continue
            if failure.status == _TOO_MANY:
                return None  # fewer fit than was thought: the rest is searched for
            if failure.reason is not FailureReason.X_REFUSED:
                return failure
            if len(some) == 1:
                self._refused.add(some[0])
            else:
                middle = len(some) // 2
                todo[:0] = [some[:middle], some[middle:]]
        return None

    def _say_left(self) -> None:
        """Say once which accounts the stream cannot bring."""
        asked = {source.address for each in self._wanted.queries for source in each.sources}
        left = frozenset(asked - self.covered)
        if left and left != self._left:
            _log.warning("X's stream has no rules for some accounts: they are searched", accounts=len(left))
        self._left = left
