// Asks the server for what has these letters in its name: accents do not matter, nor the order of words.
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ListPage, query, read } from "../../api/records";
import type { Among, Picked } from "./picked";

export const shownAtOnce = 12;

interface Found {
  total: number;
  found: Picked[];
}
interface Searched {
  total: number;
  found: { kind: string; key: string; label: string; organisation?: { key: string; label: string } }[];
}

async function ask(text: string, among: Among, signal: AbortSignal): Promise<Found> {
  const asked = { q: text, limit: shownAtOnce };
  if ("list" in among) {
    const page = await read<ListPage>(`/${among.list}${query(asked)}`, signal);
    return { total: page.total, found: page.rows.map((row) => shaped(row.key, row.name, row.seat?.label)) };
  }
  const { total, found } = await read<Searched>(`/search${query({ ...asked, kind: among.kind })}`, signal);
  // Where either will do, documents are found as well.
  const wanted = found.filter(({ kind }) => (among.kind ? true : kind === "person" || kind === "organisation"));
  return {
    total: total - (found.length - wanted.length),
    found: wanted.map(({ kind, key, label, organisation }) => ({
      kind,
      ...shaped(key, label, organisation?.key === key ? undefined : organisation?.label),
    })),
  };
}

function shaped(key: string, label: string, organisation: string | undefined): Picked {
  return organisation ? { key, label, organisation } : { key, label };
}

export function useFinding(text: string, among: Among, isOpen: boolean) {
  const [asked] = useDebouncedValue(text.trim().normalize("NFC"), 150);
  // The list of a type of subject is short enough to be looked through without a word.
  const isAsked = isOpen && ("list" in among || asked.length > 0);
  const answer = useQuery({
    queryKey: ["finding", among, asked],
    queryFn: ({ signal }) => ask(asked, among, signal),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  return { ...answer, isAsked, isBehind: asked !== text.trim().normalize("NFC") || answer.isPlaceholderData };
}
