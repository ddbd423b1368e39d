"""What is taken for an indicator of attack, what is not, and how it is shown."""

import pytest

from bot.domain.indicators import Indicator, What, disarmed, find, host_of, hosts

MD5 = "d41d8cd98f00b204e9800998ecf8427e"
SHA = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("vào http://xau.top/a.exe nhé.", ["http://xau.top/a.exe", "xau.top"]),
        ("hxxps://ví-dụ[.]vn/tải(1)", ["https://ví-dụ.vn/tải(1)", "ví-dụ.vn"]),
        ("hxxp[:]//xau[.]top:8080", ["xau.top"]),
        ("(https://Xau.TOP/A?b=1).", ["https://xau.top/A?b=1", "xau.top"]),
        ("link https://user:pw@xau.top/x", ["https://xau.top/x", "xau.top"]),
        ("tên miền www.xau.xyz và evil[.]zone", ["xau.xyz", "evil.zone"]),
        ("gọi về 8.8.8.8 và 1[.]1[.]1[.]1", ["8.8.8.8", "1.1.1.1"]),
        ("máy 10.0.0.5, 192.168.1.1, 127.0.0.1", []),
        ("tới 2606:4700:4700::1111", ["2606:4700:4700::1111"]),
        (f"mã băm {MD5} {SHA}", [MD5, SHA.lower()]),
        ("trang facebook.com và https://facebook.com/lua.dao", ["https://facebook.com/lua.dao"]),
        ("gửi từ ke.xau@gmail.com", []),
        ("máy bị mã hoá.in ra không được.tk ngân hàng", []),
        ("tệp baocao.docx, virus.exe, ảnh.png lúc 08:30:15 ngày 22.11.2026", []),
        ("http://[bad và http://", []),
        ("xn--v-d-cla1h.vn", None),
        ("bấm bit.ly/abc rồi", ["https://bit.ly/abc"]),
        ("http://bit.ly/abc, https://bit.ly/abc và link:bit.ly/abc", ["https://bit.ly/abc"]),
        (
            "(vietcombank-xac-thuc.top/login).",
            ["https://vietcombank-xac-thuc.top/login", "vietcombank-xac-thuc.top"],
        ),
        ("vcb.life:8443/a?b=1", ["https://vcb.life:8443/a?b=1", "vcb.life"]),
        ("xacthuc.services, the-tin-dung.tk, XAU.LIFE, ngan.hang.mobi", None),
    ],
)
def test_indicators_are_found_in_what_people_write(text, values):
    found = [each.value for each in find(text)]
    assert found == values if values is not None else len(found) == text.count(",") + 1


@pytest.mark.parametrize(
    "text",
    [
        "máy in, máy quét v.v. ở TP.HCM, TP.HN và TP.HCM/HN bị treo, v.v...",
        "file.docx, baocao.zip, my-script.py, cài lại node.js lúc 12.5 giây, 24.7/ngày",
        "máy bị ma hoa.in ra khong duoc.tk ngan hang",
        "máy hỏng.Support đã đến, ThS.BS Nam, P.GD, số 12/2023/TT.BTTTT ngày 2.9.2026",
        "xong rồi.ok nhé, ks.tran ban.to",
    ],
)
def test_a_sentence_with_full_stops_is_no_name(text):
    assert find(text) == ()
    assert disarmed(text) == text


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("https://phuonga.gov.vn/bi-hack.html", False),
        ("cổng mail.phuonga.gov.vn", False),
        ("https://phuonga.gov.vn.xau.top/", True),
        ("khongphaiphuonga.gov.vn", True),
    ],
)
def test_the_own_house_is_no_indicator_of_attack(text, is_found):
    assert bool(find(text, {"phuonga.gov.vn"})) is is_found


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (Indicator(What.LINK, "https://ví-dụ.vn/a.b"), "hxxps://ví-dụ[.]vn/a.b"),
        (Indicator(What.LINK, "http://xau.top:80/tt"), "hxxp://xau[.]top:80/tt"),
        (Indicator(What.LINK, "ftp://xau.top/a"), "fxp://xau[.]top/a"),
        (Indicator(What.DOMAIN, "xau.top"), "xau[.]top"),
        (Indicator(What.ADDRESS, "8.8.8.8"), "8[.]8[.]8[.]8"),
        (Indicator(What.HASH, MD5), MD5),
    ],
)
def test_it_is_shown_so_that_nothing_opens_it_and_read_back_the_same(found, shown):
    assert found.defanged == shown
    assert found in find(shown)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Mail.PhuongA.gov.vn/owa", "mail.phuonga.gov.vn"),
        ("phuonga.gov.vn", "phuonga.gov.vn"),
        ("", None),
        ("http://[", None),
    ],
)
def test_a_registered_address_is_known_by_its_host(address, host):
    assert host_of(address) == host


def test_where_it_happened_names_hosts():
    assert hosts("trang https://phuonga.gov.vn/index") == {"phuonga.gov.vn"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("vào http://xau.top/a.exe nhé.", "vào hxxp://xau[.]top/a.exe nhé."),
        ("HTTPS://user:pw@Xau.TOP:8080/x", "hxxps://user:pw@Xau[.]TOP:8080/x"),
        ("máy gọi về evil.example.com liên tục", "máy gọi về evil[.]example[.]com liên tục"),
        ("www.xau.xyz/a và bit.ly/abc", "www[.]xau[.]xyz/a và bit[.]ly/abc"),
        ("vcb-xac-thuc.tk và vcb.life/login", "vcb-xac-thuc[.]tk và vcb[.]life/login"),
        ("https://facebook.com/lua", "hxxps://facebook[.]com/lua"),
    ],
)
def test_no_link_in_what_people_write_opens_by_a_tap(written, shown):
    assert disarmed(written) == shown
    assert disarmed(shown) == shown
    assert find(written) == find(shown)


@pytest.mark.parametrize(
    "written",
    [
        "trang phuonga.gov.vn và https://phuonga.gov.vn/bi-hack.html",
        "trang facebook.com, thư ke.xau@gmail.com",
        "tệp baocao.docx, virus.exe, máy bị mã hoá.in ra không được",
        "hxxps://ví-dụ[.]vn/tải lúc 08:30 ngày 22.11.2026 từ 10.0.0.5",
    ],
)
def test_the_states_own_names_and_what_is_no_link_stay_as_written(written):
    assert disarmed(written) == written
