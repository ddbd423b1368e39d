# The registers of agencies and systems: looked at, searched, changed, imported, sent as a file.

## Lists
register-agencies =
    { $count ->
        [0] 🏢 <b>There is no agency in the register yet.</b>
       *[other]
            🏢 <b>Agencies</b>: { $count }{ register-found }{ register-page }
            { $lines }
    }

    <i>Type /agencies with a code or a few letters of a name to search; accents are not needed.</i>
register-systems =
    { $count ->
        [0] 💻 <b>There is no system in the register yet.</b>
       *[other]
            💻 <b>Information systems</b>: { $count }{ register-found }{ register-page }
            { $lines }
    }

    <i>Type /systems with a code or a few letters of a name to search; accents are not needed. <code>/systems unscanned</code>: those that were never scanned.</i>
register-found =
    { $words ->
        [none] { "" }
       *[other] { "" } matching “{ $words }”
    }
register-page =
    { $pages ->
        [1] { "" }
       *[other] { "" } · page { $page }/{ $pages }
    }
register-agency-line =
    • <b>{ $name }</b> (<code>{ $code }</code>): { $able ->
        [0] { $contacts ->
            [0] ⚠ no contact person
            [one] ⚠ one contact person, who cannot be reached
           *[other] ⚠ { $contacts } contact persons, none can be reached
        }
       *[other] { $contacts ->
            [one] one contact person
           *[other] { $contacts } contact persons
        }
    }, { $systems ->
        [0] no system
        [one] one system
       *[other] { $systems } systems
    }
register-system-line = • <b>{ $name }</b> (<code>{ $code }</code>): { $level } · { $agency }
register-level = level { $level }
register-level-unknown = level not known

button-page-before = ◂ Page before
button-page-after = Next page ▸
button-agency-new = ➕ New agency
button-system-new = ➕ New system
button-register-import = 📥 Import a file
button-register-xlsx = 📤 Export to Excel
button-register-export = 📤 Export to CSV
button-register-change = ✏️ Change
button-register-again = 📥 Send the file again
button-agencies = 🏢 All agencies
button-systems = 💻 All systems
button-system-agency-page = 🏢 The agency’s page

## One agency’s page
agency-page =
    🏢 <b>{ $name }</b> · <code>{ $code }</code>
    Kind: { $sort }. Above it: { $parent }
    { $head }

    { $contacts }

    { $systems }{ $tasks }{ $findings }{ $incidents }
agency-head =
    Head: { $phone ->
        [none] { $name } { $mark }
       *[other] { $name }, { $phone } { $mark }
    }
agency-head-none = Head: not entered
agency-contacts =
    { $able ->
        [0] ⚠ <b>Contact persons</b> ({ $count }): none of them gets the bot’s messages
       *[other] 👤 <b>Contact persons</b> ({ $count })
    }
    { $lines }{ $able ->
        [0] { agency-contacts-hint }
       *[other] { "" }
    }
agency-contacts-hint =
    { "" }
    Call them and ask them to open the bot, or invite somebody else: <code>/invite staff { $code }</code>
agency-contacts-none =
    ⚠ <b>There is no contact person.</b> Nobody will get what is sent to this agency.
    A lead invites one with <code>/invite staff { $code }</code>
agency-contact =
    { $phone ->
        [none] • { $name } { $mark }
       *[other] • { $name }, { $phone } { $mark }
    }
contact-reachable = ✅
contact-never = ⚠ has not opened the bot
contact-blocked = ⛔ has blocked the bot
agency-systems =
    💻 <b>Systems</b> ({ $count })
    { $lines }
agency-systems-none = 💻 No system has been entered.
agency-system = • { $name }: { $level }

## One system’s page
system-page =
    💻 <b>{ $name }</b> · <code>{ $code }</code>
    Agency: { $agency }
    Security: { $level }
    Address: { $url }

    <b>Last time</b>
    { $checks }{ $tasks }{ $findings }{ $incidents }
agency-tasks =
    { "" }

    📋 <b>To do</b> ({ $count })
    { $lines }
