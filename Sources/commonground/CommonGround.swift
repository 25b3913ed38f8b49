import ArgumentParser

@main
struct CommonGround: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commonground", abstract: "Takes a partnership through a maturity framework, and keeps who agreed.")
}
