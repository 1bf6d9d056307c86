// A long part of a package, packed while it is made: the annex of a large committee takes forty
// megabytes as text and two packed.
#pragma once
#include <memory>

#include "render/docx/package.hpp"

namespace nennep::render {

class Deflating {
public:
    Deflating();
    ~Deflating();
    Deflating(const Deflating&) = delete;
    Deflating& operator=(const Deflating&) = delete;

    void add(std::string_view text);
    // Ends it. The part has still to be named.
    Part finish();

private:
    struct Stream;

    void run(bool ends);

    std::unique_ptr<Stream> stream_;
    Part part_;
};

}  // namespace nennep::render
