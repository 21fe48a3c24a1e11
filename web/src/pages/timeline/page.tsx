// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { STACK } from "../../islands/timeline/cells.ts";
import { SubjectBar } from "../../parts/subjectbar.tsx";
import { dateAndClock } from "../../state/instant.ts";
import { status } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { counted, duration, grouped, plural } from "../../state/numbers.ts";
import {
  asTable,
  graph,
  lanes,
  leftOut,
  MOST_MARKS,
  marks,
  order,
  profile,
  rangeStart,
  sight,
  timeline,
} from "../../state/timeline.ts";
import { useKeys, useOffer } from "../../widgets/hooks.ts";
import { Trouble } from "../../widgets/trouble.tsx";
import { Canvas } from "./canvas.tsx";
import { ChangeLane } from "./changelane.tsx";
import { CursorHandle } from "./cursor.tsx";
import { Drawer } from "./drawer.tsx";
import { Heads } from "./heads.tsx";
import { DRAWER, TIMELINE } from "./keys.ts";
import { NoteForm } from "./noteform.tsx";
import { openLogs } from "./openlogs.ts";
import { CHANGES, OVERVIEW, RULER, zone } from "./picture.ts";
import { pinnable } from "./pinnable.ts";
import { TableView } from "./tableview.tsx";
import { Toolbar } from "./toolbar.tsx";
import { limitWords, marksWords } from "./words.ts";

export { HOW_TO as howTo } from "./howto.ts";

/** Which colour is which level, of those that there are. */
function Levels() {
  const there = new Set((timeline.data.value?.lanes ?? []).flatMap((lane) => Object.keys(lane.levels)));
  return (
    <span className="tl-levels">
      {STACK.filter((level) => there.has(level)).map((level) => (
        <span key={level}>
          <i className={`swatch of-${level}`} />
          {level === "unspecified" ? "none" : level.toUpperCase()}
        </span>
      ))}
    </span>
  );
}

/** What stands beside the overview, the ruler and the changes. */
function Corner() {
  const window = sight.value;
  return (
    <div className="tl-corner">
      <div style={{ height: `${OVERVIEW}px` }}>
        <span className="muted">Overview</span>
        <Levels />
      </div>
      <div style={{ height: `${RULER}px` }}>
        <span className="mono">{window ? dateAndClock(window.from, zone.value).slice(0, 10) : ""}</span>
        <span className="muted">{zone.value === "local" ? "browser" : zone.value}</span>
      </div>
      <div style={{ height: `${CHANGES}px` }}>
        <strong>Changes</strong>
        <span className="muted tl-cut" title={marksWords(marks.value)}>
          {marksWords(marks.value) || "none"}
        </span>
      </div>
    </div>
  );
}

function Picture() {
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useMemo(
    () => (dy: number) => {
      if (scroller.current) scroller.current.scrollTop += dy;
    },
    [],
  );
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target as Element).matches("[role=slider], input")) return;
    event.preventDefault();
    openLogs();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the cursor and the boxes of lanes
    <div className={timeline.error.value ? "tl-picture stale" : "tl-picture"} onKeyDown={keys}>
      <Corner />
      <Heads scroller={scroller} />
      <div className="tl-stage">
        <Canvas scroll={scroll} />
        <ChangeLane />
        <CursorHandle />
      </div>
    </div>
  );
}

function Notices() {
  const answer = timeline.data.value;
  const error = timeline.error.value;
  const said = answer ? limitWords(answer) : [];
  if (leftOut.value > 0)
    said.push(`showing the latest ${grouped(MOST_MARKS)} marks; ${grouped(leftOut.value)} earlier ones are left out`);
  const unsorted = order.value === "dependency" ? graph.error.value : null;
  if (said.length === 0 && !error && !unsorted && rangeStart.value === null) return null;
  return (
    <div className="tl-notices" role="status">
      {error && <Trouble what="No new timeline." error={error} retry={timeline.retry} />}
      {unsorted && <Trouble what="The order by dependency is not known." error={unsorted} retry={graph.retry} />}
      {rangeStart.value !== null && (
        <p className="note">
          A range begins at {dateAndClock(rangeStart.value, zone.value)}: move the cursor and press M to end it, Esc to
          give it up.
        </p>
      )}
      {said.map((text) => (
        <p key={text} className="note">
          {text}
        </p>
      ))}
    </div>
  );
}

export function Page() {
  useKeys(TIMELINE);
  useKeys(DRAWER);
  useOffer(pinnable);
  useSignalEffect(() => {
    const title = status.data.value?.title;
    document.title = [view.value.q || "Timeline", title, "Clew"].filter(Boolean).join(" · ");
  });
  const again = () => {
    timeline.retry();
    profile.retry();
  };
  const answer = timeline.data.value;
  const empty = answer && lanes.value.length === 0;
  return (
    <main className="timeline" data-keys="timeline" aria-busy={timeline.loading.value}>
      <SubjectBar again={again} />
      <Toolbar />
      <Notices />
      {!answer && timeline.loading.value && <p className="note">counting events…</p>}
      {empty && <p className="note">0 events, and no service is known: nothing can be drawn.</p>}
      {answer && !empty && (asTable.value ? <TableView /> : <Picture />)}
      {answer && !empty && !asTable.value && <Drawer />}
      <NoteForm />
    </main>
  );
}

/** Where the reader is. */
export function Foot() {
  const answer = timeline.data.value;
  if (!answer) return null;
  return (
    <>
      <span>
        {plural(lanes.value.length, "lane")} · {counted(answer.total)} events in cells of{" "}
        {duration(answer.stepNs / 1e6)}
      </span>
      <span>{plural(marks.value.length, "mark")}</span>
    </>
  );
}
