// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { fakeServer } from "../../testing/server";
import { useLogDetail } from "./log-detail";

const server = fakeServer();
const catalogue = {
  roles: [{ role: "office", label: { vi: "Văn phòng", en: "Office" } }],
  lists: [{ name: "people", label: { vi: "Đảng viên", en: "Members" } }],
  figures: [],
};

it("says in words what the log notes of accounts, files and reports", async () => {
  server.answers["GET /api/v1/catalogue"] = [{ body: catalogue }];
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useLogDetail(), { wrapper });
  await waitFor(() => expect(result.current("people")).toBe("Đảng viên"));
  const say = result.current;
  expect(say("record")).toBe("hồ sơ");
  expect(say("by link")).toBe("đặt bằng liên kết dùng một lần");
  expect(say("pdf 2020")).toBe("Báo cáo năm 2020, dạng PDF");
  expect(say("grants: office@DUK from 2020-01-01, spy@CB-01 (waits for a second person)")).toBe(
    "vai trò: Văn phòng ở DUK từ 01/01/2020, spy ở CB-01 (chờ người thứ hai)",
  );
  expect(say("grants: (no second person)")).toBe("vai trò: không có (không có người thứ hai)");
  expect(say("agreed to grants asked by lan: office@DUK")).toBe("đồng ý với lan: vai trò: Văn phòng ở DUK");
  expect(say("declined disable asked by Trần Thị Mai")).toBe("không đồng ý với Trần Thị Mai: khóa");
  expect(say("token made: read record")).toBe("tạo mã truy cập: read record");
  expect(say("năm 2020.jsonl")).toBe("năm 2020.jsonl");
  expect(say("constructor")).toBe("constructor");
});
