import Facilitation
import Glibc

// U+0000 in a text ends it early in many database programs, and PostgreSQL does not take it at all. So each kind of
// store refuses it in whatever it is given to keep.

extension AppendBatch {
    /// Errors: `nullCharacter`.
    func checkForNullCharacters() throws(StoreError) {
        for room in rooms {
            try checkForNull(room.room, "room")
            try checkForNull(room.title, "title")
            try checkForNull(room.madeAt, "madeAt")
        }
        for text in frameworks { try checkForNull(text, "framework") }
        for pending in entries { try checkForNull(pending.entry) }
        for acknowledgement in acknowledgements {
            try checkForNull(acknowledgement.principal, "principal")
            try checkForNull(acknowledgement.room, "room")
        }
    }
}

extension Amendment {
    /// Errors: `nullCharacter`.
    func checkForNullCharacters() throws(StoreError) {
        try checkForNull(room, "room")
        for act in acts { try checkForNull(act.entry) }
        for amended in entries { try checkForNull(amended.entry) }
        try checkForNull(because, "because")
        try checkForNull(title, "title")
        try checkForNull(retention, "retention")
        try checkForNull(hold?.because, "because")
        for (principal, other) in principals {
            try checkForNull(principal, "principal")
            try checkForNull(other, "principal")
        }
    }
}

extension SealedTranscript {
    /// Errors: `nullCharacter`.
    func checkForNullCharacters() throws(StoreError) {
        try checkForNull(room.room, "room")
        try checkForNull(room.title, "title")
        try checkForNull(room.madeAt, "madeAt")
        try checkForNull(room.retention, "retention")
        try checkForNull(room.origin, "origin")
        try checkForNull(room.holdBecause, "holdBecause")
        for sealed in entries {
            try checkForNull(sealed.entry)
            try checkForNull(sealed.erasedAt, "erasedAt")
            try checkForNull(sealed.erasedBecause, "erasedBecause")
        }
        try AppendBatch(frameworks: frameworks, acknowledgements: acknowledgements).checkForNullCharacters()
    }
}

private func checkForNull(_ entry: Entry) throws(StoreError) {
    try checkForNull(entry.room, "room")
    try checkForNull(entry.at, "at")
    try checkForNull(entry.today, "today")
    try checkForNull(entry.by, "by")
    try checkForNull(entry.name, "name")
    try checkForNull(entry.principal, "principal")
    try checkForNull(entry.to, "to")
    try checkForNull(entry.words, "words")
    try checkForNull(entry.reading, "reading")
    try checkForNull(entry.details, "details")
    try checkForNull(entry.key, "key")
    try checkForNull(entry.reply, "reply")
}

private func checkForNull(_ text: String?, _ field: String) throws(StoreError) {
    guard var text else { return }
    let found = text.withUTF8 { bytes in
        bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
    if found { throw .nullCharacter(field: field) }
}
