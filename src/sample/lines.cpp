#include "sample/lines.hpp"

#include <charconv>

namespace nennep::sample {
namespace {

void append(std::string& line, const Field& field) {
    append_json(line, field.name);
    line += ':';
    if (const auto* text = std::get_if<std::string_view>(&field.value)) {
        append_json(line, *text);
    } else if (const auto* number = std::get_if<long long>(&field.value)) {
        char digits[24];
        line.append(digits, std::to_chars(digits, digits + sizeof digits, *number).ptr);
    } else if (const auto* yes = std::get_if<bool>(&field.value)) {
        line += *yes ? "true" : "false";
    } else if (const auto* day = std::get_if<Day>(&field.value)) {
        append_json(line, day->iso());
    } else {
        line += std::get<Json>(field.value).text;
    }
}

bool is_left_out(const Field& field) {
    const auto* text = std::get_if<std::string_view>(&field.value);
    return text && text->empty();
}

}  // namespace

void append_json(std::string& line, std::string_view text) {
    line += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') line += '\\';
        line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    line += '"';
}

void Lines::say(std::string_view type, std::string_view subject, Day on, const Authority& authority,
                std::initializer_list<Field> data) {
    line_ = "{";
    append(line_, {"type", type});
    append(line_ += ',', {"subject", subject});
    append(line_ += ',', {"effective_on", on});
    if (!authority.number.empty()) {
        line_ += ",\"authority\":{";
        append(line_, {"number", authority.number});
        append(line_ += ',', {"date", authority.date});
        if (!authority.issuer.empty()) append(line_ += ',', {"issuer", authority.issuer});
        line_ += '}';
    }
    line_ += ",\"data\":{";
    bool first = true;
    for (const Field& field : data) {
        if (is_left_out(field)) continue;
        if (!first) line_ += ',';
        append(line_, field);
        first = false;
    }
    line_ += "}}";
    sink_(line_);
}

}  // namespace nennep::sample
