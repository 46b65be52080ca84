"""What must hold for any bytes and any address, and a program that looks for bytes for which it does not.

    python -m tests.feeds.fuzz documents|addresses [seconds]

Guided by coverage where atheris is installed (`make fuzz` tries to); the input that breaks something is
printed and kept as `crash-…`. Without it the tests of `test_fuzzed_feeds.py` are what there is.
"""

from __future__ import annotations

import importlib
import sys
import time
from pathlib import Path
from types import ModuleType

from feeds.addresses import Target, judge_hop, judge_url, printable
from feeds.entry import web_url
from feeds.rss import parse
from model import Document, Entry, Failure

URL = "https://site.example/feed.xml"
_HERE = Path(__file__).resolve().parent
_SHARED = _HERE.parents[1].parent / "shared" / "feeds"
_LONGEST = 10.0  # seconds of CPU for a document that a fuzzer makes: they are small
_CONTROLS = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))


def check_document(data: bytes) -> None:
    """Read a document whole and cut: it must be an outcome, soon, and both must say the same."""
    began = time.process_time()
    whole = parse(data, "", URL)
    assert time.process_time() - began < _LONGEST, "too slow"
    if isinstance(whole, Failure):
        return
    numbers = [number for number, _ in whole.entries]
    fresh = frozenset(numbers[::2])
    part = parse(data, "", URL, frozenset((*numbers, *whole.passed_over)) - fresh)
    assert isinstance(part, Document), part
    expected = dict(whole.entries)
    assert [number for number, _ in part.entries] == [n for n in numbers if n in fresh], "other entries"
    for number, entry in part.entries:
        # in ill-nested documents the library lets one entry leak into the next: alone it is what it says
        assert entry in (expected[number], _alone(data, whole, number)), "cut differs from whole and alone"
    for _, entry in whole.entries:
        assert not _CONTROLS & set(entry.title + entry.text + entry.author), "a control character"
        assert not entry.url or entry.url.startswith(("http://", "https://")), entry.url


def _alone(data: bytes, whole: Document, number: int) -> Entry | None:
    others = (*(other for other, _ in whole.entries if other != number), *whole.passed_over)
    read = parse(data, "", URL, frozenset(others))
    return dict(read.entries).get(number) if isinstance(read, Document) else None


def check_address(text: str) -> None:
    """Judge an address: its normal form must stay as it is, and nothing may be shown that is secret."""
    target = judge_url(text)
    if isinstance(target, Target):
        again = judge_url(target.address)
        assert again == target, (target, again)
        assert target.url.isascii(), target.url
        assert target.url.isprintable(), target.url
        assert "@" not in target.url.partition("://")[2].partition("/")[0], target.url
        assert not target.userinfo or f"//{target.userinfo}@" not in printable(target.address), target.address
        judge_hop(target, text)
    linked = web_url(URL, text)
    assert not linked or web_url(URL, linked) == linked, (linked, web_url(URL, linked))


def seeds() -> list[bytes]:
    """Return documents to begin with: a few of our own, and the real ones where they are."""
    own = [
        b"<rss version='2.0'><channel><title>c</title><item><title>a &amp; b</title><link>/1</link>"
        b"<guid>g</guid></item><item><title>b</title></item></channel></rss>",
        b"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/x/'><entry><id>1</id><title type='html'>"
        b"&lt;b&gt;a</title><link href='y'/></entry><entry><id>2</id></entry></feed>",
        b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"<p>a"},{"id":2}]}',
        b"<?xml version='1.0' encoding='gb2312'?><!DOCTYPE rss><rss><channel><item><title>\xbd\xf0",
    ]
    return own + [path.read_bytes() for path in sorted(_SHARED.glob("*.*")) if path.stat().st_size < 40_000]


def _guided() -> ModuleType | None:
    try:
        return importlib.import_module("atheris")
    except ImportError:
        return None


def main() -> None:
    """Look for an input that breaks something, for some seconds."""
    what, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "60"
    atheris = _guided()
    if atheris is None:
        print("atheris is not installed: only the tests of tests/feeds/test_fuzzed_feeds.py look here")
        return
    corpus = Path(f".fuzz-{what}")
    corpus.mkdir(exist_ok=True)
    if what == "documents":
        for number, seed in enumerate(seeds()):
            (corpus / f"seed-{number}").write_bytes(seed)

    def one(data: bytes) -> None:
        if what == "documents":
            check_document(data)
        else:
            check_address(data.decode("utf-8", "surrogateescape"))

    atheris.instrument_all()
    options = [f"-max_total_time={seconds}", "-timeout=20", "-max_len=4096", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
