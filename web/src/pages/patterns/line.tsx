// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import type { TrendRow, TrendsAnswer } from "../../api/patterntypes.ts";
import { type Axis, Trend, TrendHead } from "../../parts/trend.tsx";
import { clock, day, full } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { grouped, percent } from "../../state/numbers.ts";
import { changeText, perMinute, rateText, ratioOf } from "../../state/rates.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Template } from "../../widgets/template.tsx";
import { firstOf, isFirst, type Sort } from "./state.ts";
import { openValues } from "./values.tsx";

/** How often a pattern is seen against before, with the rates it is told from. */
export function Change({ row, answer }: { row: TrendRow; answer: TrendsAnswer }) {
  const { range, baseline } = answer;
  if (!baseline) return <span className="muted">-</span>;
  const now = perMinute(row.count, range);
  const before = perMinute(row.before, baseline);
  const ratio = ratioOf(row.count, range, row.before, baseline);
  const title = `${grouped(row.before)} before, ${grouped(row.count)} now; ${rateText(before)} → ${rateText(now)} a minute`;
  if (row.kind === "new" && !isFirst(row, answer)) {
    return (
      <span className="kind" title={`${title}; seen earlier, not in the time compared with`}>
        again
      </span>
    );
  }
  return (
    <span className={`kind ${row.kind}`} title={title}>
      {row.kind === "new" || row.kind === "gone" ? row.kind : changeText(ratio, row.count)}
    </span>
  );
}

function FirstSeen({ row, answer }: { row: TrendRow; answer: TrendsAnswer }) {
  const { zone } = view.value;
  const time = firstOf(row);
  const today = day(time, zone) === day(answer.range.from, zone);
  const version = row.seen?.version;
  const how = row.seen?.by === "deploy" ? "the version deployed last before" : "the version the event names";
  return (
    <span
      className={isFirst(row, answer) ? "first" : ""}
      title={`${full(time, zone)} ${zone}${version ? `, ${version}: ${how}` : ""}`}
    >
      {today ? clock(time, zone).slice(0, 8) : day(time, zone)}
      {version && (
        <span className="muted">
          {" "}
          (<Plain text={clipped(version, 24)} />)
        </span>
      )}
    </span>
  );
}

/** One pattern in a row of fixed height. */
export function Line(props: {
  row: TrendRow;
  answer: TrendsAnswer;
  axis: Axis;
  selected: boolean;
  choose: (row: TrendRow) => void;
  box?: ComponentChildren;
  tools: ComponentChildren;
}) {
  const { row, answer, axis, selected, choose, box, tools } = props;
  const { range, baseline } = answer;
  return (
    <tr
      className={row.count === 0 ? "gone" : ""}
      data-pattern={row.id}
      aria-selected={selected}
      onClick={() => choose(row)}
    >
      {box !== undefined && <td className="box">{box}</td>}
      <td className="trend-cell">
        <Trend axis={axis} now={row.trend} before={row.trendBefore} level={row.level} />
      </td>
      <td className="num">{grouped(row.count)}</td>
      <td className="num">{percent(row.share)}</td>
      <td>
        <Change row={row} answer={answer} />
      </td>
      <td className="num rates">
        {baseline ? rateText(perMinute(row.before, baseline)) : "-"}
        <span className="muted"> → </span>
        {rateText(perMinute(row.count, range))}
      </td>
      <td className="mono">
        <FirstSeen row={row} answer={answer} />
      </td>
      <td className="mono services" title={row.services.join(", ")}>
        <Plain text={clipped(row.services.join(", "), 60)} />
      </td>
      <td>
        <span className="level mono" data-level={row.level ?? ""}>
          {row.level ? row.level.toUpperCase() : "-"}
        </span>
      </td>
      <th scope="row" className="what mono" title={clipped(row.template, 400)}>
        <Template
          text={row.template}
          place={(name, at) => (
            <button
              key={`place ${at}`}
              type="button"
              className="place"
              title="the most frequent values here"
              onClick={(event) => {
                event.stopPropagation();
                openValues(event.currentTarget, row, at);
              }}
            >
              {name}
            </button>
          )}
        />
        {row.members > 1 && <span className="members">{grouped(row.members)} patterns</span>}
      </th>
      <td className="tools">{tools}</td>
    </tr>
  );
}

/** A head that orders the rows when it is pressed. */
function SortHead(props: { name: string; by: Sort; now: string | null; sort: (by: Sort) => void; num?: boolean }) {
  const { name, by, now, sort, num } = props;
  return (
    <th className={num ? "num" : ""} aria-sort={now === by ? "descending" : undefined}>
      <button type="button" className="sort" onClick={() => sort(by)}>
        {name}
        {now === by && <span aria-hidden="true"> ↓</span>}
      </button>
    </th>
  );
}

export function Head(props: { axis: Axis; box: boolean; now: string | null; sort: (by: Sort) => void }) {
  const { axis, box, now, sort } = props;
  return (
    <thead>
      <tr>
        {box && (
          <td className="box">
            <span className="sr-only">chosen</span>
          </td>
        )}
        <th>
          <TrendHead axis={axis} />
        </th>
        <SortHead name="Count" by="count" now={now} sort={sort} num />
        <th className="num">Share</th>
        <SortHead name="Vs before" by="change" now={now} sort={sort} />
        <th className="num">Per minute</th>
        <SortHead name="First seen" by="first" now={now} sort={sort} />
        <th>Services</th>
        <SortHead name="Level" by="level" now={now} sort={sort} />
        <th>Pattern</th>
        <td>
          <span className="sr-only">actions</span>
        </td>
      </tr>
    </thead>
  );
}
