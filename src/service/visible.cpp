#include "service/visible.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace nennep::service {
namespace {

constexpr std::string_view hidden = "•••";

void mask(const catalogue::EventType& type, const std::function<bool(const std::string& guard)>& is_open,
          HistoryLine& line) {
    std::erase_if(line.parts, [&](const HistoryLine::Part& part) {
        const auto* field = type.field(part.field);
        if (field == nullptr || field->guard.empty() || is_open(field->guard)) return false;
        line.masked.push_back(part.field);
        return true;
    });
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

std::vector<HistoryLine> visible(const catalogue::Catalogue& catalogue, const Permission& permission,
                                 SubjectNo subject, std::vector<HistoryLine> lines,
                                 const std::vector<std::string>& revealed) {
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
    const auto is_open = [&](const std::string& guard) {
        if (permission.is_self(subject)) return true;
        const bool is_asked = std::find(revealed.begin(), revealed.end(), guard) != revealed.end();
        return is_asked && permission.may_see_guarded(subject, guard);
    };
    for (auto& line : lines) {
        if (const auto* type = catalogue.event(line.event)) mask(*type, is_open, line);
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
