// SPDX-License-Identifier: Apache-2.0
import { listing, live, patterns } from "../../state/investigation.ts";
import { go, view } from "../../state/location.ts";
import { counted, grouped } from "../../state/numbers.ts";
import { Tabs } from "../../widgets/tabs.tsx";
import { bins } from "./chart.tsx";
import { EventList } from "./eventlist.tsx";
import { Find } from "./find.tsx";
import { Legend } from "./legend.tsx";
import { LiveBar } from "./live.tsx";
import { Patterns } from "./patterns.tsx";

export function ListArea() {
  const { list } = view.value;
  const found = listing.listed.value?.total;
  const shapes = patterns.data.value?.patterns.filter((row) => row.count > 0).length;
  return (
    <div className="list">
      <div className="list-bar">
        <Tabs
          label="What is listed"
          controls="list-area"
          chosen={list}
          choose={(id) => go({ list: id })}
          tabs={[
            { id: "events", name: "Events", count: found ? counted(found) : "" },
            { id: "patterns", name: "Patterns", count: shapes === undefined ? "" : grouped(shapes) },
          ]}
        />
        {live.value && list === "events" ? <LiveBar /> : bins.value && <Legend bins={bins.value} />}
      </div>
      <div className="list" id="list-area" role="tabpanel" aria-labelledby={`list-area-${list}`}>
        {list === "events" && <Find />}
        {list === "events" ? <EventList /> : <Patterns />}
      </div>
    </div>
  );
}
