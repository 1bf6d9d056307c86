// Makes one file of a built application, with each text packed by gzip and Brotli as well as they can:
// nobody waits for it here, and everybody would there. What reads it, and how it is laid out, stands in
// src/http/web/assets.hpp.
//
//   node scripts/pack.mjs DIST PACK
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const mark = "nennep assets 1\n";
// Whatever bears a digest of its bytes in its name: Vite puts only such files there.
const immutable = /^\/assets\/.*-[\w-]{8,}\.\w+$/;
const texts = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".webmanifest": "application/manifest+json",
};
const others = { ".png": "image/png", ".webp": "image/webp", ".woff2": "font/woff2" };

function number(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function text(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([number(bytes.length), bytes]);
}

function worthwhile(packed, plain) {
  return packed.length < plain.length ? packed : Buffer.alloc(0);
}

function asset(name, plain) {
  const ending = extname(name);
  const type = texts[ending] ? `${texts[ending]}; charset=utf-8` : others[ending];
  if (!type) throw new Error(`${name}: of what type is a file that ends with "${ending}"?`);
  const version = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  // A nonce is put into the page each time, and it is packed then.
  const isPacked = ending in texts && ending !== ".html";
  const gzip = isPacked ? worthwhile(gzipSync(plain, { level: 9 }), plain) : Buffer.alloc(0);
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const brotli = isPacked ? worthwhile(brotliCompressSync(plain, { params: parameters }), plain) : Buffer.alloc(0);
  return { name, type, version, isImmutable: immutable.test(name), bodies: [plain, gzip, brotli] };
}

function packOf(assets) {
  const heads = assets.map(({ name, type, version, isImmutable, bodies }) =>
    Buffer.concat([
      text(name),
      text(type),
      text(version),
      number(isImmutable ? 1 : 0),
      ...bodies.map((body) => number(body.length)),
    ]),
  );
  return Buffer.concat([Buffer.from(mark), number(assets.length), ...heads, ...assets.flatMap(({ bodies }) => bodies)]);
}

const [dist, pack] = process.argv.slice(2);
if (!dist || !pack) throw new Error("usage: node scripts/pack.mjs DIST PACK");
const assets = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  // What Vite notes of the build is not for browsers.
  .filter((path) => !relative(dist, path).startsWith(".vite"))
  // By name, so that the same files make the same pack.
  .sort()
  .map((path) => asset(`/${relative(dist, path)}`, readFileSync(path)));
// Whole or not at all, whatever happens to this program.
writeFileSync(`${pack}.new`, packOf(assets));
renameSync(`${pack}.new`, pack);

const sum = (which) => assets.reduce((bytes, { bodies }) => bytes + (bodies[which].length || bodies[0].length), 0);
console.error(`web: ${assets.length} files, ${sum(0)} bytes, ${sum(1)} with gzip, ${sum(2)} with Brotli`);
