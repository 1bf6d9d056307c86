#include "http/api/waiting.hpp"

#include <algorithm>

#include "http/api/body.hpp"
#include "http/api/reveal.hpp"
#include "http/api/subjects.hpp"
#include "service/line_reader.hpp"
#include "service/moment.hpp"

namespace nennep::http {
namespace {

using accounts::Shelf;
using service::WaitingAct;

constexpr std::size_t acts_shown = 100;

std::optional<WaitingAct> kept(const Call& call, const std::string& id) {
    const auto bytes = call.desk.accounts.keep().get(Shelf::act, id);
    return bytes ? service::decode_waiting(id, *bytes) : std::nullopt;
}

void put(accounts::Keep& keep, const std::string& id, std::string bytes) {
    const accounts::Row row{Shelf::act, id, std::move(bytes)};
    keep.put({&row, 1});
}

bool is_sender(const Call& call, const WaitingAct& act) { return act.sent_by == call.who->name; }

std::string_view state_of(const WaitingAct& act, std::int64_t now_ms) {
    if (!act.refused_by.empty()) return "refused";
    return now_ms < act.until_ms ? "waiting" : "expired";
}

std::string act_json(const service::ActForTwo& act) {
    return "{\"type\":" + json_quoted(act.event) +
           (act.voids.empty() ? "" : ",\"voids\":" + json_quoted(act.voids)) +
           ",\"subject_type\":" + json_quoted(act.subject_type) + ",\"subject\":{\"key\":" + json_quoted(act.subject) +
           ",\"label\":" + json_quoted(act.label) + "}}";
}

std::string to_json(const WaitingAct& act, std::int64_t now_ms, const std::string& rest = {}) {
    std::string out = "{\"id\":" + json_quoted(act.id) + ",\"state\":" + json_quoted(state_of(act, now_ms)) +
                      ",\"sent_by\":" + json_quoted(act.sent_by) + ",\"sent_at\":\"" +
                      service::iso_moment(act.sent_ms) + "\",\"until\":\"" + service::iso_moment(act.until_ms) +
                      "\",\"events\":" + std::to_string(act.size) + ",\"for_two\":" + std::to_string(act.what.size()) +
                      ",\"what\":[";
    for (std::size_t i = 0; i < std::min(act.what.size(), acts_shown); ++i) {
        out += (i == 0 ? "" : ",") + act_json(act.what[i]);
    }
    out += "]";
    if (!act.source.empty()) out += ",\"file\":" + json_quoted(act.source);
    if (!act.refused_by.empty()) {
        out += ",\"refused_by\":" + json_quoted(act.refused_by) + ",\"reason\":" + json_quoted(act.reason) +
               ",\"refused_at\":\"" + service::iso_moment(act.refused_ms) + "\"";
    }
    return out + rest + "}";
}

// What is guarded is shown to others than the sender when they ask for it, may see it, and it is written down that
// they looked.
std::string seen_by(const Call& call, const Desktop& desk, const std::string& line) {
    const service::IsOpen is_open = [&](world::SubjectNo subject, const std::string& guard) {
        const auto& query = call.request.query;
        const bool is_asked = std::find(query.begin(), query.end(), std::pair<std::string, std::string>(
                                            "reveal", guard)) != query.end();
        if (!is_asked || subject == world::nobody || !desk.may().may_see_guarded(subject, guard)) return false;
        look_at_revealed(call, desk, subject, {guard});
        return true;
    };
    return service::masked(call.desk.catalogue, desk.world().directory, line, is_open);
}

// The lines, each a JSON object that was judged when it was sent, and by which names one knows whom they name.
std::string lines_json(const Call& call, const WaitingAct& act) {
    const Desktop desk(call);
    std::vector<world::SubjectNo> named;
    std::string out = ",\"lines\":[";
    for (const auto& line : act.lines) {
        out += (out.back() == '[' ? "\n" : ",\n") + (is_sender(call, act) ? line : seen_by(call, desk, line));
        const auto of_line = service::named_in(call.desk.catalogue, desk.world().directory, line);
        named.insert(named.end(), of_line.begin(), of_line.end());
    }
    return out + "],\"labels\":" + labels_json(call, desk, named);
}

// What this user may look at: what they sent, and what they could confirm. Anything else is not there.
WaitingAct found(const Call& call) {
    auto act = kept(call, call.path_part("id"));
    if (!act) not_found();
    if (is_sender(call, *act)) return std::move(*act);
    const Desktop desk(call);
    if (!service::may_confirm(call.desk.catalogue, desk.may(), *act)) not_found();
    return std::move(*act);
}

[[noreturn]] void refuse(Refusal refusal, int status = 422) {
    Problem problem{status, {}};
    problem.refusals.add(std::move(refusal));
    throw problem;
}

// A program acts for one person; it is no second one.
void require_person(const Call& call) {
    if (call.who->token != 0) refuse({"second_person.by_program", "", {}}, 403);
}

void require_confirmable(const Call& call, const WaitingAct& act) {
    require_person(call);
    if (auto refusal = service::against_confirming(act, call.who->name, call.who->person, call.now_ms)) {
        refuse(std::move(*refusal));
    }
}

Response all(const Call& call) {
    std::string to_confirm, sent;
    const Desktop desk(call);
    std::vector<WaitingAct> acts;
    call.desk.accounts.keep().read(Shelf::act, [&](std::string_view id, std::string_view bytes) {
        if (auto act = service::decode_waiting(id, bytes)) acts.push_back(std::move(*act));
    });
    std::sort(acts.begin(), acts.end(), [](const auto& a, const auto& b) { return a.sent_ms < b.sent_ms; });
    for (const auto& act : acts) {
        auto& list = is_sender(call, act) ? sent : to_confirm;
        const bool is_mine = is_sender(call, act) ||
                             (!service::against_confirming(act, call.who->name, call.who->person, call.now_ms) &&
                              service::may_confirm(call.desk.catalogue, desk.may(), act));
        if (is_mine) list += (list.empty() ? "\n" : ",\n") + to_json(act, call.now_ms);
    }
    return json_answer("{\"to_confirm\":[" + to_confirm + "],\"sent\":[" + sent + "]}\n");
}

Response one(const Call& call) {
    const auto act = found(call);
    for (const auto& each : act.what) call.look("read", each.subject_type, each.subject, "", "waiting " + act.id);
    return json_answer(to_json(act, call.now_ms, lines_json(call, act)) + "\n");
}

Response confirm(const Call& call) {
    const auto act = found(call);
    require_confirmable(call, act);
    const auto sender = call.desk.accounts.find(act.sent_by);
    if (!sender || sender->is_disabled) refuse({"second_person.sender_gone", "", {{"by", act.sent_by}}});
    const service::OnBehalf on_behalf{call.desk.rights, sender->grants, sender->person};
    const service::Confirmation confirmation{call.who->name, {call.desk.rights, call.who->grants, call.who->person}};
    service::RecordingOptions options;
    options.on_behalf = &on_behalf;
    options.confirmation = &confirmation;
    const std::vector<std::string_view> lines(act.lines.begin(), act.lines.end());
    const auto receipt = call.desk.books.record(act.sent_by, lines, options);
    if (!receipt.objections.empty()) refuse_lines(receipt.objections);
    // Should the program end here, a second confirmation finds every line recorded and changes nothing.
    put(call.desk.accounts.keep(), act.id, {});
    call.look("confirm", "", "", "", act.id + " " + std::to_string(receipt.recorded));
    return json_answer("{\"recorded\":" + std::to_string(receipt.recorded) +
                       ",\"already\":" + std::to_string(receipt.already.size()) +
                       ",\"recorded_by\":" + json_quoted(act.sent_by) + ",\"confirmed_by\":" +
                       json_quoted(call.who->name) + ",\"journal\":{\"seq\":" + std::to_string(receipt.head.seq) +
                       ",\"hash\":\"" + hex(bytes_of(receipt.head.link)) + "\"}}\n");
}

Response refuse_it(const Call& call) {
    auto act = found(call);
    require_confirmable(call, act);
    Body body(call.request.body);
    auto reason = body.text("reason", 1000);
    body.finish();
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos) refuse({"second_person.reason_needed", "reason", {}});
    act.refused_by = call.who->name;
    act.reason = std::move(reason);
    act.refused_ms = call.now_ms;
    put(call.desk.accounts.keep(), act.id, encode(act));
    call.look("refuse", "", "", "", act.id);
    return json_answer(to_json(act, call.now_ms) + "\n");
}

Response take_back(const Call& call) {
    const auto act = kept(call, call.path_part("id"));
    if (!act || !is_sender(call, *act)) not_found();
    put(call.desk.accounts.keep(), act->id, {});
    return json_answer("", 204);
}

// What nobody has looked at for as long again as it waited goes.
void sweep(accounts::Keep& keep, std::int64_t now_ms) {
    std::vector<accounts::Row> gone;
    keep.read(Shelf::act, [&](std::string_view id, std::string_view bytes) {
        const auto act = service::decode_waiting(id, bytes);
        if (!act || act->until_ms + WaitingAct::waits_ms < now_ms) gone.push_back({Shelf::act, std::string(id), {}});
    });
    if (!gone.empty()) keep.put(gone);
}

}  // namespace

