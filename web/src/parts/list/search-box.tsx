// What is typed shows at once and draws nothing but this box; the list follows when one pauses.
import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useState } from "react";
import classes from "./list.module.css";
import type { SearchWords } from "./search-words";
import { useListWords } from "./words";

export function SearchBox({ words }: { words: SearchWords }) {
  const say = useListWords();
  const [text, setText] = useState(words.first);
  return (
    <TextInput
      label={say("search")}
      placeholder={say("searchHint")}
      size="md"
      type="search"
      className={classes.search ?? ""}
      leftSection={<Search size={20} aria-hidden />}
      value={text}
      autoComplete="off"
      onChange={(event) => {
        setText(event.currentTarget.value);
        words.type(event.currentTarget.value);
      }}
    />
  );
}
