// The lists that a cross-table names are places of the API; a reader goes to the page that shows the same.

const pages: Record<string, string> = { people: "/dang-vien" };

/** Names of a question of the API, and of the same in a page's address; filters have one name in both. */
const inAddress: Record<string, string> = { org: "pv", on: "ngay", as_known: "biet", sort: "sap" };
/** Of one answer, not of what is looked at. */
const ofAnswer = ["cursor", "limit", "facets", "format"];

/** /api/v1/people?on=2020-12-31&org=DUK&gender=female → /dang-vien?ngay=2020-12-31&pv=DUK&gender=female */
export function pageOf(list: string | null | undefined): string | undefined {
  const parts = /^\/api\/v1\/([a-z_]+)(?:\?(.*))?$/.exec(list ?? "");
  const page = pages[parts?.[1] ?? ""];
  if (!page) return undefined;
  const asked = new URLSearchParams(parts?.[2] ?? "");
  // Words that were looked for may be a name, and no address holds names: there is no such page.
  if (asked.has("q")) return undefined;
  const shown = new URLSearchParams();
  for (const [name, value] of asked) if (!ofAnswer.includes(name)) shown.append(inAddress[name] ?? name, value);
  const text = shown.toString();
  return text === "" ? page : `${page}?${text}`;
}

/**
 * The list of all that several headings have in common: the row's filters and the layer's, each in place of
 * what the whole table was narrowed to by the same name.
 */
export function inCommon(lists: string[], whole: string): string {
  const [place = "", wholeText = ""] = whole.split("?");
  const base = new URLSearchParams(wholeText);
  const result = new URLSearchParams(wholeText);
  for (const list of lists) {
    const own = new URLSearchParams(list.split("?")[1] ?? "");
    for (const name of new Set(own.keys())) {
      const values = own.getAll(name);
      if (values.join("\n") === base.getAll(name).join("\n")) continue;
      result.delete(name);
      for (const value of values) result.append(name, value);
    }
  }
  return `${place}?${result}`;
}
