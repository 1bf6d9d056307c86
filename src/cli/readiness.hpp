// Tells the service manager how the server is: "READY=1", "STOPPING=1" (sd_notify, by its protocol).
// Without one, nothing happens.
#pragma once
#include <string_view>

namespace nennep::cli {

void tell_service_manager(std::string_view state);

}  // namespace nennep::cli
