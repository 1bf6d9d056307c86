#include "reports/issuer.hpp"

#include <algorithm>
#include <map>

namespace nennep::reports {
namespace {

using catalogue::Letterhead;
using catalogue::Record;

// "02-NQ/ĐUK": number, hyphen, type, slash, body (rules.md §11.4).
struct DocumentNumber {
    std::string number;
    std::string type;
    std::string body;
};

std::optional<DocumentNumber> parsed(std::string_view text) {
    const auto hyphen = text.find('-');
    const auto slash = text.find('/', hyphen == std::string_view::npos ? 0 : hyphen);
    if (hyphen == 0 || hyphen == std::string_view::npos || slash == std::string_view::npos) return std::nullopt;
    if (text.front() < '0' || text.front() > '9' || slash == hyphen + 1 || slash + 1 == text.size()) {
        return std::nullopt;
    }
    return DocumentNumber{std::string(text.substr(0, hyphen)),
                          std::string(text.substr(hyphen + 1, slash - hyphen - 1)),
                          std::string(text.substr(slash + 1))};
}

// A document's label begins with its number.
std::string_view number_in(std::string_view label) { return label.substr(0, label.find(' ')); }

// Names of committees by names of organisations; the longest beginning that fits counts.
std::string replaced(const std::string& name, std::initializer_list<std::pair<std::string_view, std::string_view>> by) {
    for (const auto& [from, to] : by) {
        if (name.starts_with(from)) return std::string(to) + name.substr(from.size());
    }
    return name;
}

}  // namespace

Issuer::Issuer(const catalogue::Catalogue& catalogue, const world::World& world,
               const catalogue::ReportRequest& request)
    : catalogue_(catalogue),
      world_(world),
      request_(request),
      rank_(world.directory[request.organisation.no].rank),
      last_(Period::of_year(request.year).last) {}

std::string Issuer::label(world::SubjectNo organisation) const { return world_.directory[organisation].label; }

std::string Issuer::committee_of(world::SubjectNo organisation) const {
    return replaced(label(organisation), {{"Đảng bộ tỉnh ", "Tỉnh ủy "},
                                          {"Đảng bộ thành phố ", "Thành ủy "},
                                          {"Đảng bộ huyện ", "Huyện ủy "},
                                          {"Đảng bộ thị xã ", "Thị ủy "},
                                          {"Đảng bộ ", "Đảng ủy "}});
}

std::string_view Issuer::kind_of(world::SubjectNo organisation) const {
    const auto* span = world_.tree[world_.directory[organisation].rank].on(last_);
    const auto* founded = catalogue_.event("organisation.founded");
    const auto* choices = founded->field("kind")->kind->choices;
    return span == nullptr || span->kind >= choices->codes.size() ? "" : choices->codes[span->kind];
}

std::vector<Record> Issuer::own_records(std::string_view name) const {
    const auto* figure = catalogue_.figure(name);
    const auto year = Period::of_year(request_.year);
    // Documents are numbered through a term of five years.
    const Period term{year.first.plus_months(-48), year.last.plus_months(12)};
    const catalogue::Question question{request_.organisation, figure->is_stock ? year : term,
                                       catalogue::Structure::period_end, year.last};
    auto records = ask(catalogue_, world_, *figure, question).records;
    std::erase_if(records, [&](const Record& record) { return record.organisation != rank_; });
    return records;
}

std::string Issuer::superior() const {
    const auto* span = world_.tree[rank_].on(last_);
    if (span != nullptr && span->parent != world::nowhere) {
        return committee_of(world_.directory.ranked(catalogue_.organisations())[span->parent]);
    }
    const auto founded = own_records("organisations.total");
    if (founded.empty() || !request_.read_entries) return {};
    const journal::Seq founding = founded.back().row.seq;
    std::string founder;
    request_.read_entries({&founding, 1},
                          [&](journal::Seq, const catalogue::EntryNote& note) { founder = note.issuer; });
    return replaced(founder, {{"Ban Thường vụ ", ""}, {"Ban Chấp hành ", ""}});
}

std::string Issuer::signing_body() const {
    const auto kind = kind_of(request_.organisation.no);
    const bool has_standing_committee = kind == "province" || kind == "upper";
    const bool is_branch = kind == "branch" || kind == "grassroots_branch";
    return catalogue_.texts().get(has_standing_committee ? "report.signed_for_standing_committee"
                                  : is_branch            ? "report.signed_for_branch"
                                                         : "report.signed_for_committee",
                                  request_.language);
}

std::string Issuer::committee_symbol() const {
    const auto records = own_records("directives.issued");
    std::map<std::string, std::size_t> uses;
    for (const auto& record : records) {
        const auto number = parsed(number_in(world_.directory[record.row.subject].label));
        if (number) ++uses[number->body];
    }
    const auto most = std::max_element(uses.begin(), uses.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != uses.end()) return most->first;
    const auto kind = kind_of(request_.organisation.no);
    if (kind == "province") return "TU";
    return kind == "branch" || kind == "grassroots_branch" ? "CB" : "ĐU";
}

Result<Letterhead, Refusal> Issuer::numbered(Letterhead letterhead) const {
    if (request_.document == world::nobody) return letterhead;
    const auto& document = world_.directory[request_.document];
    for (const auto& record : own_records("directives.issued")) {
        if (record.row.subject != request_.document) continue;
        letterhead.date = record.row.on;
        letterhead.year = record.row.on.year();
        const auto written = number_in(document.label);
        const auto number = parsed(written);
        letterhead.number = number ? number->number : std::string(written);
        letterhead.symbol = number ? number->type + "/" + number->body : "";
        return letterhead;
    }
    return Refusal{"report.not_its_document", "",
                   {{"document", document.key}, {"key", world_.directory[request_.organisation.no].key}}};
}

}  // namespace nennep::reports
