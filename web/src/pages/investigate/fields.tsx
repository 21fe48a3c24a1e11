// SPDX-License-Identifier: Apache-2.0
import type { LogEvent } from "../../api/types.ts";
import { filterIn } from "../../state/actions.ts";
import { fieldsOf } from "../../state/eventfields.ts";
import { view } from "../../state/location.ts";
import { isId, traceView } from "../../state/pivot.ts";
import { stands } from "../../state/querytext.ts";
import { Copy } from "../../widgets/copy.tsx";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped, plain } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { Minus } from "./minus.tsx";

const SHOWN = 300;

export function Fields({ event }: { event: LogEvent }) {
  const { q } = view.value;
  return (
    <section className="section">
      <h3>Fields</h3>
      <dl className="fields">
        {fieldsOf(event).map(({ name, value, asked }) => {
          const state = asked && stands(q, asked);
          const shown = plain(value, SHOWN);
          return (
            <>
              <dt key={`${name}-name`} title={plain(name)}>
                <Plain text={clipped(name, SHOWN)} />
              </dt>
              <dd key={`${name}-value`} title={shown}>
                {isId(name, value) ? (
                  <To
                    className="pivot"
                    title={`${shown}: all that names it, across services (X)`}
                    view={traceView(name, value)}
                  >
                    {shown}
                  </To>
                ) : (
                  <Plain text={clipped(value, SHOWN)} />
                )}
              </dd>
              <dd key={`${name}-tools`} className="tools">
                {asked ? (
                  <>
                    <button
                      type="button"
                      className="tool"
                      aria-label={`only ${name} ${shown}`}
                      title={asked.length < SHOWN ? asked : name}
                      aria-pressed={state === "in"}
                      onClick={() => filterIn(asked)}
                    >
                      <Icon name="plus" />
                    </button>
                    <Minus clause={asked} label={`without ${name} ${shown}`} out={state === "out"} />
                  </>
                ) : (
                  <span className="muted" title={`In a query, ${name} is a part of every event; this is another.`}>
                    not searchable
                  </span>
                )}
                <Copy text={value} what={name} />
              </dd>
            </>
          );
        })}
      </dl>
    </section>
  );
}
