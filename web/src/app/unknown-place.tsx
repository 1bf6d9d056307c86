import { Text } from "@mantine/core";
import { Page } from "../ui/page";
import { useAppWords } from "./words";

export function UnknownPlace() {
  const say = useAppWords();
  return (
    <Page title={say("unknownPlace")} guide="bat-dau">
      <Text>{say("unknownPlaceWhat")}</Text>
    </Page>
  );
}
