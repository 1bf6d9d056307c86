// A server for tests: answers as they are put down, by method and address, and what was asked of it.
import { afterEach, beforeEach, vi } from "vitest";

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
export interface Asked {
  method: string;
  path: string;
  body: unknown;
}

export interface FakeServer {
  /** Answers for "POST /api/v1/session", in their order; the last one stays. */
  answers: Record<string, Answer[]>;
  asked: Asked[];
}

export function refused(code: string, vi_: string, field = ""): Answer["body"] {
  return { type: "", title: "", status: 0, detail: vi_, refusals: [{ code, field, vi: vi_, en: code }] };
}

export function fakeServer(): FakeServer {
  const server: FakeServer = { answers: {}, asked: [] };
  beforeEach(() => {
    server.answers = {};
    server.asked = [];
    vi.stubGlobal("fetch", async (request: Request) => {
      const { pathname, search } = new URL(request.url);
      const text = request.method === "GET" ? "" : await request.text();
      server.asked.push({
        method: request.method,
        path: pathname + search,
        body: text === "" ? null : JSON.parse(text),
      });
      const put = server.answers[`${request.method} ${pathname}`] ?? [];
      const answer = put.length > 1 ? put.shift() : put[0];
      if (!answer) return new Response(JSON.stringify(refused("api.not_found", "")), { status: 404 });
      const status = answer.status ?? 200;
      const body = status === 204 ? null : JSON.stringify(answer.body ?? {});
      return new Response(body, { status, headers: { "Content-Type": "application/json", ...answer.headers } });
    });
  });
  afterEach(() => vi.unstubAllGlobals());
  return server;
}
