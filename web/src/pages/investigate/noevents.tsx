// SPDX-License-Identifier: Apache-2.0
// Nothing found is an answer: it says what stands in the way, with numbers.
import { computed } from "@preact/signals";
import { client } from "../../api/client.ts";
import type { AskFor, NamedService, WhyNoneAnswer } from "../../api/streamtypes.ts";
import { run } from "../../state/actions.ts";
import { full } from "../../state/instant.ts";
import { asked, listing, status } from "../../state/investigation.ts";
import { go, view } from "../../state/location.ts";
import { counted, grouped } from "../../state/numbers.ts";
import { resource } from "../../state/resource.ts";
import { Plain } from "../../widgets/plain.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { FirstSteps } from "../sources/firststeps.tsx";

const question = computed(() => {
  const listed = listing.listed.value;
  return listed?.ended && listed.events.length === 0 && listing.partial.value === null ? asked.value : null;
});

const why = resource(question, (ask, signal) => client.whyNone(ask, signal));

function show({ q, from, to }: AskFor): void {
  go({ q, from, to });
}

function at(time: string): string {
  return full(time, view.value.zone).slice(0, 19);
}

function Without({ answer }: { answer: WhyNoneAnswer }) {
  if (answer.without.length === 0) {
    return answer.query.text.trim() === "" ? null : <p>Leaving out any one part of the query does not help.</p>;
  }
  return (
    <>
      {answer.without.map(({ clause, total, ask }) => (
        <button key={clause} type="button" className="button" onClick={() => show(ask)}>
          Without{" "}
          <span className="mono">
            <Plain text={clause} />
          </span>
          : {counted(total)}
        </button>
      ))}
      {answer.tried < answer.clauses && (
        <p>
          The first {answer.tried} of {answer.clauses} parts were left out in turn.
        </p>
      )}
    </>
  );
}

const WHEN = { last_day: "In the last 24 h of the store", whole_store: "In the whole store" };

function Elsewhere({ answer }: { answer: WhyNoneAnswer }) {
  const none = answer.elsewhere.length > 0 && answer.elsewhere.every(({ total }) => total.exact && total.value === 0);
  if (none) return <p>There are none at any other time.</p>;
  return (
    <>
      {answer.elsewhere
        .filter(({ total }) => total.value > 0)
        .map(({ when, total, ask }) => (
          <button key={when} type="button" className="button" onClick={() => show(ask)}>
            {WHEN[when]}: {counted(total)}
          </button>
        ))}
      {answer.nearest.map(({ side, time, ask }) => (
        <button key={side} type="button" className="button" onClick={() => show(ask)}>
          {side === "before" ? "Last before" : "First after"}: {at(time)}
        </button>
      ))}
    </>
  );
}

function wordsFor({ events, last, next }: NamedService): string {
  if (last && events.value === 0) return `has been silent since ${at(last)}`;
  if (last) return `fell silent at ${at(last)}`;
  return next ? `wrote nothing before ${at(next)}` : "is a service of which there is no event";
}

function Silent({ answer }: { answer: WhyNoneAnswer }) {
  return (
    <>
      {answer.services
        .filter((service) => service.silent)
        .map((service) => {
          const said = (
            <>
              <strong>
                <Plain text={service.service} />
              </strong>{" "}
              {wordsFor(service)}
            </>
          );
          const { ask } = service;
          return ask ? (
            <button key={service.service} type="button" className="button silent" onClick={() => show(ask)}>
              {said}
            </button>
          ) : (
            <p key={service.service}>{said}</p>
          );
        })}
    </>
  );
}

export function NoEvents() {
  const { q } = view.value;
  const answer = why.data.value;
  const error = why.error.value;
  const stored = status.data.value?.events;
  if (stored === 0) {
    return <FirstSteps events={0} services={null} />;
  }
  return (
    <div className="list-state">
      <h2>0 events</h2>
      {error && <Trouble what="What stands in the way is not known:" error={error} retry={why.retry} />}
      {answer && <Silent answer={answer} />}
      {answer && <Without answer={answer} />}
      {answer && <Elsewhere answer={answer} />}
      {answer?.complete === false && <p>Not everything could be counted: {answer.reason}.</p>}
      {q && (
        <button type="button" className="button" onClick={() => run("")}>
          Clear the query
        </button>
      )}
      {stored !== undefined && <p>The store holds {grouped(stored)} events.</p>}
    </div>
  );
}
