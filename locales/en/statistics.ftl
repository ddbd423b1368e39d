# Statistics (/stats): the figures of some days, the report of a month, Mẫu 05.

## Days
span-date = { $day }/{ $month }/{ $year }
span-day = { $date }
span-from-to = { $first } – { $last }
span-days = { $first } – { $last }
span-week = week of { $first } – { $last }
span-month = { $number }/{ $year }
span-quarter = quarter { $number }/{ $year }
span-half =
    { $number ->
        [1] first half of { $year }
       *[other] second half of { $year }
    }
span-year = { $year }
span-months = first { $number } months of { $year }
refused-span =
    I do not know which days “{ $written }” are. Write for example <code>/stats this week</code>, <code>/stats september</code>,
    <code>/stats q3</code>, <code>/stats first half</code>, <code>/stats 2026</code>, <code>/stats 1/9-30/9</code>.
refused-span-ahead = These days are still to come: there are no figures yet.
refused-span-long = The days must run forward, and be no more than a year.

## /stats
stats-begun = 📊 Counting { $span }; you will get it in private in a moment.
stats-report-begun = 📝 Making the report of { $span } for signature; you will get it in private.
stats-not-made = ⚠️ The figures of { $span } could not be made. Nothing is lost: send the command again, or tell your administrator.
stats-figures =
    📊 <b>Statistics, { $span }</b>
    { $lines }
stats-until = <i>So far, to the end of { $date }</i>
stats-against = <i>In brackets: as many days of the period before, { $before }</i>
stats-nothing = ✅ No incident was reported and nobody was paged in this time.
stats-nothing-before = There were { $count } in the period before.
stats-incidents = 📥 Incidents reported: <b>{ $count }</b> (before: { $before })
stats-taken = ✋ From report to taken: { $times }
stats-taken-before = ✋ From report to taken: { $times } (median before: { $before })
stats-solved = 🛠 From taken to solved: { $times }
stats-solved-before = 🛠 From taken to solved: { $times } (median before: { $before })
stats-times = median <b>{ $median }</b>, 9 in 10 within <b>{ $ninth }</b>
stats-times-few = median <b>{ $median }</b>, longest <b>{ $worst }</b>
stats-times-one = <b>{ $length }</b> (once)
stats-times-none = none so far
stats-kept = ⏱ Taken before the next people had to be paged:
stats-kept-line = • { $severity } (within { $within }): <b>{ $share }</b>
stats-share = { $part }/{ $whole } ({ $percent } %)
stats-share-few = { $part }/{ $whole }
stats-rejected = 🚫 No incident: { $false } · duplicate: { $twice } · another authority’s: { $referred }
stats-reopened = ↩️ Opened again: { $count }
stats-kinds = 🏷 Kinds: { $list }
stats-agencies = 🏢 Agencies: { $list }
stats-sources = 👤 Reported by: { $list }
stats-count = { $name } ({ $count })
stats-others = others
stats-source-citizen = citizens
stats-source-staff = staff of agencies
stats-source-team = the team
stats-source-anonymous = anonymous
stats-source-unknown = unknown
stats-busiest = 🕑 Most at { $start }–{ $end } h, and on { $weekday }
stats-pages = 📣 Pages: <b>{ $count }</b>, { $night } by night (before: { $before })
stats-called = { $name } ({ $count }, { $night } by night)
stats-called-most = Paged most: { $list }
stats-picture = 📊 Charts, { $span }
stats-sheet = 📄 All figures, { $span }: by kind, agency, hour, weekday, who was paged, and how it was counted.

## The picture
stats-chart-title = Statistics, { $span }
stats-chart-kinds = Incidents by kind
stats-chart-taken = Median until taken
stats-chart-kept = Taken in time (dark: in time)
stats-chart-hours = Incidents by time of day
stats-chart-hour = { $start }–{ $end } h
stats-chart-people = Pages by person (dark: by night)
stats-chart-night = { $count } ({ $night } by night)

