# The incident's room: its playbook, statutory deadlines, seriousness.

## The playbook
card-playbook = 📋 Playbook: { $done }/{ $total } steps
button-playbook = 📋 Playbook
button-step = ☐ { $number }
button-phase-before = ⬅ { $phase }
button-phase-after = { $phase } ➡
phase-verifying = Receive and verify
phase-responding = First response
phase-containing = Contain
phase-removing = Remove
phase-recovering = Recover
phase-checking = Check
phase-wrapping-up = Wrap up
page-moved = ⤵ { $code }: see the newer copy below.
nudge-page = 👆 { $code }: the one in use is here.
playbook-head = 📋 <b>{ $code } · Playbook: { $name } · { $done }/{ $total }</b>
playbook-phase = <b>Phase { $number }/{ $total }: { $phase }</b>
playbook-open = ☐ <b>{ $number }. { $do }</b> <i>({ $by })</i>
playbook-done = ☑ { $number }. { $do } <i>({ $name }, { $at })</i>
playbook-skipped = ➖ { $number }. { $do }: does not apply, { $reason } <i>({ $name }, { $at })</i>
playbook-how = ↳ { $words }
playbook-never = ⛔ { $words }
playbook-by-team = the team
playbook-by-operator = the operator
playbook-by-lead = a lead
playbook-by-agency = the system’s owner
playbook-hint = <i>When a step is done press its number, or reply to this message: “done 3”. A step that does not apply: “skip 3 why”. Pressed by mistake: “not done 3”.</i>
playbook-whole = ✅ <b>Every step is settled.</b>
playbook-untaken = <i>Nobody has taken the incident yet, so nothing can be ticked. Once somebody does, this playbook stays as it is until the end.</i>
playbook-over = <i>The incident has ended; the playbook can only be read.</i>
toast-step = ☑ Noted: step { $number } is done.
toast-playbook = Now going by the playbook: { $name }.
steps-done = ☑ <b>{ $code }</b>: noted as done: { $steps }.
steps-skipped = ➖ <b>{ $code }</b>: noted as not applying: { $steps } ({ $reason }).
steps-reopened = ☐ <b>{ $code }</b>: open again: { $steps }.
which-playbook = Which playbook shall <b>{ $code }</b> go by? What was ticked in the old one stays in the log.
timeline-step-done = { $name } did step { $number }: { $what }
timeline-step-skipped = { $name } passed over step { $number } ({ $what })
timeline-step-reopened = { $name } took back the tick of step { $number }: { $what }
timeline-playbook-changed = { $name } changed the playbook: { $what }
refused-no-playbook = There is no playbook for the kind of { $code }.
refused-no-such-step = This playbook has { $most ->
        [one] { $most } step
       *[other] { $most } steps
    }; there is no step { $number }.
refused-step-settled = Step { $number } was settled by { $name } at { $at }.
refused-step-open = Nobody has settled step { $number }.
refused-step-not-yours = Step { $number } was settled by { $name }. Only they, the owner of the incident or a lead can take that back.
refused-old-playbook = { $code } goes by another playbook now. See it with <code>/playbook { $code }</code>
refused-same-playbook = { $code } goes by this playbook already.
refused-skip-why = Say why the step does not apply, for example <code>/playbook skip 4 there is no standby server</code>.
refused-playbook-usage =
    Send <code>/playbook</code> (with the code if there are several incidents) to see the playbook. In words:
    <code>/playbook done 3</code> · <code>/playbook skip 4 why</code> · <code>/playbook not done 3</code> · <code>/playbook change</code>

## Deadlines by law
card-deadline = ⏳ { $name }: { $left }
card-deadline-unsure = ⏳ { $name }: { $left } <i>⚠ not confirmed</i>
card-deadlines-more = ⏳ { $count ->
        [one] one more deadline
       *[other] { $count } more deadlines
    }, press “Deadlines”
left = { $left } left, until { $at }
left-overdue = <b>overdue</b> since { $at }
left-at-once = <b>at once</b>, counted from { $at }
button-deadlines = ⏳ Deadlines
button-sent = ✔ { $number }. Sent
button-sent-short = ✔ Sent
button-waive = ➖ { $number }. Does not apply
button-detected = 🕑 When detected
button-serious = ⚖ Seriousness
deadlines-head = ⏳ <b>{ $code } · Deadlines by law</b>
deadlines-as-reported = Counted from the report: { $at }. If it was detected earlier press “When detected”.
deadlines-detected = Detected at { $at }.
deadlines-none = No deadline runs yet. They begin when somebody takes the incident.
deadlines-foot = <i>A day is a calendar day; no holiday is added. Whoever sends enters number, day, channel and receipt: press the button, or type <code>/deadlines done 1</code>. A lead says what does not apply: <code>/deadlines skip 2 why</code>. The moment of detection: <code>/deadlines detected 07:30 22/11</code>.</i>
deadline-line = <b>{ $number }. { $name }</b>: { $left }
deadline-line-done-late = ✅ { $number }. { $name }: <b>sent { $late } late</b>
deadline-line-done = ✅ { $number }. { $name }
deadline-line-waived = ➖ { $number }. { $name }: does not apply, { $reason } <i>({ $by })</i>
deadline-to = ↳ To: { $to }
deadline-signed = ↳ A report: signed and stamped, or signed digitally.
deadline-unsigned = ↳ A notice: e-mail or message will do.
deadline-form = ↳ Form { $form } (Mẫu { $form })
deadline-basis = ↳ By: { $basis }
deadline-unconfirmed = ⚠ Nobody in the team has compared this with the law. Ask the standing body before you take it as binding.
deadline-confirmed = ↳ Compared with the law: { $by }
deadline-changed = ↳ Changed: { $changed }
deadline-sent = ↳ Sent at { $at }, { $channel }, number { $document }, receipt: { $receipt } <i>(entered by { $by })</i>
deadline-reminder = { $lines }
deadline-reminder-unsure =
    { $lines }

    <i>⚠ Some of this nobody in the team has compared with the law: see the page of deadlines.</i>
