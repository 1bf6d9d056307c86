// Pictures that ship: at most 256 colours, which is all that a screen needs, and a third of the bytes.
import { deflateSync, inflateSync } from "node:zlib";

interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue of each pixel. */
  colours: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads what Chromium writes: eight bits for each of three or four channels, not interlaced. */
function read(png: Buffer): Pixels {
  let header: Buffer = Buffer.alloc(0);
  const packed: Buffer[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString("latin1", at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (name === "IHDR") header = content;
    if (name === "IDAT") packed.push(content);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = header[9] === 6 ? 4 : 3;
  const lines = unfiltered(inflateSync(Buffer.concat(packed)), width * channels, height, channels);
  const colours = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; ++pixel) {
    for (let channel = 0; channel < 3; ++channel) {
      colours[pixel * 3 + channel] = lines[pixel * channels + channel] ?? 0;
    }
  }
  return { width, height, colours };
}

/** Each line tells how its bytes differ from those on the left and above. */
function unfiltered(packed: Buffer, stride: number, height: number, step: number): Uint8Array {
  const lines = new Uint8Array(stride * height);
  for (let line = 0; line < height; ++line) {
    const filter = packed[line * (stride + 1)] ?? 0;
    for (let place = 0; place < stride; ++place) {
      const at = line * stride + place;
      const left = place >= step ? (lines[at - step] ?? 0) : 0;
      const above = line > 0 ? (lines[at - stride] ?? 0) : 0;
      const corner = place >= step && line > 0 ? (lines[at - stride - step] ?? 0) : 0;
      const guessed = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0;
      lines[at] = (packed[line * (stride + 1) + 1 + place] ?? 0) + guessed;
    }
  }
  return lines;
}

function nearest(left: number, above: number, corner: number): number {
  const wanted = left + above - corner;
  const [far, high, both] = [Math.abs(wanted - left), Math.abs(wanted - above), Math.abs(wanted - corner)];
  if (far <= high && far <= both) return left;
  return high <= both ? above : corner;
}

function part(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(checksum(named), named.length + 4);
  return framed;
}

function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; ++bit) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** The most frequent colours, and for each other one the nearest of these. */
function places(colours: Uint8Array, most: number): { palette: number[]; placeOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let at = 0; at < colours.length; at += 3) {
    const colour = colourAt(colours, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  // By number where they are as frequent: the same pixels give the same bytes.
  const all = [...counts].sort(([one, often], [other, oftener]) => oftener - often || one - other);
  const palette = all.slice(0, most).map(([colour]) => colour);
  const placeOf = new Map<number, number>();
  for (const [colour] of all) {
    let best = 0;
    for (let place = 1; place < palette.length; ++place) {
      if (distance(colour, palette[place] ?? 0) < distance(colour, palette[best] ?? 0)) best = place;
    }
    placeOf.set(colour, best);
  }
  return { palette, placeOf };
}

function colourAt(colours: Uint8Array, at: number): number {
  return ((colours[at] ?? 0) << 16) | ((colours[at + 1] ?? 0) << 8) | (colours[at + 2] ?? 0);
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}

/** The same picture with a palette. */
export function small(png: Buffer, most = 256): Buffer {
  const { width, height, colours } = read(png);
  const { palette, placeOf } = places(colours, most);
  const lines = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; ++pixel) {
    const line = Math.floor(pixel / width);
    lines[line * (width + 1) + 1 + (pixel % width)] = placeOf.get(colourAt(colours, pixel * 3)) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    part("IHDR", header),
    part("PLTE", Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    part("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })),
    part("IEND", Buffer.alloc(0)),
  ]);
}
