# Evidence, indicators, incidents that look alike, the case file.

## Evidence
evidence-list =
    🗄 <b>{ $code } · Evidence: { $count ->
        [one] { $count } file
       *[other] { $count } files
    }</b>
    { $earlier }
    { $lines }
    <b>Who looked, who took them</b>
    { $custody }
    { $where }
evidence-custody-evidence-looked = • { $at } { $name } looked at the list
evidence-custody-evidence-given = • { $at } { $name } took { $file }
evidence-custody-exported = • { $at } { $name } took the case file with them
evidence-earlier = <i>{ $count ->
        [one] { $count } older file is in the case file.
       *[other] { $count } older files are in the case file.
    }</i>
evidence-line-kept =
    ✅ <b>{ $name }</b> · { $size } KB · { $sender }, { $at }
    SHA-256 <code>{ $sha256 }</code>
evidence-line-waiting = ⏳ <b>{ $name }</b> · { $sender }, { $at } · being stored
evidence-line-late = ⚠️ <b>{ $name }</b> · { $sender }, { $at } · not stored yet, tried again every hour
evidence-line-too-big = ⛔ <b>{ $name }</b> · { $size } KB · { $sender }, { $at } · above 20 MB, so only in Telegram
evidence-line-lost = ❌ <b>{ $name }</b> · { $sender }, { $at } · could not be had from Telegram
evidence-line-telegram = ☁️ <b>{ $name }</b> · { $size } KB · { $sender }, { $at } · only in Telegram
evidence-only-telegram = <i>No folder is set (TRUCBAN_DATA): the files are only in Telegram and have no hash yet.</i>
evidence-too-big = ⛔ <b>{ $code }</b>: { $name } is larger than 20 MB. Telegram gives no bot such a file, so it cannot be kept as evidence. Your message still reaches the team. { $way }
evidence-no-room = ⚠️ <b>{ $code }</b>: { $name } could not be stored as evidence because the server cannot write ({ $why }). Please look at the space and rights of the folder TRUCBAN_DATA. I try again every hour for 3 days; the file is still in Telegram.
evidence-not-fetched = ⚠️ <b>{ $code }</b>: { $name } could not be fetched from Telegram yet. I try again every hour for 3 days. If it matters, ask its sender to send it once more now.
evidence-lost = ❌ <b>{ $code }</b>: after 3 days { $name } still could not be had; I try no more. Ask its sender for it again if it is still needed.
button-evidence-get = ⬇ { $name } ({ $size } KB)
toast-evidence-get = The file comes in private in a moment.
evidence-copy =
    ⚠️ <b>{ $code } · Evidence: { $name }</b>
    Just as it was sent. <b>It may be malicious:</b> its name ends in .bin so that nothing opens it by accident. Do not open it on your phone or at your desk, only on a machine that is kept apart for such files. Do not pass it on.
    SHA-256 <code>{ $sha256 }</code>
    <i>That you have it is in the timeline.</i>
evidence-copy-gone = ⚠️ <b>{ $code }</b>: { $name } cannot be given out: it is not in the folder of evidence as it was kept. Please tell a lead; on the server <code>trucban verify</code> says more.
refused-evidence-unknown = I do not know that file. /evidence with the incident's code lists those there are.
refused-evidence-not-kept = { $code }: { $name } is not kept here (Telegram gives bots files of up to 20 MB), so I cannot give it to you. The details of the incident show it as Telegram has it.
evidence-anonymous = the anonymous reporter
refused-no-evidence = { $code } has no files yet. Send a picture or a file below a message about it and I keep it.
timeline-evidence-kept = Stored as evidence: { $file }
timeline-evidence-lost = Could not be had: { $file }
timeline-evidence-given = Given to { $name }: { $file }
timeline-evidence-looked = { $name } looked at the list of evidence

## Indicators
indicators-list =
    🧭 <b>{ $code } · Indicators: { $count }</b>
    { $lines }
    { $more }
    <i>Written safely: [.] is a full stop, hxxp is http. Do not open these addresses.</i>
indicators-more = <i>{ $count ->
        [one] { $count } more is in the case file.
       *[other] { $count } more are in the case file.
    }</i>
