// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import { listing, status } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { Chart } from "./chart.tsx";
import { Facets } from "./facets.tsx";
import { ListArea } from "./listarea.tsx";
import { Panel } from "./panel.tsx";
import { QueryBar } from "./querybar.tsx";

export function Investigate() {
  const { panel } = view.value;
  useSignalEffect(() => {
    const title = status.data.value?.title;
    const q = view.value.q;
    document.title = [q || "Investigate", title, "Clew"].filter(Boolean).join(" · ");
  });
  const shape = panel === "suspects" ? "body wide" : panel ? "body beside" : "body";
  return (
    <main className="investigate">
      <QueryBar />
      <div className={shape} aria-busy={listing.loading.value}>
        <Facets />
        <div className="center">
          <Chart />
          <ListArea />
        </div>
        {panel && <Panel panel={panel} />}
      </div>
    </main>
  );
}
