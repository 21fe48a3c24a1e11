// SPDX-License-Identifier: Apache-2.0
import { closePanel, openPanel } from "../../state/actions.ts";
import { view } from "../../state/location.ts";
import type { Panel as PanelName } from "../../state/view.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Tabs } from "../../widgets/tabs.tsx";
import { Context } from "./context.tsx";
import { EventDetail } from "./event.tsx";
import { Splitter } from "./splitter.tsx";

function content(panel: PanelName) {
  return panel === "context" ? <Context /> : <EventDetail />;
}

/** Beside the list, never over it. */
export function Panel({ panel }: { panel: PanelName }) {
  return (
    <aside className="detail" aria-label="Details">
      <Splitter />
      <div className="detail-top">
        <Tabs
          label="Details"
          controls="panel-area"
          chosen={panel}
          choose={openPanel}
          tabs={[
            { id: "event", name: "Event" },
            { id: "context", name: "Context", key: "C" },
          ]}
        />
        <span className="push" />
        <button type="button" className="tool" aria-label="Close details" title="Close (Esc)" onClick={closePanel}>
          <Icon name="close" />
        </button>
      </div>
      <PanelArea panel={panel} empty={!view.value.selected} />
    </aside>
  );
}

function PanelArea({ panel, empty }: { panel: PanelName; empty: boolean }) {
  return (
    <div
      className="detail-body"
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
