// SPDX-License-Identifier: Apache-2.0
// The answer in plain words: what explains the new errors, what differs most, and what was changed in between.
import type { Difference, ExplainAnswer, Thing } from "../../api/explaintypes.ts";
import type { Change } from "../../api/types.ts";
import { filterIn, filterOut } from "../../state/actions.ts";
import { clock, millis } from "../../state/instant.ts";
import { pageView, view } from "../../state/location.ts";
import { grouped, percent, plural } from "../../state/numbers.ts";
import { pin } from "../../state/pinning.ts";
import { narrowed } from "../../state/querytext.ts";
import { rateText } from "../../state/rates.ts";
import { ChangeShape } from "../../widgets/changeshape.tsx";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped, plain } from "../../widgets/plaintext.ts";
import { Template } from "../../widgets/template.tsx";
import { To } from "../../widgets/to.tsx";
import { isFirst } from "../patterns/state.ts";
import { comparisonPin } from "./pinnable.ts";
import { between, findingsOf, trends, windows } from "./state.ts";
import { effectOf, ratesOf, sharesOf, tooFew } from "./words.ts";

const BESIDE = 4;
const CHANGES = 8;
/** Fields that say where an event was printed: they differ wherever a pattern does. */
const PLACES = new Set(["level", "logger", "file", "thread"]);

