// A part of a template as a flat list of steps, so that filling it is appending to a text. What is
// kept or repeated is the stretch of steps up to `jump`.
#pragma once
#include "render/docx/names.hpp"

namespace nennep::render {

struct Step {
    enum class Kind : std::uint8_t {
        literal,        // XML as it stands: `size` bytes from `at`
        field,          // the access `at`, in a run
        whole_text,     // the same, being all of a <w:t> whose tag is still open
        plain_field,    // the same, outside of runs: attributes, properties of the file
        when,           // goes to `jump` unless the condition `at` holds
        otherwise,      // goes to `jump`
        each,           // repeats up to `jump` for the source `at`, then goes there
        width,          // its share of `size` for a repeated cell, by the level `at`
        new_id,         // a number that no other has; remembered in slot `at`
        same_id,        // the one remembered
        hold,           // what follows up to `jump` is dropped if it turns out to have no
                        // `needle` in it (a table without rows); goes on to the next step
        room,           // the width of the column that takes those of others: `at` of `rooms`
        paragraph_due,  // an empty paragraph if none has just ended: a cell must end with one
        apart,          // an empty paragraph if a table has just ended: two would become one
        last_section    // up to `jump` how the last section is set, unless one has just ended
    };
    Kind kind = Kind::literal;
    std::uint32_t at = 0;
    std::uint32_t size = 0;
    std::uint32_t jump = 0;
};

// A column that has the room of others while these are left out.
struct Room {
    struct Other {
        std::uint32_t condition;
        std::size_t width;
    };
    std::size_t width = 0;
    std::vector<Other> others;
};

struct Program {
    std::vector<Step> steps;
    std::string literals;
    std::vector<Access> accesses;
    std::vector<Condition> conditions;
    std::vector<Source> sources;
    std::vector<std::string> needles;  // of `hold`, by `at`
    std::vector<Room> rooms;
    std::uint32_t slots = 0;
    bool has_tags = false;
};

}  // namespace nennep::render
