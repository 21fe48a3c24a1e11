// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";
import type { LogEvent } from "../../api/types.ts";
import { firstLine } from "../../islands/grid/cells.ts";
import { MOST, replaceSearch, widen } from "../../state/context.ts";
import { clock } from "../../state/instant.ts";
import { contextSize, detail } from "../../state/investigation.ts";
import { move, view } from "../../state/location.ts";
import type { Scope } from "../../state/view.ts";
import { Plain } from "../../widgets/plain.tsx";
import { Trouble } from "../../widgets/trouble.tsx";

const SCOPES: Record<Scope, string> = {
  file: "same file",
  thread: "same thread of the file",
  service: "same service",
  all: "all services",
};

function Line({ event, chosen }: { event: LogEvent; chosen: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) button.current?.scrollIntoView({ block: "center" });
  }, [chosen]);
  return (
    <button
      ref={button}
      type="button"
      data-level={event.level ?? ""}
      aria-current={chosen ? "true" : undefined}
      title={event.service ?? ""}
      onClick={() => move({ selected: event.id })}
    >
      <span className="c-time">{clock(event.time, view.value.zone)}</span>
      <span>
        <Plain text={firstLine(event.message)} />
      </span>
    </button>
  );
}

/** The lines around the selected one, oldest first as in the file. */
export function Context() {
  const answer = detail.data.value;
  const error = detail.error.value;
  const { scope, selected } = view.value;
  return (
    <>
      <div className="actions">
        <select
          className="select"
          aria-label="Lines from"
          value={scope}
          onChange={(event) => move({ scope: event.currentTarget.value as Scope })}
        >
          {Object.entries(SCOPES).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button small"
          disabled={contextSize.value >= MOST}
          aria-keyshortcuts="+"
          onClick={() => widen(2)}
        >
          More lines ({contextSize.value} each way) <kbd aria-hidden="true">+</kbd>
        </button>
        <button
          type="button"
          className="button small"
          disabled={answer?.event.id !== selected}
          aria-keyshortcuts="Shift+C"
          title="The lines' own search: of the same scope and time, oldest first. Back returns."
          onClick={replaceSearch}
        >
          Replace search <kbd aria-hidden="true">⇧C</kbd>
        </button>
      </div>
      {error && <Trouble what="No context." error={error} retry={detail.retry} />}
      {answer && answer.event.id === selected ? (
        <div className="context">
          {[...answer.before, answer.event, ...answer.after].map((event) => (
            <Line key={event.id} event={event} chosen={event.id === selected} />
          ))}
        </div>
      ) : (
        !error && <p className="note">loading…</p>
      )}
    </>
  );
}
