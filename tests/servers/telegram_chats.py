"""A chat and what people do in it: talk, tap, block, promote, migrate. Each deed becomes the bot's update."""

from __future__ import annotations

from dataclasses import dataclass

from tests.servers.telegram_api import Json
from tests.servers.telegram_chat_state import ADMINS, ChatState, Topic
from tests.servers.telegram_json import chat_json, member_json, message_json, user_json
from tests.servers.telegram_records import Button, Message, Tap, User, Version
from tests.servers.telegram_text import finish


@dataclass(slots=True, eq=False)
class Chat(ChatState):
    """A private chat, group, supergroup or channel as its people and the bot see it."""

    async def says(
        self,
        user: User,
        text: str,
        thread_id: int | None = None,
        anonymous: bool = False,
        reply_to: Message | None = None,
    ) -> Message:
        """A person writes: returns their message (`update_id` 0 when the bot is not told)."""
        message = self._write(None if anonymous else user, text)
        message.thread_id, message.reply_to = thread_id, reply_to.id if reply_to else None
        self.started = True
        if self._tells_bot(message):
            kind = "channel_post" if self.kind == "channel" else "message"
            message.update_id = self.world.updates.queue(kind, message_json(message))
        return message

    async def sends_file(
        self, user: User, name: str, file: bytes, caption: str = "", reply_to: Message | None = None
    ) -> Message:
        """A person sends a file: returns their message (`update_id` 0 when the bot is not told)."""
        message = self._write(user, caption)
        message.kind, message.file_name, message.file = "document", name, file
        message.reply_to = reply_to.id if reply_to else None
        if self._tells_bot(message):
            message.update_id = self.world.updates.queue("message", message_json(message))
        return message

    async def forwards(self, user: User, text: str, origin: User | Chat) -> Message:
        """A person forwards somebody's words."""
        message = self._write(user, text)
        message.forwarded_from = origin
        message.update_id = self.world.updates.queue("message", message_json(message))
        return message

    async def posts(self, text: str) -> Message:
        """Somebody posts in the channel."""
        message = self._write(None, text)
        message.update_id = self.world.updates.queue("channel_post", message_json(message))
        return message

    async def edits(self, message: Message, text: str) -> Message:
        """A person edits their message."""
        self.change(message, Version(finish(text, ()), at=self.world.clock(), raw=text))
        kind = "edited_channel_post" if self.kind == "channel" else "edited_message"
        message.update_id = self.world.updates.queue(kind, message_json(message))
        return message

    async def taps(self, user: User, button: Button | str, message: Message) -> Tap:
        """A person taps an inline button, named by itself, its label or its data."""
        pressed = message.button(button) if isinstance(button, str) else button
        if not pressed.data:
            raise LookupError(f"{pressed.label!r} opens {pressed.url!r}: Telegram does not tell the bot")
        query: dict[str, Json] = {
            "id": self.world.new_tap_id(),
            "from": user_json(user),
            "message": message_json(message),
            "chat_instance": str(self.id),
            "data": pressed.data,
        }
        number = self.world.updates.queue("callback_query", query)
        tap = Tap(query["id"], user, message, pressed.data, number)
        self.world.taps[tap.id] = tap
        return tap

    async def picks(self, user: User, chat: Chat, adds: bool = True) -> Message:
        """A person taps the key that asks for such a chat and picks it from their own.

        Clients then give the bot the place that was asked for; those on a computer do not (`adds` False).
        """
        asked = self._asked_for(user, chat)
        rights = asked.get("bot_administrator_rights")
        if adds and ((rights and not chat.bot_is_admin) or not chat.bot_is_in):
            chat.adds_bot(user, "administrator" if rights else "member")
        shared = {"request_id": asked["request_id"], "chat_id": chat.id}
        shared |= {"title": chat.title} if asked.get("request_title") else {}
        return self._service({"chat_shared": shared}, user)

    def _asked_for(self, user: User, chat: Chat) -> dict[str, object]:
        """Return the request that offers a chat; raise LookupError where Telegram does not show it."""
        with_keys = (each for each in reversed(self.visible) if each.requests or each.keys_end)
        keys = next(with_keys, None)
        for asked in keys.requests.values() if keys is not None else ():
            fits = asked["chat_is_channel"] == (chat.kind == "channel")
            owned = not asked.get("chat_is_created") or chat.status(user) == "creator"
            run = not asked.get("user_administrator_rights") or chat.status(user) in ADMINS
            if fits and owned and run:
                return asked
        raise LookupError(f"Telegram does not offer {chat.title!r} to {user.first_name}")

    def blocks(self) -> None:
        """The person blocks the bot: sends fail from now on."""
        self.blocked = True
        self._bot_becomes("kicked", self.person, "member")

    def unblocks(self) -> None:
        """The person lets the bot back in."""
        self.blocked = False
        self._bot_becomes("member", self.person, "kicked")

    def dies(self) -> None:
        """The account or the group is deleted for ever."""
        self.dead = True

    def mutes_bot(self) -> None:
        """The bot may no longer write here."""
        self.muted = True

    def allows_bot(self) -> None:
        """The bot may write here again."""
        self.muted = False

    def joins(self, user: User) -> None:
        """A person becomes a member."""
        self._becomes(user, "member")

    def leaves(self, user: User) -> None:
        """A person leaves."""
        self._becomes(user, "left")

    def promotes(self, user: User) -> None:
        """A member, or the bot, becomes an administrator."""
        self._becomes(user, "administrator")

    def demotes(self, user: User) -> None:
        """An administrator becomes a plain member."""
        self._becomes(user, "member")

    def adds_bot(self, by: User, status: str = "member") -> None:
        """Somebody adds the bot."""
        self._bot_becomes(status, by)
        if self.kind != "channel":
            self._service({"new_chat_members": [user_json(self.world.bot)]}, by)

    def kicks_bot(self, by: User | None = None) -> None:
        """Somebody removes the bot: sends fail from now on."""
        self._bot_becomes("kicked", by)

    def bot_leaves(self) -> None:
        """The bot goes by itself."""
        self._bot_becomes("left", self.world.bot)

    def creates_topic(self, name: str) -> int:
        """Somebody opens a topic; returns its message_thread_id."""
        message = self._service({"forum_topic_created": {"name": name, "icon_color": 7322096}})
        message.thread_id = message.id
        self.topics[message.id] = Topic(name)
        return message.id

    def closes_topic(self, thread_id: int) -> None:
        """A topic takes no more messages from the bot (unless it is an administrator)."""
        self.topics[thread_id].closed = True
        self._service({"forum_topic_closed": {}}, thread_id=thread_id)

    def reopens_topic(self, thread_id: int) -> None:
        """A closed topic takes messages again."""
        self.topics[thread_id].closed = False
        self._service({"forum_topic_reopened": {}}, thread_id=thread_id)

    def deletes_topic(self, thread_id: int) -> None:
        """A topic and its messages are gone; Telegram tells nobody."""
        del self.topics[thread_id]

    def deletes(self, message: Message) -> None:
        """A person (or the bot) deletes a message; Telegram tells nobody."""
        message.deleted = True
        self._show("deleted", message)

    def migrates(self) -> Chat:
        """The group becomes a supergroup: returns it; the old id answers with the new one from now on."""
        new = Chat(self.world, self.world.new_chat_id("supergroup"), "supergroup", self.title)
        new.statuses = dict(self.statuses)
        self.world.chats[new.id] = new
        self._service({"migrate_to_chat_id": new.id})
        self.migrated_to = new
        new._service({"migrate_from_chat_id": self.id})
        return new

    def _write(self, sender: User | None, text: str) -> Message:
        version = Version(finish(text, ()), at=self.world.clock(), raw=text)
        return self.add(Message(self.new_id(), self, sender, int(self.world.date()), [version]))

    def _service(
        self, content: dict[str, object], by: User | None = None, thread_id: int | None = None
    ) -> Message:
        message = self._write(by or next(iter(self.members(*ADMINS)), None), "")
        message.kind, message.service, message.thread_id = "service", content, thread_id
        if self.bot_is_in:
            message.update_id = self.world.updates.queue("message", message_json(message))
        return message

    def _tells_bot(self, message: Message) -> bool:
        if self.kind == "private":
            return not self.blocked
        if not self.bot_is_in:
            return False
        if self.kind == "channel" or not self.world.privacy or self.bot_is_admin:
            return True
        answered = self.everything.get(message.reply_to or 0)
        mentioned = f"@{self.world.bot.username}" in message.text
        return message.text.startswith("/") or mentioned or (answered is not None and answered.own)

    def _becomes(self, user: User, status: str) -> None:
        if user.is_bot:
            self._bot_becomes(status, None)
            return
        old, self.statuses[user.id] = self.status(user), status
        if self.bot_is_admin:
            self._tell_change("chat_member", user, (old, status), None)

    def _bot_becomes(self, status: str, by: User | None, old: str = "") -> None:
        before = old or self.bot_status
        self.statuses[self.world.bot.id] = status
        self._tell_change("my_chat_member", self.world.bot, (before, status), by)

    def _tell_change(self, kind: str, whom: User, change: tuple[str, str], by: User | None) -> None:
        actor = by or next((u for u in self.members(*ADMINS) if not u.is_bot), None) or self.person or whom
        update: dict[str, Json] = {
            "chat": chat_json(self),
            "from": user_json(actor),
            "date": int(self.world.date()),
            "old_chat_member": member_json(whom, change[0]),
            "new_chat_member": member_json(whom, change[1]),
        }
        self.world.updates.queue(kind, update)
