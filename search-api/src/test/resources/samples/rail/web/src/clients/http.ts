/** An answer that is no success. */
export class Answered extends Error {
  constructor(readonly service: string, readonly status: number) {
    super(`${service} answered ${status}`);
  }
}

export async function post<T>(service: string, url: string, trace: string, body: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-request-id": trace },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Answered(service, answer.status);
  }
  return (await answer.json()) as T;
}
