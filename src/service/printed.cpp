#include "service/printed.hpp"

#include "service/moment.hpp"

namespace nennep::service {
namespace {

std::string authority_json(const catalogue::Authority& authority) {
    if (authority.empty()) return {};
    std::string out = ",\"authority\":{\"number\":" + json_quoted(authority.number);
    if (authority.date) out += ",\"date\":\"" + authority.date->iso() + "\"";
    if (!authority.issuer.empty()) out += ",\"issuer\":" + json_quoted(authority.issuer);
    return out + "}";
}

template <class Line>
std::string recording_json(const Line& line) {
    return ",\"recorded_at\":\"" + iso_moment(line.recorded_ms) +
           "\",\"recorded_by\":" + json_quoted(line.recorded_by) +
           (line.confirmed_by.empty() ? "" : ",\"confirmed_by\":" + json_quoted(line.confirmed_by));
}

std::string masked_json(const std::vector<std::string>& fields) {
    if (fields.empty()) return {};
    std::string out = ",\"masked\":[";
    for (const auto& field : fields) out += (out.back() == '[' ? "" : ",") + json_quoted(field);
    return out + "]";
}

}  // namespace

std::string to_json(const HistoryLine& line) {
    std::string out = "{\"seq\":" + std::to_string(line.seq) + ",\"type\":" + json_quoted(line.event) +
                      ",\"effective_on\":\"" + line.effective_on.iso() + "\"";
    if (!line.id.empty()) out += ",\"id\":" + json_quoted(line.id);
    out += authority_json(line.authority);
    if (!line.data.empty()) out += ",\"data\":" + line.data;
    out += masked_json(line.masked);
    if (line.voids) out += ",\"voids\":" + std::to_string(*line.voids) + ",\"reason\":" + json_quoted(line.reason);
    return out + std::string(",\"voided\":") + (line.is_voided ? "true" : "false") +
           (line.may_void ? std::string(",\"may_void\":") + (*line.may_void ? "true" : "false") : "") +
           recording_json(line) + "}";
}

std::string to_json(const RecordLine& line) {
    std::string out = "{\"subject\":" + json_quoted(line.subject) +
                      ",\"subject_type\":" + json_quoted(line.subject_type) +
                      ",\"name\":" + json_quoted(line.label);
    if (line.is_hidden) out += ",\"hidden\":true";
    if (!line.about_label.empty()) {
        out += ",\"person\":" + json_quoted(line.about) + ",\"person_name\":" + json_quoted(line.about_label);
    }
    out += ",\"effective_on\":\"" + line.effective_on.iso() + "\"";
    if (line.counts_on) out += ",\"counts_on\":\"" + line.counts_on->iso() + "\"";
    return out + ",\"organisation\":" + (line.organisation.empty() ? "null" : json_quoted(line.organisation)) +
           (line.organisation_label.empty() ? "" : ",\"organisation_label\":" + json_quoted(line.organisation_label)) +
           ",\"amount\":" + plain(line.amount) + ",\"seq\":" + std::to_string(line.seq) +
           ",\"event\":" + json_quoted(line.event) + authority_json(line.authority) +
           recording_json(line) + "}";
}

std::string to_json(const std::vector<RecordLine>& lines) {
    std::string out = "[";
    for (const auto& line : lines) out += (out.size() == 1 ? "\n" : ",\n") + to_json(line);
    return out + "]";
}

catalogue::List sheet_of(const std::vector<RecordLine>& lines, std::string title, const Texts& texts,
                         Language language) {
    using catalogue::Cell;
    using Kind = Cell::Kind;
    constexpr int narrow = 14, wide = 28;
    catalogue::List list;
    list.title = std::move(title);
    const auto column = [&](const char* name, Kind kind, int letters) {
        list.columns.push_back({name, texts.get(std::string("column.") + name, language), kind, letters});
    };
    column("subject", Kind::text, narrow);
    column("name", Kind::text, wide);
    column("person", Kind::text, wide);
    column("effective_on", Kind::day, narrow);
    column("organisation", Kind::text, narrow);
    column("amount", Kind::number, narrow);
    column("authority", Kind::text, narrow);
    column("recorded_at", Kind::text, wide);
    column("recorded_by", Kind::text, narrow);
    column("seq", Kind::number, narrow);
    list.rows = lines.size();
    list.each = [&lines](const catalogue::RowReader& read) {
        for (const auto& line : lines) {
            const auto recorded_at = iso_moment(line.recorded_ms);
            const Cell cells[] = {Cell(std::string_view(line.subject)),
                                  Cell(std::string_view(line.label)),
                                  Cell(std::string_view(line.about_label)),
                                  Cell(line.effective_on),
                                  Cell(std::string_view(line.organisation)),
                                  Cell(line.amount),
                                  Cell(std::string_view(line.authority.number)),
                                  Cell(std::string_view(recorded_at)),
                                  Cell(std::string_view(line.recorded_by)),
                                  Cell(Number{static_cast<std::int64_t>(line.seq), 0})};
            read(cells);
        }
    };
    return list;
}

}  // namespace nennep::service
