import unicodedata

import pytest

from bot.domain.redact import MASK, Redacted, redact

VISA, AMEX = "4111111111111111", "378282246310005"

MASKED = [
    (f"thẻ {VISA} nhé", "thẻ # nhé", "card"),
    ("thẻ 4111 1111 1111 1111, hạn 12/28", "thẻ #, hạn 12/28", "card"),
    ("4111-1111-1111-1111 12/28", "# 12/28", "card"),
    ("4111\u20131111\u20131111\u20131111", "#", "card"),
    (f"amex {AMEX}", "amex #", "card"),
    ("amex 3782 822463 10005", "amex #", "card"),
    ("napas 9704 0000 0000 0123 453", "napas #", "card"),
    ("gọi 0912345678, thẻ 4111 1111 1111 1111", "gọi 0912345678, thẻ #", "card"),
    ("OTP 123456", "OTP #", "otp"),
    ("otp:1234", "otp:#", "otp"),
    ("Mã OTP của tôi là 123456, giúp với", "Mã OTP của tôi là #, giúp với", "otp"),
    ("Tôi đã đọc mã xác thực cho họ: 87654321", "Tôi đã đọc mã xác thực cho họ: #", "otp"),
    ("ma xac minh 9988", "ma xac minh #", "otp"),
    ("MÃ XÁC NHẬN: 123 456", "MÃ XÁC NHẬN: #", "otp"),
    ("123456 là mã OTP của bạn", "# là mã OTP của bạn", "otp"),
    ("G-123456 is your Google verification code", "G-# is your Google verification code", "otp"),
    ("mật khẩu: abc, tài khoản: nam", "mật khẩu: #, tài khoản: nam", "password"),
    ("Mật khẩu wifi của cơ quan", "Mật khẩu wifi của cơ quan", ""),
    ("Mật khẩu wifi: nha2024!", "Mật khẩu wifi: #!", "password"),
    ("MẬT KHẨU = Abc@123", "MẬT KHẨU = #", "password"),
    ("mat khau la abc.", "mat khau la #.", "password"),
    ("mật khẩu của tôi là S3cret", "mật khẩu của tôi là #", "password"),
    ("password=hunter2", "password=#", "password"),
    ("DB_PASSWORD=hunter2", "DB_PASSWORD=#", "password"),
    ("https://x.vn/?user=a&password=b%20c&x=1", "https://x.vn/?user=a&password=#&x=1", "password"),
    ('{"password": "a b c", "x": 1}', '{"password": "#", "x": 1}', "password"),
    ("pass: “mở ra nào”", "pass: “#”", "password"),
    ("mk: hello", "mk: #", "password"),
    ("pwd is hello;", "pwd is #;", "password"),
    ("Mật khẩu:\nabc123\nCảm ơn", "Mật khẩu:\n#\nCảm ơn", "password"),
    ("mật khẩu: mậtkhẩudài", "mật khẩu: #", "password"),
    ("PIN 1234", "PIN #", "pin"),
    ("mã PIN: 123456.", "mã PIN: #.", "pin"),
    ("pin thẻ là 12345", "pin thẻ là #", "pin"),
]

KEPT = [
    "",
    "Máy chủ 10.0.0.1 và 203.162.4.190 không trả lời",
    "Gọi 0912345678 hoặc +84 912 345 678",
    "Gọi 024 3936 5678 hoặc 024 3936 5679",
    "Sự cố SC-2026-0001 lúc 08:30 ngày 22/11/2026 (2026-11-22T08:30:00)",
    "họ hỏi mã OTP lúc 08:30 ngày 22/11/2026",
    "OTP: xem SC-2026-0001",
    "SC-2026-0001 OTP",
    "OTP 0912 345 678",
    "OTP: 2026-11-22",
    "mã xác thực gửi tới số 0912345678",
    "md5 d41d8cd98f00b204e9800998ecf8427e",
    "sha1 1234567890123456789012345678901234567890",
    "4111111111111112 không phải số thẻ",
    "IMEI 356938035643809",
    "số tài khoản 19036512345678",
    "đơn 20261122083015",
    "Tôi quên mật khẩu",
    "mật khẩu là gì?",
    "mật khẩu là do tôi đặt",
    "Lộ mật khẩu: bị mất tiền",
    "tài khoản:\nmật khẩu:\nghi chú: không",
    "mật khẩu: ****",
    "bypass: ok",
    "pin 5000 mAh, còn 80%",
    "Hết pin 3 lần",
    "OTP rồi chuyển 5000000 đồng",
    "mã OTP là 500000 đồng phí",
    "Số 4111/BC-UBND",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("text", "masked", "kind"), MASKED)
def test_a_secret_is_masked_and_the_rest_kept_byte_for_byte(text, masked, kind, form):
    found = (kind,) if kind else ()
    expected = unicodedata.normalize(form, masked.replace("#", MASK))
    assert redact(unicodedata.normalize(form, text)) == Redacted(expected, found)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_secret_is_kept(text, form):
    text = unicodedata.normalize(form, text)
    assert redact(text) == Redacted(text, ())


def test_every_secret_of_a_text_is_masked_and_named_once():
    text = f"thẻ {VISA}, {AMEX}, otp 1234, mật khẩu: x, pin 1111"
    masked = f"thẻ {MASK}, {MASK}, otp {MASK}, mật khẩu: {MASK}, pin {MASK}"
    assert redact(text).text == masked
    assert sorted(redact(text).found) == ["card", "otp", "password", "pin"]


def test_invisible_characters_do_not_hide_a_number():
    assert redact("4111\u200b1111\u200b1111\u200b1111").found == ("card",)
    assert redact("\uff14" + "\uff11" * 15).found == ("card",)


def test_a_card_number_that_is_also_a_password_is_masked_once():
    assert redact(f"pass: {VISA}").text == f"pass: {MASK}"
