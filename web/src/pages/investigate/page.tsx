// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import { listing, selectedEvent, status } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { useKeys, useOffer } from "../../widgets/hooks.ts";
import { Chart } from "./chart.tsx";
import { Facets } from "./facets.tsx";
import { FIND } from "./find.tsx";
import { CONTEXT, INVESTIGATE } from "./keys.ts";
import { ListArea } from "./listarea.tsx";
import { Panel } from "./panel.tsx";
import { pinnable } from "./pinnable.ts";
import { QueryBar } from "./querybar.tsx";

export { Foot } from "./foot.tsx";
export { HOW_TO as howTo } from "./howto.ts";

export function Page() {
  const { panel } = view.value;
  useKeys(INVESTIGATE);
  useKeys(CONTEXT);
  useKeys(FIND);
  useOffer(() => pinnable(view.value, selectedEvent.value));
  useSignalEffect(() => {
    const title = status.data.value?.title;
    const q = view.value.q;
    document.title = [q || "Investigate", title, "Clew"].filter(Boolean).join(" · ");
  });
  const shape = panel ? "body beside" : "body";
  return (
    <main className="investigate" data-keys="investigate">
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
