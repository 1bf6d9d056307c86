// A file of events sent as a job, and the jobs.
#include <algorithm>

#include "base/bytes.hpp"
#include "http/api/imports.hpp"
#include "http/api/jobs.hpp"
#include "http/api/problem.hpp"
#include "http/api/routes.hpp"
#include "http/api/subjects.hpp"
#include "service/moment.hpp"

namespace nennep::http {
namespace {

constexpr std::size_t longest_name = 200;
// Of what speaks against a file, the first; how much there is in all is told too.
constexpr std::size_t most_told = 1'000;

std::string job_json(const Job& job) {
    std::string out = "{\"id\":" + std::to_string(job.id) + ",\"state\":" + json_quoted(name_of(job.state)) +
                      ",\"file\":" + json_quoted(job.file_name) + ",\"bytes\":" + std::to_string(job.bytes) +
                      ",\"by\":" + json_quoted(job.by) + ",\"check\":" + (job.check_only ? "true" : "false") +
                      ",\"keep_good\":" + (job.keep_good ? "true" : "false") + ",\"sent_at\":\"" +
                      service::iso_moment(job.sent_ms) + "\"";
    if (job.ended_ms != 0) out += ",\"ended_at\":\"" + service::iso_moment(job.ended_ms) + "\"";
    if (job.state == Job::State::running) {
        out += ",\"progress\":{\"stage\":" + json_quoted(job.stage) + ",\"done\":" + std::to_string(job.so_far) +
               ",\"of\":" + std::to_string(job.of) + "}";
    }
    if (!job.result.empty()) out += ",\"result\":" + job.result;
    return out + "}";
}

bool is_yes(const Call& call, std::string_view name) {
    const auto* given = call.given(name);
    return given != nullptr && *given == "1";
}

// A name to show and to download by: no path, no control characters.
std::string shown_name(const Call& call) {
    const auto* given = call.given("name");
    std::string name = given == nullptr ? "import.jsonl" : composed(*given);
    const bool is_bad = name.empty() || name.size() > longest_name ||
                        std::any_of(name.begin(), name.end(), [](char c) {
                            return static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '\\' || c == 0x7f;
                        });
    if (is_bad) bad_request("api.bad_file_name", "name");
    return name;
}

Job job_of(const Call& call) {
    const auto id = parse_decimal(call.path_part("id"), 0);
    const auto job = id && *id > 0 ? call.desk.jobs.find(static_cast<std::uint64_t>(*id)) : std::nullopt;
    if (!job || job->account != call.who->account) not_found();
    return *job;
}

Response send(const Call& call) {
    Job job;
    job.file_name = shown_name(call);
    job.check_only = is_yes(call, "check");
    job.keep_good = is_yes(call, "keep_good");
    const auto sent = call.desk.jobs.send(*call.who, std::move(job), call.request.body);
    if (!sent) {
        Problem problem{422, {}};
        if (sent.error().code == "import.too_many_waiting") {
            problem.status = 429;
            problem.headers.emplace_back("Retry-After", "5");
        }
        problem.refusals.add(sent.error());
        throw problem;
    }
    call.look("import", "", "", "", sent->file_name);
    auto answer = json_answer(job_json(*sent) + "\n", 202);
    answer.with("Location", "/api/v1/imports/" + std::to_string(sent->id));
    return answer;
}

Response all(const Call& call) {
    std::string out = "{\"imports\":[";
    for (const auto& job : call.desk.jobs.all(call.who->account))
        out += (out.back() == '[' ? "\n" : ",\n") + job_json(job);
    return json_answer(out + "]}\n");
}

Response one(const Call& call) { return json_answer(job_json(job_of(call)) + "\n"); }

Response file(const Call& call) {
    const auto job = job_of(call);
    auto content = call.desk.jobs.file(job);
    if (!content) not_found();
    call.look("export", "", "", "", job.file_name);
    Response response;
    response.content_type = "application/octet-stream";
    response.body = std::move(*content);
    return response.with("Content-Disposition", "attachment; filename*=UTF-8''" + escaped(job.file_name));
}

Response stop(const Call& call) {
    call.desk.jobs.stop(job_of(call).id);
    return json_answer(job_json(job_of(call)) + "\n", 202);
}

}  // namespace

std::string import_result(const Texts& texts, const service::Receipt& receipt, const service::SourceFiles& files) {
    std::string out = "{\"recorded\":" + std::to_string(receipt.is_held_back ? 0 : receipt.recorded) +
                      ",\"needs_second\":" + (receipt.for_two.empty() ? "false" : "true") + ",\"already\":" +
                      std::to_string(receipt.already.size()) + ",\"journal\":" + std::to_string(receipt.head.seq) +
                      ",\"refusals\":[";
    const auto told = std::min(receipt.objections.size(), most_told);
    for (std::size_t i = 0; i < told; ++i) {
        auto objection = receipt.objections[i];
        objection.line = files.place(objection.line).number - 1;
        out += (out.back() == '[' ? "\n" : ",\n") + to_json(texts, objection, true);
    }
    return out + "],\"refused\":" + std::to_string(receipt.objections.size()) + "}";
}

std::vector<Route> imports_routes() {
    const Parameter check{.name = "check", .kind = Parameter::Kind::choice, .choices = {"0", "1"}};
    const Parameter keep_good{.name = "keep_good", .kind = Parameter::Kind::choice, .choices = {"0", "1"}};
    return {
        {.method = Method::post, .pattern = "/imports", .name = "imports.send",
         .query = {{.name = "name"}, check, keep_good}, .right = "import", .is_slow = true, .takes_upload = true,
         .body = "lines", .answer = "job", .handle = send, .success = 202, .scope = "import"},
        {.pattern = "/imports", .name = "imports.all", .right = "import", .answer = "jobs", .handle = all},
        {.pattern = "/imports/{id}", .name = "imports.one", .right = "import", .answer = "job", .handle = one},
        {.pattern = "/imports/{id}/file", .name = "imports.file", .right = "import", .is_slow = true,
         .forms = {"application/octet-stream"}, .handle = file},
        {.method = Method::del, .pattern = "/imports/{id}", .name = "imports.stop", .right = "import",
         .is_slow = true, .answer = "job", .handle = stop, .success = 202, .scope = "import"},
    };
}

}  // namespace nennep::http
