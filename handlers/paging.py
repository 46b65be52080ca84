"""Long lists in pages, turned by buttons under the message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from model import Button

SIZE = 8

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """A part of a list."""

    rows: tuple[_T, ...]
    number: int  # from 0
    pages: int

    @property
    def first(self) -> int:
        """The position of the first row in the whole list, from 1."""
        return self.number * SIZE + 1

    def arrows(self, name: str) -> tuple[tuple[Button, ...], ...]:
        """Return the row of buttons that turns the page, none where there is one page; data `name:page`."""
        if self.pages < 2:
            return ()
        before, after = (self.number - 1) % self.pages, (self.number + 1) % self.pages
        here = f"{self.number + 1}/{self.pages}"
        row = (("‹", before), (here, self.number), ("›", after))
        return (tuple(Button(label, f"{name}:{page}") for label, page in row),)


def page_of(rows: Sequence[_T], number: int) -> Page[_T]:
    """Return a page of `rows`; beyond the last one the last."""
    pages = max(1, -(-len(rows) // SIZE))
    number = min(max(number, 0), pages - 1)
    return Page(tuple(rows[number * SIZE : (number + 1) * SIZE]), number, pages)
