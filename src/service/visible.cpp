#include "service/visible.hpp"

#include <algorithm>
#include <set>

namespace nennep::service {
namespace {

constexpr std::string_view dot = "•";
constexpr std::string_view hidden = "•••";

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

// A value as JSON: what is no plain text is hidden whole.
std::string masked_json(std::string_view json) {
    const bool is_text = json.size() >= 2 && json.front() == '"' && json.back() == '"';
    std::string out;
    append_json(out, is_text ? masked(json.substr(1, json.size() - 2)) : std::string(hidden));
    return out;
}

void mask(const catalogue::EventType& type, const Permission& permission, SubjectNo subject, HistoryLine& line) {
    for (auto& part : line.parts) {
        const auto* field = type.field(part.field);
        if (field == nullptr || field->guard.empty() || permission.may_see_guarded(subject, field->guard)) continue;
        part.json = masked_json(part.json);
        part.choices = nullptr;
        part.named.clear();
        line.masked.push_back(part.field);
    }
    if (line.masked.empty()) return;
    line.data = "{";
    for (const auto& part : line.parts) {
        if (line.data.size() > 1) line.data.push_back(',');
        append_json(line.data, part.field);
        line.data += ":" + part.json;
    }
    line.data.push_back('}');
}

}  // namespace

std::string masked(std::string_view text) {
    constexpr std::size_t shortest = 9, kept = 3;
    if (text.size() < shortest || !is_number(text)) return std::string(hidden);
    std::string out;
    for (std::size_t i = kept; i < text.size(); ++i) out += dot;
    out += text.substr(text.size() - kept);
    return out;
}

std::vector<HistoryLine> visible(const catalogue::Catalogue& catalogue, const Permission& permission,
                                 SubjectNo subject, std::vector<HistoryLine> lines) {
    if (!permission.may_see(subject)) return {};
    std::set<Seq> unseen;
    for (const auto& line : lines) {
        if (!line.voids && !permission.may_see_event(subject, line.event)) unseen.insert(line.seq);
    }
    // A correction may void a correction, of whatever number: until nothing more falls out.
    for (bool more = !unseen.empty(); std::exchange(more, false);) {
        for (const auto& line : lines) {
            if (line.voids && unseen.contains(*line.voids)) more = unseen.insert(line.seq).second || more;
        }
    }
    std::erase_if(lines, [&](const HistoryLine& line) { return unseen.contains(line.seq); });
    for (auto& line : lines) {
        if (const auto* type = catalogue.event(line.event)) mask(*type, permission, subject, line);
    }
    return lines;
}

std::optional<catalogue::RightNo> restriction_of(const catalogue::Catalogue& catalogue,
                                                 const catalogue::Rights& rights,
                                                 const catalogue::Figure& figure) {
    for (const auto* name : {&figure.part, &figure.whole}) {
        if (const auto* of = catalogue.figure(*name)) {
            if (const auto right = restriction_of(catalogue, rights, *of)) return right;
        }
    }
    for (const auto& type : catalogue.events()) {
        // A stock tells of its subject, so of the events by which that is restricted as a whole.
        const bool is_behind = figure.event_type.empty() ? type.subject_type == figure.subject_type &&
                                                               type.restricted == figure.subject_type
                                                         : type.name == figure.event_type;
        if (is_behind && rights.is_restricted(type.name)) return rights.seeing_event(type.name);
    }
    return std::nullopt;
}

bool may_open_list(const catalogue::Catalogue& catalogue, const Permission& permission,
                   const catalogue::Figure& figure, OrganisationNo organisation) {
    if (!permission.may_throughout("see.figures.lists", organisation)) return false;
    const auto right = restriction_of(catalogue, permission.rights(), figure);
    return !right || permission.may_throughout(permission.rights().rights()[*right], organisation);
}

std::vector<RecordLine> visible(const catalogue::Catalogue& catalogue, const Permission& permission,
                                std::vector<RecordLine> rows) {
    for (auto& row : rows) {
        const auto type = catalogue.subject_type(row.subject_type);
        if (!type || !permission.may_see(*type, row.subject)) {
            row.subject.clear();
            row.label = hidden;
            row.authority = {};
            row.is_hidden = true;
        }
        // One that has left their part of the tree is counted, and no longer called by its name.
        if (!row.organisation.empty() && !permission.may_name(catalogue.organisations(), row.organisation)) {
            row.organisation_label.clear();
        }
        if (!row.about.empty() && !permission.may_see(catalogue.people(), row.about)) {
            row.about.clear();
            row.about_label = hidden;
            row.is_hidden = true;
        }
    }
    return rows;
}

}  // namespace nennep::service
