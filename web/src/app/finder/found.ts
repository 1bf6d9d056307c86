// What the finder finds: in the registers by the server, places and acts by their words.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type EventType, useCatalogue } from "../../api/catalogue";
import { answer, api, type Schemas } from "../../api/client";
import { useSession } from "../../api/session";
import { matches } from "../../lib/fold";
import { useLabel } from "../../lib/words";
import { places } from "../places";
import { useAppWords } from "../words";

export interface Found {
  label: string;
  about?: string | undefined;
  address: string;
}
type Kind = "person" | "organisation" | "directive";
export interface Group {
  name: Kind | "place" | "act";
  found: Found[];
}

const most = 12;
const kinds: Kind[] = ["person", "organisation", "directive"];
const homes: Record<Kind, string> = { person: "/dang-vien", organisation: "/to-chuc", directive: "/nghi-quyet" };

/** Where something new of a kind is recorded: the list of its kind, with the form of the act opened. */
const opening: Record<string, string> = {
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
  target: "/chi-tieu",
};

export function useFound(wanted: string): { groups: Group[]; isSearching: boolean; isFailed: boolean } {
  const searched = useQuery({
    queryKey: ["search", wanted],
    enabled: wanted !== "",
    queryFn: ({ signal }) => answer(api.GET("/api/v1/search", { params: { query: { q: wanted, limit: 30 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const listed = usePlacesAndActs(wanted);
  const registers = wanted === "" ? [] : inGroups(searched.data?.found ?? []);
  return {
    groups: [...registers, ...listed].filter(({ found }) => found.length > 0),
    isSearching: wanted !== "" && (searched.isPending || searched.isPlaceholderData),
    isFailed: wanted !== "" && searched.isError,
  };
}

function inGroups(found: Schemas["search"]["found"]): Group[] {
  return kinds.map((name) => ({
    name,
    found: found
      .filter(({ kind }) => kind === name)
      .slice(0, most)
      .map(({ key, label, organisation }) => ({
        label,
        about: organisation?.label,
        address: `${homes[name]}/${encodeURIComponent(key)}`,
      })),
  }));
}

function usePlacesAndActs(wanted: string): Group[] {
  const sayPlace = useAppWords();
  const label = useLabel();
  const { data: session } = useSession();
  const { data: catalogue } = useCatalogue();
  const rights = new Set(session?.rights ?? []);
  const named = places
    .filter((place) => place.rights.some((right) => rights.has(right)))
    .map(({ path, word }) => ({ label: sayPlace(word), address: path }));
  const own = [
    { label: sayPlace("account"), address: "/tai-khoan" },
    { label: sayPlace("help"), address: "/huong-dan" },
  ];
  const acts = (catalogue?.events ?? [])
    .filter(({ name, opens, subject }) => opens && opening[subject] && rights.has(`record.${name}`))
    .map((event) => ({ label: label(event.label), address: addressOf(event) }));
  const fits = (one: Found) => wanted === "" || matches(one.label, wanted);
  return [
    { name: "place", found: [...named, ...own].filter(fits) },
    { name: "act", found: wanted === "" ? [] : acts.filter(fits).slice(0, most) },
  ];
}

function addressOf({ name, subject }: EventType): string {
  return `${opening[subject]}?lam=${encodeURIComponent(name)}`;
}