deadline-left = ⏳ <b>{ $code }</b>: { $name }, { $left } left, until <b>{ $at }</b>. To: { $to }.
deadline-overdue = 🔴 <b>{ $code }: overdue</b> since { $at }: { $name }. Send it now, then enter that it was sent. To: { $to }.
deadline-at-once = 🔴 <b>{ $code }</b>: { $name }. The law says <b>at once</b>, counted from { $at }. To: { $to }. Enter it when it is sent.
deadline-update = 📣 <b>{ $code }</b>: changed since it was reported: { $changed }. <b>Update the same receivers at once</b>: { $to }. Enter it when it is sent.
changed-kind = kind (now { $now })
changed-severity = severity (now { $now })
changed-serious-none = no longer proposed as serious
changed-serious-proposed = proposed as serious
changed-serious-decided = decided to be serious
changed-serious-ordinary = decided to be ordinary
changed-more = extent and effects, now also “{ $marks }”
changed-less = extent and effects, no longer “{ $marks }”
changed-status-open = worked on again, not over
changed-status-solved = solved
changed-status-not-incident = no incident after all
changed-status-duplicate = the same as another incident
changed-status-referred = passed to another authority
deadline-is-done = sent
deadline-is-waived = does not apply
form-lead-deadline = ⏳ <b>{ $name }</b>
form-sent-when =
    🕑 <b>When was it sent?</b>
    For example <i>07:30 22/11</i>. Without a day it is today.
form-sent-when-name = Sent
form-sent-when-now = Just now
form-sent-channel = 📮 <b>By which channel?</b> Press a button or type its name.
form-sent-channel-name = Channel
form-sent-channel-letter = Official letter
form-sent-channel-documents = Document exchange
form-sent-channel-mail = Official e-mail
form-sent-channel-fax = Fax
form-sent-channel-portal = National portal
form-sent-channel-phone = Telephone, text
form-sent-number =
    🔢 <b>The number of the document?</b>
    For example <i>12/BC-ĐƯCSC</i>. A notice without one: skip.
form-sent-number-name = Number
form-sent-receipt =
    🧾 <b>Who has confirmed it, when, under which number?</b>
    Keep the proof. If there is none yet: skip.
form-sent-receipt-name = Receipt
form-sent-summary =
    <b>Look it over and send:</b>

    { $answers }
form-sent-done = ✅ Noted: “{ $name }”, sent at { $at }.
form-sent-cancelled = Cancelled. The deadline still runs.
form-sent-expired = ⌛ What you had begun to enter has expired and is erased. The deadline <b>still runs</b>: /deadlines
form-waive-reason =
    ➖ <b>Why does it not apply?</b> The reason is kept in the log.
    For example <i>“The police report through their own channel.”</i>
form-waive-reason-name = Reason
form-waive-summary =
    <b>This deadline does not apply. Look it over and send:</b>

    { $answers }
form-waive-done = ➖ Noted as not applying: { $name }.
form-waive-cancelled = Cancelled. The deadline still runs.
form-waive-expired = ⌛ What you had begun to enter has expired and is erased. The deadline <b>still runs</b>: /deadlines
form-detected-at =
    🕑 { $code }: <b>When was it detected, to the minute?</b> Every deadline counts from it.
    For example <i>22:15 yesterday</i> or <i>07:30 22/11</i>
form-detected-at-name = Detected
form-detected-summary =
    <b>{ $code }: look it over and send:</b>

    { $answers }

    Then the deadlines are counted anew.
form-detected-done = 🕑 <b>{ $code }</b>: detected at { $at }. The deadlines are counted anew.
form-detected-cancelled = Cancelled. The deadlines stay as they are.
form-detected-expired = ⌛ What you had begun to enter has expired and is erased. The deadlines stay as they are.
timeline-detected = { $name } entered that it was detected at { $at }
timeline-deadline-done = { $name } entered as sent: { $what }
timeline-update-owed = Something changed after it was reported; an update is owed to: { $what }
timeline-deadline-waived = { $name } says this does not apply: { $what }
refused-no-such-deadline = This incident has { $most ->
        [one] { $most } deadline
       *[other] { $most } deadlines
    }; there is no number { $number }.
