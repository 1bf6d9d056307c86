// Copies the address of what is shown; the button says that it is done, for a while.
import { Button } from "@mantine/core";
import { Check, Link2 } from "lucide-react";
import { useEffect, useState } from "react";
import { copy } from "../lib/copy";
import { words } from "../lib/words";

const useCopyWords = words("copy", {
  copy: { vi: "Sao chép liên kết", en: "Copy link" },
  copied: { vi: "Đã sao chép", en: "Copied" },
  failed: { vi: "Hãy chép từ thanh địa chỉ", en: "Copy it from the address bar" },
});

const shownFor = 6_000;

export function CopyLink() {
  const say = useCopyWords();
  const [done, setDone] = useState<boolean | undefined>(undefined);
  useEffect(() => {
    if (done === undefined) return;
    const timer = setTimeout(() => setDone(undefined), shownFor);
    return () => clearTimeout(timer);
  }, [done]);
  const Icon = done ? Check : Link2;
  return (
    <Button
      variant="default"
      h={44}
      leftSection={<Icon size={20} aria-hidden />}
      onClick={() => void copy(window.location.href).then(setDone)}
    >
      <span aria-live="polite">{say(done === undefined ? "copy" : done ? "copied" : "failed")}</span>
    </Button>
  );
}
