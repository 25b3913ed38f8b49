"""Writes the manual page from the program's own description of itself: JSON on stdin (commonground --experimental-dump-help),
roff on stdout. The argument is the version."""

import json
import sys

# As in .github/ERRORS.md.
EXIT_STATUS = [
    (0, "All went well."),
    (1, "commonground check: a rule of the protocol is broken."),
    (64, "The command line is not right, or what it asks for cannot be done now."),
    (65, "A file, or what is kept, is not right; also a set-up or a framework that is not there."),
    (66, "Another file or a room is not there, or cannot be read."),
    (69, "A server or a program that is needed does not answer."),
    (73, "A file cannot be made, or is there already."),
    (74, "Reading or writing failed."),
    (75, "It could not go on just now; start it again."),
    (77, "You may not do that."),
    (78, "The computer is not set up for it; commonground doctor says what to mend."),
]


def escaped(text):
    return text.replace("\\", "\\e").replace("-", "\\-")


def line(text):
    """A line of text that troff does not take for a request."""
    text = escaped(text)
    return "\\&" + text if text[:1] in (".", "'") else text


def prose(text):
    """Paragraphs are filled, indented lines are kept as they are."""
    made, literal = [], False
    for words in text.split("\n"):
        is_literal = words.startswith("  ")
        if is_literal != literal:
            made.append([".RS 4", ".nf"] if is_literal else [".fi", ".RE"])
            literal = is_literal
        made.append([line(words.strip())] if words.strip() else [".PP"])
    if literal:
        made.append([".fi", ".RE"])
    return [row for rows in made for row in rows]


def names(argument):
    """Such as --store PATH, as a person types it."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return "\\fI" + escaped(value) + "\\fR"
    dashed = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument["names"]]
    shown = ", ".join("\\fB" + escaped(name) + "\\fR" for name in dashed)
    return shown + (" \\fI" + escaped(value) + "\\fR" if argument["kind"] == "option" else "")


def is_shown(item):
    return item.get("shouldDisplay", True)


def is_everywhere(argument):
    """--help and --version, which every command has, are told once."""
    return any(name["name"] in ("help", "version") for name in argument.get("names", []))


def options(arguments):
    made = []
    for argument in arguments:
        told = [argument.get("abstract", ""), argument.get("discussion", "")]
        if argument.get("allValues"):
            told.append("One of: " + ", ".join(argument["allValues"]) + ".")
        if "defaultValue" in argument:
            told.append("Default: " + argument["defaultValue"] + ".")
        made += [".TP", names(argument), line(" ".join(words for words in told if words))]
    return made


def usage(path, arguments):
    words = ["\\fB" + escaped(" ".join(path)) + "\\fR"]
    for argument in arguments:
        shown = names(argument) + (" ..." if argument.get("isRepeating") else "")
        words.append("[" + shown + "]" if argument.get("isOptional") else shown)
    return " ".join(words)


def commands(command, path):
    path = path + [command["commandName"]]
    arguments = [each for each in command.get("arguments", []) if is_shown(each) and not is_everywhere(each)]
    inner = [each for each in command.get("subcommands", []) if is_shown(each) and each["commandName"] != "help"]
    made = []
    if len(path) > 1:
        made += [".SS " + escaped(" ".join(path)), line(command.get("abstract", ""))]
        if arguments or not inner:
            made += [".PP", usage(path, arguments)]
        if command.get("discussion"):
            made += [".PP"] + prose(command["discussion"])
        made += options(arguments)
    for each in inner:
        made += commands(each, path)
    return made


def page(program, version):
    made = ['.TH COMMONGROUND 1 "" "commonground ' + version + '" "User commands"', ".ad l", ".nh", ".SH NAME"]
    made += ["commonground \\- chat facilitation that keeps who agreed, who did not, and in whose words"]
    made += [".SH SYNOPSIS", "\\fBcommonground\\fR [\\fIcommand\\fR] [\\fIoptions\\fR]", ".SH DESCRIPTION"]
    made += [line(program.get("abstract", "")), ".PP"] + prose(program.get("discussion", ""))
    made += [".SH OPTIONS", ".TP", "\\fB\\-h\\fR, \\fB\\-\\-help\\fR", "Show help; every command has it."]
    made += [".TP", "\\fB\\-\\-version\\fR", "Show the version.", ".SH COMMANDS"] + commands(program, [])
    made += [".SH EXIT STATUS"]
    for code, meaning in EXIT_STATUS:
        made += [".TP", "\\fB" + str(code) + "\\fR", line(meaning)]
    made += [".SH ENVIRONMENT", ".TP", "\\fBCOMMONGROUND_STORE\\fR"]
    made += ["The transcript store, where \\fB\\-\\-store\\fR is left out."]
    made += [".TP", "\\fBXDG_DATA_HOME\\fR", "The user's data folder, in place of ~/.local/share."]
    made += [".TP", "\\fBXDG_STATE_HOME\\fR", "The user's state folder, in place of ~/.local/state."]
    made += [".TP", "\\fBNO_COLOR\\fR", "When it is set: neither bold nor faint."]
    made += [".TP", "\\fBPGPASSWORD\\fR", "The password of a PostgreSQL server, as psql takes it."]
    made += [".SH FILES", ".TP", "\\fI~/.local/share/commonground/transcripts.sqlite\\fR", "The transcripts."]
    made += [".TP", "\\fI~/.local/share/commonground/frameworks\\fR", "Frameworks of your own."]
    made += [".TP", "\\fI~/.local/state/commonground/history\\fR"]
    made += ["Lines typed at the keyboard; never ratings or private words."]
    return "\n".join(made) + "\n"


sys.stdout.write(page(json.load(sys.stdin)["command"], sys.argv[1]))
