// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import type { Frame, ResolvedFrame } from "../../src/api/types.ts";
import { countedLibraries, frameName, framePlace, isOwn, libraryOf } from "../../src/widgets/library.ts";
import { isFollowed } from "../../src/widgets/out.tsx";

const frame = (module: string | null, file: string | null = null): Frame => ({
  module,
  function: "run",
  file,
  line: 7,
});

it("tells the application's frames from its libraries'", () => {
  expect(libraryOf(frame("com.acme.pay.GatewayClient"))).toBeNull();
  expect(libraryOf(frame("javax0.Tool"))).toBeNull();
  expect(libraryOf(frame("java.lang.Thread"))).toBe("jdk");
  expect(libraryOf(frame("org.springframework.web.Servlet"))).toBe("spring");
  expect(libraryOf(frame(null, "node:internal/process/task_queues"))).toBe("node");
  expect(libraryOf(frame(null, "/app/node_modules/express/lib/router.js"))).toBe("node modules");
  expect(libraryOf(frame("django.db", "/usr/lib/python3/dist-packages/django/db.py"))).toBe("python");
  expect(libraryOf(frame(null, "src/server.js"))).toBeNull();
});

it("names and counts frames", () => {
  expect(frameName(frame("com.acme.pay.GatewayClient"))).toBe("GatewayClient.run");
  expect(framePlace({ ...frame(null), line: -2 })).toBe("unknown source");
  expect(countedLibraries([frame("java.lang.Thread"), frame("java.util.List"), frame("org.springframework.A")])).toBe(
    "jdk 2, spring 1",
  );
});

it("takes a frame whose source was found for the application's", () => {
  const resolved = (path: string | null, reason: string | null, module = "com.acme.Pay"): ResolvedFrame => ({
    ...frame(module),
    path,
    reason,
    commit: null,
    changedBy: null,
    changedAt: null,
    changedCommit: null,
    source: [],
  });
  expect(isOwn(resolved("src/Pay.java", null, "org.apache.own.Pay"))).toBe(true);
  expect(isOwn(resolved(null, "no file called Pay.java at this commit"))).toBe(true);
  expect(isOwn(resolved(null, "the frame is library code: /gems/rack/x.rb"))).toBe(false);
});

it("follows pages and editors only", () => {
  expect(isFollowed("https://github.com/acme/shop/commit/1")).toBe(true);
  expect(isFollowed("vscode://file/src/Pay.java:4")).toBe(true);
  for (const address of [
    "javascript:alert(1)",
    " https://x",
    "http://x",
    "data:text/html,x",
    "vscode://x/y",
    "",
    null,
  ]) {
    expect(isFollowed(address)).toBe(false);
  }
});
