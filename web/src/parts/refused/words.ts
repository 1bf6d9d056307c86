import { words } from "../../lib/words";

export const useRefusedWords = words("refused", {
  title: { vi: "Chưa làm được", en: "This could not be done" },
  network: {
    vi: "Không nhận được trả lời của máy chủ. Kiểm tra mạng rồi thử lại.",
    en: "The server did not answer. Check the network and try again.",
  },
});
