// SPDX-License-Identifier: Apache-2.0
// The timeline as text for others: CSV for spreadsheets, Markdown for documents. Log text is hostile in both.
import type { TimelineAnswer } from "../../api/timelinetypes.ts";
import { STACK } from "../../islands/timeline/cells.ts";
import { full, isoOf, millis, offsetLabel } from "../../state/instant.ts";
import { grouped, times } from "../../state/numbers.ts";
import type { LaneInfo } from "../../state/timelanes.ts";
import type { TimeMark } from "../../state/timemarks.ts";
import { plain } from "../../widgets/plaintext.ts";
import { limitWords, stateWords } from "./words.ts";

/** A cell of CSV (RFC 4180) that no spreadsheet takes for a formula. */
export function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvLine(values: readonly (string | number | null)[]): string {
  return values.map(csvCell).join(",");
}

/** A line for each cell that has events, for each stretch without, and for each mark. */
export function csvOf(answer: TimelineAnswer, lanes: readonly LaneInfo[], marks: readonly TimeMark[]): string {
  const lines = [csvLine(["what", "lane", "from", "to", ...STACK, "text"])];
  const start = millis(answer.start);
  const step = answer.stepNs / 1e6;
  const none = STACK.map(() => null);
  for (const { key, lane, without } of lanes) {
    for (let cell = 0; lane && cell < answer.cells; cell++) {
      const counts = STACK.map((level) => lane.levels[level]?.[cell] ?? 0);
      if (counts.every((count) => count === 0)) continue;
      lines.push(csvLine(["cell", key, isoOf(start + cell * step), isoOf(start + (cell + 1) * step), ...counts, null]));
    }
    for (const burst of lane?.bursts ?? []) {
      const much =
        burst.times > 0 ? `${burst.times} times as many ${burst.of} as elsewhere` : `no ${burst.of} elsewhere`;
      lines.push(csvLine(["burst", key, burst.from, burst.to, ...none, much]));
    }
    for (const silence of lane?.silences ?? []) {
      lines.push(csvLine(["silence", key, silence.from, silence.to, ...none, silence.kind]));
    }
    for (const gap of [...(lane?.gaps ?? []), ...(without?.gaps ?? [])]) {
      lines.push(csvLine([gap.kind.replace("_", " "), key, gap.from, gap.to, ...none, null]));
    }
    for (const version of lane?.versions ?? []) {
      lines.push(csvLine(["version", key, version.from, version.to, ...none, version.version]));
    }
    if (without)
      lines.push(
        csvLine([
          "no events",
          key,
          answer.range.from,
          answer.range.to,
          ...none,
          stateWords({ key, lane, without }, "UTC"),
        ]),
      );
  }
  for (const mark of marks) lines.push(csvLine([mark.word, mark.service, mark.time, null, ...none, mark.text]));
  return `${lines.join("\r\n")}\r\n`;
}

/** Text in a cell of a Markdown table: on one line, with nothing that Markdown or HTML takes for its own. */
export function markdownCell(text: string): string {
  return plain(text.replace(/\s+/g, " "), 300).replace(/[\\`*_{}[\]<>()#|!~&]/g, "\\$&");
}

export function errorsOf({ lane }: LaneInfo): number {
  const sum = (numbers: number[] | undefined) => (numbers ?? []).reduce((all, count) => all + count, 0);
  return lane ? sum(lane.levels.error) + sum(lane.levels.fatal) : 0;
}

export function burstsWords({ lane }: LaneInfo, zone: string): string {
  return (lane?.bursts ?? [])
    .map((burst) => {
      const much = burst.times > 0 ? times(burst.times) : "none elsewhere";
      return `${grouped(burst.events)} ${burst.of} ${full(burst.from, zone)} to ${full(burst.to, zone).slice(11)}, ${much}`;
    })
    .join("; ");
}

export function markdownOf(
  answer: TimelineAnswer,
  lanes: readonly LaneInfo[],
  marks: readonly TimeMark[],
  zone: string,
  link: string,
): string {
  const offset = offsetLabel(millis(answer.range.from), zone);
  const out = [
    `## Timeline, ${full(answer.range.from, zone)} to ${full(answer.range.to, zone)} (${offset})`,
    "",
    `[Open it](${link}). ${answer.query.text ? `Query: ${markdownCell(answer.query.text)}. ` : ""}${grouped(answer.total.value)} events.`,
    "",
    `| Service | Errors | Events | First error (${offset}) | Bursts | What is known |`,
    "|---|---:|---:|---|---|---|",
    ...lanes.map((info) => {
      const first = info.lane?.firstError ? full(info.lane.firstError, zone) : "-";
      const cells = [markdownCell(info.key), grouped(errorsOf(info)), grouped(info.lane?.total ?? 0), first];
      return `| ${[...cells, burstsWords(info, zone) || "-", stateWords(info, zone)].join(" | ")} |`;
    }),
  ];
  if (marks.length > 0) {
    out.push("", `| Time (${offset}) | What | Text |`, "|---|---|---|");
    for (const mark of marks) out.push(`| ${full(mark.time, zone)} | ${mark.word} | ${markdownCell(mark.text)} |`);
  }
  const limits = limitWords(answer);
  if (limits.length > 0) out.push("", ...limits.map((limit) => `- ${markdownCell(limit)}`));
  return `${out.join("\n")}\n`;
}
