"""Internal addresses never leave the house: found however they are written, and masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.addresses import without_internal

MASK = "▒"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("10.0.0.5", "▒"),
        ("máy 192.168.1.10:8080 và 203.113.131.5", "máy ▒:8080 và 203.113.131.5"),
        ("http://172.16.2.3/admin", "http://▒/admin"),
        ("http://172.32.2.3/admin", "http://172.32.2.3/admin"),
        ("10[.]0[.]0[.]5, 10(dot)0(dot)0(dot)9", "▒, ▒"),
        ("192.168.1.x, 10.0.*.*", "▒, ▒"),
        ("172.16.5.0/24, 10.0.0.1-20, 10.0.0.1-10.0.0.9", "▒, ▒, ▒-▒"),
        ("100.64.0.1 100.128.0.1", "▒ 100.128.0.1"),
        ("127.0.0.1. 169.254.1.1;0.0.0.0", "▒. ▒;▒"),
        ("010.001.000.005", "▒"),
        ("_10.0.0.1_ srv-10.0.0.2 abc.10.0.0.3 IP10.0.0.4", "_▒_ srv-▒ abc.▒ IP▒"),
        ("fe80::1%eth0 fd12:3456::7/64 ::1 [fd00::1]:443", "▒ ▒ ▒ [▒]:443"),
        ("2001:db8::1 ::ffff:203.0.113.5", "2001:db8::1 ::ffff:203.0.113.5"),
        ("::ffff:10.0.0.1", "▒"),
        ("IPv6:fe80::1 addr:fd00::2 địa chỉ:fd00::3", "IPv6:▒ addr:▒ địa chỉ:▒"),
        ("bản 10.0.19045.1, v1.10.0.0.1.5, 12:30:45", "bản 10.0.19045.1, v1.10.0.0.1.5, 12:30:45"),
        ("999.168.1.1 x.x.x.x a::b :: std::vector", "999.168.1.1 x.x.x.x a::b :: std::vector"),
        ("1.2.3.4 8.8.8.8 SC-2026-0001", "1.2.3.4 8.8.8.8 SC-2026-0001"),
    ],
)
def test_what_is_internal_is_masked_and_nothing_else(written, left):
    assert without_internal(written, MASK).text == left


def test_they_are_counted():
    assert without_internal("10.0.0.5 và 10.0.0.6, 8.8.8.8", MASK).count == 2
    assert without_internal("8.8.8.8", MASK).count == 0


INTERNAL = st.one_of(
    *(
        st.ip_addresses(network=network)
        for network in (
            *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8"),
            *("100.64.0.0/10", "169.254.0.0/16", "fc00::/7", "fe80::/10"),
        )
    )
)
AROUND = st.sampled_from(["", " ", ",", "(", ")", "\n", " máy ", "//", "; ", "=", "“", "”"])


@given(INTERNAL, AROUND, AROUND)
def test_no_internal_address_is_left_over(address, before, after):
    said = f"{before}{address}{after}"
    masked = without_internal(said, MASK)
    assert masked.text == f"{before}{MASK}{after}"


@given(st.text(alphabet="0123456789.:/x[]ab %-", max_size=40))
def test_masking_twice_changes_nothing_and_public_addresses_stay(said):
    once = without_internal(said, MASK).text
    assert without_internal(once, MASK).text == once


@given(st.ip_addresses(v=4).filter(lambda address: address.is_global))
def test_a_public_address_stays(address):
    assert without_internal(f"máy {address}.", MASK).text == f"máy {address}."
