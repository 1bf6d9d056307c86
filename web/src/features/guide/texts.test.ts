import { describe, expect, it } from "vitest";
import { headingName, inOrder, pageOf, passages } from "./texts";

const pages = [
  pageOf("docs/guide/viec.md", "# Việc của tôi\n\nXác nhận.\n\n## Từ chối\n\nGhi lý do. Xem [sổ](/viec).\n"),
  pageOf("docs/guide/bao-cao.md", "# Báo cáo năm\n\nBấm vào **số liệu**.\n"),
  pageOf("docs/guide/bat-dau.md", "# Bắt đầu\n\nĐăng nhập.\n"),
];

describe("the texts of the guide", () => {
  it("are named by their files and begin where one begins", () => {
    expect(inOrder(pages).map(({ name, title }) => `${name}: ${title}`)).toEqual([
      "bat-dau: Bắt đầu",
      "bao-cao: Báo cáo năm",
      "viec: Việc của tôi",
    ]);
  });

  it("are found by any words, without accents, under the heading where they stand", () => {
    expect(passages(pages, "ly do ghi")).toEqual([
      { page: "viec", title: "Việc của tôi", heading: "Từ chối", excerpt: "Ghi lý do. Xem sổ." },
    ]);
    expect(passages(pages, "so lieu").map(({ page, heading }) => [page, heading])).toEqual([["bao-cao", undefined]]);
    expect(passages(pages, "khong co gi")).toEqual([]);
  });

  it("name their headings for an address", () => {
    expect(headingName("Đăng nhập, lần đầu")).toBe("dang-nhap-lan-dau");
  });
});
