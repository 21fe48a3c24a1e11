// SPDX-License-Identifier: Apache-2.0
// What lies in the selection, lane by lane, against the time before.
import type { TimelineAnswer, TimelineLane } from "../../api/timelinetypes.ts";
import { clockSeconds, millis } from "../../state/instant.ts";
import { pageView } from "../../state/location.ts";
import { duration, grouped, plural, times } from "../../state/numbers.ts";
import { narrowed } from "../../state/querytext.ts";
import { before, summary } from "../../state/timedrawer.ts";
import { lanesClause, NO_NAME } from "../../state/timelanes.ts";
import { lanes, marks, selection, timeline } from "../../state/timeline.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { zone } from "./picture.ts";
import { finding, marksWords } from "./words.ts";

function errorsOf(lane: TimelineLane | undefined): number {
  const sum = (numbers: number[] | undefined) => (numbers ?? []).reduce((all, count) => all + count, 0);
  return lane ? sum(lane.levels.error) + sum(lane.levels.fatal) : 0;
}

/** Nothing can be said where the logs hold nothing before. */
function against(now: number, earlier: number, known: boolean): string {
  if (!known) return "";
  if (now === earlier) return "as before";
  return earlier === 0 ? "none before" : times(now / earlier);
}

function Row({
  lane,
  earlier,
  range,
}: {
  lane: TimelineLane;
  earlier: TimelineAnswer;
  range: { from: string | null; to: string | null; q: string };
}) {
  const old = earlier.lanes.find(({ name }) => name === lane.name);
  const known = earlier.total.value > 0;
  const [errors, errorsBefore] = [errorsOf(lane), errorsOf(old)];
  const own = narrowed(range.q, lanesClause("service", [lane.name ?? NO_NAME]));
  return (
    <tr>
      <td className="mono">
        <Plain text={clipped(lane.name ?? NO_NAME, 60)} />
      </td>
      <td className="num">
        <To view={pageView("investigate", { ...range, q: narrowed(own, "level>=error") })}>{grouped(errors)}</To>
      </td>
      <td className={errors > errorsBefore ? "bad" : "muted"}>
        {errors + errorsBefore > 0 ? against(errors, errorsBefore, known) : ""}
      </td>
      <td className="mono">{lane.firstError ? clockSeconds(millis(lane.firstError), zone.value) : "-"}</td>
      <td className="num">
        <To view={pageView("investigate", { ...range, q: own })}>{grouped(lane.total)}</To>
      </td>
      <td className="muted">{against(lane.total, old?.total ?? 0, known)}</td>
    </tr>
  );
}

export function Summary() {
  const found = summary.data.value;
  const error = summary.error.value;
  const answer = timeline.data.value;
  if (!found) {
    return error ? (
      <Trouble what="No summary." error={error} retry={summary.retry} />
    ) : (
      <p className="note">counting…</p>
    );
  }
  const { ask, now, earlier } = found;
  const [from, to] = [millis(ask.from ?? ""), millis(ask.to ?? "")];
  const inside = marks.value.filter(({ at }) => at >= from && at < to);
  const length = duration(to - from);
  const old = before(ask);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={error ? "tl-scroll stale" : "tl-scroll"} tabIndex={0} aria-label="Summary">
      {!selection.value && answer && <p className="tl-said">{finding(answer, lanes.value, marks.value, zone.value)}</p>}
      <table className="tl-table">
        <caption>
          {plural(now.total.value, "event")} in {length}
          {inside.length > 0 ? `, with ${marksWords(inside)}` : ""}; compared with the {length} before,{" "}
          {clockSeconds(millis(old.from ?? ""), zone.value)} to {clockSeconds(from, zone.value)}
        </caption>
        <thead>
          <tr>
            <th>Service</th>
            <th className="num">Errors</th>
            <th>Against before</th>
            <th>First error ({zone.value})</th>
            <th className="num">Events</th>
            <th>Against before</th>
          </tr>
        </thead>
        <tbody>
          {now.lanes.map((lane) => (
            <Row key={lane.name ?? ""} lane={lane} earlier={earlier} range={ask} />
          ))}
        </tbody>
      </table>
      {earlier.total.value === 0 && (
        <p className="note">The logs hold nothing in the time before: nothing can be compared.</p>
      )}
    </section>
  );
}
