# The watch log: written, looked at, the checklist of a shift; reports of a watch; the duty sheet.

## Writing and looking
log-noted = 📝 Entered in the watch log. See it: /log
log-noted-shift = 📝 Entered in the watch log, shift { $post }. See it: /log
log-shown =
    📖 <b>Watch log</b>
    { $period }
    { $lines }
    { $page }
log-nothing =
    📖 <b>Watch log</b>
    { $period }
    Nothing yet. Write a line: <code>/log your words</code>
log-page = <i>Page { $number }/{ $count }</i>
log-day = <b>{ $day }</b>
log-line = <code>{ $clock }</code> { $what }
button-log-older = ◀ Older
button-log-newer = Newer ▶

## Line by line
log-note = 📝 { $name }: { $words }
log-note-file = 📎 { $name } sent a file { $file } { $words }
log-handover-note = 📝 { $name } to the next shift: { $words }
log-checked = ☑ { $name } checked: { $check }
log-checked-in =
    { $late ->
        [0] ✅ { $name } checked in ({ $post })
       *[other] ✅ { $name } checked in ({ $post }), { $late } min late
    }
log-stayed-on = ✅ { $name } goes on with the next shift ({ $post })
log-stood-in = 🔁 { $name } stands in for { $former } ({ $post })
log-came-back = 🔁 { $name } has come and takes { $post } back from { $former }
log-late = ⚠️ { $name } has not checked in ({ $post })
log-silent = ⚠️ { $name } did not answer “still there?” ({ $post })
log-known = { $name } knows that { $post } is missing
log-no-stand-in = { $name } cannot stand in ({ $post })
log-missed = ✖ { $name } did not come ({ $post })
log-still-there = { $name } is still there ({ $post })
log-unwatched = ⚠️ The bot was away; { $count ->
        [one] one shift passed
       *[other] { $count } shifts passed
    } without anybody being called
log-relieved = { $name } was relieved ({ $post })
log-signed = ✍️ { $name } signed the hand-over ({ $post })
log-handover-confirmed = ✍️ { $name } received the hand-over ({ $post })
log-handover-unsigned = ⏰ The hand-over of { $post } lacks a signature
log-confirmed = { $name } will be there ({ $post })
log-declined = { $name } can't be there ({ $post })
log-given = 🔁 { $post } changed hands: { $former } → { $to }
log-shift-filled = 🔁 { $name } filled a place ({ $post })
log-opening-asked = { $name } asks for somebody for the empty { $post }
log-opening-filled = 🔁 { $to } takes the empty { $post }
log-swap-asked = { $name } looks for somebody else ({ $post })
log-swap-taken = { $to } would take { $post }
log-swap-agreed = { $name } agrees that { $to } takes { $post }
log-swap-refused = { $name } does not agree that { $to } takes { $post }
log-swap-withdrawn = { $name } no longer looks for somebody else ({ $post })
log-swap-expired = The search for somebody else is over ({ $post })
log-gap-began = ⚠️ Nobody on the roster: { $posts }
log-gap-known = { $name } knows of the gap
log-unreached = ⚠️ { $name } cannot be reached on Telegram
log-test-pages = Test pages sent: { $count }
log-test-pages-over = Test pages: { $count }. Silent: { $names }
log-watch-planned = { $name } planned the watch
log-watch-published = { $name } published the roster
log-watch-cancelled = { $name } called the watch off
log-watch-ended = The watch is over
log-other = { $name }: { $kind }{ $why }
log-incident-received = 🆕 { $code } { $kind } · { $severity }
log-incident-paged = 📣 { $code }: paged { $people }
log-incident-page-refused = ⚠️ { $code }: { $name } could not be paged
log-incident-nobody-on-duty = ⚠️ { $code }: nobody on duty to page
log-incident-taken = ✋ { $code }: taken by { $name }
log-incident-assigned = 👉 { $code }: { $name } gave it to { $to }
log-incident-released = ↩️ { $code }: { $name } gave it back
log-incident-silent = ⏰ { $code }: { $name } did not answer
log-incident-resolved = ✔ { $code }: { $name } called it solved
log-incident-rejected = ✖ { $code }: { $status }
log-incident-closed = ✅ { $code }: closed
log-incident-reopened = ↩️ { $code }: its reporter says it is not solved
log-incident-taken-up = ↩️ { $code }: { $name } reopened it
log-incident-objected = ↩️ { $code }: its reporter asks to look again

## The checklist of a shift
checklist =
    ☑ <b>To be checked in this shift, { $post }</b>
    { $lines }
    Press what you have looked at (or type <code>/log check number</code>). Anything unusual: <code>/log your words</code>
