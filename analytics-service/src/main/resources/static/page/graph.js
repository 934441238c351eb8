// The bars: one a minute, stacked by store. Chart.js comes as a plain script.
import { approximate } from "./money.js";
import { MINUTE } from "./windows.js";

const MOST = 7;
const COLUMNS = 60;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
export const clock = (time) => new Date(time).toISOString().slice(11, 16);

export class Graph {
  #chart;

  constructor(canvas) {
    this.#chart = new Chart(canvas, {
      type: "bar",
      data: { labels: [], datasets: [] },
      options: {
        animation: false, maintainAspectRatio: false, interaction: { mode: "index", intersect: false },
        scales: {
          x: { stacked: true, grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 16 } },
          y: { stacked: true, beginAtZero: true },
        },
        plugins: { legend: { position: "bottom", labels: { boxWidth: 12, boxHeight: 12 } } },
      },
    });
  }

  /** Draws these stores; beyond the largest seven they are one. */
  draw({ stores, from }) {
    const minutes = Array.from({ length: COLUMNS }, (_, i) => from + i * MINUTE);
    const shown = stores.slice(0, MOST).map((store) => ({ name: store.name, of: [store] }));
    if (stores.length > MOST) {
      shown.push({ name: `${stores.length - MOST} others`, of: stores.slice(MOST) });
    }
    this.#chart.data.labels = minutes.map(clock);
    this.#chart.data.datasets = shown.map(({ name, of }, i) => {
      const full = colour(`--store-${i}`);
      const windows = minutes.map((minute) => of.map((store) => store.minutes.get(minute)).filter(Boolean));
      return {
        label: name,
        data: windows.map((some) => approximate(some.reduce((sum, window) => sum + window.revenue, 0n))),
        backgroundColor: windows.map((some) => (some.some((window) => !window.final) ? full + "73" : full)),
      };
    });
    const { scales, plugins } = this.#chart.options;
    for (const axis of [scales.x, scales.y]) {
      axis.ticks.color = colour("--quiet");
      axis.grid.color = colour("--line");
    }
    plugins.legend.labels.color = colour("--text");
    this.#chart.update();
  }
}
