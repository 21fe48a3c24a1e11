// SPDX-License-Identifier: Apache-2.0
import { useEffect } from "preact/hooks";
import type { Block, Incident, ReviewState } from "../../api/incidenttypes.ts";
import { cite, lastField } from "../../state/citing.ts";
import { revise } from "../../state/incident.ts";
import { clockSeconds, millis, second } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { Plain } from "../../widgets/plain.tsx";
import { BlockEditor } from "./block.tsx";
import { REVIEWS, SECTIONS } from "./words.ts";

const STEPS: readonly ReviewState[] = ["draft", "in-review", "reviewed", "closed"];

function stateOf(blocks: readonly Block[]): string {
  const open = blocks.flatMap((block) => block.comments).filter((comment) => !comment.resolved).length;
  if (open > 0) return `${open} open`;
  return blocks.every((block) => block.text.trim() === "") ? "empty" : "written";
}

function Outline({ incident }: { incident: Incident }) {
  return (
    <nav className="doc-outline" aria-label="Sections">
      <ul>
        {Object.entries(SECTIONS).map(([section, name]) => {
          const blocks = incident.blocks.filter((block) => block.section === section);
          return (
            <li key={section}>
              <button
                type="button"
                className="link"
                onClick={() => document.getElementById(`section-${section}`)?.scrollIntoView({ block: "start" })}
              >
                {name}
              </button>{" "}
              <span className="muted">{section === "timeline" ? incident.items.length : stateOf(blocks)}</span>
            </li>
          );
        })}
      </ul>
      <h3>Review</h3>
      <select
        className="select"
        aria-label="State of the document"
        value={incident.review}
        onChange={(event) => void revise({ review: event.currentTarget.value as ReviewState })}
      >
        {STEPS.map((step) => (
          <option key={step} value={step}>
            {REVIEWS[step]}
          </option>
        ))}
      </select>
      <ol className="doc-reviews">
        {incident.reviews.map((step) => (
          <li key={`${step.state} ${step.time}`} className="muted">
            {REVIEWS[step.state]}: <Plain text={step.by} />, {second(step.time, view.value.zone)}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Tray({ incident }: { incident: Incident }) {
  const groups = [
    { name: "Not cited yet", all: incident.evidence.filter((one) => one.used.length === 0) },
    { name: "Cited", all: incident.evidence.filter((one) => one.used.length > 0) },
  ];
  return (
    <aside className="doc-tray" aria-label="Evidence to cite">
      {groups.map(({ name, all }) => (
        <section key={name}>
          <h3>
            {name} ({all.length})
          </h3>
          <ul>
            {all.map((evidence) => (
              <li key={evidence.id}>
                <button
                  type="button"
                  className="tray-card"
                  draggable
                  disabled={lastField.value === null}
                  title={lastField.value ? "Put the citation at the cursor" : "Click into a text first"}
                  onDragStart={(event) => event.dataTransfer?.setData("text/plain", `[${evidence.id}]`)}
                  onClick={() => cite(evidence.id)}
                >
                  <strong>{evidence.id}</strong> <Plain text={evidence.title} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

function TimelineOf({ incident }: { incident: Incident }) {
  return (
    <ol className="doc-timeline">
      {incident.items.map((item) => (
        <li key={item.id}>
          <span className="mono">
            {clockSeconds(millis(item.time), "UTC")} ({clockSeconds(millis(item.time), incident.zone)})
          </span>{" "}
          <span className="muted">{item.kind}</span> <Plain text={item.text} />{" "}
          {item.evidence ? `[${item.evidence}]` : !item.sourced && <span className="bad">no source</span>}
        </li>
      ))}
    </ol>
  );
}

export function Document({ incident }: { incident: Incident }) {
  useEffect(
    () => () => {
      lastField.value = null;
    },
    [],
  );
  return (
    <div className="doc">
      <Outline incident={incident} />
      <div className="doc-body">
        {Object.entries(SECTIONS).map(([section, name]) => (
          <section key={section} id={`section-${section}`}>
            <h3>
              {name}
              {section === "timeline" && ` (UTC; ${incident.zone} in brackets)`}
            </h3>
            {section === "timeline" && <TimelineOf incident={incident} />}
            {incident.blocks
              .filter((block) => block.section === section)
              .map((block) => (
                <BlockEditor key={`${incident.id} ${block.id}`} incident={incident} block={block} name={name} />
              ))}
          </section>
        ))}
      </div>
      <Tray incident={incident} />
    </div>
  );
}
