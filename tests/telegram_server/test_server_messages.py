"""Messages on the loopback Telegram: shown, edited, refused as the real one does."""

from __future__ import annotations

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.error import BadRequest

from tests.servers.telegram import TelegramServer
from tests.telegram_server.library import ask, button, send


async def test_a_message_is_shown_as_its_markup_says(telegram: TelegramServer, bot: Bot) -> None:
    """Bold, links and times reach the chat as entities, not as tags."""
    chat = telegram.private(telegram.user("Ada"))

    sent = await send(
        bot, chat.id, '<b>😀 A &amp; B</b> <a href="http://EXAMPLE.org">x</a> '
        '<tg-time unix="1700000000" format="r">14:03</tg-time> #赵长鹏'
    )  # fmt: skip

    message = await chat.next_message()
    assert message.text == sent.text == "😀 A & B x 14:03 #赵长鹏"
    assert message.bold == ("😀 A & B",)
    assert message.links == (("x", "http://example.org/"),)
    assert message.spans("date_time") == ("14:03",)
    assert message.spans("hashtag") == ("#赵长鹏",)
    assert [entity.type for entity in sent.entities] == ["bold", "text_link", "date_time", "hashtag"]
    assert telegram.violations == []


async def test_a_message_keeps_all_that_was_asked_of_it(telegram: TelegramServer, bot: Bot) -> None:
    """Buttons, silence, reply and link preview are on the record."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    asked = await chat.says(ada, "/watch x")
    keyboard = InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton("Open", url="https://example.org/a"),
                InlineKeyboardButton("Stop", callback_data="s:1"),
            ]
        ]
    )

    await send(
        bot,
        chat.id,
        reply_markup=keyboard,
        disable_notification=True,
        reply_parameters=ReplyParameters(asked.id),
        link_preview_options=LinkPreviewOptions(url="https://example.org/a", prefer_small_media=True),
    )

    message = await chat.next_message()
    assert message.labels == ("Open", "Stop")
    assert message.button("Open").url == "https://example.org/a"
    assert message.silent
    assert message.reply_to == asked.id
    assert message.link_preview.url == "https://example.org/a"
    assert message.link_preview.small


async def test_an_edit_changes_the_text_and_keeps_the_history(telegram: TelegramServer, bot: Bot) -> None:
    """An edited message shows the new text; buttons that are not sent again disappear."""
    chat = telegram.private(telegram.user("Ada"))
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Stop", callback_data="s:1")]])
    sent = await send(bot, chat.id, "one", reply_markup=keyboard)

    await bot.edit_message_text("two", chat.id, sent.message_id)

    message = chat.messages[0]
    assert message.text == "two"
    assert message.labels == ()
    assert [version.formatted.text for version in message.versions] == ["one", "two"]


async def test_the_same_edit_again_is_refused(telegram: TelegramServer, bot: Bot) -> None:
    """Telegram says that the message is not modified."""
    chat = telegram.private(telegram.user("Ada"))
    sent = await send(bot, chat.id, "one")

    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("one", chat.id, sent.message_id)

    assert telegram.violations == []


async def test_a_deleted_message_cannot_be_edited(telegram: TelegramServer, bot: Bot) -> None:
    """What somebody deleted is not found any more."""
    chat = telegram.private(telegram.user("Ada"))
    sent = await send(bot, chat.id)
    await bot.delete_message(chat.id, sent.message_id)

    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", chat.id, sent.message_id)

    assert chat.visible == []


BAD_MARKUP = {
    "<br>": 'Unsupported start tag "br" at byte offset 0',
    "é<b>x": 'Can\'t find end tag corresponding to start tag "b"',
    "x</b>": "Unexpected end tag at byte offset 1",
    "<b>x</i>": 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    "x <b": "Unclosed start tag at byte offset 2",
    "<a href=x y>z</a>": "Expected equal sign in declaration of an attribute",
    '<span class="x">z</span>': 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    '<tg-time unix="now">z</tg-time>': "Invalid date-time value",
    "1 < 2": 'Unsupported start tag "" at byte offset 2',
}


@pytest.mark.parametrize("html", BAD_MARKUP)
async def test_bad_markup_gets_telegrams_own_complaint(telegram: TelegramServer, bot: Bot, html: str) -> None:
    """Whatever is not Telegram's HTML is refused, with the place of the mistake."""
    chat = telegram.private(telegram.user("Ada"))

    with pytest.raises(BadRequest) as refused:
        await send(bot, chat.id, html)

    assert f"can't parse entities: {BAD_MARKUP[html]}".lower() in str(refused.value).lower()
    assert len(telegram.violations) == 1
    assert chat.messages == []


