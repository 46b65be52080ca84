"""The records as the Bot API writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.servers.telegram_api import Json
from tests.servers.telegram_html import Entity
from tests.servers.telegram_records import Button, Message, Rows, User

if TYPE_CHECKING:
    from tests.servers.telegram_chats import Chat

ANONYMOUS = User(1087968824, "Group", "GroupAnonymousBot", "", is_bot=True)
_ADMIN_RIGHTS = (
    "can_be_edited",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def user_json(user: User) -> dict[str, Json]:
    """Return a User."""
    found: dict[str, Json] = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    if user.username:
        found["username"] = user.username
    if user.language and not user.is_bot:
        found["language_code"] = user.language
    return found


def chat_json(chat: Chat) -> dict[str, Json]:
    """Return a Chat."""
    found: dict[str, Json] = {"id": chat.id, "type": chat.kind}
    if chat.person is not None:
        found["first_name"] = chat.person.first_name
        username = chat.person.username
    else:
        found["title"] = chat.title
        username = chat.username
    if username:
        found["username"] = username
    if chat.forum:
        found["is_forum"] = True
    return found


def member_json(user: User, status: str, anonymous: bool = False) -> dict[str, Json]:
    """Return the ChatMember of one status."""
    found: dict[str, Json] = {"status": status, "user": user_json(user)}
    if status == "creator":
        found["is_anonymous"] = anonymous
    elif status == "administrator":
        found |= dict.fromkeys(_ADMIN_RIGHTS, True)
        found |= {"is_anonymous": anonymous, "can_post_messages": True, "can_edit_messages": True}
    elif status == "kicked":
        found["until_date"] = 0
    return found


def entity_json(entity: Entity) -> dict[str, Json]:
    """Return a MessageEntity."""
    found: dict[str, Json] = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    for name in ("url", "language", "custom_emoji_id", "date_time_format"):
        if getattr(entity, name):
            found[name] = getattr(entity, name)
    if entity.unix_time is not None:
        found["unix_time"] = entity.unix_time
    if entity.user_id:
        found["user"] = {"id": entity.user_id, "is_bot": False, "first_name": ""}
    return found


def _button_json(button: Button) -> dict[str, Json]:
    found: dict[str, Json] = {"text": button.label}
    if button.data:
        found["callback_data"] = button.data
    if button.url:
        found["url"] = button.url
    if button.style:
        found["style"] = button.style
    if button.copy_text:
        found["copy_text"] = {"text": button.copy_text}
    return found


def markup_json(rows: Rows) -> dict[str, Json]:
    """Return an InlineKeyboardMarkup."""
    return {"inline_keyboard": [[_button_json(button) for button in row] for row in rows]}


def message_json(message: Message, quoted: bool = False) -> dict[str, Json]:
    """Return a Message; one that is `quoted` in another says nothing of what it answers itself."""
    found: dict[str, Json] = {
        "message_id": message.id,
        "date": message.date,
        "chat": chat_json(message.chat),
        **_sender(message),
        **message.service,
        **_content(message),
    }
    if message.thread_id is not None:
        found |= {"message_thread_id": message.thread_id, "is_topic_message": True}
    if message.rows:
        found["reply_markup"] = markup_json(message.rows)
    if message.edits:
        found["edit_date"] = message.date + int(message.versions[-1].at - message.at)
    answered = message.chat.everything.get(message.reply_to or 0)
    if answered is not None and not quoted:
        found["reply_to_message"] = message_json(answered, quoted=True)
    if message.forwarded_from is not None:
        found["forward_origin"] = _origin(message)
    return found


def _sender(message: Message) -> dict[str, Json]:
    if message.sender is not None and message.chat.kind != "channel":
        return {"from": user_json(message.sender)}
    if message.chat.kind == "channel":
        return {"sender_chat": chat_json(message.chat)}
    return {"from": user_json(ANONYMOUS), "sender_chat": chat_json(message.chat)}


def _content(message: Message) -> dict[str, Json]:
    entities = [entity_json(entity) for entity in message.entities]
    if message.kind == "text":
        return {"text": message.text} | ({"entities": entities} if entities else {})
    if message.kind == "service":
        return {}
    file = {"file_id": f"file-{message.chat.id}-{message.id}", "file_unique_id": f"u{message.id}"}
    found: dict[str, Json] = {"caption": message.text} if message.text else {}
    if entities:
        found["caption_entities"] = entities
    if message.kind == "photo":
        return found | {"photo": [{**file, "width": 90, "height": 90}]}
    return found | {
        "document": {**file, "file_name": message.file_name or "file", "file_size": len(message.file)}
    }


def _origin(message: Message) -> dict[str, Json]:
    origin = message.forwarded_from
    if isinstance(origin, User):
        return {"type": "user", "date": message.date, "sender_user": user_json(origin)}
    if origin is None:
        return {"type": "hidden_user", "date": message.date, "sender_user_name": "Someone"}
    return {"type": "channel", "date": message.date, "chat": chat_json(origin), "message_id": 1}
