// SPDX-License-Identifier: Apache-2.0
// Which frames of a stack are somebody else's code.
import type { Frame, ResolvedFrame } from "../api/types.ts";

const MODULES: [RegExp, string][] = [
  [/^(java|javax|jdk|sun|com\.sun|jakarta)\./, "jdk"],
  [/^org\.springframework\./, "spring"],
  [/^org\.apache\.(catalina|tomcat|coyote|naming|jasper)\./, "tomcat"],
  [/^org\.eclipse\.jetty\./, "jetty"],
  [/^org\.hibernate\./, "hibernate"],
  [/^com\.fasterxml\./, "jackson"],
  [/^(io\.netty|reactor)\./, "netty"],
  [/^com\.zaxxer\./, "hikari"],
  [/^org\.apache\./, "apache"],
  [/^(kotlin|kotlinx|scala|clojure|groovy|org\.codehaus\.groovy)\./, "language"],
  [
    /^(com\.google|io\.grpc|okhttp3|okio|org\.slf4j|ch\.qos|org\.jboss|io\.undertow|org\.postgresql|com\.mysql|io\.quarkus|io\.vertx|io\.micronaut|org\.glassfish|feign)\./,
    "libraries",
  ],
];
const FILES: [RegExp, string][] = [
  [/^node:|^internal\//, "node"],
  [/(^|\/)node_modules\//, "node modules"],
  [/(site|dist)-packages\/|\/lib\/python\d/, "python"],
  [/^\/usr\/local\/go\/src\/|\/pkg\/mod\//, "go"],
];

/** The library's short name, or null for code of the application. */
export function libraryOf(frame: Frame): string | null {
  for (const [shape, name] of MODULES) if (frame.module && shape.test(frame.module)) return name;
  for (const [shape, name] of FILES) if (frame.file && shape.test(frame.file)) return name;
  return null;
}

/** True for a frame of the application: its source was found, or nothing says that it is a library's. */
export function isOwn(frame: ResolvedFrame): boolean {
  if (frame.path !== null) return true;
  return libraryOf(frame) === null && !frame.reason?.startsWith("the frame is library code");
}

/** "31 library frames (spring 14, tomcat 9, jdk 8)", most first. */
export function countedLibraries(frames: readonly Frame[]): string {
  const counts = new Map<string, number>();
  for (const frame of frames) {
    const name = libraryOf(frame) ?? "other";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

function simple(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("."), name.lastIndexOf("/")) + 1);
}

export function frameName(frame: Frame): string {
  return frame.module ? `${simple(frame.module)}.${frame.function}` : frame.function;
}

export function framePlace(frame: Frame): string {
  const file = frame.file ?? "unknown source";
  return frame.line > 0 ? `${file}:${frame.line}` : file;
}
