import Fastify from "fastify";
import { log } from "./log.js";
import { bookings } from "./bookings.js";
import { refunds } from "./refunds.js";
import { trips } from "./trips/routes.js";

const app = Fastify({ disableRequestLogging: true });

app.addHook("onResponse", async (request, reply) => {
  log.info({ trace_id: request.id, method: request.method, url: request.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "request completed");
});

app.setErrorHandler(async (err, request, reply) => {
  log.error({ trace_id: request.id, method: request.method, url: request.url, err }, "request failed");
  return reply.code(500).send({ error: "internal" });
});

trips(app);
bookings(app);
refunds(app);

log.info({ version: process.env.VERSION, commit: process.env.COMMIT }, "starting web");
await app.listen({ port: 8080 });
