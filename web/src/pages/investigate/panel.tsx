// SPDX-License-Identifier: Apache-2.0
import { closePanel, openPanel } from "../../state/actions.ts";
import { suspects } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import type { Panel as PanelName } from "../../state/view.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Tabs } from "../../widgets/tabs.tsx";
import { Context } from "./context.tsx";
import { EventDetail } from "./event.tsx";
import { Splitter } from "./splitter.tsx";
import { Suspects } from "./suspects.tsx";

function content(panel: PanelName) {
  if (panel === "suspects") return <Suspects />;
  return panel === "context" ? <Context /> : <EventDetail />;
}

/** Beside the list, never over it. */
export function Panel({ panel }: { panel: PanelName }) {
  const found = suspects.data.value?.suspects.length;
  return (
    <aside className="detail" aria-label="Details">
      <Splitter wide={panel === "suspects"} />
      <div className="detail-top">
        <Tabs
          label="Details"
          controls="panel-area"
          chosen={panel}
          choose={openPanel}
          tabs={[
            { id: "event", name: "Event" },
            { id: "context", name: "Context", key: "C" },
            { id: "suspects", name: "Suspects", key: "S", count: found ?? "" },
          ]}
        />
        <span className="push" />
        <button type="button" className="tool" aria-label="Close details" title="Close (Esc)" onClick={closePanel}>
          <Icon name="close" />
        </button>
      </div>
      <PanelArea panel={panel} empty={!view.value.selected && panel !== "suspects"} />
    </aside>
  );
}

function PanelArea({ panel, empty }: { panel: PanelName; empty: boolean }) {
  const className = panel === "suspects" ? "suspects" : "detail-body";
  return (
    <div
      className={className}
      id="panel-area"
      role="tabpanel"
      aria-labelledby={`panel-area-${panel}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {empty ? <p className="note">Choose a row to see its details.</p> : content(panel)}
    </div>
  );
}
