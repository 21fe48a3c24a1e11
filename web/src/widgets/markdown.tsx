// SPDX-License-Identifier: Apache-2.0
// People's Markdown as nodes of an allow-list; no text of it ever becomes markup of the page.
import type { JSX } from "preact";
import { type Inline, inlines, type ProseBlock, prose } from "../state/prose.ts";
import { Plain } from "./plain.tsx";

type Cite = (id: string) => JSX.Element;

function Words({ parts, cite }: { parts: readonly Inline[]; cite: Cite }) {
  return (
    <>
      {parts.map((part, place) => {
        switch (part.kind) {
          case "text":
            return <Plain key={place} text={part.text} />;
          case "code":
            return (
              <code key={place}>
                <Plain text={part.text} />
              </code>
            );
          case "strong":
            return (
              <strong key={place}>
                <Words parts={part.children} cite={cite} />
              </strong>
            );
          case "emphasis":
            return (
              <em key={place}>
                <Words parts={part.children} cite={cite} />
              </em>
            );
          case "link":
            return (
              <a key={place} href={part.to} rel="noopener noreferrer" target="_blank">
                <Words parts={part.children} cite={cite} />
              </a>
            );
          case "cited":
            return cite(part.id);
          default:
            return null;
        }
      })}
    </>
  );
}

function BlockOf({ block, cite }: { block: ProseBlock; cite: Cite }) {
  switch (block.kind) {
    case "heading":
      // Inside a section: below the page's own headings, whatever was typed.
      return (
        <h4>
          <Words parts={block.children} cite={cite} />
        </h4>
      );
    case "paragraph":
      return (
        <p>
          <Words parts={block.children} cite={cite} />
        </p>
      );
    case "quote":
      return (
        <blockquote>
          {block.blocks.map((inner, place) => (
            <BlockOf key={place} block={inner} cite={cite} />
          ))}
        </blockquote>
      );
    case "code":
      return (
        <pre className="mono">
          <Plain text={block.text} />
        </pre>
      );
    case "list": {
      const items = block.items.map((item, place) => (
        <li key={place}>
          <Words parts={item} cite={cite} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, place) => (
                <th key={place} scope="col">
                  <Words parts={cell} cite={cite} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, line) => (
              <tr key={line}>
                {row.map((cell, place) => (
                  <td key={place}>
                    <Words parts={cell} cite={cite} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return <hr />;
  }
}

export function Markdown({ text, cite }: { text: string; cite: Cite }) {
  return (
    <div className="prose">
      {prose(text).map((block, place) => (
        <BlockOf key={place} block={block} cite={cite} />
      ))}
    </div>
  );
}

/** One line of it, for timelines. */
export function MarkdownLine({ text, cite }: { text: string; cite: Cite }) {
  return <Words parts={inlines(text)} cite={cite} />;
}
