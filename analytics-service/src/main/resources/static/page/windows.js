// What is known of the minutes of the last hour: the highest revision of each, or what it has come to so far.
import { parse } from "./money.js";

const HOUR = 3_600_000;
export const MINUTE = 60_000;

const sum = () => ({ revenue: 0n, running: 0n, events: 0, returns: 0, late: 0, corrections: 0, corrected: 0n });

export class Windows {
  #byKey = new Map();
  newest = null;
  elsewhere = { rows: 0, latest: "" };

  /** Takes a window of the API, or of the stream as it is told, in any order and as often as it comes. */
  take(row, now, isNews = false) {
    const start = Date.parse(row.window_start);
    if (start < this.from(now) || start > now + HOUR) {
      if (row.final) {
        this.elsewhere = { rows: this.elsewhere.rows + 1, latest: row.window_start };
      }
      return;
    }
    const key = row.window_start + row.store_id;
    const known = this.#byKey.get(key);
    if (known && (known.final ? !row.final || known.revision >= row.revision : !row.final && known.events > row.events)) {
      return;
    }
    const window = {
      store: row.store_id, start, final: row.final, revision: row.revision, events: row.events, returns: row.returns, late: row.late,
      revenue: parse(row.revenue), corrected: row.corrected === null ? 0n : parse(row.corrected), published: Date.parse(row.published_at),
    };
    this.#byKey.set(key, window);
    if (window.final && window.revision === 0 && (!this.newest || start > this.newest.start)) {
      this.newest = { start, end: start + MINUTE, published: window.published, seen: isNews ? now : window.published };
    }
  }

  /** The first minute that is shown. */
  from(now) {
    return Math.floor(now / MINUTE) * MINUTE - HOUR + MINUTE;
  }

  forget() {
    this.#byKey.clear();
  }

  /** Sums of all, of each store (the largest first), and of each store's minutes. */
  sums(now) {
    const from = this.from(now);
    const all = sum();
    const stores = new Map();
    for (const [key, window] of this.#byKey) {
      if (window.start < from) {
        this.#byKey.delete(key);
        continue;
      }
      let store = stores.get(window.store);
      if (!store) {
        stores.set(window.store, store = { name: window.store, ...sum(), minutes: new Map() });
      }
      store.minutes.set(window.start, window);
      for (const into of [all, store]) {
        into.revenue += window.revenue;
        into.running += window.final ? 0n : window.revenue;
        into.events += window.events;
        into.returns += window.returns;
        into.late += window.late;
        into.corrections += window.revision > 0 ? 1 : 0;
        into.corrected += window.corrected;
      }
    }
    const sorted = [...stores.values()].sort((a, b) => (a.revenue < b.revenue ? 1 : a.revenue > b.revenue ? -1 : a.name < b.name ? -1 : 1));
    return { all, stores: sorted, from };
  }
}
