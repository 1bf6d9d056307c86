// What screens stand in, for tests.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter, useLocation } from "react-router";
import type { Session } from "../api/session";

export const somebody: Session = {
  name: "vanphong",
  person: null,
  roles: [{ role: "office", label: "Văn phòng cấp ủy", organisation: { key: "DUK", label: "Đảng bộ Khối" } }],
  rights: ["see.person", "see.tree", "record.person.registered"],
  needs: [],
  second_factor: false,
  confirmed: true,
};

export function renderAt(address: string, what: ReactNode, client = new QueryClient()) {
  client.setDefaultOptions({ queries: { retry: false } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[address]}>
          {what}
          <Where />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return client;
}

function Where() {
  const { pathname, search } = useLocation();
  return <p data-testid="where">{pathname + search}</p>;
}
