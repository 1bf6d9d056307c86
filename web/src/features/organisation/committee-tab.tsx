// The committees of an organisation, and who holds which post in them on the day that is looked at.
import { Anchor, List, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { type ListPage, type ListRow, query, read, useHistory } from "../../api/records";
import { keptOf, useAddress } from "../../lib/address";
import { shownDay } from "../../lib/day";
import { EmptyState, Loading } from "../../ui/states";
import { useChoice } from "./choices";
import { Failed } from "./failed";
import { useMoment } from "./places";
import { seatsOf } from "./seats";
import { useOrganisationWords } from "./words";

export function CommitteeTab({ own }: { own: string }) {
  const say = useOrganisationWords();
  const { at } = useMoment();
  const committees = useQuery({
    queryKey: ["list", "committees", own, at],
    queryFn: ({ signal }) =>
      read<ListPage>(`/committees${query({ org: own, seat: own, sort: "-term_from", limit: 50, ...at })}`, signal),
  });
  if (committees.isPending) return <Loading what={say("committee")} />;
  if (committees.isError) return <Failed error={committees.error} retry={() => void committees.refetch()} />;
  const all = committees.data.rows;
  if (all.length === 0) return <EmptyState title={say("noCommittee")}>{say("noCommitteeWhat")}</EmptyState>;
  // There may be two of one term: the committee itself and its inspection committee.
  const latest = all.filter((committee) => committee.term_from === all[0]?.term_from);
  const earlier = all.filter((committee) => !latest.includes(committee));
  return (
    <Stack gap="xl">
      {latest.map((committee) => (
        <Seats key={committee.key} committee={committee} />
      ))}
      {earlier.length > 0 && (
        <section aria-label={say("earlier")}>
          <Title order={2}>{say("earlier")}</Title>
          <List>
            {earlier.map((committee) => (
              <List.Item key={committee.key}>
                <CommitteeLink committee={committee} />
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  );
}

function CommitteeLink({ committee }: { committee: ListRow }) {
  const say = useOrganisationWords();
  const { values } = useAddress();
  return (
    <Anchor component={Link} to={`/cap-uy/${encodeURIComponent(committee.key)}${keptOf(values)}`} inherit>
      {say("term", { name: committee.name })}
    </Anchor>
  );
}

function Seats({ committee }: { committee: ListRow }) {
  const say = useOrganisationWords();
  const choice = useChoice();
  const { values } = useAddress();
  const { day, asKnown } = useMoment();
  const history = useHistory("committee", committee.key, asKnown);
  const seats = history.data ? seatsOf(history.data, day) : undefined;
  return (
    <Stack component="section" gap="sm" aria-label={say("term", { name: committee.name })}>
      <Title order={2}>
        <CommitteeLink committee={committee} />
      </Title>
      {history.isPending && <Loading what={say("committee")} />}
      {history.isError && <Failed error={history.error} retry={() => void history.refetch()} />}
      {seats?.length === 0 && <Text>{say("noSeats")}</Text>}
      {seats && seats.length > 0 && (
        <Table className="card" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say("person")}</Table.Th>
              <Table.Th scope="col">{say("position")}</Table.Th>
              <Table.Th scope="col">{say("heldSince")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {seats.map((seat) => (
              <Table.Tr key={`${seat.person} ${seat.position}`}>
                <Table.Th scope="row" fw={400}>
                  {seat.label === undefined ? (
                    seat.person
                  ) : (
                    <Anchor
                      component={Link}
                      to={`/dang-vien/${encodeURIComponent(seat.person)}${keptOf(values)}`}
                      inherit
                    >
                      {seat.label}
                    </Anchor>
                  )}
                </Table.Th>
                <Table.Td>{choice("committee.seat_filled", "position", seat.position)}</Table.Td>
                <Table.Td>{shownDay(seat.since)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
