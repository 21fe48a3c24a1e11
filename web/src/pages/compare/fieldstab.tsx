// SPDX-License-Identifier: Apache-2.0
// Field by field: how the values were shared out in A and in B, what does not differ, and what was not compared.
import type { Difference, ExplainAnswer } from "../../api/explaintypes.ts";
import type { FacetsAnswer } from "../../api/types.ts";
import { percent } from "../../state/numbers.ts";
import { clause } from "../../state/querytext.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Tools } from "./answer.tsx";
import { facets, findingsOf } from "./state.ts";
import { effectOf, ratesOf } from "./words.ts";

const VALUES = 4;
const NAME = 48;

interface Share {
  value: string;
  share: number;
}

/** The values of a field with their shares of all events; those that are not listed are left out. */
export function sharesIn(answer: FacetsAnswer, field: string): Share[] {
  const total = Math.max(1, answer.total.value);
  const found = answer.fields.find(({ name }) => name === field);
  return (found?.values ?? []).map(({ value, count }) => ({ value, share: count / total }));
}

function Bars({ shares, side }: { shares: readonly Share[]; side: "A" | "B" }) {
  if (shares.length === 0) return <span className="muted">{side} -</span>;
  return (
    <ul className={`cp-bars of-${side}`} aria-label={`shares in ${side}`}>
      {shares.slice(0, VALUES).map(({ value, share }) => (
        <li key={value}>
          <span className="mono name" title={value}>
            <Plain text={clipped(value, NAME)} />
          </span>
          <span className="bar" aria-hidden="true">
            <i style={{ width: `${Math.min(100, share * 100)}%` }} />
          </span>
          <span className="num">{percent(share)}</span>
        </li>
      ))}
      {shares.length > VALUES && <li className="muted">and more values</li>}
    </ul>
  );
}

function Differing({ field, findings, answer }: { field: string; findings: Difference[]; answer: ExplainAnswer }) {
  const both = facets.data.value;
  return (
    <tr>
      <th scope="row" className="mono">
        <Plain text={clipped(field, NAME)} />
        <span className="muted"> effect {Math.max(...findings.map(({ effect }) => Math.abs(effect))).toFixed(2)}</span>
      </th>
      <td>{both && <Bars shares={sharesIn(both.there, field)} side="A" />}</td>
      <td>{both && <Bars shares={sharesIn(both.here, field)} side="B" />}</td>
      <td>
        {findings.slice(0, VALUES).map((finding) => (
          <p key={finding.sentence} className="cp-found">
            <span className="mono name" title={finding.value}>
              <Plain text={clipped(finding.value ?? "", NAME)} />
            </span>
            <span className={`kind ${finding.change ?? ""}`}>{effectOf(finding, answer)}</span>
            <span className="mono muted">{ratesOf(finding, answer)}</span>
            <Tools
              query={finding.query ?? clause(field, finding.value ?? "")}
              title={`${field} = ${finding.value ?? ""}`}
            />
          </p>
        ))}
        {findings.length > VALUES && <p className="muted">and {findings.length - VALUES} more values that differ</p>}
      </td>
    </tr>
  );
}

function Alike({ answer }: { answer: ExplainAnswer }) {
  return (
    <>
      {answer.alike
        .filter(({ kind }) => kind === "field")
        .map(({ name, tests, p }) => (
          <tr key={`alike ${name}`} className="muted">
            <th scope="row" className="mono">
              <Plain text={clipped(name, NAME)} />
            </th>
            <td colSpan={3}>
              {tests === 0
                ? "no difference: all events share one value, or too few have another to tell"
                : `no difference (${tests} ${tests === 1 ? "value" : "values"} tested, least p = ${p < 0.001 ? "< 0.001" : p.toFixed(2)})`}
            </td>
          </tr>
        ))}
      {answer.leftOut.map(({ name, reason }) => (
        <tr key={`left ${name}`} className="muted">
          <th scope="row" className="mono">
            <Plain text={clipped(name, NAME)} />
          </th>
          <td colSpan={3}>
            skipped: <Plain text={clipped(reason, 200)} />
          </td>
        </tr>
      ))}
    </>
  );
}

export function FieldsTab({ answer }: { answer: ExplainAnswer }) {
  const found = new Map<string, Difference[]>();
  for (const finding of findingsOf(answer)) {
    if (finding.kind === "field") found.set(finding.field, [...(found.get(finding.field) ?? []), finding]);
  }
  const most = (findings: Difference[]) => Math.max(...findings.map(({ effect }) => Math.abs(effect)));
  const fields = [...found].sort(([, one], [, two]) => most(two) - most(one));
  return (
    <table className="cp-table cp-fields">
      <thead>
        <tr>
          <th>Field</th>
          <th>Shares in A (before)</th>
          <th>Shares in B (problem)</th>
          <th>What differs, per minute</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(([field, findings]) => (
          <Differing key={field} field={field} findings={findings} answer={answer} />
        ))}
        <Alike answer={answer} />
      </tbody>
    </table>
  );
}
