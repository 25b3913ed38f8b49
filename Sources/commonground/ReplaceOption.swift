import ArgumentParser

/// What is written to a file takes the place of another only when it is told to.
struct ReplaceOption: ParsableArguments {
    @Flag(help: "Write over a file that is there.") var replace = false

    var earlier: ResultFile.Earlier { replace ? .isReplaced : .staysWithoutReplace }
}
