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
    products: [],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(name: "JSONText", swiftSettings: house),
        .target(
            name: "Consensus",
            dependencies: [.product(name: "RealModule", package: "swift-numerics")],
            swiftSettings: house),
        .target(name: "Facilitation", dependencies: ["Consensus", "JSONText"], swiftSettings: house),
        .target(name: "Drafting", dependencies: ["Facilitation"], swiftSettings: house),
        .target(
            name: "LineProtocol", dependencies: ["Facilitation", "JSONText"], exclude: ["operations.schema.json"],
            swiftSettings: house),
        .target(name: "Reports", dependencies: ["Drafting", "Facilitation", "JSONText"], swiftSettings: house),
        .target(
            name: "Frameworks",
            dependencies: ["Facilitation", "JSONText", "Hashing", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Packs/ics-social-economic-2022.yaml")],
            swiftSettings: house),
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
        .executableTarget(
            name: "StoreProbe", dependencies: ["Transcript", "Facilitation"], path: "Tests/StoreProbe",
            swiftSettings: house),
        .testTarget(
            name: "TranscriptTests",
            dependencies: [
                "Transcript", "Facilitation", "JSONText", "StoreProbe",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "PrivacyTests",
            dependencies: [
                "Serving", "Hosting", "Drafting", "Reports", "Frameworks", "Transcript", "Facilitation",
                "JSONText",
            ],
            exclude: ["Golden"], swiftSettings: house)
    ]
)
