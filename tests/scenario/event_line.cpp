#include "event_line.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <regex>
#include <stdexcept>
#include <vector>

namespace nennep::scenario {
namespace {

std::string quoted(const std::string& text) {
    return boost::json::serialize(boost::json::string(text));
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts{""};
    for (const char c : text) {
        if (c == at) parts.emplace_back();
        else parts.back() += c;
    }
    return parts;
}

// Takes what stands up to the next space that is not between quotation marks.
std::string take_word(std::string& rest) {
    bool in_quotes = false;
    std::size_t end = 0;
    for (; end < rest.size() && (in_quotes || rest[end] != ' '); ++end) {
        if (rest[end] == '"') in_quotes = !in_quotes;
    }
    auto word = rest.substr(0, end);
    rest.erase(0, std::min(rest.find_first_not_of(' ', end), rest.size()));
    return word;
}

std::string seats(const std::string& value) {
    std::string list;
    for (const auto& seat : split(value, ',')) {
        const auto parts = split(seat, ':');
        if (parts.size() != 2)
            throw std::runtime_error("a seat is written person:position, not " + seat);
        list += (list.empty() ? "" : ",") + ("{\"person\":" + quoted(parts[0])) +
                ",\"position\":" + quoted(parts[1]) + "}";
    }
    return "[" + list + "]";
}

std::string value_json(const std::string& name, const std::string& value) {
    static const std::regex number("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    if (value.starts_with('"')) {
        if (value.size() < 2 || !value.ends_with('"'))
            throw std::runtime_error("a text is not closed: " + value);
        return quoted(value.substr(1, value.size() - 2));
    }
    if (name == "seats") return seats(value);
    if (name == "introducers" || value.find(',') != std::string::npos) {
        std::string list;
        for (const auto& entry : split(value, ','))
            list += (list.empty() ? "" : ",") + quoted(entry);
        return "[" + list + "]";
    }
    if (value == "true" || value == "false" || value == "null") return value;
    return std::regex_match(value, number) ? value : quoted(value);
}

std::string authority_json(std::string value) {
    value.erase(std::remove(value.begin(), value.end(), '"'), value.end());
    const auto parts = split(value, '@');
    std::string out = "{\"number\":" + quoted(parts[0]);
    if (parts.size() > 1) out += ",\"date\":" + quoted(parts[1]);
    if (parts.size() > 2) out += ",\"issuer\":" + quoted(parts[2]);
    return out + "}";
}

}  // namespace

std::string event_json(const std::string& line) {
    std::string rest = line;
    const auto day = take_word(rest);
    const auto type = take_word(rest);
    if (type.empty()) throw std::runtime_error("an event has a day and a type: " + line);
    std::string out = "{\"type\":" + quoted(type);
    const auto next = rest.substr(0, rest.find(' '));
    if (!next.empty() && next.find('=') == std::string::npos) {
        out += ",\"subject\":" + value_json("", "\"" + take_word(rest) + "\"");
    }
    if (day != "-") out += ",\"effective_on\":" + quoted(day);
    std::string data;
    while (!rest.empty()) {
        if (rest.starts_with("data=")) {
            return out + ",\"data\":" + rest.substr(5) + "}";
        }
        const auto word = take_word(rest);
        const auto equals = word.find('=');
        if (equals == std::string::npos)
            throw std::runtime_error("field=value is wanted, not " + word);
        const auto name = word.substr(0, equals);
        const auto value = word.substr(equals + 1);
        if (name == "authority") out += ",\"authority\":" + authority_json(value);
        else if (name == "id") out += ",\"id\":" + value_json(name, "\"" + value + "\"");
        else data += (data.empty() ? "" : ",") + quoted(name) + ":" + value_json(name, value);
    }
    return out + (data.empty() ? "}" : ",\"data\":{" + data + "}}");
}

std::string unfolded(const std::string& line) {
    static const std::string open = "⟨";
    static const std::string close = "⟩";
    static const std::string times = " × ";
    std::string out;
    std::size_t at = 0;
    while (at < line.size()) {
        const auto begin = std::min(line.find(open, at), line.size());
        out += line.substr(at, begin - at);
        if (begin == line.size()) break;
        const auto end = line.find(close, begin);
        if (end == std::string::npos) throw std::runtime_error("⟨ is not closed: " + line);
        const auto inside = line.substr(begin + open.size(), end - begin - open.size());
        if (const auto cross = inside.find(times); cross != std::string::npos) {
            const auto text = inside.substr(cross + times.size());
            for (auto n = std::stoul(inside.substr(0, cross)); n > 0; --n) out += text;
        } else {
            for (const auto& byte : split(inside, ' '))
                out += static_cast<char>(std::stoi(byte, nullptr, 16));
        }
        at = end + close.size();
    }
    return out;
}

}  // namespace nennep::scenario
