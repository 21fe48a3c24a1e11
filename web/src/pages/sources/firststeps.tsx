// SPDX-License-Identifier: Apache-2.0
// The way from an empty index to the first event, on any page that finds the store empty.
import { useEffect } from "preact/hooks";
import type { ServiceCode } from "../../api/sourcetypes.ts";
import { ALL, imports, isOver, sending, watchImports } from "../../state/imports.ts";
import { pageView } from "../../state/location.ts";
import { plural } from "../../state/numbers.ts";
import { To } from "../../widgets/to.tsx";
import { DropArea, FileButton } from "./hand.tsx";
import { ImportRows } from "./importrows.tsx";

/**
 * @param events that the store holds
 * @param services what is known of them; null where nobody asked
 */
export function FirstSteps({ events, services }: { events: number; services: readonly ServiceCode[] | null }) {
  useEffect(watchImports, []);
  const takes = imports.data.value?.takes;
  const all = imports.data.value?.imports ?? [];
  const coming = sending.value > 0 || all.some((one) => !isOver(one));
  const lacking = services?.find((one) => one.repository === null);
  const first = all.find((one) => one.query !== null);
  return (
    <DropArea className="first-steps">
      <h2>{events === 0 ? "This index is empty" : "First steps"}</h2>
      <ol>
        <li data-done={events > 0}>
          <h3>1. Bring logs in</h3>
          {takes === false ? (
            <p>
              This server takes no files. In a terminal: <code>clew index PATH</code>
            </p>
          ) : (
            <>
              <p>Drop files here: text, JSON, compressed, archives. Their format is found by itself.</p>
              <p className="first-buttons">
                <FileButton primary={events === 0} />
                <To className="button" view={pageView("sources", { tab: "try" })}>
                  Paste lines
                </To>
              </p>
            </>
          )}
          <p className="muted">
            To follow what is being written: <code>clew serve --watch /var/log/shop</code>
          </p>
        </li>
        <li data-done={events > 0}>
          <h3>2. See the first event</h3>
          {events > 0 || first ? (
            <p>
              {plural(Math.max(events, first?.events ?? 0), "event")} can be searched.{" "}
              <To view={pageView("investigate", { ...ALL, q: first?.query ?? "" })}>Open Investigate</To>
            </p>
          ) : (
            <p>
              {coming
                ? "The first events come as the file is read."
                : "As soon as a file is being read, its events are here."}
            </p>
          )}
        </li>
        <li data-done={services !== null && services.length > 0 && !lacking}>
          <h3>3. Say where the source code is</h3>
          <p>
            Then errors lead to lines of code and to the commits that are suspected:{" "}
            <code>clew serve --repo {lacking?.service ?? "SERVICE"}=GITDIR</code>
          </p>
        </li>
      </ol>
      <ImportRows />
      <p className="note">
        To look around first: <code>clew demo</code> shows made-up incidents in an index of their own, which is gone
        when it ends. They are not put into this one, since a store forgets events by their age alone and could not give
        them back.
      </p>
    </DropArea>
  );
}
