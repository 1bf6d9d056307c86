// Recording: one event or a list, all or nothing; trying it first; taking one back; and the history
// of a subject.
#include <algorithm>

#include "base/bytes.hpp"
#include "http/api/idempotency.hpp"
#include "http/api/problem.hpp"
#include "http/api/reveal.hpp"
#include "http/api/routes.hpp"
#include "http/api/subjects.hpp"
#include "http/api/waiting.hpp"
#include "service/history.hpp"
#include "service/line_reader.hpp"
#include "service/offered_acts.hpp"
#include "service/printed.hpp"
#include "service/visible.hpp"

namespace nennep::http {
namespace {

using service::Receipt;

// `waiting`: what was held back, as JSON.
std::string receipt_json(const Receipt& receipt, bool is_check, const std::string& waiting = "null") {
    const bool is_recorded = !is_check && !receipt.is_held_back;
    std::string out = "{\"recorded\":" + std::to_string(is_check || is_recorded ? receipt.recorded : 0) +
                      ",\"already\":" + std::to_string(receipt.already.size()) +
                      ",\"check\":" + (is_check ? "true" : "false") +
                      ",\"needs_second\":" + (receipt.for_two.empty() ? "false" : "true") +
                      ",\"waiting\":" + waiting + ",\"events\":[";
    for (std::size_t i = 0; i < receipt.seqs.size(); ++i) {
        const bool was_there = std::binary_search(receipt.already.begin(), receipt.already.end(), i);
        out += (i == 0 ? "{\"seq\":" : ",{\"seq\":") +
               (!is_recorded && !was_there ? "null" : std::to_string(receipt.seqs[i])) +
               ",\"already\":" + (was_there ? "true" : "false") + "}";
    }
    return out + "],\"journal\":{\"seq\":" + std::to_string(receipt.head.seq) + ",\"hash\":\"" +
           hex(bytes_of(receipt.head.link)) + "\"}}\n";
}

Response record_lines(const Call& call, const std::vector<std::string>& lines) {
    const auto* check = call.given("check");
    const bool is_check = check != nullptr && *check == "1";
    const std::vector<std::string_view> views(lines.begin(), lines.end());
    const service::OnBehalf on_behalf{call.desk.rights, call.who->grants, call.who->person};
    service::RecordingOptions options;
    options.on_behalf = &on_behalf;
    options.check_only = is_check;
    const auto receipt = call.desk.books.record(call.who->name, views, options);
    if (!receipt.objections.empty()) refuse_lines(receipt.objections);
    if (receipt.is_held_back && !is_check) {
        const auto act = keep_waiting(call.desk.accounts.keep(), *call.who, views, receipt, call.now_ms);
        auto answer = json_answer(receipt_json(receipt, false, waiting_json(act, call.now_ms)), 202);
        return answer.with("Location", "/api/v1/waiting/" + act.id);
    }
    return json_answer(receipt_json(receipt, is_check), !is_check && receipt.recorded > 0 ? 201 : 200);
}

Response record(const Call& call) {
    const std::string key(call.request.header("idempotency-key"));
    // The journal itself knows a line again by its id: so a repeated request is recorded once even
    // if the program was killed between recording and answering.
    const auto ids = ids_of(call, key);
    const auto lines = service::lines_of_body(call.request.body, ids);
    if (!lines) {
        Problem problem{422, {}};
        problem.refusals.add(lines.error());
        throw problem;
    }
    if (!key.empty() && call.given("check") == nullptr) use_key(call, key);
    return record_lines(call, lines.value());
}

std::vector<world::SubjectNo> named_in(const std::vector<service::HistoryLine>& lines) {
    std::vector<world::SubjectNo> all;
    for (const auto& line : lines) {
        for (const auto& part : line.parts) {
            for (const auto& naming : part.named) all.push_back(naming.no);
        }
    }
    return all;
}

Response history(const Call& call) {
    const Desktop desk(call);
    const auto& type = *call.given("subject_type");
    if (!call.desk.catalogue.subject_type(type)) not_found();
    const auto subject = desk.subject(type, *call.given("key"));
    std::string out = "{\"subject_type\":" + json_quoted(type) + ",\"subject\":" +
                      reference_json(desk.world(), call.desk.catalogue, call.language, subject) + ",\"events\":[";
    auto lines = service::history_of(desk.books(), desk.world(), subject, desk.known_up_to());
    const auto today = desk.today_subject(subject);
    const auto opened = revealed(call, desk, today);
    look_at_revealed(call, desk, subject, opened);
    lines = service::visible(call.desk.catalogue, desk.may(), today, std::move(lines), opened);
    // Only what stands now can be taken back.
    if (!desk.known_up_to()) service::mark_what_may_be_voided(desk.may(), subject, lines);
    for (const auto& line : lines) out += (out.back() == '[' ? "\n" : ",\n") + service::to_json(line);
    call.look("read", type, *call.given("key"), desk.seat_key(subject), "history");
    return json_answer(out + "],\"labels\":" + labels_json(call, desk, named_in(lines)) + "}\n");
}

}  // namespace

std::vector<Route> events_routes() {
    return {
        {.method = Method::post, .pattern = "/events", .name = "events.record",
         .query = {{.name = "check", .choices = {"0", "1"}}}, .is_slow = true,
         .body = "events", .answer = "receipt", .handle = record, .success = 201,
         .other_successes = {200, 202}, .scope = "record"},
        {.pattern = "/events", .name = "events.history",
         .query = {{.name = "subject_type", .required = true}, {.name = "key", .required = true},
                   {.name = "as_known", .kind = Parameter::Kind::moment},
                   reveal_parameter({"identity", "family", "health", "discipline"})},
         .answer = "history", .handle = history},
    };
}

}  // namespace nennep::http
