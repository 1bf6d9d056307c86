// What goes wrong, in four kinds: a refusal (somebody asked for what is not allowed), a violation
// (a history that is impossible), a fault (the world outside failed), a bug (`ensure`).
#pragma once
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace nennep {

// Named values that the text of a refusal shows, `{name}` in texts.toml.
using Arguments = std::vector<std::pair<std::string, std::string>>;

// One objection: a code whose text in both languages stands in texts.toml, the field it is about
// ("data.branch"), and what the text shows.
struct Refusal {
    std::string code;
    std::string field;
    Arguments arguments;
};

class Refusals {
public:
    void add(Refusal refusal) { all_.push_back(std::move(refusal)); }
    void when(bool objection, std::string_view code, std::string_view field, Arguments shown = {}) {
        if (objection) add({std::string(code), std::string(field), std::move(shown)});
    }
    explicit operator bool() const { return !all_.empty(); }
    const std::vector<Refusal>& all() const { return all_; }

private:
    std::vector<Refusal> all_;
};

// A value or the reasons why there is none; speaks like std::expected of C++23.
template <class Value, class Error = Refusal>
class Result {
public:
    Result(Value value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}
    explicit operator bool() const { return content_.index() == 0; }
    const Value& value() const { return std::get<0>(content_); }
    Value& value() { return std::get<0>(content_); }
    const Value& operator*() const { return value(); }
    const Value* operator->() const { return &value(); }
    const Error& error() const { return std::get<1>(content_); }

private:
    std::variant<Value, Error> content_;
};

// The disk is full, the store is damaged, the file is gone: thrown at the edges only, caught once
// at each door. Its code has a text in both languages; `what()` is the chain of context.
class Fault : public std::runtime_error {
public:
    Fault(std::string code, const std::string& context)
        : std::runtime_error(context), code_(std::move(code)) {}
    const std::string& code() const { return code_; }

private:
    std::string code_;
};

class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

// Always compiled in: a broken law stops the program before anything is written.
inline void ensure(bool condition, const char* why) {
    if (!condition) throw Bug(why);
}

}  // namespace nennep
