"""What is due next in the demo's database, in words; looked at from outside, never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.services import (
    agendas,
    arming,
    bringing_in,
    campaign_plan,
    campaign_reminders,
    case_export,
    case_forms,
    closing,
    confirming,
    contact_check,
    deadlines,
    duty_sheets,
    evidence,
    evidence_copies,
    following,
    forms,
    gaps,
    giving,
    group,
    housekeeping,
    improvements,
    leagues,
    lessons,
    opening,
    outages,
    paging,
    plans,
    proposals,
    reach,
    register_files,
    relay,
    roles,
    rollups,
    roster_files,
    rosters,
    sealing,
    search,
    situation,
    situation_digest,
    statistics,
    successions,
    testpages,
    unreached,
    watch_offers,
    watch_reports,
)
from storage import due, health, incidents, outbox, recovery
from storage.database import Database, Tx

Json = dict[str, Any]

# Nobody sees these happen.
UNSEEN = (
    *(housekeeping.FORGET, sealing.ANCHOR, search.INDEX, watch_offers.OFFER, statistics.DAILY),
    *(watch_reports.DAILY, gaps.DAILY, gaps.MUTED, evidence.MAKE),
    lessons.MAKE,
    *(campaign_plan.PLAN, campaign_reminders.REMIND, rollups.ROLLUP, contact_check.CHECK),
)
ABOUT_INCIDENTS = (
    *(paging.LADDER, paging.STILL, paging.SILENCE, paging.QUEUE),
    *(closing.WRAP_UP, closing.ASK_AGAIN, deadlines.DEADLINE, roles.EMPTY, situation.ASK),
)
WORDS = {
    paging.LADDER: ("gọi người tiếp theo", "page the next person"),
    paging.STILL: ("hỏi lại người đang xử lý", "ask the owner “still on it?”"),
    paging.SILENCE: ("người xử lý im lặng, gọi lại từ đầu", "silent owner: page from the start"),
    paging.QUEUE: ("nhắc việc đang đợi", "remind of what waits"),
    bringing_in.LATE: ("nhắc người được mời chưa trả lời", "tell who has not answered a call"),
    improvements.REMIND: ("nhắc việc cải thiện", "remind of an improvement"),
    situation.ASK: ("hỏi báo cáo tình hình", "ask for a situation report"),
    situation_digest.DIGEST: ("tổng hợp tình hình cho chỉ huy", "give leads the digest"),
    relay.REFUSED: ("báo không hỏi được người báo", "tell that the reporter cannot be reached"),
    roles.EMPTY: ("nhắc vai trò còn trống", "remind of empty roles"),
    deadlines.DEADLINE: ("xem lại thời hạn theo quy định", "look at the deadlines by law"),
    closing.WRAP_UP: ("tự đóng sự cố", "close by itself"),
    closing.ASK_AGAIN: ("hỏi lại người báo đã ổn chưa", "ask the reporter again"),
    arming.NOTICE: ("nhắc ca trực", "remind of a shift"),
    arming.OPEN: ("gọi vào ca", "call to check in"),
    arming.LATE: ("chưa vào ca: hỏi người trực thay", "not checked in: ask the backup"),
    arming.MISSING: ("gọi về người đang vắng", "call about who is missing"),
    arming.STILL: ("hỏi “còn trực chứ?”", "ask “still there?”"),
    arming.SILENT: ("không trả lời: hỏi người trực thay", "no answer: ask the backup"),
    arming.END: ("hết ca, bàn giao", "a shift ends: hand-over"),
    arming.HANDOVER: ("nhắc bàn giao ca", "remind of an unsigned hand-over"),
    arming.UNWATCHED: ("báo ca không theo dõi được", "name shifts nobody watched over"),
    arming.TESTS: ("gọi thử trước đợt trực", "test pages before the watch"),
    testpages.OVER: ("tổng hợp gọi thử", "who answered the test page"),
    arming.WATCH_END: ("kết thúc và báo cáo đợt trực", "end and report the watch"),
    confirming.UNCONFIRMED: ("báo ai chưa xác nhận ca", "name who has not confirmed"),
    following.CHANGED: ("cập nhật trang đợt trực", "bring a watch's page up to date"),
    following.SETTLED: ("thay ảnh lịch đã ghim", "replace the pinned roster"),
    giving.REMIND: ("nhắc lại việc nhờ trực thay", "ask again for a stand-in"),
    giving.WIDEN: ("hỏi cả Đội trực thay", "ask everybody to stand in"),
    giving.EXPIRE: ("thôi tìm người trực thay", "end the search for a stand-in"),
    gaps.AHEAD: ("báo ca sắp trống", "warn of a gap"),
    gaps.NOW: ("nhắc ca đang trống", "bring up an open gap"),
    group.GROUP_LOST: ("báo mất nhóm", "say that the group is gone"),
    outages.OVER: ("báo Telegram đã trở lại", "say that Telegram is back"),
    reach.LOST: ("báo ai không gọi được nữa", "name who is out of reach"),
    paging.REFUSED: ("báo không gọi được", "say that somebody cannot be called"),
    unreached.CALL_REFUSED: ("báo không gọi được người trực", "say that a watcher is not reached"),
    opening.OPEN: ("mở đợt yêu cầu", "open a campaign"),
    rollups.ANEW: ("lập lại báo cáo tổng hợp", "make a roll-up anew"),
    contact_check.AGAIN_DUE: ("hỏi lại thông tin liên hệ", "ask again for contact details"),
    contact_check.OVER: ("báo kết quả kiểm tra liên hệ", "report the contact check"),
    successions.LATE: ("xem người được mời thay đã vào chưa", "look whether a successor has come"),
    agendas.MAKE: ("đang tạo tệp lịch", "making a calendar file"),
    rollups.MAKE_BOARD: ("đang vẽ bảng tiến độ", "drawing a campaign's board"),
    rollups.MAKE_REPORT: ("đang lập báo cáo tổng hợp", "making a roll-up"),
    leagues.MAKE: ("đang lập bảng xếp hạng", "making the league table"),
    register_files.MAKE: ("đang lập tệp danh sách", "making a file of a register"),
    plans.MAKE: ("đang vẽ kế hoạch 12 tháng", "drawing the plan of a year"),
    statistics.MAKE: ("đang tính số liệu", "counting statistics"),
    case_forms.MAKE: ("lập biểu mẫu của sự cố", "draft an official paper"),
    case_forms.MAKE_PDF: ("chuyển biểu mẫu sang PDF", "turn an official paper into a PDF"),
    case_export.MAKE: ("đang đóng gói hồ sơ", "packing a case file"),
    evidence_copies.MAKE: ("đang lấy một tệp chứng cứ", "fetching a piece of evidence"),
    duty_sheets.MAKE: ("đang lập bảng chấm trực", "making a duty sheet"),
    proposals.PROPOSAL: ("đang xếp lịch công bằng", "working out a fair roster"),
    register_files.READ: ("đang đọc tệp danh sách", "reading a register's file"),
    roster_files.READ: ("đang đọc tệp lịch trực", "reading a roster file"),
    rosters.MAKE: ("đang tạo bản lịch trực", "making the roster's picture"),
    watch_reports.MAKE: ("đang lập báo cáo trực", "making a report"),
    forms.REMINDER: ("nhắc báo cáo còn dang dở", "remind of a half-told report"),
    forms.EXPIRY: ("xóa báo cáo còn dang dở", "drop a half-told report"),
}


@dataclass(frozen=True)
class Next:
    """One thing that is due."""

    at: datetime
    kind: str
    code: str | None = None

    def as_json(self) -> Json:
        """Return it for the page."""
        vi, en = WORDS.get(self.kind, (self.kind, self.kind))
        return {"at": self.at.timestamp(), "vi": vi, "en": en, "code": self.code}


class Upcoming:
    """A view of what waits in a database that another process writes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def next(self) -> Next | None:
        """Return the next thing due that somebody will notice."""
        async with self._database.read() as tx:
            return await self._seen_next(tx)

    async def stop_before(self, until: datetime) -> datetime | None:
        """Return the next instant up to `until` at which anything at all is due."""
        async with self._database.read() as tx:
            return await due.next_between(tx, tx.now, until)

    async def waiting(self) -> int:
        """Return how many messages wait in the outbox to be sent."""
        async with self._database.read() as tx:
            return sum(row.messages for row in await health.unsent(tx))

    async def is_at_rest(self) -> bool:
        """Whether nothing is due now and nothing may be sent now."""
        async with self._database.read() as tx:
            busy = await due.ripe(tx, 1) or await due.ripe(tx, 1, due.ALL_SLOW)
            return not busy and not await outbox.pending(tx, 1) and not await recovery.claimed(tx)

    async def _seen_next(self, tx: Tx) -> Next | None:
        row = await due.next_row(tx, UNSEEN)
        if row is None:
            return None
        is_about = row.kind in ABOUT_INCIDENTS
        code = (await incidents.get(tx, row.subject_id)).code if is_about else None
        return Next(row.retry_at, row.kind, code)
