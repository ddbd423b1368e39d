# Drills, related incidents, lessons learnt and improvements.

## Drills
drill-mark = 🎯 <b>DRILL</b>, not a real incident
drill-kind = DRILL · { $kind }
drill-paper = DRILL - NOT A REAL INCIDENT
brief-drill = DRILL
nudge-drill-on = 🎯 { $name } has marked { $code } as a <b>drill</b>. Work on it as if it were real; no deadline of the law runs.
nudge-drill-off = ⚠️ { $name } has marked { $code } as a <b>real incident</b>; it is no drill any more.
drill-on-done =
    🎯 <b>{ $code }</b> is a drill now: every message, card and paper says so. Deadlines of the law have stopped; statistics and form 05 leave it out.
    A mistake? <code>/drill { $code } off</code>
drill-off-done = ⚠️ <b>{ $code }</b> is a real incident now: deadlines of the law run from its detection, and statistics count it.
refused-drill-already = { $code } is marked as a drill already.
refused-no-drill = { $code } is a real incident, no drill.
refused-drill-usage =
    I do not understand. To mark a drill: <code>/drill SC-2026-0012</code>
    To mark it as real again: <code>/drill SC-2026-0012 off</code>
refused-original-drill = { $code } cannot be merged with { $original }: one is a drill, the other is real. If they are related, type <code>/link { $code } { $original }</code>
timeline-drill-on = { $name } marked it as a drill
timeline-drill-off = { $name } marked it as a real incident

## Related incidents
button-relate = 🔗 Related
button-unrelate = Not related
toast-related = Noted: related to { $other }; each is worked on by itself.
toast-unrelated = Not related to { $other } any more.
linked = 🔗 <b>{ $code }</b> and <b>{ $other }</b> are related now. Each is worked on by itself; card, log and case file of both say so.
unlinked = <b>{ $code }</b> and <b>{ $other }</b> are not related any more.
refused-link-itself = An incident cannot be related to itself. Give the other one's code: <code>/link { $code } SC-2026-0012</code>
refused-linked = { $code } and { $other } are related already.
refused-not-linked = { $code } and { $other } are not related.
refused-link-usage =
    Give the codes of both incidents: <code>/link SC-2026-0012 SC-2026-0015</code>
    In reply to a message about one of them, the other's code is enough. To take it back: <code>/unlink</code>
card-related = 🔗 Related to { $codes }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
fact-related = 🔗 Related: { $related }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
related-one = { $code } ({ $kind }, { $status })
timeline-linked = { $name } noted a related incident
timeline-unlinked = { $name } noted that it is not related
export-related = Related incidents: { $codes }

## Lessons learnt
aar-ordered = 🧾 Drafting what { $code } teaches, from its log. You will have it here in a moment.
aar-draft =
    🧾 <b>{ $code } · Lessons learnt, a draft</b>
    { $severity } · { $about }
    { $lines }

    <i>This is what the log shows; it judges nobody. Complete it in the Word file that follows, then give out what is to become better: who, by when.</i>
aar-part-course = <b>What happened</b>
aar-part-helped = <b>What helped</b>
aar-part-slowed = <b>What slowed us</b>
aar-part-improvements = <b>Improvements</b>
aar-nothing = • <i>The log shows nothing.</i>
aar-point = • { $point }
aar-more = • <i>and { $count } more, see the Word file</i>
aar-mark-reported = Reported
aar-mark-paged = People paged
aar-mark-taken = Taken
aar-mark-acted = First step of the work
aar-mark-contained = Contained
aar-mark-solved = Solved
aar-mark-closed = Closed
aar-mark = • { $what }: { $at } · { $name }
aar-mark-after = • { $what }: { $at } ({ $after } later) · { $name }
aar-mark-none = • { $what }: <i>not in the log</i>
aar-unnamed = nobody named
aar-paper = 🧾 { $code }: lessons learnt, to be completed by hand; causes, remarks and improvements are left open.
aar-not-made = ⚠️ The draft of lessons for { $code } could not be made. Try again: <code>/aar { $code }</code>
timeline-after-action = Lessons were drafted: { $people }
aar-taken-soon = { $name } took it after { $length }, before the next step of the ladder ({ $within })
aar-steps-done = The playbook was of use: { $count }/{ $total } steps settled
aar-roles-held = All { $count } roles were held early
aar-situation-told =
    { $count ->
        [one] One situation report, and none missed
       *[other] { $count } situation reports, none missed
    }
aar-alike = Like or related incidents were recognised: { $codes }
aar-clock-kept = In time: { $clock }
aar-unanswered =
    { $count ->
        [one] One step of the ladder without an answer within { $length }: { $names }
       *[other] { $count } steps of the ladder without an answer within { $length }: { $names }
    }
