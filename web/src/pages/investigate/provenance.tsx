// SPDX-License-Identifier: Apache-2.0
import type { LogEvent } from "../../api/types.ts";
import { full } from "../../state/instant.ts";
import { grouped, plural } from "../../state/numbers.ts";
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

function quality(event: LogEvent): string {
  const known = event.timeQuality;
  if (!known) return "of unknown quality";
  const words = [SOURCES[known.source] ?? known.source];
  if (known.source === "read") words.push(ZONES[known.zone] ?? known.zone);
  if (known.yearInferred) words.push("the year is inferred");
  return words.join("; ");
}

/** Where the event comes from, and how sure its time is. */
export function Provenance({ event }: { event: LogEvent }) {
  const { file, line, lines, offset } = event.origin;
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
        </dd>
        <dt>event id</dt>
        <dd className="mono">
          <Plain text={event.id} />
        </dd>
      </dl>
    </section>
  );
}
