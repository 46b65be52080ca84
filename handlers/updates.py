"""How updates come in: by long polling or webhook, one at a time, none lost at a restart."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, ContextTypes, TypeHandler
from telegram.request import HTTPXRequest

from errors import AlreadyRunning, HarkError, TokenRefused

LOOK_EVERY = timedelta(minutes=1)
ALLOWED_UPDATES = ["message", "channel_post", "callback_query", "my_chat_member"]
_POLL = timedelta(seconds=25)
_PATIENCE = 5.0  # seconds of quarrel that even a copy which has just started bears
_SENIORITY = 20.0  # more for each second that it had before: the younger copy must give way well before
_MOST_PATIENCE = 120.0  # a rolling deployment overlaps for a while
# The elder, interrupted by a newcomer, asks again 1.5 pauses later (without any pause: a whole second): so
# young is a newcomer when it meets its first conflict.
_PAUSE = 0.05  # seconds between two polls
_CALM = 60.0  # conflicts further apart than this are not one quarrel
_STOP_WITHIN = 3.0
_CLOSE_WITHIN = 1.5
_POLLING_TASK = "Updater:start_polling:polling_task"  # what python-telegram-bot 22.8 calls it
_REVOKED = "telegram.token: Telegram does not know this token any more"
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}

_log = structlog.get_logger("telegram")

Handle = Callable[[Update], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class WebhookPlace:
    """Where Telegram is to call; `listen` and `port` are where Hark waits for it."""

    url: str
    listen: str
    port: int
    secret: str


class HandledQueue(asyncio.Queue[object]):
    """A queue whose `put` returns when the update has been handled.

    python-telegram-bot confirms an update (the next getUpdates, the webhook's 200) after `put` returns, so
    what a killed process had not handled comes again.
    """

    def __init__(self) -> None:
        super().__init__(maxsize=1)

    async def put(self, item: object) -> None:
        """Hand one update over and wait until it is done."""
        await super().put(item)
        await self.join()


class Quarrel:
    """Decides from Telegram's 409 answers when this copy must give way to another with the same token."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """Start the clock; `seconds` only goes forward."""
        self._seconds = seconds
        self._started = seconds()
        self._first: float | None = None
        self._last = 0.0

    def lost(self) -> bool:
        """Note one conflict; return whether it has lasted so long that this copy should stop."""
        now = self._seconds()
        if self._first is None or now - self._last > _CALM:
            self._first = now
            _log.warning("another process asks for updates with this bot's token")
        self._last = now
        seniority = self._first - self._started
        return now - self._first >= min(_PATIENCE + _SENIORITY * seniority, _MOST_PATIENCE)


def build_bot(token: str, base_url: str) -> Bot:
    """Return a bot that asks `base_url` and waits longer than Telegram's server may hold a request (8 s).

    It goes through the proxy that the environment names, unless the server is on this machine.
    """
    around = {"trust_env": urlsplit(base_url).hostname not in _THIS_MACHINE}
    request = HTTPXRequest(
        connection_pool_size=16,
        read_timeout=30,
        write_timeout=30,
        connect_timeout=10,
        pool_timeout=60,
        httpx_kwargs=around,
    )
    updates = HTTPXRequest(
        connection_pool_size=2, read_timeout=10, connect_timeout=10, pool_timeout=60, httpx_kwargs=around
    )
    base_url = base_url.rstrip("/")
    server, _, bot = base_url.rpartition("/")
    return Bot(
        token,
        base_url=base_url,
        base_file_url=f"{server}/file/{bot}",
        request=request,
        get_updates_request=updates,
    )


class Updates:
    """Brings every update to `handle`, one at a time and in order. `stop` is called when it cannot go on."""

    def __init__(
        self, bot: Bot, handle: Handle, stop: Callable[[HarkError], None], seconds: Callable[[], float]
    ) -> None:
        """Prepare; nothing is asked of Telegram before `connect`."""
        self.bot = bot
        self._handle = handle
        self._stop = stop
        self._seconds = seconds
        builder = Application.builder().bot(bot).job_queue(None).update_queue(HandledQueue())
        self._application = builder.build()
        self._application.add_handler(TypeHandler(Update, self._on_update))
        self._quarrel = Quarrel(seconds)

    async def _on_update(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        await self._handle(update)

    async def connect(self) -> None:
        """Wait until Telegram answers.

        Raises TokenRefused when it does not know the token, HarkError when it will not have this bot.
        """
        wait = 1.0
        while True:
            try:
                return await self._application.initialize()
            except InvalidToken as error:
                raise TokenRefused("telegram.token: Telegram does not know this token") from error
            except (NetworkError, RetryAfter) as error:
                _log.warning("Telegram cannot be reached, trying again", wait=wait, error=str(error))
                await asyncio.sleep(wait)
                wait = min(wait * 2, 30)
            except TelegramError as error:
                raise HarkError(f"telegram: Telegram refuses this bot: {error.message}") from error

    async def start(self, webhook: WebhookPlace | None) -> None:
        """Begin to take updates, by webhook or by long polling."""
        await self._application.start()
        self._quarrel = Quarrel(self._seconds)
        updater = self._application.updater
        if updater is None:
            raise TokenRefused("the application was built without an updater")
        if webhook is None:
            await updater.start_polling(
                poll_interval=_PAUSE,
                timeout=_POLL,
                bootstrap_retries=-1,
                allowed_updates=ALLOWED_UPDATES,
                error_callback=self._on_error,
            )
            self._watch_polling()
        else:
            await updater.start_webhook(
                listen=webhook.listen,
                port=webhook.port,
                url_path=urlsplit(webhook.url).path.lstrip("/"),
                webhook_url=webhook.url,
                secret_token=webhook.secret or secrets.token_urlsafe(32),
                bootstrap_retries=-1,
                allowed_updates=ALLOWED_UPDATES,
                max_connections=1,  # side by side they would come out of order
            )

    async def look(self) -> bool:
        """Stop when Telegram knows the token no more: a webhook just falls silent. Returns False."""
        try:
            await self.bot.get_me()
        except InvalidToken:
            self._stop(TokenRefused(_REVOKED))
        except TelegramError as error:
            _log.info("Telegram does not say who this bot is", error=error.message)
        return False

    def _watch_polling(self) -> None:
        """The library ends its polling at a refused token and tells only its own log."""
        for task in asyncio.all_tasks():
            if task.get_name() == _POLLING_TASK:
                task.add_done_callback(self._on_polling_ended)

    def _on_polling_ended(self, task: asyncio.Task[object]) -> None:
        error = None if task.cancelled() else task.exception()
        if isinstance(error, InvalidToken):
            self._stop(TokenRefused(_REVOKED))
        elif error is not None:
            self._stop(HarkError(f"asking for updates has ended: {type(error).__name__}"))

    def _on_error(self, error: TelegramError) -> None:
        if isinstance(error, Conflict):
            if self._quarrel.lost():
                self._stop(AlreadyRunning("this bot's token"))
        else:
            _log.warning("asking for updates failed, trying again", error=str(error))

    async def stop(self) -> None:
        """Take no more updates; the one in hand is finished, those not confirmed come again."""
        updater = self._application.updater
        if updater is not None and updater.running:
            await _within(_STOP_WITHIN, updater.stop())
        if self._application.running:
            await _within(_CLOSE_WITHIN, self._application.stop())

    async def close(self) -> None:
        """Close the connections to Telegram; nothing may be on its way there any more."""
        if not self._application.running:
            await _within(_CLOSE_WITHIN, self._application.shutdown())
            await _within(_CLOSE_WITHIN, self.bot.shutdown())  # where Telegram never said who it is


async def _within(seconds: float, ending: Awaitable[None]) -> None:
    """Await what ends a part; what Telegram does then, or does not, must not keep the other parts."""
    with contextlib.suppress(TimeoutError, TelegramError):
        async with asyncio.timeout(seconds):
            await ending
