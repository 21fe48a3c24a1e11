// SPDX-License-Identifier: Apache-2.0
// A note at the cursor: an item of the current incident.
import { computed, signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { timelineClient } from "../../api/timelinetypes.ts";
import { dateAndClock, isoOf, offsetLabel } from "../../state/instant.ts";
import { chooseIncident, currentIncident, incidents, openIncident } from "../../state/pinning.ts";
import { LONGEST_NAME, ownName } from "../../state/preferences.ts";
import { failureOf } from "../../state/resource.ts";
import { activeLane, askMarksAgain, cursor, lanes, middle } from "../../state/timeline.ts";
import { parsePoint } from "../../state/timetext.ts";
import { timeContext } from "../../state/timing.ts";
import { tell } from "../../state/toast.ts";
import { zone } from "./picture.ts";

const LONGEST = 2000;
const LONGEST_TITLE = 200;

/** Notes are kept where incidents are. */
export const keepsNotes = computed(() => incidents.data.value?.keeps === true);

/** When the note that is being written is of, in milliseconds; null while none is. */
const writing = signal<number | null>(null);

export function openNote(): void {
  if (keepsNotes.peek()) writing.value = cursor.peek() ?? middle();
  else
    tell({
      text: "This server keeps no incidents, and notes are kept in them. Start it with clew serve --data FOLDER.",
      bad: true,
    });
}

async function keep(time: number, text: string, service: string, title: string): Promise<void> {
  if (!currentIncident.peek()) await openIncident(title.trim(), null);
  const incident = currentIncident.peek();
  if (!incident) throw new Error("no incident is open");
  await timelineClient.keepNote(incident.id, {
    time: isoOf(time),
    kind: "note",
    text: text.trim(),
    by: ownName.peek().trim(),
    ...(service ? { service } : {}),
  });
  askMarksAgain();
  tell({ text: `Noted in ${incident.id}` });
}

export function NoteForm() {
  const dialog = useRef<HTMLDialogElement>(null);
  const at = writing.value;
  const [text, setText] = useState("");
  const [time, setTime] = useState("");
  const [service, setService] = useState("");
  const [title, setTitle] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    if (at !== null && !dialog.current?.open) {
      setText("");
      setTime(`${dateAndClock(at, zone.peek())}.${String(Math.floor(at % 1000)).padStart(3, "0")}`);
      setService(lanes.peek().find(({ key, lane }) => key === activeLane.peek() && lane?.name)?.key ?? "");
      setTrouble(null);
      dialog.current?.showModal();
    }
    if (at === null) dialog.current?.close();
  }, [at]);
  const known = incidents.data.value?.incidents ?? [];
  const current = currentIncident.value;
  const submit = (event: Event) => {
    event.preventDefault();
    const point = parsePoint(time, timeContext());
    if (point === null) return setTrouble(`“${time}” is not a time; write it like 14:12:31`);
    keep(point, text, service, title).then(
      () => (writing.value = null),
      (thrown) => setTrouble(failureOf(thrown).message),
    );
  };
  const ready = text.trim() !== "" && ownName.value.trim() !== "" && (current !== null || title.trim() !== "");
  return (
    <dialog ref={dialog} aria-labelledby="note-title" onClose={() => (writing.value = null)}>
      {at !== null && (
        <form className="pin-form" onSubmit={submit}>
          <h2 id="note-title">Note{current ? ` in ${current.id}` : ""}</h2>
          <label>
            Time ({offsetLabel(at, zone.value)})
            <input className="field" value={time} onInput={(event) => setTime(event.currentTarget.value)} />
          </label>
          <label>
            What was seen, done or decided
            <textarea
              className="field tl-text"
              maxLength={LONGEST}
              autoFocus
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <label>
            Service
            <select className="select" value={service} onChange={(event) => setService(event.currentTarget.value)}>
              <option value="">none</option>
              {lanes.value.map(({ key }) => (
                <option key={key} value={key}>
                  {key}
                </option>
              ))}
            </select>
          </label>
          {!current && known.length > 0 && (
            <label>
              Incident
              <select className="select" value="" onChange={(event) => chooseIncident(event.currentTarget.value)}>
                <option value="">a new one</option>
                {known.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.id} {each.title}
                  </option>
                ))}
              </select>
            </label>
          )}
          {!current && (
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
            Your name
            <input
              className="field"
              maxLength={LONGEST_NAME}
              value={ownName.value}
              onInput={(event) => (ownName.value = event.currentTarget.value)}
            />
          </label>
          {trouble && (
            <p className="bad" role="alert">
              {trouble}
            </p>
          )}
          <div className="presets">
            <button type="submit" className="button primary" disabled={!ready}>
              Keep the note
            </button>
            <button type="button" className="button" onClick={() => (writing.value = null)}>
              Cancel
            </button>
          </div>
        </form>
      )}
    </dialog>
  );
}
