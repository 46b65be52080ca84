"""What X answers about single accounts and posts, and about what has been used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from tests.servers import x_bodies
from tests.servers.x_accounts import Account, stamp
from tests.servers.x_billing import Answer, Kind, Ledger, Purse
from tests.servers.x_bodies import Json, Refusal
from tests.servers.x_includes import answered, post_fields
from tests.servers.x_world import XWorld

_CAP = 3_000_000  # posts a month


class Lookups:
    """Answers to requests that the table of parameters allows."""

    def __init__(self, world: XWorld, ledger: Ledger, purse: Purse) -> None:
        self.usage_missing = False  # some projects get an empty 404
        self._world = world
        self._ledger = ledger
        self._purse = purse

    def user(self, sent: Mapping[str, str]) -> Answer:
        """Answer the look-up of one handle."""
        return _single(self._people("username", [sent["username"]], self._world.called, sent))

    def users(self, sent: Mapping[str, str]) -> Answer:
        """Answer the look-up of many handles."""
        return self._people("usernames", sent["usernames"].split(","), self._world.called, sent)

    def user_by_id(self, sent: Mapping[str, str]) -> Answer:
        """Answer the look-up of one number."""
        return _single(self._people("id", [sent["id"]], self._world.numbered, sent))

    def users_by_id(self, sent: Mapping[str, str]) -> Answer:
        """Answer the look-up of many numbers."""
        return self._people("ids", sent["ids"].split(","), self._world.numbered, sent)

    def _people(
        self,
        parameter: str,
        names: Iterable[str],
        find: Callable[[str], Account | None],
        sent: Mapping[str, str],
    ) -> Answer:
        fields = set(sent.get("user.fields", "").split(","))
        found: dict[str, Account] = {}
        errors: list[Json] = []
        for name in names:
            account = find(name)
            if account is None:
                errors.append(x_bodies.not_found(parameter, name))
            elif account.suspended:
                errors.append(x_bodies.suspended(parameter, name))
            else:
                found[account.id] = account
        told: Json = {"data": [account.json(fields) for account in found.values()], "errors": errors}
        billed = tuple((Kind.USER, number) for number in found)
        return Answer({key: value for key, value in told.items() if value}, billed)

    def posts(self, sent: Mapping[str, str]) -> Answer:
        """Answer the look-up of posts by their ids; old versions are found by theirs."""
        found = []
        errors: list[Json] = []
        for number in dict.fromkeys(sent["ids"].split(",")):
            post = self._world.post(int(number))
            if post is None:
                errors.append(x_bodies.not_found("ids", number, "tweet"))
            elif post.account.protected or post.account.suspended:
                errors.append(x_bodies.not_authorized("tweet", "ids", number))
            else:
                found.append(post)
        answer = answered(found, sent, self._world)
        told: Json = (
            {"data": [post.json(post_fields(sent)) for post in found]} | answer.body | {"errors": errors}
        )
        return Answer({key: value for key, value in told.items() if value}, answer.resources)

    def usage(self, sent: Mapping[str, str]) -> Refusal | Answer:
        """Answer how many posts were billed, by the day."""
        if self.usage_missing:
            return x_bodies.NO_USAGE
        today = self._world.now().astimezone(UTC).date()
        first = today - timedelta(days=int(sent.get("days", "7")) - 1)
        days = {day: posts for day, posts in self._ledger.days(Kind.POST).items() if day >= first}
        if not self._world.behaviour.usage_as_described:
            told = [
                {"date": f"{day}", "usage": [{"app_id": "1", "tweets_consumed": posts}]}
                for day, posts in days.items()
            ]
            return Answer({"data": {"daily_project_usage": told, "project_id": "1", "project_cap": _CAP}})
        by_day = [
            {"date": stamp(datetime(day.year, day.month, day.day, tzinfo=UTC)), "usage": str(posts)}
            for day, posts in days.items()
        ]
        whole: Json = {
            "project_id": "1",
            "project_cap": str(_CAP),
            "project_usage": str(self._ledger.posts),
            "cap_reset_day": 1,
            "daily_project_usage": {"project_id": "1", "usage": by_day},
            "daily_client_app_usage": [
                {"client_app_id": "1", "usage": by_day, "usage_result_count": len(by_day)}
            ],
        }
        wanted = sent.get("usage.fields", "project_cap,project_id,project_usage").split(",")
        return Answer({"data": {name: value for name, value in whole.items() if name in wanted}})

    def credits(self, _sent: Mapping[str, str]) -> Refusal | Answer:
        """Answer how many dollars are left."""
        if self.usage_missing:
            return x_bodies.NO_USAGE
        left = 10_000_000 if self._purse.balance is None else self._purse.balance
        left = 0 if self._purse.closed is not None else left
        money = {"free_balance": 0.0, "free_grants": [], "prepaid_balance": left / 1000}
        return Answer({"data": {**money, "total_balance": left / 1000}})


def _single(answer: Answer) -> Answer:
    found = answer.body.get("data")
    alone: Json = {"data": found[0]} if isinstance(found, list) and found else {}
    return Answer(
        {key: value for key, value in answer.body.items() if key != "data"} | alone, answer.resources
    )
