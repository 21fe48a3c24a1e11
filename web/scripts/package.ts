// SPDX-License-Identifier: Apache-2.0
// What a built workbench must carry, and how heavy it may be.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const CARRIED = [
  "preact",
  "@preact/signals",
  "@preact/signals-core",
  "uplot",
  "@fontsource-variable/inter",
  "@fontsource/jetbrains-mono",
];
/** Most bytes, compressed, of what must be loaded before the first rows can be seen. */
const MOST_SCRIPT = 130_000;
const MOST_STYLE = 20_000;
/** Most bytes, compressed, of what one page loads besides. */
const MOST_PAGE = 60_000;
/** Most bytes of all fonts, which are compressed already. */
const MOST_FONTS = 95_000;

/** Puts the licences of what is bundled beside it. */
export function licences(): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle() {
      const texts = CARRIED.map((name) => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8")}`);
      this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join("\n\n") });
    },
  };
}

/** Fails the build when what a reader must load grows too heavy. */
export function budget(): Plugin {
  return {
    name: "budget",
    apply: "build",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const chunks = new Map(files.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])));
      const weight = (file: (typeof files)[number]) => gzipSync(file.type === "chunk" ? file.code : file.source).length;
      /** A chunk and all that it loads at once. */
      const loaded = (name: string, found = new Set<string>()): Set<string> => {
        const chunk = chunks.get(name);
        if (!chunk || found.has(name)) return found;
        found.add(name);
        for (const imported of chunk.imports) loaded(imported, found);
        return found;
      };
      const limit = (what: string, bytes: number, most: number) => {
        if (bytes > most) this.error(`${what}: ${bytes} bytes, ${most} are allowed`);
      };
      const sum = (names: Iterable<string>) =>
        [...names].reduce((bytes, name) => bytes + weight(bundle[name] as (typeof files)[number]), 0);

      const first = new Set(
        [...chunks.values()].filter((chunk) => chunk.isEntry).flatMap((chunk) => [...loaded(chunk.fileName)]),
      );
      limit("script before the first rows", sum(first), MOST_SCRIPT);
      for (const chunk of chunks.values()) {
        if (!chunk.isDynamicEntry) continue;
        limit(
          `script of ${chunk.name}`,
          sum([...loaded(chunk.fileName)].filter((name) => !first.has(name))),
          MOST_PAGE,
        );
      }
      limit(
        "styles",
        sum(files.filter((file) => file.fileName.endsWith(".css")).map((file) => file.fileName)),
        MOST_STYLE,
      );
      const fonts = files.filter((file) => file.fileName.endsWith(".woff2"));
      limit(
        "fonts",
        fonts.reduce((bytes, file) => bytes + (file.type === "asset" ? file.source.length : 0), 0),
        MOST_FONTS,
      );
    },
  };
}
