#include <pwd.h>
#include <unistd.h>

#include "cli/settings.hpp"
#include "service/moment.hpp"

namespace nennep::cli {

OpenBooks::OpenBooks(const Call& call, Access access)
    : call_(call),
      store_(call.house.open_store(data_of(call), access)),
      books_(*store_, call.house.catalogue, call.house.program) {
    const auto& moment = call.options.as_known;
    if (moment.empty()) return;
    const auto ms = service::parse_moment(moment);
    if (!ms) throw Misuse{call.terminal.say("cli.bad_moment", {{"value", moment}})};
    known_up_to_ = books_.known_by(*ms);
    if (*known_up_to_ == books_.world().head.seq) return;
    then_ = books_.world_at(*known_up_to_, call.terminal.progress());
}

catalogue::SubjectNo OpenBooks::subject(const std::string& type, const std::string& key) const {
    const auto& catalogue = call_.house.catalogue;
    const auto number = catalogue.subject_type(type);
    if (!number) {
        const auto near = nearest(type, catalogue.subject_names());
        throw Misuse{call_.terminal.say(near ? "cli.unknown_subject_type_near" : "cli.unknown_subject_type",
                                        {{"value", type}, {"nearest", near.value_or("")}})};
    }
    const auto& directory = world().directory;
    const auto found = directory.find(*number, composed(key));
    if (found) return *found;
    const auto near = nearest(key, directory.keys(*number));
    throw Refused{{near ? "reference.unknown_near" : "reference.not_in_books", "",
                   {{"kind", type}, {"key", key}, {"nearest", near.value_or("")}}}};
}

catalogue::OrganisationRef OpenBooks::organisation(const std::string& key) const {
    return {subject("organisation", key)};
}

void note_absence(const Call& call, const world::World& world, catalogue::OrganisationRef organisation, Day day) {
    const auto presence = catalogue::presence(world, organisation.no, day);
    if (presence == catalogue::Presence::live) return;
    call.terminal.note(call.terminal.say(
        presence == catalogue::Presence::not_yet ? "cli.not_yet_founded" : "cli.no_longer_live",
        {{"key", world.directory[organisation.no].key}, {"day", day.vietnamese()}}));
}

std::string actor_of(const Options& options) {
    if (!options.actor.empty()) return composed(options.actor);
    const auto* account = getpwuid(getuid());
    return account != nullptr ? account->pw_name : "uid " + std::to_string(getuid());
}

catalogue::Structure structure_of(const Options& options) {
    return options.structure == "event" ? catalogue::Structure::event
                                        : catalogue::Structure::period_end;
}

}  // namespace nennep::cli
