"""Telegram's updates read into calls: the only place that knows what an update looks like."""

from __future__ import annotations

import re

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
    ChatShared,
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginUser,
    Update,
)
from telegram import Chat as TelegramChat

from handlers.call import (
    Call,
    Command,
    Deed,
    Membership,
    Migration,
    Place,
    Said,
    SentFile,
    Shared,
    Standing,
    Tap,
)
from handlers.marks import unmarked
from model import ChatKind, Picked

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,32}))?(?![A-Za-z0-9_@])\s*(.*)", re.DOTALL)
_UNKEPT = re.compile("[\x00\ud800-\udfff]")  # no database keeps them
_INSIDE = {ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER}
_GENERAL = 1  # the topic that must not be named


def read(update: Update, our_name: str) -> Call | None:
    """Return what a person did, None when it is nothing for a bot called `our_name`.

    Edited messages are nothing: what was said first has been done.
    """
    if update.callback_query is not None:
        return _tap(update.update_id, update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.update_id, update.my_chat_member)
    message = update.message or update.channel_post
    return None if message is None else _message(update.update_id, message, our_name)


def _message(number: int, message: Message, our_name: str) -> Call | None:
    deed = _deed(message, our_name)
    if deed is None:
        return None
    place = _place(message.chat, _thread(message))
    user = message.from_user
    speaks_as = message.sender_chat.id if message.sender_chat else None
    foreign = speaks_as is not None and speaks_as != message.chat.id
    return Call(
        number=number,
        place=place,
        deed=deed,
        user_id=user.id if user is not None and not foreign else 0,
        user_name=_UNKEPT.sub("", user.full_name) if user is not None and not foreign else "",
        language_code=(user.language_code or "") if user is not None else "",
        message_id=message.message_id,
        answers=message.reply_to_message.message_id if message.reply_to_message else None,
        links=(*_links(message), *(_links(message.reply_to_message) if message.reply_to_message else ())),
        file=_file(message) or _file_replied_to(message, deed),
        as_chat=speaks_as == message.chat.id,
        origin=_origin(message),
        answered=_UNKEPT.sub("", message.reply_to_message.text or "") if message.reply_to_message else "",
    )


def _origin(message: Message) -> int | None:
    """Return who first wrote what is forwarded here, or what is replied to; 0 where Telegram hides it."""
    for each in (message, message.reply_to_message):
        origin = None if each is None else each.forward_origin
        match origin:
            case MessageOriginUser():
                return origin.sender_user.id
            case MessageOriginChat():
                return origin.sender_chat.id
            case MessageOriginChannel():
                return origin.chat.id
            case None:
                continue
        return 0
    return None


def _links(message: Message) -> tuple[str, ...]:
    """Return where the links of a message lead, those behind words too."""
    kinds: list[str | None] = [MessageEntity.URL, MessageEntity.TEXT_LINK]
    if message.text:
        found = message.parse_entities(kinds)
    else:
        found = message.parse_caption_entities(kinds) if message.caption else {}
    return tuple(
        _kept(entity.url or shown) for entity, shown in sorted(found.items(), key=lambda each: each[0].offset)
    )


def _deed(message: Message, our_name: str) -> Deed | None:
    service = _service(message)
    if service is not None:
        return service
    if message.document is not None:
        said = _COMMAND.match(_UNKEPT.sub("", message.caption or ""))
        return _command(said, our_name) if said else Said("", to_us=_answers(message, our_name))
    if message.text is None:
        private = message.chat.type == TelegramChat.PRIVATE
        return Said("") if private and message.effective_attachment is not None else None
    text = _UNKEPT.sub("", message.text)
    found = _COMMAND.match(_typed(text) if message.chat.type == TelegramChat.PRIVATE else text)
    if found is None:
        return Said(text.strip(), to_us=_answers(message, our_name))
    return _command(found, our_name)


def _service(message: Message) -> Deed | None:
    """Return what a message tells that Telegram wrote itself."""
    if message.migrate_to_chat_id:
        return Migration(message.chat.id, message.migrate_to_chat_id)
    if message.migrate_from_chat_id:
        return Migration(message.migrate_from_chat_id, message.chat.id)
    return None if message.chat_shared is None else _shared(message.chat_shared)


def _shared(shared: ChatShared) -> Shared | None:
    """Return the chat that was picked with a key of ours; another's numbers mean nothing."""
    if shared.request_id not in {each.value for each in Picked}:
        return None
    channel = shared.request_id == Picked.CHANNEL
    return Shared(shared.chat_id, channel, _UNKEPT.sub("", shared.title or ""))


def _command(found: re.Match[str], our_name: str) -> Command | None:
    addressee = found[2]
    if addressee is not None and addressee.lower() != our_name.lower():
        return None
    return Command(found[1].lower(), found[3].strip())


def _file(message: Message) -> SentFile | None:
    sent = message.document
    if sent is None:
        return None
    return SentFile(sent.file_id, _UNKEPT.sub("", sent.file_name or ""), sent.file_size or 0)


def _file_replied_to(message: Message, deed: Deed) -> SentFile | None:
    """Return the file that a command without words is said about."""
    replied = message.reply_to_message
    if replied is None or not isinstance(deed, Command) or deed.words:
        return None
    return _file(replied)


def _typed(text: str) -> str:
    """Return a command with the slash that a Chinese keyboard writes as Telegram would know it."""
    return f"/{text[1:]}" if text.startswith("／") else text


def _answers(message: Message, our_name: str) -> bool:
    replied = message.reply_to_message
    author = replied.from_user if replied is not None else None
    return author is not None and (author.username or "").lower() == our_name.lower()


def _tap(number: int, query: CallbackQuery) -> Call | None:
    message = query.message
    if message is None or not query.data:
        return None
    data, subject = unmarked(_UNKEPT.sub("", query.data))
    name, *args = data.split(":")
    thread_id: int | None = None
    quotes: tuple[str, ...] = ()
    if isinstance(message, Message):
        thread_id = _thread(message)
        quotes = tuple(map(_kept, message.parse_entities([MessageEntity.CODE]).values()))
    return Call(
        number=number,
        place=_place(message.chat, thread_id),
        deed=Tap(query.id, name, tuple(args), quotes[0] if quotes else "", quotes),
        user_id=query.from_user.id,
        language_code=query.from_user.language_code or "",
        message_id=message.message_id,
        subject=subject,
    )


def _kept(text: str) -> str:
    return _UNKEPT.sub("", text)


def _membership(number: int, change: ChatMemberUpdated) -> Call:
    before, after = (standing(member) for member in (change.old_chat_member, change.new_chat_member))
    return Call(
        number=number,
        place=_place(change.chat, None),
        deed=Membership(before, after),
        user_id=change.from_user.id,
        language_code=change.from_user.language_code or "",
    )


def standing(member: ChatMember) -> Standing:
    """Return what a member may do."""
    if isinstance(member, ChatMemberRestricted):
        return Standing(member.is_member, member.is_member and bool(member.can_send_messages))
    inside = member.status in _INSIDE
    silenced = isinstance(member, ChatMemberAdministrator) and member.can_post_messages is False
    return Standing(inside, inside and not silenced)


def _place(chat: TelegramChat, thread_id: int | None) -> Place:
    title = chat.title or chat.full_name or ""
    return Place(chat.id, ChatKind(chat.type), _UNKEPT.sub("", title), thread_id)


def _thread(message: Message) -> int | None:
    """Return the forum topic; a thread of replies has an id too, and is none."""
    thread_id = message.message_thread_id if message.is_topic_message else None
    return None if thread_id == _GENERAL else thread_id
