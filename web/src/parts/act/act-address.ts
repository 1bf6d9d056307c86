// The address of an opened form: `lam` the act, `lam_ve` whom it is about (person:DV001, repeated for
// several), `lam_muc` the entry that is taken back or gone on from (a task
// that is reported on), `lam_truong` the fields of a section that is changed.
import { useLocation } from "react-router";
import type { Subject } from "./kinds";

export const voiding = "event.voided";

type About = Pick<Subject, "kind" | "key">;

export interface Opening {
  type: string;
  about?: About[];
  entry?: number;
  fields?: string[];
}

export const namesInAddress = ["lam", "lam_ve", "lam_muc", "lam_truong"];

/** The present address with a form opened in it. */
export function opened(search: string, { type, about = [], entry, fields = [] }: Opening): string {
  const values = new URLSearchParams(search);
  for (const name of namesInAddress) values.delete(name);
  values.set("lam", type);
  for (const { kind, key } of about) values.append("lam_ve", `${kind}:${key}`);
  if (entry !== undefined) values.set("lam_muc", String(entry));
  for (const field of fields) values.append("lam_truong", field);
  return `?${values}`;
}

export function aboutOf(values: URLSearchParams): About[] {
  return values.getAll("lam_ve").map((text) => {
    const [kind = "", ...key] = text.split(":");
    return { kind, key: key.join(":") };
  });
}

/** Where links open a form on the screen that is shown; pass `state={openedHere}` so that closing goes back. */
export function useActLink(): (opening: Opening) => string {
  const { search } = useLocation();
  return (opening) => opened(search, opening);
}