aar-nobody-on-duty = Nobody was on duty to be paged at { $at }
aar-unreachable = Not reached by Telegram: { $names }
aar-owner-silent = A silent owner had to be replaced: { $names }
aar-owner-left = The owner had to give it back midway: { $names }
aar-bring-unanswered = Called in without an answer: { $names }
aar-gap = { $length } without a step: from { $start } to { $end }
aar-gaps-more =
    { $count ->
        [one] and one shorter time without a step
       *[other] and { $count } shorter times without a step
    }
aar-situation-missed =
    { $count ->
        [one] One situation report that was asked for did not come
       *[other] { $count } situation reports that were asked for did not come
    }
aar-reporter-silent =
    { $count ->
        [one] One question to the reporter without an answer
       *[other] { $count } questions to the reporter without an answer
    }
aar-reopened =
    { $count ->
        [one] It had to be opened again once
       *[other] It had to be opened again { $count } times
    }
aar-steps-left = { $count }/{ $total } steps of the playbook are open or not ticked
aar-roles-empty =
    { $count ->
        [one] One role was empty at { $at }
       *[other] { $count } roles were empty at { $at }
    }
aar-clock-late = { $length } late: { $clock } (due { $due })
aar-clock-open = { $length } overdue and not entered as sent: { $clock } (due { $due })

## Lessons learnt on paper
aar-paper-title = LESSONS LEARNT
aar-paper-of = Incident { $code }
aar-paper-about = Kind: { $kind }. Severity: { $severity }. Place: { $where }.
aar-paper-summary = What was reported: { $words }
aar-paper-draft = Drafted by the bot from the log at { $at }; to be completed and corrected by owner and leads.
aar-paper-part-course = I. WHAT HAPPENED
aar-paper-part-helped = II. WHAT HELPED
aar-paper-part-slowed = III. WHAT SLOWED US
aar-paper-part-cause = IV. CAUSES
aar-paper-part-improvements = V. IMPROVEMENTS
aar-paper-part-word = VI. THE LEAD'S WORD
aar-paper-column-what = Mark
aar-paper-column-at = At
aar-paper-column-after = After the one before
aar-paper-column-who = Who
aar-paper-column-task = What
aar-paper-column-owner = Who
aar-paper-column-due = Due
aar-paper-column-state = Result
aar-paper-unknown = (not in the log)
aar-paper-nothing = The log shows nothing.
aar-paper-add = To be added:
aar-paper-cause = Cause, as entered when it was solved: { $words }
aar-paper-action = What was done: { $words }
aar-paper-why = Why it happened, and why it was not noticed earlier:

## Improvements
button-improve = ➕ Improvement
button-improved = ✔ Done
button-unneeded = Not needed
button-improved-number = ✔ { $number } done
button-unneeded-number = { $number } not needed
improvement-line-open = <b>{ $number }.</b> { $what } — { $name }, due { $due }
improvement-line-done = <b>{ $number }.</b> ✔ { $what } — done, says { $by } (due { $due })
improvement-line-dropped = <b>{ $number }.</b> ➖ { $what } — not needed: { $reason } ({ $by })
improvement-of = { $code } · { $line }
improvements-open =
    🔧 <b>Open improvements: { $count }</b>{ $overdue ->
        [0] {""}
       *[other] {" "}· ⏰ { $overdue } overdue
    }
    { $lines }

    <i>Type: /improvements done 3 · drop 3 why · give 3 Binh</i>
improvements-none = ✅ No improvement is open. To add one to an incident: <code>/improvements SC-2026-0012 add</code>
improvements-more = <i>and { $count } more</i>
improvement-day = { date-whole }
improvements-of =
    🔧 <b>{ $code } · Improvements</b>
    { $lines }
improvements-of-none = 🔧 <b>{ $code }</b> has no improvements yet.
improvement-yours =
    🔧 { $by } has given <b>you</b> something to make better after { $code }:
    <b>{ $number }.</b> { $what }
    Due: <b>{ $due }</b>. I will remind you 3 days before, in office hours.
improvement-gone = Improvement { $number } after { $code } ({ $what }) is { $name }'s now. You need not do anything more.
improvement-done = ✔ { $by } says that improvement { $number } after { $code } is <b>done</b>: { $what }
improvement-dropped =
    ➖ { $by } says that improvement { $number } after { $code } is <b>not needed</b>: { $what }
    Why: { $reason }
improvement-reminder =
    ⏳ Improvement { $number } after { $code }, due <b>{ $due }</b>:
    { $what }
improvement-overdue =
    ⏰ Improvement { $number } after { $code } is <b>overdue</b> ({ $due }):
    { $what }
    If it is done, press “Done”; if it is not needed, say why.
