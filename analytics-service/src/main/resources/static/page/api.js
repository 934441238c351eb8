// The service's API with a key: pages of a view, and its stream. EventSource can't send a key, so the stream is read by fetch.
import { readJson } from "./money.js";

const MOST_PAGES = 100;
const SILENCE = 20_000;

/** The key isn't good, or not of a reader. */
export class KeyRefused extends Error {}

async function ask(path, key, options = {}) {
  const response = await fetch(path, { ...options, headers: { Authorization: "Bearer " + key, ...options.headers }, cache: "no-store" });
  if (response.status === 401 || response.status === 403) {
    throw new KeyRefused((await response.json()).detail);
  }
  if (!response.ok) {
    throw new Error("The service answers " + response.status);
  }
  return response;
}

/** Hands over each window of a view since a time, and returns the server's time before the first page was read. */
export async function load(view, from, key, take) {
  let cursor = "";
  let began = null;
  for (let page = 0; page < MOST_PAGES && cursor !== null; page++) {
    const response = await ask(`views/${view}?limit=1000&from=${new Date(from).toISOString()}${cursor}`, key);
    began ??= Date.parse(response.headers.get("date"));
    const { rows, next_cursor: next } = readJson(await response.text());
    rows.forEach(take);
    cursor = next === null ? null : "&cursor=" + encodeURIComponent(next);
  }
  return began;
}

/** Reads a view's stream until it ends. Hands over name, data and id of each event. */
export async function watch(view, key, lastId, take) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE);
  try {
    const response = await ask(`views/${view}/live`, key, {
      headers: { Accept: "text/event-stream", "Last-Event-ID": lastId },
      signal: silence.signal,
    });
    let rest = "";
    const decoder = new TextDecoder();
    for (const reader = response.body.getReader(); ;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE);
      const events = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = events.pop();
      events.forEach((event) => take(read(event)));
    }
  } finally {
    clearTimeout(timer);
  }
}

function read(event) {
  const fields = {};
  for (const line of event.split("\n")) {
    const colon = line.indexOf(":");
    fields[line.slice(0, colon)] = line.slice(colon + 1).replace(/^ /, "");
  }
  return { name: fields.event, data: fields.data ? readJson(fields.data) : null, id: fields.id };
}
