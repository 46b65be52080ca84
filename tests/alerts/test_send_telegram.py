"""How a message reaches a Telegram chat, and what each refusal becomes on the way back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from alerts.send_telegram import TelegramPost
from errors import (
    ChatMigrated,
    ChatUnavailable,
    EditImpossible,
    FloodWait,
    MessageRefused,
    NoRight,
    Plainer,
    SendFailed,
    SendUncertain,
    TokenRefused,
    TopicGone,
)
from handlers.updates import build_bot
from model import Attachment, Button, Message
from tests.alerts.test_refusals import NOT_A_SENDERS, REACTIONS, TABLE, reaction, rows
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Chat

# python-telegram-bot 22.8 warns whenever it builds a RetryAfter; the number of seconds is read in both forms
pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    """A loopback Telegram."""
    async with TelegramServer() as server:
        yield server


@pytest.fixture
async def post(telegram: TelegramServer) -> AsyncIterator[TelegramPost]:
    """The post to it, through the Bot that Hark runs with."""
    async with build_bot(telegram.token, telegram.base_url) as bot:
        yield TelegramPost(bot)


@pytest.fixture
def ada(telegram: TelegramServer) -> Chat:
    """The private chat of a person."""
    return telegram.private(telegram.user("Ada"))


@pytest.mark.parametrize(("picture", "kind"), [(False, "document"), (True, "photo")])
async def test_a_file_arrives_with_its_caption(
    telegram: TelegramServer, post: TelegramPost, ada: Chat, picture: bool, kind: str
) -> None:
    """A file comes to the byte, under its name, with words and buttons; a picture is shown as one."""
    file = Attachment("hark.json", b"\x89PNG\x00", picture)

    await post.send(ada.id, None, Message("<b>here</b>", ((Button("Why", data="w:1"),),), attached=file))

    [message] = ada.messages
    assert (message.kind, message.file_name, message.file) == (kind, "hark.json", b"\x89PNG\x00")
    assert message.text == "here"


async def test_a_message_arrives_as_it_was_meant(
    telegram: TelegramServer, post: TelegramPost, ada: Chat
) -> None:
    """Markup, link preview, sound and buttons reach the chat, the destructive button in red."""
    message = Message(
        "<b>赵长鹏</b> &amp; co",
        buttons=((Button("Open", url="https://example.com/1"),), (Button("Stop", "s:1", danger=True),)),
        preview_url="https://example.com/1",
        silent=True,
    )

    number = await post.send(ada.id, None, message)

    [sent] = ada.messages
    assert (sent.id, sent.text, sent.bold, sent.silent) == (number, "赵长鹏 & co", ("赵长鹏",), True)
    assert [(b.label, b.data, b.url, b.style) for b in sent.buttons] == [
        ("Open", "", "https://example.com/1", ""),
        ("Stop", "s:1", "", "danger"),
    ]
    assert (sent.link_preview.url, sent.link_preview.small) == ("https://example.com/1", True)
    assert telegram.violations == []


async def test_a_message_without_preview_shows_none(post: TelegramPost, ada: Chat) -> None:
    """No link preview is drawn where none is wanted, and the phone rings."""
    await post.send(ada.id, None, Message('<a href="https://example.com/">x</a>'))

    [sent] = ada.messages
    assert (sent.link_preview.disabled, sent.silent) == (True, False)


async def test_an_answer_replies_even_to_words_that_are_gone(
    telegram: TelegramServer, post: TelegramPost, ada: Chat
) -> None:
    """A reply quotes the person's words, and comes all the same when they were deleted."""
    there = await ada.says(telegram.user("Ada"), "/watch")
    gone = await ada.says(telegram.user("Ada"), "/watch 2")
    ada.deletes(gone)

    await post.send(ada.id, None, Message("which words?", reply_to=there.id, force_reply=True))
    await post.send(ada.id, None, Message("which words?", reply_to=gone.id))

    assert [(sent.reply_to, sent.force_reply) for sent in ada.messages] == [(there.id, True), (None, False)]


