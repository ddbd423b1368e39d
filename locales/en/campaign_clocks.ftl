# Campaigns: refusals, news for the leads, and the reminders of every morning.

## What cannot be done
refused-no-such-campaign = There is no such campaign. Type /campaigns to see the list.
refused-campaign-which = Several campaigns fit. Please write the code, for example DY-2026-0007.
refused-campaign-not-draft = { $code } is no draft any more and cannot be changed.
refused-campaign-due = The deadline of { $code } is over or before its start. Please choose another.
refused-campaign-rollup = The second deadline of { $code } cannot be before the agencies’ one.
refused-campaign-not-proposed = { $code } does not wait for a confirmation any more.
refused-campaign-own = You have proposed { $code } yourself; somebody else must confirm it.
refused-campaign-not-due-to-open = { $code } cannot be opened: it is not confirmed, or its day has not come.
refused-campaign-not-open = { $code } is not open any more and takes no results.
refused-campaign-over = { $code } is over.
refused-campaign-nobody = { $code } would reach no agency and no system. Please choose another audience.
refused-no-such-obligation = There is no such obligation, or not in that period.
refused-turn-taken = “{ $name }” has a campaign for that period already.
refused-task-changed = Somebody else has just changed this task. Please open it again and try once more.
refused-no-such-ask = There is no such request or question.

## News for the leads and the team’s group
campaign-proposed =
    { $by ->
        [none] 📋 <b>It is time for: { $name }</b>
       *[other] 📋 <b>{ $by } proposes a campaign: { $name }</b>
    }
    Code { $code }, due { $due }, for { $agencies ->
        [one] one agency
       *[other] { $agencies } agencies
    }.{ $silent ->
        [0] { "" }
       *[other] { " " }{ $silent } of them cannot be reached.
    }
    It is sent once a lead confirms it.
campaign-confirmed = ✅ { $by } has confirmed { $code } “{ $name }”, due { $due }.
campaign-opened =
    📣 <b>{ $name }</b> ({ $code }) is open: { $given ->
        [one] one task
       *[other] { $given } tasks
    }, due { $due }.
campaign-missed = ⌛ { $code } “{ $name }” was due { $due } and never opened; it is not sent any more.
finding-no-contact =
    { $count ->
        [one] ☎️ <b>One agency owes something and nobody there can be reached</b>
       *[other] ☎️ <b>{ $count } agencies owe something and nobody there can be reached</b>
    }
    { $names }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
    They do not get what is asked of them. Please invite contact persons: /invite
button-campaign-page = 📋 Show the campaign

## Reminders: one message for each person
campaign-reminder = { $parts }
campaign-reminder-own =
    { $count ->
        [one] 🔔 <b>Your agency has one task to do</b>
       *[other] 🔔 <b>Your agency has { $count } tasks to do</b>
    }
    { $lines }{ campaign-reminder-more }
campaign-reminder-head =
    { $count ->
        [one] ⚠️ <b>The agency you head has one overdue task</b>
       *[other] ⚠️ <b>The agency you head has { $count } overdue tasks</b>
    }
    { $lines }{ campaign-reminder-more }{ $own ->
        [yes] { "" }
       *[no] { campaign-reminder-head-told }
    }
campaign-reminder-head-told =
    { "" }
    Its contact persons have been reminded. Please see to it.
campaign-reminder-closed = 🔒 <b>Closed, and your agency had not handed in:</b> { $names }{ $more ->
        [0] { "" }
       *[other] { "" } … and { $more } more
    }. If you still have a result, please talk to the team.
campaign-reminder-waiting =
    { $count ->
        [one] 🟢 <b>One result to accept</b>
       *[other] 🟢 <b>{ $count } results to accept</b>
    }
    { $lines }{ campaign-reminder-more }
campaign-reminder-waits =
    { $count ->
        [one] • { $name } ({ $code }): one result to accept
       *[other] • { $name } ({ $code }): { $count } results to accept
    }
campaign-reminder-leader =
    { $count ->
        [one] ⚠️ <b>One campaign has overdue agencies</b>
       *[other] ⚠️ <b>{ $count } campaigns have overdue agencies</b>
    }
    { $lines }{ campaign-reminder-more }
campaign-reminder-more =
    { $more ->
        [0] { "" }
       *[other] { "" }
            … and { $more } more
    }
campaign-reminder-line = • { $name }{ campaign-reminder-system }: { $when }{ campaign-reminder-returned }
campaign-reminder-system =
    { $system ->
        [none] { "" }
       *[other] { " " }({ $system })
    }
campaign-reminder-returned =
    { $returned ->
        [yes] { "" }, returned to be completed
       *[no] { "" }
    }
campaign-reminder-left =
    due { $due }, { $count ->
        [one] one day left
       *[other] { $count } days left
    }
campaign-reminder-today = <b>due today</b>
campaign-reminder-over =
    { $count ->
        [one] <b>one day overdue</b> (due { $due })
       *[other] <b>{ $count } days overdue</b> (due { $due })
    }
campaign-reminder-campaign =
    • { $name } ({ $code }): { $agencies ->
        [one] one agency
       *[other] { $agencies } agencies
    }, the oldest due { $due }
