// The server with a handler that does nothing: what reading a page costs beyond it is the page's own.
// bench/http/bare_beast answers the same with Beast alone.
//
//   hello_server [PORT [LOOPS]]
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "base/result.hpp"
#include "http/server.hpp"

int main(int count, char** words) {
    using namespace nennep::http;
    // Blocked before any thread begins, so that the one below alone is told.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    try {
        ServerSettings settings;
        if (count > 1) settings.port = static_cast<std::uint16_t>(std::atoi(words[1]));
        if (count > 2) settings.threads = std::atoi(words[2]);
        Handling handling;
        handling.handle = [](const Request&) {
            Response response;
            response.body = R"({"hello":"world"})";
            return response;
        };
        handling.refuse = [](int, std::string_view) { return Response{}; };
        handling.now_s = [] { return static_cast<std::int64_t>(std::time(nullptr)); };
        Server server(settings, handling);
        std::thread watch([&] {
            int signal = 0;
            sigwait(&signals, &signal);
            server.stop();
        });
        std::cout << "http://127.0.0.1:" << server.port() << std::endl;
        server.run();
        watch.join();
    } catch (const nennep::Fault& fault) {
        std::cerr << fault.code() << ": " << fault.what() << '\n';
        return 3;
    }
}
