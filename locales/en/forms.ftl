# How every form asks and is answered.

form-shown = { $lines }
form-footer = <i>Question { $number } of { $total } · press a button or type: { $words }</i>
form-footer-end = <i>Press a button or type: { $words }</i>
form-current = ✏️ Now: <i>{ $value }</i>
form-line = <b>{ $name }:</b> { $value }
form-answer-none = —
form-answer-files =
    { $count ->
        [one] 📎 { $count } file
       *[other] 📎 { $count } files
    }
form-answer-both =
    { $count ->
        [one] { $words } (📎 { $count } file)
       *[other] { $words } (📎 { $count } files)
    }
form-change = <b>What do you want to change?</b> Everything else stays as it is.

form-word-back = back
form-word-skip = skip
form-word-keep = keep
form-word-done = done
form-word-change = change
form-word-cancel = cancel
form-word-send = send
form-word-urgent = send now

button-form-back = ⬅️ Back
button-form-skip = Skip ➡️
button-form-keep = Keep it ➡️
button-form-done = ✅ That is all
button-form-change = ✏️ Change
button-form-cancel = ✖️ Cancel
button-form-send = ✅ Send
button-form-urgent = 🚨 Send now

form-lead-hello = 👋 Hello! Cyber-security incidents are reported here. I ask a few short questions, then the person on duty is told at once.
form-lead-begun = 📝 I have kept your message and begun a report with it. Only a few short questions are left.
form-lead-again = 📝 You are in the middle of this. Let us go on from here.
form-lead-given-up = ↪️ What you had not finished before was dropped; nothing of it was sent.
form-lead-kept = ↪️ You had not finished { $what }, so it was not sent; what you had written is kept in the log of { $code }.
form-lead-reminder = ⏰ You have not finished this, and it was <b>not sent yet</b>. Please go on, or press Cancel if it is not needed any more.
form-lead-masked = 🔒 I have masked this in your message before keeping it: { $found }. The person on duty does not need it; please do not send it to anybody.
form-lead-large-file = 📎 Received. The file is larger than 20 MB: the person on duty can open it in Telegram, but no copy can be stored. Please keep the original, and send a smaller or split version if you can.
form-lead-voice = 🎤 Voice message received. The person on duty will listen to it; one typed sentence would make things faster.
form-lead-send-again = Thank you. I did not keep that message, so please <b>send it again</b>. I will not ask about this a second time.
form-note-added = 📝 Added.
form-note-changed = ✏️ The earlier answer was changed.

secret-card = a bank card number
secret-otp = an OTP code
secret-password = a password
secret-pin = a PIN

form-marking =
    ⚠️ This message bears a secrecy marking. <b>Does it contain state secrets?</b>

    I have not kept it. State secrets must not be sent by Telegram. Press a button, or type “yes” / “no”.
button-form-secret = Yes, state secrets
button-form-no-secret = No
form-secret-stopped =
    🛑 <b>I stop here and have erased everything of this report.</b> Nothing was kept or passed on.

    Please do this now:
    1. Delete that message in this chat (for both sides).
    2. Report in person: { $contact }

refused-form-choice = I do not know that choice. Please press a button below the question, or type the button's number or name.
refused-form-cancel = To cancel this, press Cancel or type /cancel.
refused-form-text = This question needs words. Please type a few.
refused-form-full = { $most } messages are enough for this question. Please press “That is all”; you can add more after sending.
refused-form-first = This is the first question. To stop, press Cancel.
refused-form-required = This question needs an answer, so it cannot be skipped.
refused-form-unready = There is not enough to send yet. Please answer the present question first.
refused-form-over = This was sent, cancelled or has expired, so the button does nothing. Something new to report: /report. Anything else: /help.
refused-form-marking = Please answer first: does that message contain state secrets?
refused-question-past = That question is over. To change the answer, press Back at the present question, or Change at the end.
refused-not-your-form = This button is somebody else's.
refused-message-empty = I cannot read this kind of message. Please send text, a picture, a file, a voice message, a video or a location.
refused-not-a-code = “{ $words }” is not an incident code. A code looks like SC-2026-0012.
refused-write-first = Please open a private chat with me and type /start first.
cancel-nothing = You have nothing unfinished. Type /report to report an incident, /status to see your reports.

