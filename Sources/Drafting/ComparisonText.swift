import Facilitation

/// Comparisons as plain text: between the sessions of one partnership, and between partnerships.
public enum ComparisonText {
    /// - Returns: one paragraph for each area, with counts only.
    public static func movement(_ movement: Movement, framework: Framework) -> String {
        let ladder = framework.ladder
        var lines = ["\(title(movement.title, movement.room)): \(counted(movement.sessions.count, "session"))"]
        lines += movement.sessions.map { "  Session \($0.number): \(RecordNames.day($0.started))" }
        if movement.areas.isEmpty { lines += ["", "No area has been rated or settled yet."] }
        for area in movement.areas {
            lines += ["", Verbatim.shown(area.name)]
            lines += area.sightings.map { "  Session \($0.session): \(sighting($0, ladder, movement.meeting))." }
            lines += area.steps.map { "  From session \($0.from) to session \($0.to): \(moves($0.moves))." }
        }
        var actions = ProgressWord.allCases.compactMap { word in
            movement.actions[word].map { "\($0) \(word.spoken)" }
        }
        if movement.unreported > 0 { actions.append("\(movement.unreported) with \(ProgressWord.nothingSaid)") }
        if !actions.isEmpty { lines += ["", "Objectives, as last said: \(actions.joined(separator: ", "))."] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func sighting(_ sighting: Movement.Sighting, _ ladder: Ladder, _ meeting: MeetingKind) -> String {
        let counts = ladder.answers.compactMap { stage in
            sighting.counts[stage].flatMap { $0 > 0 ? "\($0) \(Verbatim.shown(ladder.name(stage)))" : nil }
        }
        var parts: [String] = []
        if !counts.isEmpty { parts.append(counts.joined(separator: ", ")) }
        if let pattern = sighting.pattern.flatMap({ PatternWording.clause($0) }) { parts.append(pattern) }
        if let stage = sighting.stage, let outcome = sighting.outcome {
            let came = outcome.words(in: meeting, levels: sighting.levels)
            parts.append("position \(Verbatim.shown(ladder.name(stage))), \(came)")
        }
        return parts.joined(separator: "; ")
    }

    private static func moves(_ moves: Movement.Moves?) -> String {
        guard let moves else { return "ratings are kept without names, so nobody can tell who moved" }
        guard moves.total > 0 else { return "nobody rated both times" }
        var parts = ["\(moves.up) moved up", "\(moves.down) down", "\(moves.same) stayed"]
        if moves.unsure > 0 { parts.append("\(moves.unsure) to or from don't know or no view") }
        return "of \(moves.total) who rated both times, \(parts.joined(separator: ", "))"
    }

    /// - Returns: one paragraph for each area: what the ratings of each partnership look like, and its shared aims.
    public static func sideBySide(_ comparison: SideBySide) -> String {
        var lines = comparison.rooms.map { room in
            "\(title(room.title, room.room)): \(counted(room.sessions, "session"))"
        }
        let frameworks = Set(comparison.rooms.map(\.framework))
        if frameworks.count > 1 { lines.append("They use different frameworks, whose areas are listed apart.") }
        if comparison.areas.isEmpty { lines += ["", "No area has been rated, and no aim adopted, in any of them."] }
        for area in comparison.areas {
            lines += ["", Verbatim.shown(area.name)]
            for room in comparison.rooms where room.framework == area.framework {
                lines += view(area.views.first { $0.room == room.room }, room)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func view(_ view: SideBySide.View?, _ room: SideBySide.Room) -> [String] {
        let name = Verbatim.shown(room.title.isEmpty ? room.room : room.title)
        guard let view else { return ["  \(name): not discussed yet."] }
        let pattern = view.pattern.flatMap({ PatternWording.clause($0) }) ?? "no ratings have been revealed"
        let aims = view.aims.map { aim in
            let came = aim.outcome.words(in: room.meeting, levels: aim.levels)
            return "    Aim \(RecordNames.item(aim.id)), \(came): “\(Verbatim.shown(aim.text))”"
        }
        return ["  \(name): \(pattern)."] + aims
    }

    private static func title(_ title: String, _ room: String) -> String {
        title.isEmpty ? Verbatim.shown(room) : "\(Verbatim.shown(title)) (room \(Verbatim.shown(room)))"
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
