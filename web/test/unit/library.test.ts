// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import type { Frame } from "../../src/api/types.ts";
import { countedLibraries, frameName, framePlace, libraryOf } from "../../src/widgets/library.ts";

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
