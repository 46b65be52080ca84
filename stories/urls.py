"""Which page a URL names, whatever road leads there: a key to compare, never fetched and never shown.

What stays: host, path, query in a fixed order, and a fragment that names a part of the page (`#comment-12`).
What goes: scheme, `www`, mobile and AMP dress, tracking parameters (`tracking.txt`), default ports, trailing
slashes, redirectors that carry their target in plain sight. Opaque ones (feedproxy, news.google.com) stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

from w3lib.url import canonicalize_url

_MAX_HOPS = 4  # redirectors inside redirectors

# host → the parameters that carry the target
_REDIRECTORS: dict[str, tuple[str, ...]] = {
    "google.com/url": ("q", "url"),
    "duckduckgo.com/l": ("uddg",),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "l.instagram.com": ("u",),
    "l.threads.net": ("u",),
    "l.messenger.com/l.php": ("u",),
    "t.umblr.com/redirect": ("z",),
    "out.reddit.com": ("url",),
    "youtube.com/redirect": ("q",),
    "linkedin.com/redir/redirect": ("url",),
    "linkedin.com/safety/go": ("url",),
    "steamcommunity.com/linkfilter": ("u", "url"),
    "slack-redir.net/link": ("url",),
    "vk.com/away.php": ("to",),
    "bing.com/news/apiclick.aspx": ("url",),
    "link.zhihu.com": ("target",),
    "link.juejin.cn": ("target",),
    "link.csdn.net": ("target",),
    "link.jianshu.com": ("t",),
    "gitee.com/link": ("target",),
    "oschina.net/action/gotolink": ("url",),
    "douban.com/link2": ("url",),
    "c.pc.qq.com/middlem.html": ("pfurl",),
    "weibo.cn/sinaurl": ("u",),
    "go.skimresources.com": ("url",),
    "redirect.viglink.com": ("u",),
    "awin1.com/cread.php": ("ued", "p"),
    "click.linksynergy.com": ("murl",),
    "translate.google.com/translate": ("u",),
}
# hosts whose path or whole query is the target
_CARRIED = re.compile(
    r"https?://(?:www\.)?(?:"
    r"go\.theregister\.com/feed/|"
    r"(?:google\.[a-z.]{2,6}|bing\.com)/amp/(?:s/)?|"
    r"[a-z0-9-]+\.cdn\.ampproject\.org/[acv]/(?:s/)?|"
    r"(?:href\.li|anonym\.to|nullrefer\.com)/?\?|"
    r"r\.search\.yahoo\.com/.*?/RU=(?=http)"
    r")(?P<target>.+?)(?:/RK=.*)?$",
    re.IGNORECASE,
)
_POST = re.compile(r"/(?:i/web|i|[A-Za-z0-9_]{1,15})/status/(\d{15,20})(?:/|$)")
_OLD_POST = re.compile(r"/(?:i/web|i|[A-Za-z0-9_]{1,15})/status(?:es)?/(\d{1,20})(?:/|$)")
_X_HOSTS = frozenset({"x.com", "twitter.com"})
_DRESS = re.compile(r"^(?:www\d?|m|mobile|amp|touch|wap|3g)\.(?=[^.]+\.)")
_INNER_MOBILE = re.compile(r"^([a-z-]{2,12})\.m\.(?=[^.]+\.)")  # en.m.wikipedia.org
_SAME_HOST = {
    "old.reddit.com": "reddit.com",
    "new.reddit.com": "reddit.com",
    "np.reddit.com": "reddit.com",
    "i.reddit.com": "reddit.com",
    "youtube-nocookie.com": "youtube.com",
    "music.youtube.com": "youtube.com",
}
_VIDEO = re.compile(r"^/(?:shorts|embed|live|v)/([\w-]{11})(?:/|$)")
_AMP_PATH = re.compile(r"(?<=.)/amp(?:\.html?)?/?$|(?<=[^/])\.amp(?=(?:\.html?)?$)|^/amp(?=/.)")
_SESSION = re.compile(r";jsessionid=[^/;]*", re.IGNORECASE)
_FRONT_FILE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp|shtml)$", re.IGNORECASE)
# an anchor that names one part of a page, or the route of a page that is all script
_PART = re.compile(
    r"(?:[a-z]*comments?|reply|answer|post|entry|msg|message|note|item)[-_]?\d+|[a-z][-_]?\d{2,}|\d{3,}|!?/.*",
    re.IGNORECASE | re.DOTALL,
)


def canonical_url(url: str) -> str:
    """Return the key of the page that `url` names, or `url` stripped when it is not http(s).

    A post on X becomes `x:<id>`, whichever mirror shows it. Two URLs of one page have one key.
    """
    parts = _split(url)
    if parts is None:
        return url.strip()
    parts = _unwrapped(parts)
    host = bare_host(parts)
    post = (_OLD_POST if host in _X_HOSTS else _POST).match(parts.path)
    if post:
        return f"x:{post[1]}"
    return _key(*_one_video(host, parts.path, parts.query), parts.fragment)


def bare_host(parts: SplitResult) -> str:
    """Return the host without `www`, mobile or AMP label, with a port only where it is not the usual one."""
    host = (parts.hostname or "").rstrip(".")
    host = _DRESS.sub("", host)
    host = _INNER_MOBILE.sub(r"\1.", host)
    host = _SAME_HOST.get(host, host)
    port = _port(parts)
    return host if port in (None, 80, 443) else f"{host}:{port}"


def split_http(url: str) -> SplitResult | None:
    """Return the parts of an http(s) URL, or None when it is something else or cannot be read."""
    return _split(url)


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # a broken IPv6 literal
        return None
    return parts if parts.scheme in ("http", "https") and parts.hostname else None


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:  # not a number, or out of range
        return None


def _unwrapped(parts: SplitResult) -> SplitResult:
    for _ in range(_MAX_HOPS):
        inner = _split(_target(parts))
        if inner is None:
            return parts
        parts = inner
    return parts


def _target(parts: SplitResult) -> str:
    """Return the URL that a redirector carries, "" when it is none."""
    host = (parts.hostname or "").removeprefix("www.")
    if host.startswith("google."):
        host = "google.com"  # google.it, google.co.uk
    elif host.endswith(".safelinks.protection.outlook.com"):
        return dict(parse_qsl(parts.query)).get("url", "")
    names = _REDIRECTORS.get(host + parts.path.rstrip("/").lower()) or _REDIRECTORS.get(host)
    if names:
        query = dict(parse_qsl(parts.query))
        return next((query[name] for name in names if name in query), "")
    carried = _CARRIED.match(parts.geturl()) if _may_carry(host) else None
    if carried is None:
        return ""
    target = carried["target"]
    if target.lower().startswith(("http://", "https://", "http%3a", "https%3a")):
        return unquote(target) if "%3a" in target[:9].lower() else target
    return f"https://{target}"


def _may_carry(host: str) -> bool:
    return host in _CARRIERS or host.endswith(".cdn.ampproject.org")


_CARRIERS = frozenset(
    {
        "go.theregister.com",
        "google.com",
        "bing.com",
        "href.li",
        "anonym.to",
        "nullrefer.com",
        "r.search.yahoo.com",
    }
)


def _one_video(host: str, path: str, query: str) -> tuple[str, str, str]:
    """Give YouTube's five ways to write a video one form."""
    if host == "youtu.be" and len(path) > 1:
        return "youtube.com", "/watch", f"v={path[1:].rstrip('/')}"
    video = _VIDEO.match(path) if host == "youtube.com" else None
    return (host, "/watch", f"v={video[1]}") if video else (host, path, query)


