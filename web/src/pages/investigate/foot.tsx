// SPDX-License-Identifier: Apache-2.0
import { listing, live, places, rowEvents, status } from "../../state/investigation.ts";
import { MOST } from "../../state/listing.ts";
import { view } from "../../state/location.ts";
import { counted, grouped, plural } from "../../state/numbers.ts";
import { said } from "../../state/seek.ts";

function position(): string {
  const now = listing.listed.value;
  if (!now) return "";
  const place = view.value.selected ? places.value.get(view.value.selected) : undefined;
  const total = counted(now.total);
  return place === undefined ? `${total} rows` : `Row ${grouped(place + 1)} of ${total}`;
}

/** Where the reader is in the list, and what is known at all. */
export function Foot() {
  const now = listing.listed.value;
  const known = status.data.value;
  const full = now && now.events.length >= MOST && now.next;
  return (
    <>
      <span>{live.value ? `${plural(rowEvents.value.length, "row")} while following` : position()}</span>
      {now && !live.value && (
        <span>
          loaded {grouped(now.events.length)}
          {now.next ? ` of ${counted(now.total)}` : ", all"}
          {full ? "; narrow the time to see further" : ""}
        </span>
      )}
      {known && (
        <span>
          {plural(known.services.length, "service")} · {plural(known.repositories.length, "repository", "repositories")}{" "}
          · {plural(known.changes, "change")}
        </span>
      )}
      <span role="status">{said.value}</span>
    </>
  );
}
