"""What X costs and what it is spent on: lines of /status and /sources.

Operators see the money and every watch; everybody else what was read for their own watches.
"""

from __future__ import annotations

from accounts import catching_up
from feeds.x_budget import standing
from handlers.call import Call, Desk
from handlers.words import label, moment, reason
from locales import escaped
from model import ChatKind, Failure, FailureReason, Source
from polling import OF_X_ITSELF
from store import spending, stoppages, watches

_WATCHES = 10  # shown, the dearest
_NAMED = 10  # accounts shown
_STOPS = (*OF_X_ITSELF, FailureReason.RATE_LIMITED)


async def of_hark(desk: Desk) -> list[str]:
    """Return for operators what X has cost this month, what it says is left, and who is not read."""
    terms, text = desk.policy.x, desk.text
    if terms is None:
        return []
    spent = await spending.spending(desk.conn, desk.now)
    money = standing(spent, terms.budget, desk.now)
    told = {"spent": text.dollars(spent.month), "forecast": text.dollars(money.forecast)}
    if terms.budget is None:
        lines = ["", text.html("status-x-unlimited", reads=spent.reads, **told)]
    else:
        budget = text.dollars(terms.budget)
        lines = ["", text.html("status-x-spent", reads=spent.reads, budget=budget, **told)]
    credit = await stoppages.credit(desk.conn)
    if credit is not None:
        ago = text.ago(credit.asked, desk.now)
        lines.append(text.html("status-x-credit", left=text.dollars(credit.left), ago=ago))
    gap = await catching_up.gap(desk.conn, terms.post, desk.now)
    if gap is not None:
        since, price = text.date(gap.since, desk.now), text.about(gap.cost)
        lines.append(text.html("status-x-gap", accounts=gap.accounts, since=since, price=price))
    unread = await stoppages.unread(desk.conn, _STOPS)
    return [*lines, _unread(desk, unread)] if unread else lines


def _unread(desk: Desk, sources: list[Source]) -> str:
    """Say which accounts are not read for what ails X as a whole, since when, and when it is tried next."""
    text, first = desk.text, sources[0]
    since = moment(text, first.failing_since or desk.now, desk.now)
    due = min(source.due or desk.now for source in sources)
    following = moment(text, max(due, desk.now), desk.now)
    return text.html(
        "status-x-unread",
        reason=reason(text, first.failure or Failure(FailureReason.X_REFUSED)),
        names=", ".join(source.name or f"@{source.address}" for source in sources[:_NAMED]),
        more=len(sources[_NAMED:]),
        **since,
        **{f"next-{name}": value for name, value in following.items()},
    )


async def of_stream(desk: Desk) -> list[str]:
    """Return for everybody that X's stream is not there, since when, and what is done meanwhile."""
    terms, text = desk.policy.x, desk.text
    if terms is None or terms.streamed is None:
        return []
    found = await stoppages.breakdown(desk.conn)
    if found is None or found.ended is not None:
        return []
    following = moment(text, max(found.again, desk.now), desk.now)
    line = text.html(
        "stream-line",
        reason=reason(text, found.failure),
        interval=text.duration(terms.streamed),
        **moment(text, found.since, desk.now),
        **{f"next-{name}": value for name, value in following.items()},
    )
    return [line]


async def of_watches(call: Call, desk: Desk) -> list[str]:
    """Return what was read on X this month, watch by watch; nothing where nothing was."""
    if desk.policy.x is None:
        return []
    if call.user_id in desk.policy.admins and call.place.kind is ChatKind.PRIVATE:
        return await _of_all(desk)
    mine = {each.id: each.query for each in await watches.of_chat(desk.conn, desk.chat.id)}
    read = await spending.of_watches(desk.conn, mine, desk.now)
    rows = sorted(read.items(), key=lambda row: (-row[1].reads, row[0]))[:_WATCHES]
    shown = [f"• {escaped(label(mine[number]))} · {bought.reads}" for number, bought in rows]
    return ["", desk.text.html("sources-x-mine"), *shown] if shown else []


async def _of_all(desk: Desk) -> list[str]:
    text = desk.text
    rows = await spending.dearest(desk.conn, desk.now, _WATCHES)
    known = await watches.many(desk.conn, [number for number, _ in rows])
    lines: list[str] = []
    for number, bought in rows:
        words = text.plain("sources-x-ended" if number else "sources-x-nobody")
        if number in known:
            words = label(known[number].query)
        cost = text.dollars(bought.cost)
        lines.append(text.html("sources-x-watch", words=words, reads=bought.reads, cost=cost))
    return ["", text.html("sources-x-all"), *lines] if lines else []
