"""Guids that name a place in a list and not what stands there: "1" to "10", "item-3", "latest", "…/top#3"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# A generator that counts writes a short name and a small number; one that names articles writes more.
_SLOT = re.compile(r"(?P<page>\S+#)?\D{0,12}\d{0,3}")


def slots(guids: Iterable[str]) -> list[str]:
    """Return those that look like places: so short that another entry may stand there the next day.

    A place on a page counts where several are of that page: BBC News counts an article's revisions so.
    """
    found = [(guid, place["page"] or "") for guid in guids if (place := _SLOT.fullmatch(guid.strip()))]
    pages = Counter(page for _, page in found)
    return [guid for guid, page in found if not page or pages[page] > 1]
