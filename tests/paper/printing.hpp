// The made-up committee's books, and its report printed from them: always the same bytes, for store,
// clock and chance are the test's own.
#pragma once
#include "catalogue/report.hpp"
#include "programs.hpp"
#include "unit/books_fixture.hpp"

namespace nennep::paper {

class Printing {
public:
    Printing();     // throws if the committee's events are refused

    struct Wish {
        Language language = Language::vi;
        bool with_annex = true;
        std::vector<std::pair<std::string, std::string>> letterhead = {};
        bool is_registered = false;     // bears the number and day of the register
        std::string document_template = {};     // bytes of a .docx; empty: the product's own
    };
    void pdf(const Wish& wish, const Path& file);
    void docx(const Wish& wish, const Path& file);
    catalogue::Report report(const Wish& wish);

private:
    test::TestBooks books_;
};

}  // namespace nennep::paper
