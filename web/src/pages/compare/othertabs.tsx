// SPDX-License-Identifier: Apache-2.0
// Numbers, rates of services, and the commits that may be behind the difference.

import type { ExplainAnswer } from "../../api/explaintypes.ts";
import { SELECTION } from "../../state/actions.ts";
import { day, millis } from "../../state/instant.ts";
import { pageView, view } from "../../state/location.ts";
import { age, grouped } from "../../state/numbers.ts";
import { clause, narrowed } from "../../state/querytext.ts";
import { changeText, perMinute, rateText, ratioOf } from "../../state/rates.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { Tools } from "./answer.tsx";
import { ERRORS, findingsOf, rates, suspects, type Windows } from "./state.ts";
import { effectOf, spreadText } from "./words.ts";

export function NumbersTab({ answer }: { answer: ExplainAnswer }) {
  const shifts = findingsOf(answer).filter(({ kind }) => kind === "shift");
  const alike = answer.alike.filter(({ kind }) => kind === "number");
  return (
    <table className="cp-table">
      <thead>
        <tr>
          <th>Number</th>
          <th>A (before)</th>
          <th>B (problem)</th>
          <th>Change</th>
          <th>Effect</th>
        </tr>
      </thead>
      <tbody>
        {shifts.map((finding) => (
          <tr key={finding.sentence}>
            <th scope="row" className="mono">
              <Plain text={clipped(finding.field, 60)} />{" "}
              <span className="muted">
                <Plain text={clipped(finding.pattern ? `in “${finding.pattern.template}”` : "", 90)} />
              </span>
            </th>
            <td>{finding.numbers && spreadText(finding.numbers.there, finding.numbers.dimension)}</td>
            <td>{finding.numbers && spreadText(finding.numbers.here, finding.numbers.dimension)}</td>
            <td>
              <span className="kind">{effectOf(finding, answer)}</span>
              {finding.sampled && <span className="sampled">of the events read</span>}
            </td>
            <td className="num">{Math.abs(finding.effect).toFixed(2)}</td>
          </tr>
        ))}
        {alike.map(({ name, p }) => (
          <tr key={name} className="muted">
            <th scope="row" className="mono">
              <Plain text={clipped(name, 60)} />
            </th>
            <td colSpan={4}>no difference (tested, p = {p.toFixed(2)})</td>
          </tr>
        ))}
        {shifts.length + alike.length === 0 && (
          <tr>
            <td colSpan={5} className="muted">
              No number stands in twenty events of both windows.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Rate({ now, before, windows }: { now: number; before: number; windows: Windows }) {
  const { problem, baseline } = windows;
  return (
    <>
      <td className="num">{rateText(perMinute(before, baseline))}</td>
      <td className="num">{rateText(perMinute(now, problem))}</td>
      <td>
        <span className="kind" title={`${grouped(before)} events before, ${grouped(now)} now`}>
          {changeText(ratioOf(now, problem, before, baseline), now)}
        </span>
      </td>
    </>
  );
}

export function RatesTab({ windows }: { windows: Windows }) {
  const error = rates.error.value;
  if (error) return <Trouble what="No rates." error={error} retry={rates.retry} />;
  if (!rates.data.value) return <p className="note">counting…</p>;
  return (
    <table className="cp-table">
      <thead>
        <tr>
          <th>Service</th>
          <th className="num">Events a minute in A</th>
          <th className="num">in B</th>
          <th>Change</th>
          <th className="num">Errors a minute in A</th>
          <th className="num">in B</th>
          <th>Change</th>
          <th>Errors</th>
        </tr>
      </thead>
      <tbody>
        {rates.data.value.map(({ service, all, errors }) => (
          <tr key={service}>
            <th scope="row" className="mono">
              <Plain text={service === "" ? "(none)" : clipped(service, 60)} />
            </th>
            <Rate before={all[0]} now={all[1]} windows={windows} />
            <Rate before={errors[0]} now={errors[1]} windows={windows} />
            <td>
              <Tools
                query={service === "" ? "-service:*" : `(${clause("service", service)} ${ERRORS})`}
                title={`errors of ${service}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How long before the end of the problem a change was made. */
function beforeText(time: string, end: number, zone: string): string {
  const passed = age(end - millis(time));
  return passed === "today" ? "the same day" : passed ? `${passed} before` : day(time, zone);
}

export function CommitsTab({ windows }: { windows: Windows }) {
  const error = suspects.error.value;
  const answer = suspects.data.value;
  const { zone, q } = view.value;
  if (error) return <Trouble what="No commits." error={error} retry={suspects.retry} />;
  if (!answer) return <p className="note">weighing changes…</p>;
  const end = millis(windows.problem.to);
  return (
    <>
      <p className="note">
        Changes that may be behind what B shows, the likeliest first; a score is no probability.{" "}
        <To className="link" view={pageView("errors", { q: narrowed(q, ERRORS), ...windows.problem, id: SELECTION })}>
          Open them with their evidence
        </To>
      </p>
      <table className="cp-table">
        <tbody>
          {answer.suspects.map((suspect) => (
            <tr key={suspect.id}>
              <td className="num">{suspect.score.toFixed(2)}</td>
              <td>{suspect.strength}</td>
              <td>{suspect.kind}</td>
              <td className="mono">{suspect.kind === "commit" ? suspect.id.slice(0, 8) : ""}</td>
              <th scope="row" className="what">
                <Plain text={clipped(suspect.title, 160)} />
              </th>
              <td className="muted">
                <Plain text={clipped(suspect.evidence[0]?.text ?? "", 120)} />
              </td>
              <td className="muted">
                <Plain text={clipped(suspect.author ?? "", 40)} />
                {suspect.time ? `, ${beforeText(suspect.time, end, zone)}` : ""}
              </td>
            </tr>
          ))}
          {answer.suspects.length === 0 && (
            <tr>
              <td className="muted">
                No change is suspected: <Plain text={clipped(answer.unknowns.join("; ") || "none is known", 300)} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
}
