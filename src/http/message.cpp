#include "http/message.hpp"

#include <array>

#include "base/text.hpp"
#include "http/header_values.hpp"

namespace nennep::http {
namespace {

constexpr std::array<std::string_view, 8> names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER"};

int value_of_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string_view name_of(Method method) { return names.at(static_cast<std::size_t>(method)); }

std::string_view Request::header(std::string_view name) const {
    for (const auto& [own, value] : headers) {
        if (own == name) return value;
    }
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    for (const auto& [own, value] : headers) {
        if (own != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const auto end = rest.find(';');
            const auto pair = trimmed(rest.substr(0, end));
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            const auto equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        }
    }
    return {};
}

const std::string* Request::parameter(std::string_view name) const {
    for (const auto& [own, value] : query) {
        if (own == name) return &value;
    }
    return nullptr;
}

std::optional<std::string> unescaped(std::string_view text, bool plus_is_blank) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+' && plus_is_blank) c = ' ';
        if (c == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = value_of_digit(text[i + 1]), low = value_of_digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        // Nobody's name holds one, and whoever hands the text to a C library would lose what follows.
        if (c == '\0') return std::nullopt;
        out += c;
    }
    if (broken_utf8(out)) return std::nullopt;
    return out;
}

// Not in the header: where it is unfolded into its callers, g++ 12 sees names overrun that do not.
Response& Response::with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

}  // namespace nennep::http
