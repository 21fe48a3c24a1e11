import type { FastifyInstance, FastifyRequest } from "fastify";
import { post } from "./clients/http.js";

export function refunds(app: FastifyInstance): void {
  app.post("/api/refunds", refund);
}

async function refund(request: FastifyRequest): Promise<unknown> {
  return post("refunds", "http://refunds:8084/refunds", request.id, request.body);
}
