import Facilitation
import Foundation
import JSONText
import Testing

@testable import Frameworks

let riverTowns = PackReader.read(yaml: PackageResources.river_towns_yaml, source: "river-towns.yaml")

private let riverTownsText = String(decoding: PackageResources.river_towns_yaml, as: UTF8.self)

@Suite struct `A pack` {
    @Test func `is read with every key`() throws {
        #expect(riverTowns.mistakes == [])
        let framework = try #require(riverTowns.value)
        #expect(framework.id == "river-towns")
        #expect(framework.version == "2")
        #expect(framework.credit == "Made up for the tests of this project")
        #expect(framework.stages.map(\.id) == ["sketched", "shared"])
        #expect(framework.stages[1].notEnough == "A plan in a drawer")
        #expect(framework.groups.map(\.name) == ["Water", "Boats"])
        let expected = Area(
            id: "clean-rivers", name: "Clean rivers", actor: "every town council",
            purpose: "Children can swim in the river again.",
            questions: ["Where does the dirt come from?", "Who tests the water?"],
            evidence: [
                "sketched": "We know the three worst pipes.", "shared": "Two towns pay for one plan.",
            ],
            probes: ["When was that tested?"], partners: ["anglers", "the water company"],
            policies: [DatedItem(name: "River charter", checkedOn: "2026-11-21")],
            programmes: [DatedItem(name: "Bank days", checkedOn: "2026-10-01")],
            headlineMeasures: ["Days on which people may swim"],
            balancingMeasures: ["Water bills of poor households"], links: ["quiet-boats"],
            disagreements: ["Who pays for the old pipes"], touchesMoney: true)
        #expect(framework.area("clean-rivers") == expected)
        #expect(framework.area("quiet-boats")?.questions == ["How loud is too loud?"])
        #expect(framework.area("quiet-boats")?.added == "2026-11-20")
    }

    @Test func `is the same from JSON as from YAML`() throws {
        let framework = try #require(riverTowns.value)
        let again = PackReader.read(MarkedNode(json: framework.canonicalJSON))
        #expect(again.mistakes == [])
        #expect(again.value == framework)
    }

    @Test func `comes back whole from its JSON`() throws {
        let framework = try #require(riverTowns.value)
        #expect(try Framework(json: framework.json) == framework)
        #expect(framework.hash.hasPrefix("sha256:"))
        #expect(framework.hash.utf8.count == 7 + 64)
    }

    @Test func `has another hash as soon as a word changes`() throws {
        var framework = try #require(riverTowns.value)
        let hash = framework.hash
        #expect(framework.sealed().hash == hash)
        framework.groups[0].areas[0].purpose += "!"
        #expect(framework.sealed().hash != hash)
    }

    @Test func `keeps a text in one line, however it was laid out`() {
        let text = pack(area: "purpose: |\n          Two\n          lines  here\n")
        #expect(
            PackReader.read(yaml: Array(text.utf8), source: nil).value?.areas[0].purpose == "Two lines here")
    }

    @Test func `may use a word of YAML as a name`() {
        let text = pack(area: "actor: no").replacing("name: Water", with: "name: true")
        let area = PackReader.read(yaml: Array(text.utf8), source: nil).value?.areas.first
        #expect(area?.actor == "no")
        #expect(area?.name == "true")
    }

    @Test func `with a wrong form of stored JSON names the path`() {
        #expect(throws: JSONFormError(path: "groups[0].areas[0].name", problem: .notA("text"))) {
            try Framework(json: ["id": "a", "groups": [["id": "g", "areas": [["id": "b", "name": 3]]]]])
        }
        #expect(throws: JSONFormError(path: "id", problem: .missing)) { try Framework(json: [:]) }
        #expect(throws: JSONFormError(path: "", problem: .notA("object"))) { try Framework(json: []) }
    }
}

@Suite struct `The built-in pack` {
    @Test func `has no mistakes`() {
        #expect(MistakeText.list(Library.builtInChecked.mistakes, in: "the built-in pack") == "")
    }

    @Test func `has the twelve areas, in order, in four groups, with three stages`() {
        let framework = Library.builtIn
        #expect(
            framework.areas.map(\.id) == [
                "economic-development", "quality-local-employment", "climate-change", "inclusive-growth",
                "local-government", "economic-development-bodies", "business-bodies", "acting-as-an-anchor",
                "healthy-workplaces", "care-closer-to-home", "universities-and-colleges", "health-technology",
            ])
        #expect(framework.groups.count == 4)
        #expect(framework.stages.map(\.id) == ["emerging", "established", "expanding"])
        #expect(framework.id == "ics-social-economic-2022")
        #expect(!framework.credit.isEmpty)
    }

    @Test func `gives every area what a discussion needs`() {
        let framework = Library.builtIn
        #expect(framework.areas.count == 12)
        for area in framework.areas {
            #expect(!area.questions.isEmpty, "\(area.id)")
            #expect(Set(area.evidence.keys) == Set(framework.stages.map(\.id)), "\(area.id)")
            #expect(!area.actor.isEmpty && !area.purpose.isEmpty && !area.probes.isEmpty, "\(area.id)")
            #expect(!area.headlineMeasures.isEmpty && !area.balancingMeasures.isEmpty, "\(area.id)")
            #expect(!area.partners.isEmpty && !area.disagreements.isEmpty, "\(area.id)")
        }
    }
}

