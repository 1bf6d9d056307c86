// "Sao chép liên kết": the address of the view as it stands.
import { Button } from "@mantine/core";
import { Check, Link2 } from "lucide-react";
import { useEffect, useState } from "react";
import { copy } from "../lib/clipboard";
import { useCopyWords } from "./copy-words";

export function CopyLink() {
  const say = useCopyWords();
  const [outcome, setOutcome] = useState<"copied" | "failed">();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 6000);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <>
      <Button
        variant="default"
        h={44}
        leftSection={outcome === "copied" ? <Check size={20} aria-hidden /> : <Link2 size={20} aria-hidden />}
        onClick={() => void copy(location.href).then((done) => setOutcome(done ? "copied" : "failed"))}
      >
        {say(outcome ?? "copy")}
      </Button>
      <span role="status" className="visually-hidden">
        {outcome && say(outcome)}
      </span>
    </>
  );
}
