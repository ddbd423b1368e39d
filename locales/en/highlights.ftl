# Highlights: messages of the group that people reacted to.

highlighted = 📌 This message is highlighted in the timeline of { $code }.
highlighted-line = 📌 { $at }, { $name }: { $words }
timeline-highlighted = { $name } highlighted it 📌
timeline-highlight-off = { $name } took a highlight off 📌
