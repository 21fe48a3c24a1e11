// SPDX-License-Identifier: Apache-2.0
import { useSignal } from "@preact/signals";
import type { DroppedField, FieldFacet } from "../../api/types.ts";
import { filterIn } from "../../state/actions.ts";
import { facetLimit, facets } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { grouped, plural, rough } from "../../state/numbers.ts";
import { clause, stands } from "../../state/querytext.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped, plain } from "../../widgets/plaintext.ts";
import { Spark } from "../../widgets/spark.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { Minus } from "./minus.tsx";

const ALL = 100;
/** Has a list of its own, with the templates that its ids stand for. */
const PATTERN = "pattern";
const NAME = 120;

interface ValueProps {
  text: string;
  name: string | null;
  count: number;
  total: number;
  steps?: number[];
}

function Value({ text, name, count, total, steps }: ValueProps) {
  const state = stands(view.value.q, text);
  const shown = name === null ? "(none)" : clipped(name, NAME);
  return (
    <li className="facet-value">
      <button
        type="button"
        className={`facet-name ${state ?? ""} ${name === null ? "none" : ""}`}
        aria-pressed={state === "in"}
        title={plain(text, NAME)}
        onClick={() => filterIn(text)}
      >
        <Plain text={shown === "" ? '""' : shown} />
      </button>
      {steps && <Spark steps={steps} />}
      <span className="facet-count" title={plural(count, "event")}>
        {rough(count)}
      </span>
      <span className="facet-tools">
        <button
          type="button"
          className="tool"
          aria-label={`only ${plain(text, NAME)}`}
          aria-pressed={state === "in"}
          onClick={() => filterIn(text)}
        >
          <Icon name="plus" />
        </button>
        <Minus
          clause={text}
          label={`without ${plain(text, NAME)}, hides ${grouped(count)}`}
          title={`hides ${grouped(count)}`}
          out={state === "out"}
        />
      </span>
      <span className="share" aria-hidden="true">
        <i style={{ width: `${total > 0 ? (100 * count) / total : 0}%` }} />
      </span>
    </li>
  );
}

function Facet({ facet, total }: { facet: FieldFacet; total: number }) {
  return (
    <section className="facet">
      <h2>
        <Plain text={clipped(facet.name, NAME)} />
      </h2>
      <ul>
        {facet.values.map((value) => (
          <Value
            key={value.value}
            text={clause(facet.name, value.value)}
            name={value.value}
            count={value.count}
            total={total}
            steps={value.steps}
          />
        ))}
        {facet.missing > 0 && facet.values.length > 0 && facet.missing < total && (
          <Value text={`-${facet.name}:*`} name={null} count={facet.missing} total={total} />
        )}
      </ul>
      {(facet.different.value > facet.values.length || !facet.different.exact) && facetLimit.value < ALL && (
        <button type="button" className="link" onClick={() => (facetLimit.value = ALL)}>
          more values
        </button>
      )}
    </section>
  );
}

function Dropped({ fields, more }: { fields: DroppedField[]; more: number }) {
  return (
    <details className="facet-dropped">
      <summary>{plural(fields.length + more, "field")} not shown</summary>
      <ul>
        {fields.map((field) => (
          <li key={field.name}>
            <Plain text={clipped(field.name, NAME)} />
            <span className="note">
              <Plain text={field.detail} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Facets() {
  const sought = useSignal("");
  const answer = facets.data.value;
  const error = facets.error.value;
  const word = sought.value.trim().toLowerCase();
  const fields = (answer?.fields ?? []).filter(
    (field) =>
      field.name !== PATTERN &&
      field.values.length > 0 &&
      (word === "" ||
        field.name.toLowerCase().includes(word) ||
        field.values.some((value) => value.value.toLowerCase().includes(word))),
  );
  const stale = error !== null && answer !== null;
  return (
    <nav className={stale ? "facets stale" : "facets"} aria-label="Fields">
      <input
        className="field"
        type="search"
        aria-label="Search fields"
        placeholder={answer ? `Search ${plural(answer.fields.length, "field")}` : "Search fields"}
        value={sought.value}
        onInput={(event) => (sought.value = event.currentTarget.value)}
      />
      {error && <Trouble what="No field counts." error={error} retry={facets.retry} />}
      {!answer && !error && <p className="note">counting…</p>}
      {answer && fields.length === 0 && (
        <p className="note">{word ? "no field or value has that in its name" : "no field tells the events apart"}</p>
      )}
      {answer && !answer.complete && (
        <p className="note" role="status">
          counts so far: {answer.reason ?? "not all events were counted"}
        </p>
      )}
      {fields.map((facet) => (
        <Facet key={facet.name} facet={facet} total={answer?.total.value ?? 0} />
      ))}
      {answer && answer.dropped.length > 0 && word === "" && (
        <Dropped fields={answer.dropped} more={answer.moreDropped} />
      )}
    </nav>
  );
}
