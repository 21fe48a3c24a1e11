// SPDX-License-Identifier: Apache-2.0
// Which ids are worth following: the values that join services, and requests that failed.
import { useState } from "preact/hooks";
import type { JoinKey } from "../../api/tracetypes.ts";
import { SubjectBar } from "../../parts/subjectbar.tsx";
import { clock } from "../../state/instant.ts";
import { goTo, pageView, view } from "../../state/location.ts";
import { grouped, percent, plural, spanText } from "../../state/numbers.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { idOf } from "./build.ts";
import { failures, joins } from "./state.ts";

/** A field that an event can be asked for; ids told by their form alone, such as A-*, are looked for anywhere. */
function fieldOf(key: JoinKey): string | null {
  return /^[\p{L}_@][\p{L}\p{N}_.@-]*$/u.test(key.name) ? key.name : null;
}

function Follow() {
  const [text, setText] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    const id = text.trim();
    if (id) goTo("traces", { id, q: "" });
  };
  return (
    <form className="tr-follow" onSubmit={submit}>
      <label htmlFor="follow">Follow an id</label>
      <input
        id="follow"
        className="field mono"
        maxLength={300}
        autoComplete="off"
        spellcheck={false}
        placeholder="order=81213, trace=9f…, or any value as it stands in the logs"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" className="button primary" disabled={text.trim() === ""}>
        <Icon name="trace" />
        Follow
      </button>
    </form>
  );
}

function Joins() {
  const answer = joins.data.value;
  const error = joins.error.value;
  if (error) return <Trouble what="No ids." error={error} retry={joins.retry} />;
  if (!answer) return <p className="note">looking for values that services share…</p>;
  if (answer.keys.length === 0) {
    return (
      <p className="note">
        No value was seen in several services: of {plural(answer.total.value, "event")} {grouped(answer.read)} were
        read. Type an id above to follow it within its service.
      </p>
    );
  }
  return (
    <table className="cp-table">
      <thead>
        <tr>
          <th>Field</th>
          <th>Services it joins</th>
          <th className="num">Ids</th>
          <th className="num">in several services</th>
          <th className="num">Share of all events</th>
          <th className="num">Usual span</th>
          <th>For example</th>
        </tr>
      </thead>
      <tbody>
        {answer.keys.map((key) => (
          <tr key={key.name}>
            <th scope="row" className="mono">
              <Plain text={clipped(key.name, 60)} />
            </th>
            <td className="mono">
              <Plain text={clipped(key.services.join(", "), 90)} />
            </td>
            <td className="num">{grouped(key.values)}</td>
            <td className="num">{grouped(key.joinedValues)}</td>
            <td className="num">{percent(key.coverage)}</td>
            <td className="num">{spanText(key.medianSpreadMs)}</td>
            <td className="mono">
              <To className="link" view={pageView("traces", { id: idOf(fieldOf(key), key.example), q: "" })}>
                {clipped(idOf(fieldOf(key), key.example), 60)}
              </To>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Failures() {
  const { zone } = view.value;
  const answer = failures.data.value?.requests;
  const error = failures.error.value;
  if (error) return <Trouble what="No failed requests." error={error} retry={failures.retry} />;
  if (!answer) return null;
  return (
    <section aria-label="Requests that failed">
      <h2>
        {plural(answer.failing.value, "request")} with an error, by trace id
        {answer.earliest.length < answer.failing.value && (
          <span className="muted"> · the {answer.earliest.length} that failed first</span>
        )}
      </h2>
      {answer.earliest.length === 0 ? (
        <p className="note">No event with a trace id is an error in this time.</p>
      ) : (
        <table className="cp-table">
          <thead>
            <tr>
              <th>First error ({zone})</th>
              <th>Trace</th>
              <th className="num">Errors</th>
              <th className="num">Events</th>
              <th className="num">Length</th>
              <th>Services, by their first events</th>
            </tr>
          </thead>
          <tbody>
            {answer.earliest.map((request) => (
              <tr key={request.trace}>
                <td className="mono">{clock(request.firstError, zone)}</td>
                <th scope="row" className="mono">
                  <To className="link" view={pageView("traces", { id: `trace=${request.trace}`, q: "" })}>
                    {clipped(request.trace, 40)}
                  </To>
                </th>
                <td className="num">{grouped(request.errors)}</td>
                <td className="num">{grouped(request.events)}</td>
                <td className="num">{spanText(Date.parse(request.last) - Date.parse(request.first))}</td>
                <td className="mono">
                  <Plain text={clipped(request.services.join(" → "), 120)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function List() {
  return (
    <>
      <div className="query">
        <SubjectBar again={joins.retry} />
        <div className={joins.loading.value ? "progress on" : "progress"} />
      </div>
      <Follow />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="tr-list" tabIndex={0} aria-label="Ids worth following" data-list>
        <h2>Ids that join services</h2>
        <Joins />
        <Failures />
      </section>
    </>
  );
}
