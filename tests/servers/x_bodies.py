"""The ways in which X says no, each as status and body. Wording ours, everything a client can rely on X's."""

from __future__ import annotations

from dataclasses import dataclass

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One answer that is not what was asked for; a `str` body is HTML, or nothing at all when it is empty."""

    status: int
    body: Json | str
    location: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def _blank(status: int, title: str) -> Refusal:
    return Refusal(status, {"title": title, "type": "about:blank", "status": status, "detail": title})


UNAUTHORIZED = _blank(401, "Unauthorized")
FORBIDDEN = _blank(403, "Forbidden")
UNAVAILABLE = _blank(503, "Service Unavailable")
TOO_MANY_REQUESTS = _blank(429, "Too Many Requests")
HTML = Refusal(503, "<html><title>503</title><body>We are over capacity.</body></html>")

NOT_ENROLLED = Refusal(
    403,
    {
        "title": "Client Forbidden",
        "reason": "client-not-enrolled",
        "required_enrollment": "Appropriate Level of API Access",
        "detail": "The App must be attached to a Project.",
        "type": "https://api.twitter.com/2/problems/client-forbidden",
    },
)
CREDITS_DEPLETED = Refusal(
    402,
    {
        "title": "Payment Required",
        "status": 402,
        "detail": "no credits left",
        "type": "https://api.x.com/2/problems/credits-depleted",
    },
)
CREDITS_DEPLETED_OLD = Refusal(
    402,
    {
        "title": "CreditsDepleted",
        "detail": "The enrolled account [1] has no credits for this request.",
        "type": "https://api.twitter.com/2/problems/credits",
    },
)
USAGE_CAP = Refusal(
    429,
    {
        "title": "UsageCapExceeded",
        "period": "Monthly",
        "scope": "Product",
        "detail": "The monthly product cap is used up",
        "type": "https://api.twitter.com/2/problems/usage-capped",
    },
    headers=(("x-rate-limit-limit", "40000"), ("x-rate-limit-remaining", "39999")),  # no reset: not a rate
)
ERROR = _blank(500, "Internal Server Error")
EMPTY_PAGE = Refusal(200, "")
HTML_PAGE = Refusal(200, "<html><body>Something went wrong.</body></html>")
NO_USAGE = Refusal(404, "")
"""What some projects get for `/2/usage/…`."""
TOO_MANY_CONNECTIONS = Refusal(
    429,
    {
        "title": "ConnectionException",
        "detail": "This stream has all the connections that it may have.",
        "connection_issue": "TooManyConnections",
        "type": "https://api.x.com/2/problems/streaming-connection",
    },
)
NO_RULES = Refusal(
    409,
    {
        "title": "ConnectionException",
        "detail": "A stream without rules has nothing to send.",
        "connection_issue": "RuleConfigurationIssue",
        "type": "https://api.x.com/2/problems/streaming-connection",
    },
)
DISCONNECTED: Json = {
    "errors": [
        {
            "title": "operational-disconnect",
            "disconnect_type": "UpstreamOperationalDisconnect",
            "detail": "The stream was disconnected for operational reasons.",
            "type": "https://api.x.com/2/problems/operational-disconnect",
        }
    ]
}


def spend_cap(reset_date: str) -> Refusal:
    """Return the answer of an account that has spent what its owner allows until `reset_date`."""
    body: Json = {
        "title": "SpendCapReached",
        "detail": f"Account [1] has reached its spend cap; the next cycle begins on {reset_date}.",
        "reset_date": reset_date,
        "type": "https://api.twitter.com/2/problems/credits",
    }
    return Refusal(403, body)


def invalid(parameter: str, value: str, message: str) -> Refusal:
    """Return the answer to a request with a parameter that X cannot take."""
    body: Json = {
        "errors": [{"parameters": {parameter: [value]}, "message": message}],
        "title": "Invalid Request",
        "detail": "A parameter of the request was invalid.",
        "type": "https://api.twitter.com/2/problems/invalid-request",
    }
    return Refusal(400, body)


def not_found(parameter: str, name: str, what: str = "user") -> Json:
    """Return one member of `errors` for an account or post that is not there."""
    return {
        "value": name,
        "resource_id": name,
        "resource_type": what,
        "parameter": parameter,
        "title": "Not Found Error",
        "detail": f"No {what} with {parameter}: [{name}].",
        "type": "https://api.x.com/2/problems/resource-not-found",
    }


def suspended(parameter: str, name: str) -> Json:
    """Return one member of `errors` for an account that X has suspended."""
    return not_found(parameter, name) | {
        "title": "Forbidden",
        "detail": f"User has been suspended: [{name}].",
        "type": "https://api.x.com/2/problems/resource-unavailable",
    }


def not_authorized(what: str, parameter: str, name: str) -> Json:
    """Return one member of `errors` for what only the followers of an account may see."""
    return not_found(parameter, name, what) | {
        "title": "Authorization Error",
        "detail": f"Not shown to this client: {what} with {parameter}: [{name}].",
        "type": "https://api.x.com/2/problems/not-authorized-for-resource",
    }


def bad_rule(value: str, why: str) -> Json:
    """Return one member of `errors` for a rule that X cannot take."""
    kind = "https://api.twitter.com/2/problems/invalid-rules"
    return {"value": value, "details": [why], "title": "UnprocessableEntity", "type": kind}


def known_rule(value: str, number: str) -> Json:
    """Return one member of `errors` for a rule that is there already."""
    kind = "https://api.twitter.com/2/problems/duplicate-rules"
    return {"value": value, "id": number, "title": "DuplicateRule", "type": kind}


def too_many_rules(most: int) -> Refusal:
    """Return the answer to more rules than X keeps."""
    kind = "https://api.twitter.com/2/problems/rule-cap"
    told = f"No more than {most} rules are kept."
    return Refusal(422, {"title": "RulesCapExceeded", "detail": told, "type": kind})
