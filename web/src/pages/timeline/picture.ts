// SPDX-License-Identifier: Apache-2.0
// From the page's state to what the island draws.
import { computed, signal } from "@preact/signals";
import { cellsOf } from "../../islands/timeline/cells.ts";
import { layOut } from "../../islands/timeline/geometry.ts";
import type { LanePicture, TimelineActs, TimelineModel } from "../../islands/timeline/model.ts";
import { millis } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { painted } from "../../state/theme.ts";
import type { LaneInfo } from "../../state/timelanes.ts";
import {
  activeLane,
  cursor,
  hides,
  lanes,
  marks,
  profile,
  rangeStart,
  selection,
  shown,
  sight,
  timeline,
  whole,
} from "../../state/timeline.ts";
import { plain } from "../../widgets/plaintext.ts";
import { absenceWords, burstWords } from "./words.ts";

export const OVERVIEW = 44;
export const RULER = 24;
export const CHANGES = 36;
export const HEAD = OVERVIEW + RULER + CHANGES;

/** Size of the canvas, and how far its lanes are scrolled. */
export const size = signal({ width: 0, height: 0 });
export const scrolled = signal(0);

export const zone = computed(() => view.value.zone);

export const cells = computed(() => {
  const answer = timeline.data.value;
  return (
    answer &&
    cellsOf(
      answer,
      lanes.value.map(({ lane }) => lane),
    )
  );
});

export const room = computed(() =>
  layOut(
    lanes.value.map(({ lane }) => lane !== null),
    Math.max(0, size.value.height - HEAD - 22),
  ),
);

function picture({ key, lane, without }: LaneInfo, step: number, range: number, of: string): LanePicture {
  const stretch = <T extends { from: string; to: string }>(each: T) => ({
    ...each,
    from: millis(each.from),
    to: millis(each.to),
  });
  if (!lane) {
    const empty = { firstError: null, firstSaid: false, bursts: [], silences: [], versions: [] };
    const words = without ? absenceWords(without, of, shown.value.q) : "";
    const gaps = (without?.gaps ?? []).map(stretch);
    return { name: plain(key, 60), without: without?.state ?? "zero", words, ...empty, gaps };
  }
  const first = lane.firstError ? millis(lane.firstError) : null;
  const begins = (burst: { of: string; from: string }) =>
    burst.of === "errors" && first !== null && first - millis(burst.from) >= 0 && first - millis(burst.from) < 2 * step;
  const bursts = lane.bursts
    .filter(
      (burst) =>
        burst.of === "errors" ||
        !lane.bursts.some((other) => other.of === "errors" && other.from < burst.to && burst.from < other.to),
    )
    .map((burst) => ({
      from: millis(burst.from),
      to: millis(burst.to),
      errors: burst.of === "errors",
      label: burstWords(burst, step, of, range, begins(burst) ? first : null),
    }))
    .sort((one, other) => one.from - other.from);
  return {
    name: plain(key, 60),
    without: null,
    words: "",
    firstError: first,
    firstSaid: lane.bursts.some(begins),
    bursts,
    silences: lane.silences.map((silence) => ({ ...stretch(silence), label: silence.kind })),
    gaps: lane.gaps.map(stretch),
    versions: lane.versions.map((version) => ({ ...stretch(version), version: plain(version.version, 40) })),
  };
}

const pictures = computed(() => {
  const answer = timeline.data.value;
  if (!answer) return [];
  const range = millis(answer.range.to) - millis(answer.range.from);
  return lanes.value.map((info) => picture(info, answer.stepNs / 1e6, range, zone.value));
});

const drawnProfile = computed(() => {
  const answer = profile.data.value;
  const first = answer?.buckets[0];
  if (!answer || !first) return null;
  const start = millis(first.time);
  const last = millis(answer.buckets.at(-1)?.time ?? first.time);
  const many = Math.min(4000, Math.round((last - start) / answer.stepMs) + 1);
  const totals = new Array<number>(many).fill(0);
  const errors = new Array<number>(many).fill(0);
  for (const bucket of answer.buckets) {
    const at = Math.round((millis(bucket.time) - start) / answer.stepMs);
    if (at >= many) continue;
    totals[at] = bucket.total;
    errors[at] = (bucket.counts.error ?? 0) + (bucket.counts.fatal ?? 0);
  }
  return { start, step: answer.stepMs, totals, errors };
});

const known = computed(() => {
  const now = cells.value;
  return now ? { from: now.start, to: now.start + now.size * now.step } : { from: 0, to: 0 };
});

/** Everything drawn, but for what the mouse does; null until there is an answer. */
export function pictureModel(act: TimelineActs): TimelineModel | null {
  const [now, window, all] = [cells.value, sight.value, whole.value];
  if (!now || !window || !all) return null;
  const { lanes: chosen } = shown.value;
  const start = rangeStart.value;
  const at = cursor.value;
  const begun = start !== null && at !== null ? { from: Math.min(start, at), to: Math.max(start, at) } : null;
  return {
    cells: now,
    lanes: pictures.value,
    room: room.value,
    overview: OVERVIEW,
    ruler: RULER,
    changes: CHANGES,
    scroll: scrolled.value,
    window,
    known: known.value,
    whole: all,
    profile: drawnProfile.value,
    marks: marks.value,
    zone: zone.value,
    at,
    selection: begun ?? selection.value,
    chosen: chosen.length > 0 ? lanes.value.map(({ key }) => chosen.includes(key)) : [],
    active: lanes.value.findIndex(({ key }) => key === activeLane.value),
    shows: { bursts: !hides("bursts"), versions: !hides("versions") },
    painted: painted.value,
    act,
  };
}
