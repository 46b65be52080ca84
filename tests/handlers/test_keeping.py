"""What a chat has, given back and brought along, and erased: /export, /import, /privacy, /forgetme."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.backup import NoBackup, read_document
from handlers.files import FileTrouble
from handlers.seeking import FoundFeed
from model import (
    Attachment,
    ChatState,
    DeliveryKind,
    Document,
    Failure,
    FailureReason,
    FollowMode,
    Message,
)
from store import chats, deliveries, erasing
from store.schema import metadata
from tests.handlers.people import ANN, ANONYMOUS, FORUM, GROUP, UGO, WEI, Answer, Hark, Person
from tests.handlers.town import ENTRIES, FEED, Town

SECRET = "https://news.example/feed.xml?key=s3cret"


def file(answer: Answer) -> Attachment:
    """Return the file that a message brings."""
    assert answer.delivery.message is not None
    assert answer.delivery.message.attached is not None
    return answer.delivery.message.attached


async def furnished(town: Town, person: Person = ANN) -> None:
    """Let somebody have one of everything."""
    await town.hark.says(person, "/watch #AI, 赵长鹏 -招聘")
    await town.hark.says(person, "/alias CZ = Big Z")
    await town.hark.says(person, "/pause #AI")
    await town.hark.says(person, "/timezone Asia/Tokyo")
    [followed] = await town.says(person, f"/follow {FEED}")
    await town.hark.taps(person, "Everything" if person.language == "en" else "Tutto", followed)


async def test_export_is_one_document_that_people_can_read(town: Town) -> None:
    """/export gives watches, names, sources and settings as JSON, and the feeds as OPML."""
    await furnished(town)

    backup, feeds = await town.hark.says(ANN, "/export")

    said = json.loads(file(backup).body)
    assert [each["query"] for each in said["watches"]] == ["#AI", "赵长鹏 -招聘"]
    assert said["watches"][0]["paused"] is True
    assert said["names"] == [["CZ", "Big Z"]]
    assert said["sources"] == [{"kind": "feed", "address": FEED, "name": "The News", "everything": True}]
    assert said["settings"]["zone"] == "Asia/Tokyo"
    assert file(backup).name == "hark-2026-11-25.json"
    assert f'xmlUrl="{FEED}"' in file(feeds).body.decode()
    assert "Watches: 2 · sources: 1 · names: 1" in backup.text


async def test_what_was_exported_is_taken_back_elsewhere_and_never_twice(town: Town) -> None:
    """Ugo takes Ann's file: everything is there once, as she had it; taken again nothing is new."""
    await furnished(town)
    backup, _ = await town.hark.says(ANN, "/export")

    _, report = await town.sends_file(UGO, file(backup).body, "hark.json")
    _, again = await town.sends_file(UGO, file(backup).body, "hark.json", caption="/import")

    assert report.text.splitlines()[0] == "📥 Nuove ricerche: 2 · fonti: 1 · nomi: 1"
    assert await town.hark.words(UGO.id) == ["#AI", "赵长鹏 -招聘"]
    assert [each.paused for each in await town.hark.watched(UGO.id)] == [True, False]
    [(_, follow)] = await town.own(UGO.id)
    assert follow.mode is FollowMode.EVERYTHING
    assert (await town.hark.chat(UGO.id)).language == "en"  # a setting of the file
    assert "New watches: 0 · sources: 0 · names: 0" in again.text
    assert "There already, left as it is: 4" in again.text


async def test_an_import_says_line_by_line_what_did_not_work(town: Town) -> None:
    """What cannot be watched for, named or read is said by name; the rest is taken."""
    said = {
        "hark": 1,
        "watches": ["AI", "(", {"query": "BTC", "muted_until": "soon"}],
        "names": [["one"]],
        "sources": [{"kind": "feed", "address": "https://10.0.0.1/"}, {"kind": "gopher", "address": "x"}],
    }

    town.far.feeds["https://10.0.0.1/"] = Failure(FailureReason.NOT_PUBLIC)

    _, report = await town.says(ANN, "/import " + json.dumps(said))

    assert "New watches: 2" in report.text
    assert "✗ ( cannot be watched for" in report.text
    assert "✗ one: these names were not taken" in report.text
    assert "cannot be followed" in report.text
    assert "✓ AI" in report.text


async def test_an_import_keeps_to_the_number_of_watches(town: Town) -> None:
    """Of sixty watches fifty are taken, and ten are said to have no room."""
    words = [f"word{number}" for number in range(60)]

    _, report = await town.says(ANN, "/import " + json.dumps({"hark": 1, "watches": words}))

    assert len(await town.hark.words(ANN.id)) == 50
    assert "Watches without room: 10" in report.text


