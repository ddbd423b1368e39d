"""Indicators of attack (dấu hiệu): links, domain names, addresses and hashes in what people write.

What is found is kept as it really is and shown defanged, so that nobody opens it by a tap.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from msgspec import Struct

from bot.domain.endings import is_meant

LONGEST = 500
MOST = 50  # in one text: a log that somebody pastes is no list of indicators


class What(StrEnum):
    """What an indicator is."""

    LINK = "link"
    DOMAIN = "domain"
    ADDRESS = "address"
    HASH = "hash"


class Indicator(Struct, frozen=True):
    """One indicator, written the one way by which two are compared."""

    what: What
    value: str

    @property
    def defanged(self) -> str:
        """Return it as it is shown: no program takes it for a link."""
        if self.what is What.HASH:
            return self.value
        if self.what is What.LINK:
            scheme, _, rest = self.value.partition("://")
            host, slash, path = rest.partition("/")
            safe = host.replace(".", "[.]")
            return f"{scheme.replace('t', 'x', 2)}://{safe}{slash}{path}"
        return self.value.replace(".", "[.]").replace(":", "[:]")


# Everybody's: a link there says something, the domain nothing.
COMMON = frozenset(
    {
        *("facebook.com", "fb.com", "zalo.me", "youtube.com", "tiktok.com", "google.com"),
        *("gmail.com", "t.me", "telegram.org", "microsoft.com", "office.com", "github.com"),
        *("bit.ly", "tinyurl.com", "dropbox.com", "icloud.com", "apple.com", "cloudflare.com"),
        *("live.com", "outlook.com", "yahoo.com", "messenger.com", "whatsapp.com", "t.co"),
        *("goo.gl", "is.gd", "cutt.ly", "ow.ly", "tiny.cc", "rebrand.ly", "shorturl.at", "s.id"),
    }
)
_DOT = r"(?:\.|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\))"
_BROKEN = re.compile(r"\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)", re.IGNORECASE)
_COLONS = re.compile(r"\[:\]|\(:\)")
_SIGN = r"[^\s<>\"'“”\u2018\u2019«»|\\^`]"
_LINK = re.compile(
    rf"(?<![A-Za-z])(?:h(?:tt|xx)ps?|f(?:t|x)p)(?:\[?:\]?|\(:\))\[?//\]?{_SIGN}+", re.IGNORECASE
)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = re.compile(
    rf"(?<![\w@.\-/\])])(?P<name>{_LABEL}(?:{_DOT}{_LABEL})+)"
    rf"(?P<path>(?::\d{{1,5}})?/{_SIGN}*|(?![\w@]))",
    re.IGNORECASE,
)
_V4 = re.compile(rf"(?<![\w.])\d{{1,3}}(?:{_DOT}\d{{1,3}}){{3}}(?![\w]|\.\d)", re.IGNORECASE)
_V6 = re.compile(r"(?<![\w:.])(?=[0-9a-f]*:[0-9a-f]*:)[0-9a-f:]{6,45}(?![\w:.])", re.IGNORECASE)
_HASH = re.compile(r"(?<![\w])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![\w])", re.IGNORECASE)
_USUAL = "https://"  # what a link is opened with that was written without
_TRAILING = ".,;:!?…)]}>*_~"


def find(text: str, own: Iterable[str] = ()) -> tuple[Indicator, ...]:
    """Return the indicators in a text, each once; hosts in `own` and below are none."""
    composed = unicodedata.normalize("NFC", text)
    spared = frozenset(own)
    found = (each for each in _all(composed) if not _is_own(each, spared))
    return tuple(dict.fromkeys(each for each in found if len(each.value) <= LONGEST))[:MOST]


def disarmed(text: str) -> str:
    """Return a text in which no program takes a link or a name for something to be opened.

    Names of the state's own (gov.vn), and bare ones of everybody, stay as they were written.
    """
    if "." not in text:
        return text
    return _DOMAIN.sub(_disarmed_name, _LINK.sub(_disarmed_link, text))


def _disarmed_link(found: re.Match[str]) -> str:
    scheme, colon, rest = found.group().partition("://")
    host, slash, path = rest.partition("/")
    if not colon or _is_of_the_state(host):
        return found.group()
    broken = host.replace("[.]", ".").replace(".", "[.]")
    return f"{scheme.lower().replace('t', 'x', 2)}://{broken}{slash}{path}"


def _disarmed_name(found: re.Match[str]) -> str:
    written, path = found["name"], found["path"]
    is_everybodys = not path and written.lower() in COMMON
    if is_everybodys or _BROKEN.search(written) or _is_of_the_state(written):
        return found.group()
    if not is_meant(written, has_path=bool(path)):
        return found.group()
    return written.replace(".", "[.]") + path


def _is_of_the_state(host: str) -> bool:
    return host.lower().partition(":")[0].endswith(".gov.vn")


def hosts(text: str) -> frozenset[str]:
    """Return the host names a text has, however they are written there."""
    found = _all(unicodedata.normalize("NFC", text))
    return frozenset(each.value for each in found if each.what is What.DOMAIN)


def host_of(address: str) -> str | None:
    """Return the host of a web address as it is compared; None when there is none."""
    written = address.strip()
    try:
        host = urlsplit(written if "://" in written else f"//{written}").hostname
    except ValueError:
        return None
    return _host(host) if host else None


def _all(text: str) -> Iterator[Indicator]:
    rest: list[str] = []
    end = 0
    for found in _LINK.finditer(text):
        rest += [text[end : found.start()], " "]
        end = found.end()
        yield from _link(found.group())
    bare = "".join((*rest, text[end:]))
    yield from _domains(bare)
    yield from _addresses(bare)
    yield from (Indicator(What.HASH, m.group().lower()) for m in _HASH.finditer(bare))


def _link(written: str) -> Iterator[Indicator]:
    plain = _COLONS.sub(":", _BROKEN.sub(".", written)).replace("[://]", "://")
    try:
        parts = urlsplit(_without_tail(plain))
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return
    if not host:
        return
    scheme = parts.scheme.lower().replace("x", "t")
    if scheme == "http" and host in COMMON:
        scheme = "https"  # they lead to the same, however it is written
    shown = f"[{host}]" if ":" in host else host
    place = f"{shown}:{port}" if port else shown
    query = f"?{parts.query}" if parts.query else ""
    if (parts.path not in {"", "/"}) or query:
        yield Indicator(What.LINK, f"{scheme}://{place}{parts.path or '/'}{query}")
    yield from _named(host)


def _without_tail(written: str) -> str:
    """Return a link without the signs of the sentence around it."""
    while written and written[-1] in _TRAILING:
        if written[-1] == ")" and written.count("(") >= written.count(")"):
            break
        if written[-1] == "]" and written.count("[") >= written.count("]"):
            break
        written = written[:-1]
    return written


def _host(host: str) -> str:
    """Return a host as it is compared: small letters, in its own script, without a last dot."""
    small = unicodedata.normalize("NFC", host.lower()).strip(".")
    try:
        return small.encode("idna").decode("ascii").encode("ascii").decode("idna")
    except UnicodeError:
        return small


def _named(host: str) -> Iterator[Indicator]:
    try:
        address = ip_address(host)
    except ValueError:
        name = host.removeprefix("www.")
        if "." in name and name not in COMMON:
            yield Indicator(What.DOMAIN, name)
        return
    if address.is_global:
        yield Indicator(What.ADDRESS, str(address))


def _domains(text: str) -> Iterator[Indicator]:
    for found in _DOMAIN.finditer(text):
        written, path = found["name"], found["path"]
        if _is_broken_name(written) or is_meant(written, has_path=bool(path)):
            yield from _link(f"{_USUAL}{written}{path}")


def _is_broken_name(written: str) -> bool:
    """Whoever writes `[.]` means a name, whatever its ending."""
    ending = _BROKEN.sub(".", written).rpartition(".")[2]
    return _BROKEN.search(written) is not None and len(ending) > 1 and ending.isalpha()


def _addresses(text: str) -> Iterator[Indicator]:
    for pattern in (_V4, _V6):
        for found in pattern.finditer(text):
            octets = _BROKEN.sub(".", found.group())
            plain = ".".join(part.lstrip("0") or "0" for part in octets.split("."))
            try:
                address = ip_address(plain if pattern is _V4 else octets)
            except ValueError:
                continue
            if address.is_global:
                yield Indicator(What.ADDRESS, str(address))


def _is_own(found: Indicator, own: frozenset[str]) -> bool:
    """Tell whether it lies at a host of the own house, or below one."""
    if found.what is What.HASH or not own:
        return False
    host = host_of(found.value) if found.what is What.LINK else found.value
    if host is None:
        return False
    return any(host == each or host.endswith(f".{each}") for each in own)
