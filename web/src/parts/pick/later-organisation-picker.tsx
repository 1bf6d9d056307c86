// The picker of organisations where it shows one most of the time: what searches comes when somebody reaches for
// the field, which keeps the focus.
import { TextInput } from "@mantine/core";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import type { PickerProps } from "./picked";

const load = () => import("./organisation-picker");
const Picker = lazy(async () => ({ default: (await load()).OrganisationPicker }));

export function LaterOrganisationPicker(field: PickerProps) {
  const own = useId();
  const id = field.id ?? own;
  const [isWanted, setWanted] = useState(false);
  const waiting = (
    <TextInput
      id={id}
      label={field.label}
      value={field.value?.label ?? ""}
      readOnly
      size="md"
      onFocus={() => setWanted(true)}
      onPointerEnter={() => void load()}
    />
  );
  if (!isWanted) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Picker {...field} id={id} />
      <TakeFocus id={id} />
    </Suspense>
  );
}

function TakeFocus({ id }: { id: string }) {
  const isTaken = useRef(false);
  useEffect(() => {
    if (isTaken.current) return;
    isTaken.current = true;
    const there = document.getElementById(id);
    // Whoever has gone on meanwhile is not called back.
    if (document.activeElement === null || document.activeElement === document.body) there?.focus();
  }, [id]);
  return null;
}
