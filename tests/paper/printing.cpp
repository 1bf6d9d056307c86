#include "printing.hpp"

#include "committee.hpp"
#include "render/docx/docx.hpp"
#include "render/pdf/pdf.hpp"
#include "reports/annual.hpp"
#include "service/inquiry.hpp"

namespace nennep::paper {
namespace {

constexpr std::int64_t printed_ms = 1'611'104'400'000;      // 20 January 2021, 8 o'clock in Viet Nam

std::string told(const service::Receipt& receipt) {
    std::string all;
    for (const auto& [line, refusal, with] : receipt.objections) {
        all += "line " + std::to_string(line) + ": " + refusal.code + " " + refusal.field;
        if (with) all += " with " + std::to_string(*with);
        for (const auto& [name, value] : refusal.arguments) all += " " + name + "=" + value;
        all += "\n";
    }
    return all;
}

}  // namespace

Printing::Printing() {
    const auto receipt = books_.record(committee_lines());
    if (!receipt.objections.empty()) throw std::runtime_error(told(receipt));
}

catalogue::Report Printing::report(const Wish& wish) {
    const auto& world = books_.books().world();
    catalogue::ReportRequest request;
    request.organisation = {world.directory.find(test::house().organisations(), committee_key).value()};
    request.year = committee_year;
    request.language = wish.language;
    request.letterhead = wish.letterhead;
    request.annex = wish.with_annex ? catalogue::ReportRequest::Annex::on_paper
                                    : catalogue::ReportRequest::Annex::none;
    request.read_entries = service::entry_reader(books_.books(), world, wish.language);
    if (wish.is_registered) {
        const auto documents = test::house().subject_type("directive").value();
        request.document = world.directory.find(documents, report_document).value();
    }
    auto made = reports::annual(test::house(), world, request);
    if (!made) throw std::runtime_error("the report is refused: " + made.error().all().front().code);
    return std::move(made.value());
}

void Printing::pdf(const Wish& wish, const Path& file) {
    const auto printed = report(wish);
    render::print_pdf({printed, test::house(), books_.books().world(), wish.language, printed_ms, {}}, file);
}

void Printing::docx(const Wish& wish, const Path& file) {
    const auto printed = report(wish);
    const render::Copy copy{printed, test::house(), books_.books().world(), wish.language, printed_ms, {}};
    const auto done = render::print_docx(copy, wish.document_template, "template.docx", file);
    if (!done) throw std::runtime_error("the document is refused: " + done.error().all().front().code);
}

}  // namespace nennep::paper
