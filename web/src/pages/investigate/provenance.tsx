// SPDX-License-Identifier: Apache-2.0
import type { LogEvent } from "../../api/types.ts";
import { full } from "../../state/instant.ts";
import { grouped, plural } from "../../state/numbers.ts";
import { Plain } from "../../widgets/plain.tsx";

const SOURCES: Record<string, string> = {
  explicit: "the line names its zone",
  rule: "the zone comes from a setting",
  assumed: "the zone is assumed",
  observed: "the line has no time; it is the time it was read",
};

function quality(event: LogEvent): string {
  const known = event.timeQuality;
  if (!known) return "unknown";
  const words = [known.source, known.zone].map((word) => SOURCES[word.toLowerCase()] ?? word.toLowerCase());
  if (known.yearInferred) words.push("the year is inferred");
  return words.filter((word, index) => word !== "" && words.indexOf(word) === index).join("; ");
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
