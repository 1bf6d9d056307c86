#include "http/api/call.hpp"

#include <algorithm>
#include <charconv>

namespace nennep::http {

const std::string& Call::path_part(std::string_view name) const {
    for (const auto& [part, value] : path) {
        if (part == name) return value;
    }
    throw Bug("the route's pattern has this part");
}

std::optional<Day> Call::day(std::string_view name) const {
    const auto* text = given(name);
    if (text == nullptr) return std::nullopt;
    const auto day = Day::parse(*text);
    if (!day) bad_request("value.not_a_date", name, {{"value", *text}});
    return day;
}

std::optional<int> Call::number(std::string_view name) const {
    const auto* text = given(name);
    if (text == nullptr) return std::nullopt;
    int value = 0;
    const auto* end = text->data() + text->size();
    const auto [stopped, error] = std::from_chars(text->data(), end, value);
    if (error != std::errc{} || stopped != end) bad_request("value.not_a_whole_number", name, {{"value", *text}});
    return value;
}

std::string Call::say(std::string_view key, const Arguments& shown) const {
    return desk.catalogue.texts().get(key, language, shown);
}

void Call::look(std::string_view act, std::string_view subject_type, std::string_view subject,
                std::string_view organisation, std::string detail) const {
    // Nothing is shown of which no record can remain.
    if (desk.accounts.log().is_stuck()) throw Fault("store.full", "the records of looking cannot be written");
    accounts::Look look;
    look.at_ms = now_ms;
    look.who = who->name;
    look.act = act;
    look.subject_type = subject_type;
    look.subject = subject;
    look.organisation = organisation;
    look.detail = std::move(detail);
    look.peer = request.peer;
    desk.accounts.log().note(std::move(look));
}

std::shared_ptr<const std::filesystem::path> Call::scratch_file(std::string_view ending) const {
    const auto name = std::to_string(desk.surroundings.random()) + "." + std::string(ending);
    return {new std::filesystem::path(desk.scratch / name), [](const std::filesystem::path* made) {
                std::error_code ignored;
                std::filesystem::remove(*made, ignored);
                delete made;
            }};
}

void refuse_lines(std::vector<service::Objection> objections) {
    const bool is_forbidden = std::any_of(objections.begin(), objections.end(), [](const auto& objection) {
        return objection.refusal.code == "access.not_allowed";
    });
    Problem problem{is_forbidden ? 403 : 422, {}};
    problem.objections = std::move(objections);
    throw problem;
}

void bad_request(std::string_view code, std::string_view field, Arguments shown) {
    Problem problem{400, {}};
    problem.refusals.add({std::string(code), std::string(field), std::move(shown)});
    throw problem;
}

void not_found() {
    Problem problem{404, {}};
    problem.refusals.add({"api.not_found", "", {}});
    throw problem;
}

void forbidden(std::string_view right) {
    Problem problem{403, {}};
    problem.missing_right = right;
    throw problem;
}

Response json_answer(std::string body, int status) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

}  // namespace nennep::http
