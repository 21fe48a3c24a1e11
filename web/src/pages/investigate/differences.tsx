// SPDX-License-Identifier: Apache-2.0
import type { Comparison, PatternChange } from "../../api/types.ts";
import { hrefOf, move, view } from "../../state/location.ts";
import { grouped } from "../../state/numbers.ts";
import { clause, narrowed } from "../../state/querytext.ts";
import { Plain } from "../../widgets/plain.tsx";
import { Template } from "./patterns.tsx";

const MOST = 8;

/** A link to an event that opens it in place. */
export function EventLink({ id, children }: { id: string; children: string }) {
  const change = { selected: id, panel: "event" } as const;
  return (
    <a
      href={hrefOf(change)}
      onClick={(click) => {
        if (click.ctrlKey || click.metaKey || click.shiftKey) return;
        click.preventDefault();
        move(change);
      }}
    >
      {children}
    </a>
  );
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
        <a className="template" href={hrefOf({ q: narrowed(view.value.q, clause("pattern", change.id)), panel: null })}>
          <Template text={change.template} />
        </a>{" "}
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
