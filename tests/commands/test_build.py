"""How a configuration becomes sources, and what reads them."""

from commands.build import now, readers, wanted_sources
from config import FeedSetting, NamesSettings, Settings
from feeds.wikidata import API


def test_a_configured_feed_is_the_source_that_follow_finds() -> None:
    """Somebody follows a feed that the configuration names with another spelling: it is one source."""
    settings = Settings(feeds=(FeedSetting(url="HTTPS://News.Example.org:443"),))

    [wanted] = wanted_sources(settings)

    assert wanted.address == "https://news.example.org/"


async def test_one_key_takes_the_door_to_wikidata_away() -> None:
    """With `names.lookup: false` nothing is there that could ask Wikidata; without the key it is asked."""
    off = Settings(names=NamesSettings(lookup=False))

    async with readers(off, now) as without, readers(Settings(), now) as usual:
        assert without.names is None
        assert usual.names is not None
    assert Settings().names.lookup_url == API
