// SPDX-License-Identifier: Apache-2.0
// A box for lines: what would be read of them, before anything is kept.
import { useEffect, useState } from "preact/hooks";
import { sourceClient } from "../../api/sources.ts";
import type { TriedAnswer, TriedUnit } from "../../api/sourcetypes.ts";
import { handInLines, imports } from "../../state/imports.ts";
import { percent, plural } from "../../state/numbers.ts";
import { failureOf } from "../../state/resource.ts";
import { LongPlain, Plain } from "../../widgets/plain.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { fieldsOf } from "./fieldsof.ts";

const PAUSE = 200;
const MOST = 60_000;

type Failure = ReturnType<typeof failureOf>;

export function TryLines() {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<TriedAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  const empty = text.trim() === "";
  useEffect(() => {
    if (empty) {
      setAnswer(null);
      setFailure(null);
      return;
    }
    let gone = false;
    const timer = window.setTimeout(() => {
      sourceClient.tryLines(text).then(
        (tried) => {
          if (gone) return;
          setAnswer(tried);
          setFailure(null);
        },
        (thrown) => {
          if (!gone) setFailure(failureOf(thrown));
        },
      );
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, turn, empty]);
  const keep = () => {
    if (!empty) void handInLines(text.endsWith("\n") ? text : `${text}\n`);
  };
  const takes = imports.data.value?.takes === true;
  return (
    <div className="try">
      <div className="try-box">
        <label htmlFor="try-lines">Paste log lines: what is read of them is shown beside, and nothing is kept</label>
        <textarea
          id="try-lines"
          className="field mono"
          spellcheck={false}
          maxLength={MOST}
          value={text}
          placeholder={"2026-11-21T14:00:00Z INFO [main] checkout order=7 placed"}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              keep();
            }
          }}
        />
        {takes && (
          <button type="button" className="button" disabled={empty} aria-keyshortcuts="Control+Enter" onClick={keep}>
            Put them into the index <kbd aria-hidden="true">Ctrl Enter</kbd>
          </button>
        )}
      </div>
      <div className="try-read" aria-live="polite">
        {failure && <Trouble error={failure} retry={() => setTurn(turn + 1)} what="The lines are not read:" />}
        {!answer && !failure && <p className="note">The fields of each line appear here.</p>}
        {answer && <Read answer={answer} />}
      </div>
    </div>
  );
}

function Read({ answer }: { answer: TriedAnswer }) {
  const events = answer.units.filter((unit) => unit.event).length;
  return (
    <>
      <p className="try-found">
        <strong>{answer.format === "unknown" ? "No format that is known" : answer.format}</strong>{" "}
        <span className="muted">
          {answer.format === "unknown" ? "read by general rules" : answer.title}, {percent(answer.share)} of the first
          lines; {plural(answer.lines, "line")} give {plural(events, "event")}
          {answer.known.length > 0 && `; ${answer.known.join(", ")}`}
        </span>
      </p>
      <ol className="units">
        {answer.units.map((unit) => (
          <Unit key={unit.line + unit.text.length * 1e6} unit={unit} />
        ))}
      </ol>
    </>
  );
}

function Unit({ unit }: { unit: TriedUnit }) {
  return (
    <li className="unit" data-read={unit.event !== null && unit.reason === null}>
      <pre className="mono unit-text">
        <LongPlain text={unit.text} />
      </pre>
      {unit.reason && (
        <p className="unit-reason">
          {unit.event ? "Kept as an event, but " : "Part of no event: "}
          <Plain text={unit.reason} />
        </p>
      )}
      {unit.event && (
        <dl className="unit-fields">
          {fieldsOf(unit.event).map(({ name, value, note }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="mono">
                <Plain text={value} />
                {note && <span className="muted"> ({note})</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
