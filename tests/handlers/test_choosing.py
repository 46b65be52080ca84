"""Trying words, settings, language, status and the buttons under alerts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.call import Policy
from handlers.watch_screen import MUTE
from model import ChatKind, Entry, Item, NamedHit, SourceKind
from store import deliveries, items, sources
from store.deliveries import OwedAlert
from store.sources import Wanted
from tests.handlers.people import ANN, NOON, UGO, WEI, Answer, Hark, Person, a_hark, private
from tests.handlers.town import Town


async def keep(hark: Hark, *titles: str) -> None:
    """Let a shared source have brought entries with these titles an hour ago."""
    found = NOON - timedelta(hours=1)
    async with hark.database.begin() as conn:
        source = await sources.ensure(
            conn, Wanted(SourceKind.FEED, "https://a.example/", "A & B"), NOON, shared=True
        )
        new = [
            Item(number, source.id, "A", Entry(url=f"https://a.example/?a=1&b={number}", title=title), found)
            for number, title in enumerate(titles, 1)
        ]
        await items.add(conn, [items.NewItem(item, ()) for item in new])


async def alert(hark: Hark, person: Person) -> Answer:
    """Send a person one alert that names all their watches, and return it as they see it."""
    hits = tuple(NamedHit(each.id, each.query) for each in await hark.watched(person.id))
    await keep(hark, "Something happened")
    async with hark.database.begin() as conn:
        await deliveries.owe_alerts(conn, [OwedAlert(person.id, 1, 1, hits)], NOON)
        [row] = [each for each in await deliveries.due(conn, NOON, 50) if each.item_id]
        taken = await deliveries.take(conn, row)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, 5000 + row.id, NOON)
    return Answer(row, private(person))


async def test_words_are_tried_on_the_last_week(town: Town) -> None:
    """/test shows how often, in how much, and the newest three with links; a button starts the watch."""
    await keep(town.hark, "AI one", "Nothing", "AI <two>", "AI three", "AI four")

    [answer] = await town.says(ANN, "/test AI")
    [started] = await town.hark.taps(ANN, "Watch AI", answer)

    assert (
        "Last day: 4 hits; all from A & B\n• AI four · A & B\n• AI three · A & B\n• AI <two> · A & B"
        in answer.text
    )
    assert 'href="https://a.example/?a=1&amp;b=5"' in answer.html
    assert "Watching AI" in started.text
    assert await town.hark.words(ANN.id) == ["AI"]


@pytest.mark.parametrize(
    ("person", "says"), [(ANN, "nothing in 0 entries said it"), (WEI, "没有提到"), (UGO, "nessun risultato")]
)
async def test_words_that_nobody_said(town: Town, person: Person, says: str) -> None:
    """Words without a hit can be watched for all the same."""
    [answer] = await town.says(person, "/test 赵长鹏 OR CZ")
    await town.hark.taps(person, "赵长鹏", answer)

    assert says in answer.text
    assert await town.hark.words(person.id) == ["赵长鹏 OR CZ"]


async def test_words_to_try_that_cannot_be_read(town: Town) -> None:
    """A mistake in what is tried shows its place too."""
    [answer] = await town.hark.says(ANN, "/test (AI")

    assert "↑ here" in answer.text
    assert "Did you mean AI?" in answer.text


async def test_settings_are_toggled_in_place(hark: Hark) -> None:
    """Each button says its state and switches it, in the same message."""
    [screen] = await hark.says(ANN, "/settings")

    [previews] = await hark.taps(ANN, "Link previews: off", screen)
    [silent] = await hark.taps(ANN, "Alerts without sound: off", previews)
    [again] = await hark.taps(ANN, "Alerts without sound: off", previews)

    chat = await hark.chat(ANN.id)
    assert silent.labels == [
        "Link previews: on",
        "Alerts without sound: on",
        "Buttons under alerts: on",
        "Language: English",
        "Time zone: UTC",
    ]
    assert again.labels == silent.labels  # a tap that comes twice is no second switch
    assert {each.message_id for each in (previews, silent)} == {screen.message_id}
    assert (chat.previews, chat.silent) == (True, True)
    assert hark.toasts.shown[:2] == ["Alerts show a link preview.", "Alerts arrive without sound."]


async def test_the_language_is_chosen_from_the_settings(hark: Hark) -> None:
    """Settings lead to the languages and back, everything in the new one at once."""
    [screen] = await hark.says(ANN, "/settings")

    others = ["简体中文", "繁體中文", "Italiano", "Español", "日本語", "한국어", "Русский", "العربية"]
    [languages] = await hark.taps(ANN, "Language", screen)
    [chosen] = await hark.taps(ANN, "Italiano", languages)
    [hello] = await hark.says(ANN, "boh")

    assert languages.labels == ["✓ English", *others, "✓ As in your Telegram", "« Back"]
    assert "Impostazioni" in chosen.text
    assert hark.toasts.shown[-1] == "Vada per l’italiano."
    assert "Non ho capito" in hello.text


@pytest.mark.parametrize("words", ["it", "Italiano", "IT"])
async def test_lang_takes_a_name_at_once(hark: Hark, words: str) -> None:
    """/lang with a language needs no button."""
    [answer] = await hark.says(ANN, f"/lang {words}")

    assert answer.text == "Da ora qui parlo italiano."


async def test_lang_alone_shows_buttons(hark: Hark) -> None:
    """/lang shows every language by its own name."""
    [answer] = await hark.says(WEI, "/lang")

    others = ["繁體中文", "Italiano", "Español", "日本語", "한국어", "Русский", "العربية"]
    [chosen] = await hark.taps(WEI, "English", answer)

    assert answer.labels == ["English", "✓ 简体中文", *others, "✓ 跟随您的 Telegram"]
    assert chosen.text == "I speak English here now."


async def test_status_says_how_it_is(hark: Hark) -> None:
    """/status: on or paused, sources, watches, alerts of the day."""
    await hark.says(ANN, "/watch AI")
    await alert(hark, ANN)

    [on] = await hark.says(ANN, "/status")
    await hark.says(ANN, "/stop")
    [off] = await hark.says(ANN, "/status")

    assert on.text.splitlines() == [
        "🟢 Alerts are on.",
        "Sources read: 0",
        "Watches: 1 of 50",
        "Alerts in 24 hours: 1",
    ]
    assert off.text.startswith("⏸")


async def test_the_buttons_of_an_alert_with_one_watch(hark: Hark) -> None:
    """Mute 24 h and Stop answer with a word; a stop can be undone; later taps say that it is gone."""
    await hark.says(ANN, "/watch AI")
    shown = await alert(hark, ANN)
    [watch] = await hark.watched(ANN.id)

    muted = await hark.sends_data(ANN, f"m:{watch.id}", shown)
    [after] = await hark.watched(ANN.id)
    [stopped] = await hark.sends_data(ANN, f"u:{watch.id}", shown)
    late = await hark.sends_data(ANN, f"u:{watch.id}", shown)
    [undone] = await hark.taps(ANN, "Undo", stopped)

    assert muted == []
    assert after.muted_until == NOON + MUTE
    assert "Not watching AI any more" in stopped.text
    assert late == []
    assert "Watching AI again" in undone.text
    assert hark.toasts.shown == [
        "AI: quiet for 24 hours.",
        "Not watching AI any more.",
        "This watch is no longer there.",
        "As it was.",
    ]


async def test_the_buttons_of_an_alert_with_several_watches(hark: Hark) -> None:
    """One tap mutes or stops all watches that the alert names; one tap undoes it."""
    await hark.says(ANN, "/watch AI, BTC")
    shown = await alert(hark, ANN)
    await hark.says(ANN, "/watch ETH")

    await hark.sends_data(ANN, f"ma:{shown.delivery.id}", shown)
    muted = [each.muted_until is not None for each in await hark.watched(ANN.id)]
    [stopped] = await hark.sends_data(ANN, f"ua:{shown.delivery.id}", shown)
    left = await hark.words(ANN.id)
    await hark.taps(ANN, "Undo", stopped)

    assert muted == [True, True, False]
    assert left == ["ETH"]
    assert await hark.words(ANN.id) == ["AI", "BTC", "ETH"]


async def test_another_chats_alert_cannot_be_touched(hark: Hark) -> None:
    """Forged data naming another chat's watch or alert changes nothing."""
    await hark.says(ANN, "/watch AI")
    shown = await alert(hark, ANN)
    [mine] = await hark.says(UGO, "/watch BTC")
    [watch] = await hark.watched(ANN.id)

    for data in (f"u:{watch.id}", f"ua:{shown.delivery.id}", f"x:{watch.id}:0", f"d:{watch.id}:0"):
        assert await hark.sends_data(UGO, data, mine) == []

    assert await hark.words(ANN.id) == ["AI"]


