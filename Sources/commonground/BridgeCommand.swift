import ArgumentParser

/// `commonground bridge`: adapters between chat services and rooms.
struct BridgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bridge", abstract: "Hold meetings in the chats of other services.",
        subcommands: [MatterbridgeCommand.self])
}
