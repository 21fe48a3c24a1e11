// SPDX-License-Identifier: Apache-2.0
import { incidentClient } from "../../api/incidents.ts";
import type { Incident } from "../../api/incidenttypes.ts";

const FORMATS: readonly [string, string][] = [
  ["markdown", "Markdown"],
  ["html", "HTML, one file"],
  ["pdf", "PDF"],
  ["confluence", "Confluence storage format"],
  ["csv", "Timeline as CSV"],
  ["bundle", "Bundle for another Clew"],
];

/** The ways out: real links, so that the browser saves the file as it saves any other. */
export function Exports({ incident }: { incident: Incident }) {
  return (
    <details className="exports">
      <summary className="button">Export</summary>
      <ul>
        {FORMATS.map(([format, name]) => (
          <li key={format}>
            <a href={incidentClient.exported(incident.id, format)} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
