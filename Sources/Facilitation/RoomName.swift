import JSONText

/// The name of a room, wherever it comes from: the wire, the command line or a file.
public enum RoomName {
    /// The most bytes of a name.
    public static let bytesMax = 200

    /// Whether a room may be made under this name. Nothing may be hidden in it: such a name could steer a screen that it is
    /// listed on, or look the same as another.
    public static func isFit(_ name: String) -> Bool {
        (1...bytesMax).contains(name.utf8.count)
            && !name.unicodeScalars.contains { HiddenCharacters.contains($0.value) }
    }
}
