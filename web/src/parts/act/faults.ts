// The server's refusals, brought to the fields of the form: `data.number` and `number` are the same field.
import type { EventType } from "../../api/catalogue";
import type { Refusal } from "../../api/client";
import type { Fault } from "./form-values";
import type { Subject } from "./kinds";

export function fieldOf(type: EventType, refused: string): string {
  const [first, second] = refused.replace(/^data\./, "").split(/[.[]/);
  if (type.fields.some(({ name }) => name === first)) return `data.${first}`;
  if (first === "effective_on") return "effective_on";
  if (first === "authority") return ["number", "date", "issuer"].includes(second ?? "") ? refused : "authority.number";
  return first === "subject" && type.opens ? "subject" : "";
}

/** Refusals of several events name the line; a line is one subject. */
export function faultsOf(type: EventType, refusals: Refusal[], lines: Subject[], language: "vi" | "en"): Fault[] {
  return refusals.map((refusal) => {
    const fault: Fault = { field: fieldOf(type, refusal.field), code: refusal.code, text: refusal[language] };
    const subject = lines.length > 1 && refusal.line !== undefined ? lines[refusal.line - 1] : undefined;
    if (subject) fault.of = subject.key;
    if (refusal.rule) fault.rule = refusal.rule;
    if (refusal.basis) fault.basis = refusal.basis[language];
    return fault;
  });
}

/** Name of a field's element, so that the summary of faults can lead to it. */
export function idOf(form: string, field: string, of?: string): string {
  return `${form}-${field.replace(/[^\w]/g, "-")}${of ? `-${of.replace(/[^\w]/g, "-")}` : ""}`;
}

export function faultAt(faults: Fault[], field: string, of?: string): string | undefined {
  const found = faults.filter((fault) => fault.field === field && fault.of === of);
  return found.length > 0 ? found.map(textWithBasis).join(" ") : undefined;
}

export function textWithBasis({ text, rule, basis }: Fault): string {
  // The basis begins with the number of its rule already.
  return basis ? `${text} (${basis})` : rule ? `${text} (${rule})` : text;
}
