#include "accounts/names.hpp"

#include <algorithm>

#include "accounts/password.hpp"
#include "base/text.hpp"
#include "base/vietnamese.hpp"

namespace nennep::accounts {

std::optional<Refusal> objection_to_name(std::string_view name) {
    const Refusal bad{"account.bad_name", "name", {}};
    if (broken_utf8(name)) return bad;
    // What is left without accents are plain letters: no look-alikes of other alphabets, nothing unseen.
    const auto plain = without_accents(name);
    const auto length = count_characters(composed(name));
    const bool is_plain = std::all_of(plain.begin(), plain.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '@' ||
               c == ' ';
    });
    if (!is_plain || length < 2 || length > 64 || plain.find("  ") != plain.npos || plain.front() == ' ' ||
        plain.back() == ' ') {
        return bad;
    }
    return std::nullopt;
}

std::string tidy_name(std::string_view name) { return composed(name); }

void forget_second_factor(StoredAccount& account) {
    forget(account.seed);
    account.seed_is_confirmed = false;
    account.last_step = 0;
    account.recovery.clear();
}

std::string written(const std::vector<catalogue::Grant>& grants) {
    std::string text;
    for (const auto& grant : grants) {
        if (!text.empty()) text += ", ";
        text += grant.role + "@" + grant.organisation;
        if (grant.from != Day::beginning()) text += " from " + grant.from.iso();
        if (grant.until != Day::never()) text += " until " + grant.until.iso();
    }
    return text;
}

}  // namespace nennep::accounts
