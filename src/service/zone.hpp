// Where the machine stands, and what may therefore not be written down on it. A person chooses the
// zone when the program is installed (docs/security.md).
//
// On a machine that is connected to any other network nothing secret may be kept: no record that is
// graded Mật or above, no text that bears such a mark. There only number, date and the place where
// the paper lies are recorded, without a grade.
#pragma once
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "catalogue/event_type.hpp"

namespace nennep::service {

class Books;

enum class Zone : std::uint8_t {
    alone,          // đơn lẻ: one machine, no network
    closed,         // LAN độc lập: a network inside one house, linked to no other
    connected       // kết nối: everything else
};
const catalogue::Choices& choices_of(Zone);

// Whether a text bears a mark of secrecy: it is one, begins or ends with one, or holds one between
// brackets. Words such as “bảo mật”, “bí mật nhà nước”, “mật khẩu” are none. `text` must be UTF-8.
bool bears_mark(std::string_view text);

// What speaks against a text or against an event's grade in a zone. `field` is where it stands.
std::optional<Refusal> against_text(Zone zone, std::string_view text, std::string_view field);
std::optional<Refusal> against_grade(Zone zone, const catalogue::EventType& type, const void* event,
                                     const world::Directory& directory);

// The first entry that could not be recorded in the zone: books may have been kept elsewhere before.
// Voided ones count, since they are still there to be read. Reads the journal, where it must.
std::optional<journal::Seq> first_out_of_place(const Books& books, Zone zone);

}  // namespace nennep::service
