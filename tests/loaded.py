"""What is read from files once for all tests of a process: nobody changes it."""

from __future__ import annotations

from functools import cache

from locales import Catalogue
from matching.aliases import Table


@cache
def catalogue() -> Catalogue:
    """Return the messages in all languages."""
    return Catalogue.load()


@cache
def table() -> Table:
    """Return the table of names."""
    return Table.load()
