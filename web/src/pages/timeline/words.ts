// SPDX-License-Identifier: Apache-2.0
// What the picture says, in words: for screen readers, for the table, for the foot of the page.
import type { GapIn, LaneBurst, LaneWithout, TimelineAnswer } from "../../api/timelinetypes.ts";
import { clockSeconds, dateAndClock, millis, offsetLabel } from "../../state/instant.ts";
import { duration, grouped, plural, times } from "../../state/numbers.ts";
import type { LaneInfo } from "../../state/timelanes.ts";
import type { TimeMark } from "../../state/timemarks.ts";
import { plain } from "../../widgets/plaintext.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A time as exactly as `step` is worth it; with its day where the range has several. */
export function clockOfStep(ms: number, step: number, zone: string, range: number): string {
  const text = clockSeconds(ms, zone);
  const shown = step >= MINUTE && ms % MINUTE === 0 ? text.slice(0, 5) : text;
  return range > DAY ? `${dateAndClock(ms, zone).slice(5, 10)} ${shown}` : shown;
}

/** "×62 at 14:12"; where the first error of all is in its first two cells, "×62, first error 14:12:31". */
export function burstWords(
  burst: LaneBurst,
  step: number,
  zone: string,
  range: number,
  first: number | null = null,
): string {
  const much = burst.times > 0 ? times(burst.times) : `${grouped(burst.events)} ${burst.of}, none elsewhere,`;
  if (first !== null) return `${much.replace(/,$/, "")}, first error ${clockOfStep(first, 1, zone, range)}`;
  return `${much} at ${clockOfStep(millis(burst.from), step, zone, range)}`;
}

/** Why a lane has no events; each state has words of its own. */
export function absenceWords(without: LaneWithout, zone: string, q: string): string {
  const seen = (time: string | null) => (time ? dateAndClock(millis(time), zone) : "");
  switch (without.state) {
    case "zero":
      return q ? "0 events match; its sources cover this time" : "0 events; its sources cover this time";
    case "not_collected":
      return `not collected: no source covers this time; there are events from ${seen(without.first)} to ${seen(without.last)}`;
    case "no_source":
      return "not collected: no source for this service; only changes name it";
    default:
      return `still arriving: this time is too young to tell; last event ${seen(without.last)}`;
  }
}

const STATES = {
  zero: "zero",
  not_collected: "not collected",
  no_source: "not collected, no source",
  arriving: "still arriving",
} as const;

const GAPS = {
  not_collected: "not collected",
  damaged: "lost, damaged",
  unknown: "unknown",
  arriving: "still arriving",
} as const;

export function gapWords(gap: GapIn, zone: string): string {
  const [from, to] = [millis(gap.from), millis(gap.to)];
  return gap.kind === "arriving"
    ? `still arriving from ${clockSeconds(from, zone)}`
    : `${GAPS[gap.kind]} ${clockSeconds(from, zone)} to ${clockSeconds(to, zone)}`;
}

/** What is known of a lane's time, for the table. */
export function stateWords({ lane, without }: LaneInfo, zone: string): string {
  if (without) {
    const rest = without.state === "zero" ? without.gaps.map((gap) => gapWords(gap, zone)) : [];
    return [STATES[without.state], ...rest].join("; ");
  }
  const gaps = (lane?.gaps ?? []).map((gap) => gapWords(gap, zone));
  return gaps.length === 0 ? "collected" : gaps.join("; ");
}

/** "2 deploys, 1 config change, 5 commits". */
export function marksWords(marks: readonly TimeMark[]): string {
  const counts = new Map<string, number>();
  for (const { word } of marks) counts.set(word, (counts.get(word) ?? 0) + 1);
  const name = (word: string) => (word === "config" || word === "flag" ? `${word} change` : word);
  return [...counts].map(([word, count]) => plural(count, name(word))).join(", ");
}

/** The strongest rise of errors of all lanes. */
export function worst(lanes: readonly LaneInfo[]): { key: string; burst: LaneBurst } | null {
  let found: { key: string; burst: LaneBurst } | null = null;
  const weight = (burst: LaneBurst) => burst.events * (burst.times > 0 ? Math.log(1 + burst.times) : 8);
  for (const { key, lane } of lanes) {
    for (const burst of lane?.bursts ?? []) {
      if (burst.of === "errors" && (!found || weight(burst) > weight(found.burst))) found = { key, burst };
    }
  }
  return found;
}

/** The finding of the picture, in one or two sentences. */
export function finding(
  answer: TimelineAnswer,
  lanes: readonly LaneInfo[],
  marks: readonly TimeMark[],
  zone: string,
): string {
  const [from, to] = [millis(answer.range.from), millis(answer.range.to)];
  const name = (key: string) => plain(key, 60);
  const span = `${dateAndClock(from, zone)} to ${dateAndClock(to, zone)} ${offsetLabel(from, zone)}`;
  const failing = lanes.filter(({ lane }) => lane?.firstError);
  const first = failing.reduce<LaneInfo | null>(
    (one, other) => (!one || (other.lane?.firstError ?? "") < (one.lane?.firstError ?? "") ? other : one),
    null,
  );
  const most = worst(lanes);
  const told = [
    first?.lane?.firstError
      ? `first error in ${name(first.key)} at ${clockSeconds(millis(first.lane.firstError), zone)}`
      : "no errors",
  ];
  if (most) {
    const rate = most.burst.times > 0 ? `${times(most.burst.times)} as many as elsewhere` : "none elsewhere";
    told.push(
      `${name(most.key)} has ${grouped(most.burst.events)} errors from ${clockSeconds(millis(most.burst.from), zone)} to ${clockSeconds(millis(most.burst.to), zone)}, ${rate}`,
    );
  }
  if (marks.length > 0) told.push(marksWords(marks));
  const absent = lanes.filter(({ without }) => without);
  if (absent.length > 0) told.push(`${plural(absent.length, "service")} without events`);
  const cell = duration(answer.stepNs / 1e6);
  return `${plural(lanes.length, "service")}, ${span}, in cells of ${cell}: ${told.join("; ")}.`;
}

/** "showing the 200 noisiest of 340 services", or nothing when all are shown. */
export function limitWords(answer: TimelineAnswer): string[] {
  const said: string[] = [];
  if (answer.moreLanes > 0) {
    const all = answer.lanes.length + answer.moreLanes;
    said.push(
      `showing the ${grouped(answer.lanes.length)} noisiest of ${grouped(all)} services: those with errors first, then those with most events`,
    );
  }
  if (answer.moreWithout > 0) said.push(`${grouped(answer.moreWithout)} more services without events are not shown`);
  if (!answer.changesComplete) {
    said.push(
      `showing the newest ${grouped(answer.changes.length)} changes of this time; zoom in to see the earlier ones`,
    );
  }
  if (!answer.complete) said.push(`counts may be too low: ${answer.reason ?? "not everything could be read"}`);
  return said;
}
