"""What operators decide and tell, and what went wrong, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from model import Chat, ChatKind, ChatState, DeliveryKind, FollowMode, Message, SourceKind
from model import Follow as FollowOf
from store import access, broadcasts, chats, deliveries, erasing, over, sources, troubles, watches
from store.access import Access, Verdict
from store.broadcasts import Stage
from store.database import Connection, Database
from store.deliveries import OwedAlert, OwedMessage
from store.sources import Wanted
from store.troubles import Kind

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADA, BOB, EVE = 6_000_000_001, 6_000_000_002, 6_000_000_003
GROUP, SUPERGROUP = -4_000_000_001, -1_003_000_000_001


async def met(conn: Connection, *numbers: int, state: ChatState = ChatState.ACTIVE) -> None:
    """Let Hark know these private chats."""
    for number in numbers:
        await chats.save(conn, Chat(number, ChatKind.PRIVATE, f"Chat {number}", state=state, since=NOON))


async def test_a_verdict_takes_the_place_of_the_one_before(database: Database) -> None:
    """Who asked is let in, who is banned hears of it once; a ban outlives the chat and moves with a group."""
    async with database.begin() as conn:
        await met(conn, ADA, BOB)
        await access.put(conn, Access(BOB, Verdict.ASKING, NOON, "Bob"))
        await access.put(conn, Access(ADA, Verdict.ASKING, NOON, "Ada"))
        await access.put(conn, Access(ADA, Verdict.BANNED, NOON, "Ada"))
        once = [await access.tell_once(conn, {ADA, BOB}) for _ in range(2)]
        await erasing.erase(conn, [ADA, BOB])
        await chats.save(conn, Chat(GROUP, ChatKind.GROUP))
        await access.put(conn, Access(GROUP, Verdict.BANNED, NOON + HOUR, "Readers"))
        await access.put(conn, Access(SUPERGROUP, Verdict.ALLOWED, NOON, "Readers"))
        await chats.migrate(conn, GROUP, SUPERGROUP)

        assert once == [True, False]
        assert [each.id for each in await access.listed(conn, Verdict.BANNED)] == [SUPERGROUP, ADA]
        assert await access.count(conn, Verdict.ALLOWED) + await access.count(conn, Verdict.ASKING) == 0
        assert await access.drop(conn, ADA) == Access(ADA, Verdict.BANNED, NOON)
        assert await access.drop(conn, ADA) is None


async def test_closing_keeps_who_uses_hark(database: Database) -> None:
    """Chats that watch or follow are put on the list, others and those judged before are not."""
    async with database.begin() as conn:
        await met(conn, ADA, BOB, EVE)
        await watches.add(conn, ADA, "AI", NOON)
        await watches.add(conn, EVE, "AI", NOON)
        await access.put(conn, Access(EVE, Verdict.BANNED, NOON))
        wanted = Wanted(SourceKind.FEED, "https://a.example", "A")
        source = await sources.ensure(conn, wanted, NOON, shared=False)
        await sources.add_follow(conn, FollowOf(ADA, source.id, FollowMode.WORDS, NOON))

        before = await access.closed(conn)
        added = await access.close(conn, NOON, on=True)

        assert (before, added, await access.closed(conn)) == (False, 1, True)
        assert [each.id for each in await access.listed(conn, Verdict.ALLOWED)] == [ADA]
        assert await access.close(conn, NOON, on=False) == 0
        assert await access.closed(conn) is False


async def test_a_broadcast_asks_each_chat_once(database: Database) -> None:
    """Who wants none, is paused or lost is left out; what was sent and what could not is counted."""
    async with database.begin() as conn:
        await met(conn, ADA, BOB, EVE)
        await met(conn, 5, state=ChatState.PAUSED)
        await met(conn, 6, state=ChatState.BLOCKED)
        await chats.save(conn, Chat(7, ChatKind.PRIVATE, news=False))
        await chats.save(conn, Chat(0, ChatKind.TERMINAL))
        await broadcasts.draft(conn, ADA, "never sent", NOON)
        made = await broadcasts.draft(conn, ADA, "news", NOON)
        await broadcasts.begin(conn, made.id, 77)
        for chat in await broadcasts.next_chats(conn, made.id, 2):
            owed = OwedMessage(chat.id, DeliveryKind.NEWS, Message("x"), broadcast_id=made.id)
            await deliveries.owe_message(conn, owed, NOON)
        rest = [each.id for each in await broadcasts.next_chats(conn, made.id, 9)]
        [first, second] = await deliveries.due(conn, NOON, 9)
        taken = await deliveries.take(conn, first)
        assert taken is not None
        await deliveries.mark_sent(conn, taken, 1, NOON)
        half = await broadcasts.progress(conn, made.id)
        busy = await broadcasts.pending(conn, made.id, NOON)
        await deliveries.hold_chat(conn, second.chat_id)
        idle = await broadcasts.pending(conn, made.id, NOON)
        found = await broadcasts.sending(conn)
        await broadcasts.end(conn, made.id, Stage.DONE)
        after = await broadcasts.progress(conn, made.id)

        assert await broadcasts.audience(conn) == broadcasts.Audience(3, 1, 1, 1)
        assert rest == [EVE]
        assert found is not None
        assert (found.id, found.message_id, busy, idle) == (made.id, 77, True, False)
        assert (half.sent, half.failed, half.waiting, half.unasked, half.total) == (1, 0, 1, 1, 3)
        assert (after.sent, after.failed, after.waiting) == (1, 1, 0)
        assert await broadcasts.sending(conn) is None
        assert await broadcasts.discard(conn, made.id) is False
        await broadcasts.forget(conn, NOON + HOUR)
        assert await broadcasts.find(conn, made.id) is None


async def test_troubles_are_counted_by_hour_and_kind(database: Database) -> None:
    """The most frequent stands first, with its last word; what is old is forgotten."""
    async with database.begin() as conn:
        for hours, kind in ((30, Kind.LOST), (3, Kind.LOST), (2, Kind.FLOOD), (1, Kind.FLOOD)):
            await troubles.note(conn, kind, NOON - hours * HOUR, f"{hours} hours ago")
        found = await troubles.since(conn, NOON - 24 * HOUR)
        await troubles.forget(conn, NOON - 2 * HOUR)
        left = await troubles.since(conn, NOON - 99 * HOUR)

        assert [(each.kind, each.count, each.detail) for each in found] == [
            (Kind.FLOOD, 2, "1 hours ago"),
            (Kind.LOST, 1, "3 hours ago"),
        ]
        assert [each.kind for each in left] == [Kind.FLOOD]
        assert await troubles.of_sources(conn) == {}


async def test_what_is_over_a_limit_is_counted_once(database: Database) -> None:
    """An alert counts against the day it was made in; one beyond the limit once, however often it comes."""
    async with database.begin() as conn:
        await met(conn, ADA)
        await deliveries.owe_alerts(conn, [OwedAlert(ADA, number, 1) for number in (1, 2)], NOON)
        told = await deliveries.told_since(conn, {ADA: NOON - HOUR, BOB: NOON})
        later = await deliveries.told_since(conn, {ADA: NOON + HOUR})
        new = await deliveries.untold(conn, [OwedAlert(ADA, number, 1) for number in (2, 3)])
        for _ in range(2):
            await over.add(conn, new, NOON)

        assert (told, later) == ({ADA: 2}, {})
        assert [each.item_id for each in new] == [3]
        assert await over.count(conn, ADA, NOON) == 1
        assert await over.some(conn, ADA, NOON) == [(3, 1)]
        assert await over.uncounted(conn) == [ADA]
        await over.mark_counted(conn, ADA)
        assert await over.uncounted(conn) == []
