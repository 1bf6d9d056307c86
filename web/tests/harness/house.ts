// A server of its own on a copy of the sample year, and those who may sign in there.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const cookieName = "__Host-nennep";
export const program = process.env.NENNEP_PROGRAM ?? "../build/nennep";

// Who manages accounts signs in many times a minute here, which codes of a second factor do not allow.
const settings = "[passwords]\nadministrators_need_second_factor = false\n";

/** One of each role, as the sample year names them. */
export type Name =
  | "quantri"
  | "vanphong"
  | "tochuc"
  | "kiemtra"
  | "bithu"
  | "bithuchibo"
  | "dangvien"
  | "kiemtoan"
  | "tonghop";

/** Whoever runs the tests, the sample year is recorded by the office. */
function environmentOf(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, NENNEP_CONFIG: join(folder, "settings.toml"), NENNEP_ACTOR: "vanphong" };
}

/** Plays the sample year once; houses are copies of it. */
export function makeTemplate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.toml"), settings);
  const said = execFileSync("bash", ["-c", '"$0" demo --data "$1" 2>&1 >/dev/null', program, join(folder, "data")], {
    env: environmentOf(folder),
    encoding: "utf8",
  });
  const passwords = Object.fromEntries(
    [...said.matchAll(/^ {2}(\S+) {2}(\S+-\S+-\S+-\S+) {2}/gm)].map(([, name, password]) => [name, password]),
  );
  if (Object.keys(passwords).length === 0) throw new Error(`no accounts in what the program said:\n${said}`);
  writeFileSync(join(folder, "passwords.json"), JSON.stringify(passwords));
}

const asked = { "X-Nennep": "1", "Content-Type": "application/json" };

export class House {
  readonly folder: string;
  readonly passwords: Record<string, string>;
  address = "";
  private server: ChildProcess | undefined;
  private said = "";
  private readonly cookies = new Map<string, string>();

  constructor(name: string, template = process.env.NENNEP_TEMPLATE ?? "") {
    this.folder = join(tmpdir(), `nennep-web-${process.pid}-${name}`);
    cpSync(template, this.folder, { recursive: true });
    this.passwords = JSON.parse(readFileSync(join(this.folder, "passwords.json"), "utf8"));
  }

  /** The program's own commands, on these books. */
  run(...words: string[]): string {
    const options = { env: environmentOf(this.folder), encoding: "utf8" as const };
    return execFileSync(program, [...words, "--data", join(this.folder, "data")], options);
  }

  async open(): Promise<this> {
    const server = spawn(program, ["serve", "--data", join(this.folder, "data"), "--listen", "127.0.0.1:0"], {
      env: environmentOf(this.folder),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.server = server;
    server.stderr.on("data", (part) => {
      this.said = (this.said + part).slice(-20_000);
    });
    this.address = await new Promise<string>((found, failed) => {
      server.stdout.on("data", (part) => {
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(String(part))?.[0];
        if (address) found(address);
      });
      server.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${this.said}`)));
    });
    return this;
  }

  async close(): Promise<void> {
    const server = this.server;
    if (server && server.exitCode === null) {
      const ended = new Promise((done) => server.on("exit", done));
      server.kill("SIGTERM");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A session's secret; asked for anew where it has ended. */
  async cookie(name: string): Promise<string> {
    const known = this.cookies.get(name);
    if (known) {
      const answer = await fetch(`${this.address}/api/v1/session`, { headers: { cookie: `${cookieName}=${known}` } });
      if (answer.status === 200) return known;
    }
    const fresh = await this.newCookie(name);
    this.cookies.set(name, fresh);
    return fresh;
  }

  async newCookie(name: string): Promise<string> {
    const body = JSON.stringify({ name, password: this.passwords[name] });
    const answer = await fetch(`${this.address}/api/v1/session`, { method: "POST", headers: asked, body });
    const secret = new RegExp(`${cookieName}=([^;]+)`).exec(answer.headers.get("set-cookie") ?? "")?.[1];
    if (!secret) throw new Error(`${name} cannot sign in: ${answer.status} ${await answer.text()}`);
    return secret;
  }

  /** What the API answers this person; refusals are answers too. */
  async ask(name: string, path: string, body?: unknown, method = body === undefined ? "GET" : "POST") {
    const cookie = `${cookieName}=${await this.cookie(name)}`;
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return fetch(`${this.address}/api/v1${path}`, { method, headers: { ...asked, cookie }, ...sent });
  }

  /** The same, for what has to succeed. */
  async get<T = Record<string, unknown>>(name: string, path: string): Promise<T> {
    const answer = await this.ask(name, path);
    if (!answer.ok) throw new Error(`GET ${path} as ${name}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async post<T = Record<string, unknown>>(name: string, path: string, body: unknown): Promise<T> {
    const answer = await this.ask(name, path, body);
    if (!answer.ok) throw new Error(`POST ${path} as ${name}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
