#include "accounts/kept.hpp"

#include <algorithm>

#include "accounts/rows.hpp"

namespace nennep::accounts {
namespace {

constexpr std::size_t longest_name = 60;

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= longest_name &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
           });
}

}  // namespace

// The key is the number of the account, of fixed length, and then the name.
std::map<std::string, std::string> kept_of(Keep& keep, std::uint64_t account) {
    std::map<std::string, std::string> all;
    const auto owner = key_of(account);
    keep.read_beginning(Shelf::kept, owner, [&](std::string_view key, std::string_view bytes) {
        all.emplace(key.substr(owner.size()), bytes);
    });
    return all;
}

std::optional<Refusal> keep_for(Keep& keep, std::uint64_t account, const std::string& name, std::string json) {
    if (!is_name(name)) return Refusal{"kept.bad_name", "name", {{"most", std::to_string(longest_name)}}};
    if (json.size() > longest_kept) {
        return Refusal{"kept.too_long", "value", {{"most", std::to_string(longest_kept / 1024)}}};
    }
    std::optional<Refusal> objection;
    keep.update([&]() -> std::vector<Row> {
        if (!json.empty()) {
            const auto present = kept_of(keep, account);
            if (present.size() >= most_kept && !present.contains(name)) {
                objection = Refusal{"kept.too_many", "name", {{"most", std::to_string(most_kept)}}};
                return {};
            }
        }
        return {{Shelf::kept, key_of(account) + name, std::move(json)}};
    });
    return objection;
}

}  // namespace nennep::accounts
