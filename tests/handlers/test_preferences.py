"""What a chat chooses for itself: its time zone, the buttons under alerts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from locales.zones import CITIES, likely_zone, read_zone, zone_of
from tests import loaded
from tests.handlers.people import ANN, CHANNEL, GROUP, UGO, WEI, Hark, Person


async def test_a_tapped_city_is_the_time_zone(hark: Hark) -> None:
    """/settings leads to the cities; one tap later the settings are there again with it."""
    [settings] = await hark.says(ANN, "/settings")
    [cities] = await hark.taps(ANN, "Time zone: UTC", settings)

    [done] = await hark.taps(ANN, "Tokyo", cities)

    assert "Time zone: Tokyo" in done.labels
    assert hark.toasts.shown[-1] == "Tokyo: it is 21:00."
    assert done.message_id == settings.message_id


@pytest.mark.parametrize(("person", "guess"), [(UGO, "Roma, 13:00?"), (WEI, "上海，20:00？")])
async def test_the_likely_zone_is_one_tap(hark: Hark, person: Person, guess: str) -> None:
    """Whoever's language is spoken in one zone mostly is offered it, with what time it is there."""
    [settings] = await hark.says(person, "/settings")

    [done] = await hark.taps(person, guess, settings)

    assert (await hark.chat(person.id)).zone in ("Europe/Rome", "Asia/Shanghai")
    assert guess not in done.labels


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Asia/Tokyo", "as in Tokyo now: it is 21:00"),
        ("lisbon", "as in Lisbon now: it is 12:00"),
        ("+8", "as in UTC+8 now: it is 20:00"),
        ("＋5:30", "as in UTC+5:30 now: it is 17:30"),
        ("-3", "as in UTC-3 now: it is 09:00"),
    ],
)
async def test_a_typed_zone_is_taken(hark: Hark, words: str, said: str) -> None:
    """A city, an IANA name, or an offset are understood as people write them."""
    [answer] = await hark.says(ANN, f"/timezone {words}")

    assert said in answer.text


async def test_a_zone_nobody_knows_is_said_to_be_so(hark: Hark) -> None:
    """Nonsense names itself, says what to write, and offers the cities."""
    [answer] = await hark.says(ANN, "/timezone Atlantis")

    assert "I do not know the place “Atlantis”" in answer.text
    assert "Tokyo" in answer.labels
    assert (await hark.chat(ANN.id)).zone == ""


async def test_another_place_is_asked_for(hark: Hark) -> None:
    """After *Another place* the next words are the zone."""
    [settings] = await hark.says(ANN, "/settings")
    [cities] = await hark.taps(ANN, "Time zone", settings)
    [question] = await hark.taps(ANN, "Another place", cities)

    [answer] = await hark.says(ANN, "+9")

    assert "Which city or zone?" in question.text
    assert "it is 21:00" in answer.text


async def test_screens_show_the_chats_time(hark: Hark) -> None:
    """After a zone is chosen a muted watch says until when by that clock."""
    await hark.says(ANN, "/watch AI")
    await hark.says(ANN, "/timezone Asia/Tokyo")
    [listed] = await hark.says(ANN, "/list")
    [watch] = await hark.watched(ANN.id)
    [muted] = await hark.sends_data(ANN, f"q:{watch.id}:0:1", listed)

    assert "21:00" in muted.text


async def test_each_chat_has_the_switches_that_matter_there(hark: Hark) -> None:
    """Alerts in channels have no buttons but Open, so there is nothing to switch."""
    hark.admins.known.add((GROUP.id, ANN.id))
    [private] = await hark.says(ANN, "/settings")
    [group] = await hark.says(ANN, "/settings", GROUP)
    [channel] = await hark.posts("/settings")

    assert "Buttons under alerts: on" in private.labels
    assert "Buttons under alerts: on" in group.labels
    assert not [each for each in channel.labels if "Buttons" in each]
    assert channel.room == CHANNEL


