// The commands, one function each; `run` chooses. Results go to `out`, everything else to the
// terminal.
#pragma once
#include <iosfwd>

#include "cli/house.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"

namespace nennep::cli {

struct Call {
    const House& house;
    const Options& options;
    Terminal& terminal;
    std::ostream& out;
};

Status serve(const Call& call);
Status check_settings(const Call& call);
Status default_settings(const Call& call);
Status import_files(const Call& call);
Status annual_report(const Call& call);
Status check_template(const Call& call);
Status template_fields(const Call& call);
Status own_template(const Call& call);
Status figure(const Call& call);
Status search(const Call& call);
Status list(const Call& call);
Status statistics(const Call& call);
Status history(const Call& call);
Status verify(const Call& call);
Status back_up(const Call& call);
Status restore(const Call& call);
Status export_events(const Call& call);
Status demo(const Call& call);
Status bench(const Call& call);
Status reference(const Call& call);
Status completion(const Call& call);
Status user_add(const Call& call);
Status user_list(const Call& call);
Status user_disable(const Call& call);
Status user_enable(const Call& call);
Status user_reset(const Call& call);
Status user_role(const Call& call);
Status user_token(const Call& call);

// Shared by several commands.

// Somebody used a command wrongly in a way that the options alone do not show: exit status 2.
struct Misuse {
    std::string text;
};
// Refuses with status 1.
struct Refused {
    Refusal refusal;
};
struct RefusedAll {
    Refusals refusals;
};

// The world as it is, or as it was known at the moment that `--as-known` names.
class OpenBooks {
public:
    OpenBooks(const Call& call, Access access);
    const service::Books& books() const { return books_; }
    service::Books& books() { return books_; }
    const world::World& world() const { return then_ ? *then_ : books_.world(); }
    // The last entry that was known, where `--as-known` was given.
    std::optional<service::Seq> known_up_to() const { return known_up_to_; }
    catalogue::OrganisationRef organisation(const std::string& key) const;
    catalogue::SubjectNo subject(const std::string& type, const std::string& key) const;

private:
    const Call& call_;
    std::unique_ptr<journal::Store> store_;
    service::Books books_;
    std::unique_ptr<world::World> then_;
    std::optional<service::Seq> known_up_to_;
};

// Notes that an organisation did not live on the last day that is asked about.
void note_absence(const Call& call, const world::World& world, catalogue::OrganisationRef organisation, Day day);

// Who records: --actor, or the name of the account.
std::string actor_of(const Options& options);

catalogue::Structure structure_of(const Options& options);

}  // namespace nennep::cli
