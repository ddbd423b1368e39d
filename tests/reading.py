"""Reading aloud: which words of a text are of the other language."""

import re
from typing import Any

VIETNAMESE = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)
# Names of laws, papers, days and markings, lettering of the law, and what is meant for the others.
OFFICIAL = re.compile(
    r"Mẫu(?: số)?|\b[QN]Đ \d+(?:/\d{4})?(?:/[QN]Đ-\w+)?|\bĐ\d+(?:\.\w+)*|Thông tư 20/2017/TT-BTTTT"
    r"|BC-ĐƯCSC|Mật, Tối mật, Tuyệt mật|Tết|a.đ|\bđ\)|Bộ pháp điển|“Không có”|Tiếng Việt\b"
    r"|bấm nút đầu|Đồng ý|Chọn ngôn ngữ|Nguyễn Văn An|Lê Minh"
)
ENGLISH = re.compile(
    r"\b(?:the|and|is|are|you|your|not|with|was|were|has|have|please|nobody|somebody|this|that)\b",
    re.IGNORECASE,
)
TYPED = re.compile(r"<code>.*?</code>|<[^>]+>")


def vietnamese_in(words: str, *names: str) -> str:
    """Return the line of an English text that is Vietnamese beyond names, nothing for none."""
    for line in words.splitlines():
        plain = OFFICIAL.sub("", line)
        for name in names:
            plain = plain.replace(name, "")
        if VIETNAMESE.search(plain):
            return line
    return ""


def english_in(words: str) -> str:
    """Return the first word of a Vietnamese text that is English, nothing for none."""
    found = ENGLISH.search(TYPED.sub(" ", words))
    return found[0] if found else ""


def shown(message: Any) -> str:
    """Return all that a person reads in a message: its words or caption, and its buttons."""
    return "\n".join([message.text or "", *(button.label for button in message.buttons)])
