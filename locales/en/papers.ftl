# Official papers about an incident: form 03, form 04, the notice. Drafted, asked for, entered as sent.

## On paper
official-draft = DRAFT, not signed · { $code }, version { $version } · made at { $at }
official-level = Level { $number }
official-help-own = The team alone
official-help-national = National co-ordinator
official-help-abroad = A foreign organisation
official-helped-by-nobody = None
official-beyond-yes = Beyond what the operator can handle
official-serious-yes = Serious incident
official-serious-no = Ordinary incident
official-told = { $name } (number { $number }, { $date })
official-other = Other: { $words }
official-event-received = Report received
official-event-report-more = More from the reporter
official-event-taken = The team begins its work
official-event-note = Noted
official-event-phase = Next phase: { $status }
official-event-step-done = Done
official-event-resolved = Solved
official-event-closed = Closed
official-event-reopened = Happens again, reopened
official-event-form-sent = Paper sent
official-event-deadline-done = Reported
official-event-decided-serious = Decided: a serious incident
official-event-decided-ordinary = Decided: an ordinary incident

## The list
official-page =
    📄 <b>{ $code } · Official papers</b>
    { $lines }

    <i>Press the name of a form for a new version, or type <code>/form { $code } 03</code>. Every version is a draft: whoever is entitled reads it, fills in number and day, signs and sends it.</i>
official-page-period =
    📄 <b>Form 05 · { $code }</b>
    { $lines }

    <i>Press the name of the form for a new version with the figures of now. Every version is a draft: whoever is entitled reads it, fills in number and day, signs and sends it. Once it is sent, open that version and press “Sent”.</i>
official-by-itself = the bot
official-none = No version yet.
official-line-made = • { $form }, version { $version }: made at { $at } by { $by }, not sent
official-line-sent = • { $form }, version { $version }: ✅ sent at { $at }, number { $number }
button-official-new = 📄 { $form }
button-official-get = ⬇ Version { $version }: { $form }

## Made
official-ordered = ⏳ { $code }: the paper is being made and comes in a moment.
form-lead-official = 📄 { $code }: a few required places that are still unknown. Skip what is not known; on paper it is a dotted line.
form-lead-official-every = 📄 { $code }: the places that are open. Skip what is not known; to have the paper at once press “Send now”.
form-lead-official-left = 📄 { $code }: going on where you left it. What you have answered is shown when you look it over.
form-lead-official-again = 📄 { $code }: every required place has its answer, a new version can be made.
form-caseform-asked =
    ✍ <b>{ $question }</b>{ $hint }
    <i>{ $how }</i>
form-caseform-how-text = Type the answer. Skip what is not known.
form-caseform-how-choice = Press a button, or type something else.
form-caseform-how-box = Press a button.
form-caseform-how-many = Press a button. For several type their numbers, such as “1, 3”, or something else.
form-caseform-summary =
    <b>Look it over, then send to have the paper made:</b>

    { $answers }
form-caseform-done = ⏳ “{ $form }”: version { $version } is being made and comes in a moment.
form-caseform-cancelled = Cancelled. No paper was made.
form-caseform-expired = ⌛ The unfinished answers for a paper have expired and were erased. Begin again: /form
form-caseform-left =
    ⏸ Stopped; no paper was made. What you have answered is kept for a week.
    To go on where you left it, press the button below.
form-caseform-left-expired =
    ⌛ The unfinished form was closed after a day without an answer; no paper was made. What you have answered is kept for a week.
    To go on where you left it, press the button below.
form-lead-left-caseform = ↪️ The form you were filling in has stopped and no paper was made; what you have answered is kept for a week. To go on, ask for that form again by /form.
button-official-go-on = ▶️ Go on
official-made =
    📄 <b>{ $form }</b>
    { $code } · version { $version } · { $at } · <b>draft, not signed</b>
official-waits = 📄 { $by } has drafted “{ $form }”, version { $version }, for { $code }: it waits for a lead to read, sign and send it. Once it is sent, press “Sent”.
button-official-look = ⬇ See the draft
official-next =
    <b>{ $form } · { $code }</b>
    { $lines }

    <b>What comes next:</b> read it, fill in number and day, have it signed (signature and stamp, or a digital signature), send it by an official channel. The bot sends it to nobody. Once it is sent a lead presses “Sent”.
    <i>Basis: { $basis }</i>