WaitingAct keep_waiting(accounts::Keep& keep, const accounts::Who& who, std::span<const std::string_view> lines,
                        const service::Receipt& receipt, std::int64_t now_ms, std::string source) {
    std::vector<std::string_view> good(lines.begin(), lines.end());
    for (const auto& objection : receipt.objections) good[objection.line] = {};
    std::erase_if(good, [](std::string_view line) { return line.empty(); });
    Sha256 named;
    named.add(who.name);
    for (const auto line : good) {
        named.add("\n");
        named.add(line);
    }
    auto act = service::waiting_act(hex(bytes_of(named.finish())).substr(0, 32), who.name, who.person, now_ms, good,
                                    receipt, std::move(source));
    sweep(keep, now_ms);
    put(keep, act.id, encode(act));
    return act;
}

std::string waiting_json(const WaitingAct& act, std::int64_t now_ms) { return to_json(act, now_ms); }

std::vector<Route> waiting_routes() {
    return {
        {.pattern = "/waiting", .name = "waiting.all", .answer = "waiting_list", .handle = all},
        {.pattern = "/waiting/{id}", .name = "waiting.one",
         .query = {reveal_parameter({"identity", "family", "health", "discipline"})}, .answer = "waiting",
         .handle = one},
        {.method = Method::post, .pattern = "/waiting/{id}/confirm", .name = "waiting.confirm", .is_slow = true,
         .answer = "confirmed", .handle = confirm, .scope = "record"},
        {.method = Method::post, .pattern = "/waiting/{id}/refuse", .name = "waiting.refuse", .is_slow = true,
         .body = "reason", .answer = "waiting", .handle = refuse_it, .scope = "record",
         .example = R"({"reason":"Thiếu nghị quyết chi bộ"})"},
        {.method = Method::del, .pattern = "/waiting/{id}", .name = "waiting.take_back", .is_slow = true,
         .handle = take_back, .success = 204, .scope = "record"},
    };
}

}  // namespace nennep::http
