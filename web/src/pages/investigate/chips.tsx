// SPDX-License-Identifier: Apache-2.0
// The clauses of the query, each to be switched off for a while: what is off stays in the address, and is asked of nothing.
import { go, view } from "../../state/location.ts";
import { requirements } from "../../state/querytext.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";

interface Chip {
  text: string;
  on: boolean;
}

function chipsOf(q: string, off: readonly string[]): Chip[] {
  const standing = requirements(q) ?? [];
  const on = [...new Set(standing)].map((text) => ({ text, on: true }));
  return [...on, ...off.filter((text) => !standing.includes(text)).map((text) => ({ text, on: false }))];
}

/** The query without the clause; a query whose parts cannot be told apart stays as it is. */
function less(q: string, text: string): string {
  return (requirements(q) ?? [q]).filter((part) => part !== text).join(" ");
}

function more(q: string, text: string): string {
  if (q.trim() === "") return text;
  return `${requirements(q) ? q.trim() : `(${q.trim()})`} ${text}`;
}

function turn({ text, on }: Chip): void {
  const { q, off } = view.peek();
  const others = off.filter((one) => one !== text);
  go(on ? { q: less(q, text), off: [...others, text] } : { q: more(q, text), off: others });
}

function remove({ text, on }: Chip): void {
  const { q, off } = view.peek();
  go({ q: on ? less(q, text) : q, off: off.filter((one) => one !== text) });
}

export function Chips() {
  const { q, off } = view.value;
  const chips = chipsOf(q, off);
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Clauses of the query">
      {chips.map((chip) => (
        <li key={chip.text} className="chip">
          <button
            type="button"
            aria-pressed={chip.on}
            title={chip.on ? `${chip.text}: leave it out for now` : `${chip.text}: apply it again`}
            onClick={() => turn(chip)}
          >
            <Plain text={chip.text} />
          </button>
          <button type="button" className="tool" aria-label={`remove ${chip.text}`} onClick={() => remove(chip)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
