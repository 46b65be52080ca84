"""The real bot: updates come in from Telegram, alerts and answers go out to it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

import structlog
from telegram import Bot

from alerts.pace import Limits
from alerts.send import Sender
from alerts.send_telegram import TelegramPost
from commands import build
from commands.finder import NetworkFinder
from commands.steps import add_steps, finish
from commands.stop import Stop
from commands.terminal import CHAT as TERMINAL_CHAT
from errors import HarkError
from handlers import everything, menus
from handlers.broadcasting import LOOK_EVERY as BROADCAST_EVERY
from handlers.broadcasting import STEP as BROADCAST
from handlers.broadcasting import Broadcaster
from handlers.call import Policy, XTerms
from handlers.courtesy import TelegramCourtesy
from handlers.dispatcher import Counter, Dispatcher
from handlers.errands import ErrandDesk, ErrandStep, Work
from handlers.files import TelegramFiles
from handlers.looking_up import LookUp
from handlers.rights import TelegramRights
from handlers.updates import LOOK_EVERY, Updates, WebhookPlace, build_bot
from handlers.x_price import PriceDesk, Pricing
from model import ChatState, Outcome, Source
from pipeline import Polled
from store import chats, deliveries, settings
from store.database import Connection

_LINK_KEY = "link_key"
_KEY_BYTES = 32

_log = structlog.get_logger("hark")


@dataclass(frozen=True, slots=True)
class Front:
    """What stands between Telegram and the house."""

    bot: Bot
    sender: Sender
    rights: TelegramRights
    dispatcher: Dispatcher
    updates: Updates

    async def close(self) -> None:
        """Take no more updates, let what is on its way land, and hang up."""
        await asyncio.gather(self.updates.stop(), finish(self.sender))  # a message on its way must still land
        await self.dispatcher.close()
        await self.rights.close()
        await self.updates.close()


async def serve(house: build.House, stop: Stop) -> None:
    """Serve until `stop`. Polling goes on while Telegram is away."""
    front = await open_front(house, stop, Limits())
    house.engine.start()
    serving = asyncio.create_task(_take_updates(house, front.updates, stop))
    try:
        await stop.wait()
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        await front.close()


async def open_front(house: build.House, stop: Stop, limits: Limits) -> Front:
    """Build what serves Telegram and give the engine its steps; nothing is asked of Telegram yet."""
    telegram = house.settings.telegram
    bot = build_bot(telegram.token.get_secret_value(), telegram.base_url)
    house = replace(house, catalogue=house.catalogue.of(lambda: _name_of(bot)))
    await _quiet_terminal(house)
    sender = add_steps(house, TelegramPost(bot), limits, stop)
    await sender.remember()
    courtesy = TelegramCourtesy(bot)
    house.engine.add("errands", _errands(house, bot, courtesy).step, build.LOOK_FOR_ERRANDS)
    broadcaster = Broadcaster(house.database, house.engine, house.catalogue, house.clock)
    house.engine.add(BROADCAST, broadcaster.step, BROADCAST_EVERY)
    rights = TelegramRights(bot, house.seconds)
    dispatcher = _dispatcher(house, bot, courtesy, rights, await _link_key(house))
    updates = Updates(bot, dispatcher.handle, stop, house.seconds)
    if telegram.webhook.url:
        house.engine.add("token", updates.look, LOOK_EVERY)
    return Front(bot, sender, rights, dispatcher, updates)


def _name_of(bot: Bot) -> str:
    """Return the bot's name without "@", "" until Telegram has answered."""
    try:
        return bot.username
    except RuntimeError:
        return ""


