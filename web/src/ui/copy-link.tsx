// The address of what is shown, to be passed on. Over plain http a browser has no clipboard to offer, so the
// old way is kept beside it.
import { Button } from "@mantine/core";
import { Check, Link2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useUiWords } from "./words";

function copyByHand(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  return isCopied;
}

export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Not allowed here: the old way may still be.
  }
  return copyByHand(text);
}

export function CopyLink({ address }: { address?: string }) {
  const say = useUiWords();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 6000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => setCopied(await copyText(address ?? window.location.href));
  const Icon = isCopied ? Check : Link2;
  return (
    <Button
      variant="default"
      h={44}
      className="no-print"
      leftSection={<Icon size={20} aria-hidden />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{say(isCopied ? "copied" : "copyLink")}</span>
    </Button>
  );
}
