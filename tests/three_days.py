"""Six people who keep watch over National Day, and the clock as people in Vietnam read it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from storage.tables import outbox, shifts
from tests.world import Human, World

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
YEAR = 2026
MINUTE = timedelta(minutes=1)
LEAD = "Tùng"
NAMES = (LEAD, "Minh", "Hà", "An", "Dũng", "Bình")
# What stands in the log at the end.
WRITTEN = (
    *("lập đợt trực", "công bố lịch trực", "xác nhận trực", "báo không trực được", "đồng ý cho"),
    *("Đổi ca", "nhận ca trống", "Gọi thử", "Không trả lời:", "vào ca Trực ban", "Điều hòa"),
    *("đã kiểm tra: Bảng điều khiển", "không trả lời câu hỏi còn trực không", "vẫn đang trực"),
    *("chưa đủ chữ ký", "ghi cho ca sau: Máy chủ thư", "ký bàn giao", "xác nhận nhận bàn giao"),
    *("SC-2026-0001", "SC-2026-0002: gọi", "chưa vào ca Trực ban", "trực thay", "nhận lại ca"),
    *("hết ca Trực ban", "Đợt trực kết thúc"),
)


def at(told: str) -> datetime:
    """Return an instant of that year as people tell it: "2/9 23:30"."""
    moment = datetime.strptime(f"{YEAR} {told}", "%Y %d/%m %H:%M")  # noqa: DTZ007 the zone follows
    return moment.replace(tzinfo=VIETNAM)


def sees_button(human: Human, label: str, under: str = "") -> bool:
    """Tell whether somebody sees a button in private, under a message with these words."""
    shown = [message for message in human.messages if under in message.text]
    return any(label in key.label for message in shown for key in message.buttons)


def newest_file(human: Human) -> str:
    """Return the name of the newest document somebody has got."""
    found = [message.content for message in human.messages if message.kind == "document"]
    return str(found[-1]["document"]["file_name"])


@dataclass
class Crew:
    """The people of the watch; Tùng leads."""

    world: World
    people: dict[int, Human] = field(default_factory=dict)
    citizen: Human | None = None

    @classmethod
    async def gathered(cls, world: World) -> "Crew":
        """Bring in everybody."""
        crew = cls(world)
        for name in NAMES:
            human = await world.member(name, "lead" if name == LEAD else "responder")
            crew.people[human.person_id or 0] = human
        return crew

    def __getitem__(self, name: str) -> Human:
        return next(one for one in self.people.values() if one.user.first_name == name)

    @property
    def lead(self) -> Human:
        """Whoever plans the watch and answers for it."""
        return self[LEAD]

    def others(self, *but: Human) -> list[Human]:
        """Return everybody but these."""
        return [one for one in self.people.values() if one not in but]

    def asked(self, label: str, under: str, *tired: Human) -> Human:
        """Return a member who sees a button, rather none of the tired, the last of them least."""
        found = [one for one in self.others(self.lead) if sees_button(one, label, under)]
        return min(found, key=lambda one: tired.index(one) + 1 if one in tired else 0)

    async def until(self, told: str | datetime) -> None:
        """Let time pass up to an instant, everything on the way happening when it is due."""
        length = (at(told) if isinstance(told, str) else told) - self.world.clock.now()
        assert length > timedelta(0), told
        await self.world.passes(seconds=length.total_seconds())

    async def shift(self, when: datetime, post: str = "primary") -> dict[str, Any]:
        """Return the shift of the watch that covers an instant at a post."""
        (found,) = [
            row
            for row in await self.world.rows(shifts)
            if row["watch_id"] and row["post"] == post and row["start_at"] <= when < row["end_at"]
        ]
        return found

    async def pair(self, when: str | datetime) -> tuple[Human, Human]:
        """Return who is on duty at an instant, and the backup."""
        return await self.on(when), await self.on(when, "backup")

    async def on(self, when: str | datetime, post: str = "primary") -> Human:
        """Return who is at a post at an instant."""
        instant = at(when) if isinstance(when, str) else when
        return self.people[(await self.shift(instant, post))["person_id"]]

    async def changes(self, told: str) -> None:
        """Let one pair come at an hour, and the pair before them sign and go."""
        start = at(told)
        leaving, coming = await self.pair(start - MINUTE), await self.pair(start)
        await self.until(start - 10 * MINUTE)
        for one in coming:
            await one.says("/checkin")
            one.sees("Bạn đang trực")
        await self.until(start + MINUTE)
        for gone, come in zip(leaving, coming, strict=True):
            if gone is come:
                continue
            await gone.says("/handover ký")
            gone.sees("đã thay bạn")
            await come.says("/handover nhận")
            come.sees("Đã nhận bàn giao")

    async def stays(self, told: str) -> None:
        """Let the pair on watch say that they are still there."""
        await self.until(told)
        for one in await self.pair(told):
            await one.says("còn")
            one.sees("bạn vẫn đang trực")

    async def reports(self, words: str, kind: str) -> str:
        """Let a citizen report something by the short cut; returns its code."""
        if self.citizen is None:
            self.citizen = await self.world.citizen("Lan")
            await self.citizen.says(words)
            await self.citizen.presses("Tiếng Việt")
        else:
            await self.citizen.says(words)
        await self.citizen.presses(kind)
        await self.citizen.presses("Gửi ngay")
        return str((await self.world.incident())["code"])

    async def solves(self, owner: Human, code: str) -> None:
        """Let an owner end an incident, and the citizen agree."""
        await owner.says(f"/resolve {code}")
        for words in ("lỗ hổng chưa vá", "Đã khôi phục", "1", "tự xử lý", "gửi"):
            await owner.says(words)
        assert self.citizen is not None
        await self.citizen.presses("Đã ổn")

    async def never_sent(self) -> list[tuple[str, str, str]]:
        """Return what could not be sent or still waits, with the reason."""
        fine = ("sent", "overtaken")
        rows = await self.world.rows(outbox)
        left = [row for row in rows if row["state"] not in fine]
        return [(row["kind"], row["state"], row["reason"]) for row in left]