async def test_unwatch_as_a_reply_to_an_alert(hark: Hark) -> None:
    """/unwatch in reply to an alert means the watches that it names."""
    await hark.says(ANN, "/watch AI, BTC")
    shown = await alert(hark, ANN)
    await hark.says(ANN, "/watch ETH")

    [answer] = await hark.says(ANN, "/unwatch", reply_to=shown)

    assert "Not watching AI" in answer.text
    assert "Not watching BTC" in answer.text
    assert await hark.words(ANN.id) == ["ETH"]


async def test_an_operator_sees_the_whole(tmp_path_factory: pytest.TempPathFactory) -> None:
    """/status tells an operator about all of Hark, and nobody else."""
    async with a_hark(tmp_path_factory.mktemp("op"), Policy(admins=frozenset({UGO.id}))) as hark:
        await hark.says(ANN, "/watch AI")

        [whole] = await hark.says(UGO, "/status")
        [own] = await hark.says(ANN, "/status")

        assert "Tutto Hark" in whole.text
        assert "All of Hark" not in own.text
        assert (await hark.chat(UGO.id)).kind is ChatKind.PRIVATE


@pytest.mark.parametrize(
    ("person", "says"),
    [
        (ANN, "🔎 AI\nLast day: one hit\n• AI one"),
        (WEI, "🔎 AI\n最近 1 天：1 条\n• AI one"),
        (UGO, "🔎 AI\nUltimo giorno: un risultato\n• AI one"),
    ],
)
async def test_one_entry_is_counted_as_one(town: Town, person: Person, says: str) -> None:
    """A single hit is said in the singular."""
    await keep(town.hark, "AI one")

    [answer] = await town.says(person, "/test AI")

    assert says in answer.text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("zh", "从现在起，这里使用简体中文。"),
        ("zh-TW", "好，之後在這裡說繁體中文。"),
        ("繁體中文", "好，之後在這裡說繁體中文。"),
        ("日本語", "これからここでは日本語でお話しします。"),
        ("ar", "من الآن أتحدث العربية هنا."),
    ],
)
async def test_lang_knows_both_forms_of_chinese_and_every_name(hark: Hark, words: str, answer: str) -> None:
    """/lang takes the code or the name that the speakers use; zh alone is simplified Chinese."""
    [said] = await hark.says(ANN, f"/lang {words}")

    assert said.text == answer
