import pino from "pino";

export const log = pino({ name: "web", base: { pid: process.pid, hostname: process.env.HOSTNAME } });
