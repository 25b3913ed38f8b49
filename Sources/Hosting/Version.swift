/// The version of the program, in one place.
public enum Version {
    public static let number = "0.1.0"
}
