// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import type { Evidence, Incident, Item, ItemKind } from "../../api/incidenttypes.ts";
import { addItem, promote, removeItem, reviseItem, sending } from "../../state/incident.ts";
import { full, millis, offsetLabel } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { MarkdownLine } from "../../widgets/markdown.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { citing } from "./cited.tsx";
import { typedTime } from "./overview.tsx";
import { SHAPES } from "./words.ts";

const KINDS: readonly ItemKind[] = ["note", "event", "deploy", "config", "commit", "alert"];
const LONGEST = 2000;

function ItemForm(props: { incident: Incident; item?: Item; after?: Item; done: () => void }) {
  const { incident, item, after } = props;
  const { zone } = view.value;
  const [time, setTime] = useState(item ? full(item.time, zone) : after ? full(after.time, zone) : "");
  const [text, setText] = useState(item?.text ?? "");
  const [kind, setKind] = useState<ItemKind>(item?.kind ?? "note");
  const [evidence, setEvidence] = useState(item?.evidence ?? "");
  const [trouble, setTrouble] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    const shown = item && time === full(item.time, zone) ? item.time : typedTime(time, incident);
    const same = after && time === full(after.time, zone) ? after.time : shown;
    if (same === null && !evidence)
      return setTrouble("Type a time, such as 14:12:31, or choose evidence that has one.");
    const cited = evidence ? { evidence } : {};
    const sent = item
      ? reviseItem(item, { ...(same ? { time: same } : {}), text, ...cited })
      : addItem({ time: same, kind, text, ...cited, ...(after && same === after.time ? { after: after.id } : {}) });
    void sent.then((kept) => kept && props.done());
  };
  return (
    <form className="moment-form" onSubmit={submit}>
      <label>
        Time ({zone})
        <input className="field mono" value={time} onInput={(event) => setTime(event.currentTarget.value)} />
      </label>
      {!item && (
        <label>
          What
          <select className="select" value={kind} onChange={(event) => setKind(event.currentTarget.value as ItemKind)}>
            {KINDS.map((word) => (
              <option key={word} value={word}>
                {word}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="wide">
        Happened
        <input
          className="field"
          maxLength={LONGEST}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <label>
        Source
        <select className="select" value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)}>
          <option value="">none</option>
          {incident.evidence.map((one) => (
            <option key={one.id} value={one.id}>
              {one.id} {one.title.slice(0, 60)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button small primary" disabled={sending.value || text.trim() === ""}>
        Keep
      </button>
      <button type="button" className="button small" onClick={props.done}>
        Cancel
      </button>
      {trouble && (
        <span className="bad" role="alert">
          {trouble}
        </span>
      )}
    </form>
  );
}

function Times({ time, business }: { time: string; business: string }) {
  const { zone } = view.value;
  return (
    <>
      <span className="mono">{full(time, zone)}</span>
      {business !== zone && (
        <span className="mono muted">
          {" "}
          ({full(time, business)} {offsetLabel(millis(time), business)})
        </span>
      )}
    </>
  );
}

function Line({ incident, item }: { incident: Incident; item: Item }) {
  const [editing, setEditing] = useState(false);
  const [adding, setAdding] = useState(false);
  const cite = citing(incident);
  const own = !item.id.startsWith("M-");
  return (
    <>
      <li className="moment">
        <span className="moment-shape" data-kind={item.kind} aria-hidden="true">
          {SHAPES[item.kind]}
        </span>
        <div>
          <Times time={item.time} business={incident.zone} /> <span className="muted">{item.kind}</span>
          {item.service && (
            <>
              {" "}
              <Plain text={item.service} />
            </>
          )}
          <p>
            <MarkdownLine text={item.text} cite={cite} /> {item.evidence && cite(item.evidence)}
            {!item.sourced && (
              <button type="button" className="no-source" onClick={() => setEditing(true)}>
                no source: add
              </button>
            )}
          </p>
        </div>
        <span className="incident-actions">
          {own && (
            <button type="button" className="button small" onClick={() => setEditing(!editing)}>
              Edit <span className="unseen">{item.text}</span>
            </button>
          )}
          <button type="button" className="button small" onClick={() => setAdding(!adding)}>
            Add after <span className="unseen">{item.text}</span>
          </button>
          {own && (
            <button type="button" className="button small" onClick={() => void removeItem(item)}>
              Take off <span className="unseen">{item.text}</span>
            </button>
          )}
        </span>
      </li>
      {editing && (
        <li>
          <ItemForm key={item.revision} incident={incident} item={item} done={() => setEditing(false)} />
        </li>
      )}
      {adding && (
        <li>
          <ItemForm incident={incident} after={item} done={() => setAdding(false)} />
        </li>
      )}
    </>
  );
}

function Waiting({ evidence }: { evidence: Evidence }) {
  return (
    <li>
      {evidence.id} <Plain text={evidence.title} />{" "}
      <button type="button" className="link" onClick={() => void promote(evidence)}>
        to the timeline
      </button>
    </li>
  );
}

export function Timeline({ incident }: { incident: Incident }) {
  const [adding, setAdding] = useState(false);
  const placed = new Set(incident.items.map((item) => item.evidence));
  const waiting = incident.evidence.filter((evidence) => !placed.has(evidence.id));
  return (
    <div className="incident-timeline">
      <ol className="moments">
        {incident.items.map((item) => (
          <Line key={item.id} incident={incident} item={item} />
        ))}
      </ol>
      {incident.items.length === 0 && (
        <p className="note">
          The timeline is empty. It begins with a mark of the course, a note, or a piece of evidence.
        </p>
      )}
      {adding ? (
        <ItemForm incident={incident} done={() => setAdding(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setAdding(true)}>
          Add an item
        </button>
      )}
      {waiting.length > 0 && (
        <section>
          <h3>Evidence that is not on the timeline</h3>
          <ul className="moments-waiting">
            {waiting.map((evidence) => (
              <Waiting key={evidence.id} evidence={evidence} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
