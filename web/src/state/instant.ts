// SPDX-License-Identifier: Apache-2.0
// Times as text: stored digits are kept, the zone is always the one the reader chose.

const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Asked once: it costs as much as reading ten thousand times. */
const LOCAL = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function zoneName(zone: string): string {
  return zone === "local" ? LOCAL : zone;
}

/** Milliseconds since the epoch; digits below the millisecond are cut. */
export function millis(iso: string): number {
  return Date.parse(iso);
}

export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

/** The zone's offset from UTC at an instant, in milliseconds; exact to the quarter hour zones change at. */
export function offsetAt(ms: number, zone: string): number {
  const name = zoneName(zone);
  if (name === "UTC") return 0;
  const quarter = Math.floor(ms / 900_000);
  const key = `${name} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const at = quarter * 900_000;
    const part = Object.fromEntries(
      formatOf(name)
        .formatToParts(at)
        .map((p) => [p.type, Number(p.value)]),
    );
    const wall = Date.UTC(
      part.year ?? 0,
      (part.month ?? 1) - 1,
      part.day ?? 1,
      part.hour ?? 0,
      part.minute ?? 0,
      part.second ?? 0,
    );
    offset = wall - at;
    if (offsets.size > 4096) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

/** The instant a wall clock of the zone shows; of two such instants the earlier one. */
export function instantOfWall(wallMs: number, zone: string): number {
  const guess = wallMs - offsetAt(wallMs, zone);
  const early = wallMs - offsetAt(guess - 3_600_000, zone);
  if (early + offsetAt(early, zone) === wallMs) return early;
  return wallMs - offsetAt(guess, zone);
}

function wall(ms: number, zone: string): string {
  return new Date(ms + offsetAt(ms, zone)).toISOString();
}

export function day(iso: string, zone: string): string {
  return wall(millis(iso), zone).slice(0, 10);
}

/** Time of day with exactly three decimals, for rows. */
export function clock(iso: string, zone: string): string {
  return wall(millis(iso), zone).slice(11, 23);
}

export function clockSeconds(ms: number, zone: string): string {
  return wall(ms, zone).slice(11, 19);
}

export function dateAndClock(ms: number, zone: string): string {
  return wall(ms, zone).slice(0, 19).replace("T", " ");
}

/** Date and time to the second, for what people did at their own pace. */
export function second(iso: string, zone: string): string {
  return dateAndClock(millis(iso), zone);
}

/** Date, time and every stored digit. */
export function full(iso: string, zone: string): string {
  const stored = /\.(\d+)Z?$/.exec(iso)?.[1];
  const seconds = wall(millis(iso), zone).slice(0, 19).replace("T", " ");
  return stored ? `${seconds}.${stored}` : seconds;
}

export function offsetLabel(ms: number, zone: string): string {
  const minutes = Math.round(offsetAt(ms, zone) / 60_000);
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `UTC${minutes < 0 ? "−" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
