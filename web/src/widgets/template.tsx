// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { Plain } from "./plain.tsx";
import { clipped } from "./plaintext.ts";

const LONGEST = 400;
const PLACE = /(<(?:num|hex|id|uuid|ip|host|path|url|email|time|duration|size|word|str|\*)>)/;

/** The text of a pattern cut at its typed variables: texts at even places, variables at odd ones. */
export function pieces(template: string): string[] {
  return clipped(template, LONGEST).split(PLACE);
}

/**
 * A pattern's text with its typed variables, such as <ip>, set apart.
 *
 * @param props.place draws a variable by its number, from 0; absent: as text
 */
export function Template({ text, place }: { text: string; place?: (name: string, at: number) => ComponentChildren }) {
  return (
    <>
      {pieces(text).map((piece, index) => {
        if (index % 2 === 0) return <Plain key={index} text={piece} />;
        return place ? place(piece, (index - 1) / 2) : <var key={index}>{piece}</var>;
      })}
    </>
  );
}
