// SPDX-License-Identifier: Apache-2.0
// Markdown as a tree of plain values: the part of CommonMark that postmortems use, and nothing that fetches or runs.

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong" | "emphasis"; children: Inline[] }
  | { kind: "link"; to: string; children: Inline[] }
  | { kind: "cited"; id: string };

export type ProseBlock =
  | { kind: "heading"; level: number; children: Inline[] }
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "quote"; blocks: ProseBlock[] }
  | { kind: "code"; text: string }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] }
  | { kind: "rule" };

const FENCE = /^(`{3,}|~{3,})/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const BULLET = /^\s{0,3}[-*+]\s+(.*)$/;
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/;
const RULE = /^\s{0,3}([-*_])(\s*\1){2,}\s*$/;
const TABLE_RULE = /^\s*\|?\s*:?-{1,}:?\s*(\|\s*:?-{1,}:?\s*)*\|?\s*$/;
const DEEPEST = 8;

/** What stands in a line, in one pass: each alternative begins with a sign that plain text rarely holds. */
const INLINE =
  /\\([!-/:-@[-`{-~])|(`{1,9})([^`]|[^`][\s\S]{0,2000}?[^`])\2(?!`)|\[(E[1-9]\d{0,5})\]|\[([^\][]{1,500})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>()[\]"']{1,2000})|(\*\*|__)(?=\S)([\s\S]{1,2000}?\S)\8|(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]{0,2000}?[^\s*_])\10(?![\p{L}\p{N}])/gu;

/** An address that may be followed: of the web or of mail, never of a script. */
export function followed(to: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(to);
}

export function inlines(text: string, depth = 0): Inline[] {
  if (depth > DEEPEST) return [{ kind: "text", text }];
  const found: Inline[] = [];
  let plain = "";
  let from = 0;
  const put = (inline: Inline) => {
    if (plain) found.push({ kind: "text", text: plain });
    plain = "";
    found.push(inline);
  };
  for (const match of text.matchAll(INLINE)) {
    plain += text.slice(from, match.index);
    from = match.index + match[0].length;
    const [whole, escaped, , code, cited, label, to, bare, , strong, , emphasis] = match;
    if (escaped !== undefined) plain += escaped;
    else if (code !== undefined) put({ kind: "code", text: code.trim() });
    else if (cited !== undefined) put({ kind: "cited", id: cited });
    else if (label !== undefined && to !== undefined) {
      if (followed(to)) put({ kind: "link", to, children: inlines(label, depth + 1) });
      else plain += whole;
    } else if (bare !== undefined) put({ kind: "link", to: bare, children: [{ kind: "text", text: bare }] });
    else if (strong !== undefined) put({ kind: "strong", children: inlines(strong, depth + 1) });
    else if (emphasis !== undefined) put({ kind: "emphasis", children: inlines(emphasis, depth + 1) });
  }
  plain += text.slice(from);
  if (plain) found.push({ kind: "text", text: plain });
  return found;
}

function cells(line: string): Inline[][] {
  const inner = line.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => inlines(cell.trim().replaceAll("\\|", "|")));
}

class Reader {
  private at = 0;
  private readonly blocks: ProseBlock[] = [];

  constructor(
    private readonly lines: readonly string[],
    private readonly depth: number,
  ) {}

  read(): ProseBlock[] {
    while (this.at < this.lines.length) this.block();
    return this.blocks;
  }

  private line(offset = 0): string {
    return this.lines[this.at + offset] ?? "";
  }

  private block(): void {
    const line = this.line();
    const heading = HEADING.exec(line);
    if (line.trim() === "") this.at++;
    else if (FENCE.test(line)) this.fenced();
    else if (heading) {
      this.at++;
      this.blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, children: inlines(heading[2] ?? "") });
    } else if (RULE.test(line)) {
      this.at++;
      this.blocks.push({ kind: "rule" });
    } else if (line.startsWith(">") && this.depth < DEEPEST) this.quote();
    else if (line.includes("|") && TABLE_RULE.test(this.line(1)) && this.line(1).includes("-")) this.table();
    else if (BULLET.test(line)) this.list(BULLET, false);
    else if (NUMBER.test(line)) this.list(NUMBER, true);
    else this.paragraph();
  }

  private fenced(): void {
    const mark = FENCE.exec(this.line())?.[1] ?? "```";
    const text: string[] = [];
    this.at++;
    while (this.at < this.lines.length && !this.line().startsWith(mark)) {
      text.push(this.line());
      this.at++;
    }
    this.at++;
    this.blocks.push({ kind: "code", text: text.join("\n") });
  }

  private quote(): void {
    const inner: string[] = [];
    while (this.line().startsWith(">")) {
      inner.push(this.line().replace(/^>\s?/, ""));
      this.at++;
    }
    this.blocks.push({ kind: "quote", blocks: new Reader(inner, this.depth + 1).read() });
  }

  private table(): void {
    const head = cells(this.line());
    this.at += 2;
    const rows: Inline[][][] = [];
    while (this.line().includes("|") && this.line().trim() !== "") {
      const row = cells(this.line());
      rows.push(head.map((_, place) => row[place] ?? []));
      this.at++;
    }
    this.blocks.push({ kind: "table", head, rows });
  }

  private list(mark: RegExp, ordered: boolean): void {
    const items: string[] = [];
    for (;;) {
      const item = mark.exec(this.line());
      if (item) items.push(item[1] ?? "");
      else if (items.length > 0 && /^\s+\S/.test(this.line())) items.push(`${items.pop()} ${this.line().trim()}`);
      else break;
      this.at++;
    }
    this.blocks.push({ kind: "list", ordered, items: items.map((item) => inlines(item)) });
  }

  private paragraph(): void {
    const text: string[] = [];
    while (this.at < this.lines.length && this.line().trim() !== "") {
      const line = this.line();
      if (text.length > 0 && (FENCE.test(line) || HEADING.test(line) || line.startsWith(">") || BULLET.test(line)))
        break;
      text.push(line);
      this.at++;
    }
    this.blocks.push({ kind: "paragraph", children: inlines(text.join("\n")) });
  }
}

export function prose(markdown: string): ProseBlock[] {
  return new Reader(markdown.split(/\r\n|\r|\n/), 0).read();
}
