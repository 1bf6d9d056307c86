#include "main/rooms.hpp"

#include "domain/access/room.hpp"
#include "domain/activity/room.hpp"
#include "domain/congress/room.hpp"
#include "domain/directive/room.hpp"
#include "domain/inspection/room.hpp"
#include "domain/meeting/room.hpp"
#include "domain/membership/room.hpp"
#include "domain/organisation/room.hpp"
#include "domain/target/room.hpp"
#include "domain/training/room.hpp"

namespace nennep {

std::vector<catalogue::Room> all_rooms() {
    std::vector<catalogue::Room> rooms;
    rooms.push_back(organisation::room());
    rooms.push_back(membership::room());
    rooms.push_back(training::room());
    rooms.push_back(meeting::room());
    rooms.push_back(directive::room());
    rooms.push_back(inspection::room());
    rooms.push_back(activity::room());
    rooms.push_back(congress::room());
    rooms.push_back(target::room());
    rooms.push_back(access::room());
    return rooms;
}

}  // namespace nennep
