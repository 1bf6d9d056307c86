// The sample year, played through the same recording as everything else.
#include <filesystem>
#include <iostream>

#include "base/bytes.hpp"
#include "cli/commands.hpp"
#include "cli/demo_users.hpp"
#include "render/text.hpp"
#include "render/json.hpp"

namespace nennep::cli {
namespace {

constexpr const char* sample_organisation = "DUK";
constexpr int sample_year = 2020;

}  // namespace

Status demo(const Call& given) {
    // Never into the books that the settings name: those are somebody's own.
    Options own = given.options;
    if (own.data.empty()) own.data = "./nennep-data";
    const Call call{given.house, own, given.terminal, given.out};
    if (call.options.lines_only) {
        call.house.sample([&](std::string_view line) { call.out << line << '\n'; });
        call.out << std::flush;
        return call.out ? done : store_fault;
    }
    std::vector<std::string> lines;
    call.house.sample([&](std::string_view line) { lines.emplace_back(line); });
    const std::vector<std::string_view> views(lines.begin(), lines.end());

    listen_for_interruption();
    std::string users;
    {
        OpenBooks open(call, Access::create);
        service::Recorder recorder(open.books(), call.house.surroundings);
        service::RecordingOptions options;
        options.progress = call.terminal.progress();
        options.stop = was_interrupted;
        const auto receipt = recorder.record(actor_of(call.options), views, options);
        if (!receipt.objections.empty() || receipt.stopped) {
            for (std::size_t i = 0; i < receipt.objections.size() && i < 20; ++i) {
                const auto& objection = receipt.objections[i];
                call.terminal.note(std::to_string(objection.line + 1) + ": " + objection.refusal.field + ": " +
                                   call.terminal.explain(objection.refusal));
            }
            call.terminal.note(call.terminal.say(receipt.stopped ? "import.stopped" : "demo.other_books"));
            return refused;
        }
        call.terminal.note(call.terminal.say("demo.recorded", {{"recorded", std::to_string(receipt.recorded)},
                                                               {"already", std::to_string(receipt.already.size())},
                                                               {"data", call.options.data}}));
        users = make_demo_users(call, open.books(), sample_organisation);
    }
    Options options = call.options;
    options.organisation = sample_organisation;
    options.year = sample_year;
    const auto status = annual_report({call.house, options, call.terminal, call.out});
    // At the end, where they can be read: the report is long.
    call.terminal.note(call.terminal.say("demo.next", {{"data", call.options.data}}));
    call.terminal.note(users);
    return status;
}

}  // namespace nennep::cli
