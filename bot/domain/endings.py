"""Endings of domain names: what is a name in a sentence, and what a full stop without its space.

With a path behind it, any ending that is in use makes a name. Bare, the ending must be no word,
abbreviation or kind of file that people write after a full stop.
"""

import re
from functools import cache

from publicsuffixlist import PublicSuffixList

# Names at once, though some look like a syllable: nobody writes them after a full stop.
_PLAIN = frozenset(
    {
        *("vn", "com", "net", "org", "info", "biz", "xyz", "top", "site", "online", "shop", "club"),
        *("live", "icu", "cc", "ru", "cn", "su", "app", "dev", "cloud", "store", "tech", "space"),
        *("website", "fun", "pro", "click", "win", "world", "asia", "edu", "gov", "mil", "link"),
        *("pw", "ws", "nl", "uk", "eu", "us", "kr", "jp", "hk", "tw", "sg", "vip", "bet", "io"),
    }
)
_FILES = frozenset({"zip", "mov", "sh", "py", "pl", "rs", "md", "so", "ps", "cab", "ai", "java"})
_SYLLABLE = re.compile(
    r"(?:ngh|ng|gh|gi|kh|ph|th|tr|ch|nh|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_SHORT = 2  # of countries, and abbreviations as well
_PARTS_OF_A_HOST = 3


def is_meant(written: str, *, has_path: bool) -> bool:
    """Tell whether words around full stops are the name of a host."""
    *labels, ending = written.split(".")
    small = ending.lower()
    if small in _PLAIN:
        return has_path or written.isascii()
    if not written.isascii() or not _is_cased(written, ending) or not _is_in_use(small):
        return False
    if has_path or labels[0].lower() == "www":
        return True
    if small in _FILES:
        return False
    is_a_word = len(small) <= _SHORT or _SYLLABLE.fullmatch(small) is not None
    return not is_a_word or _is_made_up(labels)


def _is_cased(written: str, ending: str) -> bool:
    """`Hết.Support` begins a sentence, `TP.HN` is an abbreviation; `XAU.LIFE` is a name."""
    return ending.islower() or (written.isupper() and len(ending) > _SHORT)


def _is_made_up(labels: list[str]) -> bool:
    """Tell whether what stands before the ending is no word of a sentence."""
    is_long = len(labels) + 1 >= _PARTS_OF_A_HOST and all(len(each) > 1 for each in labels)
    return is_long or any("-" in each for each in labels)


def _is_in_use(ending: str) -> bool:
    try:
        plain = ending.encode("ascii").decode("idna")
    except UnicodeError:
        return False
    return _list().publicsuffix(f"a.{plain}") is not None


@cache
def _list() -> PublicSuffixList:
    """Read the list once, when first asked for an ending that is not plain: it takes 20 ms."""
    return PublicSuffixList(accept_unknown=False, accept_encoded_idn=False, only_icann=True)
