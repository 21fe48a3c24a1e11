// SPDX-License-Identifier: Apache-2.0
// One drawing, two papers: the page's canvas, and an SVG file.

export interface Lettering {
  size?: number;
  strong?: boolean;
  mono?: boolean;
  align?: "left" | "right" | "center";
}

/** Draws in pixels of the page. */
export interface Pen {
  fill(x: number, y: number, width: number, height: number, colour: string, alpha?: number): void;
  frame(x: number, y: number, width: number, height: number, colour: string, dash?: readonly number[]): void;
  line(x: number, y: number, toX: number, toY: number, colour: string, dash?: readonly number[], width?: number): void;
  /** `y` is the middle of the letters. */
  text(text: string, x: number, y: number, colour: string, how?: Lettering): void;
  /** Slanted lines over the place. */
  hatch(x: number, y: number, width: number, height: number, colour: string): void;
  /** A filled outline through points, x and y by turns. */
  shape(points: readonly number[], colour: string): void;
  /** Draws what `body` draws inside of the place only. */
  within(x: number, y: number, width: number, height: number, body: () => void): void;
  widthOf(text: string, how?: Lettering): number;
}

const HATCH = 7;

function fontOf(how: Lettering | undefined, fonts: { ui: string; mono: string }): string {
  return `${how?.strong ? 600 : 400} ${how?.size ?? 11}px ${how?.mono ? fonts.mono : fonts.ui}`;
}

export function canvasPen(ctx: CanvasRenderingContext2D, fonts: { ui: string; mono: string }): Pen {
  const style = (colour: string, dash: readonly number[] = [], width = 1) => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.setLineDash(dash as number[]);
  };
  return {
    fill(x, y, width, height, colour, alpha = 1) {
      ctx.globalAlpha = alpha;
      ctx.fillStyle = colour;
      ctx.fillRect(x, y, width, height);
      ctx.globalAlpha = 1;
    },
    frame(x, y, width, height, colour, dash) {
      style(colour, dash);
      ctx.strokeRect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.max(1, width - 1), height - 1);
    },
    line(x, y, toX, toY, colour, dash, width = 1) {
      const half = width % 2 ? 0.5 : 0;
      style(colour, dash, width);
      ctx.beginPath();
      ctx.moveTo(Math.round(x) + half, Math.round(y) + half);
      ctx.lineTo(Math.round(toX) + half, Math.round(toY) + half);
      ctx.stroke();
    },
    text(text, x, y, colour, how) {
      ctx.font = fontOf(how, fonts);
      ctx.textAlign = how?.align ?? "left";
      ctx.textBaseline = "middle";
      ctx.fillStyle = colour;
      ctx.fillText(text, x, y + 0.5);
    },
    hatch(x, y, width, height, colour) {
      style(colour);
      ctx.save();
      ctx.beginPath();
      ctx.rect(x, y, width, height);
      ctx.clip();
      ctx.beginPath();
      for (let at = Math.floor((x - height) / HATCH) * HATCH; at < x + width; at += HATCH) {
        ctx.moveTo(at, y + height);
        ctx.lineTo(at + height, y);
      }
      ctx.stroke();
      ctx.restore();
    },
    shape(points, colour) {
      ctx.fillStyle = colour;
      ctx.beginPath();
      for (let at = 0; at < points.length; at += 2) ctx.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
      ctx.fill();
    },
    within(x, y, width, height, body) {
      ctx.save();
      ctx.beginPath();
      ctx.rect(x, y, width, height);
      ctx.clip();
      body();
      ctx.restore();
    },
    widthOf(text, how) {
      ctx.font = fontOf(how, fonts);
      return ctx.measureText(text).width;
    },
  };
}

const UNFIT = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text as XML may hold it; what it may not hold at all becomes U+FFFD. */
export function escaped(text: string): string {
  return text
    .replace(UNFIT, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A pen whose drawing is taken with `file`. */
export function svgPen(
  width: number,
  height: number,
  fonts: { ui: string; mono: string },
): Pen & { file(title: string): string } {
  const out: string[] = [];
  let clips = 0;
  const n = (value: number) => String(Math.round(value * 100) / 100);
  const place = (x: number, y: number, w: number, h: number) =>
    `x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}"`;
  const stroke = (colour: string, dash: readonly number[] = [], thick = 1) =>
    `stroke="${escaped(colour)}" stroke-width="${thick}"${dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : ""}`;
  return {
    fill(x, y, w, h, colour, alpha = 1) {
      out.push(`<rect ${place(x, y, w, h)} fill="${escaped(colour)}"${alpha < 1 ? ` opacity="${alpha}"` : ""}/>`);
    },
    frame(x, y, w, h, colour, dash) {
      out.push(`<rect ${place(x + 0.5, y + 0.5, w - 1, h - 1)} fill="none" ${stroke(colour, dash)}/>`);
    },
    line(x, y, toX, toY, colour, dash, thick) {
      out.push(`<path d="M${n(x)} ${n(y)}L${n(toX)} ${n(toY)}" ${stroke(colour, dash, thick)}/>`);
    },
    text(text, x, y, colour, how) {
      const anchor = { left: "start", right: "end", center: "middle" }[how?.align ?? "left"];
      const font = `font-family="${escaped(how?.mono ? fonts.mono : fonts.ui)}" font-size="${how?.size ?? 11}"`;
      out.push(
        `<text x="${n(x)}" y="${n(y)}" dy="0.35em" text-anchor="${anchor}" ${font}${how?.strong ? ' font-weight="600"' : ""} fill="${escaped(colour)}">${escaped(text)}</text>`,
      );
    },
    hatch(x, y, w, h, colour) {
      let lines = "";
      for (let at = Math.floor((x - h) / HATCH) * HATCH; at < x + w; at += HATCH) {
        const start = Math.max(at, x);
        const end = Math.min(at + h, x + w);
        if (start < end) lines += `M${n(start)} ${n(y + h - (start - at))}L${n(end)} ${n(y + h - (end - at))}`;
      }
      out.push(`<path d="${lines}" ${stroke(colour)}/>`);
    },
    shape(points, colour) {
      out.push(`<polygon points="${points.map(n).join(" ")}" fill="${escaped(colour)}"/>`);
    },
    within(x, y, w, h, body) {
      const id = `c${clips++}`;
      out.push(`<clipPath id="${id}"><rect ${place(x, y, w, h)}/></clipPath><g clip-path="url(#${id})">`);
      body();
      out.push("</g>");
    },
    widthOf: (text, how) => text.length * (how?.size ?? 11) * 0.56,
    file: (title) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img"><title>${escaped(title)}</title>${out.join("")}</svg>\n`,
  };
}
