// SPDX-License-Identifier: Apache-2.0
import type { Signal } from "@preact/signals";
import type { Evidence, Suspect, SuspectsAnswer } from "../../api/types.ts";
import { suspects as asked, error, errors } from "../../state/errors.ts";
import { exceptionOf, sameCause } from "../../state/errortext.ts";
import { dateAndClock, millis } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { suspectMarkdown } from "../../state/markdown.ts";
import { plural } from "../../state/numbers.ts";
import { chosenFrame } from "../../state/suspicion.ts";
import { Copy } from "../../widgets/copy.tsx";
import { Out } from "../../widgets/out.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped, plain } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { EventLink } from "./differences.tsx";
import { Judge, Said, verdictOf } from "./verdict.tsx";

const MOST_OTHERS = 5;

function signed(weight: number): string {
  return `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)}`;
}

function shortId(suspect: { kind: string; id: string }): string {
  return suspect.kind === "commit" ? suspect.id.slice(0, 8) : suspect.kind;
}

/** Brings a file of the diff into sight; else the frame that is in it. */
function show(file: string): void {
  const diffs = [...document.querySelectorAll<HTMLElement>("[data-file]")];
  const diff = diffs.find((one) => one.dataset.file === file);
  diff?.closest("details")?.setAttribute("open", "");
  diff?.scrollIntoView({ block: "nearest" });
  const frame = asked.data.peek()?.frames.findIndex((one) => one.path === file) ?? -1;
  if (!diff && frame >= 0) chosenFrame.value = frame;
}

/** Leads to the place in the diff, the source or the log that the evidence speaks of. */
function Proof({ evidence, choose }: { evidence: Evidence; choose: () => void }) {
  const { event, file, line } = evidence;
  return (
    <>
      {file && (
        <button
          type="button"
          className="link mono"
          onClick={() => {
            choose();
            requestAnimationFrame(() => show(file));
          }}
        >
          {plain(file.slice(file.lastIndexOf("/") + 1), 60)}
          {line > 0 ? `:${line}` : ""}
        </button>
      )}
      {file && <Out to={evidence.page}>page</Out>}
      {event && <EventLink id={event}>the event</EventLink>}
    </>
  );
}

/** The other errors of the list that a person says it is the cause of. */
function Elsewhere({ suspect }: { suspect: Suspect }) {
  const others = sameCause(error.value?.id ?? "", suspect, errors.data.value?.errors ?? []);
  if (others.length === 0) return null;
  return (
    <p className="judging">
      Confirmed as the cause of {plural(others.length, "other error")} as well:{" "}
      {others.slice(0, MOST_OTHERS).map((other) => (
        <To key={other.id} className="second" view={{ ...view.value, id: other.id, selected: null }}>
          <Plain text={clipped([exceptionOf(other), other.template].filter(Boolean).join(": "), 80)} />
        </To>
      ))}
    </p>
  );
}

function Card({ suspect, chosen, choose }: { suspect: Suspect; chosen: boolean; choose: () => void }) {
  const when = suspect.time ? `${dateAndClock(millis(suspect.time), view.value.zone)} ${view.value.zone}` : null;
  const verdict = verdictOf(suspect);
  const by = [suspect.author, suspect.service, when].filter((part) => part !== null);
  return (
    <li
      className={["suspect", chosen && "chosen", verdict?.verdict].filter(Boolean).join(" ")}
      data-suspect={suspect.id}
    >
      <button type="button" className="suspect-head" aria-pressed={chosen} onClick={choose}>
        <span className="suspect-title">
          <span className="mono">
            <Plain text={shortId(suspect)} />
          </span>
          <Plain text={suspect.title} />
        </span>
        <span className={`score ${suspect.strength}`}>
          {suspect.score.toFixed(2)} {suspect.strength}
        </span>
        <span className="suspect-by">
          <Plain text={by.join(" · ")} />
        </span>
      </button>
      {verdict && <Said suspect={suspect} verdict={verdict} />}
      <ul className="evidence">
        {suspect.evidence.map((evidence) => (
          <li key={evidence.text} className={evidence.weight < 0 ? "against" : "for"}>
            <b>{signed(evidence.weight)}</b>
            <span>
              <Plain text={evidence.text} /> <Proof evidence={evidence} choose={choose} />
            </span>
          </li>
        ))}
        {chosen && suspect.kind === "commit" && (
          <li>
            <span />
            <span>
              <Copy text={suspect.id} what="the commit id" label="Commit id" /> <Out to={suspect.page}>Commit page</Out>{" "}
              <Out to={suspect.compare}>Compare versions</Out>
            </span>
          </li>
        )}
      </ul>
      {chosen && <Elsewhere suspect={suspect} />}
      {chosen && (
        <div className="way judging">
          <Judge suspect={suspect} />
          <Copy text={suspectMarkdown(suspect, verdict)} what="this suspect as Markdown" label="Markdown" />
        </div>
      )}
    </li>
  );
}

function Cleared({ answer }: { answer: SuspectsAnswer }) {
  if (answer.cleared.length === 0) return null;
  return (
    <details className="cleared">
      <summary>{plural(answer.cleared.length, "change")} looked at and cleared</summary>
      <ul>
        {answer.cleared.map((one) => (
          <li key={`${one.kind} ${one.id}`}>
            <span className="mono">
              <Plain text={shortId(one)} />
            </span>{" "}
            <Plain text={one.title} />: <span className="muted">{<Plain text={one.reason} />}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function SuspectSide(props: { answer: SuspectsAnswer; chosen: Signal<number>; loading: boolean }) {
  const { answer, chosen } = props;
  const count = answer.suspects.length;
  return (
    <div className="suspect-side">
      <div className="side-head">
        <h3 className="side-title">
          Suspects{" "}
          <span>
            · {count} of {plural(count + answer.cleared.length, "change")} weighed
            {props.loading ? ", weighing again…" : ""}
          </span>
        </h3>
      </div>
      {count === 0 && (
        <p className="note">No change speaks for this. What was looked at, and what could not be, stands below.</p>
      )}
      <ol>
        {answer.suspects.map((suspect, index) => (
          <Card
            key={`${suspect.kind} ${suspect.id}`}
            suspect={suspect}
            chosen={index === chosen.value}
            choose={() => (chosen.value = index)}
          />
        ))}
      </ol>
      <Cleared answer={answer} />
      {answer.unknowns.length > 0 && (
        <details className="cleared" open>
          <summary>Not known</summary>
          <ul>
            {answer.unknowns.map((unknown) => (
              <li key={unknown}>
                <Plain text={unknown} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="note">
        A score is the sum of the evidence, for and against; it is not a probability. It is called the root cause when a
        person confirms it.
      </p>
    </div>
  );
}
