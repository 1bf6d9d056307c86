// The body of a request, read strictly: one JSON object of which every member is asked for by name.
// Only body.cpp knows Boost.JSON.
//
//     Body body(call.request.body);
//     const auto name = body.text("name");
//     const auto code = body.text_if_given("code");
//     body.finish();
//
// Objections are gathered and thrown together by `finish`, as a Problem with status 400; until then
// what is missing or wrong reads as empty. A member that nobody asked for is an objection too: so
// nothing is accepted in passing (mass assignment), and a misspelt name is not lost in silence.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

namespace nennep::http {

class Body {
public:
    static constexpr std::size_t deepest = 32;

    // Problem 400 unless it is a JSON object in UTF-8, no deeper than `deepest`.
    explicit Body(std::string_view json);
    ~Body();
    Body(Body&&) noexcept;
    Body& operator=(Body&&) = delete;

    // Whether the member is there and is not null.
    bool has(std::string_view name);
    // Lengths are in characters. Texts come in one spelling (NFC).
    std::string text(std::string_view name, std::size_t longest = 200);
    std::optional<std::string> text_if_given(std::string_view name, std::size_t longest = 200);
    bool flag(std::string_view name, bool otherwise);
    std::optional<std::int64_t> number_if_given(std::string_view name, std::int64_t least, std::int64_t most);
    std::optional<Day> day_if_given(std::string_view name);
    // A list of texts, or of objects; empty where it is not given.
    std::vector<std::string> texts(std::string_view name, std::size_t most = 100, std::size_t longest = 200);
    std::vector<Body> objects(std::string_view name, std::size_t most = 100);
    // Anything but null, as JSON in the least space.
    std::string json(std::string_view name);
    // What the handler itself finds wrong with a member.
    void object(std::string_view code, std::string_view name);

    // Throws all objections, if there are any. Called once, on the outermost.
    void finish();

private:
    struct Whole;
    struct Part;
    Body(std::shared_ptr<Whole> whole, Part& part);
    std::shared_ptr<Whole> whole_;      // shared with the objects within
    Part* part_;
};

// A JSON object, or a list of them: each as it stands in `json`, for who reads lines. Problem 400 for
// anything else, and for more than `most`.
std::vector<std::string_view> objects_in(std::string_view json, std::size_t most);

}  // namespace nennep::http
