import { Badge, Group, Stack, Table, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../../api/client";
import { useAddress } from "../../lib/address";
import { matches } from "../../lib/fold";
import { useLabel } from "../../lib/words";
import { useWrittenAddress } from "../../lib/written-address";
import { SelectAtOnce } from "../../ui/select-at-once";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { Wide } from "../../ui/wide";
import classes from "./rights.module.css";
import { useAdministrationWords } from "./words";

type Relations = Record<string, Schemas["both"]>;
type Where = Record<string, string[]>;

/** The rights as they are: which role, where. Filters stand in the address: `vai` and `q`. */
export function Rights() {
  const say = useAdministrationWords();
  const label = useLabel();
  const { get, set } = useAddress();
  const written = useWrittenAddress("q");
  const rights = useQuery({
    queryKey: ["rights"],
    queryFn: () => answer(api.GET("/api/v1/rights")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (rights.isPending) return <Loading what={say("rights")} />;
  if (rights.isError) return <ErrorState error={rights.error} retry={() => void rights.refetch()} />;
  const { roles, rights: all, two_persons: twoPersons } = rights.data;
  const relations = rights.data.relations as Relations;
  const role = roles.find((one) => one.role === get("vai"));
  const wanted = get("q") ?? "";
  const rows = all.filter(
    ({ right, label: name, about, where }) =>
      (!role || (where as Where)[role.role] !== undefined) &&
      (wanted === "" || matches(`${label(name)} ${label(about)} ${right}`, wanted)),
  );
  const columns = role ? [role] : roles;
  return (
    <Stack gap="md">
      <Text>{role ? label(role.about) : say("rightsAbout")}</Text>
      <Group gap="md" align="flex-end" className="no-print">
        <SelectAtOnce
          label={say("rightsRole")}
          data={[
            { value: "", label: say("rightsAll") },
            ...roles.map((one) => ({ value: one.role, label: label(one.label) })),
          ]}
          value={role?.role ?? ""}
          onChange={(vai) => set({ vai }, { push: true })}
        />
        <TextInput size="md" label={say("rightsFind")} {...written} />
      </Group>
      <Text role="status">{say("countRights", { count: rows.length })}</Text>
      {rows.length === 0 ? (
        <EmptyState title={say("noRights")} />
      ) : (
        <div className={classes.box}>
          <Wide label={say("rights")}>
            <Table miw={role ? 480 : 1100} verticalSpacing="xs" className={classes.table ?? ""}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say("right")}</Table.Th>
                  {columns.map((one) => (
                    <Table.Th key={one.role} scope="col">
                      {label(one.label)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map(({ right, label: name, about, where }) => (
                  <Table.Tr key={right}>
                    <Table.Th scope="row" fw={400}>
                      <Text fw={600}>{label(name)}</Text>
                      <Text fz="sm" c="dimmed">
                        {label(about)}
                      </Text>
                      {twoPersons.some((type) => right === `record.${type}`) && (
                        <Badge variant="light" color="secret" tt="none">
                          {say("twoPersons")}
                        </Badge>
                      )}
                    </Table.Th>
                    {columns.map((one) => (
                      <Table.Td key={one.role}>
                        <Cell places={(where as Where)[one.role]} relations={relations} />
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
        </div>
      )}
    </Stack>
  );
}

function Cell({ places, relations }: { places: string[] | undefined; relations: Relations }) {
  const say = useAdministrationWords();
  const label = useLabel();
  if (!places) {
    return (
      <>
        <span aria-hidden>{say("none")}</span>
        <span className="visually-hidden">{say("hasNot")}</span>
      </>
    );
  }
  return <>{places.map((place) => label(relations[place])).join(", ")}</>;
}
