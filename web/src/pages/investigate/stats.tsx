// SPDX-License-Identifier: Apache-2.0
import { openSuspects, zoom } from "../../state/actions.ts";
import { clockSeconds } from "../../state/instant.ts";
import { histogram, listing, rise, status } from "../../state/investigation.ts";
import { go, view } from "../../state/location.ts";
import { counted, grouped, plural, rough, times } from "../../state/numbers.ts";
import { Plain } from "../../widgets/plain.tsx";
import { Chips } from "./chips.tsx";
import { PartialNote, Scanning } from "./scanning.tsx";

function Burst() {
  const found = rise.value;
  if (!found) return null;
  const clock = clockSeconds(found.at, view.value.zone);
  const at = found.step >= 60_000 ? clock.slice(0, 5) : clock;
  const words = found.ratio === null ? "errors begin" : `errors rise ${times(found.ratio)}`;
  return (
    <button type="button" className="link burst" onClick={() => zoom(found.from, found.to)}>
      {words} at {at}, zoom in
    </button>
  );
}

/** How much was found, how it was understood, and in which order it stands. */
export function Stats() {
  const now = listing.listed.value;
  const running = listing.loading.value && listing.slow.value;
  if (!now) {
    return (
      <div className="query-below">
        <Chips />
        {running ? <Scanning /> : " "}
      </div>
    );
  }
  const { total, tookMs, query } = now;
  const stored = status.data.value?.events;
  const { order } = view.value;
  return (
    <div className="query-below">
      <Chips />
      <span>
        <strong role="status">{counted(total)}</strong>
        {stored !== undefined ? ` of ${rough(stored)} events` : ` ${plural(total.value, "event").split(" ")[1]}`} ·{" "}
        {running ? <Scanning /> : tookMs === null ? null : `${grouped(tookMs)} ms`} <PartialNote />
        {" · "}
        <button
          type="button"
          className="link"
          aria-keyshortcuts="v o"
          onClick={() => go({ order: order === "newest" ? "oldest" : "newest" })}
        >
          {order} first
        </button>
      </span>
      {histogram.data.value?.changesComplete === false && (
        <span>only the newest {histogram.data.value.changes.length} changes are marked</span>
      )}
      {query.text.trim() !== "" && (
        <span className="reads">
          reads as: <Plain text={query.words} />
        </span>
      )}
      <Burst />
      <span className="push" />
      <button type="button" className="link plain" aria-keyshortcuts="s" onClick={openSuspects}>
        {view.value.selected ? "Suspects for the row" : "Suspects for all of these"} <kbd aria-hidden="true">S</kbd>
      </button>
    </div>
  );
}
