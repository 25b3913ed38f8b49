#!/usr/bin/env python3
"""Says the lines of stdin in a room, and prints what the bot answers.

    printf 'hello\n' | say.py ROOM NAME COMMAND ARGUMENT…    such as: commonground run --ndjson --store FILE

Safe to run again with the same lines: each has a key, so what was said already is not said twice.
"""
import hashlib
import json
import subprocess
import sys

room, name, *command = sys.argv[1:]
actor = "client:" + name.lower().replace(" ", "-")
server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
last_id = 0


def ask(operation, **fields):
    """Sends one command, and gives its events and its reply."""
    global last_id
    last_id += 1
    line = {"op": operation, "id": str(last_id), **fields}
    server.stdin.write(json.dumps(line).encode() + b"\n")
    server.stdin.flush()
    events = []
    for answer in server.stdout:
        answer = json.loads(answer)
        if "ev" in answer:
            events.append(answer)
        elif answer["re"] == str(last_id):
            return events, answer
    sys.exit("The server has gone.")


def show(events):
    for event in events:
        if event["ev"] == "bot":
            print("Common Ground:", event["text"])


ask("hello", proto=[1], client="say.py/1", caps=["dm"])
_, reply = ask("open", room=room)
if not reply["ok"] and reply["code"] != "ROOM_EXISTS":
    sys.exit(reply["msg"])
ask("join", room=room, **{"as": actor}, name=name, key="join:" + actor)
for number, text in enumerate(sys.stdin, 1):
    text = text.rstrip("\n")
    key = hashlib.sha256(f"{actor} {number} {text}".encode()).hexdigest()
    events, reply = ask("say", room=room, **{"as": actor}, text=text, key=key)
    show(events)
    if not reply["ok"]:
        print("!", reply["code"] + ":", reply["msg"])
ask("bye")
