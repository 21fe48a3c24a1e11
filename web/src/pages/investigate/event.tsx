// SPDX-License-Identifier: Apache-2.0
import { Problem } from "../../api/problem.ts";
import type { LogEvent } from "../../api/types.ts";
import { filterIn, openPanel, openSuspects } from "../../state/actions.ts";
import { full } from "../../state/instant.ts";
import { detail, selectedEvent } from "../../state/investigation.ts";
import { lateness } from "../../state/late.ts";
import { view } from "../../state/location.ts";
import { traceView } from "../../state/pivot.ts";
import { clause } from "../../state/querytext.ts";
import { Copy } from "../../widgets/copy.tsx";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Template } from "../../widgets/template.tsx";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { Fields } from "./fields.tsx";
import { Gone } from "./gone.tsx";
import { PrintedBy } from "./printedby.tsx";
import { Provenance } from "./provenance.tsx";
import { RawLine } from "./rawline.tsx";
import { Stack } from "./stack.tsx";

const HEAD = 1000;

function Headline({ event }: { event: LogEvent }) {
  const late = lateness(event);
  return (
    <>
      <div className="headline">
        <span className="level mono" data-level={event.level ?? ""}>
          {event.level ? event.level.toUpperCase() : "no level"}
        </span>
        <span className="mono">
          <Plain text={event.service ?? "no service"} />
        </span>
        <span className="mono">{full(event.time, view.value.zone)}</span>
        <span>{view.value.zone}</span>
      </div>
      <h2 className="message">
        <Plain text={clipped(event.message, HEAD).split("\n", 8).join("\n")} />
        {event.message.length > HEAD ? "…" : ""}
      </h2>
      {late && (
        <p className="late">
          <Icon name="clock" /> {late}
        </p>
      )}
    </>
  );
}

function Actions({ event }: { event: LogEvent }) {
  return (
    <div className="actions">
      <button type="button" className="button small primary" aria-keyshortcuts="s" onClick={openSuspects}>
        Suspects <kbd aria-hidden="true">S</kbd>
      </button>
      <button type="button" className="button small" aria-keyshortcuts="c" onClick={() => openPanel("context")}>
        Context <kbd aria-hidden="true">C</kbd>
      </button>
      {event.trace && (
        <To className="button small" aria-keyshortcuts="x" view={traceView("trace", event.trace)}>
          Trace <kbd aria-hidden="true">X</kbd>
        </To>
      )}
      <Copy text={window.location.href} what="the link to this view" label="Link" />
    </div>
  );
}

export function EventDetail() {
  const event = selectedEvent.value;
  const error = detail.error.value;
  if (!event) {
    if (error instanceof Problem && error.status === 404) return <Gone />;
    return error ? (
      <Trouble what="This event cannot be shown." error={error} retry={detail.retry} />
    ) : (
      <p className="note">loading…</p>
    );
  }
  return (
    <>
      <Headline event={event} />
      <Actions event={event} />
      {event.exception && <Stack thrown={event.exception} />}
      <PrintedBy />
      <Fields event={event} />
      {event.pattern?.template && (
        <section className="section">
          <h3>Pattern</h3>
          <button
            type="button"
            className="template"
            onClick={() => filterIn(clause("pattern", event.pattern?.id ?? ""))}
            title="all events of this pattern"
          >
            <Template text={event.pattern.template} />
          </button>
        </section>
      )}
      <RawLine event={event} />
      {error && <Trouble what="The raw line is missing." error={error} retry={detail.retry} />}
      <Provenance event={event} />
    </>
  );
}
