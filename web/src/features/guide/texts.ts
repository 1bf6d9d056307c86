// The texts of the guide are the files of docs/guide: bao-cao.md is the page /huong-dan/bao-cao. They are fetched
// when the guide is first opened.
import { folded, matches } from "../../lib/fold";

const files = import.meta.glob<string>("../../../../docs/guide/*.md", { query: "?raw", import: "default" });
const pictures = import.meta.glob<string>("../../../../docs/guide/images/*.{png,webp,svg}", {
  query: "?url",
  import: "default",
  eager: true,
});

export interface GuidePage {
  name: string;
  title: string;
  text: string;
}

/** With these one begins; the others stand in the order of their titles. */
const first = ["bat-dau", "ghi-viec"];

/** bao-cao, of docs/guide/bao-cao.md and of every link to it. */
export function pageName(file: string): string {
  return (file.split("/").pop() ?? "").replace(/\.md$/, "");
}

export function pageOf(file: string, text: string): GuidePage {
  const name = pageName(file);
  return { name, title: /^# +(.+?) *$/m.exec(text)?.[1] ?? name, text };
}

export function inOrder(pages: GuidePage[]): GuidePage[] {
  const place = ({ name }: GuidePage) => (first.includes(name) ? first.indexOf(name) : first.length);
  return [...pages].sort((one, other) => place(one) - place(other) || one.title.localeCompare(other.title, "vi"));
}

export async function allPages(): Promise<GuidePage[]> {
  return inOrder(await Promise.all(Object.entries(files).map(async ([file, load]) => pageOf(file, await load()))));
}

/** Address of a picture that a page names as images/x.png. */
export function pictureAddress(source: string): string | undefined {
  const name = source.split("/").pop();
  return Object.entries(pictures).find(([file]) => file.endsWith(`/${name}`))?.[1];
}

/** Name of a heading within its page. */
export function headingName(heading: string): string {
  return folded(heading)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export interface Passage {
  page: string;
  title: string;
  /** The heading it stands under, if it is not the page's own. */
  heading: string | undefined;
  excerpt: string;
}

const longest_excerpt = 160;

/** Passages in which every wanted word begins a word; a passage is what stands under one heading. */
export function passages(pages: GuidePage[], wanted: string): Passage[] {
  return pages.flatMap(({ name, title, text }) =>
    text.split(/^(?=#{1,3} )/m).flatMap((part): Passage[] => {
      const [first = "", ...rest] = part.split("\n");
      const isHeading = first.startsWith("#");
      const heading = isHeading ? first.replace(/^#+ +/, "") : title;
      const plain = (isHeading ? rest : [first, ...rest])
        .join(" ")
        .replace(plainly, "$1")
        .replace(/[*_`>|]/g, "")
        .trim();
      if (!matches(`${heading} ${plain}`, wanted)) return [];
      const excerpt = plain.length > longest_excerpt ? `${plain.slice(0, longest_excerpt)}…` : plain;
      return [
        {
          page: name,
          title,
          heading: first.startsWith("## ") || first.startsWith("### ") ? heading : undefined,
          excerpt,
        },
      ];
    }),
  );
}

/** A link or picture: what is read is its text. */
const plainly = /!?\[([^\]]*)\]\([^)]*\)/g;
