// Where the record of a subject is opened.
const places: Record<string, string> = {
  person: "dang-vien",
  organisation: "to-chuc",
  class: "lop",
  meeting: "sinh-hoat",
  directive: "nghi-quyet",
  inspection: "kiem-tra",
  activity: "hoat-dong",
  mass_organisation: "doan-the",
  congress: "dai-hoi",
  committee: "cap-uy",
};

/** /dang-vien/DV001; undefined where subjects of this type have no page of their own. */
export function recordPlace(kind: string, key: string): string | undefined {
  return places[kind] ? `/${places[kind]}/${encodeURIComponent(key)}` : undefined;
}