checklist-whole =
    ☑ <b>Checked in this shift, { $post }: all</b>
    { $lines }
    Anything unusual: <code>/log your words</code>
checklist-open = ☐ { $number }. { $check }
checklist-done = ☑ { $check } ({ $name }, { $at })
button-tick = ☐ { $check }
toast-ticked = ☑ Entered: { $check }.

## Reports
report-daily =
    📊 <b>Daily report · { $watch }</b>
    { $period }
    { $lines }
report-interim =
    📊 <b>Report so far · { $watch }</b>
    { $period }
    { $lines }
report-final =
    📊 <b>Report on the whole watch · { $watch }</b>
    { $period }
    { $lines }
report-percent = { $whole }.{ $tenth } %
report-cover = 👥 Somebody was there: <b>{ $percent }</b> of the planned time
report-cover-none = 👥 No post had to be held in this time
report-gap = ⚠️ Nobody: { $post }, { $period } ({ $length })
report-gap-short = ⚠️ Too few ({ $stood } of { $asked }): { $post }, { $period } ({ $length })
report-more-gaps = … and { $count ->
        [one] one more gap
       *[other] { $count } more gaps
    }
report-arrivals = 🕑 Check-ins: <b>{ $ontime }</b> in time · <b>{ $late }</b> late · <b>{ $missed }</b> missed
report-pages = 📣 Pages sent: <b>{ $count }</b>
report-answers = ✋ From the call until somebody took it: median <b>{ $median }</b>, worst <b>{ $worst }</b>
report-untaken = ⚠️ Calls nobody has taken: <b>{ $count }</b>
report-no-incidents = ✅ No new incident.
report-incidents =
    { $rejected ->
        [0] 🆕 Incidents received: <b>{ $count }</b>
       *[other] 🆕 Incidents received: <b>{ $count }</b> ({ $rejected } of them no incident, a duplicate, or passed on)
    }
report-kind = • { $kind }: { $count }
report-severity = { $severity }: { $count }
report-severities = Severity: { $list }
report-none-open = ✅ No incident is open.
report-open = 📂 Open:
report-open-line = • <code>{ $code }</code> { $severity } · { $kind } · { $status } · { $owner }
report-more-open = … and { $count } more: /incidents
report-notes = 📝 Lines written in the watch log: <b>{ $count }</b>
report-unsigned =
    { $count ->
        [0] ✍️ Hand-overs: all signed
       *[other] ✍️ Hand-overs that lack a signature: <b>{ $count }</b>
    }
report-unsigned-line = • { $post }, the shift of { $name } that ended { $end }
report-changes = 🔁 Changes of the roster: <b>{ $count }</b>
report-paper-daily =
    📄 Daily report <b>{ $watch }</b>, for signature.
    { $period }
report-paper-interim =
    📄 Report so far <b>{ $watch }</b>, for signature.
    { $period }
report-paper-final =
    📄 Report on the whole watch <b>{ $watch }</b>, for signature.
    { $period }
report-not-made = ⚠️ The file of the report on { $watch } could not be made. The figures are kept: type /log report to try again, or tell an administrator.

## Reports on paper
report-title = REPORT
report-title-daily = One day on watch, { $watch }
report-title-interim = The watch so far, { $watch }
report-title-final = The watch { $watch }
report-time = Period: from { $start } to { $end }, { $zone }.
report-made-at = Figures as of { $at }.
report-part-watch = I. THE WATCH
report-part-calls = II. CALLS
report-part-incidents = III. INCIDENTS
report-part-days = IV. DAY BY DAY
report-part-roster = V. HAND-OVERS AND CHANGES OF THE ROSTER
report-part-word = VI. REMARKS AND PROPOSALS
report-say-cover = Somebody was there in { $percent } of the planned time.
report-say-cover-none = No post had to be held in this time.
report-say-no-gaps = No gap was longer than { $patience } minutes.
report-say-gaps = Times with too few people, longer than { $patience } minutes:
report-say-arrivals = Check-ins: { $ontime } in time, { $late } late, { $missed } missed.
report-say-notes = People on watch wrote { $count ->
        [one] one line
       *[other] { $count } lines
    } in the watch log.
report-say-pages = Pages sent: { $count }.
report-say-answers = Calls: { $calls }; taken: { $taken }. Time until somebody took it: median { $median }, worst { $worst }.
report-say-no-answers = Calls: { $calls }; none has been taken yet.
report-say-no-calls = Nobody had to be called.
report-say-incidents = Incidents received: { $count }; { $rejected } of them turned out to be no incident, a duplicate, or were passed on.
report-say-no-incidents = No incident was received.
report-say-open = Open when this report was made:
report-say-more-open = The list names only { $count ->
        [one] the newest incident
       *[other] the { $count } newest incidents
    }.
