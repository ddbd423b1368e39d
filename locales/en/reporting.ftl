# Reporting: the questions, adding to a report, how it stands.

form-report-privacy =
    👋 <b>Before we begin, please know:</b>
    • The bot keeps your Telegram name and what you send, only so that the response team can deal with the incident. You may stay anonymous. To see or erase your data: /privacy
    • Telegram's servers are abroad.
    • 🛑 <b>Never send state secrets</b> (Mật, Tối mật, Tuyệt mật) in any form.
    • Send no passwords, OTP codes or card numbers. Nobody in the team will ever ask for them.

    Press a button to agree and go on. <i>Tiếng Việt: bấm nút đầu.</i>
form-report-privacy-name = Notice
form-report-privacy-vi = 🇻🇳 Đồng ý · Tiếng Việt
form-report-privacy-en = 🇬🇧 Agree · English

form-report-kind =
    🏷 <b>What has happened?</b>
    Choose what comes closest. If you are not sure, choose “I don't know”; the person on duty will sort it.
form-report-kind-name = Kind

form-report-what =
    📝 <b>What do you see?</b>
    Tell it briefly, or send a screenshot, file, voice message, location or forwarded message.
    Example: <i>“Since 8 a.m. the document server opens no files, and the screen asks for money.”</i>
form-report-what-name = Story

form-report-where =
    📍 <b>Where?</b>
    The agency, system or web address. If there are buttons, choose one, or type.
    Example: <i>“Document server, Department of Finance”</i> or <i>“portal.example.vn”</i>.
form-report-where-name = Place

form-report-noticed =
    🕑 <b>When did you notice?</b>
    Press a button, or type. Example: <i>“last night at ten”</i>.
form-report-noticed-name = Noticed
form-report-noticed-now = Just now
form-report-noticed-today = Today
form-report-noticed-yesterday = Yesterday
form-report-noticed-other = Another time
form-report-noticed-when =
    🕑 <b>When?</b>
    Type the day and time, roughly is fine. Example: <i>“about 2 p.m. on 20 November”</i>.
form-report-noticed-when-name = Noticed

form-report-more =
    { $count ->
        [0] 📎 <b>Do you have more evidence?</b>
        [one] 📎 <b>One message received.</b> Is there more?
       *[other] 📎 <b>{ $count } messages received.</b> Is there more?
    }
    Pictures, files, the scam message, links: as many messages as you like. Then press “That is all”.
    Example: <i>a screenshot of the ransom note</i>.
form-report-more-name = Evidence

form-report-contact =
    ☎️ <b>How may the team reach you?</b>
    Press a button, or just type a phone number or e-mail. If you stay anonymous the team does not see your name, and the bot still tells you how it goes.
    Example: <i>0912 345 678</i>
form-report-contact-name = Contact
form-report-contact-telegram = Here on Telegram
form-report-contact-other = Phone or e-mail
form-report-contact-anonymous = 🕶 Anonymous
form-report-contact-how =
    ☎️ <b>Your phone number or e-mail?</b>
    Example: <i>0912 345 678</i> or <i>an@example.vn</i>.
form-report-contact-how-name = Contact

form-report-summary =
    <b>📋 Look it over before sending</b>

    { $answers }

    Press <b>Send</b> to tell the person on duty now. To add something, just send more pictures or messages.
form-report-cancelled = The report was cancelled. Nothing was sent. To report again, type /report. Numbers to call: /hotline
form-report-expired = ⌛ Your unfinished report was older than 24 hours and has been erased; <b>nobody received it</b>. Is it still going on? Please report again.

form-lead-beside = 📝 I have begun a <b>new report</b> with your message. If it belongs to <code>{ $code }</code>, press the first button.
button-join = ➕ Add to { $code }
button-new-report = 📝 New report

report-joined = ✅ Added to <code>{ $code }</code>. Whoever works on it is told now.
report-joined-masked = ✅ Added to <code>{ $code }</code>. 🔒 I have masked a password, OTP or card number in it; please do not send such things to anybody.
report-edit-kept = ✏️ Your change to a message of <code>{ $code }</code> is recorded. Both the old and the new words are kept.
report-news =
    💬 <b>{ $code }</b>: the reporter has added something.
    <blockquote>{ $words }</blockquote>
report-news-file = 📎 (file)
nudge-report-more = 💬 The reporter has added something 👆

refused-report-limit = You can send your next report from { $until }; this one is kept, press Send again then. If it is urgent, call 156 or see /hotline.
refused-report-ended = { $code } has ended, so nothing can be added to it. If something new has happened, type /report and I will take it at once.
refused-marking =
    🛑 This message bears a secrecy marking, so I have not kept it. Please delete it. If it is a state secret, report in person: { $contact }
    If it is not, write it again (or rename the file) without the marking.
refused-ended-long-ago = { $code } ended more than 30 days ago. If it happens again, please report it anew: /report
report-objected-again = Noted. <code>{ $code }</code> was looked at again once, so this time the team leads decide; if it is opened again, you are told at once. If there is something new, type /report.
report-objected-notice = ↩️ The reporter asks once more for <b>{ $code }</b> ({ $status }) to be opened again. It was looked at again once, so the bot calls nobody. If it should be, press the button below.
button-reopen = ↩️ Open again

my-reports =
    <b>📂 Your reports</b> (newest first)

    { $lines }

    To add something, reply to a receipt, or send pictures and files within 24 hours.
my-reports-none = You have not reported anything yet. Tell me what happened, or press the button below.
my-reports-line =
    <code>{ $code }</code> · { $kind } · reported at { $opened }
    { $state } (since { $since })
    ➡️ { $next }
my-reports-queued = 🕓 Received, waiting for office hours
my-reports-received = 📨 Received, the person on duty is being called
my-reports-verifying = 🔎 Taken, being verified
my-reports-responding = 🛠 First response under way
my-reports-containing = 🛠 Being contained
my-reports-removing = 🛠 Its cause is being removed
my-reports-recovering = 🛠 Being restored
my-reports-checking = 🛠 Being checked
my-reports-wrapping-up = ✔ Solved, waiting for your word
my-reports-closed = ✅ Closed
my-reports-not-incident = ⚪ Not an incident
my-reports-duplicate = 🔗 Duplicate of another
my-reports-referred = 📤 Passed to another authority
my-reports-next-queued = The team looks at it in office hours and answers you here.
my-reports-next-received = You are told as soon as somebody takes it.
my-reports-next-verifying = You are told the result, and may be asked for more.
my-reports-next-responding = You are told when it is solved.
my-reports-next-containing = You are told when it is solved.
my-reports-next-removing = You are told when it is solved.
my-reports-next-recovering = You are told when it is solved.
my-reports-next-checking = You are told when it is solved.
my-reports-next-wrapping-up = Please answer whether it is solved for you.
my-reports-next-closed = Nothing more to do. If it happens again, report it anew.
my-reports-next-not-incident = You disagree? Press the button below our answer, or report again with evidence.
my-reports-next-duplicate = The other incident is being worked on.
my-reports-next-referred = The other authority will deal with it.
