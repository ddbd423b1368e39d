# The calendar: public holidays, days in lieu, swapped days, and the offer of a watch.

holiday-weekday-1 = Monday
holiday-weekday-2 = Tuesday
holiday-weekday-3 = Wednesday
holiday-weekday-4 = Thursday
holiday-weekday-5 = Friday
holiday-weekday-6 = Saturday
holiday-weekday-7 = Sunday
holiday-date = { $weekday } { date-whole }

## The list
holidays-coming =
    🗓 <b>Days off to come</b>
    { $lines }
holidays-year =
    { $estimated ->
        [yes] 🗓 <b>Days off in { $year }</b> (expected)
       *[no] 🗓 <b>Days off in { $year }</b>
    }
    { $lines }
holidays-worked = <b>Days worked instead</b>
holiday-period =
    { $estimated ->
        [yes]
            { $days ->
                [1] <b>{ $name }</b> (expected): { $first }
               *[other] <b>{ $name }</b> (expected): { $first } – { $last }, { $days } days
            }
       *[no]
            { $days ->
                [1] <b>{ $name }</b>: { $first }
               *[other] <b>{ $name }</b>: { $first } – { $last }, { $days } days
            }
    }
holiday-off = • { $date }: { $name }{ holiday-swapped }{ holiday-document }
holiday-worked = • { $date }: { $name }, worked{ holiday-swapped }{ holiday-document }
holiday-swapped =
    { $other ->
        [none] { "" }
       *[other] { " " }(swapped with { $other })
    }
holiday-document =
    { $document ->
        [none] { "" }
       *[other] { " " }[{ $document }]
    }
holiday-plain-work = • { $date }: an ordinary working day
holiday-plain-off = • { $date }: a weekend
holidays-note-estimated = <i>Expected: what the law lets expect; no official plan has been entered yet.</i>
holidays-note-admin = <i>Once there is a document, enter it:</i> <code>/holidays 11/02/2027 off Tết 1234/TB-BNV</code> <i>(off, work, or reset to take it back)</i>

## One day
holiday-day =
    🗓 <b>Calendar</b>
    { $lines }
holiday-set =
    ✅ Entered in the calendar.
    { $lines }
holiday-before =
    Entered before:
    { $before }
holiday-reset-sure =
    Take back what was entered for this day? The rule of the law will count again.
    { $what }
    Press a button, or type <code>{ $typed }</code>
holiday-reset-done =
    ↩ Taken back. Now:
    { $lines }
holiday-changed =
    🗓 { $by } has just changed the calendar. Now:
    { $now }
    If there is a watch around that day, look at it again.
button-holiday-reset = ↩ Take it back
button-holiday-reset-yes = Yes, take it back

refused-holidays-usage =
    Write <code>/holidays</code>, <code>/holidays 2027</code> or <code>/holidays 11/02/2027</code>.
    Administrators: <code>/holidays 11/02/2027 off Tết 1234/TB-BNV</code>, <code>work</code> instead of <code>off</code> for a day that is worked, or <code>/holidays 11/02/2027 reset</code>.
    Leads: <code>/holidays 11/02/2027 watch</code> starts a watch for that holiday, <code>nowatch</code> says that none is needed.
refused-no-such-day = There is no such day as { $written }. Please look at day, month and year again.
refused-holidays-year = The calendar has only the years from { $first } to { $last }.
refused-holiday-name = Say what the day is called as well, such as <code>/holidays 02/01/2026 off New Year 12729/VPCP-KGVX</code>
refused-holiday-long = Too long: at most { $name } characters for the name and { $document } for the document.
refused-holiday-not-entered = { $date }: nothing was entered for this day, so there is nothing to take back.
import-not-day = “{ $value }” is not a day; write it like 2027-02-11 or 11/02/2027

## The offer of a watch
holiday-offer =
    🗓 <b>A holiday is coming</b>
    { $period }
    There is no watch for it yet. Start one from { $first } to the end of { $last }?
    Press a button, or type <code>/holidays { $date } watch</code> (if none is needed: <code>nowatch</code>)
button-offer-yes = 🛡 Start a watch
button-offer-no = Not needed
toast-offer-taken = The watch is being planned.
holiday-offer-taken =
    🛡 { $by } is planning the watch for this holiday:
    { $period }
holiday-offer-declined =
    { $by } says that no watch is needed for this holiday:
    { $period }
    If one is needed after all, press “Start a watch” above.
holiday-offer-refused =
    Noted: no watch is needed for this holiday. You will not be asked again.
    { $period }
refused-offer-gone = { $date } is no longer part of a holiday: the calendar has changed. See <code>/holidays</code>.
refused-offer-past = The holiday { $name } is over.
refused-offer-watched = The holiday { $name } has the watch “{ $watch }” already.
refused-offer-declined = { $by } said at { $at } that no watch is needed for { $name }.
