// SPDX-License-Identifier: Apache-2.0
import type { Incident } from "../../api/incidenttypes.ts";
import { pageView } from "../../state/location.ts";
import { plain } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";

/** How `[E1]` is shown: a link to the evidence, or a word that there is none. */
export function citing(incident: Incident) {
  return (id: string) => {
    const evidence = incident.evidence.find((one) => one.id === id);
    if (!evidence) return <span className="bad">[{id}: no such evidence]</span>;
    return (
      <To
        className="cite"
        view={pageView("incidents", { id: incident.id, tab: "evidence", selected: id })}
        title={plain(evidence.title, 200)}
      >
        [{id}]
      </To>
    );
  };
}
