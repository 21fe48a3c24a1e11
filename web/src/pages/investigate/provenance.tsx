// SPDX-License-Identifier: Apache-2.0
import type { LogEvent } from "../../api/types.ts";
import { full } from "../../state/instant.ts";
import { receivedLate } from "../../state/late.ts";
import { grouped, plural } from "../../state/numbers.ts";
import { Copy } from "../../widgets/copy.tsx";
import { Plain } from "../../widgets/plain.tsx";

const SOURCES: Record<string, string> = {
  read: "read from the line",
  inherited: "the line has none: taken from the event before it",
  observed: "nothing in the file has one: the file's own date",
};
const ZONES: Record<string, string> = {
  explicit: "the zone stands in it",
  rule: "the zone comes from a setting",
  assumed: "the zone is assumed",
};
const DOUBTS: Record<string, string> = {
  year: "the year is inferred from the file's date",
  date: "the date is inferred from the file's date and the lines before",
  gap: "clocks were put forward over this time",
  fold: "clocks were put back: this time was there twice",
  zone_word: "the word for the zone has several meanings",
  unit: "the number may count another unit",
  day_order: "day and month may be the other way round",
  moved: "24:00 or a leap second, moved to the next second",
  distant: "far from the date of its file",
  clamped: "outside the years 1678 to 2261: the nearest moment of these is shown",
  late: "its place in the file is behind times that are more than a minute later",
};

function quality(event: LogEvent): string {
  const known = event.timeQuality;
  if (!known) return "of unknown quality";
  const words = [SOURCES[known.source] ?? known.source];
  if (known.source === "read") words.push(ZONES[known.zone] ?? known.zone);
  for (const doubt of known.doubts) words.push(DOUBTS[doubt] ?? doubt);
  return words.join("; ");
}

/** Where the event comes from, and how sure its time is. */
export function Provenance({ event }: { event: LogEvent }) {
  const { file, line, lines, offset } = event.origin;
  const received = receivedLate(event);
  return (
    <section className="section">
      <h3>Provenance</h3>
      <dl className="provenance">
        <dt>file</dt>
        <dd className="mono">
          <Plain text={file} />
        </dd>
        <dt>line</dt>
        <dd>
          {grouped(line)}
          {lines > 1 ? ` to ${grouped(line + lines - 1)}, ${plural(lines, "line")}` : ""}
        </dd>
        <dt>byte offset</dt>
        <dd>{grouped(offset)}</dd>
        <dt>time</dt>
        <dd>
          <span className="mono">{full(event.time, "UTC")} UTC</span>, {quality(event)}
          <Copy text={event.time} what="the time, in UTC with all digits" />
        </dd>
        {received && (
          <>
            <dt>received</dt>
            <dd className="mono">{full(received, "UTC")} UTC</dd>
          </>
        )}
        <dt>event id</dt>
        <dd className="mono">
          <Plain text={event.id} />
        </dd>
      </dl>
    </section>
  );
}
