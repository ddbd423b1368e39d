"""The people of a grave night: ransomware at a system of level 4, and who works on it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from storage.room_tables import incident_deadlines
from storage.tables import agencies, people, systems
from tests.members import story
from tests.world import Human, World

CODE = "SC-2026-0001"
SYSTEM = "Bệnh án điện tử tỉnh"
CHANNEL = "thư điện tử"


@dataclass
class Room:
    """Whoever has a part in it; Mai reports from the hospital's own department."""

    world: World
    mai: Human
    minh: Human
    ha: Human
    dung: Human
    tung: Human
    lan: Human | None = None

    @classmethod
    async def gathered(cls, world: World) -> "Room":
        """Bring in everybody: Minh on duty, Hà the backup, Dũng at home, Tùng the lead."""
        mai, tung = await world.member("Mai", "staff"), await world.member("Tùng", "lead")
        minh, ha, dung = [await world.member(name) for name in ("Minh", "Hà", "Dũng")]
        await world.on_duty(minh)
        await world.on_duty(ha, "backup")
        async with world.app.database.begin() as tx:
            parent_id = await tx.add(agencies, code="ubnd", name="UBND tỉnh", kind="ubnd")
            agency_id = await tx.add(
                agencies, code="so-y-te", name="Sở Y tế", kind="so", parent_id=parent_id
            )
            await tx.add(systems, code="ba", name=SYSTEM, agency_id=agency_id, level=4)
            theirs = people.update().where(people.c.id == mai.person_id)
            await tx.run(theirs.values(agency_id=agency_id))
            lead = people.update().where(people.c.id == tung.person_id)
            await tx.run(lead.values(phone="0912 345 678", email="tung@example.vn"))
        return cls(world, mai, minh, ha, dung, tung)

    @property
    def team(self) -> tuple[Human, ...]:
        """The members of the team."""
        return self.minh, self.ha, self.dung, self.tung

    def card(self) -> str:
        """Return the card in the group as it is now."""
        return str(self.world.group_sees(CODE, with_button="Phương án").text)

    async def clocks(self) -> dict[str, str]:
        """Return what has become of each deadline by law."""
        rows = await self.world.rows(incident_deadlines)
        return {row["code"]: row["state"] for row in rows if row["incident_id"] == 1}

    async def number_of(self, code: str) -> int:
        """Return the number under which people see a deadline."""
        return 1 + list(await self.clocks()).index(code)

    async def enters(self, human: Human, code: str, number: str, receipt: str) -> None:
        """Let somebody enter that a deadline was met just now."""
        await human.says(f"/deadlines {CODE} xong {await self.number_of(code)}")
        await answers(human, "vừa xong", CHANNEL, number, receipt, "gửi")

    async def sends_paper(self, lead: Human, number: str, receipt: str) -> None:
        """Let a lead enter that the newest paper was sent just now."""
        await lead.presses("Đã gửi", on=lead.sees("Việc tiếp theo"))
        await answers(lead, "vừa xong", CHANNEL, number, receipt, "gửi")

    async def story(self) -> list[str]:
        """Return the kinds of the lines of its log."""
        return await story(self.world)

    def zipped(self, message: Any) -> ZipFile:
        """Return the ZIP that came with a message."""
        file_id = message.content["document"]["file_id"]
        return ZipFile(BytesIO(self.world.playground.files.get(file_id).content))


async def answers(human: Human, *words: str) -> None:
    """Answer question after question."""
    for each in words:
        await human.says(each)
