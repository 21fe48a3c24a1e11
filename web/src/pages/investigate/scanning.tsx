// SPDX-License-Identifier: Apache-2.0
// How far the search is, while it takes long, and what became of one that did not come to its end.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { listing } from "../../state/investigation.ts";
import { percent as share } from "../../state/numbers.ts";

/** How often the clock is drawn again, in milliseconds. */
const TICK = 100;

function Elapsed() {
  const now = useSignal(performance.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = performance.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, now.value - listing.since.value) / 1000;
  return <span className="mono">{seconds.toFixed(1)} s</span>;
}

/** In the place of the time it took: how much was looked at so far, and a way to stop. */
export function Scanning() {
  const scanned = listing.scanned.value;
  return (
    <span className="scanning">
      <span>{scanned ? `${scanned.percent} % scanned` : "searching"}</span> · <Elapsed />{" "}
      <button type="button" className="button small" onClick={listing.stop}>
        Stop
      </button>
    </span>
  );
}

/** Says that a part is all there is. It stands where the time stood, so that no row moves. */
export function PartialNote() {
  const partial = listing.partial.value;
  if (!partial || listing.loading.value) return null;
  return (
    <span className="partial" role="status">
      <strong>partial: {partial.percent} % scanned</strong>, {partial.why}{" "}
      <button type="button" className="button small" onClick={listing.goOn}>
        Go on
      </button>
    </span>
  );
}

/** A thin bar with the share that was looked at; it has its place always. */
export function ScanBar() {
  const scanned = listing.scanned.value;
  const running = listing.slow.value;
  const known = running && scanned !== null;
  return (
    <div
      className={running && !known ? "progress on" : "progress"}
      {...(known
        ? {
            role: "progressbar",
            "aria-label": "Searched",
            "aria-valuemin": 0,
            "aria-valuemax": 100,
            "aria-valuenow": scanned.percent,
            "aria-valuetext": `${share(scanned.percent / 100)} of ${scanned.ofEvents} events`,
          }
        : { "aria-hidden": "true" as const })}
    >
      {known && <div className="progress-done" style={{ width: `${scanned.percent}%` }} />}
    </div>
  );
}
