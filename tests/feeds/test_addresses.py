"""Which addresses Hark goes to, and what of a URL it shows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from feeds.addresses import Network, Target, is_public, judge_hop, judge_url, networks, printable
from model import Failure, FailureReason

LOOPBACK = networks(["127.0.0.0/8"])


def _target(url: str) -> Target:
    target = judge_url(url)
    assert isinstance(target, Target), url
    return target


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.200.3.4",
        "0.0.0.1",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.31.255.255",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.251",
        "255.255.255.255",
        "168.63.129.16",
        "192.0.0.192",
        "192.88.99.1",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:8.8.8.8]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b:1::1]",
        "[2001:0:7f00:1::]",
        "[2001:db8::1]",
        "[2002:7f00:1::]",
        "[3fff::1]",
        "[fd00::1]",
        "[fe80::1]",
        "[fe80::1%25eth0]",
        "[fec0::1]",
        "[ff02::1]",
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "127.0.0.1.",
    ],
)
def test_an_address_that_not_everybody_reaches_is_refused(host: str) -> None:
    """Nobody can make Hark read from the machine it runs on, its network or its cloud."""
    assert judge_url(f"http://{host}/feed") == Failure(FailureReason.NOT_PUBLIC)


@pytest.mark.parametrize(
    "host",
    ["127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "0", "8.8.8.8.8", "0x"],
)
@pytest.mark.parametrize("allowed", [(), LOOPBACK], ids=["closed", "open"])
def test_an_address_in_an_unusual_spelling_is_never_guessed(host: str, allowed: Sequence[Network]) -> None:
    """An address that parsers read differently is refused, also where loopback is allowed."""
    assert judge_url(f"http://{host}/", allowed) == Failure(FailureReason.NOT_PUBLIC)


@pytest.mark.parametrize("host", ["①②⑦.⓪.⓪.①", "127。0。0。1", "１２７.0.0.1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ"])
def test_another_script_does_not_hide_an_address(host: str) -> None:
    """Letters and digits from elsewhere in Unicode are read as what they stand for."""
    assert judge_url(f"http://{host}/") == Failure(FailureReason.NOT_PUBLIC)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "8.8.8.8", "100.63.0.1", "2606:4700::1111", "2a00:1450:4001::1"]
)
def test_an_ordinary_address_is_public(address: str) -> None:
    """Addresses that everybody reaches are not refused by mistake."""
    assert is_public(address)


def test_what_is_no_address_is_not_public() -> None:
    """Text that is not an address never counts as a public one."""
    assert not is_public("example.com")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.com/feed",
        "//example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "ftp://example.com/feed.xml",
        "data:application/rss+xml,<rss/>",
        "javascript:alert(1)",
        "feed:feed:https://example.com/",
        "http://",
        "http:///feed",
        "http://[nonsense]/",
        "http://[127.0.0.1]/",
        "http://example.com\\@127.0.0.1/",
        "http://example\t.com/",
        "http://example.com/a b",
        "http://example.com/a\u200bb",
        "http://example.com/\r\nX: 1",
        "http://example.com%00.example.org/",
        "http://one#@two/",
        "http://one?@two/",
        "http://a@b@c/",
        "http://example.com:22/",
        "http://example.com:6379/",
        "http://example.com:0/",
        "http://example.com:99999/",
        "http://example.com:999999999999/",
        "http://example.com:8o/",
        "http://example..com/",
        "http://-example.com/",
        "http://" + "a" * 64 + ".com/",
        "http://☕.example/",
        "http://example.com/" + "a" * 2048,
        "http://example.com/" + "标" * 500,
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    """Other schemes, services that are not the web, and URLs that parsers read differently are refused."""
    assert judge_url(url) == Failure(FailureReason.BAD_URL)


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTPS://Example.COM.:443", "https://example.com/"),
        ("http://example.com:8080/a?b#c", "http://example.com:8080/a?b"),
        ("feed://example.com/rss", "http://example.com/rss"),
        ("feed:https://example.com/rss", "https://example.com/rss"),
        ("https://例子.测试/标签?q=é", "https://xn--fsqu00a.xn--0zwm56d/%E6%A0%87%E7%AD%BE?q=%C3%A9"),
        ("http://example.com/%0d%0aX:%201", "http://example.com/%0d%0aX:%201"),
        ("https://my_blog.example.com/", "https://my_blog.example.com/"),
        ("http://[2A00:1450:4001:0::1]/", "http://[2a00:1450:4001::1]/"),
    ],
)
def test_a_url_is_brought_into_one_form(url: str, normal: str) -> None:
    """However a person writes an address, one spelling of it is fetched, and nothing in it is decoded."""
    assert _target(url).url == normal


def test_loopback_opens_when_the_operator_says_so() -> None:
    """With 127.0.0.0/8 allowed, a feed on this machine can be followed by number and by name."""
    assert isinstance(judge_url("http://127.0.0.1:8080/feed", LOOPBACK), Target)
    assert isinstance(judge_url("http://localhost:8080/feed", LOOPBACK), Target)
    assert judge_url("http://[::1]:8080/feed", LOOPBACK) == Failure(FailureReason.NOT_PUBLIC)


def test_credentials_are_taken_apart_and_not_shown() -> None:
    """A password in an address goes into a header; neither the normal form nor a log line holds it."""
    target = _target("https://user:pa%3A55@example.com/feed")

    assert target.url == "https://example.com/feed"
    assert target.authorization == "Basic dXNlcjpwYTo1NQ=="
    assert target.address == "https://user:pa%3A55@example.com/feed"
    assert "55" not in repr(target)


def test_both_ways_to_one_host_share_its_turns() -> None:
    """http and https of a site count as one host; a service on a port of its own is another."""
    assert _target("http://example.com/").slot == _target("https://example.com/").slot
    assert _target("http://example.com:8080/").slot != _target("http://example.com/").slot


@pytest.mark.parametrize(
    ("location", "url", "authorized"),
    [
        ("/new", "https://example.com/new", True),
        ("https://example.com:443/new", "https://example.com/new", True),
        ("http://example.com/new", "http://example.com/new", False),
        ("https://example.org/", "https://example.org/", False),
        ("https://me:mine@example.org/", "https://example.org/", False),
        ("a b", "https://example.com/a%20b", True),
    ],
)
def test_credentials_stay_with_their_site(location: str, url: str, authorized: bool) -> None:
    """A redirect to another site, or to the same one unencrypted, does not take the password along."""
    hop = judge_hop(_target("https://user:pass@example.com/feed"), location)

    assert isinstance(hop, Target)
    assert hop.url == url
    assert bool(hop.authorization) is authorized


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://169.254.169.254/latest", FailureReason.NOT_PUBLIC),
        ("//127.0.0.1/", FailureReason.NOT_PUBLIC),
        ("file:///etc/passwd", FailureReason.BAD_URL),
        ("gopher://example.com/", FailureReason.BAD_URL),
        ("data:text/xml,<rss/>", FailureReason.BAD_URL),
        ("/a\r\nX: 1", FailureReason.BAD_URL),
        ("http://[", FailureReason.BAD_URL),
        ("/" + "a" * 1_000_000, FailureReason.BAD_URL),
    ],
)
def test_a_redirect_is_judged_like_a_first_address(location: str, reason: FailureReason) -> None:
    """A redirect cannot lead where a person could not send Hark."""
    assert judge_hop(_target("https://example.com/feed"), location) == Failure(reason)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.com/feed?token=SECRET", "https://example.com/feed?token=***"),
        ("https://u:SECRET@example.com/", "https://***@example.com/"),
        (
            "https://r.example/.rss?feed=SECRET&user=SECRET&n=1",
            "https://r.example/.rss?feed=***&user=***&n=1",
        ),
        ("https://e.example/?api_key=SECRET", "https://e.example/?api_key=***"),
        ("https://e.example/?a=1&X-Amz-Signature=SECRET#x", "https://e.example/?a=1&X-Amz-Signature=***#x"),
        ("https://e.example/?authkey=SECRET", "https://e.example/?authkey=***"),
        ("https://e.example/?key=SECRET&keyword=news", "https://e.example/?key=***&keyword=news"),
        ("https://e.example/?feed=rss2&author=3&tag=ai", "https://e.example/?feed=rss2&author=3&tag=ai"),
        ("nonsense //u:SECRET@", "nonsense //***@"),
        ("https://example.com/@someone/feed", "https://example.com/@someone/feed"),
    ],
)
def test_a_shown_address_holds_no_secret(url: str, shown: str) -> None:
    """Logs, errors and lists show an address without its password, token or key, and otherwise as it is."""
    assert printable(url) == shown
