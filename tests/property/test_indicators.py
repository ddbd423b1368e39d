"""Whatever people paste: indicators are found without failing, and what is shown reads back."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.indicators import MOST, find

PIECES = st.sampled_from(
    [
        *("http://", "hxxps://", "[.]", ".", "/", ":", "[", "]", "(", ")", "@", " ", "\n", "?"),
        *("xau", "ví-dụ", "com", "vn", "top", "8.8.8.8", "10.0.0.1", "::", "2606:4700", "www."),
        *("d41d8cd98f00b204e9800998ecf8427e", "xn--", "ß", "\u0301", "%20", "😀"),
    ]
)
PASTED = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=14).map("".join)
HOSTS = st.from_regex(r"[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,5})?\.(top|xyz|com|vn)", fullmatch=True)


@given(PASTED)
def test_nothing_that_is_pasted_breaks_it(text):
    found = find(text)
    assert len(found) <= MOST
    assert len(set(found)) == len(found)


@given(HOSTS, st.from_regex(r"/[a-z0-9./]{0,20}[a-z0-9]", fullmatch=True))
def test_a_link_shown_defanged_is_found_again_as_the_same(host, path):
    found = find(f"xem https://{host}{path} nhé")
    assert found == find(" ".join(each.defanged for each in found))
    assert all(host not in each.defanged for each in found)


@given(HOSTS)
def test_nothing_below_an_own_host_is_ever_an_indicator(host):
    assert find(f"https://a.{host}/x {host} www.{host}", {host}) == ()
