"use strict";

const REFRESH_MILLIS = 2000;
const SHOWN_EVENTS = 200;
const open = new Set();
let latest = null;

/** Everything is set as text: what events say never becomes markup. */
function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== ""));
  return made;
}

const byId = (id) => document.getElementById(id);
const time = (iso) => new Date(iso).toLocaleTimeString([], { hourCycle: "h23" });
const number = (value) => Number(value).toLocaleString("en");
const size = (bytes) => (bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);
const sum = (list, field) => list.reduce((total, each) => total + each[field], 0);
const isDlq = (queue) => queue.name.endsWith("-dlq");
const nameOf = (arn) => `${arn.split(":")[2]} ${arn.split(/[:/]/).pop()}`;

function cell(row, [title, read, kind, tone]) {
  const made = element("td", `${kind || ""} ${tone ? tone(row) : ""}`.trim(), read(row));
  made.dataset.title = title; // shown before the value where rows are stacked, on a phone
  return made;
}

/** Columns: title, how to read a row, its class, and a class that depends on the row. */
function table(section, rows, columns, hideWhenEmpty) {
  const place = byId(section);
  place.hidden = hideWhenEmpty && rows.length === 0;
  const target = place.querySelector("table");
  if (rows.length === 0) {
    target.replaceChildren(element("tbody", "", element("tr", "", element("td", "empty", "None."))));
    return;
  }
  const head = element("tr", "", ...columns.map(([title, , kind]) => element("th", kind || "", title)));
  const body = rows.map((row) => element("tr", "", ...columns.map((column) => cell(row, column))));
  target.replaceChildren(element("thead", "", head), element("tbody", "", ...body));
}

function tiles(data) {
  const events = data.events;
  const waiting = data.queues.filter((queue) => !isDlq(queue));
  const dead = data.queues.filter(isDlq);
  const all = [
    ["events accepted", events.accepted, ""],
    ["entries refused", events.refused, events.refused ? "bad" : ""],
    ["messages in queues", sum(waiting, "visible") + sum(waiting, "inFlight"), ""],
    ["dead letters", sum(dead, "visible") + sum(dead, "inFlight"), sum(dead, "visible") ? "bad" : ""],
    ["records put to streams", sum(data.streams, "put"), ""],
    ["faults at work", data.faults.filter((fault) => !fault.spent).length, data.faults.some((fault) => !fault.spent) ? "wait" : ""],
  ];
  byId("tiles").replaceChildren(...all.map(([title, value, tone]) => element("div", `tile ${tone}`, element("b", "", number(value)), element("span", "", title))));
}

function chips(event) {
  const hops = [...event.went].sort((one, other) => one.target.localeCompare(other.target));
  const made = hops.map((hop) => element("span", `chip ${hop.outcome}`, `${hop.target}${hop.outcome === "delivered" ? "" : `: ${hop.outcome}`}${hop.attempts ? ` (${hop.attempts} attempts)` : ""}`));
  if (event.targets === 0) made.push(element("span", "chip", "no rule matches"));
  const missing = event.targets - event.went.filter((hop) => hop.outcome !== "dead-letter").length;
  if (missing > 0) made.push(element("span", "chip waiting", `${missing} waiting`));
  return made;
}

function eventRow(event) {
  const summary = element("summary", "",
    element("span", "time", time(event.at)),
    element("span", "type", event.type, element("small", "", `${event.source} to ${event.bus}`)),
    element("span", "went", element("span", "chips", ...chips(event)), element("span", "said mono", event.detail)));
  const reasons = event.went.filter((hop) => hop.why).map((hop) => element("li", "why", `${hop.target}: ${hop.why}`));
  const row = element("details", "", summary, element("div", "body",
    element("span", "mono", event.id),
    reasons.length ? element("ul", "", ...reasons) : "",
    element("pre", "mono", event.detail)));
  row.open = open.has(event.id);
  row.addEventListener("toggle", () => (row.open ? open.add(event.id) : open.delete(event.id)));
  return element("li", "", row);
}

