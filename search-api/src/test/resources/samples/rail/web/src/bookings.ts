import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Answered, post } from "./clients/http.js";
import { log } from "./log.js";

export function bookings(app: FastifyInstance): void {
  app.post("/api/bookings", book);
}

async function book(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  try {
    return await post("booking", "http://booking:8081/bookings", request.id, request.body);
  } catch (e) {
    if (e instanceof Answered && e.status === 409) {
      log.warn({ trace_id: request.id }, "train is sold out");
      return reply.code(409).send({ error: "sold out" });
    }
    throw e;
  }
}
