"""/watch, /unwatch and /list as people use them."""

from __future__ import annotations

import pytest

from handlers.call import Policy
from handlers.following import FOLLOW
from model import ChatState, SourceKind
from store import errands, sources
from store.sources import Wanted
from tests.handlers.people import ANN, CHANNEL, FORUM, GROUP, NOON, UGO, WEI, Hark, Person, a_hark


async def test_watch_starts_at_once(hark: Hark) -> None:
    """/watch is answered with one message that names the words, the count and the next step."""
    async with hark.database.begin() as conn:
        await sources.configure(conn, [Wanted(SourceKind.FEED, "https://a.example/", "A")], NOON)

    [answer] = await hark.says(ANN, "/watch #赵长鹏")

    assert "Watching #赵长鹏" in answer.text
    assert "One source" in answer.text
    assert "1 of 50" in answer.text
    assert "/list" in answer.text
    assert await hark.words(ANN.id) == ["#赵长鹏"]
    assert hark.engine.woken == ["send"]


@pytest.mark.parametrize(
    ("person", "said"), [(ANN, "Watching <b>AI</b>"), (WEI, "已关注 <b>AI</b>"), (UGO, "Ora segui <b>AI</b>")]
)
async def test_the_answer_is_in_the_persons_language(hark: Hark, person: Person, said: str) -> None:
    """The first answer already speaks the language of the person's Telegram."""
    [answer] = await hark.says(person, "/watch AI")

    assert said in answer.html


async def test_without_a_language_it_is_english(hark: Hark) -> None:
    """A client that names no language is answered in English."""
    [answer] = await hark.says(Person(5, "Nemo", ""), "/watch AI")

    assert "Watching AI" in answer.text


@pytest.mark.parametrize("command", ["/watch", "/sub", "/add", "/subscribe", "/WATCH", "/watch@harkbot"])
async def test_other_names_of_watch_work(hark: Hark, command: str) -> None:
    """What other bots call it works too, in any case, with and without the bot's name."""
    await hark.says(ANN, f"{command} SamAltman")

    assert await hark.words(ANN.id) == ["SamAltman"]


async def test_several_words_are_answered_item_by_item(hark: Hark) -> None:
    """Commas, full-width ones too, and new lines separate watches; one message says what became of each."""
    await hark.says(ANN, "/watch AI")

    [answer] = await hark.says(ANN, "/watch ai，SamAltman\n＃比特币, (broken")

    assert answer.text.count("Watching SamAltman") == 1
    assert "Already watching ai" in answer.text
    assert "Watching #比特币" in answer.text
    assert "Did you mean broken?" in answer.text
    assert "3 of 50" in answer.text
    assert await hark.words(ANN.id) == ["AI", "SamAltman", "#比特币"]


async def test_the_same_watch_is_not_made_twice(hark: Hark) -> None:
    """A watch that exists is said so, whatever its case and blanks."""
    await hark.says(ANN, "/watch Sam  Altman")

    [answer] = await hark.says(ANN, "/watch sam AND altman")

    assert "already watching sam altman" in answer.text
    assert await hark.words(ANN.id) == ["Sam Altman"]


async def test_a_mistake_shows_its_place_and_a_way_out(hark: Hark) -> None:
    """A query that cannot be read shows the place with an arrow and a button with the corrected one."""
    [answer] = await hark.says(ANN, '/watch 赵长鹏 "币安')

    lines = answer.text.splitlines()
    assert lines[1] == '赵长鹏 "币安'
    assert lines[2] == "       ↑ here"  # each Chinese character is two columns wide
    assert 'Did you mean 赵长鹏 "币安"?' in answer.text
    assert answer.labels == ['Watch 赵长鹏 "币安"']

    [edited] = await hark.taps(ANN, "Watch", answer)

    assert 'Watching 赵长鹏 "币安"' in edited.text
    assert edited.message_id == answer.message_id
    assert await hark.words(ANN.id) == ['赵长鹏 "币安"']


@pytest.mark.parametrize(
    ("person", "typed", "watched"),
    [
        (ANN, "bitcoin lang:klingon", "bitcoin lang:en"),
        (UGO, "bitcoin *", "bitcoin"),
        (WEI, "比特币 min:x", "比特币 min:2"),
    ],
)
async def test_the_corrected_query_is_the_one_that_is_watched(
    hark: Hark, person: Person, typed: str, watched: str
) -> None:
    """A tap on the corrected query watches it, whatever examples the sentence above it shows."""
    [answer] = await hark.says(person, f"/watch {typed}")

    await hark.taps(person, watched, answer)

    assert await hark.words(person.id) == [watched]


