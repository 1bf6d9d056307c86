#include "http/header_values.hpp"

#include <algorithm>

namespace nennep::http {
namespace {

constexpr auto none = std::string_view::npos;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Takes the piece up to `mark` off the front of `rest`.
std::string_view take(std::string_view& rest, char mark) {
    const auto end = rest.find(mark);
    const auto piece = rest.substr(0, end);
    rest.remove_prefix(end == none ? rest.size() : end + 1);
    return piece;
}

// `;q=0`, `;q=0.000`: not wanted.
bool is_refused(std::string_view parameters) {
    while (!parameters.empty()) {
        const auto parameter = trimmed(take(parameters, ';'));
        if (parameter.size() < 3 || small(parameter[0]) != 'q' || parameter[1] != '=') continue;
        return parameter.substr(2).find_first_not_of("0.") == none;
    }
    return false;
}

bool is_hex(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool looks_like_address(std::string_view text) {
    return !text.empty() && text.size() <= 45 && text.find_first_not_of("0123456789abcdefABCDEF.:") == none;
}

}  // namespace

bool same_letters(std::string_view one, std::string_view other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](char a, char b) { return small(a) == small(b); });
}

std::optional<Fields> query_of(std::string_view text) {
    Fields fields;
    while (!text.empty()) {
        auto value = take(text, '&');
        if (value.empty()) continue;
        auto name = unescaped(take(value, '='), true);
        auto decoded = unescaped(value, true);
        if (!name || !decoded) return std::nullopt;
        fields.emplace_back(std::move(*name), std::move(*decoded));
    }
    return fields;
}

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t");
    if (from == none) return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

bool allows_gzip(std::string_view accept_encoding) {
    bool all = false;
    while (!accept_encoding.empty()) {
        auto rest = take(accept_encoding, ',');
        const auto coding = trimmed(take(rest, ';'));
        if (same_letters(coding, "gzip") || same_letters(coding, "x-gzip")) return !is_refused(rest);
        if (coding == "*") all = !is_refused(rest);
    }
    return all;
}

bool allows_brotli(std::string_view accept_encoding) {
    while (!accept_encoding.empty()) {
        auto rest = take(accept_encoding, ',');
        if (same_letters(trimmed(take(rest, ';')), "br")) return !is_refused(rest);
    }
    return false;
}

bool is_known(std::string_view if_none_match, std::string_view etag) {
    const auto strong = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
    if (trimmed(if_none_match) == "*") return true;
    while (!if_none_match.empty()) {
        if (strong(trimmed(take(if_none_match, ','))) == strong(etag)) return true;
    }
    return false;
}

std::string_view forwarded_peer(std::string_view forwarded_for, const std::vector<std::string>& trusted) {
    while (!forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const auto last = trimmed(comma == none ? forwarded_for : forwarded_for.substr(comma + 1));
        forwarded_for = comma == none ? std::string_view() : forwarded_for.substr(0, comma);
        if (std::find(trusted.begin(), trusted.end(), last) != trusted.end()) continue;
        return looks_like_address(last) ? last : std::string_view();
    }
    return {};
}

std::string_view trace_id(std::string_view traceparent) {
    // 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
    constexpr std::size_t size = 55;
    if (traceparent.size() < size || traceparent[2] != '-' || traceparent[35] != '-' || traceparent[52] != '-') {
        return {};
    }
    const auto version = traceparent.substr(0, 2), trace = traceparent.substr(3, 32);
    const auto parent = traceparent.substr(36, 16), flags = traceparent.substr(53, 2);
    if (!is_hex(version) || !is_hex(trace) || !is_hex(parent) || !is_hex(flags) || version == "ff") return {};
    // Later versions may go on after a further dash.
    if (traceparent.size() > size && (version == "00" || traceparent[size] != '-')) return {};
    if (trace.find_first_not_of('0') == none || parent.find_first_not_of('0') == none) return {};
    return trace;
}

}  // namespace nennep::http
