import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import { waiting } from "./queue.js";

const ATTEMPTS = 3;
const smtp = createTransport({ host: "smtp.example.org", port: 587 });

export class Outbox {
  constructor(private readonly log: Logger) {}

  async send(): Promise<void> {
    for (const mail of await waiting()) {
      try {
        await smtp.sendMail(mail.message);
        this.log.info({ trace_id: mail.trace, booking: mail.booking }, "ticket sent");
      } catch (err) {
        this.log.warn({ trace_id: mail.trace, booking: mail.booking, attempts: ATTEMPTS, err }, "ticket not sent, trying again");
      }
    }
  }
}