async def test_import_asks_for_the_file(town: Town) -> None:
    """/import alone asks; the file that comes next is taken; a reply to a file takes that one."""
    [question] = await town.hark.says(ANN, "/import")

    _, report = await town.sends_file(ANN, b'{"hark": 1, "watches": ["AI"]}', "backup.txt")

    assert "/export" in question.text
    assert "New watches: 1" in report.text


async def test_import_as_a_reply_takes_the_file_replied_to(town: Town) -> None:
    """In a group an administrator answers a file with /import."""
    town.hark.admins.known.add((GROUP.id, ANN.id))
    town.files.kept["f1"] = b'{"hark": 1, "watches": ["AI"]}'
    sent = {"file_id": "f1", "file_unique_id": "u", "file_name": "hark.json", "file_size": 30}
    replied = town.hark.message(UGO, GROUP, document=sent)

    await town.hark.gets({"message": town.hark.message(ANN, GROUP, text="/import", reply_to_message=replied)})
    await town.step.step()

    assert await town.hark.words(GROUP.id) == ["AI"]


async def test_a_list_of_feeds_is_imported_too(town: Town) -> None:
    """/import takes OPML as /follow does."""
    body = f'<opml version="2.0"><body><outline type="rss" xmlUrl="{FEED}"/></body></opml>'.encode()

    _, report = await town.sends_file(ANN, body, "feeds.opml", caption="/import")

    assert "One new source is followed" in report.text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"hello", "no file of /export"),
        (b'{"other": 1}', "no file of /export"),
        (b"\xff\xfe\x00", "no file of /export"),
        (b"[" * 100_000, "no file of /export"),
        (FileTrouble.GONE, "send it again"),
    ],
)
async def test_what_cannot_be_imported_is_said(town: Town, body: bytes | FileTrouble, said: str) -> None:
    """A file of another kind, a broken one, one that Telegram lost: each has its sentence."""
    _, report = await town.sends_file(ANN, body, "x.json", caption="/import")

    assert said in report.text


@pytest.mark.parametrize("said", ["[]", "1", '{"hark": 1, "watches": 5, "names": {}, "sources": [1, null]}'])
def test_a_document_of_any_shape_is_read_or_refused(said: str) -> None:
    """Nothing that a person writes into the file breaks the reading of it."""
    try:
        assert read_document(said.encode()).watches == ()
    except NoBackup:
        assert not said.startswith("{")


async def test_in_groups_the_file_goes_to_the_administrator_alone(town: Town) -> None:
    """The addresses of a group are not shown to all of it: the file comes in private."""
    town.hark.admins.known.add((GROUP.id, ANN.id))
    await town.hark.says(ANN, "/watch AI", GROUP)

    [refused] = await town.hark.says(ANN, "/export", GROUP)
    await town.hark.says(ANN, "/start")
    answers = await town.hark.says(ANN, "/export", GROUP)

    assert "Write /start@HarkBot to me in private" in refused.text
    private, public = sorted(answers, key=lambda each: each.delivery.chat_id != ANN.id)
    assert private.delivery.chat_id == ANN.id
    assert b'"AI"' in file(private).body
    assert public.delivery.chat_id == GROUP.id
    assert "in our private chat" in public.text


async def test_members_and_the_anonymous_get_no_file(town: Town) -> None:
    """A member is refused; an anonymous administrator, whom Hark cannot write to, is told what to do."""
    [member] = await town.hark.says(WEI, "/export", GROUP)
    said = {"sender_chat": FORUM.json(), "from": ANONYMOUS, "text": "/export"}
    [anonymous] = await town.hark.gets({"message": town.hark.message(ANN, FORUM) | said})

    assert "管理员" in member.text
    assert "as yourself" in anonymous.text


async def everything(hark: Hark) -> str:
    """Return all that the database holds, as one text."""
    async with hark.database.read() as conn:
        rows = [
            f"{table.name}: {tuple(row)}"
            for table in metadata.sorted_tables
            for row in await conn.execute(select(table))
        ]
    return "\n".join(rows)


