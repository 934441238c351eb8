// The live page: asks for a key, reads the last hour, then follows the stream.
import { KeyRefused, load, watch } from "./api.js";
import { clock, Graph } from "./graph.js";
import { format } from "./money.js";
import { Windows } from "./windows.js";

const VIEW = "sales_revenue";
const MOST_STORES = 200;
const REDRAW = 300;
const element = (id) => document.getElementById(id);

const windows = new Windows();
const graph = new Graph(element("graph"));
let offset = 0;
let redraw = null;
const now = () => Date.now() + offset;

function show(state, text) {
  element("state").dataset.state = state;
  element("state").textContent = text;
}

// ---- the key: in this tab's storage, never in the address

function askForKey(error = "") {
  sessionStorage.removeItem("key");
  element("key").hidden = false;
  element("board").hidden = true;
  element("forget").hidden = true;
  element("key-error").textContent = error;
  show("off", "not connected");
  element("key-text").focus();
}

element("key").addEventListener("submit", (event) => {
  event.preventDefault();
  // A pasted file of ./run has "Authorization: Bearer" before the key.
  const key = /till_[\w-]+/.exec(element("key-text").value);
  if (!key) {
    askForKey("That is no key: one begins with till_.");
    return;
  }
  sessionStorage.setItem("key", key[0]);
  element("key-text").value = "";
  follow(key[0]);
});

element("forget").addEventListener("click", () => {
  sessionStorage.removeItem("key");
  location.reload();
});

// ---- the data

async function follow(key) {
  let failures = 0;
  let lastId = null;
  for (;;) {
    try {
      if (lastId === null) {
        show("off", "reading the last hour");
        windows.forget();
        const began = await load(VIEW, windows.from(now()), key, (row) => windows.take(row, now()));
        // The header has whole seconds; rows that come twice do no harm.
        lastId = new Date(began - 2000).toISOString();
        element("key").hidden = true;
        element("board").hidden = false;
        element("forget").hidden = false;
        draw();
      }
      await watch(VIEW, key, lastId, ({ name, data, id }) => {
        failures = 0;
        lastId = id ?? lastId;
        take(name, data);
        if (name === "gap") {
          lastId = null;
        }
      });
    } catch (failure) {
      if (failure instanceof KeyRefused) {
        askForKey(failure.message);
        return;
      }
      failures++;
      show("bad", "connection lost, trying again");
    }
    await new Promise((wake) => setTimeout(wake, Math.min(1000 * 2 ** failures, 30_000) * (0.5 + Math.random() / 2)));
  }
}

function take(name, data) {
  if (name === "tick") {
    offset = Date.parse(data.time) - Date.now();
    show("live", "live");
  } else if (name === "row" || name === "running") {
    windows.take(data, now(), true);
  }
  redraw ??= setTimeout(draw, REDRAW);
}

// ---- the board

const put = (id, text) => {
  if (element(id).textContent !== text) {
    element(id).textContent = text;
  }
};

function draw() {
  redraw = null;
  const sums = windows.sums(now());
  const { all, stores } = sums;
  put("total", format(all.revenue));
  put("total-note", `${all.events.toLocaleString("en")} sales, ${all.returns.toLocaleString("en")} of them returns, ${stores.length} stores`);
  put("running", format(all.running));
  put("running-note", "in minutes that aren't final");
  put("late", all.late.toLocaleString("en"));
  put("corrected", format(all.corrected));
  put("corrected-note", `${all.corrections} minutes corrected`);
  if (windows.newest) {
    const { end, published, seen, start } = windows.newest;
    put("lag", `${(Math.max(seen - end, published - end) / 1000).toFixed(1)} s`);
    put("lag-note", `${clock(start)} was final ${((published - end) / 1000).toFixed(1)} s after its end`);
  }
  put("elsewhere", windows.elsewhere.rows ? `${windows.elsewhere.rows} minutes of other times became final, such as ${windows.elsewhere.latest}.` : "");
  drawStores(stores);
  const chosen = element("store").value;
  graph.draw({ ...sums, stores: chosen ? stores.filter((store) => store.name === chosen) : stores });
}

function drawStores(stores) {
  const names = stores.map((store) => store.name).sort();
  const options = [...element("store").options].slice(1).map((option) => option.value);
  if (names.join("\n") !== options.join("\n")) {
    const chosen = element("store").value;
    element("store").replaceChildren(new Option("all", ""), ...names.map((name) => new Option(name, name)));
    element("store").value = names.includes(chosen) ? chosen : "";
  }
  element("none").hidden = stores.length > 0;
  element("rows").replaceChildren(...stores.slice(0, MOST_STORES).map((store) => {
    const row = document.createElement("tr");
    const name = document.createElement("th");
    name.scope = "row";
    name.textContent = name.title = store.name;
    const cells = [format(store.revenue), format(store.running), store.events, store.late, format(store.corrected)];
    row.append(name, ...cells.map((text) => Object.assign(document.createElement("td"), { textContent: text })));
    return row;
  }));
}

element("store").addEventListener("change", draw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
// The hour moves on though nothing is sold.
setInterval(() => element("board").hidden || draw(), 10_000);

const key = sessionStorage.getItem("key");
if (key) {
  follow(key);
} else {
  askForKey();
}
