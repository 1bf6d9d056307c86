// TLS for tests: certificates made on the spot, and a client that speaks the versions it is told.
#pragma once
#include <filesystem>
#include <functional>
#include <string>

namespace nennep::http {

// A key and a certificate for it, as files that go with it.
class Identity {
public:
    Identity();
    ~Identity();
    Identity(const Identity&) = delete;
    Identity& operator=(const Identity&) = delete;
    std::string certificate() const { return base_ + ".crt"; }
    std::string key() const { return base_ + ".key"; }

private:
    std::string base_;
};

struct Handshake {
    bool is_done = false;
    std::string version;        // TLSv1.3
    std::string protocol;       // what both agreed upon, "http/1.1"
    std::string answer;
};

// Connects, with versions between the two (TLS1_2_VERSION …), sends and reads until the end.
Handshake ask_securely(int descriptor, int oldest, int newest, const std::string& request);

}  // namespace nennep::http
