#include "domain/access/room.hpp"

namespace nennep::embedded {
extern const std::string_view access_texts;
}

namespace nennep::access {

catalogue::Room room() { return catalogue::Room("access").says(embedded::access_texts); }

}  // namespace nennep::access
