// swift-tools-version: 6.2
import PackageDescription

/// One rule for every target of ours: a warning is an error.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "commonground",
    products: [
        .executable(name: "commonground", targets: ["commonground"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Pure core: values in, values out.
        .target(name: "JSONText", swiftSettings: house),
        .target(
            name: "Consensus",
            dependencies: [.product(name: "RealModule", package: "swift-numerics")],
            swiftSettings: house),
        .target(name: "Facilitation", dependencies: ["Consensus", "JSONText"], swiftSettings: house),
        .target(name: "Drafting", dependencies: ["Facilitation", "JSONText"], swiftSettings: house),
        .target(
            name: "LineProtocol", dependencies: ["Facilitation", "JSONText"], exclude: ["line-protocol.schema.json"],
            swiftSettings: house),
        .target(name: "Reports", dependencies: ["Drafting", "Facilitation", "JSONText"], swiftSettings: house),
        .target(
            name: "Summarising", dependencies: ["JSONText"], resources: [.embedInCode("Learnt/weights.txt")],
            swiftSettings: house, linkerSettings: [.linkedLibrary("m")]),

        // Effects, at the edge.
        .target(
            name: "Frameworks",
            dependencies: [
                "Facilitation", "JSONText", "Hashing", "OpenData", .product(name: "Yams", package: "Yams"),
            ],
            resources: [.embedInCode("Packs/ics-social-economic-2022.yaml")],
            swiftSettings: house),
        .target(name: "OpenData", dependencies: ["Consensus", "JSONText"], swiftSettings: house),
        .systemLibrary(name: "CLibCrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "Hashing", dependencies: ["CLibCrypto"], swiftSettings: house),
        .systemLibrary(name: "CPostgreSQL", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "Transcript",
            dependencies: [
                "Facilitation", "JSONText", "Hashing", "CPostgreSQL", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .target(
            name: "Hosting",
            dependencies: ["Facilitation", "Frameworks", "Transcript", "Drafting", "Reports", "JSONText"],
            swiftSettings: house),
        .target(
            name: "Serving",
            dependencies: [
                "Hosting", "LineProtocol", "Drafting", "Reports", "Frameworks", "Transcript", "Facilitation",
                "JSONText",
            ],
            resources: [.embedInCode("Rules/line-protocol.ndjson")],
            swiftSettings: house),
        .target(
            name: "Sockets",
            dependencies: [
                "Serving", "LineProtocol", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: house),
        .target(
            name: "Bridges",
            dependencies: [
                "Serving", "LineProtocol", "Frameworks", "Facilitation", "Hashing", "JSONText",
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: house),
        .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
        .target(name: "Console", dependencies: ["CReadline", "JSONText"], swiftSettings: house),
        .executableTarget(
            name: "commonground",
            dependencies: [
                "Hosting", "Serving", "Sockets", "Bridges", "Console", "Frameworks", "Transcript", "Drafting",
                "Reports", "Facilitation", "LineProtocol", "JSONText", "OpenData", "Consensus", "Summarising",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        // Speed, measured by `Scripts/benchmark`.
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "Consensus", "Drafting", "Facilitation", "Frameworks", "Hosting", "Serving", "Transcript",
                "TestDatabase", "PostgreSQLFloor", "SQLiteFloor",
            ],
            path: "Tests/Benchmark", swiftSettings: house),
        // Bare libpq and bare SQLite, which the stores are measured against.
        .executableTarget(
            name: "PostgreSQLFloor", path: "Tests/PostgreSQLFloor", linkerSettings: [.linkedLibrary("pq")]),
        .executableTarget(
            name: "SQLiteFloor", path: "Tests/SQLiteFloor", linkerSettings: [.linkedLibrary("sqlite3")]),
        // Holds lines of the protocol to their published schemas, for tests.
        .target(
            name: "SchemaCheck", dependencies: ["JSONText", "LineProtocol"], path: "Tests/SchemaCheck",
            swiftSettings: house),
        // Random numbers that come again, for tests and long runs.
        .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: house),
        // A meeting over a bad link, for the tests and for long runs.
        .target(
            name: "DeliverySimulation",
            dependencies: [
                "SeededRandom", "Serving", "Hosting", "Frameworks", "Transcript", "LineProtocol", "JSONText",
            ],
            path: "Tests/DeliverySimulation", swiftSettings: house),
        // Whole meetings of invented people over a store that fails, for the tests and for long runs.
        .target(
            name: "MeetingSimulation",
            dependencies: [
                "SeededRandom", "Drafting", "Facilitation", "Frameworks", "Hosting", "JSONText",
                "Reports", "Transcript",
            ],
            path: "Tests/MeetingSimulation", swiftSettings: house),
        // A writer that is killed, for the tests and for long runs.
        .target(
            name: "KillRuns", dependencies: ["SeededRandom", "Transcript"], path: "Tests/KillRuns",
            swiftSettings: house),
        // A file system of SQLite's that fails when it is told to.
        .target(name: "CFaultyVFS", path: "Tests/CFaultyVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
        // Prints the features that Scripts/train-summariser learns from.
        .executableTarget(
            name: "DigestFeatures", dependencies: ["Summarising", "JSONText"], path: "Tests/DigestFeatures",
            swiftSettings: house),
        // Long runs with random input; `Scripts/soak`.
        .executableTarget(
            name: "Soak",
            dependencies: [
                "SeededRandom", "Drafting", "DraftingMutations", "DeliverySimulation", "MeetingSimulation", "KillRuns",
                "StoreProbe", "Facilitation", "Frameworks", "Hosting", "JSONText", "Serving", "Transcript",
            ],
            path: "Tests/Soak", swiftSettings: house),

        .testTarget(name: "JSONTextTests", dependencies: ["SeededRandom", "JSONText"], swiftSettings: house),
        .testTarget(
            name: "FacilitationTests",
            dependencies: ["SeededRandom", "SchemaCheck", "Facilitation", "JSONText"], exclude: ["Golden"],
            swiftSettings: house),
        .testTarget(
            name: "LineProtocolTests", dependencies: ["SchemaCheck", "LineProtocol", "JSONText"], swiftSettings: house),
        // The tests of the console run a small program at a pseudo-terminal.
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        .target(
            name: "TerminalSupport", dependencies: ["Console", "CPseudoTerminal"], path: "Tests/TerminalSupport",
            swiftSettings: house),
        .executableTarget(
            name: "ConsoleProbe", dependencies: ["Console"], path: "Tests/ConsoleProbe",
            swiftSettings: house),
        .testTarget(
            name: "ConsoleTests", dependencies: ["Console", "ConsoleProbe", "CPseudoTerminal", "TerminalSupport"],
            swiftSettings: house),
        // The program itself at a pseudo-terminal and at pipes.
        .testTarget(
            name: "ProgramTests",
            dependencies: [
                "commonground", "TerminalSupport", "Serving", "Hosting", "Frameworks", "Facilitation", "LineProtocol",
                "JSONText",
            ], swiftSettings: house),
        .testTarget(name: "ConsensusTests", dependencies: ["SeededRandom", "Consensus"], swiftSettings: house),
        .testTarget(
            name: "SummarisingTests", dependencies: ["Summarising", "JSONText"], exclude: ["Meetings"],
            swiftSettings: house),
        .testTarget(
            name: "OpenDataTests", dependencies: ["OpenData", "Consensus", "JSONText"], exclude: ["Fixtures"],
            swiftSettings: house),
        .executableTarget(
            name: "StoreProbe", dependencies: ["SeededRandom", "Transcript", "Facilitation"], path: "Tests/StoreProbe",
            swiftSettings: house),
        // A PostgreSQL server for the tests.
        .target(name: "TestDatabase", path: "Tests/TestDatabase", swiftSettings: house),
        .testTarget(
            name: "TranscriptTests",
            dependencies: [
                "Transcript", "Facilitation", "Hashing", "JSONText", "StoreProbe", "TestDatabase", "CFaultyVFS",
                "KillRuns",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        // What is erased, held, kept, exported and taken in.
        .testTarget(
            name: "PrivacyTests",
            dependencies: [
                "SeededRandom", "commonground", "Serving", "Hosting", "Drafting", "Reports", "Frameworks", "Transcript",
                "Facilitation",
                "JSONText",
            ],
            exclude: ["Golden"], swiftSettings: house),
        .testTarget(
            name: "FrameworksTests", dependencies: ["Frameworks", "Facilitation", "Hashing", "JSONText"],
            resources: [.embedInCode("Packs/river-towns.yaml")], swiftSettings: house),
        .testTarget(
            name: "WireTests",
            dependencies: [
                "SchemaCheck", "SeededRandom", "TestDatabase", "commonground", "Serving", "Hosting", "LineProtocol",
                "Frameworks", "Transcript",
                "Drafting",
                "Reports", "Facilitation", "JSONText",
            ], swiftSettings: house),
        // The bridge to IRC, with an IRC server and clients of its own.
        .testTarget(
            name: "IRCTests", dependencies: ["SeededRandom", "commonground", "JSONText"], swiftSettings: house),
        .testTarget(
            name: "DraftingTests",
            dependencies: [
                "SeededRandom", "Drafting", "DraftingMutations", "Reports", "Facilitation", "JSONText", "OpenData",
                "Hashing",
            ],
            exclude: ["Golden"], swiftSettings: house),
        // Random records, and drafts with one thing changed: for tests and for long runs.
        .target(
            name: "DraftingMutations", dependencies: ["SeededRandom", "Drafting", "Facilitation"],
            path: "Tests/DraftingMutations",
            swiftSettings: house),
        .testTarget(
            name: "ServingTests",
            dependencies: [
                "MeetingSimulation", "Drafting", "Serving", "Hosting", "Frameworks", "Transcript", "LineProtocol",
                "Facilitation", "JSONText",
                "TestDatabase",
            ],
            swiftSettings: house),
        .testTarget(
            name: "SocketTests",
            dependencies: [
                "SchemaCheck", "SeededRandom", "DeliverySimulation",
                "Sockets", "Serving", "Hosting", "Frameworks", "Transcript", "LineProtocol", "Facilitation",
                "JSONText", "commonground", .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "BridgeTests",
            dependencies: [
                "Bridges", "Serving", "Hosting", "Frameworks", "Transcript", "LineProtocol", "Facilitation",
                "JSONText", "commonground", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: house),
        // The rules of the house and the documents; runs the built program.
        .testTarget(name: "HouseTests", dependencies: ["Facilitation", "commonground"], swiftSettings: house),
    ]
)
