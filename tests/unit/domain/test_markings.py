"""A hint, not a judgement: markings as stamped and typed, and the many words that only look so."""

import unicodedata

import pytest

from bot.domain.markings import find_marking

MARKED = [
    ("MẬT", "MẬT"),
    ("TỐI MẬT", "TỐI MẬT"),
    ("TUYỆT MẬT", "TUYỆT MẬT"),
    ("Mật", "MẬT"),
    ("[ Tối mật ]", "TỐI MẬT"),
    ("ỦY BAN NHÂN DÂN TỈNH\nMẬT\nSố: 12/BC-UBND", "MẬT"),
    ("UBND TỈNH TỐI  MẬT", "TỐI MẬT"),
    ("Kính gửi: Sở X. TUYỆT MẬT. Không sao chụp.", "TUYỆT MẬT"),
    ("Tuyệt\u00a0mật", "TUYỆT MẬT"),
    ("Độ mật: Mật", "MẬT"),
    ("Độ mật: tối mật", "TỐI MẬT"),
    ("ĐỘ MẬT: TUYỆT MẬT", "TUYỆT MẬT"),
    ("mức độ mật là “Mật”", "MẬT"),
    ("Văn bản này được đóng dấu mật", "MẬT"),
    ("tài liệu có dấu chỉ độ mật Tối mật", "TỐI MẬT"),
    ("Em gửi công văn MẬT số 12 của sở", "MẬT"),
    ("báo cáo Mật tháng 11", "MẬT"),
    ("Kế hoạch Tuyệt mật kèm theo", "TUYỆT MẬT"),
    ("tin thuộc độ Tối mật", "TỐI MẬT"),
    ("MẬT KHẨU hệ thống nằm trong văn bản TỐI MẬT", "TỐI MẬT"),
    ("Phần I: MẬT. Phần II: TUYỆT MẬT. Phần III: TỐI MẬT.", "TUYỆT MẬT"),
]

UNMARKED = [
    "",
    "mật",
    "MẬT KHẨU",
    "QUÊN MẬT KHẨU, CẦN CẤP LẠI",
    "TÔI BỊ MẤT MẬT KHẨU EMAIL",
    "Mật khẩu: abc",
    "Mật khẩu",
    "mật khẩu quản trị bị lộ",
    "BẢO MẬT",
    "Bảo mật",
    "CHÍNH SÁCH BẢO MẬT THÔNG TIN",
    "PHÒNG AN NINH MẠNG VÀ BẢO MẬT",
    "MẬT MÃ",
    "BAN CƠ YẾU VÀ MẬT MÃ",
    "mật mã hóa dữ liệu",
    "bí mật",
    "BÍ MẬT",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "bí mật nhà nước",
    "bí mật kinh doanh bị lấy cắp",
    "MẬT ĐỘ DÂN CƯ",
    "mật độ gói tin tăng cao",
    "MẬT ONG RỪNG",
    "TRĂNG MẬT",
    "THÂN MẬT",
    "CƠ MẬT VIỆN",
    "MẬT VỤ",
    "MẬT THƯ",
    "mật thiết",
    "độ mật",
    "Độ mật: Không",
    "ĐỘ MẬT: THƯỜNG",
    "đóng dấu bảo mật",
    "dấu mật khẩu",
    "một kế hoạch tuyệt mật của nhóm tôi",
    "chuyện tối mật thôi nhé",
    "TỐI NAY MẤT MẠNG",
    "MẶT TRƯỚC MÁY CHỦ",
    "MẤT DỮ LIỆU",
    "MAT KHAU",
    "TUYỆT ĐỐI BẢO MẬT",
    "Hồ sơ mật độ giao thông",
    "văn bản Mật mã dân sự",
    "SC-2026-0001 đã xong",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("text", "degree"), MARKED)
def test_a_marking_is_found_as_its_degree(text, degree, form):
    assert find_marking(unicodedata.normalize(form, text)) == degree


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", UNMARKED)
def test_other_words_with_the_syllable_are_no_marking(text, form):
    assert find_marking(unicodedata.normalize(form, text)) is None
