// The one door to the server. A refusal is thrown as a Problem, with its fields and its legal basis; a
// session that ran out, and a password that is wanted again, are asked for without losing what was typed:
// whoever asked waits until it is settled, and the request is sent once more.
import createClient from "openapi-fetch";
import { language } from "../lib/words";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];
export type Refusal = Schemas["refusal"];

export class Problem extends Error {
  readonly status: number;
  readonly refusals: Refusal[];
  readonly detail: string;
  /** Seconds that the server wants to pass before it is asked again. */
  readonly wait: number | undefined;

  constructor(status: number, title: string, detail: string, refusals: Refusal[], wait?: number) {
    super(title);
    this.status = status;
    this.detail = detail;
    this.refusals = refusals;
    this.wait = wait;
  }

  has(code: string): boolean {
    return this.refusals.some((refusal) => refusal.code === code);
  }
}

/** What the shell does when the server wants to know again who is there. Resolves when that is settled. */
type Settle = () => Promise<boolean>;
const settling: { signIn?: Settle; confirm?: Settle } = {};

export function settleWith(by: typeof settling): void {
  Object.assign(settling, by);
}

/** Asks who sits here to sign in again, over whatever is on the screen; false where nobody does. */
export async function signInAgain(): Promise<boolean> {
  return (await settling.signIn?.()) ?? false;
}

async function wants(response: Response): Promise<Settle | undefined> {
  if (response.status !== 401 && response.status !== 403) return undefined;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const codes = ((body as { refusals?: Refusal[] } | undefined)?.refusals ?? []).map((refusal) => refusal.code);
  if (codes.includes("session.confirmation_needed")) return settling.confirm;
  return codes.includes("api.sign_in") ? settling.signIn : undefined;
}

/** Where signing in and confirming happen: a refusal there is an answer. */
const settledByItself = new Set(["/api/v1/session", "/api/v1/session/confirm", "/api/v1/session/first"]);

/** `fetch` for our own server, with what it asks of a browser. */
export async function ask(request: Request | string, init?: RequestInit): Promise<Response> {
  const first = new Request(request, init);
  const again = first.clone();
  const prepared = (each: Request) => {
    each.headers.set("Accept-Language", language());
    if (each.method !== "GET") each.headers.set("X-Nennep", "1");
    return each;
  };
  const response = await fetch(prepared(first));
  const settle = settledByItself.has(new URL(first.url).pathname) ? undefined : await wants(response);
  return settle && (await settle()) ? fetch(prepared(again)) : response;
}

export const api = createClient<paths>({ baseUrl: "/", fetch: (request) => ask(request) });

export async function problemOf(response: Response, body?: unknown): Promise<Problem> {
  const said = (body ?? (await response.json().catch(() => undefined))) as Partial<Schemas["problem"]> | undefined;
  const wait = Number(response.headers.get("Retry-After") ?? "");
  const seconds = Number.isFinite(wait) && wait > 0 ? wait : undefined;
  return new Problem(response.status, said?.title ?? "", said?.detail ?? "", said?.refusals ?? [], seconds);
}

/** The answer of a request, or its Problem thrown. */
export async function answer<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok) throw await problemOf(response, error);
  return data as T;
}

/** Plain letters stand in quotes; any others in the second form, which counts where both are given. */
function fileName(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? "nennep");
}

/** A file of the server, kept by the browser under the name that the server gives it. */
export async function download(address: string): Promise<void> {
  const response = await ask(new URL(address, location.origin).href);
  if (!response.ok) throw await problemOf(response);
  const name = fileName(response.headers.get("Content-Disposition") ?? "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
