"""The methods that put a message into a chat, change it or take it away."""

from __future__ import annotations

from tests.servers.telegram_api import Call, Json, Refused, Upload, misuse
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_json import message_json
from tests.servers.telegram_markup import (
    read_keyboard,
    read_preview,
    read_requests,
    read_rows,
    read_text,
)
from tests.servers.telegram_records import Message, Version
from tests.servers.telegram_text import Formatted
from tests.servers.telegram_world import World

_NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
_DELETABLE = 48 * 3600  # seconds


def writable_chat(world: World, call: Call) -> Chat:
    """Return the chat a request writes into; raise Refused as Telegram does where the bot may not."""
    chat = world.chat(call.get("chat_id"))
    if chat.migrated_to is not None:
        raise Refused(
            "Bad Request: group chat was upgraded to a supergroup chat",
            parameters={"migrate_to_chat_id": chat.migrated_to.id},
        )
    forbidden = _forbidden(chat)
    if forbidden:
        raise Refused(f"Forbidden: {forbidden}", 403)
    if chat.kind == "channel" and not chat.bot_is_admin:
        raise Refused("Bad Request: need administrator rights in the channel chat")
    if chat.muted:
        raise Refused("Bad Request: not enough rights to send text messages to the chat")
    return chat


def _forbidden(chat: Chat) -> str:
    if chat.kind == "private":
        if chat.dead:
            return "user is deactivated"
        if chat.blocked:
            return "bot was blocked by the user"
        return "" if chat.started else "bot can't initiate conversation with a user"
    if chat.dead:
        return "the group chat was deleted"
    if chat.bot_status == "kicked":
        return f"bot was kicked from the {chat.kind} chat"
    return "" if chat.bot_is_in else f"bot is not a member of the {chat.kind} chat"


def send_message(world: World, call: Call) -> Json:
    """sendMessage."""
    chat = writable_chat(world, call)
    return message_json(_send(world, chat, call, read_text(call)))


def send_document(world: World, call: Call) -> Json:
    """sendDocument, of an uploaded file or a file_id."""
    return _send_file(world, call, "document")


def send_photo(world: World, call: Call) -> Json:
    """sendPhoto, of an uploaded file or a file_id; the picture is not looked at."""
    return _send_file(world, call, "photo")


def _send_file(world: World, call: Call, kind: str) -> Json:
    chat = writable_chat(world, call)
    caption = read_text(call, "caption") if call.get("caption") else Formatted("")
    message = _send(world, chat, call, caption)
    message.kind = kind
    file = call.get(kind)
    if isinstance(file, Upload):
        message.file_name, message.file = file.name, file.data
    return message_json(message)


def _send(world: World, chat: Chat, call: Call, formatted: Formatted) -> Message:
    rows, requests = read_rows(call), read_requests(call, chat.kind)
    thread = _thread(chat, call)
    reply = _replied(chat, call)
    raw = str(call.get("text", call.get("caption", "")))
    version = Version(formatted, rows, read_preview(call), world.clock(), raw)
    message = Message(chat.new_id(), chat, world.bot, int(world.date()), [version], thread)
    message.reply_to = reply.id if reply else None
    message.quote = (call.get("reply_parameters") or {}).get("quote", "")
    message.silent = bool(call.get("disable_notification"))
    message.keyboard, message.requests = read_keyboard(call), requests
    message.keys_end = bool((call.get("reply_markup") or {}).get("remove_keyboard"))
    message.force_reply = bool((call.get("reply_markup") or {}).get("force_reply"))
    return chat.add(message)


def _thread(chat: Chat, call: Call) -> int | None:
    thread = call.get("message_thread_id")
    if not thread:
        return None
    if thread == 1:  # General is addressed by leaving the parameter out
        raise misuse("message thread not found")
    topic = chat.topics.get(thread)
    if topic is None:
        raise Refused("Bad Request: message thread not found")
    if topic.closed and not chat.bot_is_admin:
        raise Refused("Bad Request: TOPIC_CLOSED")
    return int(thread)


def _replied(chat: Chat, call: Call) -> Message | None:
    asked = call.get("reply_parameters")
    if not asked:
        return None
    message = chat.everything.get(asked["message_id"])
    if message is not None and not message.deleted:
        return message
    if asked.get("allow_sending_without_reply"):
        return None
    raise Refused("Bad Request: message to be replied not found")


def edit_text(world: World, call: Call) -> Json:
    """editMessageText; buttons that the request leaves out are gone."""
    message = _editable(world, call)
    if message.kind != "text":
        raise Refused("Bad Request: there is no text in the message to edit")
    raw = str(call.get("text", ""))
    return _edit(message, Version(read_text(call), read_rows(call), read_preview(call), world.clock(), raw))


def edit_markup(world: World, call: Call) -> Json:
    """editMessageReplyMarkup."""
    message = _editable(world, call)
    now = message.versions[-1]
    return _edit(message, Version(now.formatted, read_rows(call), now.preview, world.clock(), now.raw))


def _edit(message: Message, version: Version) -> Json:
    now = message.versions[-1]
    if (now.formatted, now.rows, now.preview) == (version.formatted, version.rows, version.preview):
        raise Refused(_NOT_MODIFIED)
    message.chat.change(message, version)
    return message_json(message)


def _editable(world: World, call: Call) -> Message:
    if "inline_message_id" in call.parameters:
        raise Refused("Bad Request: MESSAGE_ID_INVALID")
    if "chat_id" not in call.parameters:
        raise misuse("chat_id is empty")
    if not call.get("message_id"):
        raise misuse("message identifier is not specified")
    message = writable_chat(world, call).everything.get(call.get("message_id"))
    if message is None or message.deleted:
        raise Refused("Bad Request: message to edit not found")
    if not message.own or message.kind == "service":
        raise Refused("Bad Request: message can't be edited")
    return message


def delete_message(world: World, call: Call) -> Json:
    """deleteMessage: the bot's own for 48 hours, others' where it is an administrator."""
    chat = world.chat(call.get("chat_id"))
    message = chat.everything.get(call.get("message_id"))
    if message is None or message.deleted:
        raise Refused("Bad Request: message to delete not found")
    if not (message.own or chat.bot_is_admin or chat.kind == "private"):
        raise Refused("Bad Request: message can't be deleted")
    if not chat.bot_is_admin and world.date() - message.date > _DELETABLE:
        raise Refused("Bad Request: message can't be deleted for everyone")
    chat.deletes(message)
    return True


def react(world: World, call: Call) -> Json:
    """setMessageReaction: a bot has one reaction to a message."""
    chat = writable_chat(world, call)
    message = chat.everything.get(call.get("message_id"))
    if message is None or message.deleted:
        raise Refused("Bad Request: message to react not found")
    reactions = call.get("reaction") or []
    if len(reactions) > 1:
        raise misuse("REACTIONS_TOO_MANY")
    message.reactions = tuple(one.get("emoji", one["type"]) for one in reactions)
    world.changes.tell()
    return True
