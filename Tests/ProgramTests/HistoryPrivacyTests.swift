import Testing

@testable import commonground

/// What the arrow keys may bring back.
@Suite struct `Lines that the history may have` {
    @Test(arguments: ["good morning", "Ann: good morning", "/where", "Zoë: hello", "/hand Ann"])
    func `are those that everybody may read`(line: String) throws {
        #expect(try HistoryPrivacy.mayRemember(line, in: KeyboardRoom("Ann Shah").discussion))
    }

    @Test(arguments: [
        "Ann (privately): about copperfield", "Zed (privately): about lanternfish", "/private about copperfield",
        "Ann: /private about copperfield", "/gauge established", "/g established", "/rate established",
        "Ann: /gauge in 8 established",
    ])
    func `are never private words and ratings`(line: String) throws {
        #expect(try !HistoryPrivacy.mayRemember(line, in: KeyboardRoom("Ann Shah").discussion))
    }

    @Test(arguments: [["/start 8", "/gauging"], ["/gauging all until 21 October 2026"]])
    func `are commands alone while people rate, for any words may be a rating`(typed: [String]) throws {
        var room = try KeyboardRoom("Ann Shah")
        for line in typed { try room.type(line) }
        for line in ["established, low", "Ann: established, low", "Ann: I think so"] {
            #expect(!HistoryPrivacy.mayRemember(line, in: room.discussion), "\(line)")
        }
        for line in ["/where", "/hand Ann", "Ann: /where"] {
            #expect(HistoryPrivacy.mayRemember(line, in: room.discussion), "\(line)")
        }
    }
}