# Calling it solved

form-overtaken = ↪️ <code>{ $code }</code> was just ended or given back by somebody else, so what you had not finished about it was dropped.
form-overtaken-kept = ↪️ <code>{ $code }</code> was just ended or given back by somebody else, so what you were writing ({ $what }) can no longer be sent. What you had written is kept in the incident's log.
form-words-kept =
    { $reason }
    📎 What you had written ({ $what }) is kept in the log of { $code }.
unfinished-situation = the situation report
unfinished-resolve = the words on how it was solved
unfinished-reject = the conclusion
unfinished-relay = the question to the reporter
unfinished-decision = the decision
unfinished-sent = the record of the sending
unfinished-formsent = the record of the paper's sending
unfinished-waive = the reason to waive the deadline
unfinished-unneeded = the reason why it is not needed
timeline-unfinished = { $name } had begun to write, not sent: { $dialogue }

form-resolve-cause =
    🔎 { $code }: <b>What was the cause?</b>
    One or two sentences. Example: <i>“The portal's admin password had leaked; a plugin was not patched.”</i>
form-resolve-cause-name = Cause
form-resolve-action =
    🛠 { $code }: <b>What was done?</b> The reporter will read this, so please write it plainly.
    Example: <i>“Removed the malware, changed the passwords, restored the site from the backup of 20 November.”</i>
form-resolve-action-name = Done
form-resolve-kind =
    🏷 { $code }: <b>Confirm the kind of incident</b> for the statistics. The green button is what it is now.
form-resolve-kind-name = Kind
form-resolve-helped =
    🤝 { $code }: <b>Who helped?</b> Press a button, or type the organisation's name.
    Example: <i>“the provincial telecom company”</i>.
form-resolve-helped-name = Help
form-resolve-helped-own = The team alone
form-resolve-helped-other = Another organisation
form-resolve-helped-national = National co-ordinator
form-resolve-helped-abroad = Somebody abroad
form-resolve-helper =
    🏢 { $code }: <b>Which organisation helped?</b>
    Type its name. Example: <i>“the provincial IT centre”</i>.
form-resolve-helper-name = Organisation
form-resolve-summary =
    <b>{ $code }: calling it solved. Look it over, then send:</b>

    { $answers }

    After that the reporter is asked whether it is solved for them.
form-resolve-done = ✔ <code>{ $code }</code> is recorded as solved. The reporter is asked; if it is not solved for them, it opens again.
form-resolve-closed = ✔ <code>{ $code }</code> is recorded as solved and closed.
form-resolve-cancelled = Cancelled. The incident stays open, and yours if you had taken it.
form-resolve-expired = ⌛ What you had not finished about a solved incident has expired and was erased. The incident is <b>still open</b>; press the button on its card again when you are ready.

# Not an incident, a duplicate, another body's

form-reject-outcome =
    🧭 { $code }: <b>What is your conclusion?</b>
    Press a button. The reporter always gets an answer with the reason.
form-reject-outcome-name = Conclusion
form-reject-outcome-not-incident = Not an incident
form-reject-outcome-duplicate = Duplicate of another
form-reject-outcome-referred = Belongs to another authority
form-reject-original =
    🔗 { $code }: <b>Which incident does it duplicate?</b>
    Type the code of an open incident. Example: <i>SC-2026-0012</i>
form-reject-original-name = Duplicate of
form-reject-reason =
    💬 { $code }: <b>The reason, in words for the reporter.</b> Polite and plain, with what they should do next.
    Example: <i>“This is an advertisement without malware. You can simply delete it.”</i>
form-reject-reason-name = Reason
form-reject-summary =
    <b>{ $code }: ending this report. Look it over, then send:</b>

    { $answers }

    The reporter is told at once and can ask for another look.
form-reject-done = ✔ <code>{ $code }</code> has ended: { $status }. The reporter was told.
form-reject-cancelled = Cancelled. The incident stays open.
form-reject-expired = ⌛ The conclusion you had not finished has expired and was erased. The incident is <b>still open</b>.
