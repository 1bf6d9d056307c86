// What a browser has to fetch before it shows the report, and the most that any further screen adds; packed by
// gzip, as the program sends it. Ends with an error where a limit of ux.md §8 is passed.
//
//   node tests/size.mjs DIST      the folder that scripts/web built
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const kB = 1024;
const limits = { first: 200 * kB, chunk: 40 * kB, fonts: 50 * kB, fontFiles: 2 };

const dist = process.argv[2];
if (!dist) throw new Error("usage: node tests/size.mjs DIST");
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
const packed = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const sum = (files) => [...files].reduce((bytes, file) => bytes + packed(file), 0);

/** All files that come with a chunk: itself, its styles, and what it imports at once. */
function filesOf(name, found = new Set()) {
  const chunk = manifest[name];
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const file of chunk.css ?? []) found.add(file);
  for (const other of chunk.imports ?? []) filesOf(other, found);
  return found;
}

// The report comes with the entry (app/routes.tsx).
const first = filesOf("index.html");
const screens = Object.keys(manifest)
  .filter((name) => manifest[name].isDynamicEntry)
  .map((name) => {
    const own = [...filesOf(name)].filter((file) => !first.has(file));
    return { name, bytes: sum(own), largest: Math.max(0, ...own.map(packed)) };
  })
  .sort((one, other) => other.bytes - one.bytes);
const assets = readdirSync(join(dist, "assets"));
const chunks = assets.filter((file) => /\.(js|css)$/.test(file)).map((file) => `assets/${file}`);
const further = chunks.filter((file) => !first.has(file));
const fonts = assets.filter((file) => file.endsWith(".woff2"));
const fontBytes = fonts.reduce((bytes, file) => bytes + readFileSync(join(dist, "assets", file)).length, 0);

const shown = (bytes) => `${(bytes / kB).toFixed(1).padStart(7)} kB`;
console.log(`${shown(sum(first))}  first load, report page (limit ${limits.first / kB} kB)`);
for (const file of first) console.log(`${shown(packed(file))}    ${file}`);
console.log(
  `${shown(fontBytes)}  fonts, ${fonts.length} files (limit ${limits.fonts / kB} kB, ${limits.fontFiles} files)`,
);
console.log("What each screen adds to the report page:");
for (const { name, bytes } of screens) console.log(`${shown(bytes)}    ${name}`);

const faults = further
  .filter((file) => packed(file) > limits.chunk)
  .map((file) => `${file} is ${shown(packed(file)).trim()}; a chunk may be ${limits.chunk / kB} kB`);
if (sum(first) > limits.first) faults.push(`the first load is more than ${limits.first / kB} kB`);
if (fontBytes > limits.fonts || fonts.length > limits.fontFiles) faults.push("the fonts are too much");
for (const fault of faults) console.error(`size: ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
