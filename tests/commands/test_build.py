"""How a configuration becomes sources."""

from commands.build import wanted_sources
from config import FeedSetting, Settings


def test_a_configured_feed_is_the_source_that_follow_finds() -> None:
    """Somebody follows a feed that the configuration names with another spelling: it is one source."""
    settings = Settings(feeds=(FeedSetting(url="HTTPS://News.Example.org:443"),))

    [wanted] = wanted_sources(settings)

    assert wanted.address == "https://news.example.org/"
