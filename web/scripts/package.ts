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
/** Most bytes of script, compressed, before the first rows can be seen. */
const MOST_SCRIPT = 120_000;
const MOST_STYLE = 20_000;

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

/** Fails the build when what a reader must load first grows too heavy. */
export function budget(): Plugin {
  return {
    name: "budget",
    apply: "build",
    generateBundle(_, bundle) {
      for (const [most, end] of [
        [MOST_SCRIPT, ".js"],
        [MOST_STYLE, ".css"],
      ] as const) {
        let size = 0;
        for (const file of Object.values(bundle)) {
          if (file.fileName.endsWith(end)) size += gzipSync(file.type === "chunk" ? file.code : file.source).length;
        }
        if (size > most) this.error(`${end} files are ${size} bytes compressed, ${most} are allowed`);
      }
    },
  };
}
