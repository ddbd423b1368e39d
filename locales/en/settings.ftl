# Welcome, help, language, personal data, telephone numbers, warnings.

welcome-citizen =
    👋 Hello { $name }. This is where you report network security incidents and online fraud.
    Press <b>Report</b>, or simply send a message or a screenshot. You get a code and hear how it goes on.
    ⛔ Do not send state secrets, passwords, one-time codes or card numbers.
    /hotline: numbers to call · /privacy: your data
welcome-staff =
    👋 Hello { $name }. You are the <b>contact person of your agency</b>.
    What the team asks of your agency: /tasks.
    Report its incidents with the button below or /report, and follow them with /status.
    ⛔ Do not send state secrets, passwords or one-time codes.
    /help: everything you can do
welcome-responder =
    👋 Hello { $name }. You are a <b>member of the response team</b>.
    The bot calls you here about incidents; please leave the sound on. What is open: /incidents. Who is on duty: /oncall.
    /help: everything you can do
welcome-lead =
    👋 Hello { $name }. You <b>lead the response team</b>.
    What is open: /incidents. Who is on duty: /oncall. Invite: /invite. People: /people.
    /help: everything you can do
welcome-admin =
    👋 Hello { $name }. You are an <b>administrator</b>.
    Invite: /invite. People: /people. What is open: /incidents.
    /help: everything you can do
enrol-how =
    The button you pressed is for members of the response team.
    If you are one, ask a lead or an administrator for an invitation and open its link.
    If you want to report an incident, press the button below.
button-report = 📝 Report
button-my-reports = 📂 My reports

help =
    🧭 <b>What you can do</b> ({ $role })
    { $lines }
    To report something you can also just send the bot a message, a picture or a file.
help-line = /{ $command } (or /{ $alias }): { $what }

hotlines =
    ☎ <b>Numbers to call</b>
    { $lines }

    <b>How to reach the team in person</b>
    { $offline }
hotlines-none =
    ☎ No telephone numbers have been set up yet.

    <b>How to reach the team in person</b>
    { $offline }
hotline-checked = • <b>{ $number }</b>: { $name }. { $note } <i>Checked on { $checked }.</i>
hotline-unchecked = • <b>{ $number }</b>: { $name }. { $note } <i>⚠ Not checked yet.</i>

warnings-none =
    📣 No warnings have been published here yet.
    If a message or a website looks wrong to you, send it with /report and the team will look at it.

language-which = 🌐 Chọn ngôn ngữ. Choose your language.
language-set = The language is English now.

privacy-notice =
    🔒 <b>Your personal data</b>
    <b>What is kept:</b> the number and name of your Telegram account and your language; what you send in a report (your words, pictures, files, a contact if you give one). For members and staff also role, agency, telephone, e-mail and shifts.
    <b>Why:</b> only to receive and deal with incidents and to answer you.
    <b>Who sees it:</b> members of the response team. If you stay anonymous, the team is not shown your name. If need be a report is passed on to the competent authority.
    <b>How long:</b> drafts are deleted when you send or cancel them, or after 24 hours. Reports are kept with the incident's file as the agency's archive rules say; the bot does not delete them by itself. A message the bot failed to handle is kept as it came for a week, to find the fault.
    <b>Where:</b> the bot's data is on the agency's server. Messages pass through Telegram, whose servers are abroad.
    <b>Your rights:</b> ask to see, correct, receive a copy of or delete your data here:
    { $offline }
    ⛔ Never send state secrets, passwords, one-time codes or card numbers.
button-privacy-ok = I have read this
toast-privacy-ok = Thank you for reading.
