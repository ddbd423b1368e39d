# Imports from CSV or XLSX: everything wrong with a file, and at which line and column.

refused-import =
    { $count ->
        [one] Nothing was imported: the file has one problem. Correct it and try again.
       *[other] Nothing was imported: the file has { $count } problems. Correct them all and try again.
    }
    { $problems }
import-problem-line = Line { $line }: { $reason }
import-problem-cell = Line { $line }, column { $column }: { $reason }
import-problems-more = … and { $count } more

import-file-unknown = Only .csv and .xlsx files can be imported, not “{ $file }”.
import-file-missing = There is no file “{ $file }”.
import-file-unreadable = The file “{ $file }” cannot be read. Check its permissions.
import-file-large = The file is too large. The limit is { $megabytes } MB; split it.
import-file-long = The file is too long. The limit is { $lines } lines; split it.
import-file-empty = The file is empty.
import-file-header-only = The file has a header and nothing below it.
import-file-not-utf8 = The file is not UTF-8 text. In Excel save it as “CSV UTF-8”.
import-file-quotes = The quotes or the length of line { $line } are wrong; its cells cannot be told apart.
import-file-not-workbook = “{ $file }” is not an Excel workbook (.xlsx), or it is damaged or has a password.

import-column-missing = this column is missing in the header
import-column-unknown = there is no such column; the columns are { $columns }
import-column-twice = this column is there twice
import-cell-astray = the cell “{ $value }” is outside the columns; text with a delimiter in it must be quoted
import-twice = lines { $first } and { $second } are about the same thing

import-empty = this must be filled in
import-too-long = longer than { $longest } characters
import-odd-character = it contains a control character
import-not-code = “{ $value }” is not a code: no spaces, no colon, at most 64 characters
import-not-choice = “{ $value }” is not known; use one of: { $words }
import-not-telegram-id = “{ $value }” is not the number of a person's Telegram account
import-rounded = Excel has rounded this number to “{ $value }”; format the column as text and enter it again
import-not-phone = “{ $value }” is not a telephone number
import-not-email = “{ $value }” is not an e-mail address
import-not-level = “{ $value }” is not a level; write a number from 1 to 5 or nothing
import-not-url = “{ $value }” is not a web address; it begins with http:// or https://

import-agency-unknown = there is no agency with the code “{ $code }”
import-agency-circle = the agency would be above itself: { $path }
import-last-admin = this is the last administrator and must stay one
import-has-shifts = this person has shifts ahead and must stay responder, lead or admin

import-time-unreadable = “{ $value }” is not a time; write it like 2026-11-22T07:30
import-time-skipped = “{ $value }” does not exist on the clocks of this zone
import-time-twice = “{ $value }” exists twice on the clocks of this zone; add the offset, like +07:00
import-ends-early = a shift must end after it begins
import-person-unknown = nobody has the Telegram number { $value } yet; import the people first
import-person-inactive = { $name } is switched off
import-person-may-not = { $name } is not a member of the response team and cannot watch
import-overlaps-line = same person, same post, and the time overlaps with line { $first }
import-overlaps-stored = same person, same post, and the time overlaps with the stored shift from { $start } to { $end }
