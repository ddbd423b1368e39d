"""Who may come in: only pages that this server has shown itself, asked for under its own name.

A page of another site could otherwise reach a server on loopback through the visitor's browser,
by a form of its own or by a name that it lets point to 127.0.0.1.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

ANYWHERE = {"0.0.0.0", "::"}  # noqa: S104 what an operator may give, not what is listened on
RULES = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self';"
    " img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
# A file somebody sent is shown as a picture or saved, and never becomes a page of this server.
FILE_RULES = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Content-Disposition": "attachment",
}
FILES = "/playground/file/"


def door(host: str | None) -> Middleware:
    """Return the middleware that refuses foreign names and pages; `host` was asked for."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not _is_known(request.headers.get("Host", ""), host):
            raise web.HTTPForbidden(text="This server answers only under the name it was given.\n")
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.headers["Host"]:
            raise web.HTTPForbidden(text="Pages from elsewhere are not answered.\n")
        return await handler(request)

    return guard


async def dress(request: web.Request, response: web.StreamResponse) -> None:
    """Say in the answer what a browser may do with it; a signal's receiver."""
    if request.path.startswith("/bot"):
        return
    rules = FILE_RULES if request.path.startswith(FILES) else RULES
    for name, value in rules.items():
        response.headers.setdefault(name, value)


def is_loopback(name: str) -> bool:
    """Whether a host's name can only mean this machine."""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def _is_known(given: str, host: str | None) -> bool:
    try:
        name = urlsplit(f"//{given}").hostname or ""
    except ValueError:
        return False
    return is_loopback(name) or (host is not None and (host in ANYWHERE or name == host))
