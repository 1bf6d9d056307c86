// What stands in headers and queries, as far as the server itself acts by it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace nennep::http {

// `a=1&b=2` of a target, decoded; nothing where an escape or the UTF-8 is broken.
std::optional<Fields> query_of(std::string_view text);

// Without the spaces and tabs around it (RFC 9110 §5.6.3).
std::string_view trimmed(std::string_view text);

// Of Accept-Encoding.
bool allows_gzip(std::string_view accept_encoding);
bool allows_brotli(std::string_view accept_encoding);       // only where it is named, not by `*`

// Whether If-None-Match names this version (`W/"…"`), or any (`*`).
bool is_known(std::string_view if_none_match, std::string_view etag);

// The client behind trusted proxies: of X-Forwarded-For the last address that is none of them. What
// stands before it anybody may have written. Empty where there is none that looks like an address.
std::string_view forwarded_peer(std::string_view forwarded_for, const std::vector<std::string>& trusted);

// The 32 digits of a W3C traceparent that are the same in all programs; empty if it is none.
std::string_view trace_id(std::string_view traceparent);

bool same_letters(std::string_view one, std::string_view other);     // but for capitals, ASCII

}  // namespace nennep::http
