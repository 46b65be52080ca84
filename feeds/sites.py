"""Where well-known sites keep their feeds: by rule, from the address that people paste. Pure.

A new site is a line in the table and a line in its test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

_INSIDE_YOUTUBE = (
    rb'"externalId":"(UC[\w-]{22})"',  # of the page's own channel
    rb'"canonical" href="https://www\.youtube\.com/channel/(UC[\w-]{22})"',
    rb'itemprop="(?:identifier|channelId)" content="(UC[\w-]{22})"',
    rb'"channelId":"(UC[\w-]{22})"',  # of a video
)


class About(StrEnum):
    """What a feed of a site tells, where the site has several of one thing."""

    ALL = "all"
    RELEASES = "releases"
    COMMITS = "commits"


@dataclass(frozen=True, slots=True)
class SiteFeed:
    """Where a feed should be."""

    url: str
    about: About = About.ALL
    sure: bool = True  # False: many sites write addresses so, and only some keep a feed there


@dataclass(frozen=True, slots=True)
class _Rule:
    """Addresses of one form; named groups of both patterns fill the templates."""

    host: str
    path: str  # with the query
    feeds: tuple[tuple[About, str], ...]
    sure: bool = True


def _one(host: str, path: str, feed: str, *, sure: bool = True) -> _Rule:
    return _Rule(host, path, ((About.ALL, feed),), sure)


_YOUTUBE = r"(?:www\.|m\.|music\.)?youtube\.com"
_VIDEOS = "https://www.youtube.com/feeds/videos.xml"
_REDDIT = r"(?:\w+\.)?reddit\.com"
_GITHUB = r"(?:www\.)?github\.com"
_REPOSITORY = r"/(?P<owner>[A-Za-z\d][A-Za-z\d-]*)/(?P<name>[\w.-]+?)(?:\.git)?"
_REPOSITORY_URL = "https://github.com/{owner}/{name}"
_NOT_OWNERS = (
    r"(?!/(?:about|apps|collections|explore|features|login|marketplace|new|notifications|orgs|pricing|search"
    r"|settings|signup|sponsors|stars|topics|trending|users)(?:/|$))"
)
_END = r"/?(?:\?.*)?"
_MORE = r"(?:[/?].*)?"
_SUBSTACK = "https://{id}.substack.com/feed"
_MEDIUM = r"(?:www\.)?medium\.com"
_MEDIUM_PAGES = r"(?!/(?:feed|m|me|p|search|new-story|plans|creators|about|jobs-at-medium)(?:[/?]|$))"
_NOT_CHANNELS = r"(?!(?:joinchat|addlist|addstickers|addemoji|share|proxy|socks|login|boost)(?:[/?]|$))"

_RULES = (
    _one(_YOUTUBE, rf"/channel/(?P<id>UC[\w-]{{22}}){_MORE}", f"{_VIDEOS}?channel_id={{id}}"),
    _one(_YOUTUBE, r"/playlist\?(?:.*&)?list=(?P<id>[\w-]+)(?:&.*)?", f"{_VIDEOS}?playlist_id={{id}}"),
    _one(_YOUTUBE, rf"/user/(?P<id>[\w.-]+){_MORE}", f"{_VIDEOS}?user={{id}}"),
    _one(_REDDIT, rf"/r/(?P<id>\w+)(?:/(?:new|hot|best))?{_END}", "https://www.reddit.com/r/{id}/new/.rss"),
    _one(
        _REDDIT,
        rf"/r/(?P<id>\w+)/(?P<order>top|rising|controversial){_END}",
        "https://www.reddit.com/r/{id}/{order}/.rss",
    ),
    _one(
        _REDDIT,
        rf"/r/(?P<id>\w+)/comments/(?P<post>\w+){_MORE}",
        "https://www.reddit.com/r/{id}/comments/{post}/.rss",
    ),
    _one(
        _REDDIT,
        rf"/u(?:ser)?/(?P<id>[\w-]+)(?:/(?:overview|submitted|comments))?{_END}",
        "https://www.reddit.com/user/{id}/.rss",
    ),
    _one(_GITHUB, rf"{_REPOSITORY}/releases(?!\.atom){_MORE}", f"{_REPOSITORY_URL}/releases.atom"),
    _one(_GITHUB, rf"{_REPOSITORY}/tags(?!\.atom){_MORE}", f"{_REPOSITORY_URL}/tags.atom"),
    _one(
        _GITHUB,
        rf"{_REPOSITORY}/(?:commits|tree)/(?P<branch>[^?#]+?(?<!\.atom)){_END}",
        f"{_REPOSITORY_URL}/commits/{{branch}}.atom",
    ),
    _one(_GITHUB, rf"{_REPOSITORY}/commits{_END}", f"{_REPOSITORY_URL}/commits.atom"),
    _Rule(
        _GITHUB,
        rf"{_NOT_OWNERS}{_REPOSITORY}(?:/(?:issues|pulls|discussions|actions|wiki|blob)\b.*)?{_END}",
        (
            (About.RELEASES, f"{_REPOSITORY_URL}/releases.atom"),
            (About.COMMITS, f"{_REPOSITORY_URL}/commits.atom"),
        ),
    ),
    _one(
        _GITHUB,
        rf"{_NOT_OWNERS}/(?P<owner>[A-Za-z\d][A-Za-z\d-]*){_END}",
        "https://github.com/{owner}.atom",
    ),
    _one(
        r"bsky\.app",
        rf"/profile/(?P<id>[\w.:-]+)(?<!/rss)(?:/post/.*)?{_END}",
        "https://bsky.app/profile/{id}/rss",
    ),
    _one(
        r"(?P<id>(?!www\.|api\.)[\w-]+)\.substack\.com", r"/(?!feed\b).*", _SUBSTACK
    ),
    _one(r"(?:www\.)?substack\.com", rf"/@(?P<id>[\w-]+){_MORE}", _SUBSTACK, sure=False),
    _one(_MEDIUM, rf"/tag/(?P<id>[\w-]+){_MORE}", "https://medium.com/feed/tag/{id}"),
    _one(_MEDIUM, rf"{_MEDIUM_PAGES}/(?P<id>@?[\w.-]+){_MORE}", "https://medium.com/feed/{id}"),
    _one(r"(?P<id>(?!www\.)[\w-]+)\.medium\.com", r"/(?!feed\b).*", "https://{id}.medium.com/feed"),
    _one(
        r"news\.google\.com",
        r"/(?P<rest>(?:search|topics|stories|publications)\b.*)",
        "https://news.google.com/rss/{rest}",
    ),
    _one(
        r"(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)",
        rf"/(?:s/)?(?P<id>{_NOT_CHANNELS}[A-Za-z]\w{{3,31}}(?<!bot)(?<!Bot))(?:/\d+)?/?(?:\?.*)?",
        "https://t.me/s/{id}",
        sure=False,
    ),
    # the fediverse, whose hosts nobody can list
    _one(
        r"(?!(?:www\.|m\.)?(?:youtube|medium|tiktok|threads)\.(?:com|net)$)(?P<host>.+)",
        rf"/@(?P<user>\w+(?:[.-]\w+)*?)(?<!\.rss)(?:/(?:with_replies|media|\d+))?{_END}",
        "{origin}/@{user}.rss",
        sure=False,
    ),
    _one(
        r".+",
        rf"/@(?P<user>\w+)@(?P<home>[\w-]+(?:\.[\w-]+)+){_MORE}",
        "https://{home}/@{user}.rss",
        sure=False,
    ),
)  # fmt: skip


def feeds_of(url: str) -> tuple[SiteFeed, ...]:
    """Return where the site keeps the feeds of what is at `url`; none where no rule knows the form."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:
        return ()
    if parts.scheme not in ("http", "https") or parts.username is not None:
        return ()
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    origin = f"{parts.scheme}://{parts.netloc.lower()}"
    for rule in _RULES:
        at, shown = re.fullmatch(rule.host, host), re.fullmatch(rule.path, path, re.ASCII)
        if at is None or shown is None or (port is not None and "{origin}" not in rule.feeds[0][1]):
            continue
        words = {"origin": origin} | at.groupdict() | shown.groupdict()
        return tuple(SiteFeed(feed.format(**words), about, rule.sure) for about, feed in rule.feeds)
    return ()


def feed_inside(url: str, body: bytes) -> str:
    """Return the feed of a page that names it in a way of its own only, "" for other pages."""
    if re.fullmatch(_YOUTUBE, urlsplit(url).hostname or "") is None:
        return ""
    for pattern in _INSIDE_YOUTUBE:
        found = re.search(pattern, body)
        if found is not None:
            return f"{_VIDEOS}?channel_id={found[1].decode('ascii')}"
    return ""
