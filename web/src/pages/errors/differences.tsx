// SPDX-License-Identifier: Apache-2.0
import type { Comparison, PatternChange } from "../../api/types.ts";
import { pageView, view } from "../../state/location.ts";
import { grouped } from "../../state/numbers.ts";
import { clause, narrowed } from "../../state/querytext.ts";
import { Plain } from "../../widgets/plain.tsx";
import { Template } from "../../widgets/template.tsx";
import { To } from "../../widgets/to.tsx";

const MOST = 8;

/** A link to an event among the others. */
export function EventLink({ id, children }: { id: string; children: string }) {
  return <To view={pageView("investigate", { q: "", selected: id, panel: "event" })}>{children}</To>;
}

function Line({ change }: { change: PatternChange }) {
  return (
    <tr>
      <td>
        <span className={`kind ${change.kind}`}>{change.kind}</span>
      </td>
      <td className="num">
        {grouped(change.before)} → {grouped(change.now)}
      </td>
      <td className="wide">
        <To
          className="template"
          view={pageView("investigate", { q: narrowed(view.value.q, clause("pattern", change.id)) })}
        >
          <Template text={change.template} />
        </To>{" "}
        <span className="muted">
          <Plain text={change.service ?? ""} />
        </span>
      </td>
    </tr>
  );
}

/** What the logs say differently from before: what the suspects were weighed against. */
export function Differences({ comparison }: { comparison: Comparison | null }) {
  if (!comparison) return null;
  const patterns = comparison.patterns.slice(0, MOST);
  const findings = [...comparison.services.flatMap((service) => service.findings), ...comparison.remarks].slice(
    0,
    MOST,
  );
  if (patterns.length + findings.length === 0) return null;
  return (
    <section aria-label="What the logs say differently">
      <div className="codebar">
        <strong>What the logs say differently</strong>
        <span className="muted">before → now</span>
      </div>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.text}>
            <Plain text={finding.text} /> {finding.event && <EventLink id={finding.event}>the event</EventLink>}
          </li>
        ))}
      </ul>
      <table className="differences">
        <tbody>
          {patterns.map((change) => (
            <Line key={`${change.id} ${change.service}`} change={change} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
