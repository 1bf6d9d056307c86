// Cells of the matrix: who asks for what, what must come of it, and what came.
#pragma once
#include <functional>

#include "oracle.hpp"

namespace nennep::test {

enum class Expected : std::uint8_t {
    allowed,        // whatever it then answers, it is not for want of a right
    forbidden,      // 403: it is there, and not for them
    hidden,         // 404: as if it were not there
    signed_out      // 401
};

class Matrix : public testing::Test {
protected:
    explicit Matrix(Door& given) : door(given) {}
    // Fails at the end with every cell that is not as expected, and prints how many there were.
    void TearDown() override;

    // One cell; what is read in the answer is looked at too: no mark that this caller may not read.
    Answer check(const Caller& caller, Method method, const std::string& path, const std::string& body,
                 Expected expected);
    void remember(const http::Request& request, const Caller& caller);
    void note(const Caller& caller, const std::string& what, bool is_allowed, bool may_be);
    void look_for_marks(const Caller& caller, const std::string& what, const std::string& text);
    void wrong(const std::string& what) { wrong_.push_back(what); }
    // For every caller; who is not signed in is told so, whatever else would be expected.
    using Expect = std::function<Expected(const Caller& caller)>;
    void check_all(Method method, const std::string& path, const std::string& body, const Expect& expect,
                   const std::function<void(const Caller& caller, const Answer& answer)>& look = {});

    Door& door;

private:
    std::size_t cells_ = 0;
    std::size_t allowed_ = 0;
    std::size_t marks_ = 0;
    std::vector<std::string> wrong_;
};

// For tests that change nothing.
Door& common_door();

// forbidden without the right anywhere, otherwise what follows.
Expected with_right(const Caller& caller, const std::string& right, Expected then);
Expected seen(bool is_seen);

}  // namespace nennep::test
