"""State-secret markings (độ mật) on a text: a hint that it must not be here, never a judgement.

Degrees: Luật Bảo vệ bí mật nhà nước 2018. A marking is written in capitals, stands alone on its
line, follows "độ mật" or qualifies a document; the syllable in other words (MẬT KHẨU) is none.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_DEGREES = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")

# Words that make another word of MẬT: bảo mật, bí mật, trăng mật … mật khẩu, mật mã, mật độ …
_BEFORE = "BẢO|BÍ|CƠ|THÂN|CẨN|KÍN|CHẶT|TRĂNG|RỈ|ĐƯỜNG|TÚI|SỎI|ỐNG|CHIM|GẤU|NGỌT|TƯ|NỒNG|HÚT|ĐỘ"
_AFTER = (
    "KHẨU|MÃ|ĐỘ|ONG|THIẾT|VỤ|THƯ|HIỆU|BÁO|THÁM|NGỌT|NGỮ|LỆNH|NGHỊ|PHỤC|TÔNG|MÍA|TÍCH|CHỈ|VIỆN|ƯỚC"
)
_NO_OTHER_WORD = rf"(?!\s+(?i:{_AFTER})\b)"
_NAMED = r"(?P<degree>(?:TUYỆT|Tuyệt|TỐI|Tối)\s+(?:MẬT|Mật|mật)|MẬT|Mật)"
_DOCUMENT = "loại|tài liệu|văn bản|công văn|công điện|hồ sơ|kế hoạch|báo cáo|tờ trình|quyết định"

_IN_CAPITALS = (
    rf"\b(?:(?P<other>(?i:{_BEFORE}))\s+)?(?P<degree>(?:(?:TUYỆT|TỐI)\s+)?MẬT)\b{_NO_OTHER_WORD}"
)
_LABELLED = (
    r"(?i:độ\s+mật|đóng\s+dấu|dấu(?:\s+chỉ)?(?:\s+độ\s+mật)?)\s*(?:[:=\u2013-]|là|ở\s+mức)?\s*[\"“'(\[]?\s*"
    rf"(?P<degree>(?i:(?:(?:tuyệt|tối)\s+)?mật))\b{_NO_OTHER_WORD}"
)
_DOCUMENTED = rf"\b(?:(?i:{_DOCUMENT})\s+|(?i:độ)\s+(?=T))[\"“'(\[]?{_NAMED}\b{_NO_OTHER_WORD}"
_ALONE = rf"(?m:^[^\w\n]*{_NAMED}[^\w\n]*$)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return them compiled, at the first text: that takes a tenth of the whole program's start."""
    return tuple(re.compile(each) for each in (_IN_CAPITALS, _LABELLED, _DOCUMENTED, _ALONE))


def find_marking(text: str) -> str | None:
    """Return the highest degree the text is marked with, as it is stamped; None without one."""
    found = set(_markings(unicodedata.normalize("NFC", text)))
    return next((degree for degree in _DEGREES if degree in found), None)


def _markings(text: str) -> Iterator[str]:
    for pattern in _patterns():
        for found in pattern.finditer(text):
            degree = " ".join(found["degree"].upper().split())
            # "ĐỘ TỐI MẬT" is a marking, "ĐỘ MẬT" only names the field it stands in.
            if degree != "MẬT" or not found.groupdict().get("other"):
                yield degree