official-next-notice =
    <b>{ $form } · { $code }</b>
    { $lines }

    <b>What comes next:</b> read it, fill in number and day if it goes as a letter, then send it to every receiver at the same time. A notice may go by letter, fax, e-mail or message. The bot sends it to nobody. Once it is sent a lead presses “Sent”.
    <i>Basis: { $basis }</i>
official-subject = ✉ Subject of the e-mail: <code>{ $subject }</code>
official-mails = 📮 E-mail of the receivers: { $mails }
official-mail = { $mail }
official-mail-unchecked = { $mail } (not checked)
official-blank = ☐ { $count ->
    [one] 1 place is open
   *[other] { $count } places are open
    }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }
official-masked-addresses = 🛡 { $count ->
    [one] 1 internal address was masked
   *[other] { $count } internal addresses were masked
    }. A form carries only addresses that are seen from the Internet.
official-masked-secrets = 🔒 Passwords, codes or card numbers were masked.
official-unknown-names = ⚠ The template has names that mean nothing and became dotted lines: { $names }
button-official-pdf = 👁 As PDF
button-official-fill = ✍ Fill in what is open
button-official-sent = ✔ Sent
toast-official-pdf = Being turned into a PDF…
official-pdf = 👁 { $form }, version { $version }: a PDF to look at. The one to fill in and sign is the DOCX file.
official-pdf-missing = There is no LibreOffice on the server, so “{ $form }” cannot be turned into a PDF. Open the DOCX file and save it as PDF.
official-pdf-failed = “{ $form }” could not be turned into a PDF. Open the DOCX file and save it as PDF.
official-not-made = ⚠ “{ $form }” could not be made. Try again; if it fails again, ask an administrator to look at the server’s log.
official-template-wrong =
    ⚠ “{ $form }” could not be made: its template is wrong. An administrator mends the file in the folder <code>forms</code> of the catalog, then try again.
    <code>{ $why }</code>
timeline-form-made = { $name } drafted a paper
timeline-form-sent = { $name } entered a paper as sent
refused-no-such-paper = This version was not found. Write /form and the code of the incident to see what was made.
refused-no-such-official = There is no form “{ $words }”. There are: { $forms }
refused-official-gone = The form “{ $form }” is no longer in the catalog.
refused-official-too-early = “{ $form }” is for when { $code } is solved: /resolve
refused-official-not-made = This version is not made yet.
refused-official-sent = This version was entered as sent at { $at }, number { $number }.
refused-official-mail = “{ $words }” does not look like an e-mail address. Type it like name@example.vn, or skip.
refused-official-phone = “{ $words }” does not look like a telephone number. Type it like 0238 3844 001, or skip.
refused-official-box = There is no box “{ $words }”. The boxes: { $boxes }
refused-official-too-long = One place holds at most { $most } characters. Be brief, and enclose the details as a file.

## Entered as sent
form-lead-sent-official = ✔ <b>{ $form }</b>: how it was sent.
form-formsent-when =
    🕑 <b>When was it sent?</b>
    Example: <i>07:30 22/11</i>. Without a day it is today.
form-formsent-when-name = Sent at
form-formsent-channel = 📮 <b>By which channel?</b> Press a button or type its name.
form-formsent-channel-name = Channel
form-formsent-number =
    🔢 <b>Number of the document?</b>
    Example: <i>12/BC-ĐƯCSC</i>. Skip it for a notice without a number.
form-formsent-number-name = Number
form-formsent-receipt =
    🧾 <b>Who has confirmed it, when, under which number?</b>
    Keep this proof for when somebody asks. Skip it if there is none yet.
form-formsent-receipt-name = Receipt
form-formsent-summary =
    <b>Look it over, then send:</b>

    { $answers }
form-formsent-done = ✅ Entered: “{ $form }” was sent at { $at }.
form-formsent-done-with = ✅ Entered: “{ $form }” was sent at { $at }. Deadlines done with it: { $names }.
form-formsent-done-task =
    ✅ Entered: “{ $form }” was sent at { $at }.
    Task №{ $number } of the campaign <b>{ $name }</b> is handed in by it; it need not be answered again.
form-formsent-cancelled = Cancelled. The paper still counts as not sent.
form-formsent-expired = ⌛ The unfinished entry has expired and was erased. The paper still counts as <b>not sent</b>.
