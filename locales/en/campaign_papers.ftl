# The papers of campaigns: board, plan of the year, sheet of answers, report ready for signature.

## How far somebody is
mark-done = Handed in
mark-done-letter = H
mark-late = Handed in late
mark-late-letter = L
mark-exempt = Not applicable
mark-exempt-letter = N
mark-returned = To be corrected
mark-returned-letter = R
mark-started = In hand
mark-started-letter = S
mark-opened = Seen
mark-opened-letter = O
mark-silent = Not seen
mark-silent-letter = X
mark-unreachable = No contact person
mark-unreachable-letter = 0

## The board
board-deadline = { $code } · Agencies’ deadline: end of { $due }
board-rollup = Roll-up: end of { $day }
board-progress = { $finished } of { $asked } handed in ({ $percent } %)
board-overdue = Overdue: { $count }
board-of = { $finished }/{ $asked }
board-days = +{ $days } d
board-no-group = Other agencies

## The sheet of answers
answers-page = Answers
answers-title = ANSWERS
answers-table = League table
answers-progress = Tasks handed in: { $finished } of { $asked }
answers-no = No.
answers-agency = Agency
answers-group = Group
answers-mark = Progress
answers-due = Deadline
answers-done = Handed in at
answers-part = { $question }: count
answers-of = { $question }: of
answers-reason = Reason
answers-contacts = Contact persons
answers-sum = Total (of those handed in)
answers-say-yes = Yes
answers-say-no = No
answers-yes-no = Yes: { $yes }; no: { $no }
answers-answered = { $count ->
        [one] one answer
       *[other] { $count } answers
    }
answers-rank = Rank
answers-asked = Due so far
answers-on-time = On time
answers-late = Handed in late
answers-owed = Overdue
answers-early = Days early (mean)
league-title = LEAGUE TABLE OF THE AGENCIES · { $first } – { $last }
league-counted = { $campaigns ->
        [one] one campaign
       *[other] { $campaigns } campaigns
    }, { $asked ->
        [one] one task
       *[other] { $asked } tasks
    } due by now
league-share = On time (%)

## The roll-up, ready for signature
rollup-title = REPORT
rollup-of = Results of { $name }
rollup-to = To: { $receiver }
rollup-basis = On the basis of: { $basis }.
rollup-part-course = I. Course
rollup-part-results = II. Results
rollup-part-missing = III. Agencies that have not reported, or late
rollup-part-found = IV. Findings
rollup-part-word = V. Remarks, proposals
rollup-say-opened = Campaign { $code } was sent on { $day }, tasks given to agencies: { $count }; reports were due by the end of { $due }.
rollup-say-made = Figures as of { $at }.
rollup-say-finished =
    { $late ->
        [0] Tasks handed in: { $finished } of { $asked } ({ $percent }), all of them in time.
       *[other] Tasks handed in: { $finished } of { $asked } ({ $percent }), { $late } of them late.
    }
rollup-say-sums = Totals of { $count ->
        [one] the one report received
       *[other] the { $count } reports received
    }:
rollup-say-more = … and { $count } more in the sheet of answers that goes with this.
rollup-say-none-missing = No report is missing.
rollup-say-missing = Tasks not handed in: { $count }.
rollup-say-late = Tasks handed in late: { $count }.
rollup-say-exempt = Tasks that do not apply, as the agencies say: { $count }.
rollup-say-none-found = Nothing was found.
rollup-chart = Progress by group of agencies
rollup-sum = Total
rollup-sum-of = { NUMBER($total, useGrouping: 1) } of { NUMBER($whole, useGrouping: 1) }
rollup-sum-number = { NUMBER($total, useGrouping: 1) }
rollup-sum-dates = from { $first } to { $last }
rollup-column-no = No.
rollup-column-group = Group
rollup-column-asked = Asked
rollup-column-finished = Done
rollup-column-late = Of them late
rollup-column-exempt = Not applicable
rollup-column-open = Open
rollup-column-share = Share
rollup-column-question = Question
rollup-column-sum = Total
rollup-column-agency = Agency
rollup-column-due = Deadline
rollup-column-done = Done on
rollup-column-mark = Progress
rollup-column-contacts = Contact persons
rollup-column-finding = Finding

## The plan of twelve months
plan-title = PLAN OF CAMPAIGNS { $first } – { $last }
plan-duty = Duty
plan-nothing = No campaign in the next 12 months
plan-legend-planned = planned
plan-legend-open = running
plan-legend-due = agencies’ last day
plan-legend-rollup = last day of the roll-up
plan-legend-today = today
plan-calendar = Deadlines of campaigns
plan-event-due = Agencies’ deadline: { $name }
plan-event-rollup = Roll-up: { $name }
plan-event-from = It begins on { $day }.

## Findings
rollup-finding-no-contact = No contact person can be reached by Telegram.
rollup-finding-silent = Has not answered at all since it was asked.
rollup-finding-takeover = A weakness allows a takeover; incident { $code } was opened and a hunt was asked for.
rollup-finding-never-scanned = The system { $system } has never been scanned.
rollup-finding-backup-rule =
    { $gap ->
        [copies] Copies of the data: { $found }; at least { $wanted } are needed.
        [media] Kinds of media: { $found }; at least { $wanted } are needed.
        [offline] There is no copy that is offline.
        [untested] A restore was never tried.
        [test-old] The last restore was tried on { $found }; it must be tried within { $wanted } days.
       *[slow] A restore takes { $found } hours; at most { $wanted } are allowed.
    }
rollup-finding-other = Something else: { $kind }

## What comes with the papers
board-made = 📊 Board: <b>{ $name }</b>
answers-made = 📋 The answers of each agency: <b>{ $name }</b>
board-not-made = ⚠️ The file of campaign { $code } ({ $name }) could not be made. The figures are safe; please try again later, or tell an administrator.
rollup-made =
    📄 Roll-up <b>{ $name }</b> ({ $code }), ready for signature.
    Number, date and signature are left blank.
rollup-remade =
    📄 Roll-up <b>{ $name }</b> ({ $code }), made anew from the latest answers.
    It replaces the one before.
plan-made = 🗓 The campaigns of the next 12 months
plan-file-made = 📅 The deadlines of the campaigns of the next 12 months. Open the file to add them to your calendar.
plan-not-made = ⚠️ The file with the plan could not be made. Please try again later, or tell an administrator.

## What follows from an answer
outcome-takeover =
    🚨 <b>{ $agency }</b> reports a weakness that allows a takeover ({ $name }).
    Incident <code>{ $incident }</code> was opened to repair it, and hunt <code>{ $hunt }</code>: both at once, neither waits for the other.
