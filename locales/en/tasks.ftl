# What agencies are asked to do: the card of an assignment, answers, more time, questions, reminders.

## The list
tasks-none = ✅ There is nothing your agency has to do. The bot writes at once when something new is asked.
tasks-list =
    📋 <b>Tasks of { $agency }</b>: { $count } to do
    { $lines }

    <i>Press a task to see it and do it, or type /tasks with its number, as in <code>/tasks { $first }</code>.</i>
tasks-list-done =
    ✅ <b>Tasks of { $agency }</b>: nothing is left to do.
    { $lines }

    <i>What was handed in can be corrected until the team has accepted it.</i>
tasks-heading-done = <b>Handed in</b>
tasks-heading-closed = <b>The campaign is closed, nothing was handed in</b>
tasks-list-closed =
    🔒 <b>Tasks of { $agency }</b>: nothing can be handed in any more; { $closed } not handed in before the campaign closed.
    { $lines }

    <i>Nothing can be handed in once a campaign is closed. If you still have a result, please talk to the team.</i>
tasks-more =
    { $count ->
        [one] … and one more
       *[other] … and { $count } more
    }
task-line =
    { $mark } №{ $number } <b>{ $name }</b>
    ↳ { $system }{ $due } · { $state }
task-line-done =
    { $mark } №{ $number } <b>{ $name }</b>
    ↳ { $system }{ $state }
button-task = { $mark } №{ $number } { $name }
task-about-system = { $agency }, system { $system }
task-day =
    { $year ->
        [none] { $day }
       *[other] { $day } { $year }
    }

## Deadline and state
task-due-left =
    { $count ->
        [one] due by the end of { $day } (tomorrow)
       *[other] due by the end of { $day } ({ $count } days left)
    }
task-due-today = <b>due today</b>, { $day }
task-due-over =
    { $count ->
        [one] <b>one day overdue</b> (was due { $day })
       *[other] <b>{ $count } days overdue</b> (was due { $day })
    }
task-due-day = due { $day }
task-due-extended = { $due }, extended
task-state-assigned = not begun
task-state-assigned-over = not begun
task-state-started = under way
task-state-started-over = under way
task-state-returned = to be done again
task-state-returned-over = to be done again
task-state-done = handed in, to be accepted
task-state-done-late = handed in late, to be accepted
task-state-not-applicable = said not to apply, to be accepted
task-state-not-applicable-late = said not to apply, to be accepted
task-state-accepted = ✅ accepted by the team
task-state-cancelled = 🚫 called off by the team, nothing is to be done any more
task-state-closed-done = 🔒 the campaign is closed, you have handed in
task-state-closed-missing = 🔒 the campaign is closed, nothing was handed in
task-state-by = { $state } (by { $name } at { $at })

## The card
task-card =
    📋 <b>{ $name }</b>
    { $code } · task №{ $number } · { $about }
    ⏳ { $due }
    State: { $state }{ $news }{ $body }{ $basis }{ $asked }{ $hint }
task-body =
    { "" }

    { $words }
task-basis =
    { "" }

    <i>Basis: { $basis }</i>
task-asked =
    { "" }

    { $count ->
        [one] ✍️ When it is done, press “Done” and answer one short question.
       *[other] ✍️ When it is done, press “Done” and answer { $count } short questions.
    }
task-asked-again =
    { "" }

    ✍️ Press “Correct it”: { $count ->
        [one] your answer is still there; change it
       *[other] your { $count } answers are still there; change what is wrong
    } and send it again.
task-asked-evidence =
    { $asked }
    📎 Evidence: { $evidence }
task-hint =
    { "" }

    <i>Press a button, or type <code>/tasks { $number } start</code>, <code>done</code>, <code>no</code> with the reason, <code>more 30/6</code> with the reason, <code>ask</code> with your question.</i>
task-news =
    { "" }
    { $lines }
task-hint-done =
    { "" }

    <i>Press a button, or type <code>/tasks { $number } correct</code> to correct it, <code>ask</code> with your question.</i>
task-hint-returned =
    { "" }

    <i>Press a button, or type <code>/tasks { $number } correct</code>, <code>more 30/6</code> with the reason, <code>ask</code> with your question.</i>