async def _take_updates(house: build.House, updates: Updates, stop: Stop) -> None:
    hook = house.settings.telegram.webhook
    place = WebhookPlace(hook.url, hook.listen, hook.port, hook.secret.get_secret_value())
    try:
        await updates.connect()
        if not house.readers.badge.address:
            house.readers.badge.address = f"https://t.me/{updates.bot.username}"
        await updates.start(place if hook.url else None)
        _log.info("Hark is ready", bot=f"@{updates.bot.username}")
        operators = house.settings.telegram.admins
        await menus.publish(updates.bot, house.catalogue, house.database, operators)
    except HarkError as error:
        stop(error)
    except Exception as error:
        _log.exception("Telegram could not be set up")
        stop(HarkError(f"Telegram could not be set up: {type(error).__name__}"))


def _dispatcher(
    house: build.House, bot: Bot, courtesy: TelegramCourtesy, rights: TelegramRights, link_key: bytes
) -> Dispatcher:
    counter = Counter(
        database=house.database,
        engine=house.engine,
        catalogue=house.catalogue,
        registry=everything.registry(),
        rights=rights,
        courtesy=courtesy,
        policy=_policy(house),
        names=house.names,
        clock=house.clock,
        our_name=lambda: _name_of(bot),
        link_key=link_key,
    )
    return Dispatcher(counter)


async def _link_key(house: build.House) -> bytes:
    """Return the key by which links are known as ours, made once and kept: links outlive a restart."""
    async with house.database.begin() as conn:
        kept = await settings.get(conn, _LINK_KEY)
        if not kept:
            kept = house.secret(_KEY_BYTES).hex()
            await settings.put(conn, _LINK_KEY, kept)
    return bytes.fromhex(kept)


def _policy(house: build.House) -> Policy:
    telegram = house.settings.telegram
    return Policy(
        frozenset(telegram.admins),
        frozenset(telegram.allowed_chats),
        examples=telegram.examples,
        watches=house.settings.quotas.watches,
        follows=house.settings.quotas.sources,
        alerts=house.settings.quotas.alerts,
        looks_up=house.readers.names is not None,
        ask_above=house.settings.alerts.ask_above,
        retention=house.settings.alerts.retention,
        x=_terms(house),
        planned=house.planning.shown,
    )


def _terms(house: build.House) -> XTerms | None:
    """Return on what terms X is read, None where it is not, or from feeds alone."""
    if house.readers.x is None:
        return None
    told = house.settings.x
    return XTerms(told.budget, house.purse.post, told.interval if told.mode == "stream" else None)


def _errands(house: build.House, bot: Bot, courtesy: TelegramCourtesy) -> ErrandStep:
    async def take_in(conn: Connection, source: Source, outcome: Outcome) -> object:
        return await house.desk.ingest(conn, [Polled(source, outcome)], house.clock())

    desk = ErrandDesk(
        database=house.database,
        engine=house.engine,
        catalogue=house.catalogue,
        courtesy=courtesy,
        finder=NetworkFinder(house.readers, house.settings.polling.timeout),
        take_in=take_in,
        names=house.names,
        clock=house.clock,
        patience=house.settings.polling.timeout + build.FOLLOW_MARGIN,
        files=TelegramFiles(bot),
        policy=_policy(house),
        look_up=_look_up(house),
        pricing=_pricing(house),
    )
    return ErrandStep(desk)


def _look_up(house: build.House) -> Work | None:
    source = house.readers.names
    return None if source is None else LookUp(house.database, source, house.table, house.clock).work


def _pricing(house: build.House) -> Pricing | None:
    client, told = house.readers.x_client, house.settings
    if client is None:
        return None
    operators = bool(told.telegram.admins)
    longest, price = told.x.limits.query, house.purse.post
    desk = PriceDesk(house.database, house.names, house.clock, client, price, longest, operators)
    return Pricing(desk)


async def _quiet_terminal(house: build.House) -> None:
    """With a token nobody looks at the terminal."""
    async with house.database.begin() as conn:
        if await chats.find(conn, TERMINAL_CHAT) is not None:
            await chats.set_state(conn, TERMINAL_CHAT, ChatState.PAUSED, house.clock())
            await deliveries.hold_chat(conn, TERMINAL_CHAT)
