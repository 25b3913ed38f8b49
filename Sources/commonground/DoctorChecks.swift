import Facilitation
import Foundation
import Frameworks
import Transcript

enum DoctorChecks {
    typealias Finding = Doctor.Finding

    static func terminal(_ environment: [String: String]) -> [Finding] {
        guard isatty(0) == 1, isatty(1) == 1 else {
            return [
                Finding(
                    state: .note,
                    words: "This is no terminal. A session at the keyboard needs one; pipes and sockets do not.")
            ]
        }
        let kind = environment["TERM"] ?? ""
        guard !kind.isEmpty, kind != "dumb" else {
            return [
                Finding(
                    state: .wrong, words: "The terminal does not say what it can do, so lines cannot be edited.",
                    command: "export TERM=xterm")
            ]
        }
        return [.fine("A terminal (\(kind)).")]
    }

    static func language(_ environment: [String: String]) -> Finding {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let folded = locale.lowercased()
        guard folded.hasSuffix("utf-8") || folded.hasSuffix("utf8") else {
            let words = locale.isEmpty ? "No language is set" : "The language “\(locale)” is not UTF-8"
            return Finding(
                state: .wrong, words: "\(words), so names with accents may be shown wrongly.",
                command: "export LC_ALL=C.UTF-8")
        }
        return .fine("Letters of every language (\(locale)).")
    }

    static func store(_ option: String?, _ environment: [String: String]) -> [Finding] {
        let location: StoreLocation
        do { location = try StoreLocation.resolve(option: option, environment: environment) } catch {
            return [Finding(state: .wrong, words: error.explanation)]
        }
        guard case .sqlite(let path) = location else { return open(location, "The store") }
        let file = URL(fileURLWithPath: path).path
        guard FileManager.default.fileExists(atPath: file) else { return [place(for: file)] }
        return open(location, file)
    }

    /// The store is not made here: that is for the first session.
    private static func place(for file: String) -> Finding {
        var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) {
            folder.deleteLastPathComponent()
        }
        guard FileManager.default.isWritableFile(atPath: folder.path) else {
            return Finding(
                state: .wrong, words: "Transcripts cannot be written to \(file).",
                command: "commonground --store transcripts.sqlite")
        }
        return .fine("No transcripts yet; the first session makes \(file).")
    }

    private static func open(_ location: StoreLocation, _ name: String) -> [Finding] {
        do throws(StoreError) {
            let store = try location.open()
            let rooms = try store.rooms().count
            let setAside = store.setAsideNotes.map { Finding(state: .note, words: $0) }
            try? store.close()
            return [Finding.fine("\(name) can be read: \(rooms) \(rooms == 1 ? "room" : "rooms").")] + setAside
        } catch {
            return [Finding(state: .wrong, words: error.explanation)]
        }
    }

    static func frameworks(_ library: Library) -> [Finding] {
        let packs: [PackSummary]
        do throws(Mistake) { packs = try library.list() } catch {
            return [Finding(state: .wrong, words: MistakeText.line(error).capitalisedFirst)]
        }
        let broken = packs.filter { $0.mistakeCount > 0 }.map { pack in
            Finding(
                state: .wrong, words: "The framework \(pack.id) has mistakes and cannot be used.",
                command: "commonground framework check \(Shell.quoted(pack.path ?? pack.id))")
        }
        return broken.isEmpty ? [.fine("Frameworks: \(packs.map(\.id).joined(separator: ", ")).")] : broken
    }

    static func word(_ environment: [String: String]) -> Finding {
        guard WordFile.find("pandoc") != nil else {
            return Finding(
                state: .note, words: "Drafts as Word files need pandoc, which is not installed.",
                command: "sudo apt-get install pandoc")
        }
        return .fine("pandoc, for drafts as Word files.")
    }
}
