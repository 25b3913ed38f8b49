/// Words with a content of their own, and not the small ones that are in every sentence.
public enum ContentWord {
    /// - Parameter word: folded.
    public static func isOne(_ word: String) -> Bool { ContentMatch.stem(word) != nil }
}
