"""What is known about an entry besides itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Context:
    """Where an entry came from, and when it is asked about."""

    source: str = ""  # its name, as people know it
    now: datetime | None = None  # aware; None: no age is known


NOTHING_KNOWN = Context()