async def test_forgetme_erases_from_every_table(town: Town) -> None:
    """A backup, a question with two verbs, and then no row of any table knows the chat any more."""
    hark = town.hark
    town.far.feeds[SECRET] = FoundFeed(
        SECRET, "Mine", Document(entries=ENTRIES, title="Mine", body_hash=b"1")
    )
    await hark.says(ANN, "/watch Zanzibar")
    await hark.says(ANN, "/alias Zanzibar = Unguja")
    await town.says(ANN, f"/follow {SECRET}")
    await hark.says(ANN, "/test")  # leaves a question open
    backup, question = await hark.says(ANN, "/forgetme")

    [done] = await hark.taps(ANN, "Yes, erase everything", question)
    async with hark.database.begin() as conn:
        [last] = await deliveries.due(conn, hark.now, 10)
        taken = await deliveries.take(conn, last)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, 1, hark.now)

    kept = await everything(hark)
    assert question.labels == ["Yes, erase everything", "Keep it"]
    assert file(backup).body
    assert done.text == "🧹 Everything is erased. /start begins anew."
    assert done.message_id == question.message_id
    for trace in ("Zanzibar", "Unguja", "s3cret", "Old news", f"({ANN.id},", f" {ANN.id},"):
        assert trace not in kept


async def test_forgetme_can_be_thought_over(town: Town) -> None:
    """*Keep it* leaves everything; a chat that others share a source with keeps it for them."""
    await furnished(town)
    await town.says(UGO, f"/follow {FEED}")
    _, question = await town.hark.says(ANN, "/forgetme")

    [kept] = await town.hark.taps(ANN, "Keep it", question)
    assert kept.text == "Everything stays as it is."
    assert len(await town.hark.words(ANN.id)) == 2

    await town.hark.taps(ANN, "Yes, erase everything", question)
    assert [source.address for source, _ in await town.own(UGO.id)] == [FEED]


async def test_a_member_cannot_erase_a_group(town: Town) -> None:
    """The button under the question asks for the rights of whoever taps it."""
    hark = town.hark
    hark.admins.known.add((GROUP.id, ANN.id))
    await hark.says(ANN, "/start")
    await hark.says(ANN, "/watch AI", GROUP)
    answers = await hark.says(ANN, "/forgetme", GROUP)
    question = next(each for each in answers if each.labels)

    assert await hark.taps(WEI, "Yes", question) == []
    assert await hark.words(GROUP.id) == ["AI"]

    await hark.taps(ANN, "Yes", question)
    assert await hark.words(GROUP.id) == []


@pytest.mark.parametrize(("person", "said"), [(ANN, "days: 30"), (WEI, "保存天数：30"), (UGO, "giorni: 30")])
async def test_privacy_is_said_in_the_chats_language(hark: Hark, person: Person, said: str) -> None:
    """/privacy says what is kept, who sees it, how long."""
    [answer] = await hark.says(person, "/privacy")

    assert said in answer.text
    assert "/forgetme" in answer.text


async def test_stop_has_a_way_back(hark: Hark) -> None:
    """Under /stop one tap lets alerts come again, in place."""
    await hark.says(ANN, "/watch AI")
    [stopped] = await hark.says(ANN, "/stop")

    [resumed] = await hark.taps(ANN, "Resume", stopped)

    assert resumed.message_id == stopped.message_id
    assert (await hark.chat(ANN.id)).state is ChatState.ACTIVE


async def test_a_lost_chat_is_kept_for_thirty_days(hark: Hark) -> None:
    """Blocked on day 0, the watches are there on day 29 and every trace is gone on day 31."""
    await hark.says(ANN, "/watch Zanzibar")
    async with hark.database.begin() as conn:
        await chats.set_state(conn, ANN.id, ChatState.BLOCKED, hark.now)
        early = await chats.lost_since(conn, hark.now + timedelta(days=29) - timedelta(days=30))
        late = await chats.lost_since(conn, hark.now + timedelta(days=31) - timedelta(days=30))
        await erasing.erase(conn, late)

    assert (early, late) == ([], [ANN.id])
    assert "Zanzibar" not in await everything(hark)


async def test_a_file_that_arrived_is_not_kept(hark: Hark) -> None:
    """The backup waits in the outbox as it is, and is no longer there once it was sent."""
    message = Message("here", attached=Attachment("a.json", b"\x00\xffsecret"))
    async with hark.database.begin() as conn:
        await deliveries.owe_message(conn, deliveries.OwedMessage(1, DeliveryKind.ANSWER, message), hark.now)
        [due] = await deliveries.due(conn, hark.now, 1)
        taken = await deliveries.take(conn, due)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, 5, hark.now)
        sent = await deliveries.find(conn, due.id)

    assert due.message == message
    assert sent is not None
    assert sent.message == Message("here")
