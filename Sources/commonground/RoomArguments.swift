import ArgumentParser
import Hosting
import Transcript

struct RoomArguments: ParsableArguments {
    @Argument(help: "The room's name.") var room: String
    @OptionGroup var store: StoreOption

    func host() throws -> RoomHost { RoomHost(store: try store.open()) }

    /// - Parameter told: hears how many entries more were read, for work that may take long.
    func host(told: @escaping @Sendable (Int) -> Void) throws -> RoomHost {
        RoomHost(store: try store.open(told: told))
    }
}
