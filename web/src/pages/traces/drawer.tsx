// SPDX-License-Identifier: Apache-2.0
// The lines of the chosen bar, in a drawer whose height never moves what is above it.
import { useEffect, useRef } from "preact/hooks";
import type { UnitAnswer, UnitEvent } from "../../api/tracetypes.ts";
import { type Grid, type GridModel, mountGrid } from "../../islands/grid/grid.ts";
import { rowsOf } from "../../islands/grid/rows.ts";
import type { Tree } from "../../islands/waterfall/tree.ts";
import { isoOf } from "../../state/instant.ts";
import { goTo, pageView, view } from "../../state/location.ts";
import { grouped, plural } from "../../state/numbers.ts";
import { pin } from "../../state/pinning.ts";
import { clause, narrowed } from "../../state/querytext.ts";
import type { View } from "../../state/view.ts";
import { Icon } from "../../widgets/icon.tsx";
import { plain } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { pinOf } from "./pinnable.ts";
import { bounds, DRAWN, lines, selected } from "./state.ts";

/** The events of a bar in Investigate: those of the unit, of its service, in its time. */
function eventsView(answer: UnitAnswer, tree: Tree, bar: number): View {
  const service = tree.services[bar] ?? "";
  const q = service === "" ? answer.query : narrowed(answer.query, clause("service", service));
  const from = bounds.value.start + (tree.start[bar] ?? 0);
  const to = from + (tree.length[bar] ?? 0);
  // Corrected times lie beside those that are stored: a second of air holds them.
  return pageView("investigate", { q, from: isoOf(Math.floor(from) - 1000), to: isoOf(Math.ceil(to) + 1001) });
}

function Lines({ shown }: { shown: readonly UnitEvent[] }) {
  const host = useRef<HTMLDivElement>(null);
  const island = useRef<Grid | null>(null);
  const { zone, find } = view.value;
  const events = shown
    .slice(0, DRAWN)
    .map(({ event, corrected }) => (corrected ? { ...event, time: corrected } : event));
  const key = `${shown[0]?.event.id} ${shown.length} ${zone}`;
  const rows = useRef<{ key: string; rows: ReturnType<typeof rowsOf> }>({ key: "", rows: [] });
  if (rows.current.key !== key) rows.current = { key, rows: rowsOf(events, zone) };
  const model: GridModel = {
    subject: key,
    start: 0,
    holds: true,
    rows: rows.current.rows,
    selected: -1,
    total: shown.length,
    stale: false,
    zone,
    words: find ? [find] : [],
    label: `Lines of the chosen bar, ${grouped(shown.length)}`,
    head: [`Time (${zone}) ↑`, "Level", "Service", "Message"],
    select: () => undefined,
    open: (row) => {
      const found = rows.current.rows[row];
      if (found?.kind !== "event") return;
      const at = Date.parse(found.event.time);
      goTo("investigate", {
        q: "",
        from: isoOf(at - 60_000),
        to: isoOf(at + 60_000),
        selected: found.event.id,
        panel: "event",
      });
    },
    seen: () => undefined,
  };
  useEffect(() => {
    if (!host.current) return;
    if (island.current) island.current.update(model);
    else island.current = mountGrid(host.current, model);
  });
  useEffect(
    () => () => {
      island.current?.destroy();
      island.current = null;
    },
    [],
  );
  return <div className="tr-lines" ref={host} />;
}

export function Drawer({ answer, tree }: { answer: UnitAnswer; tree: Tree }) {
  const bar = selected.value;
  const shown = lines.value;
  const chosen = bar >= 0 && bar < tree.size;
  const name = chosen ? `${tree.services[bar] || "no service"} ${tree.names[bar] ?? ""}`.trim() : "";
  return (
    <section className="tr-drawer" aria-label="Lines of the chosen bar">
      <div className="tr-drawer-top">
        <strong className="mono">{plain(name, 100) || "nothing is chosen"}</strong>
        <span className="muted" role="status">
          {plural(shown.length, "log line")}
          {shown.length > DRAWN ? `, the first ${grouped(DRAWN)} are listed` : ""}
        </span>
        <span className="push" />
        {chosen && (
          <>
            <To className="button small" view={eventsView(answer, tree, bar)}>
              <Icon name="search" />
              Open in Investigate <kbd aria-hidden="true">I</kbd>
            </To>
            <button type="button" className="button small" onClick={() => void pin(pinOf(answer, name))}>
              <Icon name="pin" />
              Pin <kbd aria-hidden="true">P</kbd>
            </button>
          </>
        )}
      </div>
      <Lines shown={shown} />
    </section>
  );
}

export function openEvents(answer: UnitAnswer | null, tree: Tree | null): void {
  const bar = selected.peek();
  if (answer && tree && bar >= 0 && bar < tree.size) {
    const { q, from, to } = eventsView(answer, tree, bar);
    goTo("investigate", { q, from, to });
  }
}
