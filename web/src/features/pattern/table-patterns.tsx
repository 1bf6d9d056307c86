import { Text } from "@mantine/core";
import { useState } from "react";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { type Column, DataTable, type Order } from "../../ui/data-table";
import { Tree, type TreeNode } from "../../ui/tree";
import { Section } from "./section";
import { usePatternWords } from "./words";

interface Row {
  key: string;
  name: string;
  members: number;
}

export function TablePatterns() {
  return (
    <>
      <SampleTree />
      <SampleTable />
    </>
  );
}

function SampleTree() {
  const say = usePatternWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(["block", "office"]));
  const [selected, setSelected] = useState("branch");
  const nodes: TreeNode[] = [
    {
      key: "block",
      label: say("block"),
      mayOpen: true,
      children: [
        {
          key: "office",
          label: say("office"),
          mayOpen: true,
          children: [
            { key: "branch", label: say("branch"), mayOpen: false },
            {
              key: "ended",
              label: say("ended"),
              note: (
                <Text span c="dimmed">
                  {say("endedNote")}
                </Text>
              ),
              isDim: true,
              mayOpen: false,
            },
          ],
        },
      ],
    },
  ];
  return (
    <Section title={say("tree")}>
      <div style={{ maxWidth: 360 }}>
        <Tree
          label={say("tree")}
          nodes={nodes}
          open={open}
          selected={selected}
          onToggle={(key, isOpen) => {
            const next = new Set(open);
            if (isOpen) next.add(key);
            else next.delete(key);
            setOpen(next);
          }}
          onSelect={setSelected}
        />
      </div>
    </Section>
  );
}

function SampleTable() {
  const say = usePatternWords();
  const language = useLanguage();
  const [order, setOrder] = useState<Order | undefined>({ by: "name", isDown: false });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(["2"]));
  const rows: Row[] = (["block", "office", "branch", "ended"] as const).map((name, place) => ({
    key: String(place + 1),
    name: say(name),
    members: [11346, 45, 21, 0][place] ?? 0,
  }));
  const columns: Column<Row>[] = [
    { name: "name", label: say("name"), sorts: true, shown: (row) => row.name },
    {
      name: "members",
      label: say("members"),
      isNumber: true,
      sorts: true,
      shown: (row) => shownNumber(row.members, language),
    },
  ];
  const shared = { columns, rows, total: rows.length, keyOf: (row: Row) => row.key, nameOf: (row: Row) => row.name };
  return (
    <Section title={say("table")}>
      <DataTable
        {...shared}
        label={say("table")}
        addressOf={() => "/mau-giao-dien"}
        order={order}
        onOrder={setOrder}
        selected={chosen}
        onSelect={setChosen}
      />
      <DataTable {...shared} label={`${say("table")}, ${say("what")}`} isStale />
    </Section>
  );
}
