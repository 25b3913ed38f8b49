import Foundation
import TestDatabase
import Testing

@testable import Transcript

@Suite struct ServerAddressTests {
    @Test(arguments: [
        ("postgres://ann:s3cret@db.example:5433/north", "postgres://db.example:5433/north"),
        ("PostgreSQL://ann:s3cret@one,two/north?sslmode=require", "postgres://one,two/north"),
        ("postgres:///north?host=/run/postgresql&password=s3cret", "postgres:///run/postgresql/north"),
        ("postgres://", "postgres:///"),
    ])
    func `An address is shown without name, password and options`(text: String, shown: String) throws {
        let address = try ServerAddress(text)
        var dumped = ""
        dump(address, to: &dumped)
        let location = try StoreLocation.resolve(option: text, environment: [:])
        #expect(location == .postgresql(address))
        dump(location, to: &dumped)
        #expect(address.description == shown)
        for print in ["\(address)", String(reflecting: address), dumped, "\(location)", String(reflecting: location)] {
            #expect(!print.contains("s3cret"))
        }
    }

    @Test(arguments: [
        "postgres://ann:s3cret@[::1/north", "postgres://ann:s3cret@host:x/north?y", "postgres://ann:s3cret%zz@h/d",
    ])
    func `An address with a mistake is refused without repeating it`(text: String) throws {
        let error = try failure {
            _ = try StoreLocation.resolve(option: nil, environment: ["COMMONGROUND_STORE": text])
        }
        #expect(error == .databaseServer(.badAddress))
        #expect(!error.explanation.contains("s3cret"))
    }

    @Test func `A password is taken out of what others say, as it is and as it stands in the address`() throws {
        let address = try ServerAddress("postgres://ann:p%40ss@host/north")
        #expect(address.harmless("no p@ss,\n\tand no p%40ss either") == "no …, and no … either")
    }

    @Test(.timeLimit(.minutes(5)))
    func `A password that is the very sign for what was left out does no harm`() throws {
        let address = try ServerAddress("postgres://ann:%E2%80%A6@host/north")
        #expect(address.harmless("no … and no %E2%80%A6") == "no … and no …")
    }

    @Test func `Nobody at the address, or no such host, is told in a sentence that names the address`() throws {
        let address = "postgres://ann:s3cret@127.0.0.1:1/north"
        let error = try failure { _ = try PostgreSQLStore(ServerAddress(address)) }
        guard case .databaseServer(.notReachable("postgres://127.0.0.1:1/north", _)) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(error.explanation.contains("Connection refused"))
        #expect(!error.explanation.contains("s3cret"))
    }

    @Test(.enabled(if: TestServer.isInstalled, "\(TestServer.comment)"))
    func `A wrong or missing password, and a database that is not there, are told apart`() throws {
        let server = try TestServer.shared.get()
        let database = try server.makeDatabase()
        try server.sql("CREATE ROLE ann LOGIN PASSWORD 's3cret'; ALTER DATABASE \(database) OWNER TO ann")
        let name = "postgres://\(server.socketFolder)/"
        func refusal(_ database: String, _ parameters: String) throws -> DatabaseServerError? {
            let address = server.address(database, parameters)
            guard case .databaseServer(let error) = try failure({ _ = try PostgreSQLStore(ServerAddress(address)) })
            else { return nil }
            #expect(!error.explanation.contains("s3cret") && !error.explanation.contains("wr0ng"))
            return error
        }
        #expect(try refusal(database, "user=ann&password=wr0ng") == .signInRefused(server: name + database))
        #expect(try refusal(database, "user=ann&passfile=/dev/null") == .signInRefused(server: name + database))
        #expect(try refusal(database, "user=nobody9") == .signInRefused(server: name + database))
        #expect(try refusal("nowhere", "user=postgres") == .noDatabase(server: name + "nowhere"))
        let store = try PostgreSQLStore(ServerAddress(server.address(database, "user=ann&password=s3cret")))
        try store.append([line("north", 1)], creatingRooms: [makeRoom("north")])
        try store.close()
        #expect(
            try failure { try store.append([line("north", 2)]) } == .databaseServer(.closed(server: name + database)))

        // Somebody who may sign in, but not make tables.
        let other = try server.makeDatabase()
        guard case .notAllowed(name + other, _) = try refusal(other, "user=ann&password=s3cret") else {
            Issue.record("allowed")
            return
        }
    }
}
