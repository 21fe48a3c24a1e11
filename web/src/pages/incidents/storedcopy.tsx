// SPDX-License-Identifier: Apache-2.0
// A stored answer as it can be read, by its kind. It may be of an older Clew: nothing is taken for granted.
import type { JSX } from "preact";
import type { EvidenceCopy } from "../../api/incidenttypes.ts";
import { full } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { grouped } from "../../state/numbers.ts";
import { LongPlain, Plain } from "../../widgets/plain.tsx";

type Json = Record<string, unknown>;

function object(value: unknown): Json {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function time(value: unknown): string {
  const iso = text(value);
  return Number.isNaN(Date.parse(iso)) ? iso : full(iso, view.value.zone);
}

function count(value: unknown): string {
  const { value: many, exact } = object(value);
  return typeof value === "number" ? grouped(value) : `${exact === false ? "about " : ""}${grouped(number(many))}`;
}

function Table({ columns, rows }: { columns: string[]; rows: string[][] }) {
  if (rows.length === 0) return null;
  return (
    <div className="table-box">
      <table className="plain-table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, place) => (
                <td key={place}>
                  <Plain text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Events({ events, total }: { events: Json[]; total: string }) {
  return (
    <>
      <p className="muted">
        {grouped(events.length)} of {total} events were stored.
      </p>
      <Table
        columns={["Time", "Level", "Service", "Message"]}
        rows={events.map((event) => [time(event.time), text(event.level), text(event.service), text(event.message)])}
      />
    </>
  );
}

function Row({ copy }: { copy: Json }) {
  const event = object(copy.event);
  const line = (one: Json) => `  ${time(one.time)} ${text(one.level)} ${text(one.service)} ${text(one.message)}`;
  const lines = [
    ...list(copy.before).map(line),
    ...text(event.raw)
      .split("\n")
      .map((part) => `> ${part}`),
    ...list(copy.after).map(line),
  ];
  return (
    <pre className="mono">
      <LongPlain text={lines.join("\n")} />
    </pre>
  );
}

const HIGH = 100;

function Chart({ copy }: { copy: Json }) {
  const levels = Array.isArray(copy.levels) ? copy.levels.map(text).reverse() : [];
  const buckets = list(copy.buckets);
  const most = Math.max(1, ...buckets.map((bucket) => number(bucket.total)));
  const wide = 600 / Math.max(1, buckets.length);
  const said = `${count(copy.total)} events; at most ${grouped(most)} in one of ${buckets.length} steps`;
  const bars: JSX.Element[] = [];
  buckets.forEach((bucket, place) => {
    let top = HIGH;
    for (const level of levels) {
      const high = (HIGH * number(object(bucket.counts)[level])) / most;
      if (high <= 0) continue;
      top -= high;
      bars.push(
        <rect
          key={`${place} ${level}`}
          className={`fill-${level.replace(/[^a-z]/g, "")}`}
          x={place * wide}
          y={top}
          width={Math.max(0.5, wide - 1)}
          height={high}
        />,
      );
    }
  });
  return (
    <>
      <svg className="stored-chart" viewBox={`0 0 600 ${HIGH}`} preserveAspectRatio="none" role="img" aria-label={said}>
        {bars}
      </svg>
      <details>
        <summary>{said}</summary>
        <Table
          columns={["From", ...levels]}
          rows={buckets.map((bucket) => [
            time(bucket.time),
            ...levels.map((level) => grouped(number(object(bucket.counts)[level]))),
          ])}
        />
      </details>
      <Changes changes={list(copy.changes)} />
    </>
  );
}

function Changes({ changes }: { changes: Json[] }) {
  return (
    <Table
      columns={["Change", "Time", "Service", "What", "By"]}
      rows={changes.map((change) => [
        text(change.kind),
        time(change.time),
        text(change.service),
        text(change.label),
        text(change.by),
      ])}
    />
  );
}

function Patterns({ copy }: { copy: Json }) {
  if (typeof copy.template === "string") {
    return (
      <p>
        <code>
          <Plain text={copy.template} />
        </code>
        : {count(copy.count)} events, first {time(copy.first)}, last {time(copy.last)}
      </p>
    );
  }
  return (
    <Table
      columns={["Count", "Before", "Kind", "First", "Level", "Pattern"]}
      rows={list(copy.patterns).map((pattern) => [
        grouped(number(pattern.count)),
        grouped(number(pattern.before)),
        text(pattern.kind),
        time(pattern.first),
        text(pattern.level),
        text(pattern.template),
      ])}
    />
  );
}

function Comparison({ copy }: { copy: Json }) {
  return (
    <>
      <p>
        <Plain text={text(copy.sentence)} />. Here {count(object(copy.here).members)} events, there{" "}
        {count(object(copy.there).members)}.
      </p>
      <Table
        columns={["Kind", "Difference"]}
        rows={list(copy.groups).map((group) => {
          const leading = object(group.leading);
          return [text(leading.kind), text(leading.sentence)];
        })}
      />
      <Table
        columns={["Left out", "Why"]}
        rows={list(copy.leftOut).map((left) => [text(left.name), text(left.reason)])}
      />
    </>
  );
}

function Suspect({ evidence, copy }: { evidence: EvidenceCopy; copy: Json }) {
  const { chosen } = evidence;
  const suspects = list(copy.suspects);
  const meant = suspects.find((one) => text(one.kind) === chosen?.kind && text(one.id) === chosen?.id) ?? suspects[0];
  if (!meant) return <p>No suspect was found then.</p>;
  const lines = list(meant.diff).flatMap((hunk) => [
    `@@ ${text(hunk.file)} -${text(hunk.oldStart)} +${text(hunk.newStart)}`,
    ...list(hunk.lines).map((line) => `${text(line.op)}${text(line.text)}`),
  ]);
  return (
    <>
      <p>
        {text(meant.kind)} <span className="mono">{text(meant.id).slice(0, 12)}</span>{" "}
        <strong>
          <Plain text={text(meant.title)} />
        </strong>
        {meant.author ? <Plain text={` by ${text(meant.author)}, ${time(meant.time)}`} /> : null}: score{" "}
        {number(meant.score).toFixed(2)}, {text(meant.strength)}; a score, not a probability
      </p>
      <Table
        columns={["Weight", "Evidence", "Where"]}
        rows={list(meant.evidence).map((line) => [
          `${number(line.weight) < 0 ? "−" : "+"}${Math.abs(number(line.weight)).toFixed(2)}`,
          text(line.text),
          line.file ? `${text(line.file)}:${text(line.line)}` : "",
        ])}
      />
      {lines.length > 0 && (
        <pre className="mono">
          <LongPlain text={lines.join("\n")} />
        </pre>
      )}
      <p className="muted">
        {grouped(suspects.length - 1)} other suspects and {grouped(list(copy.cleared).length)} cleared changes are in
        the stored copy.
      </p>
    </>
  );
}

function Source({ copy }: { copy: Json }) {
  const lines = list(copy.lines).map((line) => `${text(line.line).padStart(5)}  ${text(line.text)}`);
  return (
    <>
      {copy.subject ? (
        <p>
          <span className="mono">{text(copy.id).slice(0, 12)}</span> <Plain text={text(copy.subject)} /> by{" "}
          <Plain text={text(copy.author)} />, {time(copy.time)}
        </p>
      ) : null}
      {lines.length > 0 && (
        <pre className="mono">
          <LongPlain text={lines.join("\n")} />
        </pre>
      )}
    </>
  );
}

function Trace({ copy }: { copy: Json }) {
  return (
    <>
      <Table
        columns={["Service", "First", "Last", "Events", "Worst level"]}
        rows={list(copy.services).map((service) => [
          text(service.service),
          time(service.start),
          time(service.end),
          text(service.events),
          text(service.level),
        ])}
      />
      <Events events={list(copy.events).map((one) => object(one.event))} total={count(copy.total)} />
    </>
  );
}

function Lanes({ copy }: { copy: Json }) {
  return (
    <>
      <Table
        columns={["Lane", "Events", "First", "Last", "First error"]}
        rows={list(copy.lanes).map((lane) => [
          text(lane.name),
          text(lane.total),
          time(lane.first),
          time(lane.last),
          time(lane.firstError),
        ])}
      />
      <Changes changes={list(copy.changes)} />
    </>
  );
}

export function StoredCopy({ evidence }: { evidence: EvidenceCopy }) {
  const copy = object(evidence.copy);
  switch (evidence.kind) {
    case "row":
      return <Row copy={copy} />;
    case "rows":
      return <Events events={list(copy.events)} total={count(copy.total)} />;
    case "chart":
      return <Chart copy={copy} />;
    case "patterns":
      return <Patterns copy={copy} />;
    case "comparison":
      return <Comparison copy={copy} />;
    case "suspect":
      return <Suspect evidence={evidence} copy={copy} />;
    case "diff":
      return <Source copy={copy} />;
    case "trace":
      return <Trace copy={copy} />;
    case "timeline":
      return <Lanes copy={copy} />;
    default:
      return (
        <pre className="mono">
          <LongPlain text={JSON.stringify(evidence.copy, null, 1)} />
        </pre>
      );
  }
}
