// What others record while one looks on. The server tells of it by and by (server-sent events): what is not on
// the screen is forgotten and fetched anew when it is wanted; what is on the screen stays still, and a quiet
// line offers to show it anew, for rows that jump while they are read help nobody.
import { Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { followChanges } from "../api/changes";
import { shownAreStale } from "../api/stale";
import classes from "./changes.module.css";
import { useAppWords } from "./words";

export function Changes() {
  const say = useAppWords();
  const client = useQueryClient();
  const { pathname, search } = useLocation();
  const [isStale, setStale] = useState(false);
  useEffect(() => followChanges((change) => setStale((before) => shownAreStale(client, change) || before)), [client]);
  const here = pathname + search;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place asks the server anyway
  useEffect(() => setStale(false), [here]);
  const renew = () => {
    setStale(false);
    void client.invalidateQueries({ type: "active", stale: true });
  };
  return (
    <div role="status" className="no-print">
      {isStale && (
        <Group gap="sm" className={classes.line ?? ""}>
          <Text>{say("changed")}</Text>
          <Button h={44} variant="subtle" onClick={renew}>
            {say("renew")}
          </Button>
          <Button h={44} variant="subtle" onClick={() => setStale(false)}>
            {say("notNow")}
          </Button>
        </Group>
      )}
    </div>
  );
}
