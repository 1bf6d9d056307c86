// A choice that stands in the address: it shows at once, though the address follows a moment later.
import { NativeSelect, type NativeSelectProps } from "@mantine/core";
import { useAtOnce } from "../lib/written-address";

interface SelectAtOnceProps extends Omit<NativeSelectProps, "value" | "onChange"> {
  value: string;
  onChange: (value: string) => void;
}

export function SelectAtOnce({ value, onChange, ...select }: SelectAtOnceProps) {
  const [shown, setShown] = useAtOnce(value);
  return (
    <NativeSelect
      size="md"
      {...select}
      value={shown}
      onChange={({ currentTarget }) => {
        setShown(currentTarget.value);
        onChange(currentTarget.value);
      }}
    />
  );
}
