import { ShieldAlert } from "lucide-react";
import classes from "./list.module.css";
import { useListWords } from "./words";

/** Over what only few may see: whoever looks is written down. */
export function Secret() {
  const say = useListWords();
  return (
    <p className={classes.secret}>
      <ShieldAlert size={20} aria-hidden />
      {say("secret")}
    </p>
  );
}