task-returned-why =
    ↩️ <b>Reason:</b> { $reason }
task-not-why =
    Why it does not apply: { $reason }
task-news-more =
    ⏳ More time was asked for, until the end of { $day }; the team has not answered yet.
task-news-question =
    💬 You asked: { $words }
    The team has not answered yet.
task-answers =
    📄 <b>{ $name }</b> · { $about }
    { $lines }
task-files =
    { $count ->
        [one] 📎 one file ({ $names })
       *[other] 📎 { $count } files ({ $names })
    }
task-order = 📎 The document of { $code }: { $name }

button-task-start = ▶️ Start
button-task-done = ✅ Done
button-task-correct = ✏️ Correct it
button-task-not = Does not apply
button-task-more = ⏳ More time
button-task-ask = 💬 Ask the team
button-task-order = 📎 Document
button-task-answers = 📄 What was handed in
button-task-page = 📋 Task №{ $number }
button-tasks = 📋 The agency’s tasks

toast-task-started = Noted: under way. When it is done, press “Done”.

## Answers
form-task-asked =
    <b>{ $question }</b>{ $hint }
    <i>{ $how }</i>
form-hint =
    { "" }
    { $hint }
form-task-how-yes-no = Press or type: yes, no.
form-task-how-number = Type a number. For example: 120
form-task-how-number-of = Type how many of how many. For example: 118/120
form-task-how-text = Type a few sentences, as concrete as you can.
form-task-how-date = Type a day. For example: 24/6
form-task-how-choice = Press a button, or type its number.
form-task-how-file = Send files or pictures here, as many as you like. Then press “That is all”, or type: done.
form-task-yes = Yes
form-task-no = No
form-task-summary =
    <b>This will be handed in. Look it over, then send:</b>

    { $answers }

    It can be corrected until the team has accepted it.
form-task-cancelled = Cancelled; nothing was handed in. The task is still there: type /tasks when you are ready.
form-task-expired = ⌛ The answers lay unfinished for a day and were closed; <b>nothing was handed in</b>. Type /tasks to begin again.
form-tasknot-words =
    🚫 <b>Why does this not apply to your agency?</b>
    For example: <i>“We have no servers of our own, we use the province’s.”</i> The team will look at the reason and answer.
form-tasknot-words-name = Reason
form-tasknot-summary = { $answers }
form-tasknot-cancelled = Cancelled. The task stays as it was.
form-tasknot-expired = ⌛ The reason was not finished in time. The task stays as it was.
form-taskmore-until =
    ⏳ <b>Until the end of which day do you need more time?</b>
    Press a day, or type one. For example: <i>30/6</i>.
form-taskmore-until-name = Until the end of
form-taskmore-words =
    ⏳ <b>Why do you need more time?</b>
    One sentence is enough. The old deadline holds until the team agrees.
form-taskmore-words-name = Reason
form-taskmore-summary = { $answers }
form-taskmore-cancelled = Cancelled, no more time was asked for.
form-taskmore-expired = ⌛ The request was not finished in time. The old deadline holds.
form-taskask-words =
    💬 <b>What would you like to ask the team?</b>
    Type your question. The answer comes right here.
form-taskask-words-name = Question
form-taskask-summary = { $answers }
form-taskask-cancelled = Cancelled, no question was sent.
form-taskask-expired = ⌛ The question was not finished in time and was not sent.

task-handed-in =
    ✅ <b>Handed in:</b> { $name } ({ $about }). Thank you.
    To correct it press “Correct it” or type <code>/tasks { $number } done</code>; that is possible until the team has accepted it.
task-handed-in-late =
    ✅ <b>Handed in, after the deadline:</b> { $name } ({ $about }). Thank you.
    To correct it press “Correct it” or type <code>/tasks { $number } done</code>; that is possible until the team has accepted it.
task-counted =
    ✔ <b>{ $name }</b>: what you have handed in counts for { $count ->
        [one] task №{ $number }
       *[other] { $count } tasks, from №{ $number } on
    } too; nothing has to be done again. The team still looks at it.
