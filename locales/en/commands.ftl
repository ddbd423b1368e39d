# The commands' descriptions in Telegram's menu.

command-start = Begin
command-help = What you can do
command-report = Report an incident or fraud
command-status = How your reports stand
command-hotline = Numbers to call
command-warnings = New warnings
command-language = Change the language
command-privacy = Your personal data
command-cancel = Stop what you are in the middle of
command-oncall = Who is on duty
command-incidents = Open incidents
command-incident = Details of an incident
command-ack = Take an incident
command-note = Write into an incident's log
command-resolve = Call an incident solved
command-reject = End a report that is no incident
command-assign = Give an incident to somebody
command-severity = Change an incident's severity
command-block = Block somebody who writes
command-unblock = Unblock somebody
command-invite = Invite somebody into the team
command-people = The team's people
