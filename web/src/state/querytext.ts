// SPDX-License-Identifier: Apache-2.0
// Every click writes query text. This is the writing: clauses are added, turned round and taken out as text.

const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_.@$-]*$/u;
const KEYWORD = /^(and|or|not)$/i;

/** A value as it must be typed to be found as is. */
export function quoted(value: string): string {
  if (PLAIN.test(value) && !KEYWORD.test(value)) return value;
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

export function clause(field: string, value: string): string {
  return `${field}:${quoted(value)}`;
}

/** Names that mean a part of every event in a query: an attribute that has one of them cannot be asked for. */
const PARTS = new Set(
  "level service service.name version service.version host host.name logger thread trace span file pattern pattern.template msg exception frame".split(
    " ",
  ),
);

export function isPart(field: string): boolean {
  return PARTS.has(field.toLowerCase());
}

export function missing(field: string): string {
  return `-${field}:*`;
}

/** The end of the quoted text that starts at the quote mark at `start`. */
function afterQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** The clauses that stand side by side at the top of the query, as they were typed. */
export function clauses(query: string): string[] {
  const found: string[] = [];
  let start = -1;
  let depth = 0;
  let at = 0;
  while (at < query.length) {
    const char = query.charAt(at);
    if (depth === 0 && /\s/.test(char)) {
      if (start >= 0) found.push(query.slice(start, at));
      start = -1;
      at++;
      continue;
    }
    if (start < 0) start = at;
    if (char === '"') {
      at = afterQuote(query, at);
      continue;
    }
    if (char === "(") depth++;
    if (char === ")" && depth > 0) depth--;
    at++;
  }
  if (start >= 0) found.push(query.slice(start));
  return found;
}

function hasTopLevelOr(parts: string[]): boolean {
  return parts.some((part) => /^or$/i.test(part) || part === "||");
}

/** What the query requires, part by part, all of it; null where it is one of several ways that is required. */
export function requirements(query: string): string[] | null {
  const parts = clauses(query.trim());
  if (hasTopLevelOr(parts)) return null;
  const found: string[] = [];
  let not = "";
  for (const part of parts) {
    if (/^(and|&&)$/i.test(part)) continue;
    if (/^not$/i.test(part)) not += `${part} `;
    else {
      found.push(not + part);
      not = "";
    }
  }
  return not === "" ? found : null;
}

function opposite(part: string): string {
  return part.startsWith("-") ? part.slice(1) : `-${part}`;
}

/** The query narrowed by one clause; the clause's opposite goes, a clause already there stays once. */
export function narrowed(query: string, added: string): string {
  const parts = clauses(query.trim());
  if (parts.includes(added)) return query.trim();
  if (parts.length === 0) return added;
  if (hasTopLevelOr(parts)) return `(${query.trim()}) ${added}`;
  const against = opposite(added);
  return [...parts.filter((part) => part !== against), added].join(" ");
}

export function excluding(query: string, removed: string): string {
  return narrowed(query, opposite(removed));
}

/** The query without one of its top clauses. */
export function without(query: string, removed: string): string {
  const parts = clauses(query.trim());
  if (hasTopLevelOr(parts)) return query.trim();
  return parts.filter((part) => part !== removed).join(" ");
}

/** Whether the clause, or its opposite, is one of the query's top clauses. */
export function stands(query: string, asked: string): "in" | "out" | null {
  const parts = clauses(query);
  if (hasTopLevelOr(parts)) return null;
  if (parts.includes(asked)) return "in";
  return parts.includes(opposite(asked)) ? "out" : null;
}

/** Words and phrases the query looks for in the text, for marking them in rows. */
export function soughtWords(query: string): string[] {
  const words: string[] = [];
  const collect = (parts: string[]) => {
    for (const part of parts) {
      if (part.startsWith("-") || part.startsWith("!") || KEYWORD.test(part)) continue;
      if (part.startsWith("(")) collect(clauses(part.slice(1, part.endsWith(")") ? -1 : undefined)));
      else if (part.startsWith('"')) words.push(part.slice(1, part.endsWith('"') ? -1 : undefined));
      else if (!/^[\w.@]+(:|[!<>]?=|[<>])/.test(part) && !/[*/]/.test(part)) words.push(part);
    }
  };
  collect(clauses(query));
  return words.filter((word) => word.length > 1).slice(0, 6);
}