async def test_each_mistake_of_several_has_its_button(hark: Hark) -> None:
    """Among several watches each corrected query can be tapped; the message with the others stays."""
    [answer] = await hark.says(ANN, "/watch foo:bar, AI, bitcoin lang:klingon")
    assert answer.labels == ['Watch "foo:bar"', "Watch bitcoin lang:en", "AI", "Undo"]

    [second] = await hark.taps(ANN, "Watch bitcoin", answer)
    [first] = await hark.taps(ANN, 'Watch "foo', answer)

    assert "Watching bitcoin lang:en" in second.text
    assert second.message_id != answer.message_id != first.message_id
    assert await hark.words(ANN.id) == ["AI", "bitcoin lang:en", '"foo:bar"']


@pytest.mark.parametrize("person", [ANN, UGO, WEI])
async def test_an_address_is_offered_to_be_followed(hark: Hark, person: Person) -> None:
    """/watch with an address has a button that follows it, and one for the words beside it."""
    url = "https://news.example/" + "very-long/" * 9 + "feed?a=1&b=2"
    [answer] = await hark.says(person, f"/watch {url} bitcoin")
    [follow, _] = answer.labels
    assert "news.example" in follow

    await hark.taps(person, follow, answer)
    await hark.taps(person, "bitcoin", answer)

    async with hark.database.begin() as conn:
        [errand] = [each for each in await errands.claim(conn, hark.now, 9) if each.kind == FOLLOW]
    assert errand.payload["address"] == url
    assert await hark.words(person.id) == ["bitcoin"]


async def test_a_query_cannot_style_the_answer(hark: Hark) -> None:
    """Words with < and & are shown as typed."""
    [answer] = await hark.says(ANN, "/watch <b>R&D</b>")

    assert "<b>R&D</b>" in answer.text


async def test_watch_without_words_asks(hark: Hark) -> None:
    """/watch alone asks, and what is said next is taken for the words."""
    [question] = await hark.says(ANN, "/watch")
    assert "/cancel" in question.text

    [answer] = await hark.says(ANN, "SamAltman")

    assert "Watching SamAltman" in answer.text


async def test_a_question_can_be_cancelled(hark: Hark) -> None:
    """/cancel ends the asking; there is nothing to cancel twice."""
    await hark.says(ANN, "/watch")

    [done] = await hark.says(ANN, "/cancel")
    [nothing] = await hark.says(ANN, "/cancel")
    [unknown] = await hark.says(ANN, "SamAltman")

    assert "never mind" in done.text
    assert "nothing to cancel" in nothing.text
    assert "/help" in unknown.text
    assert await hark.words(ANN.id) == []


async def test_a_question_is_forgotten_after_five_minutes(hark: Hark) -> None:
    """What is said much later is no answer to an old question."""
    await hark.says(ANN, "/watch")
    hark.now = NOON.replace(minute=6)

    [answer] = await hark.says(ANN, "SamAltman")

    assert "/help" in answer.text
    assert await hark.words(ANN.id) == []


async def test_in_a_group_the_question_opens_the_reply_field(hark: Hark) -> None:
    """In a group /watch alone asks for a reply, and the reply to it is taken for the words."""
    hark.admins.known.add((GROUP.id, ANN.id))

    [question] = await hark.says(ANN, "/watch@HarkBot", GROUP)
    silence = await hark.says(ANN, "unrelated chatter", GROUP)
    [answer] = await hark.says(ANN, "SamAltman", GROUP, reply_to=question)

    assert question.delivery.message is not None
    assert question.delivery.message.force_reply
    assert silence == []
    assert "Watching SamAltman" in answer.text
    assert await hark.words(GROUP.id) == ["SamAltman"]


async def test_a_watch_made_in_a_topic_lives_there(hark: Hark) -> None:
    """/watch in a forum topic is answered there and its alerts will go there."""
    hark.admins.known.add((FORUM.id, ANN.id))

    [answer] = await hark.says(ANN, "/watch AI", FORUM, topic=42)
    [general] = await hark.says(ANN, "/watch BTC", FORUM)

    assert answer.delivery.thread_id == 42
    assert general.delivery.thread_id is None
    assert [each.thread_id for each in await hark.watched(FORUM.id)] == [42, None]


async def test_a_channel_is_told_by_its_posts(hark: Hark) -> None:
    """Whoever posts /watch in a channel watches for the channel; nobody's rights are asked."""
    [answer] = await hark.posts("/watch AI")

    assert "Watching AI" in answer.text
    assert await hark.words(CHANNEL.id) == ["AI"]
    assert hark.admins.asked == 0


