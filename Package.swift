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
        .target(name: "Drafting", dependencies: ["Facilitation"], swiftSettings: house),
        .target(
            name: "Summarising", dependencies: ["JSONText"], resources: [.embedInCode("Learnt/weights.txt")],
            swiftSettings: house, linkerSettings: [.linkedLibrary("m")]),
        .target(name: "LineProtocol", dependencies: ["Facilitation", "JSONText"], swiftSettings: house),

        // Effects, at the edge.
        .target(
            name: "Frameworks",
            dependencies: ["Facilitation", "JSONText", "Hashing", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Packs/ics-social-economic-2022.yaml")],
            swiftSettings: house),
        .target(name: "OpenData", dependencies: ["Consensus", "JSONText"], swiftSettings: house),
        .systemLibrary(name: "CLibCrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "Hashing", dependencies: ["CLibCrypto"], swiftSettings: house),
        .target(
            name: "Transcript",
            dependencies: [
                "Facilitation", "JSONText", "Hashing", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .target(
            name: "Hosting",
            dependencies: ["Facilitation", "Frameworks", "Transcript", "Drafting", "JSONText"],
            swiftSettings: house),
        .target(
            name: "Serving",
            dependencies: [
                "Hosting", "LineProtocol", "Drafting", "Frameworks", "Transcript", "Facilitation", "JSONText",
            ],
            swiftSettings: house),
        .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
        .target(name: "Console", dependencies: ["CReadline"], swiftSettings: house),
        .executableTarget(
            name: "commonground",
            dependencies: [
                "Hosting", "Serving", "Console", "Frameworks", "Transcript", "Drafting", "Facilitation",
                "LineProtocol", "JSONText", "OpenData", "Consensus", "Summarising",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        // Speed, measured by `Scripts/benchmark`.
        .executableTarget(
            name: "Benchmark", dependencies: ["Consensus", "Facilitation", "Frameworks"], path: "Tests/Benchmark",
            swiftSettings: house),
        // Prints the features that Scripts/train-summariser learns from.
        .executableTarget(
            name: "DigestFeatures", dependencies: ["Summarising", "JSONText"], path: "Tests/DigestFeatures",
            swiftSettings: house),
        // Long runs with random input; `Scripts/soak`.
        .executableTarget(
            name: "Soak", dependencies: ["Facilitation", "Frameworks"], path: "Tests/Soak", swiftSettings: house),

        .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: house),
        .testTarget(
            name: "FacilitationTests", dependencies: ["Facilitation", "JSONText"], exclude: ["Golden"],
            swiftSettings: house),
        .testTarget(name: "LineProtocolTests", dependencies: ["LineProtocol"], swiftSettings: house),
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
            dependencies: ["commonground", "TerminalSupport", "Serving", "JSONText"], swiftSettings: house),
        .testTarget(name: "ConsensusTests", dependencies: ["Consensus"], swiftSettings: house),
        .testTarget(
            name: "SummarisingTests", dependencies: ["Summarising", "JSONText"], exclude: ["Meetings"],
            swiftSettings: house),
        .testTarget(
            name: "OpenDataTests", dependencies: ["OpenData", "Consensus", "JSONText"], exclude: ["Fixtures"],
            swiftSettings: house),
        .executableTarget(
            name: "StoreProbe", dependencies: ["Transcript", "Facilitation"], path: "Tests/StoreProbe",
            swiftSettings: house),
        .testTarget(
            name: "TranscriptTests",
            dependencies: [
                "Transcript", "Facilitation", "StoreProbe", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "FrameworksTests", dependencies: ["Frameworks", "Facilitation", "Hashing", "JSONText"],
            resources: [.embedInCode("Packs/river-towns.yaml")], swiftSettings: house),
        .testTarget(
            name: "WireTests",
            dependencies: [
                "commonground", "Serving", "Hosting", "LineProtocol", "Frameworks", "Transcript", "Drafting",
                "Facilitation", "JSONText",
            ], swiftSettings: house),
        .testTarget(
            name: "DraftingTests", dependencies: ["Drafting", "Facilitation"], exclude: ["Golden"], swiftSettings: house
        ),
        .testTarget(
            name: "ServingTests",
            dependencies: [
                "Serving", "Hosting", "Frameworks", "Transcript", "LineProtocol", "Facilitation", "JSONText",
            ],
            swiftSettings: house),
        // The rules of the house and the documents; runs the built program.
        .testTarget(name: "HouseTests", dependencies: ["Facilitation", "commonground"], swiftSettings: house),
    ]
)
