// Figures and the annual report as the server sends them, and the questions that fetch them.
import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import { useLanguage } from "../lib/words";
import type { Label } from "./catalogue";
import { type FigureRecord, query, read } from "./records";

export type Structure = "period_end" | "event";

/** For whom, when, by which tree and as known when a figure is asked. */
export interface Question {
  org: string;
  year: number;
  structure?: Structure | undefined;
  asKnown?: string | undefined;
}
export interface Target {
  at_least?: number;
  at_most?: number;
  met?: boolean;
  missing?: number;
  seq?: number;
}
export interface FigureLine {
  name: string;
  label: Label;
  unit: string;
  value: number | null;
  previous: number | null;
  /** What is told instead of a number so small that it would name somebody: "<5". */
  hidden?: string;
  /** The same of the year before. */
  previous_hidden?: string;
  /** Whoever asks may not open the list behind it. */
  closed?: boolean;
  target?: Target;
  by_month?: (number | null)[];
}
export interface Head {
  seq: number;
  hash: string;
}
export interface FigureAnswer extends FigureLine {
  organisation: string;
  from: string;
  to: string;
  structure: Structure;
  journal: Head;
  as_known?: string;
}
/** A piece of a paragraph; one with a figure is a number, and leads to the list behind it. */
export interface Run {
  text: string;
  figure?: string;
  which?: "value" | "previous" | "target" | "difference";
}
export interface Block {
  kind: "heading" | "subheading" | "paragraph" | "figures" | "targets" | "months" | "progress";
  text?: string;
  runs?: Run[];
  figures?: FigureLine[];
}
export interface Report {
  organisation: string;
  year: number;
  structure: Structure;
  journal: Head;
  as_known?: string;
  /** Set where the year before is counted by this year's tree, since the organisation was formed in between. */
  previous_structure?: string;
  title: string;
  figures: FigureLine[];
  blocks: Block[];
}
export interface RecordPage {
  name: string;
  value: number | null;
  total: number;
  next: string | null;
  records: (FigureRecord & { organisation_label?: string })[];
  whole_total?: number;
  whole?: (FigureRecord & { organisation_label?: string })[];
  from: string;
  to: string;
  journal: Head;
}

function asked({ org, year, structure, asKnown }: Question) {
  return { org, year, structure: structure === "event" ? structure : undefined, as_known: asKnown };
}

export function reportAddress(question: Question, format?: string): string {
  return `/api/v1/reports/annual${query({ ...asked(question), format })}`;
}

/** Of a year's list only what falls into one month, 1 to 12. */
export interface ListQuestion extends Question {
  month?: number | undefined;
}

export function recordsAddress(name: string, question: ListQuestion, format?: string): string {
  const { month } = question;
  return `/api/v1/figures/${encodeURIComponent(name)}/records${query({ ...asked(question), month, format })}`;
}

export function useReport(question: Question | undefined) {
  const language = useLanguage();
  return useQuery({
    queryKey: ["report", question, language],
    enabled: question !== undefined,
    queryFn: ({ signal }) => read<Report>(`/reports/annual${query({ ...(question && asked(question)) })}`, signal),
    placeholderData: keepPreviousData,
  });
}

function figureQuery(name: string | undefined, question: Question | undefined, isByMonth: boolean) {
  return queryOptions({
    queryKey: ["figure", name, question, isByMonth],
    enabled: name !== undefined && question !== undefined,
    queryFn: ({ signal }) =>
      read<FigureAnswer>(
        `/figures/${encodeURIComponent(name ?? "")}${query({
          ...(question && asked(question)),
          by: isByMonth ? "month" : undefined,
        })}`,
        signal,
      ),
  });
}

export function useFigure(name: string | undefined, question: Question | undefined, isByMonth = false) {
  return useQuery(figureQuery(name, question, isByMonth));
}

/** The first few rows show at once; the rest comes in larger pieces as it is wanted. */
const firstRows = 200;
const furtherRows = 2000;

function recordsQuery(name: string, question: ListQuestion) {
  return infiniteQueryOptions({
    queryKey: ["figure-records", name, question],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      read<RecordPage>(
        `/figures/${encodeURIComponent(name)}/records${query({
          ...asked(question),
          month: question.month,
          limit: pageParam === 0 ? firstRows : furtherRows,
          cursor: pageParam === 0 ? undefined : pageParam,
        })}`,
        signal,
      ),
    // Comparing ten thousand rows with themselves takes longer than drawing those in sight.
    structuralSharing: false,
    // A percentage has two lists, of which the second may be longer: it goes on by the place reached.
    getNextPageParam: (last, _pages, from: number) => {
      const reached = from + (from === 0 ? firstRows : furtherRows);
      return reached < Math.max(last.total, last.whole_total ?? 0) ? reached : undefined;
    },
  });
}

export function useFigureRecords(name: string, question: ListQuestion, isWanted: boolean) {
  return useInfiniteQuery({ ...recordsQuery(name, question), enabled: isWanted });
}

/** Asks for what a figure's drawer will show, while the drawer is being drawn. */
export function prefetchFigure(client: QueryClient, name: string, question: ListQuestion, isByMonth: boolean): void {
  void client.prefetchQuery(figureQuery(name, question, isByMonth));
  void client.prefetchInfiniteQuery(recordsQuery(name, question));
}
