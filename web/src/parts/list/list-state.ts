// What a list shows, read from its address, and the questions that follow from it.
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo } from "react";
import type { ListType } from "../../api/catalogue";
import { query } from "../../api/records";
import { useAddress } from "../../lib/address";
import type { Order } from "../../ui/data-table";
import { type Filter, filtersOf, hows, parameter, parametersOf } from "./filters";
import { useSearchWords } from "./search-words";

// Each key that is pressed in a filter changes the address at once; the server is asked when one pauses.
const pause = 200;

export function readOrder(text: string | undefined): Order | undefined {
  return text ? { by: text.replace(/^-/, ""), isDown: text.startsWith("-") } : undefined;
}

export function writtenOrder(order: Order | undefined): string | undefined {
  return order && (order.isDown ? `-${order.by}` : order.by);
}

export function useListState(type: ListType, firstOrder: string | undefined) {
  const { values, get, set } = useAddress();
  const words = useSearchWords();
  const filters = useMemo(() => filtersOf(values, type), [values, type]);
  const scope = { org: get("pv"), on: get("ngay"), as_known: get("biet") };
  const sort = get("sap");
  const order = sort === undefined ? firstOrder : sort;
  // An order that the list does not know would be refused; an old link should still open.
  const knownOrder = type.traits.some(({ name }) => name === readOrder(order)?.by) ? order : undefined;
  const narrowed = (left: Filter[], q: string) => query({ ...scope, ...parametersOf(left), q });
  const present = narrowed(filters, words.wanted);
  const [asked] = useDebouncedValue(present, pause, { leading: true });
  const [askedSort] = useDebouncedValue(knownOrder, pause, { leading: true });
  return {
    get,
    set,
    type,
    words,
    filters,
    scope,
    order: readOrder(knownOrder),
    /** The filters and the scope, of which facets and exports are made; and with the order. */
    asked,
    askedInOrder: asked + query({ sort: askedSort }).replace("?", asked === "" ? "?" : "&"),
    askedOfAll: query(scope),
    /** The question without one of its filters, or without its words. */
    askedWithout: (dropped: Filter | "words") =>
      dropped === "words"
        ? narrowed(filters, "")
        : narrowed(
            filters.filter((each) => each !== dropped),
            words.wanted,
          ),
    isNarrowed: filters.length > 0 || words.wanted !== "",
    setOrder: (next: Order | undefined) => {
      // Where a list has an order of its own, none is one that is asked for.
      set({ sap: next ? writtenOrder(next) : firstOrder ? "-" : undefined }, { push: true });
    },
    drop: (filter: Filter) => set({ [parameter(filter.trait.name, filter.how)]: undefined }, { push: true }),
    dropAll: () => {
      words.clear();
      set(
        Object.fromEntries(
          type.traits.flatMap(({ name }) => hows.map((how) => [parameter(name, how), undefined] as const)),
        ),
        { push: true },
      );
    },
  };
}

export type ListState = ReturnType<typeof useListState>;
