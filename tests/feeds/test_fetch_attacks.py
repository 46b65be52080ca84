"""Every attack of the shared list that concerns addresses, played against the real fetcher.

The list lies beside the repository and is not a part of it; without it these tests are skipped, and the tests
of addresses, dialling and responses still hold one of each trap.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from feeds.addresses import printable
from feeds.fetch import Fetcher, FetchLimits
from model import Failure, FailureReason
from tests.servers.dialler import Dialler, Names

LIST = Path(__file__).resolve().parents[2].parent / "shared" / "fetch-attacks.tsv"
INSIDE = "10.9.8.7"
OUTSIDE = "8.8.4.4"  # never reached: the dialler makes sockets for loopback only


def _rows(group: str) -> list[tuple[str, str, str]]:
    """Return (id, input, must) of a group's rows, one with a reason to skip where the list is not there."""
    if not LIST.exists():
        return []
    rows = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines()[1:]]
    return [(row[0], row[2], row[3]) for row in rows if row[1] == group]


def _urls(text: str) -> list[str]:
    """Return the URLs that a row describes, its words turned into what they mean."""
    text = text.replace("\\t", "\t") if "a real TAB inside" in text else text
    text = re.sub(r" \(.*\)$", "", text)
    text = re.sub(r" \+ ([\d,]+) letters$", lambda found: "a" * int(found[1].replace(",", "")), text)
    return text.split(" and ")


ROWS = [(number, url, must) for number, text, must in _rows("url") for url in _urls(text)]


def test_the_shared_list_is_there() -> None:
    """A person who has the shared list sees all its addresses tried; one without it sees why not."""
    if not LIST.exists():
        pytest.skip("the shared list of attacks is not beside this repository")
    assert len(ROWS) >= 63


@pytest.mark.parametrize(
    ("number", "url", "must"), ROWS, ids=[f"{number}-{url[:40]!a}" for number, url, _ in ROWS]
)
async def test_an_address_of_the_list_is_treated_as_it_must(number: str, url: str, must: str) -> None:
    """An address that must be refused is refused before anything is dialled; an honest one is dialled."""
    names = Names({name: [[INSIDE]] for name in ("intranet", "metadata.google.internal")})
    names.answers["example.com"] = [[OUTSIDE]]
    dialler = Dialler()
    async with Fetcher(FetchLimits(), user_agent="Hark", resolver=names, connect=dialler) as fetcher:
        answer = await fetcher.fetch(url)

    assert isinstance(answer, Failure), number
    if "refuse" in must:
        assert dialler.dialled == []
        assert answer.reason in (FailureReason.NOT_PUBLIC, FailureReason.BAD_URL)
        assert "not public" not in must or answer.reason is FailureReason.NOT_PUBLIC
    else:
        assert set(dialler.dialled) == {OUTSIDE}
        assert answer.reason is FailureReason.UNREACHABLE


@pytest.mark.parametrize(
    ("number", "url", "must"), [row for row in ROWS if "***" in row[2]], ids=lambda value: str(value)[:20]
)
def test_a_secret_of_the_list_is_not_shown(number: str, url: str, must: str) -> None:
    """An address with a password or a token is shown without it."""
    shown = printable(url)

    assert "***" in shown, (number, must)
    assert "SECRET" not in shown
    assert "pa55" not in shown
