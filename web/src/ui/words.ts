import { words } from "../lib/words";

export const useUiWords = words("ui", {
  loading: { vi: "Đang tải {{what}}…", en: "Loading {{what}}…" },
  again: { vi: "Thử lại", en: "Try again" },
  code: { vi: "Mã để báo người hỗ trợ: {{code}}", en: "Code to read out: {{code}}" },
  failed: { vi: "Chưa tải được", en: "This could not be loaded" },
  safe: {
    vi: "Dữ liệu đã ghi vẫn an toàn. Kiểm tra mạng rồi thử lại.",
    en: "What has been recorded is safe. Check the network and try again.",
  },
  noRight: { vi: "Tài khoản này không mở được mục này", en: "This account cannot open this" },
  showPassword: { vi: "Hiện hoặc giấu mật khẩu", en: "Show or hide the password" },
  help: { vi: "Hướng dẫn trang này", en: "Guide to this page" },
  close: { vi: "Đóng", en: "Close" },
  copyLink: { vi: "Sao chép liên kết", en: "Copy link" },
  copied: { vi: "Đã sao chép liên kết", en: "Link copied" },
});