## The workbook
stats-sheet-summary = Summary
stats-sheet-kinds = Kinds
stats-sheet-severities = Severities
stats-sheet-agencies = Agencies
stats-sheet-sources = Reported by
stats-sheet-hours = Hours
stats-sheet-weekdays = Weekdays
stats-sheet-kept = Taken in time
stats-sheet-people = Who was paged
stats-sheet-rules = How it is counted
stats-sheet-no-agency = (agency unknown)
stats-sheet-made-at = Counted at
stats-sheet-incidents = Incidents reported
stats-sheet-false = No incident
stats-sheet-twice = Duplicate
stats-sheet-referred = Another authority’s
stats-sheet-reopened = Opened again
stats-sheet-pages = Pages
stats-sheet-night = of these by night
stats-sheet-column-name = Name
stats-sheet-column-incidents = Incidents
stats-sheet-column-taken = Taken
stats-sheet-column-taken-mean = Until taken: mean (minutes)
stats-sheet-column-taken-median = Until taken: median (minutes)
stats-sheet-column-taken-ninth = Until taken: 9 in 10 within (minutes)
stats-sheet-column-taken-worst = Until taken: longest (minutes)
stats-sheet-column-solved = Solved
stats-sheet-column-solved-mean = Until solved: mean (hours)
stats-sheet-column-solved-median = Until solved: median (hours)
stats-sheet-column-solved-ninth = Until solved: 9 in 10 within (hours)
stats-sheet-column-solved-worst = Until solved: longest (hours)
stats-sheet-column-severity = Severity
stats-sheet-column-within = To be taken within (minutes)
stats-sheet-column-asked = To be taken
stats-sheet-column-kept = Taken in time
stats-sheet-column-person = Person
stats-sheet-column-pages = Pages
stats-sheet-column-night = By night
stats-sheet-rule-received = An incident belongs to the days on which it was reported, even when it ended later.
stats-sheet-rule-taken = Until taken: from the report until the first person took it, whoever had it later.
stats-sheet-rule-solved = Until solved: from the first taking until it was last called solved; one that was opened again counts until the later time.
stats-sheet-rule-ninth = Median: half were faster, half slower. “9 in 10 within”: of every ten, nine took no longer than this.
stats-sheet-rule-kept = In time: taken before the ladder paged its second step (as the catalog and the severity are now); only kinds that page, without those that may still be in time.
stats-sheet-rule-pages = Pages: those that went out to each person, at the time they were sent; by night is the team’s own night.
stats-sheet-rule-before = The period before is the one of the same sort just before; one that still runs is compared with as many of its first days.
stats-sheet-rule-few = Fewer than 10 are told as numbers, never as per cent.
stats-sheet-rule-rejected = Reports that were no incident, a duplicate or another authority’s count as reported, and not in the time until solved.

## The report of a month
stats-report =
    📝 <b>The report of { $span } is ready to be signed</b>
    Incidents reported: <b>{ $count }</b>. Please look it through, add your remarks and sign.
stats-paper = 📝 Report of { $span }: number, day, remarks and signature are left blank.
stats-paper-title = REPORT
stats-paper-of = Incidents received and worked on, { $span }
stats-paper-time = Days: { $days }; compared with { $before }. Figures as of { $at }.
stats-paper-part-received = I. INCIDENTS RECEIVED
stats-paper-part-work = II. WORK ON THEM
stats-paper-part-pages = III. PAGES
stats-paper-part-word = IV. REMARKS AND PROPOSALS
stats-paper-nothing = No incident was received (before: { $before }).
stats-paper-received = { $count ->
        [one] One incident was
       *[other] { $count } incidents were
    } received (before: { $before }).
