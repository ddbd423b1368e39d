"""Internal addresses, which no paper carries out of the house: found in any text and masked.

Private, shared (CGNAT), loopback and link-local addresses and IPv6's unique local ones; also
defanged (`10[.]0[.]0[.]5`), with a port, a prefix length or `x` for what varies.
"""

import re
from collections.abc import Iterator
from ipaddress import IPv6Address, ip_address, ip_network

from msgspec import Struct

_INTERNAL = tuple(
    ip_network(network)
    for network in (
        *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
        *("100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "0.0.0.0/32"),
        *("::1/128", "fc00::/7", "fe80::/10", "fec0::/10"),
    )
)
_DOT = r"(?:\.|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\))"
_OCTET = r"(?:\d{1,3}|[x*]{1,3})"
_V4 = re.compile(
    rf"(?<!\d)(?<!\d\.)(?P<address>\d{{1,3}}(?:{_DOT}{_OCTET}){{3}})(?:/\d{{1,2}}|-\d{{1,3}}(?!\.))?"
    r"(?!\d|\.\d|(?<=x)\w)",
    re.ASCII | re.IGNORECASE,
)
_V6 = re.compile(
    r"(?<![0-9a-f:.])(?P<address>(?=[0-9a-f]*:[0-9a-f]*:)[0-9a-f:]+(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?)"
    r"(?:%\w+)?(?:/\d{1,3})?(?![\w:]|\.\d)",
    re.ASCII | re.IGNORECASE,
)
_SIGNS = re.compile(_DOT, re.IGNORECASE)


class Masked(Struct, frozen=True):
    """The text as it may leave the house, and how many addresses it had."""

    text: str
    count: int


def without_internal(text: str, mask: str) -> Masked:
    """Put `mask` in the place of every internal address; everything else stays as it is."""
    parts: list[str] = []
    end, count = 0, 0
    for start, stop in _spans(text):
        parts += [text[end:start], mask]
        end, count = stop, count + 1
    return Masked("".join((*parts, text[end:])), count)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where internal addresses stand, in order; an IPv4 inside an IPv6 is part of that."""
    found = [
        (start, m.end()) for m in _V6.finditer(text) if (start := _begins(text, m)) is not None
    ]
    for m in _V4.finditer(text):
        inside = any(start <= m.start() and m.end() <= stop for start, stop in found)
        if not inside and _is_internal(_plain(m["address"])):
            found.append(m.span())
    return iter(sorted(found))


def _begins(text: str, found: re.Match[str]) -> int | None:
    """Return where an internal IPv6 address begins, perhaps behind a label such as `IPv6:`."""
    written, start = found["address"], found.start()
    if _is_internal(written):
        return start
    is_labelled = written[0] == ":" or (start > 0 and text[start - 1].isalnum())
    behind = (m.end() for m in re.finditer(":", written)) if is_labelled else ()
    return next((start + at for at in behind if _is_internal(written[at:])), None)


def _plain(written: str) -> str:
    """Return the address with plain dots, without zeros in front, and 0 for what varies."""
    octets = _SIGNS.sub(".", written).split(".")
    return ".".join(str(int(octet)) if octet.isdecimal() else "0" for octet in octets)


def _is_internal(written: str) -> bool:
    try:
        address = ip_address(written)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or address
    return any(address.version == net.version and address in net for net in _INTERNAL)