async def test_switches_stay_as_tapped(hark: Hark) -> None:
    """Buttons under alerts go off and stay off."""
    [settings] = await hark.says(ANN, "/settings")

    [off] = await hark.taps(ANN, "Buttons under alerts: on", settings)

    assert "Buttons under alerts: off" in off.labels
    assert (await hark.chat(ANN.id)).buttons is False
    assert hark.toasts.shown == ["Alerts have no buttons but Open."]


async def test_zones_know_summer_time() -> None:
    """One zone shows one hour in winter and another in summer."""
    text = loaded.catalogue().text("it", "Europe/Rome")

    assert text.clock(datetime(2026, 1, 1, 12, 0, tzinfo=UTC)) == "13:00"
    assert text.clock(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)) == "14:00"


@pytest.mark.parametrize("city", CITIES)
def test_every_offered_city_is_a_zone(city: str) -> None:
    """What can be tapped exists, and fits a button's data."""
    assert read_zone(city) == city
    assert zone_of(city) is not None
    assert len(f"tz:{city}") <= 64


@pytest.mark.parametrize(
    ("code", "zone"),
    [("zh-hant-tw", "Asia/Taipei"), ("zh-hk", "Asia/Hong_Kong"), ("zh-hans", "Asia/Shanghai"), ("en", "")],
)
def test_a_language_tells_a_zone_or_none(code: str, zone: str) -> None:
    """English is spoken everywhere, so nothing is guessed from it."""
    assert likely_zone(code) == zone


@pytest.mark.parametrize("words", ["+15", "-13", "abc", "", "8", "+8:75"])
def test_what_is_no_zone_is_none(words: str) -> None:
    """Offsets that no place has, and numbers without a sign, are refused."""
    assert read_zone(words) == ""


async def test_in_private_the_clients_language_is_followed_until_one_is_chosen(hark: Hark) -> None:
    """Whoever changes the language of their Telegram is answered in it; a missing one changes nothing, a
    chosen one stays, and *As in your Telegram* follows again."""
    ann = [Person(ANN.id, "Ann", code) for code in ("en", "it", "", "ja")]
    said = [(await hark.says(each, "/dance"))[0].text for each in ann]
    [languages] = await hark.says(ann[3], "/lang")
    [chosen] = await hark.taps(ann[3], "Español", languages)
    [kept] = await hark.says(ann[1], "/dance")
    [again] = await hark.says(ann[1], "/lang")
    [followed] = await hark.taps(ann[1], "Como en tu Telegram", again)

    assert [
        next(part for part in ("did not", "Non ho", "わかりません") if part in each) for each in said
    ] == ["did not", "Non ho", "Non ho", "わかりません"]
    assert "✓ Telegram と同じ" in languages.labels
    assert "español" in chosen.text
    assert "No te he entendido" in kept.text
    assert ("✓ Español" in again.labels, "Como en tu Telegram" in again.labels) == (True, True)
    assert "italiano" in followed.text
    assert (await hark.chat(ANN.id)).chose_language is False


async def test_a_group_keeps_its_language(hark: Hark) -> None:
    """The first administrator's language is the group's, whoever speaks later; only /lang changes it."""
    hark.admins.known |= {(GROUP.id, UGO.id), (GROUP.id, WEI.id)}
    [first] = await hark.says(UGO, "/list", GROUP)
    [second] = await hark.says(WEI, "/list", GROUP)
    [languages] = await hark.says(WEI, "/lang", GROUP)

    assert first.text == second.text
    assert [each for each in languages.labels if "Telegram" in each] == []
    assert "✓ Italiano" in languages.labels


async def test_the_likely_zone_stands_first_among_the_cities(hark: Hark) -> None:
    """/timezone offers where most who speak the language live, with its time; once chosen it asks no more."""
    [cities] = await hark.says(UGO, "/timezone")

    [done] = await hark.taps(UGO, "Roma, 13:00?", cities)
    [later] = await hark.says(UGO, "/timezone")

    assert cities.labels[0] == "Roma, 13:00?"
    assert "Roma, 13:00?" not in done.labels + later.labels
