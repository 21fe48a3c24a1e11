// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { incidentClient } from "../../api/incidents.ts";
import type { IncidentBrief } from "../../api/incidenttypes.ts";
import { named } from "../../state/incident.ts";
import { full, millis } from "../../state/instant.ts";
import { goTo, pageView, view } from "../../state/location.ts";
import { duration, plural } from "../../state/numbers.ts";
import { chooseIncident, incidents, openIncident } from "../../state/pinning.ts";
import { ownName } from "../../state/preferences.ts";
import { failureOf } from "../../state/resource.ts";
import { tell } from "../../state/toast.ts";
import { Plain } from "../../widgets/plain.tsx";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { NameField } from "./namefield.tsx";
import { REVIEWS } from "./words.ts";

const LONGEST_TITLE = 200;
const ORDER = { open: 0, mitigated: 1, resolved: 2 } as const;

export const SEVERITIES = ["sev1", "sev2", "sev3", "sev4"] as const;

export function severityName(severity: string | null): string {
  return severity ? severity.replace("sev", "SEV-") : "not said";
}

function lasted(incident: IncidentBrief): string {
  if (!incident.started) return "";
  if (!incident.resolved) return "since its start";
  return duration(millis(incident.resolved) - millis(incident.started));
}

function Row({ incident }: { incident: IncidentBrief }) {
  const { zone } = view.value;
  return (
    <tr className="incident-row">
      <td>
        <To view={pageView("incidents", { id: incident.id })}>
          {incident.id} <Plain text={incident.title} />
        </To>
      </td>
      <td>{severityName(incident.severity)}</td>
      <td>
        <span className={`incident-state ${incident.status}`}>{incident.status}</span>
      </td>
      <td className="mono">{full(incident.started ?? incident.created, zone)}</td>
      <td>{lasted(incident)}</td>
      <td>{plural(incident.evidence, "piece")}</td>
      <td>{REVIEWS[incident.review]}</td>
      <td>{incident.lead ? <Plain text={incident.lead} /> : "nobody"}</td>
    </tr>
  );
}

async function bring(file: File): Promise<void> {
  if (!named()) return;
  try {
    const brought = await incidentClient.bring(file, ownName.peek().trim());
    chooseIncident(brought.id);
    incidents.retry();
    goTo("incidents", { id: brought.id });
    tell({ text: `${file.name} is ${brought.id} here, with ${plural(brought.evidence.length, "piece")} of evidence` });
  } catch (thrown) {
    const failure = failureOf(thrown);
    const detail = "detail" in failure && failure.detail ? `: ${failure.detail}` : "";
    tell({ text: `${file.name} was not taken: ${failure.message}${detail}`, bad: true });
  }
}

function NewIncident() {
  const [title, setTitle] = useState("");
  const [severity, setSeverity] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    if (title.trim() === "" || !named()) return;
    setBusy(true);
    openIncident(title.trim(), severity || null).then(
      (id) => goTo("incidents", { id }),
      (thrown) => {
        setBusy(false);
        tell({ text: `Not opened: ${failureOf(thrown).message}`, bad: true });
      },
    );
  };
  return (
    <form className="new-incident" onSubmit={submit}>
      <label>
        New incident
        <input
          id="new-title"
          className="field"
          maxLength={LONGEST_TITLE}
          placeholder="what is wrong, as people would say it"
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <label>
        Severity
        <select className="select" value={severity} onChange={(event) => setSeverity(event.currentTarget.value)}>
          <option value="">not said</option>
          {SEVERITIES.map((word) => (
            <option key={word} value={word}>
              {severityName(word)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button primary" disabled={busy || title.trim() === ""}>
        Open
      </button>
      <label className="button bring">
        Bring a bundle
        <input
          type="file"
          accept=".clew,application/zip"
          className="unseen"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void bring(file);
            event.currentTarget.value = "";
          }}
        />
      </label>
    </form>
  );
}

export function IncidentList() {
  const known = incidents.data.value;
  const failure = incidents.error.value;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void bring(file);
  };
  const all = [...(known?.incidents ?? [])].sort((a, b) => ORDER[a.status] - ORDER[b.status]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file button beside does the same by keyboard
    <div className="incident-list" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {known?.keeps && (
        <div className="incident-head">
          <NewIncident />
          <span className="push" />
          <NameField />
        </div>
      )}
      {failure && <Trouble error={failure} retry={incidents.retry} what="The incidents are not shown:" />}
      {known && !known.keeps && (
        <p className="note">
          This server keeps no incidents. <code>clew serve --data FOLDER</code> keeps them beside the index.
        </p>
      )}
      {known && all.length === 0 && known.keeps && (
        <p className="note">
          No incident yet. Open one here, or press P on anything worth keeping: it asks for an incident then.
        </p>
      )}
      {all.length > 0 && (
        <table className="plain-table">
          <caption className="unseen">Incidents, those that are open first</caption>
          <thead>
            <tr>
              {["Incident", "Severity", "Status", "Start", "Lasted", "Evidence", "Document", "Lead"].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map((incident) => (
              <Row key={incident.id} incident={incident} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
