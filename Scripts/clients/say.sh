#!/usr/bin/env bash
# Says the lines of stdin in a room, and prints what the bot answers. Needs bash and jq.
#
#     printf 'hello\n' | say.sh ROOM NAME COMMAND ARGUMENT…    such as: commonground run --ndjson --store FILE
#
# Safe to run again with the same lines: each has a key, so what was said already is not said twice.
set -euo pipefail

room=$1 name=$2
shift 2
actor=client:$(printf %s "$name" | tr 'A-Z ' 'a-z-')
coproc server { "$@"; }
exec 3<&"${server[0]}" 4>&"${server[1]}"
id=0

# Sends one command, made by jq of its arguments; the events are left in `events`, the reply in `reply`.
ask() {
    id=$((id + 1)) events=''
    jq -nc --arg id "$id" --arg room "$room" --arg actor "$actor" "$@" >&4
    while IFS= read -r line <&3; do
        if [ "$(jq -r 'has("ev")' <<<"$line")" = true ]; then
            events+=$line$'\n'
        elif [ "$(jq -r .re <<<"$line")" = "$id" ]; then
            reply=$line
            return
        fi
    done
    echo "The server has gone." >&2
    exit 1
}

ask '{op: "hello", id: $id, proto: [1], client: "say.sh/1", caps: ["dm"]}'
ask '{op: "open", id: $id, room: $room}'
code=$(jq -r '.code // ""' <<<"$reply")
if [ -n "$code" ] && [ "$code" != ROOM_EXISTS ]; then
    jq -r .msg <<<"$reply" >&2
    exit 1
fi
ask --arg name "$name" '{op: "join", id: $id, room: $room, as: $actor, name: $name, key: ("join:" + $actor)}'
number=0
while IFS= read -r text || [ -n "$text" ]; do
    number=$((number + 1))
    key=$(printf '%s %s %s' "$actor" "$number" "$text" | sha256sum | cut -d' ' -f1)
    ask --arg text "$text" --arg key "$key" '{op: "say", id: $id, room: $room, as: $actor, text: $text, key: $key}'
    jq -r 'select(.ev == "bot") | "Common Ground: " + .text' <<<"$events"
    jq -r 'select(.ok | not) | "! " + .code + ": " + .msg' <<<"$reply"
done
ask '{op: "bye", id: $id}'
