// The tree of organisations of a day: opened level by level, the path to the chosen one by itself.
import { Text } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useOrganisation } from "../../api/records";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { ErrorState, Loading } from "../../ui/states";
import { Tree, type TreeNode } from "../../ui/tree";
import classes from "./organisation-tree.module.css";
import { type Placed, pathOf, useLevels, useRoots } from "./organisations";
import { useTreeWords } from "./words";

interface OrganisationTreeProps {
  /** The day; today where it is not given. */
  on?: string | undefined;
  asKnown?: string | undefined;
  selected?: string | undefined;
  onSelect: (key: string) => void;
  /** Where an organisation leads, where the tree is a way of going there. */
  address?: ((key: string) => string) | undefined;
  /** Those that have ended stand there too, dimmed. */
  withEnded?: boolean | undefined;
}

export function OrganisationTree({ on, asKnown, selected, onSelect, address, withEnded }: OrganisationTreeProps) {
  const say = useTreeWords();
  const at = { ...(on ? { on } : {}), ...(asKnown ? { as_known: asKnown } : {}) };
  const roots = useRoots(at);
  const chosen = useOrganisation(selected, at);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  // What is chosen is to be seen, and a tree that begins in one place begins opened.
  const path = pathOf(chosen.data?.key === selected ? chosen.data : undefined);
  const only = roots.data?.length === 1 ? roots.data[0]?.key : undefined;
  const wanted = JSON.stringify([...path.map((above) => above.key), ...(only ? [only] : [])]);
  useEffect(() => {
    const keys = JSON.parse(wanted) as string[];
    setOpen((before) => (keys.every((key) => before.has(key)) ? before : new Set([...before, ...keys])));
  }, [wanted]);

  const look = { ...at, ...(withEnded ? { withEnded } : {}) };
  const levels = useLevels([...open], look);
  if (roots.isPending) return <Loading what={say("what")} />;
  if (roots.isError) return <ErrorState error={roots.error} retry={() => void roots.refetch()} />;
  if (roots.data.length === 0) return <Text c="dimmed">{say("empty")}</Text>;

  const nodeOf = (organisation: Placed): TreeNode => ({
    key: organisation.key,
    label: organisation.label,
    note: <Note organisation={organisation} />,
    isDim: !organisation.live,
    mayOpen: organisation.children > 0 || (withEnded === true && (organisation.ended ?? 0) > 0),
    children: levels.get(organisation.key)?.map(nodeOf),
  });
  return (
    <Tree
      label={say("name")}
      nodes={roots.data.map(nodeOf)}
      open={open}
      selected={selected}
      onToggle={(key, isOpen) =>
        setOpen((before) => {
          const next = new Set(before);
          if (isOpen) next.add(key);
          else next.delete(key);
          return next;
        })
      }
      onSelect={onSelect}
      address={address}
    />
  );
}

/** How many members there are, or that it has ended. */
function Note({ organisation }: { organisation: Placed }): ReactNode {
  const say = useTreeWords();
  const language = useLanguage();
  if (!organisation.live) return <span className={classes.note}>{say("ended")}</span>;
  if (organisation.members === undefined || organisation.members === null) return null;
  const shown = shownNumber(organisation.members, language);
  return (
    <span className={classes.note}>
      <span aria-hidden>{shown}</span>
      <span className="visually-hidden">{say("members", { count: organisation.members, shown })}</span>
    </span>
  );
}
