"""The one call that puts a message into a Telegram chat, by python-telegram-bot's own Bot."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import KeyboardButtonStyle, ParseMode
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from alerts.refusals import Refusal, as_send_error
from errors import SendUncertain
from model import Attachment, Button, Message

_GENERAL = 1  # a forum's General topic is addressed by naming no topic

_Answer = TypeVar("_Answer")


class TelegramPost:
    """Sends and edits through a Bot; waits, paces and repeats nothing."""

    def __init__(self, bot: Bot) -> None:
        """Send as `bot`, whose time-outs must outlast the 8 s that Telegram's server may hold a request."""
        self._bot = bot

    async def send(self, chat_id: int, thread_id: int | None, message: Message) -> int:
        """Send a new message and return its id. Raises SendError."""
        if message.attached is not None:
            return await self._send_file(chat_id, thread_id, message, message.attached)
        sent = await _answer(
            self._bot.send_message(
                chat_id,
                message.html,
                parse_mode=ParseMode.HTML,
                message_thread_id=None if thread_id == _GENERAL else thread_id,
                disable_notification=message.silent,
                link_preview_options=_preview(message),
                reply_parameters=_reply(message),
                reply_markup=_keyboard(message) or _force_reply(message),
            )
        )
        if sent is None:
            raise SendUncertain("Telegram answered a new message as it answers an edit")
        return sent.message_id

    async def _send_file(
        self, chat_id: int, thread_id: int | None, message: Message, file: Attachment
    ) -> int:
        send = self._bot.send_photo if file.picture else self._bot.send_document
        sent = await _answer(
            send(
                chat_id,
                InputFile(file.body, filename=file.name),
                caption=message.html,
                parse_mode=ParseMode.HTML,
                message_thread_id=None if thread_id == _GENERAL else thread_id,
                disable_notification=message.silent,
                reply_markup=_keyboard(message),
            )
        )
        if sent is None:
            raise SendUncertain("Telegram answered a new message as it answers an edit")
        return sent.message_id

    async def edit(self, chat_id: int, message: Message) -> int:
        """Let the message `message.edit_message_id` read as `message`; return its id. Raises SendError.

        Of `buttons_only` its words stay as they are, with all that a reader unfolded in them.
        """
        message_id = message.edit_message_id or 0
        if message.buttons_only:
            markup = _keyboard(message)
            await _answer(self._bot.edit_message_reply_markup(chat_id, message_id, reply_markup=markup))
            return message_id
        await _answer(
            self._bot.edit_message_text(
                message.html,
                chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=_preview(message),
                reply_markup=_keyboard(message),
            )
        )
        return message_id


async def _answer(request: Awaitable[_Answer]) -> _Answer | None:
    """Return Telegram's answer, None when it says that there was nothing to do. Raises SendError."""
    try:
        return await request
    except TelegramError as error:
        meant = as_send_error(_read(error))
        if meant is None:
            return None
        raise meant from error
    except (KeyError, TypeError, AttributeError) as error:
        raise SendUncertain("the answer is not one of Telegram's") from error


def _read(error: TelegramError) -> Refusal:
    return Refusal(
        kind=type(error).__name__,
        text=error.message,
        cause=type(error.__cause__).__name__,
        retry_after=error.retry_after if isinstance(error, RetryAfter) else None,
        new_chat_id=error.new_chat_id if isinstance(error, ChatMigrated) else None,
    )


def _preview(message: Message) -> LinkPreviewOptions:
    if not message.preview_url:
        return LinkPreviewOptions(is_disabled=True)
    return LinkPreviewOptions(url=message.preview_url, prefer_small_media=True)


def _reply(message: Message) -> ReplyParameters | None:
    if message.reply_to is None:
        return None
    return ReplyParameters(message.reply_to, allow_sending_without_reply=True)


def _keyboard(message: Message) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in message.buttons])


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        url=button.url or None,
        callback_data=button.data or None,
        style=KeyboardButtonStyle.DANGER if button.danger else None,
    )


def _force_reply(message: Message) -> ForceReply | None:
    return ForceReply(selective=True) if message.force_reply else None
