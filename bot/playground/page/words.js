// The page's own words; what people and bots write is theirs.

const VI = {
  about: "Sân tập của bot trực ban: Telegram giả lập ngay trên máy này. Mỗi khung là điện thoại của một người.",
  aboutMore: "Hãy gõ, bấm, tua đồng hồ.",
  aboutApi: "Telegram giả lập ngay trên máy này, dành cho bot của bạn. Mỗi khung là điện thoại của một người.",
  stories: "Bắt đầu bằng một câu chuyện", own: "…hoặc tự gõ một tin báo vào khung của người dân.",
  role_citizen: "Người dân", role_duty: "Trực chính", role_backup: "Trực dự phòng", role_lead: "Chỉ huy",
  role_contact: "Đầu mối cơ quan", role_group: "Nhóm của đội",
  plus3: "+3 phút", plus60: "+1 giờ", toNext: "Tới việc kế tiếp", next: "Tiếp theo", nothing: "chưa có việc gì hẹn giờ",
  inTime: "còn", clock: "Đồng hồ của buổi diễn", moving: "đang tua…",
  trouble: "Gây trục trặc", down: "Telegram sập", slow: "Telegram chậm 2,5 giây", flood: "429: gửi quá nhanh", gateway: "502: lỗi cổng", plain: "Nhóm tắt chủ đề",
  downMean: "Không kết nối nào tới được.", slowMean: "Mọi lời gọi đều chờ.", floodMean: "Mọi tin gửi đều bị hoãn 8 giây.", gatewayMean: "Mọi lời gọi đều hỏng.", plainMean: "Như mọi nhóm thường; bật lại thì chủ đề trở về.",
  blockedBy: "Chặn bot", lift: "Hết trục trặc", kill: "Giết bot", revive: "Chạy lại bot", anew: "Làm lại từ đầu",
  killMean: "kill -9, không kịp lưu gì thêm", anewMean: "Xóa đêm này, bắt đầu đêm khác", sure: "Bỏ đêm này và bắt đầu lại?",
  botRunning: "Bot đang chạy", botStarting: "Bot đang khởi động…", botDead: "Bot đã chết",
  deadLong: "Bot đã bị giết (kill -9).", waitIn: "tin đang đợi bot ở Telegram", waitOut: "tin đang đợi gửi đi", kept: "Không mất gì: chạy lại là xử lý tiếp.",
  downLong: "Telegram đang sập.", troubled: "Đang có trục trặc:", back: "Bot đã chạy lại và làm tiếp mọi việc đang dở. Không mất tin nào.", lost: "Mất kết nối với sân tập, đang nối lại…",
  write: "Nhắn cho bot", writeReport: "Gõ tin báo…", emptyGroup: "Thẻ sự cố sẽ hiện ở đây cho cả đội.", writeGroup: "Nhắn vào nhóm", send: "Gửi", attach: "Đính kèm", commands: "Lệnh", start: "Bắt đầu", unblock: "Bỏ chặn bot",
  more: "Thêm", edited: "đã sửa", forwardedFrom: "Chuyển tiếp từ", reply: "Trả lời", copy: "Chép", copied: "Đã chép", forward: "Chuyển tiếp",
  edit: "Sửa", remove: "Xóa", react: "Thả cảm xúc", cancel: "Hủy", ok: "OK", as: "Người viết", pinned: "Đã ghim", silent: "không chuông",
  tooBig: "Tệp lớn hơn 20 MB: bot không tải được tệp như vậy.", download: "Tải về", photo: "Ảnh", voice: "Tin thoại", older: "Xem tin cũ hơn",
  block: "Chặn bot", hide: "Thu gọn khung", show: "Mở khung", contactShared: "Đã chia sẻ số điện thoại", place: "Vị trí",
  soundOn: "Bật chuông", soundOff: "Tắt chuông", other: "English", otherLabel: "Switch to English", empty: "Chưa có tin nào.",
  emptyCitizen: "Bạn là người dân. Hãy gõ chuyện vừa xảy ra, ví dụ: “Trang của phường bị thay hình lạ”.", joinBot: "Thêm vào nhóm:",
  storyStep: "bước", stop: "Dừng", done: "Hết chuyện. Bạn có thể làm tiếp trong các khung, hoặc chọn chuyện khác.", stuck: "Chuyện đang đợi mà chưa thấy:", again: "Các chuyện",
  sJoined: "đã vào nhóm", sLeft: "đã rời nhóm", sPinned: "đã ghim một tin", sTopic: "mở chủ đề", sClosed: "đóng chủ đề", sReopened: "mở lại chủ đề", sRenamed: "đổi tên chủ đề", sOther: "thông báo của Telegram",
  general: "Chung", members: "người", register: "Chưa có bot nào. Đăng ký mã bằng:", missed: "tin chưa đọc", unread: "chưa đọc", typing: "đang soạn…", newest: "Xuống tin mới nhất",
};
const EN = {
  about: "A practice ground for the on-duty bot: a Telegram simulated on this machine. Each column is one person's phone.",
  aboutMore: "Type, press, move the clock.",
  aboutApi: "A Telegram simulated on this machine, for your own bot. Each column is one person's phone.",
  stories: "Start with a story", own: "…or type a report of your own in the citizen's column.",
  role_citizen: "Citizen", role_duty: "On duty", role_backup: "Backup", role_lead: "Commander",
  role_contact: "Agency contact", role_group: "Team group",
  plus3: "+3 min", plus60: "+1 h", toNext: "To the next thing due", next: "Next", nothing: "nothing is due",
  inTime: "in", clock: "The play's clock", moving: "moving on…",
  trouble: "Make trouble", down: "Telegram is down", slow: "Telegram is slow (2.5 s)", flood: "429: too many requests", gateway: "502: bad gateway", plain: "Group without topics",
  downMean: "No connection gets through.", slowMean: "Every call has to wait.", floodMean: "Every message is put off for 8 s.", gatewayMean: "Every call fails.", plainMean: "As any other group; switched back, they return.",
  blockedBy: "Block the bot", lift: "End all trouble", kill: "Kill the bot", revive: "Start the bot again", anew: "Begin anew",
  killMean: "kill -9: no time to save anything", anewMean: "Throw this night away, begin another", sure: "Throw this night away and begin anew?",
  botRunning: "Bot is running", botStarting: "Bot is starting…", botDead: "Bot is dead",
  deadLong: "The bot was killed (kill -9).", waitIn: "messages wait for it at Telegram", waitOut: "messages wait to be sent", kept: "Nothing is lost: start it and it goes on.",
  downLong: "Telegram is down.", troubled: "Trouble is on:", back: "The bot is back and went on with all it had to do. Nothing was lost.", lost: "The playground does not answer, trying again…",
  write: "Write to the bot", writeReport: "Type a report…", emptyGroup: "Cards of incidents will appear here for the whole team.", writeGroup: "Write in the group", send: "Send", attach: "Attach", commands: "Commands", start: "Start", unblock: "Unblock the bot",
  more: "More", edited: "edited", forwardedFrom: "Forwarded from", reply: "Reply", copy: "Copy", copied: "Copied", forward: "Forward",
  edit: "Edit", remove: "Delete", react: "React", cancel: "Cancel", ok: "OK", as: "Writing as", pinned: "Pinned", silent: "without sound",
  tooBig: "Larger than 20 MB: a bot cannot fetch such a file.", download: "Download", photo: "Photo", voice: "Voice message", older: "Older messages",
  block: "Block the bot", hide: "Fold column", show: "Open column", contactShared: "Shared a phone number", place: "Location",
  soundOn: "Sound on", soundOff: "Sound off", other: "Tiếng Việt", otherLabel: "Chuyển sang tiếng Việt", empty: "No messages yet.",
  emptyCitizen: "You are the citizen. Type what happened, e.g. “Trang của phường bị thay hình lạ” (the ward's home page was defaced).", joinBot: "Add to the group:",
  storyStep: "step", stop: "Stop", done: "The end. Go on in the columns yourself, or choose another story.", stuck: "The story waits for what does not come:", again: "Stories",
  sJoined: "joined the group", sLeft: "left the group", sPinned: "pinned a message", sTopic: "opened the topic", sClosed: "closed the topic", sReopened: "reopened the topic", sRenamed: "renamed the topic", sOther: "a notice of Telegram's",
  general: "General", members: "members", register: "No bot yet. Register a token:", missed: "unread messages", unread: "unread", typing: "typing…", newest: "To the newest message",
};
const ALL = { vi: VI, en: EN };

export const words = { language: first() };

function first() {
  const kept = localStorage.getItem("language");
  if (kept in ALL) return kept;
  return (navigator.language || "vi").toLowerCase().startsWith("vi") ? "vi" : "en";
}

export const t = (name) => ALL[words.language][name] ?? name;
export const either = (pair) => (pair ? pair[words.language] ?? pair.vi ?? "" : "");

export function speak(language) {
  words.language = language;
  localStorage.setItem("language", language);
  document.documentElement.lang = language;
}
