#include <exception>
#include <iostream>
#include <map>

#include "cli/commands.hpp"

namespace nennep::cli {

int run(const House& house, int argc, const char* const* argv) {
    const auto& texts = house.catalogue.texts();
    const auto parsed = parse(texts, house.version, argc, argv);
    if (!parsed.options) return parsed.status;
    Terminal terminal(texts, parsed.options->language);
    const Call call{house, *parsed.options, terminal, std::cout};
    static const std::map<std::string_view, Status (*)(const Call&)> commands{
        {"settings check", check_settings}, {"settings default", default_settings},
        {"import", import_files},           {"report annual", annual_report},
        {"template check", check_template}, {"template fields", template_fields},
        {"template own", own_template},     {"figure", figure},
        {"search", search},                 {"history", history},
        {"list", list},                     {"statistics", statistics},
        {"verify", verify},                 {"export events", export_events},
        {"backup", back_up},                {"restore", restore},
        {"demo", demo},                     {"bench", bench},
        {"serve", serve},
        {"reference", reference},           {"completion", completion},
        {"user add", user_add},             {"user list", user_list},
        {"user disable", user_disable},     {"user enable", user_enable},
        {"user reset", user_reset},         {"user role", user_role},
        {"user token", user_token}};
    try {
        return commands.at(call.options.command)(call);
    } catch (const Misuse& misuse) {
        terminal.note(misuse.text);
        return wrong_usage;
    } catch (const Refused& refusal) {
        Refusals one;
        one.add(refusal.refusal);
        return terminal.refuse(one);
    } catch (const RefusedAll& refusal) {
        return terminal.refuse(refusal.refusals);
    } catch (const Fault& fault) {
        terminal.note(terminal.say("fault." + fault.code(), {{"context", fault.what()}}) + " (" +
                      fault.what() + ") [" + fault.code() + "]");
        return store_fault;
    } catch (const std::bad_alloc&) {
        terminal.note(terminal.say("fault.out_of_memory"));
        return store_fault;
    } catch (const std::exception& bug) {
        terminal.note(terminal.say("fault.bug", {{"detail", bug.what()}}));
        return store_fault;
    }
}

}  // namespace nennep::cli