indicators-line = • { $what }: <code>{ $value }</code>
indicators-line-seen = • { $what }: <code>{ $value }</code> · seen in { $codes }
indicator-link = link
indicator-domain = domain
indicator-address = IP address
indicator-hash = hash
card-seen-in = 🧭 Indicators seen in { $codes }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
fact-indicators = Indicators: { $shown }{ $more ->
        [0] {""}
       *[other] , { $more } more
    } (see /indicators)
refused-no-indicators = { $code } has no indicators yet. I find links, domains, IP addresses and hashes in reports and notes by myself.

## Incidents that look alike
card-twin = 👯 <b>May be the same as { $other }</b> ({ $why })
likeness-indicator = same indicator
likeness-system = same system
likeness-words = nearly the same words
button-merge = 👯 Merge
button-apart = Not the same
toast-merged = Merged into { $other }.
toast-apart = Noted: not the same as { $other }.
refused-likeness-settled = This is no longer asked about { $code }.
timeline-kept-apart = { $name } says it is not the same
twin-solved = ✅ Your report <b>{ $code }</b> was merged into { $other }. That incident is solved now: { $action }
twin-not-incident = Your report <b>{ $code }</b> was merged into { $other }. The team found that it was no incident: { $action }
twin-referred = Your report <b>{ $code }</b> was merged into { $other }. That was passed to the authority in charge: { $action }

## The case file
export-ordered = 📦 The case file of { $code } is being made; I send it here as soon as it is ready.
export-made =
    📦 <b>{ $code } · { $tlp }</b>: { $number ->
        [one] { $number } file
       *[other] { $number } files
    }. README.txt says how to verify them. { $share }
    SHA-256 <code>{ $sha256 }</code>
    { $missing }
    { $left }
export-missing = ⚠️ Evidence that is gone from the server or no longer what it was, and so not in the case file ({ $count }): { $names }
export-left-out = ⚠️ Telegram takes files up to 50 MB, so some evidence is not in the case file, only its hashes ({ $count }): { $names }. Copy it from the folder TRUCBAN_DATA of the server.
export-too-big = ⛔ The case file of { $code } has { $size } MB even without evidence; Telegram takes up to 50 MB. Please take it from the server.
export-not-made = ⚠️ The case file of { $code } could not be made. Try again later; if that does not help, look into the server’s log.
export-title = TIMELINE OF AN INCIDENT
export-summary = As reported: { $words }
export-column-at = When
export-column-who = Who
export-column-what = What
timeline-exported = { $name } took out the case file
export-readme =
    CASE FILE OF INCIDENT { $code }
    { $tlp } - { $share }
    Made { $at } for { $by }.

    WHAT IS IN IT
    - incident.json: the incident, indicators of attack, the list of evidence.
    - timeline.json: the timeline line by line, with its seals.
    - timeline.docx: the timeline to read and print; a draft, not signed.
    - evidence/: files just as they were sent.
    - papers/: official papers that were made.
    - lessons.docx: the draft of lessons, if one was made; improvements and related incidents are in incident.json.
    - MANIFEST.sha256: the SHA-256 of every file.

    WARNING
    Evidence may be malware. Do not open it on a working machine. What could run has a _ at the end of its name; take it away only on an isolated machine for analysis. Addresses are written with hxxp and [.] so that nobody opens them by accident.

    TO VERIFY THE FILES
    1. Unpack everything into an empty folder.
    2. Linux, macOS: in a terminal in that folder: sha256sum -c MANIFEST.sha256 (macOS: shasum -a 256 -c MANIFEST.sha256)
    3. Windows: certutil -hashfile FILE SHA256, and compare with that file’s line in MANIFEST.sha256.
    The ZIP itself: compare its hash with the message it came with, and with the incident’s timeline (“took out the case file”).

    TO VERIFY THE TIMELINE
    Every line of timeline.json has a seal, the SHA-256 of: the seal of the line before (the first: an empty string), incident_id, at, person_id, kind, text, details, chat_id, message_id, written as one JSON array in that order, without spaces, the keys of details sorted, letters as they are, in UTF-8. When a line is changed, added or taken away the seals no longer fit.
    A line with withheld = true is an anonymous reporter’s: who and from where is kept back, so that its seal cannot be counted from this file. Whoever keeps the server verifies everything with: trucban verify
