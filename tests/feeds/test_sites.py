"""The addresses that people paste from well-known sites, and the feeds that are there."""

from __future__ import annotations

import pytest

from feeds.sites import About, feed_inside, feeds_of

CHANNEL = "UCBJycsmduvYEL83R_U4JriQ"
VIDEOS = f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"
REPO = "https://github.com/python/cpython"


@pytest.mark.parametrize(
    ("pasted", "feed"),
    [
        (f"https://www.youtube.com/channel/{CHANNEL}", VIDEOS),
        (f"https://m.youtube.com/channel/{CHANNEL}/videos?view=0", VIDEOS),
        (
            "https://www.youtube.com/playlist?si=x&list=PLFs4vir_WsTwEd-nJgVJCZPNL3HALHHpF",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PLFs4vir_WsTwEd-nJgVJCZPNL3HALHHpF",
        ),
        ("https://www.youtube.com/user/Computerphile", "https://www.youtube.com/feeds/videos.xml?user=Computerphile"),
        ("https://www.reddit.com/r/Bitcoin", "https://www.reddit.com/r/Bitcoin/new/.rss"),
        ("https://old.reddit.com/r/Bitcoin/hot/?utm=1", "https://www.reddit.com/r/Bitcoin/new/.rss"),
        ("https://www.reddit.com/r/Bitcoin/top/?t=day", "https://www.reddit.com/r/Bitcoin/top/.rss"),
        ("https://www.reddit.com/u/spez", "https://www.reddit.com/user/spez/.rss"),
        ("https://www.reddit.com/user/spez/submitted/", "https://www.reddit.com/user/spez/.rss"),
        (
            "https://www.reddit.com/r/Bitcoin/comments/1abc9/a_title/",
            "https://www.reddit.com/r/Bitcoin/comments/1abc9/.rss",
        ),
        (f"{REPO}/releases", f"{REPO}/releases.atom"),
        (f"{REPO}/releases/tag/v3.14.0", f"{REPO}/releases.atom"),
        (f"{REPO}/tags", f"{REPO}/tags.atom"),
        (f"{REPO}/commits/", f"{REPO}/commits.atom"),
        (f"{REPO}/tree/3.14", f"{REPO}/commits/3.14.atom"),
        ("https://github.com/gvanrossum", "https://github.com/gvanrossum.atom"),
        ("https://bsky.app/profile/jay.bsky.team", "https://bsky.app/profile/jay.bsky.team/rss"),
        (
            "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3kw",
            "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/rss",
        ),
        ("https://platformer.substack.com/p/a-post", "https://platformer.substack.com/feed"),
        ("https://substack.com/@platformer", "https://platformer.substack.com/feed"),
        ("https://medium.com/@vitalik", "https://medium.com/feed/@vitalik"),
        ("https://medium.com/netflix-techblog/a-post-1a2b", "https://medium.com/feed/netflix-techblog"),
        ("https://medium.com/tag/bitcoin/latest", "https://medium.com/feed/tag/bitcoin"),
        ("https://ev.medium.com/a-post", "https://ev.medium.com/feed"),
        ("https://news.google.com/search?q=AI&hl=en", "https://news.google.com/rss/search?q=AI&hl=en"),
        ("https://mastodon.social/@Gargron", "https://mastodon.social/@Gargron.rss"),
        ("https://Mastodon.Social/@Gargron/111222333", "https://mastodon.social/@Gargron.rss"),
        ("https://mastodon.social/@pixels@pixelfed.example", "https://pixelfed.example/@pixels.rss"),
        ("http://127.0.0.1:8080/@ada", "http://127.0.0.1:8080/@ada.rss"),
        ("https://t.me/durov", "https://t.me/s/durov"),
        ("https://t.me/s/durov?before=300", "https://t.me/s/durov"),
        ("https://telegram.me/durov/342", "https://t.me/s/durov"),
    ],
)  # fmt: skip
def test_what_is_pasted_leads_to_its_feed(pasted: str, feed: str) -> None:
    """A profile, channel, forum or repository is enough; its feed needs not be known."""
    assert [each.url for each in feeds_of(pasted)] == [feed]


@pytest.mark.parametrize("pasted", [REPO, f"{REPO}.git", f"{REPO}/issues/1", f"{REPO}/blob/main/README.rst"])
def test_a_repository_has_releases_and_commits(pasted: str) -> None:
    """Whoever pastes a repository may mean either."""
    found = {each.about: each.url for each in feeds_of(pasted)}

    assert found == {About.RELEASES: f"{REPO}/releases.atom", About.COMMITS: f"{REPO}/commits.atom"}


@pytest.mark.parametrize(
    "pasted",
    [
        VIDEOS,
        f"{REPO}/releases.atom",
        f"{REPO}/commits/3.14.atom",
        "https://github.com/topics/python",
        "https://github.com/marketplace",
        "https://www.reddit.com/r/Bitcoin/new/.rss",
        "https://mastodon.social/@Gargron.rss",
        "https://platformer.substack.com/feed",
        "https://medium.com/feed/@vitalik",
        "https://bsky.app/profile/jay.bsky.team/rss",
        "https://www.youtube.com/@handle",
        "https://www.tiktok.com/@somebody",
        "https://t.me/HarkBot?start=w_812",
        "https://t.me/joinchat/AAAA",
        "https://t.me/+abcdef",
        "https://t.me/c/123456/7",
        "https://news.example/2026/r/Bitcoin",
        "https://notgithub.com/python/cpython",
        "https://github.com.evil.example/python/cpython",
        "https://user:secret@mastodon.social/@Gargron",
        "https://github.com:8443/python/cpython",
        "ftp://github.com/python/cpython",
        "https://[::1/@a",
    ],
)
def test_other_addresses_are_asked_as_they_are(pasted: str) -> None:
    """Feeds, pages of no such form, look-alikes and addresses with a password stay what they are."""
    assert feeds_of(pasted) == ()


@pytest.mark.parametrize(
    ("body", "feed"),
    [
        (f'x{"x" * 900_000}"channelId":"UC{"z" * 22}","externalId":"{CHANNEL}"', VIDEOS),
        (f'<link rel="canonical" href="https://www.youtube.com/channel/{CHANNEL}">', VIDEOS),
        (f'"videoDetails":{{"channelId":"{CHANNEL}"', VIDEOS),
        ('"externalId":"short"', ""),
    ],
)
def test_a_youtube_page_names_its_channel(body: str, feed: str) -> None:
    """A handle or a video leads to its channel, however far inside the page that is said."""
    assert feed_inside("https://www.youtube.com/@handle", body.encode()) == feed
    assert feed_inside("https://site.example/@handle", body.encode()) == ""
