// SPDX-License-Identifier: Apache-2.0
import { clockSeconds, millis } from "../../state/instant.ts";
import { listing, live, places, rowEvents, status } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { counted, grouped, plural } from "../../state/numbers.ts";
import { edge, said } from "../../state/seek.ts";

function position(): string {
  const now = listing.listed.value;
  if (!now) return "";
  const place = view.value.selected ? places.value.get(view.value.selected) : undefined;
  const total = counted(now.total);
  if (now.previous) return `${total} rows`;
  return place === undefined ? `${total} rows` : `Row ${grouped(place + 1)} of ${total}`;
}

/** Where the reader is in the list, and what is known at all. */
export function Foot() {
  const now = listing.listed.value;
  const known = status.data.value;
  return (
    <>
      <span>{live.value ? `${plural(rowEvents.value.length, "row")} while following` : position()}</span>
      {now && !live.value && (
        <span>
          loaded {grouped(now.events.length)}
          {now.next || now.previous ? ` of ${counted(now.total)}` : ", all"}
          {now.previous && now.sought && `, around ${clockSeconds(millis(now.sought.time), view.value.zone)}`}
        </span>
      )}
      {now?.previous && !live.value && (
        <button type="button" className="link" onClick={() => edge(-1)}>
          back to the top
        </button>
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
