// The way to an organisation: its name in the search box, or the tree.
import { Checkbox, Stack } from "@mantine/core";
import { useState } from "react";
import { useAddress } from "../../lib/address";
import { useAtOnce } from "../../lib/written-address";
import { OrganisationTree } from "../../parts/tree/organisation-tree";
import { OrganisationFinder } from "./organisation-finder";
import classes from "./organisation-screen.module.css";
import { useMoment, useMoving } from "./places";
import { useOrganisationWords } from "./words";

interface Pane {
  selected: string | undefined;
  onGo: (key: string) => void;
}

export function OrganisationPane({ selected, onGo }: Pane) {
  const say = useOrganisationWords();
  const { get, set } = useAddress();
  const { on, asKnown } = useMoment();
  const { address } = useMoving();
  const [wanted, setWanted] = useState("");
  const [withEnded, setWithEnded] = useAtOnce(get("het") === "1");
  return (
    <Stack gap="sm" className={classes.choosing ?? ""}>
      <OrganisationFinder wanted={wanted} onChange={setWanted} onGo={onGo} />
      {wanted.trim() === "" && (
        <>
          <Checkbox
            label={say("withEnded")}
            checked={withEnded}
            onChange={({ currentTarget: { checked } }) => {
              setWithEnded(checked);
              set({ het: checked ? "1" : undefined }, { push: true });
            }}
          />
          <div className={classes.tree}>
            <OrganisationTree
              on={on}
              asKnown={asKnown}
              selected={selected}
              onSelect={onGo}
              address={address}
              withEnded={withEnded}
            />
          </div>
        </>
      )}
    </Stack>
  );
}
