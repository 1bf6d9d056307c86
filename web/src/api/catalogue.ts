// What the program knows of its own matters: events and their fields, lists and what is known of their
// subjects, figures, roles. Forms, lists and labels are drawn from it.
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "./client";

export interface Label {
  vi: string;
  en: string;
}
export interface Choice {
  code: string;
  label: Label;
}
export interface EventField {
  name: string;
  label: Label;
  /** text, date, month, whole_number, money, choice, person, people, branch, organisation, … */
  kind: string;
  required: boolean;
  many?: boolean;
  choices?: Choice[];
  guard?: string;
}
export interface EventType {
  name: string;
  label: Label;
  /** The type of subject that it is about. */
  subject: string;
  /** The first event of its subject, which brings the key. */
  opens: boolean;
  /** Waits for a second person. */
  two: boolean;
  /** What it says of fields that the opening event has replaces them. */
  amends?: boolean;
  restricted?: string;
  fields: EventField[];
}
export interface Trait {
  name: string;
  label: Label;
  kind: "choice" | "day" | "number" | "hundredths" | "money" | "text" | "subject";
  choices?: Choice[];
  crosses: boolean;
  is_name: boolean;
  /** In which ways one may ask for it: eq, from, to, has, present, missing. */
  filters: string[];
}
export interface ListType {
  /** people; also its place in the API: /people, and /people/{key} where `record`. */
  name: string;
  subject: string;
  record: boolean;
  label: Label;
  counts?: { trait: string; codes: string[] };
  traits: Trait[];
}
export interface FigureType {
  name: string;
  label: Label;
  unit: string;
  /** As printed behind a number. */
  unit_label?: Label;
  stock: boolean;
}
export interface Catalogue {
  version: string;
  subjects: { name: string; label: Label }[];
  figures: FigureType[];
  lists: ListType[];
  events: EventType[];
  /** Number, date and issuer of the paper that an act rests on. */
  authority?: { name: string; label: Label; kind: string }[];
  voiding?: { name: string; label: Label };
  roles: { role: string; label: Label; about: Label }[];
}

export function useCatalogue() {
  return useQuery({
    queryKey: ["catalogue"],
    // Described as an object in the OpenAPI file; its shape is this file's business.
    queryFn: async () => (await answer(api.GET("/api/v1/catalogue" as never))) as unknown as Catalogue,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
