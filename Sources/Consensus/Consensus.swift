// Consensus is a library: a file for each measure, with its source, and a published worked example in its tests. It uses
// nothing else of ours.
//
// The reveal and the record use `GaugeSummary` (mode, tolerance, consensus of Tastle and Wierman, pattern of the spread)
// and `LoneMove`; what is imported from Polis uses `ConversationMeasures`. Nothing of ours uses these, which are for whoever
// reports a consensus exercise in another way: `AppropriatenessPanel` (the RAND panel), `KendallConcordance`,
// `LeikConsensus`, `RoundStability` with what it is made of, `SchulzeRanking` and `VanDerEijkAgreement`.
