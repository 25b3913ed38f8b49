#!/usr/bin/env node
// Says the lines of stdin in a room, and prints what the bot answers.
//
//     printf 'hello\n' | say.js ROOM NAME COMMAND ARGUMENT…    such as: commonground run --ndjson --store FILE
//
// Safe to run again with the same lines: each has a key, so what was said already is not said twice.
const { spawn } = require("node:child_process");
const { createHash } = require("node:crypto");
const { createInterface } = require("node:readline");

const [room, name, command, ...rest] = process.argv.slice(2);
const actor = "client:" + name.toLowerCase().replaceAll(" ", "-");
const server = spawn(command, rest, { stdio: ["pipe", "pipe", "inherit"] });
const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
let lastId = 0;

// Sends one command, and gives its events and its reply.
async function ask(op, fields = {}) {
  const id = String(++lastId);
  server.stdin.write(JSON.stringify({ op, id, ...fields }) + "\n");
  const events = [];
  for (;;) {
    const { value, done } = await answers.next();
    if (done) throw new Error("The server has gone.");
    const answer = JSON.parse(value);
    if (answer.ev) events.push(answer);
    else if (answer.re === id) return { events, reply: answer };
  }
}

async function main() {
  await ask("hello", { proto: [1], client: "say.js/1", caps: ["dm"] });
  const { reply } = await ask("open", { room });
  if (!reply.ok && reply.code !== "ROOM_EXISTS") throw new Error(reply.msg);
  await ask("join", { room, as: actor, name, key: "join:" + actor });
  let number = 0;
  for await (const text of createInterface({ input: process.stdin })) {
    const key = createHash("sha256").update(`${actor} ${++number} ${text}`).digest("hex");
    const { events, reply } = await ask("say", { room, as: actor, text, key });
    for (const event of events) if (event.ev === "bot") console.log("Common Ground: " + event.text);
    if (!reply.ok) console.log(`! ${reply.code}: ${reply.msg}`);
  }
  await ask("bye");
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
  server.kill();
});