report-say-none-open = No incident was open when this report was made.
report-say-signed = Every hand-over was signed by both.
report-say-unsigned = Hand-overs that lack a signature:
report-say-unsigned-line = { $post }, the shift of { $name } that ended { $end }
report-say-no-changes = The roster did not change.
report-say-changes = Changes of the roster:
report-chart = Incidents and time until they were taken, day by day
report-chart-incidents = Incidents received
report-chart-answers = Time until somebody took it (minutes)
report-chart-median = median
report-chart-worst = worst
report-chart-none = None
report-column-post = Post
report-column-time = Time
report-column-length = Length
report-column-stood = There
report-column-kind = Kind of incident
report-column-sum = Total
report-column-code = Code
report-column-severity = Severity
report-column-place = Place
report-column-status = Status
report-column-owner = Owner
report-column-day = Day
report-column-arrivals = Check-ins in time / late / missed
report-column-cover = Covered
report-column-incidents = Incidents
report-column-pages = Pages
report-column-median = Taken after (median)
report-column-worst = Taken after (worst)
report-short-hours = { $hours } h { $minutes } min
report-short-minutes = { $minutes } min
report-short-seconds = { $seconds } s

## The duty sheet
sheet-begun = 📊 The duty sheet is being made; the bot sends it to you in private.
sheet-made =
    📊 <b>Duty sheet</b> · { $title }
    { $period }
    Only time with a check-in counts. A shift without one is shown as planned.
sheet-of-period = of a period
sheet-not-made = ⚠️ The duty sheet could not be made. Try again: /log sheet
sheet-title = DUTY SHEET
sheet-people = Summary
sheet-shifts = Shifts
sheet-rules = How it is counted
sheet-period = From { $start } to { $end } · { $zone }
sheet-no = No.
sheet-name = Name
sheet-agency = Agency
sheet-planned-shifts = Shifts planned
sheet-planned-hours = Hours planned
sheet-stood-shifts = Shifts stood
sheet-hours = Hours stood
sheet-night = Of these at night
sheet-holiday = Of these on holidays
sheet-call-outs = Call-outs
sheet-total = TOTAL
sheet-day = Day
sheet-shift = Shift
sheet-post = Post
sheet-came = Came
sheet-left = Left
sheet-remark = Remark
sheet-remark-missed = no check-in, only planned
sheet-remark-ahead = still ahead
sheet-remark-running = on watch, counted so far
sheet-remark-for = stood in for { $name }
sheet-remark-longer = stayed until relieved
sheet-remark-unproven = end not proven (the bot was away when the shift ended)
sheet-author = DRAWN UP BY
sheet-rule-stood = Hours stood are counted from the check-in (not before the shift begins) to the end of the shift, or until relief came where somebody had to stay.
sheet-rule-missed = A shift without a check-in has planned figures only and no hours stood.
sheet-rule-night = Night: from { $start } to { $end }.
sheet-rule-holiday = Holiday hours are those on public holidays, days in lieu and swapped days off included; weekends do not count. Night and holiday hours are parts of the hours stood and may overlap.
sheet-rule-twice = Somebody at two posts at once is counted once in the summary.
sheet-rule-call-outs = A call-out is an incident that somebody was called to and took outside of their own shifts.
sheet-rule-whole = A shift belongs to the period in which it begins, as a whole.

## Refusals
refused-log-empty = Write your words after the command, such as <code>/log server room looked at, nothing unusual</code>.
refused-log-long = A line of the log has { $most } characters at most. Write several lines.
refused-log-ahead = This day is still to come; the log has nothing of it.
refused-log-period = Write a period that runs forward and is no longer than a year, such as <code>/log sheet 1/9-30/9</code>.
refused-no-checks = The team has no checklist for a shift.
refused-check-nobody = You are not on watch. Check in first: /checkin
refused-check-post = { $post } has no checklist. To write into the log send /log with your words.
refused-check-gone = This is no longer on the checklist. See it: /log check
refused-check-not-yours = This is the shift of { $name }. Only whoever stands it, or a team lead, can tick.
refused-check-not-standing = Nobody has checked in to this shift, or it is over.
refused-check-done = { $check }: { $name } checked it at { $at }.
refused-no-watch-begun = No watch has begun yet. All watches: /watch
refused-watch-not-begun = The watch { $name } is not published, or has not begun.
