// What can be done with a list as a whole: other columns, closer rows, a file, paper, its address.
import { Alert, Button, Checkbox, Group, Menu, Popover, Stack, Switch } from "@mantine/core";
import { Columns3, Download, Printer, Wrench } from "lucide-react";
import { useState } from "react";
import type { Trait } from "../../api/catalogue";
import { download } from "../../api/client";
import { useMay, useSession } from "../../api/session";
import { language, useLabel } from "../../lib/words";
import { useAtOnce } from "../../lib/written-address";
import { CopyLink } from "../../ui/copy-link";
import { useKeptDensity } from "../kept/density";
import { Refused } from "../refused/refused";
import classes from "./list.module.css";
import { withMore } from "./list-query";
import type { ListState } from "./list-state";
import { SavedFilters } from "./saved-filters";
import { useListWords } from "./words";

export interface ColumnsChosen {
  /** Of all that could be shown, in the order of the list. */
  all: Trait[];
  shown: string[];
  change: (next: (shown: string[]) => string[]) => void;
  first: string[];
  /** Why they could not be kept. */
  error: unknown;
}

interface ToolsProps {
  state: ListState;
  columns: ColumnsChosen;
  print: () => void;
}

export function Tools({ state, columns, print }: ToolsProps) {
  const say = useListWords();
  const { density, isOffered, choose } = useKeptDensity();
  const [isOpen, setOpen] = useState(false);
  return (
    <Group gap="sm" className="no-print">
      <Button
        variant="default"
        h={44}
        className={classes.narrow ?? ""}
        leftSection={<Wrench size={20} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {say("tools")}
      </Button>
      <Group gap="sm" role="group" aria-label={say("tools")} className={isOpen ? "" : (classes.wide ?? "")}>
        <SavedFilters list={state.type.name} />
        <ColumnsChoice columns={columns} />
        {isOffered && (
          <Switch
            size="md"
            py={10}
            label={say("density")}
            checked={density === "compact"}
            onChange={(event) => choose(event.currentTarget.checked ? "compact" : "roomy")}
          />
        )}
        <Export state={state} />
        <Button variant="default" h={44} leftSection={<Printer size={20} aria-hidden />} onClick={print}>
          {say("print")}
        </Button>
        <CopyLink />
      </Group>
    </Group>
  );
}

function ColumnsChoice({ columns: { all, shown, change, first, error } }: { columns: ColumnsChosen }) {
  const say = useListWords();
  const label = useLabel();
  const [ticked, setTicked] = useAtOnce(shown);
  const toggle = (name: string) => {
    setTicked(toggled(ticked, name));
    change((before) => toggled(before, name));
  };
  return (
    <Popover position="bottom-end" width={320} trapFocus returnFocus shadow="sm">
      <Popover.Target>
        <Button variant="default" h={44} leftSection={<Columns3 size={20} aria-hidden />}>
          {say("columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say("columns")}>
        <Refused error={error} />
        <Stack gap={0} mah={400} style={{ overflowY: "auto" }}>
          {all.map(({ name, label: words }) => (
            <Checkbox
              key={name}
              size="md"
              py={10}
              label={label(words)}
              checked={ticked.includes(name)}
              onChange={() => toggle(name)}
            />
          ))}
        </Stack>
        <Button variant="subtle" h={44} mt="sm" onClick={() => change(() => first)}>
          {say("columnsReset")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function toggled(names: string[], name: string): string[] {
  return names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
}

/** The organisation whose list a file holds: that in scope, or the one that all of one's roles are at. */
export function exportedScope(
  org: string | undefined,
  roles: { organisation: { key: string } | null }[],
): string | undefined {
  const held = new Set(roles.flatMap(({ organisation }) => organisation?.key ?? []));
  return org ?? (held.size === 1 ? [...held][0] : undefined);
}

function Export({ state }: { state: ListState }) {
  const say = useListWords();
  const may = useMay();
  const session = useSession();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | undefined>(undefined);
  if (!may("export")) return null;
  const org = exportedScope(state.scope.org, session.data?.roles ?? []);
  const fetchAs = async (format: "xlsx" | "csv") => {
    if (org === undefined) return setFault(say("exportNeedsScope"));
    setBusy(true);
    setFault(undefined);
    const scope = state.scope.org === undefined ? { org } : {};
    try {
      await download(
        `/api/v1/${state.type.name}${withMore(state.askedInOrder, { ...scope, format, lang: language() })}`,
      );
    } catch (error) {
      const { detail } = error as { detail?: string };
      setFault(detail || say("exportFailed"));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" h={44} leftSection={<Download size={20} aria-hidden />} disabled={isBusy}>
            {say(isBusy ? "exporting" : "exportMenu")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item mih={44} onClick={() => void fetchAs("xlsx")}>
            {say("exportXlsx")}
          </Menu.Item>
          <Menu.Item mih={44} onClick={() => void fetchAs("csv")}>
            {say("exportCsv")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {fault && (
        <Alert color="bad" role="alert" w="100%" p="sm">
          {fault}
        </Alert>
      )}
    </>
  );
}
