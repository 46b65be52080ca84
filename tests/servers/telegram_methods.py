"""The other methods: who the bot is, what it is told of chats, how it answers taps, what menus it shows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from tests.servers.telegram_api import Call, Json, Refused, misuse
from tests.servers.telegram_chats import Chat
from tests.servers.telegram_json import chat_json, member_json, user_json
from tests.servers.telegram_markup import read_language
from tests.servers.telegram_records import Answer
from tests.servers.telegram_sends import (
    delete_message,
    edit_markup,
    edit_text,
    react,
    send_document,
    send_message,
    send_photo,
    writable_chat,
)
from tests.servers.telegram_updates import Webhook
from tests.servers.telegram_world import World

Method = Callable[[World, Call], Json]

_STALE = "Bad Request: query is too old and response timeout expired or query ID is invalid"
_ACTIONS = frozenset(
    {"typing", "find_location", "choose_sticker"}
    | {f"upload_{what}" for what in ("photo", "video", "voice", "document", "video_note")}
    | {f"record_{what}" for what in ("video", "voice", "video_note")}
)
_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_COMMANDS = 100
_LARGEST_DOWNLOAD = 20 * 1024 * 1024  # bytes
_LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|\[::1\])(?::\d+)?(?:/|$)")


def _get_me(world: World, call: Call) -> Json:
    return user_json(world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _present_chat(world: World, call: Call) -> Chat:
    chat = world.chat(call.get("chat_id"))
    if chat.dead and chat.kind == "channel":
        raise Refused("Bad Request: chat not found")
    if chat.dead and chat.kind != "private":
        raise Refused("Forbidden: the group chat was deleted", 403)
    if chat.kind != "private" and not chat.bot_is_in and chat.migrated_to is None:
        left = "bot was kicked from" if chat.bot_status == "kicked" else "bot is not a member of"
        raise Refused(f"Forbidden: {left} the {chat.kind} chat", 403)
    return chat


def _get_chat(world: World, call: Call) -> Json:
    chat = _present_chat(world, call)
    gifts = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    )
    return chat_json(chat) | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def _get_member(world: World, call: Call) -> Json:
    chat = _present_chat(world, call)
    user = world.users.get(call.get("user_id"))
    if user is None:
        raise Refused("Bad Request: PARTICIPANT_ID_INVALID")
    if chat.kind == "channel" and not chat.bot_is_admin and not user.is_bot:
        raise Refused("Bad Request: CHAT_ADMIN_REQUIRED")
    if chat.kind == "private":
        return member_json(user, "member")
    return member_json(user, chat.status(user))


def _get_admins(world: World, call: Call) -> Json:
    chat = _present_chat(world, call)
    if chat.kind == "private":
        raise Refused("Bad Request: there are no administrators in the private chat")
    admins = [u for u in chat.members("creator", "administrator") if not u.is_bot or u == world.bot]
    return [member_json(user, chat.status(user)) for user in admins]


def _leave(world: World, call: Call) -> Json:
    chat = _present_chat(world, call)
    if chat.kind == "private":
        raise Refused("Bad Request: chat member status can't be changed in private chats")
    chat.bot_leaves()
    return True


def _chat_action(world: World, call: Call) -> Json:
    chat = writable_chat(world, call)
    if call.get("action") not in _ACTIONS:
        raise misuse("wrong parameter action in request")
    chat.actions.append(call.get("action"))
    return True


def _answer_tap(world: World, call: Call) -> Json:
    query = call.get("callback_query_id")
    text = str(call.get("text", ""))
    if len(text) > 200:
        raise misuse("MESSAGE_TOO_LONG")
    if query not in world.taps or any(answer.query_id == query for answer in world.answers):
        raise Refused(_STALE)
    alert, url = bool(call.get("show_alert")), str(call.get("url", ""))
    world.answers.append(Answer(query, text, alert, url, world.clock()))
    world.changes.tell()
    return True


def _get_file(world: World, call: Call) -> Json:
    file_id = str(call.get("file_id"))
    message = world.file(file_id)
    if len(message.file) > _LARGEST_DOWNLOAD:
        raise Refused("Bad Request: file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": f"u{message.id}",
        "file_size": len(message.file),
        "file_path": f"documents/{file_id}",
    }


def _scope(world: World, call: Call) -> str:
    scope: dict[str, Json] = call.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        world.chat(scope["chat_id"])
    return json.dumps(scope, sort_keys=True)


def _set_commands(world: World, call: Call) -> Json:
    commands = [_command(one) for one in call.get("commands")]
    if len(commands) > _COMMANDS:
        raise misuse("BOT_COMMANDS_TOO_MUCH")
    world.commands[_scope(world, call), read_language(call)] = commands
    world.changes.tell()
    return True


def _command(given: Mapping[str, str]) -> tuple[str, str]:
    name, description = given["command"].removeprefix("/"), given["description"]
    if re.fullmatch(r"[a-z0-9_]{1,32}", name) is None:
        raise misuse("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise misuse("BOT_COMMAND_DESCRIPTION_INVALID")
    return name, description


def _delete_commands(world: World, call: Call) -> Json:
    world.commands.pop((_scope(world, call), read_language(call)), None)
    world.changes.tell()
    return True


def _get_commands(world: World, call: Call) -> Json:
    commands = world.commands.get((_scope(world, call), read_language(call)), [])
    return [{"command": name, "description": description} for name, description in commands]


def _setter(what: str) -> Method:
    def set_text(world: World, call: Call) -> Json:
        text = str(call.get(what, ""))
        if len(text) > _LIMITS[what]:
            raise misuse(f"{what} is too long")
        world.texts[what, read_language(call)] = text
        world.changes.tell()
        return True

    return set_text


def _getter(what: str) -> Method:
    def get_text(world: World, call: Call) -> Json:
        language = read_language(call)
        default = world.bot.first_name if what == "name" else ""
        return {what: world.texts.get((what, language)) or world.texts.get((what, ""), default)}

    return get_text


def _set_webhook(world: World, call: Call) -> Json:
    url, secret = str(call.get("url")), str(call.get("secret_token", ""))
    if url and not url.startswith("https://") and _LOOPBACK.match(url) is None:
        raise misuse("bad webhook: An HTTPS URL must be provided for webhook")
    if re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret) is None:
        raise misuse("secret token contains unallowed characters")
    connections = call.get("max_connections", 40)
    if not 1 <= connections <= 100:
        world.violate("setWebhook", f"max_connections {connections} is not 1 to 100")
    _take_settings(world, call)
    world.updates.webhook = Webhook(url, secret, connections)
    world.updates.end_poll()
    return True


def _delete_webhook(world: World, call: Call) -> Json:
    _take_settings(world, call)
    world.updates.webhook = Webhook()
    world.changes.tell()
    return True


def _take_settings(world: World, call: Call) -> None:
    if "allowed_updates" in call.parameters:
        world.updates.allowed = frozenset(call.get("allowed_updates"))
    if call.get("drop_pending_updates"):
        world.updates.drop()


def _webhook_info(world: World, call: Call) -> Json:
    webhook, allowed = world.updates.webhook, world.updates.allowed
    found: dict[str, Json] = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if webhook.url:
        found["max_connections"] = webhook.max_connections
    if webhook.last_error:
        found |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error}
    if allowed:
        found["allowed_updates"] = sorted(allowed)
    return found


METHODS: dict[str, Method] = {
    "getMe": _get_me,
    "getChat": _get_chat,
    "getChatMember": _get_member,
    "getChatAdministrators": _get_admins,
    "getFile": _get_file,
    "leaveChat": _leave,
    "sendChatAction": _chat_action,
    "answerCallbackQuery": _answer_tap,
    "setMyCommands": _set_commands,
    "deleteMyCommands": _delete_commands,
    "getMyCommands": _get_commands,
    "setMyName": _setter("name"),
    "setMyDescription": _setter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyName": _getter("name"),
    "getMyDescription": _getter("description"),
    "getMyShortDescription": _getter("short_description"),
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _webhook_info,
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "editMessageText": edit_text,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "setMessageReaction": react,
}
