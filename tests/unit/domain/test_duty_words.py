import pytest

from bot.domain.duty_words import pressed

CALL, STILL, ASK = ["checkin"], ["here"], ["standin", "nostandin"]
ALARM, SIGN, RECEIVE, TEST = ["known", "standin"], ["sign"], ["received"], ["testpage"]


@pytest.mark.parametrize(
    ("verbs", "text", "expected"),
    [
        *((CALL, text, "checkin") for text in ("có", "Có ạ", "dạ có", "1", "nhận ca", "Vào ca!")),
        *((CALL, text, "checkin") for text in ("có mặt", "tôi đến rồi", "ok", "yes", "I'm here")),
        *((CALL, text, None) for text in ("không", "2", "0", "11", "mai tôi mới vào ca được")),
        *((STILL, text, "here") for text in ("còn", "còn trực", "vẫn trực ạ", "1", "có", "here")),
        *((STILL, text, None) for text in ("không", "hết giờ rồi", "vào ca")),
        *((ASK, text, "standin") for text in ("có", "nhận", "tôi trực thay", "được", "1")),
        *((ASK, text, "nostandin") for text in ("không", "2", "bận", "không được", "can't")),
        *((ASK, text, None) for text in ("3", "để tôi hỏi vợ đã")),
        *((ALARM, text, "known") for text in ("đã biết", "biết rồi", "ok", "1")),
        (ALARM, "trực thay", "standin"),
        *((SIGN, text, "sign") for text in ("ký", "ký bàn giao", "1", "ok", "signed")),
        *((SIGN, text, None) for text in ("máy chủ thư đang vá", "ký giả đã đến")),
        *((RECEIVE, text, "received") for text in ("đã nhận", "nhận", "1", "received")),
        *((TEST, text, "testpage") for text in ("1", "đã nhận", "nhận được rồi", "ok")),
        ([], "có", None),
        (["details"], "có", None),
        (CALL, "", None),
        (CALL, "¹", None),
    ],
)
def test_words_under_a_call_stand_for_one_of_its_buttons(verbs, text, expected):
    assert pressed(verbs, text) == expected
