"""What a source changes in an entry that is known: told when it brings a watched word, and then once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from model import FollowMode
from store import items
from tests.pipeline.house import ADA, BOB, House, entry

STUB = "Breaking news"


async def test_a_title_that_gains_the_word_is_told_once(house: House) -> None:
    """A stub that becomes a story about bitcoin is one alert, in the new words; later changes add none."""
    assert await house.lists("a", entry(1, STUB)) == 0
    assert await house.lists("a", entry(1, "Bitcoin halts")) == 1
    assert await house.lists("a", entry(1, "Bitcoin halts, exchanges say")) == 0
    await house.lists("a", entry(1, STUB))
    await house.lists("a", entry(1, "Bitcoin halts"))

    assert await house.told() == ["Bitcoin halts"]
    assert [hit.query for each in await house.owed() for hit in each.hits] == ["bitcoin"]


async def test_a_text_that_grows_by_the_word_is_told(house: House) -> None:
    """The word that an editor adds to the text of one entry is found there."""
    await house.lists("a", entry(2, STUB), entry(1, "Other news"))

    assert (
        await house.lists("a", entry(2, STUB, text="Now it is known: bitcoin."), entry(1, "Other news")) == 1
    )


async def test_words_around_the_articles_are_no_news(house: House) -> None:
    """A list "read also" that changes under every article of a feed makes no alert of each."""
    await house.lists("a", entry(2, STUB), entry(1, "Other news"))
    also = "Read also: why bitcoin fell."

    assert await house.lists("a", entry(2, STUB, text=also), entry(1, "Other news", text=also)) == 0


async def test_every_edited_post_counts(house: House) -> None:
    """Posts have nothing around them: two that are edited to say the word are two alerts."""
    empty = [replace(entry(number), guid=f"x:{number}", title="") for number in (1, 2)]
    posts = [replace(each, text=f"Soon more of {each.guid}") for each in empty]
    edited = [replace(each, text=f"Bitcoin: {each.guid}") for each in empty]
    await house.lists("a", *posts)

    assert await house.lists("a", *edited) == 2


async def test_what_was_there_at_first_is_told_when_it_gains_the_word(house: House) -> None:
    """An entry that was listed before anybody asked is news once it says something new."""
    await house.configures("a", "b")
    await house.lists("b", entry(1, STUB))

    assert await house.lists("b", entry(1, "Bitcoin halts")) == 1


async def test_an_old_entry_that_is_changed_is_no_news(house: House) -> None:
    """An archive that is edited years later makes no alerts."""
    await house.lists("a", entry(1, STUB))
    house.now += timedelta(days=365)

    assert await house.lists("a", entry(1, "Bitcoin halts")) == 0


async def test_who_wants_everything_is_not_told_of_changes(house: House) -> None:
    """A change is told for its words; who follows the feed for everything had the entry, or came later."""
    await house.follows(ADA, "own")
    await house.lists("own")
    await house.lists("own", entry(1, STUB))
    await house.meets(BOB)
    await house.follows(BOB, "own", FollowMode.EVERYTHING)
    await house.lists("own", entry(1, "Bitcoin halts"))

    assert [each.chat_id for each in await house.owed()] == [ADA]


async def test_what_is_kept_says_what_the_source_says_now(house: House) -> None:
    """A correction replaces what was kept; what it is known by stays."""
    await house.lists("a", entry(1, "Bitcoin halts at noon"))
    await house.lists("a", entry(1, "Bitcoin halted at one", tags=("crypto",)))

    async with house.database.read() as conn:
        [(_, kept)] = (await items.entries(conn, range(100))).items()
    assert (kept.title, kept.tags, kept.url) == ("Bitcoin halted at one", ("crypto",), entry(1).url)
    assert await house.kept() == 1
