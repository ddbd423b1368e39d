"""Messages out: claimed, checked once more, rendered, sent, judged, recorded.

Nothing here decides what people should be told; nothing outside calls Telegram to tell them.
"""

import os

# Ask python-telegram-bot for timedeltas, as its next major version gives them.
os.environ.setdefault("PTB_TIMEDELTA", "1")
