import pino from "pino";
import { Outbox } from "./outbox.js";

const log = pino({ name: "mailer", base: { pid: process.pid, hostname: process.env.HOSTNAME } });

log.info({ version: process.env.VERSION, commit: process.env.COMMIT }, "starting mailer");
const outbox = new Outbox(log);
setInterval(() => outbox.send(), 2_000);