agency-task = • { $name }{ $about } ({ $code }): { $due }
system-task-whole = { "" } · the whole agency
register-findings =
    { "" }

    ⚠ <b>To be put right</b> ({ $count })
    { $lines }
register-finding = • { $said }
system-check = • { $check }: { $day } ({ $code }){ $span }
system-check-none = • { $check }: <i>no result yet</i>{ $span }
system-check-counted =
    { "" } · ✅ { $span }
system-check-owed =
    { "" } · ⏳ { $span }: not yet
system-check-scan = Vulnerability scan
system-check-hunt = Threat hunt
system-check-drill = Live drill
system-check-backup = Backup and restore
system-check-dossier = Level dossier
register-incidents =
    { "" }

    🚨 <b>Open incidents</b> ({ $count })
    { $lines }
register-incident = • <code>{ $code }</code> { $severity } { $kind }, since { $since }

## Changing and entering
button-agency-name = Name
button-agency-kind = Kind
button-agency-parent = Above it
button-agency-head = Head
button-system-name = Name
button-system-level = Level
button-system-agency = Agency
button-system-url = Address
form-agency-field = ✏️ <b>What do you want to change about this agency?</b>
form-agency-field-name = Change
form-agency-name = 🏢 <b>What is the agency called now?</b>
form-agency-name-name = Name
form-agency-kind =
    🏢 <b>What kind of agency is it?</b>
    Press one that is in use, or type another. For example: <i>department, commune, ward, company</i>.
form-agency-kind-name = Kind
form-agency-parent =
    🏢 <b>Which agency is above it?</b>
    Type the code or the name of an agency in the register.
form-agency-parent-name = Above it
form-agency-parent-none = None is above it
form-agency-head =
    👤 <b>Who is the head of the agency?</b>
    Type the name, @username or Telegram number. They must have been invited to the bot; when the agency is late, the bot tells them.
form-agency-head-name = Head
form-agency-head-none = No head yet
form-agency-summary = { $answers }
form-agency-cancelled = Cancelled; the agency stays as it was.
form-agency-expired = ⌛ The change of the agency was not finished in time. Nothing has changed.
form-newagency-name = 🏢 <b>What is the agency’s full name?</b>
form-newagency-name-name = Name
form-newagency-code =
    🏢 <b>What is its code?</b>
    One short word without spaces. For example: <i>DOH</i>, <i>WARD-5</i>.
form-newagency-code-name = Code
form-newagency-kind =
    🏢 <b>What kind of agency is it?</b>
    Press one that is in use, or type another. For example: <i>department, commune, ward, company</i>.
form-newagency-kind-name = Kind
form-newagency-parent =
    🏢 <b>Which agency is above it?</b>
    Type the code or the name of an agency in the register.
form-newagency-parent-name = Above it
form-newagency-parent-none = None is above it
form-newagency-summary =
    <b>A new agency. Look it over, then send:</b>

    { $answers }
form-newagency-cancelled = Cancelled; no agency was entered.
form-newagency-expired = ⌛ The new agency was not finished in time. Type /agencies new to begin again.
form-system-field = ✏️ <b>What do you want to change about this system?</b>
form-system-field-name = Change
form-system-name = 💻 <b>What is the system called now?</b>
form-system-name-name = Name
form-system-level = 💻 <b>Which security level does it have?</b>
form-system-level-name = Level
form-system-level-none = Not determined yet
form-system-agency =
    🏢 <b>Which agency does it belong to?</b>
    Type the code or the name of an agency in the register.
form-system-agency-name = Agency
form-system-url =
    🔗 <b>What is its web address?</b>
    For example: <i>https://services.example.gov.vn</i>
form-system-url-name = Address
form-system-url-none = It has no web address
form-system-summary = { $answers }
form-system-cancelled = Cancelled; the system stays as it was.
form-system-expired = ⌛ The change of the system was not finished in time. Nothing has changed.
form-newsystem-name = 💻 <b>What is the system’s full name?</b>
form-newsystem-name-name = Name
form-newsystem-code =
    💻 <b>What is its code?</b>
    One short word without spaces. For example: <i>PORTAL</i>, <i>EHR</i>.
