// SPDX-License-Identifier: Apache-2.0
// The same as the picture, as tables: for screen readers, for printing, for exact numbers.
import { useSignal } from "@preact/signals";
import { STACK } from "../../islands/timeline/cells.ts";
import { dateAndClock, full, millis, offsetLabel } from "../../state/instant.ts";
import { duration, grouped } from "../../state/numbers.ts";
import { clockOf } from "../../state/timelanes.ts";
import { corrected, lanes, marks, shown, skews, timeline, toggleLane } from "../../state/timeline.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped, plain } from "../../widgets/plaintext.ts";
import { Causes } from "./causes.tsx";
import { cells, zone } from "./picture.ts";
import { burstsWords } from "./texts.ts";
import { absenceWords, finding, stateWords } from "./words.ts";

const PAGE = 200;

function clockWords(key: string): string {
  const skew = clockOf(corrected.value ? (timeline.data.value?.skew ?? null) : skews.data.value, key)?.skew;
  if (!skew) return "not known";
  const said = `${skew.aheadMs < 0 ? "−" : "+"}${duration(Math.abs(skew.aheadMs))} ± ${duration(skew.uncertaintyMs)}`;
  return skew.certain ? `${said}${corrected.value ? ", corrected" : ""}` : `${said}, not certain`;
}

function LaneTable() {
  const of = zone.value;
  return (
    <table className="tl-table" id="tl-lane-table">
      <caption>Lanes</caption>
      <thead>
        <tr>
          <th>Chosen</th>
          <th>Service</th>
          <th>What is known</th>
          <th className="num">Errors</th>
          <th className="num">Events</th>
          <th>First error ({of})</th>
          <th>Bursts</th>
          <th>Silences</th>
          <th>Versions</th>
          <th>Clock</th>
        </tr>
      </thead>
      <tbody>
        {lanes.value.map((info, row) => (
          <tr key={info.key} data-state={info.without?.state ?? "events"}>
            <td>
              <input
                type="checkbox"
                aria-label={`Choose ${plain(info.key, 60)}`}
                checked={shown.value.lanes.includes(info.key)}
                onChange={() => toggleLane(info.key)}
              />
            </td>
            <th scope="row" className="mono">
              <Plain text={clipped(info.key, 60)} />
            </th>
            <td>{info.without ? absenceWords(info.without, of, shown.value.q) : stateWords(info, of)}</td>
            <td className="num">{info.lane ? grouped(cells.value?.errors[row] ?? 0) : "-"}</td>
            <td className="num">{info.lane ? grouped(info.lane.total) : info.without?.state === "zero" ? "0" : "-"}</td>
            <td className="mono">{info.lane?.firstError ? full(info.lane.firstError, of) : "-"}</td>
            <td>{burstsWords(info, of) || "-"}</td>
            <td>
              {(info.lane?.silences ?? [])
                .map(({ kind, from, to }) => `${kind} ${full(from, of).slice(11)} to ${full(to, of).slice(11)}`)
                .join("; ") || "-"}
            </td>
            <td>
              <Plain
                text={
                  (info.lane?.versions ?? [])
                    .map(({ version, from }) => `${clipped(version, 40)} from ${full(from, of).slice(11)}`)
                    .join("; ") || "-"
                }
              />
              {(info.lane?.moreVersions ?? 0) > 0 && ` and ${info.lane?.moreVersions} more`}
            </td>
            <td>{info.lane ? clockWords(info.key) : "-"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MarkTable() {
  return (
    <table className="tl-table" id="tl-mark-table">
      <caption>Changes and marks</caption>
      <thead>
        <tr>
          <th>Time ({zone.value})</th>
          <th>What</th>
          <th>Service</th>
          <th>Text</th>
          <th>By</th>
        </tr>
      </thead>
      <tbody>
        {marks.value.map((mark) => (
          <tr key={mark.key}>
            <td className="mono">{full(mark.time, zone.value)}</td>
            <td>{mark.word}</td>
            <td className="mono">{mark.service ? <Plain text={clipped(mark.service, 60)} /> : "-"}</td>
            <td>
              <Plain text={clipped(mark.text, 400)} />
            </td>
            <td>{mark.by ? <Plain text={clipped(mark.by, 80)} /> : "-"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every cell that has events, in pages. */
function CellTable() {
  const many = useSignal(PAGE);
  const now = cells.value;
  if (!now) return null;
  const rows: { row: number; cell: number }[] = [];
  let left = 0;
  for (let cell = 0; cell < now.size; cell++) {
    for (let row = 0; row < now.lanes; row++) {
      if ((now.totals[row * now.size + cell] ?? 0) === 0) continue;
      if (rows.length < many.value) rows.push({ row, cell });
      else left++;
    }
  }
  return (
    <>
      <table className="tl-table" id="tl-cell-table">
        <caption>Events in cells of {duration(now.step)}; cells without events are left out</caption>
        <thead>
          <tr>
            <th>From ({zone.value})</th>
            <th>Service</th>
            {STACK.map((level) => (
              <th key={level} className="num">
                {level === "unspecified" ? "no level" : level.toUpperCase()}
              </th>
            ))}
            <th className="num">All</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cell }) => {
            const at = row * now.size + cell;
            return (
              <tr key={at}>
                <td className="mono">{dateAndClock(now.start + cell * now.step, zone.value)}</td>
                <td className="mono">
                  <Plain text={clipped(lanes.value[row]?.key ?? "", 60)} />
                </td>
                {STACK.map((level, depth) => (
                  <td key={level} className="num">
                    {grouped(now.counts[at * STACK.length + depth] ?? 0)}
                  </td>
                ))}
                <td className="num">{grouped(now.totals[at] ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {left > 0 && (
        <p className="note">
          {grouped(left)} more cells.{" "}
          <button type="button" className="link" onClick={() => (many.value += 10 * PAGE)}>
            Show {grouped(Math.min(left, 10 * PAGE))} more
          </button>
        </p>
      )}
    </>
  );
}

export function TableView() {
  const answer = timeline.data.value;
  if (!answer) return null;
  const from = millis(answer.range.from);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="tl-tables" tabIndex={0} aria-label="Timeline as tables">
      <p className="tl-said">
        {finding(answer, lanes.value, marks.value, zone.value)} Times are {offsetLabel(from, zone.value)}.
      </p>
      <Causes />
      <LaneTable />
      <MarkTable />
      <CellTable />
    </section>
  );
}
