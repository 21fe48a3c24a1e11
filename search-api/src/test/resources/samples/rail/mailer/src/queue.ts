import { readFile } from "node:fs/promises";

export interface Mail {
  trace: string;
  booking: string;
  message: { to: string; subject: string; text: string };
}

export async function waiting(): Promise<Mail[]> {
  const rows = await readFile("/data/outbox.jsonl", "utf8");
  return rows.split("\n").filter((row) => row !== "").map((row) => JSON.parse(row) as Mail);
}
