// SPDX-License-Identifier: Apache-2.0
import { computed } from "@preact/signals";
import { client } from "../../api/client.ts";
import { run, wholeStore } from "../../state/actions.ts";
import { asked, listing, status } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { counted, grouped } from "../../state/numbers.ts";
import { clauses, without } from "../../state/querytext.ts";
import { resource } from "../../state/resource.ts";
import { Plain } from "../../widgets/plain.tsx";

const MOST = 5;

const question = computed(() => {
  const listed = listing.listed.value;
  return listed && listed.events.length === 0 ? asked.value : null;
});

/** How many events there would be without each clause, and at any time. */
const wider = resource(question, async ({ q, from, to }, signal) => {
  const count = async (ask: { q: string; from: string | null; to: string | null }) =>
    (await client.search({ ...ask, limit: 1, order: "newest" }, signal)).total;
  const parts = clauses(q).filter((part) => without(q, part) !== q);
  const removed = await Promise.all(
    parts.slice(0, MOST).map(async (part) => ({ part, total: await count({ q: without(q, part), from, to }) })),
  );
  const anytime = from || to ? await count({ q, from: null, to: null }) : null;
  return { removed: removed.filter((one) => one.total.value > 0), anytime };
});

/** Nothing found is an answer: it says what stands in the way, with numbers. */
export function NoEvents() {
  const { q } = view.value;
  const answer = wider.data.value;
  const stored = status.data.value?.events;
  if (stored === 0) {
    return (
      <div className="list-state">
        <h2>The store is empty</h2>
        <p>Index logs first, for example: clew index logs/, then reload this page.</p>
      </div>
    );
  }
  return (
    <div className="list-state">
      <h2>0 events</h2>
      {q && answer?.removed.length === 0 && <p>Leaving out any one part of the query does not help.</p>}
      {answer?.removed.map(({ part, total }) => (
        <button key={part} type="button" className="button" onClick={() => run(without(q, part))}>
          Without{" "}
          <span className="mono">
            <Plain text={part} />
          </span>
          : {counted(total)}
        </button>
      ))}
      {answer?.anytime && answer.anytime.value > 0 && (
        <button type="button" className="button" onClick={wholeStore}>
          In the whole store: {counted(answer.anytime)}
        </button>
      )}
      {q && (
        <button type="button" className="button" onClick={() => run("")}>
          Clear the query
        </button>
      )}
      {answer?.anytime?.value === 0 && <p>There are none at any other time.</p>}
      {stored !== undefined && <p>The store holds {grouped(stored)} events.</p>}
    </div>
  );
}