@Suite struct `The library` {
    /// A folder of its own for each test, taken away afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("frameworks-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func write(_ text: String, to path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test func `lists the built-in pack first and finds others by id, file and folder`() throws {
        try withFolder { folder in
            try write(
                String(decoding: PackageResources.river_towns_yaml, as: UTF8.self), to: folder + "/b.yaml")
            try write("id: broken", to: folder + "/a.yaml")
            try write("not a pack", to: folder + "/notes.txt")
            let library = Library(folder: folder)
            #expect(try library.list().map(\.id) == ["ics-social-economic-2022", "a", "river-towns"])
            #expect(
                try FrameworkText.list(library.list()).split(separator: "\n").dropFirst() == [
                    "a: cannot be used yet; “framework check \(folder)/a.yaml” lists 3 mistakes",
                    "river-towns: River towns working together, version 2, 2 areas, file \(folder)/b.yaml",
                ])
            #expect(library.load("river-towns").value == riverTowns.value)
            #expect(Library().load("b.yaml", folder: folder).value == riverTowns.value)
            #expect(Library().load(folder + "/b.yaml").value == riverTowns.value)
            #expect(Library().load("river-towns").value == nil)
        }
    }

    @Test func `says that its folder cannot be read, and that no pack is there only where it can`() throws {
        try withFolder { folder in
            try write("This is no folder.", to: folder + "/frameworks")
            let library = Library(folder: folder + "/frameworks")
            let mistake = Mistake(place: .whole, kind: .unreadableFolder(folder + "/frameworks"))
            #expect(throws: mistake) { try library.list() }
            #expect(library.load("river-towns").mistakes == [mistake])
            #expect(library.load(Library.builtInID).value != nil)
            try write(String(decoding: PackageResources.river_towns_yaml, as: UTF8.self), to: folder + "/river.yaml")
            #expect(library.load(folder + "/river.yaml").value == riverTowns.value)
            #expect(try Library(folder: folder + "/nothing").list().map(\.id) == [Library.builtInID])
        }
    }

    @Test func `says what it cannot find`() {
        func told(_ name: String) -> String {
            MistakeText.list(Library().load(name).mistakes, in: "the command line")
        }
        #expect(
            told("ics-social-economic-2002") == """
                1 mistake in the command line:

                1. There is no framework “ics-social-economic-2002”.
                   Mend: write “ics-social-economic-2022”.

                """)
        #expect(
            told("/nowhere/pack.yaml") == """
                1 mistake in the command line:

                1. There is no file “/nowhere/pack.yaml”.
                   Mend: check the name and the folder.

                """)
        #expect(told("/").contains("The file “/” cannot be read."))
        #expect(told("/dev/zero").contains("The file is larger than 1024 KiB"))
    }

    @Test func `finds a pack beside the set-up that names it, and tells its mistakes with its name`() throws {
        try withFolder { folder in
            try write(riverTownsText, to: folder + "/b.yaml")
            try write("framework: b.yaml\nareas: [2]", to: folder + "/good.yaml")
            try write("id: Broken\nname: x", to: folder + "/a.yaml")
            try write("form: quick\nframework: ./a.yaml", to: folder + "/bad.yaml")
            let reader = SetupReader(library: Library())
            #expect(reader.read(file: folder + "/good.yaml").value?.areas == ["quiet-boats"])
            let expected = """
                4 mistakes in bad.yaml:

                1. Line 1, column 7: “quick” is not a word for “form”.
                   Mend: write “full”, “short” or “scan”.

                2. a.yaml, line 1, column 1: “stages” is missing.
                   Mend: add “stages:” and fill it in.

                3. a.yaml, line 1, column 1: “groups” is missing.
                   Mend: add “groups:” and fill it in.

                4. a.yaml, line 1, column 5: “Broken” cannot be an id.
                   Mend: use small letters, digits and hyphens: “broken”.

                """
            let bad = reader.read(file: folder + "/bad.yaml")
            #expect(FrameworkText.check(bad, name: "bad.yaml") == expected)
            let none = reader.read(file: folder + "/none.yaml")
            #expect(none.mistakes.map(\.kind) == [.noSuchFile(folder + "/none.yaml")])
        }
    }

    @Test func `opens no file for somebody who may name none, not even one without an ending`() throws {
        try withFolder { folder in
            try write("password: hunter2", to: folder + "/secrets")
            try write(riverTownsText, to: folder + "/b.yaml")
            let reader = SetupReader(library: Library(folder: folder), mayReadFiles: false)
            func read(_ name: String) -> Checked<Setup> {
                reader.read(yaml: Array("framework: \(name)".utf8), source: nil, folder: folder)
            }
            let known = ["ics-social-economic-2022", "river-towns"]
            #expect(read("secrets").mistakes.map(\.kind) == [.noSuchPack("secrets", nearest: nil, known: known)])
            #expect(read("b.yaml").mistakes.map(\.kind) == [.fileNotAllowed("b.yaml")])
            #expect(read("river-towns").value?.framework == riverTowns.value)
            #expect(read("ics-social-economic-2022").value?.framework == Library.builtIn)
            // Whoever holds the files may name it.
            #expect(Library().load("secrets", folder: folder).mistakes.map(\.kind).contains(.missing("id")))
        }
    }

    @Test func `looks where the system keeps data`() {
        #expect(Library.standard(environment: ["XDG_DATA_HOME": "/d"]).folder == "/d/commonground/frameworks")
        #expect(
            Library.standard(environment: ["HOME": "/h"]).folder == "/h/.local/share/commonground/frameworks")
        #expect(Library.standard(environment: [:]).folder == nil)
    }
}
