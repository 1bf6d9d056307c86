// Who can see a file: accounts, by which role, held where.
import { Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../../api/client";
import { useLabel } from "../../lib/words";
import { RecordLink } from "../../parts/record/record-link";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { useLookingWords } from "./looking-words";

const guards = ["see.person.identity", "see.person.family", "see.person.health", "see.discipline"] as const;

export function Viewers({ person }: { person: string }) {
  const say = useLookingWords();
  const label = useLabel();
  const asked = useQuery({
    queryKey: ["viewers", person],
    queryFn: () => answer(api.GET("/api/v1/people/{key}/viewers", { params: { path: { key: person } } })),
  });
  if (asked.error) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  if (!asked.data) return <Loading what={say("loadingViewers")} />;
  const { viewers } = asked.data;
  if (viewers.length === 0) return <EmptyState title={say("noViewers")} />;
  const rows = viewers.flatMap((viewer) => [
    ...(viewer.self
      ? [{ account: viewer.account, role: say("self"), organisation: undefined, opens: [] as string[] }]
      : []),
    ...viewer.roles.map((role) => ({
      account: viewer.account,
      role: label(role.label),
      organisation: role.organisation,
      opens: role.opens,
    })),
  ]);
  return (
    <Stack gap="md">
      <Text>{say("viewersAbout")}</Text>
      <Table.ScrollContainer minWidth={520} type="native">
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say("account")}</Table.Th>
              <Table.Th>{say("role")}</Table.Th>
              <Table.Th>{say("organisation")}</Table.Th>
              <Table.Th>{say("opens")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.account}/${row.role}/${row.organisation?.key ?? ""}`}>
                <Table.Th scope="row" fw={400}>
                  {row.account}
                </Table.Th>
                <Table.Td>{row.role}</Table.Td>
                <Table.Td>
                  {row.organisation && (
                    <RecordLink kind="organisation" recordKey={row.organisation.key} label={row.organisation.label} />
                  )}
                </Table.Td>
                <Table.Td>
                  {guards
                    .filter((guard) => row.opens.includes(guard))
                    .map((guard) => say(guard))
                    .join(", ")}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
