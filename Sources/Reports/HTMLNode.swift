import JSONText

/// A piece of an HTML page. Escaping is by construction: names come from lists of ours, and whatever else is put in is
/// text or the value of an attribute, and is escaped when it is written. There is no way to put markup in as a string.
public indirect enum HTMLNode: Sendable, Hashable {
    case element(HTMLTag, [HTMLAttribute], [HTMLNode])
    case text(String)
    /// Style sheets of ours. A static string cannot hold what somebody typed.
    case styleSheet(StyleSheet)

    public static func make(_ tag: HTMLTag, _ attributes: [HTMLAttribute], _ children: [HTMLNode]) -> HTMLNode {
        .element(tag, attributes, children)
    }

    public static func make(_ tag: HTMLTag, _ attributes: [HTMLAttribute], _ text: String) -> HTMLNode {
        .element(tag, attributes, [.text(text)])
    }

    public static func make(_ tag: HTMLTag, _ children: [HTMLNode]) -> HTMLNode { .element(tag, [], children) }
    public static func make(_ tag: HTMLTag, _ text: String) -> HTMLNode { .element(tag, [], [.text(text)]) }

    /// The node as HTML.
    public var html: String {
        var result = ""
        write(to: &result)
        return result
    }

    private func write(to result: inout String) {
        switch self {
        case .text(let text): result += HTMLEscape.text(text)
        case .styleSheet(let sheet): result += "<style>\(sheet.css)</style>\n"
        case .element(let tag, let attributes, let children):
            result += "<\(tag.rawValue)"
            for attribute in attributes {
                result += " \(attribute.name.rawValue)=\"\(HTMLEscape.attribute(attribute.value))\""
            }
            result += ">"
            if tag.startsLine { result += "\n" }
            if tag.isVoid { return }
            for child in children { child.write(to: &result) }
            result += "</\(tag.rawValue)>"
            if tag.endsLine { result += "\n" }
        }
    }
}

public struct StyleSheet: Sendable, Hashable {
    public let css: String
    public init(_ css: StaticString) { self.css = css.description }
}

public struct HTMLAttribute: Sendable, Hashable {
    public var name: HTMLAttributeName
    public var value: String

    public init(_ name: HTMLAttributeName, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// The elements that reports use: none that runs or loads anything.
public enum HTMLTag: String, Sendable, CaseIterable {
    case html, head, title, meta, body, header, nav, main, section, footer, div, span, p, h1, h2, h3, h4, ul, ol, li
    case strong, a, table, caption, thead, tbody, tr, th, td, figure, figcaption
    case svg, desc, rect
    /// A `title` or `text` inside a picture; HTML has one list of names.
    case pictureText = "text"

    var isVoid: Bool { self == .meta }

    fileprivate var startsLine: Bool {
        switch self {
        case .html, .head, .body, .header, .nav, .main, .section, .footer, .div, .ul, .ol, .table, .thead, .tbody, .svg,
            .figure, .meta:
            true
        default: false
        }
    }

    fileprivate var endsLine: Bool {
        switch self {
        case .a, .span, .strong, .meta: false
        default: true
        }
    }
}

/// The attributes that reports use: none that runs anything, and `href` is only ever given to places on the page.
public enum HTMLAttributeName: String, Sendable, CaseIterable {
    case lang, charset, name, content, id, href, role, scope, tabindex, dir, width, height, x, y, rx
    case httpEquivalent = "http-equiv"
    case cssClass = "class"
    case label = "aria-label"
    case labelledBy = "aria-labelledby"
    case describedBy = "aria-describedby"
    case viewBox
}

/// Text made safe for HTML. Text from chat is hostile: besides markup it may carry controls and marks that turn the
/// direction of writing, which become U+FFFD.
public enum HTMLEscape {
    public static func text(_ text: String) -> String { escaped(text, isAttribute: false) }

    /// For between double quotation marks.
    public static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

    private static func escaped(_ text: String, isAttribute: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"" where isAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
            case "'" where isAttribute: result.append(contentsOf: "&#39;".unicodeScalars)
            // Joiners build emoji and Indic letters.
            case "\n", "\t", "\u{200C}", "\u{200D}": result.append(scalar)
            default: result.append(isHidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        HiddenCharacters.isObeyed(scalar) || scalar.properties.isNoncharacterCodePoint
    }
}
