"""The rules of X's filtered stream: added, deleted, listed, counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.servers import x_bodies
from tests.servers.x_accounts import XPost, stamp
from tests.servers.x_billing import Answer
from tests.servers.x_bodies import Json, Refusal
from tests.servers.x_language import Node
from tests.servers.x_world import XWorld


@dataclass(frozen=True, slots=True)
class StreamRule:
    """One rule that is kept."""

    id: str
    value: str
    tag: str
    tree: Node

    def json(self) -> Json:
        """Return the rule as X lists it."""
        told: Json = {"id": self.id, "value": self.value}
        return told | ({"tag": self.tag} if self.tag else {})


class Rules:
    """All rules. A request with one bad rule adds none; a rule that is there already is told and left."""

    def __init__(self, world: XWorld, read: Callable[[str], Node | str]) -> None:
        """`read` gives the tree of a rule, or why there is none."""
        self.kept: dict[str, StreamRule] = {}
        self._world = world
        self._read = read
        self._made = 0

    def matching(self, post: XPost, holds: Callable[[Node, XPost], bool]) -> list[StreamRule]:
        """Return the rules that a post meets."""
        return [rule for rule in self.kept.values() if holds(rule.tree, post)]

    def listed(self, sent: Mapping[str, str]) -> Answer:
        """Answer which rules there are."""
        wanted = sent["ids"].split(",") if "ids" in sent else list(self.kept)
        found = [self.kept[number] for number in wanted if number in self.kept]
        found = found[: int(sent.get("max_results", "1000"))]
        meta: Json = {"sent": stamp(self._world.now()), "result_count": len(found)}
        return Answer(({"data": [rule.json() for rule in found]} if found else {}) | {"meta": meta})

    def counted(self, _sent: Mapping[str, str]) -> Answer:
        """Answer how many rules there are and may be."""
        most = str(self._world.behaviour.most_rules)
        own = {"client_app_id": "1", "rule_count": len(self.kept)}
        caps: Json = {"cap_per_client_app": most, "cap_per_project": most}
        return Answer(
            {"data": caps | {"client_app_rules_count": own, "project_rules_count": str(len(self.kept))}}
        )

    def changed(self, body: Mapping[str, object], sent: Mapping[str, str]) -> Refusal | Answer:
        """Answer a request to add or delete rules; with `dry_run` nothing is changed."""
        kept = dict(self.kept)
        given = body.get("delete", {})
        answer: Refusal | Answer | None = (
            self._deleted(given, kept) if "delete" in body and isinstance(given, dict) else None
        )
        if sent.get("delete_all") == "true":
            answer = self._told({"deleted": len(kept), "not_deleted": 0})
            kept.clear()
        added = body.get("add", [])
        if "add" in body and isinstance(added, list):
            answer = self._added(added, kept)
        if sent.get("dry_run") != "true" and isinstance(answer, Answer):
            self.kept = kept
        return answer or Answer({"meta": {"sent": stamp(self._world.now())}})

    def _added(self, added: list[Mapping[str, str]], kept: dict[str, StreamRule]) -> Refusal | Answer:
        errors: list[Json] = []
        trees: list[tuple[Mapping[str, str], Node]] = []
        for given in added:
            tree = self._read(given["value"])
            if isinstance(tree, str):
                errors.append(x_bodies.bad_rule(given["value"], tree))
            else:
                trees.append((given, tree))
        if errors:
            summary = {"created": 0, "not_created": len(added), "valid": len(trees), "invalid": len(errors)}
            return Refusal(400, self._told(summary, errors=errors).body)
        made = [rule for given, tree in trees if (rule := self._made_of(given, tree, kept, errors))]
        if len(kept) > self._world.behaviour.most_rules:
            return x_bodies.too_many_rules(self._world.behaviour.most_rules)
        failed = len(errors)
        summary = {"created": len(made), "not_created": failed, "valid": len(made), "invalid": failed}
        return self._told(summary, made, errors, status=201 if made else 200)

    def _made_of(
        self, given: Mapping[str, str], tree: Node, kept: dict[str, StreamRule], errors: list[Json]
    ) -> StreamRule | None:
        value = given["value"]
        same = next((rule for rule in kept.values() if rule.value == value), None)
        if same is not None:
            errors.append(x_bodies.known_rule(value, same.id))
            return None
        self._made += 1
        rule = StreamRule(str(1_900_000_000_000_000_000 + self._made), value, given.get("tag", ""), tree)
        kept[rule.id] = rule
        return rule

    def _deleted(self, given: Mapping[str, list[str]], kept: dict[str, StreamRule]) -> Answer:
        by_value = {rule.value: number for number, rule in kept.items()}
        numbers = [*given.get("ids", []), *(by_value.get(value, value) for value in given.get("values", []))]
        missing = [number for number in numbers if kept.pop(number, None) is None]
        errors = [x_bodies.bad_rule(number, "Rule does not exist") for number in missing]
        deleted = len(numbers) - len(missing)
        return self._told({"deleted": deleted, "not_deleted": len(missing)}, errors=errors)

    def _told(
        self,
        summary: Mapping[str, int],
        made: list[StreamRule] | None = None,
        errors: list[Json] | None = None,
        status: int = 200,
    ) -> Answer:
        body: Json = {"data": [rule.json() for rule in made]} if made else {}
        body |= {"errors": errors} if errors else {}
        return Answer(body | {"meta": {"sent": stamp(self._world.now()), "summary": summary}}, (), status)
