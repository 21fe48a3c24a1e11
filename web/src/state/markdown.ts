// SPDX-License-Identifier: Apache-2.0
// Suspects as Markdown for tickets and chats. Texts of logs and commits are hostile: none becomes markup.
import type { Suspect, SuspectsAnswer, Verdict } from "../api/types.ts";
import { isFollowed } from "../widgets/out.tsx";
import { clipped, parts } from "../widgets/plaintext.ts";

const TEXT = 500;
/** Every sign that Markdown, plain or of the large hosts, reads as markup inside a line. */
const MARKUP = /[\\`*_{}[\]()#!|~^$]/g;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;" };

/** One line that stays text wherever it stands in a line: no markup, HTML, link, image or mention. */
export function escaped(text: string, limit = TEXT): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const cut = flat.length > limit ? `${clipped(flat, limit)}…` : flat;
  return parts(cut)
    .map((part) => part.text)
    .join("")
    .replace(MARKUP, (sign) => `\\${sign}`)
    .replace(/[&<>@]/g, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll("://", "\\://")
    .replace(/\bwww\./gi, (name) => `${name.slice(0, 3)}\\.`);
}

/** What no address of a page needs, and what would end the link. */
const UNSAFE = /[\s<>()[\]|`"'\\]/g;

function linked(label: string, to: string | null | undefined): string {
  if (!isFollowed(to) || !to.startsWith("https://")) return label;
  const safe = to.replace(UNSAFE, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return `[${label}](${safe})`;
}

function shortId(suspect: { kind: string; id: string }): string {
  return suspect.kind === "commit" && /^[0-9a-f]{7,}$/.test(suspect.id)
    ? suspect.id.slice(0, 10)
    : escaped(suspect.id, 100);
}

function signed(weight: number): string {
  return `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)}`;
}

function said(verdict: Verdict): string {
  const what = verdict.verdict === "confirmed" ? "**Root cause**, confirmed" : "Dismissed";
  const why = verdict.reason ? `: ${escaped(verdict.reason)}` : "";
  return `${what} by ${escaped(verdict.by, 80)}, ${verdict.time}${why}`;
}

/** One suspect: what it is, its score with the evidence, and what a person said of it. */
export function suspectMarkdown(suspect: Suspect, verdict: Verdict | null): string {
  const by = [suspect.author, suspect.service, suspect.time].filter((part): part is string => Boolean(part));
  const lines = [
    `**${suspect.kind} ${linked(shortId(suspect), suspect.page)}** ${escaped(suspect.title)}`,
    ...(by.length > 0 ? [`By ${by.map((part) => escaped(part, 100)).join(", ")}`] : []),
    ...(verdict ? [said(verdict)] : []),
    `Score ${suspect.score.toFixed(2)} (${suspect.strength}); no probability`,
  ];
  const evidence = suspect.evidence.map((one) => {
    const place = one.file
      ? ` ${linked(escaped(`${one.file}${one.line > 0 ? `:${one.line}` : ""}`, 200), one.page)}`
      : "";
    return `- ${signed(one.weight)} ${escaped(one.text)}${place}`;
  });
  return [lines.join("  \n"), "", ...evidence, ""].join("\n");
}

/** The whole list: the error, each suspect, what was cleared and what is not known. */
export function listMarkdown(answer: SuspectsAnswer, title: string): string {
  const verdictOf = (suspect: Suspect) =>
    answer.verdicts.find((one) => one.kind === suspect.kind && one.id === suspect.id) ?? null;
  const facts = [
    answer.symptom?.service && `of ${escaped(answer.symptom.service, 100)}`,
    answer.onset && `began ${answer.onset.time}`,
    `looked at ${answer.window.from} to ${answer.window.to}`,
  ].filter(Boolean);
  const out = [`## Suspects: ${escaped(title, 300)}`, "", `Errors ${facts.join(", ")}`, ""];
  if (answer.suspects.length === 0) out.push("No change speaks for this.", "");
  answer.suspects.forEach((suspect, index) => {
    out.push(`### ${index + 1}.`, "", suspectMarkdown(suspect, verdictOf(suspect)));
  });
  if (answer.cleared.length > 0) {
    out.push("### Looked at and cleared", "");
    for (const one of answer.cleared)
      out.push(`- ${one.kind} ${shortId(one)} ${escaped(one.title)}: ${escaped(one.reason)}`);
    out.push("");
  }
  if (answer.unknowns.length > 0) {
    out.push("### Not known", "");
    for (const one of answer.unknowns) out.push(`- ${escaped(one)}`);
    out.push("");
  }
  return out.join("\n");
}
