// Filters that one wants again, kept with the account. The address is the filter:
// so what is kept are addresses, and a name for each.
import { Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { Bookmark, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useKept } from "../kept/use-kept";
import { Refused } from "../refused/refused";
import classes from "./list.module.css";
import { useListWords } from "./words";

export interface SavedFilter {
  name: string;
  address: string;
}

const none: SavedFilter[] = [];

/** What belongs to a filter of an address: not the drawer or form that happens to be open. */
export function filterPart(values: URLSearchParams): string {
  const kept = new URLSearchParams(values);
  for (const name of ["so", "so_org", "so_nam", "lam", "lam_ve", "lam_muc", "tab"]) kept.delete(name);
  return `?${kept.toString()}`;
}

/** One of a name: saving it again replaces it. */
export function withSaved(saved: SavedFilter[], next: SavedFilter): SavedFilter[] {
  return [...saved.filter(({ name }) => name !== next.name), next].sort((a, b) => a.name.localeCompare(b.name, "vi"));
}

interface SavedFiltersProps {
  list: string;
  /** Where what is saved is more than filters: "Bảng đã lưu". */
  title?: string;
}

export function SavedFilters({ list, title }: SavedFiltersProps) {
  const say = useListWords();
  const [values] = useSearchParams();
  const { value: saved, keep, error } = useKept(`filters.${list}`, none);
  const [name, setName] = useState("");
  const [isOpen, setOpen] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.normalize("NFC").trim();
    if (wanted === "") return;
    const address = filterPart(values);
    void keep((before) => withSaved(before, { name: wanted, address }));
    setName("");
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={340} trapFocus returnFocus shadow="sm">
      <Popover.Target>
        <Button
          variant="default"
          h={44}
          leftSection={<Bookmark size={20} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {title ?? say("saved")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title ?? say("saved")}>
        <Stack gap="sm">
          <Refused error={error} />
          {saved.length === 0 && <Text c="dimmed">{say("savedNone")}</Text>}
          {saved.map((each) => (
            <Group key={each.name} gap="xs" wrap="nowrap" justify="space-between">
              <Link to={each.address} className={classes.savedName} onClick={() => setOpen(false)}>
                {each.name}
              </Link>
              <Button
                variant="subtle"
                h={44}
                px="sm"
                aria-label={say("forget", { name: each.name })}
                onClick={() => void keep((before) => before.filter((kept) => kept.name !== each.name))}
              >
                <Trash2 size={20} aria-hidden />
              </Button>
            </Group>
          ))}
          <form onSubmit={save}>
            <Group gap="sm" align="flex-end" wrap="nowrap">
              <TextInput
                label={say("savedName")}
                size="md"
                flex={1}
                value={name}
                autoComplete="off"
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit" h={42}>
                {say("save")}
              </Button>
            </Group>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
