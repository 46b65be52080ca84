"""The one call that puts a message into a Telegram chat, by python-telegram-bot's own Bot."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

from telegram import (
    Bot,
    ChatAdministratorRights,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    KeyboardButtonRequestChat,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import KeyboardButtonStyle, ParseMode
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from alerts.refusals import Refusal, as_send_error
from errors import SendUncertain
from model import Attachment, Button, Message, Pick, Picked

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
                reply_markup=_keyboard(message) or _force_reply(message) or _keys(message),
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


def _keys(message: Message) -> ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if message.picks_end:
        return ReplyKeyboardRemove()
    if not message.picks:
        return None
    rows = [[_key(pick)] for pick in message.picks]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)


def _key(pick: Pick) -> KeyboardButton:
    return KeyboardButton(pick.label, request_chat=_request(pick.asks) if pick.asks else None)


def _request(asks: int) -> KeyboardButtonRequestChat:
    """Return what Telegram offers: channels where the person may let Hark post, groups that they run."""
    if asks == Picked.CHANNEL:
        rights = _rights(can_manage_chat=True, can_post_messages=True)
        return KeyboardButtonRequestChat(
            asks,
            chat_is_channel=True,
            user_administrator_rights=rights,
            bot_administrator_rights=rights,
            request_title=True,
        )
    rights = _rights(can_manage_chat=True)
    return KeyboardButtonRequestChat(
        asks, chat_is_channel=False, user_administrator_rights=rights, bot_is_member=True, request_title=True
    )


def _rights(*, can_manage_chat: bool, can_post_messages: bool | None = None) -> ChatAdministratorRights:
    return ChatAdministratorRights(
        is_anonymous=False,
        can_manage_chat=can_manage_chat,
        can_delete_messages=False,
        can_manage_video_chats=False,
        can_restrict_members=False,
        can_promote_members=False,
        can_change_info=False,
        can_invite_users=False,
        can_post_stories=False,
        can_edit_stories=False,
        can_delete_stories=False,
        can_post_messages=can_post_messages,
    )


def _force_reply(message: Message) -> ForceReply | None:
    return ForceReply(selective=True) if message.force_reply else None
