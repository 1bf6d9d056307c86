// A .docx as its parts, packed and unpacked by zip.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nennep::render {

// What `bytes` were before they were packed.
struct Deflated {
    std::uint64_t size = 0;
    std::uint32_t checksum = 0;
};

struct Part {
    std::string name;  // "word/document.xml"
    std::string bytes;
    bool is_dense = false;                       // packing made it no smaller: a picture
    std::optional<Deflated> deflated = {};       // packed already
};

using Parts = std::vector<Part>;

const Part* find(const Parts& parts, std::string_view name);
Part* find(Parts& parts, std::string_view name);

// Takes a zip apart. What it says of sizes is checked before anything is unpacked and again while
// it is, so that a small file cannot fill the memory. `name` is that of the file, for refusals.
Result<Parts, Refusals> unpacked(std::string_view zip, const std::string& name);

// Makes a zip of parts. The same parts and moment give the same bytes on every machine.
std::string packed(const Parts& parts, std::int64_t made_ms);

}  // namespace nennep::render
