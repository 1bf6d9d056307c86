// What the server refuses, said at the field that it is about, or above the form where it is about none.
import { Alert, List, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { Problem } from "../../api/client";
import { useLanguage } from "../../lib/words";
import { useRefusedWords } from "./words";

/** Says what speaks against a field; undefined where nothing does. */
export function useRefusals(error: unknown): (field: string) => string | undefined {
  const language = useLanguage();
  return (field) =>
    error instanceof Problem ? error.refusals.find((refusal) => refusal.field === field)?.[language] : undefined;
}

interface Refusing {
  error: unknown;
  /** Fields at which it is said already. */
  fields?: string[];
}

export function Refused({ error, fields = [] }: Refusing) {
  const say = useRefusedWords();
  const language = useLanguage();
  if (!error) return null;
  const problem = error instanceof Problem ? error : undefined;
  const others = problem?.refusals.filter(({ field }) => !fields.includes(field)) ?? [];
  if (problem && problem.refusals.length > 0 && others.length === 0) return null;
  const [only] = others;
  return (
    <Alert color="bad" icon={<CircleAlert aria-hidden />} role="alert" title={say("title")}>
      {others.length > 1 ? (
        <List>
          {others.map((refusal) => (
            <List.Item key={`${refusal.code} ${refusal.field} ${refusal[language]}`}>{refusal[language]}</List.Item>
          ))}
        </List>
      ) : (
        <Text>{only?.[language] ?? (problem?.detail || say("network"))}</Text>
      )}
      {others.some(({ basis }) => basis) && (
        <Text c="dimmed">{[...new Set(others.map(({ basis }) => basis?.[language]).filter(Boolean))].join("; ")}</Text>
      )}
    </Alert>
  );
}
