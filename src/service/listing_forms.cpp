#include "service/listing_forms.hpp"

#include "catalogue/wording.hpp"

namespace nennep::service {
namespace {

using catalogue::Cell;
using catalogue::TraitKind;

std::string say(const KnownOn& known, std::string_view key, Language language, const Arguments& shown = {}) {
    return known.catalogue().texts().get(key, language, shown);
}

std::string named(const KnownOn& known, SubjectNo subject, const World& world, Language language) {
    return catalogue::Wording(known.catalogue(), language).name(world.directory[subject].label);
}

void append_subject(std::string& out, const KnownOn& known, const World& world, SubjectNo number,
                    Language language) {
    const auto& subject = world.directory[number];
    out += "{\"key\":";
    append_json(out, subject.key);
    out += ",\"label\":";
    append_json(out, named(known, number, world, language));
    out += ",\"kind\":";
    append_json(out, known.catalogue().subjects()[subject.type].name);
    out += "}";
}

// A value as JSON: codes, ISO days, numbers, texts, and who is named.
void append_value(std::string& out, const KnownOn& known, const World& world, TraitNo number, const Value& value,
                  Language language) {
    const auto kind = (*known.list().traits)[number].kind;
    if (!value.is_there) out += "null";
    else if (kind == TraitKind::subject) {
        append_subject(out, known, world, static_cast<SubjectNo>(value.number), language);
    } else if (kind == TraitKind::number || kind == TraitKind::money || kind == TraitKind::hundredths) {
        out += written(known, world, number, value);
    } else {
        append_json(out, written(known, world, number, value));
    }
}

// What is the name of a row on the day; a part is called by its key.
std::string name_of(const ListPage& page, const World& world, Rank rank, Language language) {
    const auto& known = page.selection.known();
    if (page.selection.list().parts != nullptr) return known.table().key(rank);
    for (const auto trait : {"full_name", "name"}) {
        const auto number = page.selection.list().trait(trait);
        if (!number) continue;
        const auto value = known.value(*number, rank);
        if (value.is_there) return std::string(known.text(*number, value.number));
    }
    return named(known, page.selection.subject(rank), world, language);
}

void append_row(std::string& out, const ListPage& page, const World& world, Rank rank, Language language) {
    const auto& selection = page.selection;
    const auto& known = selection.known();
    out += "{\"key\":";
    append_json(out, world.directory[selection.subject(rank)].key);
    out += ",\"name\":";
    append_json(out, name_of(page, world, rank, language));
    if (selection.list().parts != nullptr) {
        out += ",\"" + selection.list().subjects->name + "\":";
        append_subject(out, known, world, selection.subject(rank), language);
    }
    for (std::size_t i = 0; i < selection.list().traits->size(); ++i) {
        const auto number = static_cast<TraitNo>(i);
        const auto& trait = (*selection.list().traits)[i].name;
        if (trait == "name") continue;      // said already, and where it has none, what it is called instead
        out += ",";
        append_json(out, trait);
        out += ":";
        append_value(out, known, world, number, known.value(number, rank), language);
    }
    out += "}";
}

// RFC 3986: all but the unreserved.
std::string escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              c == '-' || c == '.' || c == '_' || c == '~';
        if (is_plain) out.push_back(c);
        else (out += '%') += {digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

constexpr std::size_t most_values_counted = 100;

}  // namespace

std::string label_of(const KnownOn& known, const World& world, TraitNo number, const Value& value,
                     Language language) {
    const auto& trait = (*known.list().traits)[number];
    if (!value.is_there) return say(known, "list.not_known", language);
    switch (trait.kind) {
        case TraitKind::choice:
            return say(known, "value." + std::string(trait.choices->list) + "." + written(known, world, number, value),
                       language);
        case TraitKind::day: return Day{static_cast<std::int32_t>(value.number)}.vietnamese();
        case TraitKind::money: return printed({value.number, 0}, language);
        case TraitKind::hundredths: return printed({value.number, 2}, language);
        case TraitKind::subject: return named(known, static_cast<SubjectNo>(value.number), world, language);
        default: return written(known, world, number, value);       // a year has no thousands
    }
}

std::string label_of(const KnownOn& known, const World& world, TraitNo trait, const Heading& heading,
                     Language language) {
    if (!heading.is_band()) return label_of(known, world, trait, heading.value, language);
    if (!heading.from) return "≤ " + std::to_string(*heading.to);
    if (!heading.to) return "≥ " + std::to_string(*heading.from);
    return heading.from == heading.to ? std::to_string(*heading.to)
                                      : std::to_string(*heading.from) + "–" + std::to_string(*heading.to);
}

std::string address_of(const Selecting& asked, const std::vector<Filter>& filters) {
    std::string out = "/api/v1/" + asked.list + "?on=" + asked.on.iso();
    if (!asked.organisation.empty()) out += "&org=" + escaped(asked.organisation);
    if (!asked.words.empty()) out += "&q=" + escaped(asked.words);
    for (const auto& [name, value] : parameters_of(filters)) out += "&" + escaped(name) + "=" + escaped(value);
    return out;
}

std::string json_of(const World& world, const ListQuery&, const ListPage& page, Language language) {
    std::string out = "{\"total\":" + std::to_string(page.total) + ",\"next\":";
    out += page.next.empty() ? "null" : json_quoted(page.next);
    out += ",\"rows\":[";
    for (const auto rank : page.rows) {
        out += rank == page.rows.front() && out.back() == '[' ? "\n" : ",\n";
        append_row(out, page, world, rank, language);
    }
    out += "],\"facets\":{";
    const auto& known = page.selection.known();
    for (const auto& counts : page.selection.counts()) {
        if (out.back() == '}') out += ",";
        append_json(out, (*known.list().traits)[counts.trait].name);
        out += ":{\"values\":[";
        std::size_t shown = 0;
        for (const auto& [value, count] : counts.of_values) {
            if (shown++ == most_values_counted) break;
            if (shown > 1) out += ",";
            out += "{\"value\":";
            if (value.is_there) append_json(out, written(known, world, counts.trait, value));
            else out += "null";
            out += ",\"label\":" + json_quoted(label_of(known, world, counts.trait, value, language)) +
                   ",\"count\":" + std::to_string(count) + "}";
        }
        out += "],\"different\":" + std::to_string(counts.of_values.size()) + "}";
    }
    return out + "}}\n";
}

namespace {

class TableJson {
public:
    TableJson(const World& world, const CrossQuery& query, const CrossTable& table, Language language)
        : world_(world), query_(query), table_(table), language_(language) {}

