// SPDX-License-Identifier: Apache-2.0
import type { ServiceCode } from "../../api/sourcetypes.ts";
import { ALL } from "../../state/imports.ts";
import { pageView } from "../../state/location.ts";
import { grouped } from "../../state/numbers.ts";
import { clause } from "../../state/querytext.ts";
import { Plain } from "../../widgets/plain.tsx";
import { To } from "../../widgets/to.tsx";

export function Services({ services }: { services: readonly ServiceCode[] }) {
  if (services.length === 0) return <p className="note">No event names a service yet.</p>;
  return (
    <div className="table-box">
      <table className="plain-table">
        <caption className="unseen">Services and where their source code is</caption>
        <thead>
          <tr>
            {["Service", "Events", "Repository", "How it is known", "Version", "Commit of the version"].map((name) => (
              <th key={name} scope="col" className={name === "Events" ? "number" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map((one) => (
            <tr key={one.service}>
              <td>
                <To view={pageView("investigate", { ...ALL, q: clause("service", one.service) })}>
                  <Plain text={one.service} />
                </To>
              </td>
              <td className="number">{grouped(one.events)}</td>
              <td className="mono">{one.repository ? <Plain text={one.repository} /> : "none"}</td>
              <td>
                <Plain text={one.how} />
              </td>
              <td className="mono">{one.version ? <Plain text={one.version} /> : "not in its events"}</td>
              <td className="mono">{commit(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function commit(one: ServiceCode): string {
  if (one.commit) return one.commit.slice(0, 12);
  if (!one.version || !one.repository) return "–";
  return "no tag, branch or commit has this name";
}
