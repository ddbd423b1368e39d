"""The page behind the link in an SMS or e-mail: what it is, and one button to answer.

Looking changes nothing, since mail scanners open every link; only the button's POST counts. A wrong
code tells nothing and is counted: after a few, none from there is looked at for a while.
"""

import ipaddress
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from aiohttp import web
from msgspec import Struct

from bot.domain.errors import Refused
from bot.domain.reply_codes import Guesses, read_code, shown
from bot.domain.team import Team
from bot.services import replies
from bot.services.replies import CodeState, Reply
from bot.texts import Voice
from bot.texts.length import plain
from bot.texts.lines import state
from bot.texts.values import voice
from storage.database import Database

logger = logging.getLogger(__name__)

PATH = "/a"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
_STYLE = (
    "body{font:18px/1.5 sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "h1{font-size:1.4rem}button,input{font:inherit;padding:.8rem 1.2rem;width:100%;"
    "box-sizing:border-box;margin:.5rem 0}button{background:#b00020;color:#fff;border:0;"
    "border-radius:.4rem}p{margin:.6rem 0}"
)
_STATUS = {CodeState.WRONG: 404, CodeState.USED: 410, CodeState.OVER: 410, CodeState.GOOD: 200}


class Page(Struct, frozen=True):
    """What a page shows: a heading, lines, and perhaps a button or a field for a code."""

    heading: str
    lines: Sequence[str] = ()
    button: str = ""
    code: str = ""
    asks_code: bool = False
    status: int = 200


@dataclass
class Answering:
    """The pages under `/a`, for whoever holds a code."""

    database: Database
    team: Team
    guesses: Guesses = field(default_factory=Guesses)

    def routes(self) -> list[web.RouteDef]:
        """Return what the HTTP server must know."""
        return [
            web.get(PATH, self._asked),
            web.post(PATH, self._typed),
            web.get(PATH + "/{code}", self._looked),
            web.post(PATH + "/{code}", self._answered),
        ]

    async def _asked(self, request: web.Request) -> web.Response:
        """Ask for the short code of an SMS."""
        del request
        return self._shown(self._question())

    async def _typed(self, request: web.Request) -> web.Response:
        """Show what stands behind a typed code; nothing is answered yet."""
        typed = str((await request.post()).get("code", ""))
        return await self._look(request, typed)

    async def _looked(self, request: web.Request) -> web.Response:
        """Show what stands behind a link; nothing is answered yet."""
        return await self._look(request, request.match_info["code"])

    async def _look(self, request: web.Request, typed: str) -> web.Response:
        code = self._tried(request, typed)
        if isinstance(code, Page):
            return self._shown(code)
        try:
            async with self.database.read() as tx:
                found = await replies.look(tx, self.team, code)
        except Refused as refused:
            return self._refused(refused)
        return self._told(request, found, code)

    async def _answered(self, request: web.Request) -> web.Response:
        """Do what the reader of the code means, once."""
        code = self._tried(request, request.match_info["code"])
        if isinstance(code, Page):
            return self._shown(code)
        try:
            async with self.database.begin() as tx:
                found = await replies.answer(tx, self.team, code)
        except Refused as refused:
            return self._refused(refused)
        return self._told(request, found, code)

    def _tried(self, request: web.Request, typed: str) -> str | Page:
        """Return the code somebody gave, or the page that turns them away."""
        who = caller(request)
        if not self.guesses.may_try(who, self.database.now()):
            return Page(self._say("answer-too-many"), status=429)
        code = read_code(typed)
        if code is None:
            self.guesses.failed(who, self.database.now())
            return self._question(wrong=True)
        return code

    def _told(self, request: web.Request, found: Reply, code: str) -> web.Response:
        if found.state is CodeState.WRONG or found.person is None or found.code is None:
            self.guesses.failed(caller(request), self.database.now())
            return self._shown(self._question(wrong=True))
        reader = voice(self.team, self.database.now(), found.person.language)
        return self._shown(_page(reader, found, code), reader)

    def _refused(self, refused: Refused) -> web.Response:
        reader = voice(self.team, self.database.now(), self.team.language)
        said = reader.word(refused.text_id, refused.params)
        return self._shown(Page(self._say("answer-refused"), [said], status=409))

    def _question(self, *, wrong: bool = False) -> Page:
        lines = [self._say("answer-wrong")] if wrong else []
        return Page(self._say("answer-which"), lines, asks_code=True, status=404 if wrong else 200)

    def _say(self, text_id: str) -> str:
        return voice(self.team, self.database.now(), self.team.language).word(text_id)

    def _shown(self, page: Page, reader: Voice | None = None) -> web.Response:
        reader = reader or voice(self.team, self.database.now(), self.team.language)
        body = _html(page, reader)
        return web.Response(
            text=body, status=page.status, content_type="text/html", headers=_HEADERS
        )


def caller(request: web.Request) -> str:
    """Return where a request comes from; a proxy on this machine is asked whom it speaks for."""
    remote = request.remote or "::1"
    passed_on = request.headers.get("X-Forwarded-For", "")
    if passed_on and ipaddress.ip_address(remote).is_loopback:
        return passed_on.rpartition(",")[2].strip()[:64]
    return remote


def _page(reader: Voice, found: Reply, code: str) -> Page:
    name = found.person.name if found.person is not None else ""
    lines = _about(reader, found)
    if found.is_done:
        return Page(plain(reader.say("answer-done", name=name)), lines)
    if found.state is not CodeState.GOOD:
        return Page(reader.word(f"answer-{found.state}"), lines, status=_STATUS[found.state])
    if found.incident is not None and _is_past(found):
        return Page(reader.word("answer-no-need"), lines)
    button = reader.word(f"answer-button-{_meant(found)}")
    return Page(plain(reader.say("answer-for", name=name)), lines, button, code)


def _is_past(found: Reply) -> bool:
    """Tell whether somebody else has it, or it is over: there is nothing left to press."""
    incident, person = found.incident, found.person
    if incident is None or person is None:
        return False
    is_taken = incident.owner_id not in (None, person.id) and incident.taken_at is not None
    return incident.is_ended or is_taken


def _meant(found: Reply) -> str:
    if found.incident is None:
        return found.code.kind if found.code is not None else ""
    mine = found.person is not None and found.incident.owner_id == found.person.id
    return "still" if mine else "incident"


def _about(reader: Voice, found: Reply) -> list[str]:
    """Say what it is and how it stands; the story itself stays in Telegram."""
    incident = found.incident
    if incident is None:
        text = f"answer-about-{found.code.kind}" if found.code is not None else "answer-which"
        post = {"post": found.post} if found.post else None
        return [plain(reader.say(text, post=post))]
    about = reader.say(
        "answer-about",
        severity=reader.severity(incident.severity),
        code=incident.code,
        kind=reader.kind(incident.kind),
        at=reader.time(incident.opened_at),
    )
    drill = [reader.word("drill-mark")] if incident.drill else []
    return [*drill, plain(about), *plain(state(reader, incident)).splitlines()]


def _html(page: Page, reader: Voice) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in page.lines)
    form = ""
    if page.button:
        there = f"{PATH}/{page.code}"
        form = (
            f'<form method="post" action="{there}"><button>{escape(page.button)}</button></form>'
            f"<p>{reader.say('answer-code', code=shown(page.code))}</p>"
        )
    elif page.asks_code:
        label, send = (escape(reader.word(each)) for each in ("answer-field", "answer-send"))
        form = (
            f'<form method="post" action="{PATH}"><label>{label}<input name="code" maxlength="20" '
            f'autocomplete="off" autocapitalize="characters" autofocus></label>'
            f"<button>{send}</button></form>"
        )
    title = escape(reader.word("answer-title"))
    return (
        f'<!doctype html><html lang="{reader.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{escape(page.heading)}</h1>"
        f"{lines}{form}</body></html>"
    )
