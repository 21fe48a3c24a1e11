// SPDX-License-Identifier: Apache-2.0
import { full } from "../../state/instant.ts";
import { pageView, view } from "../../state/location.ts";
import { type PinnedEvent, pinnedEvent } from "../../state/pinnedcopy.ts";
import { LongPlain, Plain } from "../../widgets/plain.tsx";
import { To } from "../../widgets/to.tsx";

function rawOf(copy: unknown): string {
  const event = (copy as { event?: { raw?: unknown; message?: unknown } } | null)?.event;
  return [event?.raw, event?.message].find((text) => typeof text === "string") ?? "";
}

function Copy({ found }: { found: NonNullable<PinnedEvent["found"]> }) {
  const { incident, title, evidence } = found;
  return (
    <section className="section">
      <h3>Its pinned copy</h3>
      <p>
        Kept in{" "}
        <To view={pageView("incidents", { id: incident, tab: "evidence", selected: evidence.id })}>
          {incident} <Plain text={title} />, {evidence.id}
        </To>
        : taken {full(evidence.taken, view.value.zone)} by <Plain text={evidence.by} /> from{" "}
        <Plain text={evidence.source} />, SHA-256 <span className="mono">{evidence.sha256.slice(0, 12)}</span>
      </p>
      <pre className="mono pinned-raw">
        <LongPlain text={rawOf(evidence.copy)} />
      </pre>
    </section>
  );
}

/** An event that a link names and the store has not: retention took it, or the input was indexed anew. */
export function Gone() {
  const answer = pinnedEvent.data.value;
  const failure = pinnedEvent.error.value;
  return (
    <>
      <p className="note" role="status">
        <strong>This event is no longer in the store.</strong> Retention removed it, or its logs were indexed anew; ids
        change then.
      </p>
      {answer?.found && <Copy found={answer.found} />}
      {answer && !answer.found && (
        <p className="note">
          No incident has a pinned copy of it
          {answer.all > answer.looked
            ? `, as far as the latest ${answer.looked} of ${answer.all} were looked into`
            : ""}
          .
        </p>
      )}
      {failure && <p className="note">Whether an incident has a copy is not known: {failure.message}</p>}
      {!answer && !failure && <p className="note">Looking for a pinned copy…</p>}
    </>
  );
}
