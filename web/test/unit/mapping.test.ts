// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { asOption, folderOf, leading, printedPath } from "../../src/state/mapping.ts";

describe("mappings of paths", () => {
  it("compares the printed path, or the class as a path", () => {
    expect(printedPath({ file: "C:\\app\\pay\\main.py", tried: [] })).toBe("C:/app/pay/main.py");
    expect(printedPath({ file: "Gateway.java", tried: ["com/acme/Gateway.java"] })).toBe("com/acme/Gateway.java");
    expect(printedPath({ file: null })).toBe("");
  });

  it("takes the folders of a path", () => {
    expect(folderOf("/app/dist/main.js")).toBe("/app/dist");
    expect(folderOf("/main.js")).toBe("/");
    expect(folderOf("main.js")).toBe("");
  });

  it("finds the shortest beginning that leads to a file", () => {
    expect(leading("com/old/pay/Gateway.java", "services/pay/Gateway.java")).toEqual({
      prefix: "com/old",
      folder: "services",
    });
    expect(leading("/srv/app/main.py", "main.py")).toEqual({ prefix: "/srv/app", folder: "" });
    expect(leading("main.py", "src/main.py")).toBeNull();
  });

  it("writes an option that a shell reads back", () => {
    expect(asOption({ prefix: "/srv/it's", folder: "app" })).toBe("--map '/srv/it'\\''s=app'");
  });
});
