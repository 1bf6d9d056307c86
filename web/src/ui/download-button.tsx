// A file from the server. While it is made the button waits; what the server refuses is said beside it.
import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import type { ReactNode } from "react";

interface DownloadButtonProps {
  fetch: () => Promise<void>;
  /** Said in place of a refusal that brings no words. */
  failed: string;
  children: ReactNode;
}

export function DownloadButton({ fetch, failed, children }: DownloadButtonProps) {
  const getting = useMutation({ mutationFn: fetch });
  const { error } = getting;
  return (
    <>
      <Button
        variant="default"
        h={44}
        leftSection={<Download size={20} aria-hidden />}
        loading={getting.isPending}
        onClick={() => getting.mutate()}
      >
        {children}
      </Button>
      {error && (
        <Text c="bad" size="sm" role="alert">
          {("detail" in error && String(error.detail)) || failed}
        </Text>
      )}
    </>
  );
}
