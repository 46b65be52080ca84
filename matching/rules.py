"""Which of the groups that an entry has a key of are hit for certain, and which must be asked."""

from __future__ import annotations

from collections.abc import Iterable

from matching.look import Look
from matching.together import Group
from matching.waits import Rule

Decided = tuple[list[Group], list[Group]]  # hit; to be asked


def decided(look: Look, groups: Iterable[Group]) -> Decided:
    """Decide about groups that were found at words which an entry has for certain."""
    hit: list[Group] = []
    doubts: list[Group] = []
    sure, has = look.sure, look.sure | look.maybe
    for group in set(groups):
        rule, others = group.rule, group.others
        if rule is Rule.HIT:
            hit.append(group)
        elif rule is Rule.WITH:
            if not has.isdisjoint(others):
                (doubts if sure.isdisjoint(others) else hit).append(group)
        elif rule is Rule.WITHOUT:
            if sure.isdisjoint(others):
                (hit if has.isdisjoint(others) else doubts).append(group)
        elif not others or not has.isdisjoint(others):
            doubts.append(group)
    return hit, doubts


def decided_running(look: Look, groups: Iterable[Group]) -> Decided:
    """Decide about groups that were found at characters of running text, each a word of its own."""
    hit: list[Group] = []
    doubts: list[Group] = []
    folded, dotted, traditional = look.folded, look.undotted is not look.folded, not look.simple
    for group in set(groups):
        rule, others = group.rule, group.others
        if traditional and group.wary:
            doubts.append(group)
        elif rule is Rule.HIT:
            hit.append(group)
        elif rule is Rule.ASK or (dotted and any(text in look.undotted for text in others)):
            doubts.append(group)
        elif rule is Rule.STANDS:
            if others[0] in folded and all(text in folded for text in others[1:]):
                hit.append(group)
        elif rule is Rule.ANY:
            if any(text in folded for text in others):
                hit.append(group)
        elif others[0] in folded and not any(text in folded for text in others[1:]):
            hit.append(group)
    return hit, doubts