async def test_no_more_watches_than_there_is_room_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The watch beyond the limit is refused with what to do."""
    async with a_hark(tmp_path_factory.mktemp("full"), Policy(watches=2)) as hark:
        await hark.says(ANN, "/watch a1, b2")

        [answer] = await hark.says(ANN, "/watch c3")

        assert "2 watches are the limit here, and you have 2" in answer.text
        assert "/unwatch" in answer.text
        assert await hark.words(ANN.id) == ["a1", "b2"]


@pytest.mark.parametrize("words", ["赵长鹏", "#赵长鹏", "＃赵长鹏"])
async def test_unwatch_removes_at_once(hark: Hark, words: str) -> None:
    """/unwatch with the words of a watch ends it, "#" or not."""
    await hark.says(ANN, "/watch #赵长鹏, SamAltman")

    [answer] = await hark.says(ANN, f"/unwatch {words}")

    assert "Not watching #赵长鹏" in answer.text
    assert await hark.words(ANN.id) == ["SamAltman"]


async def test_unwatch_looks_at_the_sign_before_it_looks_past_it(hark: Hark) -> None:
    """With both "AI" and "#AI" watched, the very one that is named ends."""
    await hark.says(ANN, "/watch AI, #AI")

    await hark.says(ANN, "/unwatch #ai")

    assert await hark.words(ANN.id) == ["AI"]


async def test_unwatch_can_be_undone(hark: Hark) -> None:
    """The button under a removal brings back the very same watch."""
    await hark.says(ANN, "/watch AI")
    before = await hark.watched(ANN.id)
    [removed] = await hark.says(ANN, "/unwatch AI")

    [answer] = await hark.taps(ANN, "Undo", removed)
    again = await hark.taps(ANN, "Undo", removed)

    after = await hark.watched(ANN.id)
    assert "Watching AI again" in answer.text
    assert [each.id for each in after] == [each.id for each in before]
    assert again == []
    assert "cannot be undone" in hark.toasts.shown[-1]


async def test_nobody_takes_back_the_watch_of_another_chat(hark: Hark) -> None:
    """A forged button does nothing to other chats."""
    await hark.says(ANN, "/watch AI")
    [removed] = await hark.says(ANN, "/unwatch AI")
    [mine] = await hark.says(WEI, "/watch BTC")

    await hark.sends_data(WEI, removed.data("Undo"), mine)

    assert await hark.words(ANN.id) == []
    assert await hark.words(WEI.id) == ["BTC"]


async def test_unwatch_of_something_unknown_offers_what_there_is(hark: Hark) -> None:
    """Words that name no watch are said so, with the watches as buttons."""
    await hark.says(ANN, "/watch AI, BTC")

    [answer] = await hark.says(ANN, "/unwatch DOGE")

    assert "not watching DOGE" in answer.text
    assert answer.labels == ["✕ AI", "✕ BTC"]


async def test_unwatch_without_words_lets_people_choose(hark: Hark) -> None:
    """/unwatch alone shows the watches; a tap ends one, the list stays in place and can be undone."""
    await hark.says(ANN, "/watch AI, BTC")
    [chosen] = await hark.says(ANN, "/unwatch")

    [edited] = await hark.taps(ANN, "BTC", chosen)

    assert edited.message_id == chosen.message_id
    assert edited.labels == ["✕ AI", "Undo"]
    assert hark.toasts.shown == ["Not watching BTC any more."]
    assert await hark.words(ANN.id) == ["AI"]


async def test_unwatch_of_several_words_says_what_became_of_each(hark: Hark) -> None:
    """Several words in one /unwatch are answered item by item."""
    await hark.says(ANN, "/watch AI, BTC, ETH")

    [answer] = await hark.says(ANN, "/unwatch ai, eth, doge")

    assert "Not watching AI" in answer.text
    assert "Not watching ETH" in answer.text
    assert "not watching doge" in answer.text
    assert await hark.words(ANN.id) == ["BTC"]


async def test_a_long_list_has_pages(hark: Hark) -> None:
    """/list shows eight watches a page; the arrows turn it in place."""
    await hark.says(ANN, "/watch " + ",".join(f"word{number}" for number in range(1, 12)))

    [first] = await hark.says(ANN, "/list")
    [second] = await hark.taps(ANN, "›", first)

    assert "11 of 50" in first.text
    assert "8. word8" in first.text
    assert "word9" not in first.text
    assert first.labels[-3:] == ["‹", "1/2", "›"]
    assert "11. word11" in second.text
    assert second.message_id == first.message_id


async def test_a_watch_has_a_screen_of_its_own(hark: Hark) -> None:
    """From the list a watch is opened, paused, muted, unmuted and removed, all in one message."""
    await hark.says(ANN, "/watch AI")
    [shown] = await hark.says(ANN, "/list")

    [screen] = await hark.taps(ANN, "AI", shown)
    [paused] = await hark.taps(ANN, "Pause", screen)
    [muted] = await hark.taps(ANN, "Quiet", paused)
    [resumed] = await hark.taps(ANN, "Resume", muted)
    [back] = await hark.taps(ANN, "Back", resumed)
    [removed] = await hark.taps(ANN, "Remove", resumed)

    assert "AI" in screen.text
    assert "paused" in paused.text
    assert "quiet until" in resumed.text
    assert "quiet until" in back.text
    assert "Nothing is watched" in removed.text
    assert {each.message_id for each in (screen, paused, muted, resumed, back, removed)} == {shown.message_id}
    assert hark.toasts.shown[1:4] == ["Paused.", "Quiet for 24 hours.", "Back at work."]


async def test_a_button_of_a_watch_that_is_gone_says_so(hark: Hark) -> None:
    """An old button still answers: the watch is no longer there."""
    await hark.says(ANN, "/watch AI")
    [shown] = await hark.says(ANN, "/list")
    await hark.says(ANN, "/unwatch AI")

    answers = await hark.taps(ANN, "AI", shown)

    assert answers == []
    assert hark.toasts.shown == ["This watch is no longer there."]


async def test_a_paused_chat_is_told_so_when_it_watches(hark: Hark) -> None:
    """Watching while everything is paused says that no alert will come yet."""
    await hark.says(ANN, "/stop")

    [answer] = await hark.says(ANN, "/watch AI")

    assert "paused" in answer.text
    assert "/resume" in answer.text
    assert (await hark.chat(ANN.id)).state is ChatState.PAUSED


async def test_very_long_words_still_make_one_message(hark: Hark) -> None:
    """Whatever people type, an answer fits a message of Telegram."""
    long = (
        ", ".join(f"{'x' * 900}{number}" for number in range(4))
        + ", "
        + ",".join("(a" * 3 for _ in range(60))
    )

    [answer] = await hark.says(ANN, f"/watch {long}")
    [listed] = await hark.says(ANN, "/list")
    [unknown] = await hark.says(ANN, f"/unwatch {'y' * 4000}")

    for each in (answer, listed, unknown):
        assert len(each.text) < 4096
        assert len(each.text.encode()) < 32_000


async def test_words_full_of_signs_are_answered_whole(hark: Hark) -> None:
    """A query of a thousand signs, each longer in HTML, is watched and shown to the last one."""
    words = '"' + "a&<b>" * 199 + '"'

    [answer] = await hark.says(ANN, f"/watch {words}")

    assert await hark.words(ANN.id) == [words]
    assert words in answer.text


async def test_a_list_of_very_long_watches_fits_one_message(hark: Hark) -> None:
    """Six watches of a thousand letters are listed with their beginnings."""
    for index in range(6):
        await hark.says(ANN, f"/watch {index}{'x' * 990}")

    [listed] = await hark.says(ANN, "/list")

    assert len(listed.text) < 1000
    assert [line[0] for line in listed.text.splitlines()[1:7]] == list("123456")


async def test_what_one_message_began_is_opened_and_ended_together(hark: Hark) -> None:
    """Each of several new watches has its screen a tap away; another tap ends them all, and can be undone."""
    await hark.says(ANN, "/watch older")
    [answer] = await hark.says(ANN, "/watch alfa, beta, older")
    assert answer.labels == ["alfa", "beta", "Undo all"]

    [screen] = await hark.taps(ANN, "beta", answer)
    assert "Edit words" in " ".join(screen.labels)
    await hark.says(ANN, "/watch gamma")
    [ended] = await hark.taps(ANN, "Undo all", answer)
    assert await hark.words(ANN.id) == ["older", "gamma"]
    await hark.taps(ANN, "Undo", ended)
    assert sorted(await hark.words(ANN.id)) == ["alfa", "beta", "gamma", "older"]

    await hark.says(ANN, "/unwatch alfa, beta")
    assert await hark.taps(ANN, "Undo all", answer) == []
    assert hark.toasts.shown[-1] == "This watch is no longer there."