stats-paper-ended = Closed: { $closed }; being worked on or waiting for confirmation: { $open }; no incident: { $false }; duplicate: { $twice }; another authority’s: { $referred }; opened again: { $reopened }.
stats-paper-kinds = By kind (times are medians):
stats-paper-agencies = By agency:
stats-paper-taken = From report to taken: { $times }.
stats-paper-solved = From taken to solved: { $times }.
stats-paper-kept = Taken before the next step had to be paged:
stats-paper-no-pages = Nobody had to be paged.
stats-paper-pages = { $count ->
        [one] One page went out
       *[other] { $count } pages went out
    } (by night: { $night }; before: { $before }).
stats-paper-chart = Chart: kinds, time until taken, taken in time, time of day
stats-paper-column-kind = Kind
stats-paper-column-count = Incidents
stats-paper-column-before = Before
stats-paper-column-taken = Until taken
stats-paper-column-solved = Until solved
stats-paper-column-agency = Agency
stats-paper-column-severity = Severity
stats-paper-column-within = To be taken within
stats-paper-column-kept = Taken in time
stats-paper-column-person = Person
stats-paper-column-pages = Pages
stats-paper-column-night = By night

## Form 05
mau-made =
    📝 <b>Form 05 (Mẫu 05), { $span }: draft</b>
    { $lines }
mau-deadline = ⏰ To be sent by <b>{ $date }</b> at the latest (Thông tư 20/2017/TT-BTTTT). Whoever may sign it signs and sends it.
mau-counted = Incidents in the table: <b>{ $count }</b>
mau-unsaid = • { $count ->
        [one] one does not say
       *[other] { $count } do not say
    } whose help it took (not solved yet, or the question was passed over)
mau-unestimated = • { $count ->
        [one] one has no
       *[other] { $count } have no
    } estimated loss: enter it with <code>/loss code amount</code>, then have a new version made: <code>/form 05</code>
mau-apart = • { $count ->
        [one] one is of a kind
       *[other] { $count } are of kinds
    } without a row in form 05, named in the notes
mau-named = Form 05, { $span }
button-mau-write = 📝 Make form 05
mau-table = 📄 The table of form 05, { $span }
mau-sheet = Form 05
mau-title = SUMMARY REPORT
mau-of-half = on incidents of network information security, { $span }
mau-of-year = on incidents of network information security, { $span }
mau-of-other = on incidents of network information security (ad hoc), { $span }
mau-period = Figures of { $days } (counted at { $at })
mau-column-no = No.
mau-column-kind = Kind of incident
mau-column-incidents = Incidents
mau-column-alone = Handled alone
mau-column-others = With help of another organisation
mau-column-abroad = With help from abroad
mau-column-national = VNCERT asked for help
mau-column-loss = Estimated loss (VND)
mau-row-1 = Denial of service
mau-row-2 = Spoofing, phishing
mau-row-3 = Malware
mau-row-4 = Unauthorised access, takeover
mau-row-5 = Defacement
mau-row-6 = Encryption of software, data, devices
mau-row-7 = Sabotage of information, data, software
mau-row-8 = Eavesdropping, espionage, theft of information or data
mau-row-9 = Combined attack of several forms
mau-row-10 = Other forms of attack
mau-total = Total
mau-no-loss = not estimated
mau-note-unsaid = { $count ->
        [one] One incident does not say whether it was
       *[other] { $count } incidents do not say whether they were
    } handled alone or with help (still open, or not entered).
mau-note-loss = { $count ->
        [one] One incident has
       *[other] { $count } incidents have
    } no estimated loss; the amounts are only what has been estimated.
mau-note-apart = Not in the table, since form 05 has no row for them: { $names }.

## /loss
loss-after =
    { $done }
    💰 If the loss can be estimated, enter it: <code>/loss { $code } 50 million</code>
button-no-loss = No loss
loss-noted = 💰 Entered for { $code }: an estimated loss of { $amount } VND.
loss-none = 💰 Entered: { $code } has cost nothing.
refused-loss = Write the incident’s code and the amount, such as <code>/loss SC-2026-0012 50 million</code> or <code>/loss SC-2026-0012 1.2 billion</code>; <code>0</code> if there was none.
refused-loss-open = { $code } is not solved yet; its loss can be estimated then.
