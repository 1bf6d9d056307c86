// Clients that take their time, on purpose: of so many connections a third sends the head of its request
// a letter a second, a third the body, a third asks and hardly reads what it is answered. Who is cut off
// comes again.
//
//   slow_clients PORT CONNECTIONS SECONDS [TOKEN]       prints: opened cut-off
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

enum class Kind { head, body, reader };

struct Client {
    Kind kind = Kind::head;
    int socket = -1;
    std::string to_send;
    std::size_t sent = 0;
};

std::string request_of(Kind kind, const std::string& token) {
    const std::string common = " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n";
    if (kind == Kind::head) return "GET /api/v1/people" + common + "X-Slow: " + std::string(1000, 'a');
    if (kind == Kind::body) {
        return "POST /api/v1/events" + common + "Content-Length: 1000\r\n\r\n" + std::string(900, '[');
    }
    std::string asked;
    for (int i = 0; i < 20; ++i) asked += "GET /api/v1/openapi.json" + common + "\r\n";
    return asked;
}

bool open(Client& client, std::uint16_t port, const std::string& token) {
    client.socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const int smallest = 1;
    if (client.kind == Kind::reader) {
        setsockopt(client.socket, SOL_SOCKET, SO_RCVBUF, &smallest, sizeof smallest);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(client.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(client.socket);
        client.socket = -1;
        return false;
    }
    fcntl(client.socket, F_SETFL, O_NONBLOCK);
    client.to_send = request_of(client.kind, token);
    client.sent = 0;
    return true;
}

// Whether the other side still holds on.
bool go_on(Client& client) {
    // Of a head or a body the beginning at once, then letter by letter.
    const auto at_once = client.kind == Kind::reader ? client.to_send.size() : client.to_send.size() - 890;
    const auto until = client.sent < at_once ? at_once : client.sent + 1;
    if (client.sent < client.to_send.size()) {
        const auto count = send(client.socket, client.to_send.data() + client.sent,
                                std::min(until, client.to_send.size()) - client.sent, MSG_NOSIGNAL);
        if (count > 0) client.sent += static_cast<std::size_t>(count);
        else if (errno != EAGAIN) return false;
    }
    char letter = 0;
    const auto count = recv(client.socket, &letter, 1, 0);
    return count > 0 ? client.kind == Kind::reader : count < 0 && errno == EAGAIN;
}

}  // namespace

int main(int count, char** words) {
    if (count < 4) {
        std::fputs("usage: slow_clients PORT CONNECTIONS SECONDS [TOKEN]\n", stderr);
        return 2;
    }
    const auto port = static_cast<std::uint16_t>(std::atoi(words[1]));
    std::vector<Client> clients(static_cast<std::size_t>(std::atoi(words[2])));
    const auto end = Clock::now() + std::chrono::seconds(std::atoi(words[3]));
    const std::string token = count > 4 ? words[4] : "";
    for (std::size_t i = 0; i < clients.size(); ++i) clients[i].kind = static_cast<Kind>(i % 3);
    std::size_t opened = 0;
    std::size_t cut_off = 0;
    while (Clock::now() < end) {
        for (auto& client : clients) {
            if (client.socket < 0 && open(client, port, token)) ++opened;
            if (client.socket < 0 || go_on(client)) continue;
            close(client.socket);
            client.socket = -1;
            ++cut_off;
        }
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
    std::printf("%zu %zu\n", opened, cut_off);
}
