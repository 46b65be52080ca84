"""What is asked about an entry that is no text to search: its addresses, site, account, language and age."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from matching.fields import host
from matching.language import language, speaks
from matching.plan import Age
from matching.regexes import places
from matching.tree import Name
from model import Entry, Field, Reason
from text import fold_key

_ADDRESS = re.compile(r"(?:https?://|(?<![\w.@/-])www\.)[!-~]+", re.IGNORECASE)
_TRAILING = ".,;:!?'\")]}>"


def reasons(term: str, field: Name, value: str, entry: Entry) -> Iterator[Reason]:
    """Yield where an entry shows that its `field` is `value`."""
    match field:
        case Name.LANG:
            tag = language(entry)
            if speaks(tag, value):
                yield Reason(term, Field.LANG, tag, 0, len(tag))
        case Name.FROM:
            if entry.author and _account(entry.author) == _account(value):
                yield Reason(term, Field.AUTHOR, entry.author, 0, len(entry.author))
        case Name.SITE:
            wanted = host(value)
            yield from (each for each in _addresses(term, entry) if _is_of(host(each.text), wanted))
        case _:
            wanted = value.casefold()
            yield from (each for each in _addresses(term, entry) if wanted in each.text.casefold())


def search(term: str, pattern: str, any_case: bool, entry: Entry) -> Iterator[Reason]:
    """Yield where a regular expression is found in the addresses of an entry."""
    for address in _addresses(term, entry):
        for start, end in places(pattern, any_case, address.text):
            begin = address.start + start
            yield Reason(term, address.field, address.text[start:end], begin, address.start + end)
            break


def age(asked: Age, entry: Entry, now: datetime | None) -> Iterator[Reason]:
    """Yield the date of an entry when it is as young or old as asked; without a date nothing is."""
    if now is None or entry.published is None:
        return
    old = now - entry.published
    if old < asked.limit if asked.younger else old > asked.limit:
        shown = entry.published.isoformat()
        yield Reason(asked.term, Field.PUBLISHED, shown, 0, len(shown))


def _account(name: str) -> str:
    return fold_key(name).strip().removeprefix("@")


def _is_of(found: str, wanted: str) -> bool:
    """Tell whether a host is the wanted one or below it."""
    return found == wanted or found.endswith(f".{wanted}")


def _addresses(term: str, entry: Entry) -> Iterator[Reason]:
    """Yield the entry's own address and those in its title and text, each as a reason."""
    if entry.url:
        yield Reason(term, Field.URL, entry.url, 0, len(entry.url))
    for field, text in ((Field.TITLE, entry.title), (Field.TEXT, entry.text)):
        for found in _ADDRESS.finditer(text):
            address = found[0].rstrip(_TRAILING)
            yield Reason(term, field, address, found.start(), found.start() + len(address))
