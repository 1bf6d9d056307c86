#include "cli/demo_users.hpp"

#include "accounts/accounts.hpp"

namespace nennep::cli {
namespace {

using accounts::Accounts;
using world::SubjectNo;

// What people type: letters and digits that nobody takes for others, in groups.
std::string new_password() {
    constexpr std::string_view letters = "abcdefghkmnpqrstuvwxyz23456789";
    constexpr std::size_t groups = 4;
    constexpr std::size_t in_group = 5;
    std::string password;
    for (std::size_t i = 0; i < groups * in_group; ++i) {
        if (i > 0 && i % in_group == 0) password += '-';
        password += letters[accounts::random_number(accounts::fill_with_chance) % letters.size()];
    }
    return password;
}

// A branch with members below the organisation, and one of them.
struct Branch {
    std::string key;
    std::string member;
};

Branch some_branch(const service::Books& books) {
    const auto& world = books.world();
    const auto& catalogue = books.catalogue();
    const auto by_rank = world.directory.ranked(catalogue.organisations());
    const auto& members = world.ledgers.at(catalogue.ledger(*catalogue.figure("members.full")));
    Branch branch;
    for (const auto organisation : members.occupied()) {
        const auto& key = world.directory[by_rank[organisation]].key;
        if (!branch.key.empty() && branch.key < key) continue;
        for (const auto& row : members.rows(organisation)) {
            if (row.to != Day::never()) continue;
            branch = {key, world.directory[row.subject].key};
            break;
        }
    }
    return branch;
}

}  // namespace

std::string make_demo_users(const Call& call, const service::Books& books, const std::string& organisation) {
    const auto keep = call.house.open_keep(call.options.data, Access::create);
    accounts::AccountSettings settings;
    settings.looks_after_itself = false;
    Accounts accounts(*keep, settings, {call.house.surroundings.now_ms, accounts::fill_with_chance});
    const Accounts::By by{0, actor_of(call.options), "", true};
    const auto branch = some_branch(books);
    std::string lines;
    for (const auto& role : call.house.rights.roles()) {
        const auto name = call.terminal.say("demo.user." + role);
        const bool is_of_branch = role == "branch_secretary" || role == "member";
        const auto& place = is_of_branch ? branch.key : organisation;
        const bool is_there = accounts.find(name).has_value();
        const auto invited = is_there
                                 ? accounts.reset(by, name)
                                 : accounts.add(by, {name, role == "member" ? branch.member : "", {{role, place}}});
        if (!invited) throw Refused{invited.error()};
        const auto password = new_password();
        if (const auto set = accounts.use_link(invited->secret, name, password, ""); !set) throw Refused{set.error()};
        lines += "\n  " + name + "  " + password + "  " + call.terminal.say("role." + role) + " @ " + place;
    }
    return call.terminal.say("demo.users") + lines;
}

}  // namespace nennep::cli