async def test_a_topic_gets_its_message_and_general_is_no_topic(
    telegram: TelegramServer, post: TelegramPost
) -> None:
    """Messages arrive in the topic they are for; General's number 1 is left out as Telegram wants it."""
    forum = telegram.group("Crypto", forum=True)
    topic = forum.creates_topic("News")

    await post.send(forum.id, topic, Message("in the topic"))
    await post.send(forum.id, 1, Message("in General"))

    assert [(sent.text, sent.thread_id) for sent in forum.messages] == [
        ("in the topic", topic),
        ("in General", None),
    ]
    assert telegram.violations == []


async def test_an_edit_changes_the_message_and_may_be_repeated(post: TelegramPost, ada: Chat) -> None:
    """The message reads as wanted, its buttons gone; asking for the same again is no error."""
    number = await post.send(ada.id, None, Message("one", buttons=((Button("x", "x"),),)))
    edited = Message("two", edit_message_id=number)

    ids = [await post.edit(ada.id, edited), await post.edit(ada.id, edited)]

    assert ids == [number, number]
    assert [(sent.text, sent.buttons, len(sent.edits)) for sent in ada.messages] == [("two", (), 1)]


async def test_an_edit_of_what_is_gone_is_impossible(post: TelegramPost, ada: Chat) -> None:
    """A deleted message cannot be edited, and Hark is told so."""
    number = await post.send(ada.id, None, Message("one"))
    ada.deletes(ada.messages[0])

    with pytest.raises(EditImpossible):
        await post.edit(ada.id, Message("two", edit_message_id=number))


async def test_a_flood_wait_says_how_long(telegram: TelegramServer, post: TelegramPost, ada: Chat) -> None:
    """The wait that Telegram asks for is known to the second."""
    telegram.flood(7, ada)

    with pytest.raises(FloodWait) as refused:
        await post.send(ada.id, None, Message("hello"))

    assert refused.value.seconds == 7


async def test_a_migrated_group_says_where_it_went(telegram: TelegramServer, post: TelegramPost) -> None:
    """The new id of a group that became a supergroup is known from the refusal."""
    group = telegram.group("Crypto", kind="group")
    new = group.migrates()

    with pytest.raises(ChatMigrated) as refused:
        await post.send(group.id, None, Message("hello"))

    assert refused.value.new_chat_id == new.id


async def test_a_chat_that_is_closed_to_hark_is_told_from_one_that_is_gone(
    telegram: TelegramServer, post: TelegramPost
) -> None:
    """Blocked and kicked may come back, a deleted account may not, a mute is about rights."""
    blocked, dead = (telegram.private(telegram.user(name)) for name in ("Bob", "Cyd"))
    muted, closed = telegram.group("Quiet"), telegram.group("Forum", forum=True)
    blocked.blocks()
    dead.dies()
    muted.mutes_bot()
    topic = closed.creates_topic("News")
    closed.closes_topic(topic)

    found = [
        await _refused(post, chat.id, thread)
        for chat, thread in ((blocked, None), (dead, None), (muted, None), (closed, topic))
    ]

    assert found == [(ChatUnavailable, False), (ChatUnavailable, True), NoRight, TopicGone]


async def _refused(post: TelegramPost, chat_id: int, thread_id: int | None = None) -> object:
    try:
        await post.send(chat_id, thread_id, Message("hello"))
    except Exception as error:  # any: what it is, the caller compares
        return reaction(error)  # type: ignore[arg-type]
    return "sent"


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_lost_answer_leaves_it_open_whether_the_message_arrived(
    telegram: TelegramServer, post: TelegramPost, ada: Chat, accepted: bool
) -> None:
    """A cut connection and a 502 say nothing about the message: both are uncertain."""
    telegram.cuts_connection(1, after_accepting=accepted)
    with pytest.raises(SendUncertain):
        await post.send(ada.id, None, Message("hello"))

    telegram.fails(1, status=502, after_accepting=accepted)
    with pytest.raises(SendUncertain):
        await post.send(ada.id, None, Message("hello"))

    assert len(ada.messages) == (2 if accepted else 0)


