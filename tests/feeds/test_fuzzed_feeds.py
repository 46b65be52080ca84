"""Whatever bytes a site sends and whatever address a person gives, Hark answers, soon, and the same twice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.feeds.fuzz import check_address, check_document, seeds

SEEDS = seeds()[:4]
JOINTS = [
    *(
        b"<item>",
        b"</item>",
        b"<entry>",
        b"</entry>",
        b"<title>",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"&",
    ),
    *(b"&#x0;", b"&amp;", b"<a ", b"='", b"\x00", b"\xff", b"\xe4\xb8", b"<", b">", b"xmlns:x=", b"<?xml?>"),
    *(b"</channel>", b"<rss>", b"<item/>", b'"', b"{", b"}]", b","),
]
HOSTS = [
    "127.1",
    "0x7f.1",
    "[::1]",
    "①②⑦.⓪.⓪.①",
    "example.com",
    "ex%61mple.com",
    "a@b",
    "xn--",
    "münchen.de",
    "",
]
PIECES = [
    "http",
    "https",
    "feed",
    ":",
    "//",
    "/",
    "?",
    "#",
    "@",
    "%",
    "\\",
    "\t",
    " ",
    ".",
    "..",
    "token=",
    "[",
    "]",
]
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Make a document of which parts were cut out, doubled or replaced."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 6))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 12))
        data[at : at + length] = draw(st.sampled_from(JOINTS) | st.binary(max_size=6))
    return bytes(data)


addresses = st.lists(st.sampled_from([*HOSTS, *PIECES]) | st.text(max_size=3), max_size=9).map("".join)


@QUICK
@given(damaged())
def test_a_damaged_document_is_read_or_refused(data: bytes) -> None:
    """A document with holes is a feed or none, and what is left out as known changes nothing in the rest."""
    check_document(data)


@QUICK
@given(addresses | st.text(max_size=40))
def test_an_address_has_one_normal_form(text: str) -> None:
    """An address that is accepted is brought into a form that stays as it is, and shows no secret."""
    check_address(text)


@pytest.mark.slow
@LONG
@given(damaged())
def test_many_damaged_documents_are_read_or_refused(data: bytes) -> None:
    """The same, for an hour."""
    check_document(data)


@pytest.mark.slow
@LONG
@given(addresses | st.text(max_size=60))
def test_many_addresses_have_one_normal_form(text: str) -> None:
    """The same, for thousands of addresses."""
    check_address(text)
