// Where the record of a subject stands: `person` DV000001 at /dang-vien/DV000001.
const places: Record<string, string> = {
  person: "/dang-vien",
  organisation: "/to-chuc",
  class: "/lop",
  meeting: "/sinh-hoat",
  directive: "/nghi-quyet",
  inspection: "/kiem-tra",
  activity: "/hoat-dong",
  mass_organisation: "/doan-the",
  congress: "/dai-hoi",
  committee: "/cap-uy",
};

export function recordAddress(kind: string, key: string): string | undefined {
  const place = places[kind];
  return place && `${place}/${encodeURIComponent(key)}`;
}

/** Where an entry stands in the history of its subject. */
export function entryAddress(kind: string, key: string, seq: number): string | undefined {
  const record = recordAddress(kind, key);
  const tab = kind === "organisation" ? "dong-thoi-gian" : "dien-bien";
  return record && `${record}?tab=${tab}#muc-${seq}`;
}
