// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import { incident } from "../../state/incident.ts";
import { move, view } from "../../state/location.ts";
import { useKeys } from "../../widgets/hooks.ts";
import { Tabs } from "../../widgets/tabs.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { Document } from "./document.tsx";
import { EvidenceList } from "./evidence.tsx";
import { Exports } from "./exports.tsx";
import { INCIDENT, LIST } from "./keys.ts";
import { IncidentList } from "./list.tsx";
import { NameField } from "./namefield.tsx";
import { Overview } from "./overview.tsx";
import { Timeline } from "./timeline.tsx";

export { HOW_TO as howTo } from "./howto.ts";

const TABS = ["overview", "timeline", "document", "evidence"] as const;
type Tab = (typeof TABS)[number];

function tabOf(text: string | null): Tab {
  return TABS.find((tab) => tab === text) ?? "overview";
}

export function Page() {
  const { id } = view.value;
  useSignalEffect(() => {
    const title = incident.data.value?.title;
    document.title = [view.value.id, view.value.id ? title : "Incidents", "Clew"].filter(Boolean).join(" · ");
  });
  return (
    <main className="incidents" data-keys="incidents">
      {id === null ? <All /> : <One />}
    </main>
  );
}

function All() {
  useKeys(LIST);
  return <IncidentList />;
}

function One() {
  useKeys(INCIDENT);
  const now = incident.data.value;
  const failure = incident.error.value;
  if (!now) {
    return (
      <div className="incident-head" aria-busy={!failure}>
        {failure && <Trouble error={failure} retry={incident.retry} what="This incident is not shown:" />}
      </div>
    );
  }
  const tab = tabOf(view.value.tab);
  const unsourced = now.items.filter((item) => !item.sourced).length;
  return (
    <>
      <div className="incident-head">
        <h2>
          {now.title} <span className="muted">{now.id}</span>
        </h2>
        <Tabs
          label="Parts of the incident"
          controls="incident-area"
          chosen={tab}
          choose={(id) => move({ tab: id === "overview" ? null : id, selected: null })}
          tabs={[
            { id: "overview", name: "Overview" },
            {
              id: "timeline",
              name: "Timeline",
              count: unsourced ? `${now.items.length}, ${unsourced} without source` : now.items.length,
            },
            { id: "document", name: "Document" },
            { id: "evidence", name: "Evidence", count: now.evidence.length },
          ]}
        />
        <span className="push" />
        <NameField />
        <Exports incident={now} />
      </div>
      <div className="incident-area" id="incident-area" role="tabpanel" aria-labelledby={`incident-area-${tab}`}>
        {tab === "overview" && <Overview incident={now} />}
        {tab === "timeline" && <Timeline incident={now} />}
        {tab === "document" && <Document incident={now} />}
        {tab === "evidence" && <EvidenceList incident={now} />}
      </div>
    </>
  );
}