def _key(host: str, path: str, query: str, fragment: str) -> str:
    path = _FRONT_FILE.sub("/", _AMP_PATH.sub("", _SESSION.sub("", path))).rstrip("/")
    if query:
        query = _telling(host, query)
    part = f"#{fragment}" if fragment and _PART.fullmatch(fragment) else ""
    plain = f"http://{host}{path or '/'}{'?' + query if query else ''}{part}"
    try:
        key = canonicalize_url(plain, keep_fragments=True)
    except ValueError:  # a host that IDNA refuses
        key = plain
    return key[len("http://") :].rstrip("/") if not query else key[len("http://") :]


def _telling(host: str, query: str) -> str:
    """Return the query without the parameters that tell nothing about the page."""
    tracking = _tracking()
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not tracking.holds(host, name.lower(), value.lower())]
    return urlencode(kept) if len(kept) < len(pairs) else query


@dataclass(frozen=True, slots=True)
class _Tracking:
    names: frozenset[str]
    prefixes: tuple[str, ...]
    pairs: frozenset[str]
    sites: dict[str, frozenset[str]]

    def holds(self, host: str, name: str, value: str) -> bool:
        """Return whether a parameter, in lower case, tells nothing about the page."""
        pair = f"{name}={value}"
        if name in self.names or pair.startswith(self.prefixes) or pair in self.pairs:
            return True
        if name == "amp" and not value:
            return True
        return any(name in self.sites.get(site, ()) for site in _and_above(host))


def _and_above(host: str) -> Iterable[str]:
    while "." in host:
        yield host
        host = host.partition(".")[2]


@cache
def _tracking() -> _Tracking:
    text = Path(__file__).with_name("tracking.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    single = [line[0].lower() for line in lines if len(line) == 1]
    return _Tracking(
        names=frozenset(name for name in single if not name.endswith("*") and "=" not in name),
        prefixes=tuple(name[:-1] for name in single if name.endswith("*")),
        pairs=frozenset(name for name in single if "=" in name),
        sites={line[0].lower(): frozenset(map(str.lower, line[1:])) for line in lines if len(line) > 1},
    )
