// How the server is: for whoever watches over it.
#pragma once
#include <functional>
#include <string>

namespace nennep::http {

struct Health {
    std::function<bool()> is_ready;
    std::function<std::string()> metrics;       // Prometheus text
};

}  // namespace nennep::http