BAD_MESSAGES: dict[str, tuple[str, dict[str, object]]] = {
    "too long": ("message is too long", {"html": "x" * 4097}),
    "blank": ("text must be non-empty", {"html": " \u200b\n "}),
    "general topic": ("message thread not found", {"message_thread_id": 1}),
    "no web address": ("is invalid: Wrong HTTP URL", {"reply_markup": button(url="http://localhost/x")}),
    "other scheme": ("Unsupported URL protocol", {"reply_markup": button(url="ftp://example.org/x")}),
    "a button without deed": ("text buttons are unallowed", {"reply_markup": button()}),
}


@pytest.mark.parametrize("name", BAD_MESSAGES)
async def test_a_message_that_no_chat_can_show_is_refused(
    telegram: TelegramServer, bot: Bot, name: str
) -> None:
    """Length, emptiness, topic and buttons are checked as Telegram does."""
    chat = telegram.private(telegram.user("Ada"))
    complaint, options = BAD_MESSAGES[name]

    with pytest.raises(BadRequest) as refused:
        await send(bot, chat.id, **options)  # type: ignore[arg-type]

    assert complaint.lower() in str(refused.value).lower()
    assert len(telegram.violations) == 1


async def test_a_message_of_the_longest_length_passes(telegram: TelegramServer, bot: Bot) -> None:
    """4096 counts code points after the markup is read."""
    chat = telegram.private(telegram.user("Ada"))

    await send(bot, chat.id, "<b>" + "😀" * 4096 + "</b>")

    assert len(chat.messages[0].text) == 4096


@pytest.mark.parametrize("data", ["", "x" * 65])
async def test_button_data_has_its_limit(telegram: TelegramServer, data: str) -> None:
    """Data of a button is 1 to 64 bytes."""
    chat = telegram.private(telegram.user("Ada"))
    markup = {"inline_keyboard": [[{"text": "b", "callback_data": data}]]}

    answer = await ask(telegram, "sendMessage", {"chat_id": chat.id, "text": "x", "reply_markup": markup})

    assert answer["description"] == "Bad Request: BUTTON_DATA_INVALID"


async def test_files_reactions_and_signs_of_life_arrive(telegram: TelegramServer, bot: Bot) -> None:
    """A document with a caption, a reaction, "typing", a question that wants a reply."""
    ada = telegram.user("Ada")
    chat = telegram.private(ada)
    said = await chat.says(ada, "hello")

    await bot.send_document(
        chat.id, b"<opml/>", filename="hark.opml", caption="<b>Yours</b>", parse_mode="HTML"
    )
    await bot.send_photo(chat.id, b"png", caption="a chart")
    await bot.set_message_reaction(chat.id, said.id, "👌")
    await bot.send_chat_action(chat.id, "typing")
    await send(bot, chat.id, "Which words?", reply_markup=ForceReply())

    document, photo, question = chat.messages
    assert (document.kind, document.file, document.file_name) == ("document", b"<opml/>", "hark.opml")
    assert document.bold == ("Yours",)
    assert photo.kind == "photo"
    assert said.reactions == ("👌",)
    assert chat.actions == ["typing"]
    assert question.force_reply
    assert telegram.violations == []
