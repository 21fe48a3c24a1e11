// SPDX-License-Identifier: Apache-2.0
// What is inside the selection, below the picture.

import { clockSeconds, dateAndClock } from "../../state/instant.ts";
import { go } from "../../state/location.ts";
import { counted, duration } from "../../state/numbers.ts";
import { pin } from "../../state/pinning.ts";
import { logs, patterns, summary, tab } from "../../state/timedrawer.ts";
import { select, selection, shown, sight } from "../../state/timeline.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Tabs } from "../../widgets/tabs.tsx";
import { CompareBefore } from "./compare.tsx";
import { Logs } from "./logs.tsx";
import { MarkList } from "./marklist.tsx";
import { PatternList } from "./patternlist.tsx";
import { zone } from "./picture.ts";
import { pinnable } from "./pinnable.ts";
import { Summary } from "./summary.tsx";

function Subject() {
  const range = selection.value;
  const window = range ?? sight.value;
  const { lanes: chosen } = shown.value;
  if (!window) return null;
  const start = dateAndClock(window.from, zone.value);
  return (
    <span className="tl-subject">
      <strong>{range ? "Selection" : "In sight"}</strong>{" "}
      <span className="mono">
        {start.slice(11)} → {clockSeconds(window.to, zone.value)}
      </span>{" "}
      <span className="muted">
        {duration(window.to - window.from)}
        {" · "}
        {chosen.length === 0 ? "all lanes" : <Plain text={clipped(chosen.join(", "), 80)} />}
      </span>
      {range && (
        <button
          type="button"
          className="tool"
          aria-label="Clear the selection"
          title="Clear the selection (Esc)"
          onClick={() => select(null)}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}

export function Drawer() {
  const now = tab.value;
  const total = logs.listed.value?.total;
  const shapes = patterns.data.value?.patterns.filter(({ count }) => count > 0).length;
  const events = summary.data.value?.now.total;
  return (
    <div className="tl-drawer" data-keys="timeline-drawer">
      <div className="tl-inside">
        <div className="list-bar">
          <Tabs
            label="What is inside"
            controls="tl-inside"
            chosen={now}
            choose={(id) => go({ tab: id === "summary" ? null : id })}
            tabs={[
              { id: "summary", name: "Summary", ...(events ? { count: counted(events) } : {}) },
              { id: "logs", name: "Logs", key: "Enter", ...(total && now === "logs" ? { count: counted(total) } : {}) },
              {
                id: "patterns",
                name: "Patterns",
                ...(shapes !== undefined && now === "patterns" ? { count: shapes } : {}),
              },
              { id: "compare", name: "Compare to before" },
            ]}
          />
          <button type="button" className="button small" aria-keyshortcuts="p" onClick={() => void pin(pinnable())}>
            <Icon name="pin" />
            Pin <kbd aria-hidden="true">P</kbd>
          </button>
          <span className="push" />
          <Subject />
        </div>
        <div className="list" id="tl-inside" role="tabpanel" aria-labelledby={`tl-inside-${now}`}>
          {now === "summary" && <Summary />}
          {now === "logs" && <Logs />}
          {now === "patterns" && <PatternList />}
          {now === "compare" && <CompareBefore />}
        </div>
      </div>
      <MarkList />
    </div>
  );
}
