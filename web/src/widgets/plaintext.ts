// SPDX-License-Identifier: Apache-2.0
// Log text may hold anything. Here it becomes parts that are safe to show: what cannot be seen is written out.

export interface Part {
  text: string;
  /** Written-out form of a character that has no shape of its own. */
  escape: boolean;
}

/** C0 and C1 controls except tab and line feed, zero-width and bidirectional controls, lone surrogates, U+FFFD. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function written(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 0x1b) return "\\e";
  if (code === 0x0d) return "\\r";
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** At most `limit` characters of the text; a cut never splits a character. */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

export function parts(text: string): Part[] {
  const found: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), escape: false });
    found.push({ text: written(match[0]), escape: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from), escape: false });
  return found;
}

/** The same as one string, for attributes and titles. */
export function plain(text: string, limit = 500): string {
  const shown = parts(clipped(text, limit))
    .map((part) => part.text)
    .join("");
  return text.length > limit ? `${shown}…` : shown;
}

/** Where any of the words stands in the text, ignoring case, without overlaps, in order. */
export function hits(text: string, words: readonly string[]): [number, number][] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return []; // positions would not agree
  const found: [number, number][] = [];
  for (const word of words) {
    const sought = word.toLowerCase();
    for (let at = lower.indexOf(sought); at >= 0 && found.length < 50; at = lower.indexOf(sought, at + sought.length)) {
      found.push([at, at + sought.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  return found.filter((hit, index) => index === 0 || hit[0] >= (found[index - 1]?.[1] ?? 0));
}