function events(data) {
  const wanted = byId("filter").value.trim().toLowerCase();
  const found = data.events.recent.filter((event) => !wanted || JSON.stringify(event).toLowerCase().includes(wanted));
  const place = byId("eventList");
  const scrolled = place.scrollTop;
  place.replaceChildren(...found.slice(0, SHOWN_EVENTS).map(eventRow));
  place.scrollTop = scrolled;
  byId("noEvents").hidden = found.length > 0;
  byId("noEvents").textContent = wanted ? "No recent event fits." : "No event yet.";
}

function rules(data) {
  const one = (rule) => element("div", rule.state === "ENABLED" ? "rule" : "rule off",
    element("b", "", rule.name), rule.state === "ENABLED" ? "" : " (disabled)",
    element("code", "", rule.pattern),
    element("div", "chips", ...rule.targets.map((target) => element("span", "chip", nameOf(target.arn)))));
  byId("ruleList").replaceChildren(...data.buses.map((bus) => element("div", "bus",
    element("h3", "", bus.name),
    ...(bus.rules.length ? bus.rules.map(one) : [element("p", "empty", "No rules.")]))));
}

function show(data) {
  tiles(data);
  events(data);
  rules(data);
  table("refused", data.events.recentlyRefused, [
    ["time", (row) => time(row.at), "time"], ["bus", (row) => row.bus], ["type", (row) => row.type],
    ["source", (row) => row.source], ["why", (row) => row.why, "why"]], true);
  const tone = (field) => (row) => (row[field] === 0 ? "zero" : isDlq(row) ? "alarm" : "");
  const queues = [...data.queues].sort((one, other) => isDlq(one) - isDlq(other) || one.name.localeCompare(other.name));
  table("queues", queues, [
    ["queue", (row) => row.name], ["waiting", (row) => number(row.visible), "number", tone("visible")],
    ["in flight", (row) => number(row.inFlight), "number", tone("inFlight")]]);
  table("streams", data.streams, [
    ["stream", (row) => row.name], ["open shards", (row) => number(row.openShards), "number"],
    ["records put", (row) => number(row.put), "number"]]);
  table("deliveryStreams", data.deliveryStreams, [
    ["stream", (row) => row.name], ["to", (row) => `${row.to}/${row.prefix}`],
    ["records put", (row) => number(row.put), "number"]]);
  table("objects", data.objects, [
    ["time", (row) => time(row.at), "time"],
    ["object", (row) => element("span", row.why ? "why" : "", `${row.bucket}/${row.key}${row.why ? ` not written: ${row.why}` : ""}`)],
    ["size", (row) => size(row.bytes), "number"]]);
  table("metrics", data.metrics, [
    ["metric", (row) => `${row.namespace} ${row.name}`],
    ["dimensions", (row) => Object.entries(row.dimensions).map(([name, value]) => `${name}=${value}`).join(" ")],
    ["samples", (row) => number(row.samples), "number"], ["sum", (row) => number(row.sum), "number"]], true);
  table("faults", data.faults, [
    ["id", (row) => row.id], ["kind", (row) => `${row.kind}${row.spent ? " (spent)" : ""}`],
    ["strikes", (row) => `${row.service || "*"} ${row.operation || "*"} ${row.resource || ""}`],
    ["calls", (row) => number(row.calls), "number"], ["hits", (row) => number(row.hits), "number"]], true);
}

async function refresh() {
  const state = byId("state");
  try {
    const reply = await fetch("resources");
    if (!reply.ok) throw new Error(`answered ${reply.status}`);
    latest = await reply.json();
    show(latest);
    state.textContent = `${location.host}, as of ${time(new Date().toISOString())}`;
    state.className = "";
  } catch (failure) {
    state.textContent = `${location.host} does not answer: ${failure.message}`;
    state.className = "down";
  }
}

byId("filter").addEventListener("input", () => latest && events(latest));
setInterval(() => byId("live").checked && !document.hidden && refresh(), REFRESH_MILLIS);
refresh();
