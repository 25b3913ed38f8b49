# Shared by the scripts in this folder, which source it. Messages go to stderr: stdout belongs to the program.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

swift_wanted=6.2

# What building and running need of Debian: the package, and why. The Swift toolchain brings its own compiler, but links
# with Debian's linker and C libraries, and is itself linked to some of Debian's libraries.
needed_to_build='libreadline-dev    editing lines in the terminal (GNU readline)
libsqlite3-dev     keeping transcripts (SQLite)
libpq-dev          keeping transcripts at a server (PostgreSQL)
libssl-dev         chaining the transcript (SHA-256 of libcrypto)
binutils           the linker that Swift uses
libc6-dev          the C library, to build against
libstdc++-12-dev   the C++ and compiler libraries, to link against
libcurl4           used by the Swift package manager
libxml2            used by the Swift package manager
libncurses6        used by the Swift toolchain
git                fetching the Swift packages
ca-certificates    fetching them safely
tzdata             local time'

say() { printf '%s\n' "$*" >&2; }

# stop CODE SENTENCE
stop() {
    local code=$1
    shift
    say "$*"
    exit "$code"
}

# missing_of LINES: those of the "package reason" lines whose package is not installed.
missing_of() {
    local package reason
    while read -r package reason; do
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            printf '%s  %s\n' "$package" "$reason"
    done <<<"$1"
}

# install_missing LINES: installs those packages that are missing, and says so. Asks nothing, and does nothing at all when
# nothing is missing.
install_missing() {
    local wanted=$1 missing package reason packages=() as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not Debian, so nothing is installed here. Needed, under Debian's names:"
        say "$wanted"
        return
    fi
    missing=$(missing_of "$wanted")
    [ -n "$missing" ] || return 0
    say "Installing from Debian's packages:"
    while read -r package reason; do
        packages+=("$package")
        say "  $package: $reason"
    done <<<"$missing"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            stop 77 "Installing needs root and there is no sudo. As root, run: apt-get install ${packages[*]}"
        as_root=(sudo)
        [ -t 0 ] || as_root=(sudo -n)
    fi
    { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends "${packages[@]}"; } </dev/null >&2 ||
        stop 69 "Debian's packages could not be installed; the lines above say why. As root, try: apt-get install ${packages[*]}"
}

# Common Ground does not install Swift: which one, and from where, is for the owner of the computer to choose.
where_from="install it from https://www.swift.org/install/linux/, then run this again."

# Installs the "package reason" lines given and sees to a Swift that is new enough. Looks for Swift before anything is
# installed, and starts it afterwards only, because it needs some of these packages itself.
prepare() {
    local found
    command -v swift >/dev/null || stop 69 "Swift $swift_wanted or newer is needed and was not found: $where_from"
    install_missing "$1"
    found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1) || true
    [ -n "$found" ] || stop 69 "Swift is there but does not start (try: swift --version): $where_from"
    [ "$(printf '%s\n' "$swift_wanted" "$found" | sort -V | head -n 1)" = "$swift_wanted" ] ||
        stop 69 "Swift $swift_wanted or newer is needed and this is $found: $where_from"
}