    std::string text() {
        out_ = "{\"organisation\":";
        out_ += query_.organisation.empty() ? "null" : json_quoted(query_.organisation);
        out_ += ",\"on\":\"" + query_.on.iso() + "\",\"list\":" + address(table_.filters({})) + ",";
        headings("rows", 0);
        if (table_.axes.size() > 1) headings("columns", 1);
        if (table_.axes.size() > 2) headings("layers", 2);
        if (table_.axes.size() > 2) {
            out_ += "\"cells\":[";
            each(2, [&](std::size_t layer) { cells(layer); });
            out_ += "],\"lists\":[";
            each(2, [&](std::size_t layer) { lists(layer); });
            out_ += "],";
        } else {
            out_ += "\"cells\":";
            cells(0);
            out_ += ",\"lists\":";
            lists(0);
            out_ += ",";
        }
        return out_ + "\"total\":" + told(table_.total) + "}\n";
    }

private:
    static std::string told(std::int64_t count) {
        return count == CrossTable::hidden ? "null" : std::to_string(count);
    }
    std::string address(const std::vector<Filter>& filters) const { return json_quoted(address_of(query_, filters)); }
    std::optional<std::size_t> at(std::size_t axis, std::size_t place) const {
        return axis < table_.axes.size() ? std::optional(place) : std::nullopt;
    }
    template <class Take>
    void each(std::size_t axis, Take&& take) {
        const auto count = axis < table_.axes.size() ? table_.axes[axis].headings.size() : 1;
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) out_ += ",";
            take(i);
        }
    }
    void headings(const char* name, std::size_t number) {
        const auto& axis = table_.axes[number];
        const auto& known = table_.selection.known();
        out_ += std::string("\"") + name + "\":[";
        each(number, [&](std::size_t i) {
            const auto& heading = axis.headings[i];
            out_ += "{\"code\":";
            out_ += heading.is_band() || heading.value.is_there ? json_quoted(heading.code) : "null";
            out_ += ",\"label\":" + json_quoted(label_of(known, world_, axis.trait, heading, language_)) +
                    ",\"total\":" + told(heading.count) + ",\"list\":" +
                    address(number == 0   ? table_.filters(i)
                            : number == 1 ? table_.filters({}, i)
                                          : table_.filters({}, {}, i)) +
                    "}";
        });
        out_ += "],";
    }
    template <class Take>
    void grid(Take&& take) {
        out_ += "[";
        each(0, [&](std::size_t row) {
            out_ += "[";
            each(1, [&](std::size_t column) { take(row, column); });
            out_ += "]";
        });
        out_ += "]";
    }
    void cells(std::size_t layer) {
        grid([&](std::size_t row, std::size_t column) { out_ += told(table_.cell(row, column, layer)); });
    }
    void lists(std::size_t layer) {
        grid([&](std::size_t row, std::size_t column) {
            out_ += address(table_.filters(row, at(1, column), at(2, layer)));
        });
    }