async def test_a_restarting_server_has_done_nothing(
    telegram: TelegramServer, post: TelegramPost, ada: Chat
) -> None:
    """A Bot API server that restarts has not sent the message."""
    telegram.refuses("Internal Server Error: restart", 500)

    with pytest.raises(SendFailed):
        await post.send(ada.id, None, Message("hello"))


async def test_an_unreachable_telegram_has_sent_nothing() -> None:
    """When nobody listens, the message certainly did not go out."""
    closed = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
    port = closed.sockets[0].getsockname()[1]
    closed.close()
    await closed.wait_closed()

    async with _unconnected(port) as post:
        with pytest.raises(SendFailed):
            await post.send(1, None, Message("hello"))


@pytest.mark.parametrize("body", [b"<html>hello</html>", b"[]", b'{"ok": true}', b'{"result": 5}'])
async def test_an_answer_that_is_not_telegrams_is_uncertain(body: bytes) -> None:
    """A captive portal that answers 200 to everything has perhaps passed the message on, perhaps not."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    portal = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with portal, _unconnected(portal.sockets[0].getsockname()[1]) as post:
        with pytest.raises(SendUncertain):
            await post.send(1, None, Message("hello"))


@asynccontextmanager
async def _unconnected(port: int) -> AsyncIterator[TelegramPost]:
    """A post whose Bot has asked nothing yet."""
    bot = build_bot("1:AAHark-loopback", f"http://127.0.0.1:{port}/bot")
    yield TelegramPost(bot)
    await bot.request.shutdown()


async def test_a_closed_bot_has_sent_nothing(telegram: TelegramServer, ada: Chat) -> None:
    """What is tried while Hark shuts down is tried again at the next start, without a number."""
    async with build_bot(telegram.token, telegram.base_url) as bot:
        post = TelegramPost(bot)

    with pytest.raises(SendFailed):
        await post.send(ada.id, None, Message("hello"))


async def test_a_revoked_token_stops_everything(
    telegram: TelegramServer, post: TelegramPost, ada: Chat
) -> None:
    """A token that @BotFather revoked is told from every other trouble, and is not shown."""
    telegram.revokes_token()

    with pytest.raises(TokenRefused) as refused:
        await post.send(ada.id, None, Message("hello"))

    assert telegram.token not in str(refused.value)


async def test_an_unknown_refusal_asks_for_the_words_alone(
    telegram: TelegramServer, post: TelegramPost, ada: Chat
) -> None:
    """After a refusal that nobody has heard of the words are tried with nothing around them."""
    telegram.refuses("Bad Request: SOMETHING_NEW")

    with pytest.raises(MessageRefused) as refused:
        await post.send(ada.id, None, Message("hello"))

    assert refused.value.without == Plainer(markup=True, extras=True, reply=True)


@pytest.mark.skipif(not TABLE.exists(), reason="the table of Telegram's errors is not beside this checkout")
async def test_every_description_gets_its_reaction_over_the_wire(
    telegram: TelegramServer, post: TelegramPost, ada: Chat
) -> None:
    """Each description of the table, as the server sends it, becomes what the table asks for."""
    ours = [
        row
        for row in rows()
        if row["what_to_do"] not in NOT_A_SENDERS | {"migrate", "retry_after"}  # these carry parameters
    ]
    found = []
    for row in ours:
        telegram.refuses(row["description"], int(row["http_code"]), ada)
        found.append(await _refused(post, ada.id))

    wrong = [
        (row["description"], got)
        for row, got in zip(ours, found, strict=True)
        if got != REACTIONS[row["what_to_do"]]
    ]
    assert wrong == []
