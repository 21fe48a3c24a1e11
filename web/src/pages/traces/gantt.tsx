// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";
import { failed, LEVELS, type Tree } from "../../islands/waterfall/tree.ts";
import { mountWaterfall, type Waterfall, type WaterfallModel } from "../../islands/waterfall/waterfall.ts";
import { clockSeconds } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { grouped, plural, spanText } from "../../state/numbers.ts";
import { painted } from "../../state/theme.ts";
import { plain } from "../../widgets/plaintext.ts";
import { bounds, choose, closed, rows, selected, times, toggle, walk, window } from "./state.ts";

/** A time on the axis: since the start, or by the clock. */
export function tickText(ms: number, step: number, start: number, zone: string, by: "relative" | "clock"): string {
  if (by === "clock") {
    const at = start + ms;
    const milli = Math.floor(at % 1000);
    return step < 1000 ? `${clockSeconds(at, zone)}.${String(milli).padStart(3, "0")}` : clockSeconds(at, zone);
  }
  if (step < 1) return `${Number(ms.toFixed(3))} ms`;
  return step < 1000 ? `${grouped(Math.round(ms))} ms` : `${grouped(Math.round(ms / 100) / 10)} s`;
}

/** A bar in words. */
export function barText(tree: Tree, bar: number): string {
  const ticks = (tree.tickFrom[bar + 1] ?? 0) - (tree.tickFrom[bar] ?? 0);
  const words = [
    `${plain(tree.services[bar] || "no service", 80)} ${plain(tree.names[bar] ?? "", 80)}`.trim(),
    `starts at ${spanText(tree.start[bar] ?? 0)}`,
    `lasts ${spanText(tree.length[bar] ?? 0)}`,
    plural(ticks, "line"),
    failed(tree, bar) ? "with errors" : (LEVELS[tree.level[bar] ?? 6] ?? ""),
    tree.joins[bar] ? `joined by ${plain(tree.joins[bar] ?? "", 60)}` : "",
  ];
  return words.filter(Boolean).join(", ");
}

/** The bars on a canvas; one stop in the tab order that reads the chosen bar. */
export function Gantt({ tree, sentence }: { tree: Tree; sentence: string }) {
  const host = useRef<HTMLDivElement>(null);
  const island = useRef<Waterfall | null>(null);
  const { zone } = view.value;
  const whole = bounds.value;
  const shown = window.value ?? { from: 0, to: whole.length };
  const by = times.value;
  const model: WaterfallModel = {
    tree,
    closed: closed.value,
    rows: rows.value,
    selected: selected.value,
    from: shown.from,
    to: shown.to,
    tick: (ms, step) => tickText(ms, step, whole.start, zone, by),
    painted: painted.value,
    select: choose,
    toggle,
    zoom: (from, to) => {
      window.value = { from, to };
    },
  };
  useEffect(() => {
    if (!host.current) return;
    if (island.current) island.current.update(model);
    else island.current = mountWaterfall(host.current, model);
  });
  const at = rows.value.indexOf(selected.value);
  useEffect(() => island.current?.reveal(at), [at]);
  useEffect(
    () => () => {
      island.current?.destroy();
      island.current = null;
    },
    [],
  );
  const keys = (event: KeyboardEvent) => {
    const bar = selected.peek();
    const shut = closed.peek()[bar] === 1;
    const more = (tree.end[bar] ?? 0) > bar + 1;
    if (event.key === "ArrowDown") walk(1);
    else if (event.key === "ArrowUp") walk(-1);
    else if (event.key === "PageDown") walk(20);
    else if (event.key === "PageUp") walk(-20);
    else if (event.key === "Home") walk(-tree.size);
    else if (event.key === "End") walk(tree.size);
    else if (event.key === "ArrowRight" && more && shut) toggle(bar);
    else if (event.key === "ArrowLeft" && more && !shut) toggle(bar);
    else if (event.key === "Enter" && more) toggle(bar);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="tr-gantt"
      ref={host}
      role="slider"
      aria-orientation="vertical"
      tabIndex={0}
      data-list
      aria-label={sentence}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, rows.value.length)}
      aria-valuenow={Math.max(1, at + 1)}
      aria-valuetext={selected.value >= 0 && selected.value < tree.size ? barText(tree, selected.value) : "no bar"}
      onKeyDown={keys}
    />
  );
}

const ROWS = 1000;

/** The same as a tree table, for who cannot see the canvas. */
export function TreeTable({ tree }: { tree: Tree }) {
  const listed = [...rows.value.subarray(0, ROWS)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="tr-gantt tr-table" tabIndex={0} aria-label="Bars as a table" data-list>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree of rows that open is a treegrid */}
      <table className="cp-table" role="treegrid" aria-rowcount={rows.value.length}>
        <thead>
          <tr>
            <th>Service</th>
            <th>Operation, thread</th>
            <th className="num">Starts at</th>
            <th className="num">Lasts</th>
            <th className="num">Lines</th>
            <th>Level</th>
            <th>Joined by</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((bar) => {
            const more = (tree.end[bar] ?? 0) > bar + 1;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: J and K choose as well
              <tr
                key={bar}
                aria-level={(tree.depth[bar] ?? 0) + 1}
                aria-expanded={more ? closed.value[bar] !== 1 : undefined}
                aria-selected={bar === selected.value}
                onClick={() => choose(bar)}
              >
                <th scope="row" className="mono" style={{ paddingLeft: `${8 + (tree.depth[bar] ?? 0) * 12}px` }}>
                  {more && (
                    <button
                      type="button"
                      className="tool"
                      aria-label={closed.value[bar] === 1 ? "open" : "close"}
                      onClick={() => toggle(bar)}
                    >
                      {closed.value[bar] === 1 ? "+" : "−"}
                    </button>
                  )}
                  {plain(tree.services[bar] || "no service", 80)}
                </th>
                <td className="mono">{plain(tree.names[bar] ?? "", 120)}</td>
                <td className="num">{spanText(tree.start[bar] ?? 0)}</td>
                <td className="num">{spanText(tree.length[bar] ?? 0)}</td>
                <td className="num">{grouped((tree.tickFrom[bar + 1] ?? 0) - (tree.tickFrom[bar] ?? 0))}</td>
                <td>
                  <span className="level mono" data-level={LEVELS[tree.level[bar] ?? 6]}>
                    {(LEVELS[tree.level[bar] ?? 6] ?? "").toUpperCase()}
                  </span>
                </td>
                <td>{plain(tree.joins[bar] ?? "", 60)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.value.length > ROWS && (
        <p className="note">
          {grouped(ROWS)} of {grouped(rows.value.length)} bars are listed; look for a word, or close some.
        </p>
      )}
    </section>
  );
}
