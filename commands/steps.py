"""The steps that every run has: poll, send, and keep the house in order."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from accounts.breakdown import TELL_EVERY, Teller
from accounts.care import AUDIT_EVERY, GONE_EVERY, Caretaker
from accounts.lookups import LOOK_UP_EVERY, Registrar
from accounts.money import LEDGER_EVERY, MONEY_EVERY, Treasurer
from accounts.operators import Operators
from accounts.poller import AccountPoller, Pacing, searches_in_a_round
from accounts.streaming import LOOK_EVERY, TEND_EVERY, Line, Streamer
from accounts.wants import Wanting
from alerts.pace import Limits, Pacer
from alerts.plainer import plainer
from alerts.render import render_alert
from alerts.send import Alert, Post, SendDesk, Sender
from commands import build
from commands.stop import Stop
from errors import TokenRefused
from feeds.x_either import EitherReader
from feeds.x_rules import RuleLimits
from handlers.idle_watches import IDLE_EVERY, IdleTeller
from handlers.over_quota import QUOTAS_EVERY, QuotaTeller
from handlers.quiet_weeks import QUIET_EVERY, QuietTeller
from handlers.words import reason
from housekeeping import HEARTBEAT_EVERY, TIDY_EVERY, Housekeeper
from model import Chat, Message
from outages import OUTAGES_EVERY, OutageTeller
from planning import PLAN_EVERY, PlanStep
from polling import FeedPoller
from pushing import HUBS_EVERY

if TYPE_CHECKING:
    from feeds.x import XClient

_LOOK_FOR_SOURCES = timedelta(seconds=0.5)
_LOOK_FOR_UNREADABLE = timedelta(minutes=1)  # accounts that chats still follow: they are told why not
_LOOK_FOR_DELIVERIES = timedelta(seconds=1)
_SENDING_WITHIN = 4.0  # seconds for what is in flight when Hark is told to stop


def add_steps(house: build.House, post: Post, limits: Limits, stop: Stop) -> Sender:
    """Give the engine its steps; messages go out through `post`. Returns the sender, to be finished last."""
    sender = _sender(house, post, limits, stop)
    settings = house.settings
    keeper = Housekeeper(
        database=house.database,
        clock=house.clock,
        retention=settings.alerts.retention,
        stop=stop,
    )
    teller = OutageTeller(
        house.database, house.engine, house.catalogue, house.clock, settings.telegram.admins
    )
    engine = house.engine
    if settings.quotas.alerts is not None:
        counter = QuotaTeller(house.database, engine, house.catalogue, house.clock, settings.quotas.alerts)
        engine.add("quotas", counter.step, QUOTAS_EVERY)
    quiet = QuietTeller(house.database, engine, house.catalogue, house.clock)
    engine.add("quiet", quiet.step, QUIET_EVERY)
    idle = IdleTeller(house.database, engine, house.catalogue, house.clock)
    engine.add("idle", idle.step, IDLE_EVERY)
    hubs = build.subscriber(house)
    if hubs is not None:
        engine.add("hubs", hubs.step, HUBS_EVERY)
    offer = None if hubs is None else hubs.offer
    poller = FeedPoller(house.desk, house.readers.feeds, house.readers.fetcher.wait, offer)
    engine.add("plan", PlanStep(house.planning, house.database, house.clock).step, PLAN_EVERY)
    engine.add("poll", poller.step, _LOOK_FOR_SOURCES)
    often = _LOOK_FOR_SOURCES if build.reads_x(settings) else _LOOK_FOR_UNREADABLE
    engine.add("posts", _accounts(house, _streamer(house)).step, often)
    if house.readers.x_client is not None:
        _look_after_x(house, house.readers.x_client)
    engine.add("send", sender.step, _LOOK_FOR_DELIVERIES)
    engine.add("heartbeat", keeper.heartbeat, HEARTBEAT_EVERY)
    engine.add("tidy", keeper.tidy, TIDY_EVERY)
    engine.add("outages", teller.step, OUTAGES_EVERY)
    return sender


def _look_after_x(house: build.House, client: XClient) -> None:
    operators = Operators(house.settings.telegram.admins, house.catalogue)
    reader = house.readers.x
    treasurer = Treasurer(
        house.database,
        house.engine,
        house.clock,
        house.purse,
        client,
        operators,
        covered=house.readers.x_feeds is not None,
        trouble=lambda: None if reader is None else reader.trouble,
    )
    caretaker = Caretaker(house.desk, client, Wanting(house.names), operators)
    house.engine.add("money", treasurer.watch, MONEY_EVERY)
    house.engine.add("ledger", treasurer.ledger, LEDGER_EVERY)
    registrar = Registrar(house.desk, client, operators)
    house.engine.add("lookups", registrar.look_up, LOOK_UP_EVERY)
    house.engine.add("gone", caretaker.gone, GONE_EVERY)
    house.engine.add("audit", caretaker.audit, AUDIT_EVERY)


def _streamer(house: build.House) -> Streamer | None:
    """Add the steps of X's stream where it is wanted."""
    readers, told = house.readers, house.settings.x
    if readers.x_stream is None or readers.x_client is None:
        return None
    limits = RuleLimits(told.limits.rule, told.limits.rules)
    line = Line(readers.x_stream, readers.x_client, limits, told.interval)
    streamer = Streamer(house.desk, line, Wanting(house.names), house.purse, house.random)
    house.engine.add("rules", streamer.tend, TEND_EVERY)
    house.engine.add("stream", streamer.step, LOOK_EVERY)
    operators = Operators(house.settings.telegram.admins, house.catalogue)
    teller = Teller(house.database, house.engine, house.clock, operators, reason, told.interval)
    house.engine.add("breakdown", teller.step, TELL_EVERY)
    return streamer


def _accounts(house: build.House, streamer: Streamer | None) -> AccountPoller:
    reader = EitherReader(house.readers.x, house.readers.x_feeds)
    told = house.settings.x
    searches = searches_in_a_round(told.limits.searches, told.interval)
    asks = bool(house.settings.telegram.admins)
    pacing = Pacing(searches=searches, asks_first=asks)
    if streamer is not None:
        pacing = replace(pacing, rests=streamer.rests)
    free = house.readers.x_feeds
    return AccountPoller(house.desk, reader, Wanting(house.names), house.purse, pacing, free)


def _sender(house: build.House, post: Post, limits: Limits, stop: Stop) -> Sender:
    def render(alert: Alert, now: datetime) -> Message:
        return render_alert(alert, house.catalogue.text_for(alert.chat), now)

    def say(chat: Chat, key: str, name: str) -> Message:
        return Message(house.catalogue.text_for(chat).html(key, name=name))

    desk = SendDesk(
        database=house.database,
        clock=house.clock,
        seconds=house.seconds,
        random=house.random,
        render=render,
        plainer=plainer,
        say=say,
        stop=lambda error: stop(TokenRefused(f"telegram.token: Telegram refuses it: {error}")),
    )
    return Sender(desk, post, Pacer(limits, house.seconds()))


async def finish(sender: Sender) -> None:
    """Let what is in flight land, within bounds."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_SENDING_WITHIN):
            await sender.stop()
