// Everything that all screens stand in: the look, the server's data, the addresses.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import i18next from "i18next";
import { BrowserRouter } from "react-router";
import { Problem } from "../api/client";
import { Places } from "./routes";
import { styleNonce } from "./safety";
import { theme } from "./theme";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      // What the server refuses stays refused; only what did not arrive is asked again.
      retry: (failures, error) => !(error instanceof Problem) && failures < 2,
    },
  },
});

// Much of what the server says, it says in the language of who asked.
i18next.on("languageChanged", () => void client.invalidateQueries());

export function App() {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={styleNonce}>
      <QueryClientProvider client={client}>
        <BrowserRouter>
          <Places />
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
