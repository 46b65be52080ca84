"""Read what a request says of a message: its text with markup, buttons, link preview."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.servers.telegram_api import Call, Json, Refused, misuse
from tests.servers.telegram_html import Entity, HtmlError, parse_html
from tests.servers.telegram_links import LinkError, check_link
from tests.servers.telegram_records import Button, Preview, Rows
from tests.servers.telegram_text import Formatted, finish, utf16_length

TEXT_LIMIT = 4096  # code points after parsing
CAPTION_LIMIT = 1024
_RAW_LIMIT = 32768  # bytes before parsing
_BUTTON_LIMIT = 100
_STYLES = ("", "danger", "success", "primary")
_ACTIONS = frozenset({"url", "callback_data", "copy_text", "web_app", "login_url", "pay"})
_INLINE = frozenset(
    {"switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat"}
)


def read_text(call: Call, name: str = "text") -> Formatted:
    """Return the text of a message as chats show it; raise Refused with the Bot API's complaint."""
    raw = str(call.get(name, ""))
    if len(raw.encode(errors="replace")) > _RAW_LIMIT:
        raise misuse("text is too long")
    if not raw:
        raise misuse("message text is empty")
    text, entities = _marked_up(raw, call, "entities" if name == "text" else f"{name}_entities")
    formatted = finish(text, entities)
    if not formatted.text:
        raise misuse("text must be non-empty")
    if len(formatted.text) > (TEXT_LIMIT if name == "text" else CAPTION_LIMIT):
        raise misuse(_too_long(call.method, name))
    return formatted


def _too_long(method: str, name: str) -> str:
    if name != "text":
        return "message caption is too long"
    return "MESSAGE_TOO_LONG" if method == "editMessageText" else "message is too long"


def _marked_up(raw: str, call: Call, entities: str) -> tuple[str, tuple[Entity, ...]]:
    mode = str(call.get("parse_mode", "")).lower()
    if mode == "html":
        try:
            return parse_html(raw)
        except HtmlError as error:
            raise misuse(f"can't parse entities: {error}") from error
    if mode in ("markdown", "markdownv2"):
        raise misuse("can't parse entities: this server reads HTML only")
    if mode:
        raise misuse("unsupported parse_mode")
    return raw, tuple(_entity(one, raw) for one in call.get(entities, []))


def _entity(given: Mapping[str, Json], text: str) -> Entity:
    offset, length, limit = given["offset"], given["length"], utf16_length(text)
    if offset > limit or offset < 0:
        raise misuse(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + length > limit:
        raise misuse(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
            f"at UTF-16 offset {offset + length}"
        )
    return Entity(
        given["type"],
        offset,
        length,
        url=given.get("url", ""),
        language=given.get("language", ""),
        custom_emoji_id=given.get("custom_emoji_id", ""),
        unix_time=given.get("unix_time"),
        date_time_format=given.get("date_time_format", ""),
    )


def read_rows(call: Call) -> Rows:
    """Return the inline buttons of a request; raise Refused for a button that Telegram does not take."""
    markup = call.get("reply_markup") or {}
    rows = tuple(tuple(_button(one) for one in row) for row in markup.get("inline_keyboard", []) if row)
    if sum(len(row) for row in rows) > _BUTTON_LIMIT:
        raise misuse("reply markup is too long")
    return rows


def read_keyboard(call: Call) -> tuple[tuple[str, ...], ...]:
    """Return the labels of the reply keyboard of a request; raise Refused for a key without one."""
    markup = call.get("reply_markup") or {}
    keyboard = tuple(tuple(key["text"] for key in row) for row in markup.get("keyboard", []))
    if not all(label.strip() for row in keyboard for label in row):
        raise misuse("keyboard button text must be non-empty")
    return keyboard


def read_requests(call: Call, kind: str) -> dict[str, dict[str, Json]]:
    """Return what the keys of a reply keyboard ask the person to pick, by label; `kind` is the chat's.

    Raises Refused for what Telegram does not take.
    """
    markup = call.get("reply_markup") or {}
    keys = [key for row in markup.get("keyboard", []) for key in row if "request_chat" in key]
    if keys and kind != "private":
        raise misuse("chats can be requested in private chats only")
    asked = [key["request_chat"] for key in keys]
    numbers = [each["request_id"] for each in asked]
    if len(set(numbers)) < len(numbers) or not all(-(2**31) <= number < 2**31 for number in numbers):
        raise misuse("the numbers of the requests are not unique")  # Telegram's own words are not known
    for each in asked:
        theirs, ours = (_granted(each.get(f"{who}_administrator_rights")) for who in ("user", "bot"))
        if not ours <= theirs:
            raise misuse("the bot's rights are more than the user's")  # Telegram's own words are not known
    return {key["text"]: key["request_chat"] for key in keys}


def _granted(rights: Mapping[str, Json] | None) -> set[str]:
    return {name for name, given in (rights or {}).items() if given}


def read_preview(call: Call) -> Preview:
    """Return what the request asks of the link preview."""
    options = call.get("link_preview_options")
    if options is None:
        return Preview()
    return Preview(
        asked=True,
        disabled=options.get("is_disabled", False),
        url=options.get("url", ""),
        small=options.get("prefer_small_media", False),
        large=options.get("prefer_large_media", False),
        above=options.get("show_above_text", False),
    )


def _button(given: Mapping[str, Json]) -> Button:
    if not given["text"].strip():
        raise misuse("inline keyboard button text must be non-empty")
    actions = (_ACTIONS | _INLINE) & given.keys()
    if not actions:
        raise misuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise misuse("BUTTON_TYPE_INVALID")
    if given.get("style", "") not in _STYLES:
        raise misuse("can't parse inline keyboard button: Invalid button style specified")
    return Button(
        given["text"],
        data=_data(given["callback_data"]) if "callback_data" in given else "",
        url=_url(given["url"]) if "url" in given else "",
        style=given.get("style", ""),
        copy_text=_copied(given["copy_text"]["text"]) if "copy_text" in given else "",
    )


def _data(data: str) -> str:
    if not 1 <= len(data.encode()) <= 64:
        raise misuse("BUTTON_DATA_INVALID")
    return data


def _copied(text: str) -> str:
    if not 1 <= len(text) <= 256:
        raise misuse("BUTTON_COPY_TEXT_INVALID")
    return text


def _url(url: str) -> str:
    try:
        return check_link(url)
    except LinkError as error:
        raise misuse(f"inline keyboard button URL '{url}' is invalid: {error}") from error


def read_language(call: Call) -> str:
    """Return the language_code of a request: two lower-case letters or none."""
    language = str(call.get("language_code", ""))
    if re.fullmatch(r"(?:[a-z]{2})?", language) is None:
        raise Refused("Bad Request: invalid language code specified", misuse=True)
    return language
