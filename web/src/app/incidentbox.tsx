// SPDX-License-Identifier: Apache-2.0
// The current incident at the top of every page, and the form that asks for one when something is to be pinned.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem, Unreachable } from "../api/problem.ts";
import { chooseIncident, currentIncident, incidents, openIncident, pinWaiting, waiting } from "../state/pinning.ts";
import { LONGEST_NAME, ownName } from "../state/preferences.ts";
import { failureOf } from "../state/resource.ts";

const LONGEST_TITLE = 200;

export function IncidentBox() {
  const known = incidents.data.value;
  if (!known?.keeps || known.incidents.length === 0) return null;
  return (
    <label className="incident-box">
      <span className="muted">Incident</span>
      <select
        className="select"
        value={currentIncident.value?.id ?? ""}
        onChange={(event) => chooseIncident(event.currentTarget.value)}
      >
        <option value="">none</option>
        {known.incidents.map(({ id, title }) => (
          <option key={id} value={id}>
            {id} {title.length > 40 ? `${title.slice(0, 39)}…` : title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Asks for what a pin lacks: a name, and an incident to pin to. */
export function PinForm() {
  const dialog = useRef<HTMLDialogElement>(null);
  const what = waiting.value;
  const [title, setTitle] = useState("");
  const [into, setInto] = useState("");
  const [trouble, setTrouble] = useState<Problem | Unreachable | null>(null);
  const known = incidents.data.value?.incidents ?? [];
  useEffect(() => {
    if (what && !dialog.current?.open) {
      setTitle("");
      setInto(currentIncident.peek()?.id ?? known[0]?.id ?? "");
      setTrouble(null);
      dialog.current?.showModal();
    }
    if (!what) dialog.current?.close();
  }, [what, known]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (into) chooseIncident(into);
    const sent = into ? pinWaiting() : openIncident(title.trim(), null);
    sent.catch((thrown) => setTrouble(failureOf(thrown)));
  };
  const ready = ownName.value.trim() !== "" && (into !== "" || title.trim() !== "");
  return (
    <dialog ref={dialog} aria-labelledby="pin-title" onClose={() => (waiting.value = null)}>
      {what && (
        <form className="pin-form" onSubmit={submit}>
          <h2 id="pin-title">Pin to an incident</h2>
          <p className="muted">{what.title}</p>
          {known.length > 0 && (
            <label>
              Incident
              <select className="select" value={into} onChange={(event) => setInto(event.currentTarget.value)}>
                {known.map((incident) => (
                  <option key={incident.id} value={incident.id}>
                    {incident.id} {incident.title}
                  </option>
                ))}
                <option value="">a new one</option>
              </select>
            </label>
          )}
          {into === "" && (
            <label>
              Title of the new incident
              <input
                className="field"
                maxLength={LONGEST_TITLE}
                value={title}
                onInput={(event) => setTitle(event.currentTarget.value)}
              />
            </label>
          )}
          <label>
            Your name (kept in this browser, written beside what you pin)
            <input
              className="field"
              maxLength={LONGEST_NAME}
              autoComplete="name"
              value={ownName.value}
              onInput={(event) => (ownName.value = event.currentTarget.value)}
            />
          </label>
          {trouble && (
            <p className="bad" role="alert">
              Not kept: {trouble.message}
            </p>
          )}
          <div className="actions">
            <button type="submit" className="button primary" disabled={!ready}>
              Pin
            </button>
            <button type="button" className="button" onClick={() => (waiting.value = null)}>
              Cancel
            </button>
          </div>
        </form>
      )}
    </dialog>
  );
}
