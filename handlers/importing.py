"""Taking back what was exported, here or elsewhere: /import. One report, line by line; nothing twice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from errors import QueryError
from feeds.opml import LONGEST
from handlers.backup import Backup, NoBackup, SourceLine, WatchLine, read_document
from handlers.call import Call, Desk, Policy, Registry, Reply
from handlers.dialogs import ask
from handlers.files import Files, FileTrouble
from handlers.following import STEP
from handlers.many import Line, Looked, Many, Report
from handlers.own_names import Refused, apply_names, choice_for, join
from handlers.words import fitting, label, same
from locales import Catalogue, Text, read_zone
from matching.choice import choice_json
from matching.names import Names
from matching.query import parse
from matching.stored import tree_json
from model import Chat, ChatKind, Errand, FollowMode, Message, SourceKind
from store import chats, errands, sources, watches
from store.database import Connection
from store.errands import Asked

IMPORT = "import"
"""The kind of errand that takes a document or a list of feeds."""

_ROOM = 30  # code points of a name in the report

Finish = Callable[[Connection, Errand, Text], Awaitable[Message]]


def register(registry: Registry) -> None:
    """Let people bring what they have."""
    registry.command("import restore", take)


async def take(call: Call, desk: Desk) -> Reply:
    """Send somebody to read the file, or what was said; without either, ask."""
    if call.file is None and not call.words:
        return await ask(call, desk, "import")
    if call.file is not None and call.file.size > LONGEST:
        return Reply((Message(desk.text.html("import-too-big")),))
    payload = {"file": call.file.id} if call.file is not None else {"text": call.words}
    await errands.add(desk.conn, Asked(desk.chat.id, IMPORT, payload, call.place.thread_id), desk.now)
    return Reply((Message(desk.text.html("import-begun")),), wake=STEP)


@dataclass(slots=True)
class _Told:
    """What worked and what did not, but for the sources."""

    watches: int = 0
    rows: int = 0
    again: int = 0
    no_room: int = 0
    settings: bool = False
    good: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Importing:
    """Does the errands of /import."""

    files: Files
    many: Many
    policy: Policy
    catalogue: Catalogue
    names: Names
    clock: Callable[[], datetime]

    async def work(self, errand: Errand) -> Finish:
        """Read what was given and find its sources; what is returned takes it over and reports."""
        said = errand.payload.get("text")
        body = said.encode() if said is not None else await self.files.fetch(errand.payload["file"], LONGEST)
        if isinstance(body, FileTrouble):
            return partial(_refuse, f"many-file-{body.value}")
        try:
            backup = await asyncio.to_thread(read_document, body)
        except NoBackup:
            is_list = body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
            return await self.many.of_list(errand, body) if is_list else partial(_refuse, "import-unreadable")
        lines = [Line(each.kind, each.address, each.name) for each in dict.fromkeys(backup.sources)]
        return partial(self._take_over, backup, await self.many.look(errand.chat_id, lines))

    async def _take_over(
        self, backup: Backup, looked: Looked, conn: Connection, errand: Errand, text: Text
    ) -> Message:
        chat = await chats.find(conn, errand.chat_id) or Chat(errand.chat_id, ChatKind.PRIVATE)
        desk = Desk(conn, text, self.clock(), chat, self.policy, self.catalogue, self.names)
        told = _Told()
        await _take_settings(desk, backup, told)
        for row in backup.names:
            await _take_names(desk, row, told)
        topics = backup.chat_id == chat.id
        for line in backup.watches:
            topic = line.topic if topics else errand.thread_id
            await _take_watch(desk, replace(line, topic=topic), told)
        await apply_names(desk)
        report = await self.many.keep(looked, conn, errand, text)
        await _take_modes(desk, backup.sources)
        return _message(text, told, report, self.policy)


async def _take_settings(desk: Desk, backup: Backup, told: _Told) -> None:
    if not backup.has_settings:
        return
    chat = _switched(desk.chat, backup)
    if backup.language in desk.catalogue.languages:
        chat = replace(chat, language=backup.language, chose_language=True)
    zone = read_zone(backup.zone or "")
    if zone or backup.zone == "":
        chat = replace(chat, zone=zone)
    told.settings = chat != desk.chat
    await chats.save(desk.conn, chat)


def _switched(chat: Chat, backup: Backup) -> Chat:
    said = backup.switches
    return replace(
        chat,
        previews=said.get("previews", chat.previews),
        silent=said.get("silent", chat.silent),
        buttons=said.get("buttons", chat.buttons),
        news=said.get("news", chat.news),
    )


async def _take_names(desk: Desk, row: Sequence[str], told: _Told) -> None:
    joined = await join(desk, row)
    if isinstance(joined, Refused):
        name = label(" = ".join(row), _ROOM)
        told.wrong.append(desk.text.html("import-names-wrong", name=name))
    elif joined.before is not None and joined.before >= len(joined.row.names):
        told.again += 1
    else:
        told.rows += 1


async def _take_watch(desk: Desk, line: WatchLine, told: _Told) -> None:
    shown = label(line.query, _ROOM)
    try:
        query = parse(line.query)
    except QueryError:
        told.wrong.append(desk.text.html("import-watch-wrong", words=shown))
        return
    mine = await watches.of_chat(desk.conn, desk.chat.id)
    if any(same(parse(each.query)) == same(query) for each in mine):
        told.again += 1
        return
    if len(mine) >= desk.watch_limit:
        told.no_room += 1
        return
    tidy = str(query)
    begun = await watches.add(desk.conn, desk.chat.id, tidy, desk.now, line.topic, tree_json(query))
    choice = replace(await choice_for(desk, tidy), off=frozenset(line.off))
    await watches.choose(desk.conn, begun.id, choice_json(choice))
    if line.paused:
        await watches.pause(desk.conn, begun.id, paused=True)
    if line.muted_until is not None and line.muted_until > desk.now:
        await watches.mute(desk.conn, begun.id, line.muted_until)
    told.watches += 1
    told.good.append(desk.text.html("import-watch", words=shown))


async def _take_modes(desk: Desk, lines: Sequence[SourceLine]) -> None:
    """Let everything be sent of what it was sent of, but for what would cost money: a tap allows that."""
    free = {
        (each.kind, each.address)
        for each in lines
        if each.everything and (each.kind is not SourceKind.X or desk.policy.x is None)
    }
    for source, follow in await sources.followed_by(desk.conn, desk.chat.id):
        if (source.kind, source.address) in free:
            await sources.add_follow(desk.conn, replace(follow, mode=FollowMode.EVERYTHING))


def _message(text: Text, told: _Told, report: Report, policy: Policy) -> Message:
    counts = {"watches": told.watches, "sources": report.followed, "rows": told.rows}
    first = [text.html("import-done", **counts)]
    if told.settings:
        first.append(text.html("import-settings"))
    ends = []
    again, no_room = told.again + report.again, told.no_room
    if again:
        ends.append(text.html("import-again", count=again))
    if no_room:
        ends.append(text.html("import-full", count=no_room, limit=policy.watches))
    if report.left_out:
        ends.append(text.html("many-full", count=report.left_out, limit=policy.follows))
    lines = (*first, *told.wrong, *report.wrong, *told.good, *report.good)
    return Message(fitting(lines, after=ends))


async def _refuse(key: str, conn: Connection, errand: Errand, text: Text) -> Message:
    return Message(text.html(key))