task-sent-for-you =
    ✔ <b>{ $name }</b>: { $by } has just entered { $form } as sent, so task №{ $number } of your agency is handed in; nothing has to be done again. To add the signed paper or correct number and day, press “Correct it”.
task-corrected = ✅ Corrected: { $name } ({ $about }). The team will look at the newest version.
task-not-told = 🚫 Noted: { $name } does not apply to { $about }. The team will look at the reason; the bot tells you if it must be done.
task-more-asked = ⏳ More time was asked for, until the end of { $day }. The old deadline holds until the team agrees.
task-question-sent = 💬 Your question was sent. The answer comes right here.

## What the team says
task-accepted = ✅ <b>Accepted by the team:</b> { $name } ({ $about }). Thank you.
task-accepted-all =
    { $count ->
        [one] ✅ <b>The team has accepted your result:</b> { $name }. Thank you.
       *[other] ✅ <b>The team has accepted { $count } of your results:</b> { $name }. Thank you.
    }
task-given-back =
    ↩️ <b>The team asks you to do it again:</b> { $name } ({ $about })
    Reason: { $reason }
    Press “Correct it”: your answers are still there. Due { $day }.
task-given-back-anew =
    ↩️ <b>The team asks you to do it:</b> { $name } ({ $about })
    Reason: { $reason }
    When it is done, press “Done” and answer the questions. Due { $day }.
task-more-granted = ✅ <b>You have more time</b>, until the end of { $day }: { $name } ({ $about }).
task-more-refused =
    { $answer ->
        [none] ✖ The team does not agree to more time: { $name } ({ $about }). It is still due { $day }.
       *[other]
            ✖ The team does not agree to more time: { $name } ({ $about }). It is still due { $day }.
            They say: { $answer }
    }
task-question-answered =
    💬 <b>The team answers</b> about { $name }:
    <blockquote>{ $question }</blockquote>
    { $answer }

## Refusals
refused-no-such-task = There is no such task. Type /tasks to see those of your agency.
refused-not-your-task = This is another agency’s task. Type /tasks to see those of yours.
refused-no-agency = The bot does not know which agency you belong to. Please ask the team to enter it.
refused-task-accepted = The team has accepted this, it can no longer be changed. If it must be, press “Ask the team”.
refused-task-handed-in = This has been handed in. To change it, press “Correct it”.
refused-task-reason = Please give a reason.
refused-task-words = Please type a few words.
refused-task-not-handed-in = The agency has not handed anything in yet.
refused-task-until = The new deadline must be later than the old one, and within a year from today.
refused-task-until-early = Please choose a day after { $day }.
refused-task-waits = More time was asked for already; the team has not answered yet.
refused-task-meanwhile = { $name } has handed this in while you were answering. Your answers were not handed in. Type <code>/tasks { $number }</code> to see it, and correct it if need be.
refused-task-usage =
    Type <code>/tasks 57</code> to look, <code>/tasks 57 start</code>, <code>/tasks 57 done</code>, <code>/tasks 57 no</code> with the reason, <code>/tasks 57 more 30/6</code> with the reason, <code>/tasks 57 ask</code> with your question.
refused-task-no-order = No document came with this task.
refused-task-no-answers = Nothing has been handed in for this task.
refused-answer-yes-no = Please press or type: yes, no.
refused-answer-number = Please type a number, such as 120.
refused-answer-number-of = Please type how many of how many, such as 118/120.
refused-answer-part = { $part } is more than the { $of } there are. Please look again.
refused-answer-date = This is not a day. Please type it like 24/6 or 24/6/2027.
refused-answer-to-come = { $day } is still to come. This asks for the day on which it was done: today or before.
refused-answer-choice = Please press a button, or type its number.
refused-answer-file = Please send a file or a picture. If there is none, press “That is all” or type: done.
refused-answer-text = Please type a few words.
refused-answer-long = This is longer than { $most } characters. Please make it shorter, and send the rest as a file.
refused-answer-more-than = This cannot be more than the { $other } you answered before. Please look at both.
refused-answer-missing = One answer is missing: “{ $question }”. Press “Change” to give it.