refused-deadline-settled = { $name }: { $state } ({ $by }, { $at }).
refused-deadline-dropped = { $name } is no longer due; there is nothing to enter.
refused-deadlines-usage =
    Send <code>/deadlines</code> (with the code if there are several incidents) to see the deadlines. In words:
    <code>/deadlines done 1</code> · <code>/deadlines skip 2 why</code> · <code>/deadlines detected 07:30 22/11</code>
refused-past-time = “{ $words }” is no clear moment. Write it like <code>07:30 22/11</code> or <code>22:15 yesterday</code>.
refused-before-start = I understand { $at }, which is before the time began to count ({ $start }). Nothing is entered and nothing of what you have answered is lost: write the right time. If the incident was detected earlier, correct that first: /deadlines
form-understood = “{ $words }”, understood as <b>{ $at }</b>
form-understood-pressed = <b>{ $at }</b>
refused-past-time-when = “{ $words }” is in the future, or too long ago. Write day and year too, like <code>07:30 22/11/2026</code>.

## Seriousness
serious-head = ⚖ <b>{ $code } · Seriousness</b>
serious-level = Level of the system in the register: { $level }
serious-a-holds = ☑ <b>Condition A holds</b>: a system of level 4 or 5, or of national importance, and at least one effect a–đ.
serious-a-lacks = ☐ <b>Condition A does not hold yet</b>: it needs a system of level 4 or 5, or of national importance, and one effect a–đ.
serious-b-holds = ☑ <b>Condition B holds</b>: its owner cannot handle it alone.
serious-b-lacks = ☐ <b>Condition B does not hold yet</b>: not marked as beyond own ability.
serious-may = Both conditions hold. The team <b>proposes</b>; the standing body decides.
serious-may-not = <i>The two conditions of QĐ 05/2017 do not hold yet. Press each line that is true of the incident; press again to take it back. Each may set deadlines running.</i>
serious-proposed = ⚖ <b>Proposed as serious</b>: { $name }, { $at }. Not decided yet.
serious-decided = ⚖ <b>SERIOUS INCIDENT</b> by decision of { $by }, { $at }{ $document }
serious-decided-ordinary = ⚖ Decided to be an ordinary incident: { $by }, { $at }{ $document }
serious-sure = The two conditions do not hold for <b>{ $code }</b>. Propose it as serious all the same? That sets the urgent deadlines running.
mark-level = System of level 4 or 5
mark-listed = System of national importance
mark-interrupted = a) Service interrupted
mark-secrets = b) Secret data may be disclosed
mark-integrity = c) Integrity lost, no restoring
mark-control = d) Control lost
mark-spread = đ) May spread or chain
mark-beyond = Beyond own ability (report at once)
mark-harm = Harm to security or order
mark-personal = Personal data leaked
mark-sensitive = Location or biometric data
mark-press = The press is asking
button-propose = 📣 Propose as serious
button-propose-sure = 📣 Propose all the same
button-withdraw = ↩ Take the proposal back
button-decision = 📄 Enter the decision
toast-marked = ☑ Marked; the deadlines that follow are running.
toast-unmarked = ☐ No longer marked.
toast-proposed = 📣 Noted as proposed. Send the written proposal now.
toast-withdrawn = ↩ The proposal is taken back.
form-decision-outcome = 📄 { $code }: <b>What was decided?</b>
form-decision-outcome-name = Decision
form-decision-outcome-serious = Serious
form-decision-outcome-ordinary = Ordinary
form-decision-by =
    👤 { $code }: <b>Who decided?</b> The body and who signed.
    For example <i>“Standing body, provincial police, Mr A”</i>.
form-decision-by-name = Decided by
form-decision-when =
    🕑 { $code }: <b>When was it decided?</b>
    For example <i>07:30 22/11</i>
form-decision-when-name = When
form-decision-when-now = Just now
form-decision-document = 🔢 { $code }: <b>The number of the document?</b> If it was by word of mouth: skip.
form-decision-document-name = Document
form-decision-summary =
    <b>{ $code }: the decision on its seriousness. Look it over and send:</b>

    { $answers }
form-decision-done = 📄 <b>{ $code }</b>: the decision of { $at } is entered.
form-decision-cancelled = Cancelled. No decision is entered.
form-decision-expired = ⌛ What you had begun to enter about the decision has expired and is erased.
timeline-marked = { $name } marked: { $mark }
timeline-unmarked = { $name } took back the mark: { $mark }
timeline-serious-proposed = { $name } proposed it as serious
timeline-serious-withdrawn = { $name } took the proposal back
timeline-decided-serious = { $name } entered the decision: serious
timeline-decided-ordinary = { $name } entered the decision: ordinary
refused-serious-decided = { $code } was decided already by { $by }.
refused-serious-proposed = { $name } has proposed { $code } as serious.
refused-serious-not-proposed = Nobody has proposed { $code } as serious.