/** Links to the events of both windows, filters, and the pin of one difference. */
export function Tools({ query, title }: { query: string | undefined; title: string }) {
  const both = windows.value;
  if (!both || !query) return <span className="cp-tools" />;
  const q = narrowed(view.value.q, query);
  const name = plain(title, 80);
  return (
    <span className="cp-tools">
      <To className="link" view={pageView("investigate", { q, ...both.baseline })} aria-label={`Events in A: ${name}`}>
        in A
      </To>
      <To className="link" view={pageView("investigate", { q, ...both.problem })} aria-label={`Events in B: ${name}`}>
        in B
      </To>
      <button
        type="button"
        className="tool"
        title="only these"
        aria-label={`only ${name}`}
        onClick={() => filterIn(query)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        className="tool"
        title="without these"
        aria-label={`without ${name}`}
        onClick={() => filterOut(query)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        className="tool"
        title="Pin"
        aria-label={`Pin ${name}`}
        onClick={() => void pin(comparisonPin(title))}
      >
        <Icon name="pin" />
      </button>
    </span>
  );
}

/** What a finding is about, as a reader would say it. */
export function Subject({ finding }: { finding: Difference }) {
  if (finding.pattern && finding.kind === "pattern") return <Template text={finding.pattern.template} />;
  if (finding.value !== undefined) return <Plain text={clipped(`${finding.field} = ${finding.value}`, 200)} />;
  return <Plain text={clipped(finding.sentence, 200)} />;
}

function titleOf(finding: Difference): string {
  return finding.pattern?.template ?? `${finding.field} = ${finding.value ?? ""}`;
}

/** Which services print a pattern, and since when where it was never seen before. */
function Printed({ finding }: { finding: Difference }) {
  const answer = trends.data.value;
  const row = answer?.patterns.find(({ id }) => id === finding.pattern?.id);
  if (!answer || !row) return null;
  const first = isFirst(row, answer) && row.seen;
  return (
    <span>
      <Plain text={clipped(row.services.join(", "), 60)} />
      {first && (
        <span className="first">
          {" "}
          since {clock(first.time, view.value.zone).slice(0, 8)}
          {first.version && ` (${plain(first.version, 24)})`}
        </span>
      )}
    </span>
  );
}

function Beside({ of, findings }: { of: Difference; findings: readonly Difference[] }) {
  const fields = findings.filter(({ kind, field }) => kind === "field" && !PLACES.has(field));
  const shown = (fields.length > 0 ? fields : findings.filter(({ kind }) => kind === "field")).slice(0, BESIDE);
  return (
    <span className="muted mono cp-beside">
      <Printed finding={of} />
      {shown.map(({ field, value = "" }) => (
        <span key={`${field} ${value}`} title={`${field} = ${plain(value, 200)}`}>
          <Plain text={clipped(`${field}=${value.slice(value.lastIndexOf(".") + 1)}`, 48)} />
        </span>
      ))}
    </span>
  );
}

function Row(props: { at?: number; finding: Difference; beside: readonly Difference[]; answer: ExplainAnswer }) {
  const { at, finding, beside, answer } = props;
  const rates = ratesOf(finding, answer);
  const change = finding.change === "more" || finding.change === "less" ? finding.change : (finding.change ?? "");
  return (
    <tr>
      <td className="num">{at ?? ""}</td>
      <td className="muted">{finding.kind}</td>
      <th scope="row" className="what mono" title={plain(finding.sentence, 400)}>
        <Subject finding={finding} />
      </th>
      <td>
        <span className={`kind ${change}`}>{effectOf(finding, answer)}</span>
      </td>
      <td className="num mono">{at ? rates : sharesOf(finding)}</td>
      <td className="beside-cell">
        {at ? (
          <Beside of={finding} findings={beside} />
        ) : (
          <span className="muted">
            differs most {finding.kind === "field" ? "of the fields" : ""} (effect {finding.effect.toFixed(2)}), {rates}
          </span>
        )}
      </td>
      <td>
        <Tools query={finding.query} title={titleOf(finding)} />
      </td>
    </tr>
  );
}

/** The field whose shares differ most, and the version where it differs. */
function telling(answer: ExplainAnswer, things: readonly Thing[]): Difference[] {
  const used = new Set(things.flatMap(({ finding, query }) => [finding.query, query]));
  const fields = findingsOf(answer).filter(
    ({ kind, field, query, change }) =>
      kind === "field" && !PLACES.has(field) && !used.has(query) && (change === "new" || change === "more"),
  );
  const version = fields.find(({ field }) => field === "version" || field.endsWith(".version"));
  const most = fields.toSorted((one, two) => two.effect - one.effect)[0];
  return [...new Set([version, most])].flatMap((one) => one ?? []).slice(0, 2);
}

/** The finding with the counts of the whole thing: several loggers may print one statement. */
function wholeOf({ finding, query, here, there }: Thing): Difference {
  const { counts } = finding;
  return { ...finding, query, ...(counts ? { counts: { ...counts, here, there } } : {}) };
}

function headline(answer: ExplainAnswer): string {
  const { explained } = answer;
  if (!explained || explained.extra <= 0) return "Answer: there are no more errors than before";
  const { things, share, extra } = explained;
  const minutes = Math.max(1e-9, (Date.parse(answer.here.range.to) - Date.parse(answer.here.range.from)) / 60_000);
  const more = `${grouped(Math.round(extra))} more errors than before (${rateText(extra / minutes)} a minute)`;
  if (things.length === 0) return `Answer: ${more}; no difference beyond chance accounts for a twentieth of them`;
  const one = things.length === 1;
  return `Answer: ${plural(things.length, "thing")} ${one ? "explains" : "explain"} ${percent(share)} of the new errors: ${more}`;
}

export function Answer({ answer }: { answer: ExplainAnswer }) {
  const few = tooFew(answer);
  if (few) {
    return (
      <section className="cp-answer" aria-label="Answer">
        <h2>{few}</h2>
        <p className="muted">
          B has {plural(answer.here.members, "event")}, A has {plural(answer.there.members, "event")}. Widen the
          windows, or take a clause out of the query.
        </p>
      </section>
    );
  }
  const things = answer.explained?.things ?? [];
  const led = answer.groups.map(({ leading }) => leading).filter(({ field }) => field !== "level");
  const rows = things.length > 0 ? [] : led.slice(0, 3);
  return (
    <section className="cp-answer" aria-label="Answer">
      <h2>{headline(answer)}</h2>
      {answer.verdict === "no_difference" && <p>{answer.sentence}</p>}
      <table className="cp-table">
        <tbody>
          {things.map((thing, index) => (
            <Row key={thing.query} at={index + 1} finding={wholeOf(thing)} beside={thing.together} answer={answer} />
          ))}
          {[...rows, ...telling(answer, things)].map((finding) => (
            <Row key={finding.sentence} finding={finding} beside={[]} answer={answer} />
          ))}
        </tbody>
      </table>
      {!answer.complete && <p className="sampled">answer so far: {answer.reason}</p>}
    </section>
  );
}

function One({ change }: { change: Change }) {
  const { zone } = view.value;
  return (
    <li>
      <ChangeShape kind={change.kind} />
      <span className="mono">{clock(change.time, zone).slice(0, 8)}</span>{" "}
      {(change.label || change.id).includes(change.kind) ? "" : `${change.kind} `}
      <Plain text={clipped(change.label || change.id, 90)} />
      {change.by && (
        <span className="muted">
          {" "}
          by <Plain text={clipped(change.by, 40)} />
        </span>
      )}
    </li>
  );
}

/** What people changed from the start of the earlier window to the end of the later one. */
export function Between() {
  const all = between.value.toSorted((one, two) => millis(one.time) - millis(two.time));
  const first = all.filter(({ kind }) => kind !== "commit").slice(0, CHANGES);
  const commits = all.filter(({ kind }) => kind === "commit").length;
  const left = all.length - first.length - commits;
  return (
    <section className="cp-between" aria-label="Changes in between">
      <strong>Changes in between</strong>
      {all.length === 0 && <span className="muted">none is known</span>}
      <ul>
        {first.map((change) => (
          <One key={`${change.id} ${change.time}`} change={change} />
        ))}
        {left > 0 && <li className="muted">and {left} more</li>}
        {commits > 0 && <li className="muted">{plural(commits, "commit")} written in this time</li>}
      </ul>
    </section>
  );
}