improvement-overdue-lead =
    ⏰ Improvement { $number } after { $code }, { $name }'s, is <b>overdue</b> ({ $due }):
    { $what }
    To give it to somebody else: <code>/improvements give { $number } name</code>
improvement-nobody =
    ⚠️ Nobody does improvement { $number } after { $code }: { $name } has left the team. Due { $due }:
    { $what }
    To give it to somebody else: <code>/improvements give { $number } name</code>
improvements-left =
    ⚠️ { $name } leaves the team and these improvements:
    { $lines }
    To give one to somebody else: <code>/improvements give 3 Binh</code>
improvement-left = <b>{ $number }.</b> { $code } · { $what } — due { $due }
improvement-is-open = open
improvement-is-done = done
improvement-is-dropped = not needed
improvement-noted = ✔ Noted: improvement { $number } after { $code } is done.
improvement-passed = Improvement { $number } after { $code } is { $name }'s now.
improvement-it = this
toast-improved = ✔ Noted: { $number } is done.
fact-improvements = 🔧 Improvements: { $count }, open { $open } (see /improvements)
refused-improvement-long = Write what is to be done in a sentence or two, at most { $most } characters.
refused-improvement-due = The day must be today or later, within two years. For example <code>30/11</code> or <code>30/11/2026</code>
refused-no-such-improvement = There is no improvement { $number }. The list: /improvements
refused-improvement-settled = Improvement { $number } is settled already: { $state } ({ $by }).
refused-improvement-usage =
    I do not understand. You can type:
    <code>/improvements</code> — all that are open
    <code>/improvements SC-2026-0012</code> — of one incident, <code>/improvements SC-2026-0012 add</code> — a new one
    <code>/improvements done 3</code> · <code>/improvements drop 3 why</code> · <code>/improvements give 3 Binh</code>
timeline-improvement-added = { $name } gave { $people } something to make better
timeline-improvement-given = An improvement passed to { $people }
timeline-improvement-done = { $name } finished an improvement
timeline-improvement-dropped = { $name } noted that an improvement is not needed
form-lead-improvement = 🔧 An improvement after <b>{ $code }</b>.
form-improvement-what = <b>What must be done so that it goes better next time?</b> One thing, and how one sees that it is done.
form-improvement-what-name = What
form-improvement-owner = <b>Who does it?</b> Press a name, or type a member's.
form-improvement-owner-name = Who
form-improvement-due = <b>By what day?</b> Press one, or type it: <i>30/11</i>
form-improvement-due-name = Due
form-improvement-summary =
    <b>An improvement. Look it over and send:</b>

    { $answers }
form-improvement-done = 🔧 Improvement { $number } after <b>{ $code }</b> is { $name }'s, due { $due }. I will remind before, on and after that day.
form-improvement-cancelled = Cancelled. Nobody was given anything.
form-improvement-expired = ⌛ The half-entered improvement has expired and was erased. Again: /improvements
form-lead-unneeded = ➖ Improvement { $number }: { $what }
form-unneeded-reason = <b>Why is it not needed?</b> Whoever gave it and the leads will see the reason.
form-unneeded-reason-name = Reason
form-unneeded-summary =
    <b>Not needed. Look it over and send:</b>

    { $answers }
form-unneeded-done = ➖ Noted: improvement { $number } is not needed ({ $what }).
form-unneeded-cancelled = Cancelled. The improvement is still open.
form-unneeded-expired = ⌛ The half-written reason has expired and was erased. The improvement is <b>still open</b>: /improvements

## In reports and statistics
report-drills = 🎯 Drills (not counted as incidents): <b>{ $count }</b>
report-say-drills =
    { $count ->
        [one] There was also one drill, which is not counted above.
       *[other] There were also { $count } drills, which are not counted above.
    }
stats-drills = 🎯 Drills, not counted above: <b>{ $count }</b>
stats-improvements = 🔧 Improvements: done in this time <b>{ $done }</b>, open <b>{ $open }</b>, of these overdue <b>{ $overdue }</b>
stats-paper-drills =
    { $count ->
        [one] There was also one drill, which is not counted.
       *[other] There were also { $count } drills, which are not counted.
    }
stats-sheet-drills = Drills (in no other line)
stats-sheet-improvements-open = Improvements open when this was made
stats-sheet-improvements-overdue = Of these overdue
stats-sheet-improvements-done = Improvements done in this time
stats-sheet-rule-drills = Drills are counted apart: neither as incidents, nor in times, pages and form 05.
mau-drills =
    { $count ->
        [one] 🎯 One drill is not in the table.
       *[other] 🎯 { $count } drills are not in the table.
    }
mau-note-drills =
    { $count ->
        [one] One drill is not counted.
       *[other] { $count } drills are not counted.
    }
