// The annual report in each form, with what the reader may be told and shown in it.
#include "http/api/question.hpp"
#include "http/api/routes.hpp"
#include "render/docx/docx.hpp"
#include "render/json.hpp"
#include "render/pdf/pdf.hpp"
#include "render/text.hpp"
#include "render/xlsx/xlsx.hpp"
#include "service/inquiry.hpp"
#include "service/small_cells.hpp"
#include "service/visible.hpp"

namespace nennep::http {
namespace {

using Annex = catalogue::ReportRequest::Annex;

struct Form {
    std::string_view name;
    std::string_view media;
    Annex annex;                // unless none is asked for
};

constexpr Form forms[] = {
    {"json", "application/json", Annex::none},
    {"text", "text/plain; charset=utf-8", Annex::none},
    {"pdf", "application/pdf", Annex::on_paper},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Annex::on_paper},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Annex::in_full},
};

const Form& form_of(const Call& call) {
    const auto* asked = call.given("format");
    if (asked == nullptr) return forms[0];
    for (const auto& form : forms) {
        if (form.name == *asked) return form;
    }
    throw Bug("the gate lets in only forms that there are");
}

Response document(const Call& call, const Desktop& desk, const Form& form, const catalogue::Report& report) {
    const render::Copy copy{report, call.desk.catalogue, desk.world(), call.language, call.now_ms, {}};
    const auto file = call.scratch_file(form.name);
    if (form.name == "pdf") render::print_pdf(copy, *file);
    else if (form.name == "xlsx") render::print_xlsx(copy, *file);
    else if (const auto printed = render::print_docx(copy, {}, {}, *file); !printed)
        throw Problem{422, printed.error()};
    Response response;
    response.file = file;
    response.content_type = form.media;
    std::string name = "attachment; filename=\"report-";
    name += std::to_string(report.year) + ".";
    name += form.name;
    name += "\"";
    response.with("Content-Disposition", std::move(name));
    return response;
}

Response annual(const Call& call) {
    const auto& catalogue = call.desk.catalogue;
    const auto& form = form_of(call);
    Desktop desk(call);
    const auto question = question_of(call, desk, "see.reports");
    if (!question.period.year()) bad_request("api.year_or_period", "year");
    catalogue::ReportRequest request;
    const auto* annex = call.given("annex");
    request.annex = annex != nullptr && *annex == "none" ? Annex::none : form.annex;
    request.organisation = question.organisation;
    request.year = question.period.first.year();
    request.structure = question.structure;
    request.language = call.language;
    if (const auto* known = call.given("as_known")) request.as_known = *known;
    if (const auto* key = call.given("document")) request.document = desk.subject("directive", *key);
    // A copy: the world of now is let go below.
    const auto key = desk.world().directory[question.organisation.no].key;
    if (request.annex != Annex::none) desk.require_export(question.organisation.no);
    desk.go_on_alone();
    request.read_entries = service::entry_reader(desk.books(), desk.world(), call.language);
    request.may_tell = [&](const catalogue::Figure& figure, const catalogue::Question& asked) {
        return service::may_tell(catalogue, desk.world(), desk.may(), figure, asked);
    };
    request.may_open = [&](const catalogue::Figure& figure) {
        return service::may_open_list(catalogue, desk.may(), figure, desk.today(question.organisation.no));
    };
    request.may_see = [&](world::SubjectNo subject) { return desk.may_see(subject); };
    const auto report = call.desk.annual_report(catalogue, desk.world(), request);
    if (!report) throw Problem{422, report.error()};
    // To look at it is not yet to take it along.
    const auto* act = form.name == "json" ? "read" : "print";
    call.look(act, "organisation", key, key, std::string(form.name) + " " + std::to_string(request.year));
    if (form.name == "json") {
        auto answer = json_answer(render::json(*report, catalogue, desk.world()));
        answer.etag = desk.etag();
        return answer;
    }
    if (form.name == "text") {
        auto answer = json_answer(render::text(*report, catalogue, desk.world(), call.language));
        answer.content_type = form.media;
        return answer;
    }
    return document(call, desk, form, *report);
}

}  // namespace

std::vector<Route> reports_routes() {
    return {{.pattern = "/reports/annual", .name = "reports.annual",
             .query = {organisation_parameter(),
                       {.name = "year", .kind = Parameter::Kind::year, .required = true},
                       {.name = "format", .kind = Parameter::Kind::choice,
                        .choices = {"json", "text", "docx", "pdf", "xlsx"}},
                       {.name = "annex", .kind = Parameter::Kind::choice, .choices = {"lists", "none"}},
                       {.name = "structure", .kind = Parameter::Kind::choice, .choices = {"period_end", "event"}},
                       {.name = "as_known", .kind = Parameter::Kind::moment},
                       {.name = "document"}},
             .right = "see.reports", .is_slow = true, .answer = "report",
             .forms = {"application/json", "text/plain", "application/pdf",
                       "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
             .handle = annual}};
}

}  // namespace nennep::http
