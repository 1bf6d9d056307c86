// A hundred thousand members, of whom the office of their committee opens the list.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { House, program } from "../harness/house";

const password = "mot-tram-nghin-dang-vien";

/** A folder as House copies it, with books of a million events. */
export function makeCrowd(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.toml"), "");
  writeFileSync(join(folder, "passwords.json"), JSON.stringify({ vanphong: password }));
  const make =
    '"$0" bench --events 1000000 --print > "$1/crowd.jsonl" && "$0" import "$1/crowd.jsonl" --data "$1/data"';
  const environment = { ...process.env, NENNEP_CONFIG: join(folder, "settings.toml") };
  execFileSync("bash", ["-c", `${make} && rm "$1/crowd.jsonl"`, program, folder], {
    env: environment,
    stdio: ["ignore", "ignore", "ignore"],
  });
}

export async function openCrowd(template: string): Promise<House> {
  const house = new House("crowd", template);
  const link = house.run("user", "add", "vanphong", "--role", "office@TINH").trim();
  await house.open();
  const secret = link.split("\n")[0]?.split(/[#=/]/).at(-1);
  const answer = await fetch(`${house.address}/api/v1/session/first`, {
    method: "POST",
    headers: { "X-Nennep": "1", "Content-Type": "application/json" },
    body: JSON.stringify({ secret, name: "vanphong", password }),
  });
  if (!answer.ok) throw new Error(`the office cannot enter: ${answer.status} ${await answer.text()}`);
  return house;
}
