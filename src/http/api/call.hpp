// What every handler is given: the request, who asks, and the house in which to look.
#pragma once
#include "accounts/who.hpp"
#include "http/api/desk.hpp"
#include "http/route.hpp"
#include "service/draft.hpp"

namespace nennep::http {

struct Call {
    const Desk& desk;
    const Request& request;
    const Route& route;
    Fields path;
    const accounts::Who* who = nullptr;         // null where nobody is signed in
    Language language = Language::vi;           // Accept-Language, or ?lang=
    std::int64_t now_ms = 0;

    const std::string& path_part(std::string_view name) const;
    // A parameter of the query as it was given, or nothing.
    const std::string* given(std::string_view name) const { return request.parameter(name); }
    // Read as what the route says it is; Misuse (400, `api.bad_parameter`) where it is none.
    std::optional<Day> day(std::string_view name) const;
    std::optional<int> number(std::string_view name) const;
    std::string say(std::string_view key, const Arguments& shown = {}) const;
    // Notes in the records of looking what was looked at (accounts/access_log.hpp).
    void look(std::string_view act, std::string_view subject_type, std::string_view subject,
              std::string_view organisation, std::string detail) const;
    // A file to be made and sent, which goes when nobody needs it any more, whether it was sent or not.
    std::shared_ptr<const std::filesystem::path> scratch_file(std::string_view ending) const;
    Day today() const { return Day::in_viet_nam(now_ms); }
};

// What a handler throws to end its work with an answer that is a problem; caught in one place.
struct Problem {
    int status = 422;
    Refusals refusals;
    Fields headers = {};
    std::vector<service::Objection> objections = {};    // of lines, instead of refusals
    std::string missing_right = {};                     // told by its name, and who would have it
};
[[noreturn]] void bad_request(std::string_view code, std::string_view field, Arguments shown = {});    // 400
// Not there, and not allowed to know: one and the same answer.
[[noreturn]] void not_found();
// 403 where a line may not be recorded by whoever sent it, else 422.
[[noreturn]] void refuse_lines(std::vector<service::Objection> objections);
[[noreturn]] void forbidden(std::string_view right);

Response json_answer(std::string body, int status = 200);

}  // namespace nennep::http
