/// One thing that a draft says and the record does not bear out.
public struct DraftFinding: Sendable, Hashable {
    /// The line of the draft, from 1; the last line for something that the draft leaves out.
    public var line: Int
    public var fault: DraftFault

    public init(line: Int, fault: DraftFault) {
        self.line = line
        self.fault = fault
    }

    /// A plain sentence that says what is wrong and what to do.
    public var explanation: String { fault.explanation }
}

/// What can be wrong with a draft.
public enum DraftFault: Sendable, Hashable {
    case quoteNotExact(String)
    case quoteNotClosed
    case numberNotInRecord(Int)
    case numberDiffers(Int)
    case quantifierTooStrong(String)
    case roundUnknown(Int)
    case itemUnknown(String)
    case nameUnknown(String)
    case nameDoesNotBelong(String)
    case organisationDoesNotBelong(String)
    case ownerDiffers(String)
    case attendanceDiffers(String)
    case dateDiffers(String)
    case stageDiffers(String)
    case outcomeDiffers(String)
    /// A development session agrees nothing.
    case verbTooStrong
    case agreementWithoutItem
    case horizonDiffers(String)
    case progressDiffers(String)
    case notOverdue
    case gapNotInRecord(String)
    case entryUnknown(Int)
    case entryStruck(Int)
    case entryDoesNotBelong(Int)
    case entryTwice(Int)
    case notCited
    case numberingBroken(Int)
    case leftOut(String)
    case positionLeftOut(String)
    case gapLeftOut(item: String, part: String)
    /// Suggestions stand apart, marked, and are agreed by nobody.
    case suggestionNotMarked
    case suggestionOutOfPlace
    case suggestionClaimsAgreement
    case suggestionInvents(String)
    case suggestionUnsupported(String)
    case suggestionNotQuoted(String)
    case suggestionTypedDifferently(String)
    /// A line of a joint plan that states something and names no room, or several.
    case roomNotNamed
    /// The seal of an entry is not that of the transcript.
    case sealDiffers(Int)

    public var explanation: String {
        switch self {
        case .quoteNotExact(let words):
            "These are not the exact words of the record: \u{201C}\(words)\u{201D}. Copy them from the entry."
        case .quoteNotClosed: "A quotation is opened and not closed. Add the closing mark."
        case .numberNotInRecord(let number):
            "The record does not give the number \(number) here. Take it out or cite it."
        case .numberDiffers(let number):
            "The record does not count \(number) here. Put the number from the record."
        case .quantifierTooStrong(let word): "The word '\(word)' does not fit the count. Use the count."
        case .roundUnknown(let round): "The area has no round \(round). Check which round is meant."
        case .itemUnknown(let item): "The record has no item \(item). Check the reference."
        case .nameUnknown(let name): "The name '\(name)' is not in the record. Check who is meant."
        case .nameDoesNotBelong(let name): "The record does not tie \(name) to this. Check who is meant."
        case .organisationDoesNotBelong(let name): "\(name) is not the organisation of the person named here."
        case .ownerDiffers(let name): "\(name) is not the owner in the record. An owner must have said yes."
        case .attendanceDiffers(let name): "The record differs on whether \(name) was there. Check the list."
        case .dateDiffers(let date):
            "The record does not give the date \(date) here. Put the date from the record."
        case .stageDiffers(let stage):
            "The position in the record is not this stage (\(stage)). Put the stage from the record."
        case .outcomeDiffers(let outcome): "The outcome in the record is: \(outcome). Use that."
        case .verbTooStrong: "A development session takes no decisions. Write 'supported in discussion'."
        case .agreementWithoutItem:
            "This says that something was agreed, but no item of the record is named. Name the item."
        case .horizonDiffers(let horizon):
            "The record does not say that this looks ahead so far (\(horizon)). Use the horizon of the aim."
        case .progressDiffers(let progress): "The last word of the record on progress is: \(progress). Use that."
        case .notOverdue: "The record does not call this overdue. Take the word out, or check which item is meant."
        case .gapNotInRecord(let part): "The record does not lack this: \(part). Fill it in."
        case .entryUnknown(let entry): "Entry \(entry) is not in the transcript. Check the number."
        case .entryStruck(let entry): "Entry \(entry) was struck from the record. Nothing may rest on it."
        case .entryDoesNotBelong(let entry): "Entry \(entry) is not what this rests on. Check the number."
        case .entryTwice(let entry):
            "Entry \(entry) is out of order or cited twice. Cite each entry once, lowest first."
        case .notCited: "This states a fact and cites no entry. Add the entry numbers in square brackets."
        case .numberingBroken(let number): "The headings are numbered out of order at \(number)."
        case .leftOut(let words):
            "This is left out: \u{201C}\(words)\u{201D}. Put in every agreed item and minority view."
        case .gapLeftOut(let item, let part):
            "The draft does not say that \(item) has no \(part) yet. Mark the gap."
        case .suggestionNotMarked: "This stands among suggestions and is not marked. Begin it with 'To be tested'."
        case .suggestionOutOfPlace:
            "A suggestion stands among what was said and agreed. Move it under the heading 'Suggestions to be tested'."
        case .suggestionClaimsAgreement:
            "Nobody has agreed a suggestion. Take the word out, or put the item where its test is told."
        case .suggestionInvents(let word):
            "The word '\(word)' is not in the statement that this suggestion is made of. Leave it to be agreed."
        case .suggestionUnsupported(let item):
            "\(item) has an open objection, or no more members agree than disagree. Take the suggestion out."
        case .suggestionNotQuoted(let item): "The suggestion does not quote \(item). Put its exact words beside it."
        case .suggestionTypedDifferently(let item):
            "The line to type does not fit the suggestion from \(item). Check the command and its number."
        case .sealDiffers(let number):
            "The seal of entry \(number) is not that of the transcript. Put back the seal as it was, or draft again."
        case .roomNotNamed:
            "This states something and does not say of which room. Begin it with the room's name and a colon."
        case .positionLeftOut(let area):
            "The draft leaves out the position on \(area). State it with its outcome."
        }
    }
}