    const World& world_;
    const CrossQuery& query_;
    const CrossTable& table_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string json_of(const World& world, const CrossQuery& query, const CrossTable& table, Language language) {
    return TableJson(world, query, table, language).text();
}

std::string json_of(const Catalogue& catalogue, const World& world, const SubjectState& state, Language language) {
    const auto& subject = world.directory[state.subject];
    const auto& list = catalogue.list_of(subject.type);
    const KnownOn known(catalogue, world, list, state.on);
    std::string out = "{\"key\":" + json_quoted(subject.key) + ",\"kind\":" +
                      json_quoted(catalogue.subjects()[subject.type].name) + ",\"name\":" +
                      json_quoted(named(known, state.subject, world, language)) + ",\"on\":\"" + state.on.iso() +
                      "\",\"traits\":{";
    for (const auto& shown : state.traits) {
        const auto& trait = (*list.traits)[shown.trait];
        if (&shown != &state.traits.front()) out += ",";
        append_json(out, trait.name);
        out += ":{\"label\":" + json_quoted(catalogue.trait_label(trait, language)) + ",\"value\":";
        append_value(out, known, world, shown.trait, shown.value, language);
        out += ",\"shown\":" + json_quoted(label_of(known, world, shown.trait, shown.value, language));
        if (shown.since) out += ",\"since\":\"" + shown.since->iso() + "\"";
        out += "}";
    }
    out += "},\"fields\":{";
    const catalogue::Wording wording(catalogue, language);
    for (const auto& field : state.fields) {
        if (&field != &state.fields.front()) out += ",";
        append_json(out, field.name);
        out += ":{\"label\":" + json_quoted(catalogue.texts().get("field." + field.name, language));
        if (field.is_masked) {
            out += ",\"masked\":true";
        } else {
            const bool is_one = !field.is_list && field.named.size() == 1;
            out += ",\"value\":" + field.json + ",\"shown\":" +
                   json_quoted(is_one ? named(known, field.named.front(), world, language)
                                      : wording.recorded(field.json, field.choices));
            if (is_one) {
                out += ",\"reference\":";
                append_subject(out, known, world, field.named.front(), language);
            } else if (field.is_list && !field.named.empty()) {
                out += ",\"references\":[";
                for (const auto one : field.named) {
                    if (out.back() != '[') out += ",";
                    append_subject(out, known, world, one, language);
                }
                out += "]";
            }
        }
        out += ",\"since\":\"" + field.on.iso() + "\",\"seq\":" + std::to_string(field.seq) + ",\"event\":" +
               json_quoted(field.event) + "}";
    }
    out += "}";
    if (state.acts) out += ",\"acts\":" + json_of(*state.acts);
    return out + "}\n";
}

namespace {

Cell::Kind cell_kind(TraitKind kind) {
    switch (kind) {
        case TraitKind::day: return Cell::Kind::day;
        case TraitKind::number:
        case TraitKind::money:
        case TraitKind::hundredths: return Cell::Kind::number;
        default: return Cell::Kind::text;
    }
}

}  // namespace

catalogue::List sheet_of(const World& world, const ListPage& page, Language language) {
    const auto& known = page.selection.known();
    const auto& described = known.list();
    catalogue::List list;
    list.title = say(known, "list." + described.name, language);
    list.columns.push_back({"key", say(known, "column.subject", language), Cell::Kind::text, 14});
    for (const auto& trait : *described.traits) {
        list.columns.push_back(
            {trait.name, known.catalogue().trait_label(trait, language), cell_kind(trait.kind), 14});
    }
    list.rows = page.rows.size();
    list.each = [&world, &page, &known, language](const catalogue::RowReader& read) {
        std::vector<Cell> cells;
        std::vector<std::string> words(known.list().traits->size());
        for (const auto rank : page.rows) {
            cells.assign(1, Cell(std::string_view(world.directory[page.selection.subject(rank)].key)));
            for (std::size_t i = 0; i < words.size(); ++i) {
                const auto number = static_cast<TraitNo>(i);
                const auto kind = (*known.list().traits)[i].kind;
                const auto value = known.value(number, rank);
                if (!value.is_there) {
                    cells.emplace_back();
                } else if (cell_kind(kind) == Cell::Kind::day) {
                    cells.emplace_back(Day{static_cast<std::int32_t>(value.number)});
                } else if (cell_kind(kind) == Cell::Kind::number) {
                    cells.emplace_back(Number{value.number, kind == TraitKind::hundredths ? 2 : 0});
                } else {
                    words[i] = label_of(known, world, number, value, language);
                    cells.emplace_back(std::string_view(words[i]));
                }
            }
            read(cells);
        }
    };
    return list;
}

catalogue::List sheet_of(const World& world, const CrossTable& table, Language language) {
    const auto& known = table.selection.known();
    const auto label = [&](std::size_t axis) {
        return known.catalogue().trait_label((*known.list().traits)[table.axes[axis].trait], language);
    };
    catalogue::List list;
    list.title = say(known, "list." + known.list().name, language);
    const bool has_columns = table.axes.size() > 1;
    const bool has_layers = table.axes.size() > 2;
    if (has_layers) list.columns.push_back({"layer", label(2), Cell::Kind::text, 20});
    list.columns.push_back({"row", label(0), Cell::Kind::text, 20});
    const std::size_t columns = has_columns ? table.axes[1].headings.size() : 0;
    for (std::size_t i = 0; i < columns; ++i) {
        const auto& axis = table.axes[1];
        list.columns.push_back({"column", label_of(known, world, axis.trait, axis.headings[i], language),
                                Cell::Kind::number, 10});
    }
    list.columns.push_back({"total", say(known, "statistics.total", language), Cell::Kind::number, 10});
    const auto rows = table.axes[0].headings.size();
    const auto layers = has_layers ? table.axes[2].headings.size() : 1;
    list.rows = layers * (rows + 1);
    list.each = [&world, &table, &known, language, columns, rows, layers,
                 has_layers](const catalogue::RowReader& read) {
        std::vector<Cell> cells;
        for (std::size_t layer = 0; layer < layers; ++layer) {
            std::vector<std::int64_t> sums(columns + 1);
            const auto layer_label =
                has_layers ? label_of(known, world, table.axes[2].trait, table.axes[2].headings[layer], language) : "";
            for (std::size_t row = 0; row <= rows; ++row) {
                const bool is_sum = row == rows;
                const auto row_label =
                    is_sum ? say(known, "statistics.total", language)
                           : label_of(known, world, table.axes[0].trait, table.axes[0].headings[row], language);
                cells.clear();
                if (has_layers) cells.emplace_back(std::string_view(layer_label));
                cells.emplace_back(std::string_view(row_label));
                std::int64_t total = columns == 0 && !is_sum ? table.cell(row) : 0;
                for (std::size_t column = 0; column < columns; ++column) {
                    const auto count = is_sum ? sums[column] : table.cell(row, column, layer);
                    if (!is_sum) sums[column] += count;
                    total += count;
                    cells.emplace_back(Number{count, 0});
                }
                if (is_sum)
                    total = sums[columns];
                else
                    sums[columns] += total;
                cells.emplace_back(Number{total, 0});
                read(cells);
            }
        }
    };
    return list;
}

}  // namespace nennep::service
