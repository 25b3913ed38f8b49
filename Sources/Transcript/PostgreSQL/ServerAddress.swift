import CPostgreSQL

/// Where a PostgreSQL server is, and how to sign in: what `postgres://…` says. Prints itself without a password.
public struct ServerAddress: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The address as it was given, with a password when there is one. For libpq alone.
    let connectionText: String
    /// What must not be shown.
    private let secrets: [String]
    /// The address without user, password and options, for people.
    public let description: String

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }

    /// True for `postgres://…` and `postgresql://…`.
    public static func isAddress(_ text: String) -> Bool {
        // Also with a stroke missing: nobody means a file of that name.
        ["postgres:", "postgresql:"].contains { text.lowercased().hasPrefix($0) }
    }

    /// Errors: `badAddress`. The address is not repeated, since it may hold a password.
    public init(_ text: String) throws(DatabaseServerError) {
        guard ServerAddress.isAddress(text), let scheme = text.firstIndex(of: ":") else { throw .badAddress }
        // libpq knows the scheme in small letters only.
        connectionText = text[..<scheme].lowercased() + text[scheme...]
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(connectionText, &message) else {
            PQfreemem(message)
            throw .badAddress
        }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        description = ServerAddress.plain(values)
        var secrets = ["password", "sslpassword"].compactMap { values[$0] }
        // As it stands in the address, where some characters are written as %40.
        if let user = text.firstRange(of: "://"), let end = text[user.upperBound...].firstIndex(of: "@"),
            let colon = text[user.upperBound..<end].firstIndex(of: ":")
        {
            secrets.append(String(text[text.index(after: colon)..<end]))
        }
        self.secrets = secrets.filter { !$0.isEmpty }
    }

    private static func plain(_ values: [String: String]) -> String {
        let hosts = (values["host"] ?? values["hostaddr"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let ports = (values["port"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let places = hosts.enumerated().map { index, host -> String in
            let port = ports.count == 1 ? ports[0] : index < ports.count ? ports[index] : ""
            return port.isEmpty ? String(host) : "\(host):\(port)"
        }
        return "postgres://\(places.joined(separator: ","))/\(values["dbname"] ?? "")"
    }

    /// A message of libpq or of the server on one line, without anything secret.
    func harmless(_ message: String) -> String {
        let lines = message.split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0 == " " || $0 == "\t" })
        }
        var text = lines.joined(separator: " ")
        for secret in secrets { text = text.replacing(secret, with: "…") }
        return text
    }
}