form-newsystem-code-name = Code
form-newsystem-agency =
    🏢 <b>Which agency does it belong to?</b>
    Type the code or the name of an agency in the register.
form-newsystem-agency-name = Agency
form-newsystem-level = 💻 <b>Which security level does it have?</b>
form-newsystem-level-name = Level
form-newsystem-level-none = Not determined yet
form-newsystem-url =
    🔗 <b>What is its web address?</b>
    For example: <i>https://services.example.gov.vn</i>
form-newsystem-url-name = Address
form-newsystem-url-none = It has no web address
form-newsystem-summary =
    <b>A new system. Look it over, then send:</b>

    { $answers }
form-newsystem-cancelled = Cancelled; no system was entered.
form-newsystem-expired = ⌛ The new system was not finished in time. Type /systems new to begin again.

## Import and export
form-agencies-file =
    📥 <b>Send the file with the agencies here.</b>
    CSV or XLSX, the first line names the columns: <code>code, name, kind, parent</code>. An agency with a known code is updated; one that is not in the file stays as it is.
    The whole file is taken or nothing; the bot names every line that is wrong.
form-agencies-file-name = File of agencies
form-agencies-summary = { $answers }
form-agencies-cancelled = Cancelled; the agencies stay as they are.
form-agencies-expired = ⌛ No file has come, so this was closed. The register stays as it is.
form-systems-file =
    📥 <b>Send the file with the systems here.</b>
    CSV or XLSX, the first line names the columns: <code>code, name, agency, level, url</code>. A system with a known code is updated; one that is not in the file stays as it is.
    The whole file is taken or nothing; the bot names every line that is wrong.
form-systems-file-name = File of systems
form-systems-summary = { $answers }
form-systems-cancelled = Cancelled; the systems stay as they are.
form-systems-expired = ⌛ No file has come, so this was closed. The register stays as it is.
register-reading = ⏳ Reading the file. You will see below what came of it.
register-unread = The file could not be fetched from Telegram. The register stays as it is, please send the file again.
register-taken-agencies = ✅ Agencies: { $added } new, { $changed } changed, { $unchanged } as before. Type /agencies to look.
register-taken-systems = ✅ Systems: { $added } new, { $changed } changed, { $unchanged } as before. Type /systems to look.
register-not-made = ⚠ The Excel file could not be made. Press “Export to CSV”; it holds the same.
register-sent-agencies = 📤 { $count ->
        [one] The one agency.
       *[other] The { $count } agencies.
    } Change this file and send it back with <code>/agencies import</code>.
register-sent-systems = 📤 { $count ->
        [one] The one system.
       *[other] The { $count } systems.
    } Change this file and send it back with <code>/systems import</code>.

## Refusals
refused-page-gone = The list has changed and this page is gone. Please type the command again.
refused-register-gone = This is no longer in the register.
refused-register-no-agency = No agency matches “{ $words }”. Type /agencies to see them all.
refused-register-no-system = No system matches “{ $words }”. Type /systems to see them all.
refused-register-none-agencies = No agency matches “{ $words }”. Try fewer letters, or type /agencies to see them all.
refused-register-none-systems = No system matches “{ $words }”. Try fewer letters, or type /systems to see them all.
refused-register-several = “{ $words }” matches { $count }: { $names }. Please give the exact code or the full name.
refused-register-line = Please write it on one line, { $longest } characters at most.
refused-register-code = A code is one word without spaces and colons, 64 characters at most.
refused-register-code-taken = The code “{ $code }” is in the register already. Please choose another.
refused-register-head = The bot does not know anybody called “{ $name }”. Invite them with /invite first.
refused-register-value = This could not be entered: { $reason }.
refused-register-file = Please send a .csv or .xlsx file. To leave it, press Cancel.
refused-register-set-agencies =
    Type <code>/agencies set CODE name New name</code>. What can be changed: name, kind, parent, head. <code>-</code> empties it.
refused-register-set-systems =
    Type <code>/systems set CODE level 3</code>. What can be changed: name, level, agency, url. <code>-</code> empties it.
