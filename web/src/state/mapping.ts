// SPDX-License-Identifier: Apache-2.0
// How the path that a frame prints may become one of the repository.
import type { Frame, Mapping, ResolvedFrame } from "../api/types.ts";

/** The path that the server compares with prefixes: the printed one, or the class as a path. */
export function printedPath(frame: Pick<ResolvedFrame, "file" | "tried">): string {
  const file = frame.file?.replaceAll("\\", "/") ?? "";
  return file.includes("/") ? file : (frame.tried?.[0] ?? file);
}

/** All folders of a path: what stands before the last part. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end <= 0 ? path.slice(0, end + 1) : path.slice(0, end);
}

/** The shortest mapping that leads from the printed path to the file; null when the prefix would be empty. */
export function leading(printed: string, file: string): Mapping | null {
  const from = printed.split("/");
  const to = file.split("/");
  while (from.length > 1 && to.length > 0 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  const prefix = from.join("/");
  return prefix === "" || prefix === printed ? null : { prefix, folder: to.join("/") };
}

/** What `clew serve` and the other commands take for the same. */
export function asOption({ prefix, folder }: Mapping): string {
  return `--map '${`${prefix}=${folder}`.replaceAll("'", "'\\''")}'`;
}

export function isMissing(frame: Frame & Pick<ResolvedFrame, "path" | "tried">): boolean {
  return frame.path === null && (frame.tried?.length ?? 0) > 0;
}
