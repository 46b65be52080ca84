"""Buttons under what is wrong with a query: the corrected one to tap, and an address to follow.

A button says the place of its words among those that the message shows in <code>, so that it finds them there
whatever else stands so, and after a restart too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from errors import QueryError
from handlers.targets import Target
from handlers.words import address_of, label
from locales import Text
from model import Button

_MOST = 10  # buttons
_CODE = re.compile(r"<code>(.*?)</code>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Taking:
    """What taking a corrected query means: the tap, the words on its button, and what else its data says."""

    tap: str
    label: str
    rest: str = ""


def ways_out(
    html: str, errors: Sequence[QueryError], text: Text, taking: Taking
) -> tuple[tuple[Button, ...], ...]:
    """Return a row for each corrected query and each address that `html` shows."""
    shown = [unescape(each) for each in _CODE.findall(html)]
    rows: list[Button] = []
    for error in errors:
        address = address_of(error)
        if address is not None and address.address in shown:
            rows.append(_follow(text, address, shown))
        if error.suggestion and error.suggestion in shown:
            name = text.plain(taking.label, words=label(error.suggestion))
            rows.append(Button(name, f"{taking.tap}:{shown.index(error.suggestion)}{taking.rest}"))
    return tuple((each,) for each in rows[:_MOST])


def _follow(text: Text, address: Target, shown: Sequence[str]) -> Button:
    name = text.plain("follow-author-button", name=label(address.shown))
    return Button(name, f"fq:{shown.index(address.address)}")
