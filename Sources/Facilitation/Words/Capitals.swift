extension String {
    /// The first letter as a capital, the rest untouched.
    public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
