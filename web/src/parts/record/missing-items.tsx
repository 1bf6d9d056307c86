// Which items of the file are still empty, each a way to the section where it is filled in.
import { Alert, Anchor, Group } from "@mantine/core";
import { ListX } from "lucide-react";
import { Link, useLocation } from "react-router";
import type { Catalogue } from "../../api/catalogue";
import { useLabel } from "../../lib/words";
import { fieldOf, type Missing } from "./sections";
import { useRecordWords } from "./words";

interface MissingProps {
  missing: Missing[];
  subject: string;
  catalogue: Catalogue | undefined;
  mayChange: boolean;
}

export function MissingItems({ missing, subject, catalogue, mayChange }: MissingProps) {
  const say = useRecordWords();
  const labelOf = useLabel();
  const { search } = useLocation();
  if (missing.length === 0) return null;
  const traits = catalogue?.lists.find((list) => list.subject === subject)?.traits;
  const items = missing.map(({ name, section }) => {
    const label = labelOf((fieldOf(catalogue, subject, name) ?? traits?.find((each) => each.name === name))?.label);
    const values = new URLSearchParams(search);
    if (mayChange && section) values.set("sua", section.name);
    return { name, label, to: { search: `?${values}`, hash: section ? `#phan-${section.name}` : "" }, section };
  });
  return (
    <Alert color="warn" icon={<ListX aria-hidden />} title={say("missing", { count: missing.length })}>
      <Group component="ul" gap="0 16px" m={0} p={0} style={{ listStyle: "none" }}>
        {items.map((item) => (
          <li key={item.name}>
            {item.section ? (
              <Anchor component={Link} to={item.to} inherit display="inline-block" py={4}>
                {item.label}
              </Anchor>
            ) : (
              item.label
            )}
          </li>
        ))}
      </Group>
    </Alert>
  );
}
