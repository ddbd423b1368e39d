"""The webhook setting of a bot and the checks on it."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from bot.playground.refusals import bad_request

Json = dict[str, Any]

PORTS = {80, 88, 443, 8443}
SECRET_LIMIT = 256
CONNECTIONS = 40


@dataclass
class Webhook:
    """Where updates are posted to, and how that went last time."""

    url: str = ""
    secret: str = ""
    max_connections: int = CONNECTIONS
    set_at: float = float("-inf")
    last_error_at: float | None = None
    last_error: str = ""

    def as_json(self, pending: int, allowed: frozenset[str] | None) -> Json:
        """Return the Bot API's WebhookInfo."""
        known: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": pending,
        }
        if self.url:
            known |= {"max_connections": self.max_connections, "ip_address": "127.0.0.1"}
        if self.last_error_at is not None:
            known["last_error_date"] = int(self.last_error_at)
            known["last_error_message"] = self.last_error
        return known | ({"allowed_updates": sorted(allowed)} if allowed else {})


def check_url(url: str) -> None:
    """Refuse what Telegram would; only loopback may be plain HTTP on any port."""
    parts = urlsplit(url)
    if _is_loopback(parts.hostname or ""):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def check_secret(secret: str) -> None:
    """Refuse a secret that is too long or has other signs than letters, digits, _ and -."""
    if len(secret) > SECRET_LIMIT:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
