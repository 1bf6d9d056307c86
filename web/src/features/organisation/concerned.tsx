// Who goes along with an organisation, or still stands in the way of its end: how many, and by name when opened.
import { Anchor, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ListPage, type Organisation, query, read } from "../../api/records";
import { shownNumber } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { useChildren } from "../../parts/tree/organisations";
import { ErrorState, Loading } from "../../ui/states";
import { usePreviewWords } from "./preview-words";

const first = 20;

interface ConcernedProps {
  organisation: Organisation;
  on: string | undefined;
  /** They have to go before it can end. */
  isRemaining?: boolean;
}

export function Concerned({ organisation, on, isRemaining = false }: ConcernedProps) {
  const say = usePreviewWords();
  const language = useLanguage();
  const { key, members, children } = organisation;
  if (members === 0 && children === 0) return isRemaining ? <Text>{say("nobody")}</Text> : null;
  return (
    <Stack gap="xs">
      {members !== undefined && members !== null && members > 0 && (
        <Opened
          title={say(isRemaining ? "remainingMembers" : "concernedMembers", {
            count: members,
            shown: shownNumber(members, language),
          })}
        >
          <People own={key} on={on} />
        </Opened>
      )}
      {children > 0 && (
        <Opened
          title={say(isRemaining ? "remainingBelow" : "concernedBelow", {
            count: children,
            shown: shownNumber(children, language),
          })}
        >
          <Below own={key} on={on} />
        </Opened>
      )}
    </Stack>
  );
}

/** Asked for only when it is opened. */
function Opened({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary style={{ minHeight: 44, alignContent: "center", cursor: "pointer" }}>{title}</summary>
      {isOpen && children}
    </details>
  );
}

function People({ own, on }: { own: string; on: string | undefined }) {
  const say = usePreviewWords();
  const language = useLanguage();
  const people = useQuery({
    queryKey: ["list", "people", own, "concerned", on],
    queryFn: ({ signal }) =>
      read<ListPage>(`/people${query({ org: own, on, sort: "full_name", limit: first })}`, signal),
  });
  if (people.isError) return <ErrorState error={people.error} retry={() => void people.refetch()} />;
  if (!people.data) return <Loading what={say("list")} />;
  const { rows, total } = people.data;
  return (
    <Stack gap="xs">
      {total > rows.length && (
        <Text c="dimmed">{say("firstOf", { first: rows.length, shown: shownNumber(total, language) })}</Text>
      )}
      <List>
        {rows.map((row) => (
          <List.Item key={row.key}>
            <Away to={`/dang-vien/${encodeURIComponent(row.key)}`}>{row.name}</Away>
          </List.Item>
        ))}
      </List>
      <Away to={`/dang-vien${query({ pv: own, ngay: on })}`}>{say("whole")}</Away>
    </Stack>
  );
}

function Below({ own, on }: { own: string; on: string | undefined }) {
  const say = usePreviewWords();
  const below = useChildren(own, on ? { on } : {});
  if (below.isError) return <ErrorState error={below.error} retry={() => void below.refetch()} />;
  if (!below.data) return <Loading what={say("list")} />;
  return (
    <List>
      {below.data.map((each) => (
        <List.Item key={each.key}>
          <Away to={`/to-chuc/${encodeURIComponent(each.key)}`}>{each.label}</Away>
        </List.Item>
      ))}
    </List>
  );
}

/** In a tab of its own: a form stands half filled in beside it. */
function Away({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Anchor href={to} target="_blank" inherit>
      {children}
    </Anchor>
  );
}
