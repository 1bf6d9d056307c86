// Import lines, built as text: a sample of some hundred thousand is told in a second.
#pragma once
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/day.hpp"

namespace nennep::sample {

struct Json {  // already JSON
    std::string text;
};

// One field of an event. An empty text is a field left out.
struct Field {
    std::string_view name;
    std::variant<std::string_view, long long, bool, Day, Json> value;
};
inline const Field left_out{"", std::string_view{}};

struct Authority {
    std::string number;  // empty: the event has none
    Day date;
    std::string issuer;
};

class Lines {
public:
    using Sink = std::function<void(std::string_view)>;
    explicit Lines(Sink sink) : sink_(std::move(sink)) {}

    void say(std::string_view type, std::string_view subject, Day on, const Authority& authority,
             std::initializer_list<Field> data);
    void say(std::string_view type, std::string_view subject, Day on,
             std::initializer_list<Field> data) {
        say(type, subject, on, {}, data);
    }

private:
    Sink sink_;
    std::string line_;
};

// Appends `text` as a JSON string.
void append_json(std::string& line, std::string_view text);

}  // namespace nennep::sample
