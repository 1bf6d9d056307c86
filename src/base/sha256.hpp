// SHA-256 by OpenSSL.
#pragma once
#include <array>
#include <string>
#include <string_view>

namespace nennep {

using Digest = std::array<char, 32>;

inline std::string_view bytes_of(const Digest& digest) { return {digest.data(), digest.size()}; }

// One hasher serves many digests one after another; not shared between threads.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    Sha256& add(std::string_view bytes);
    // The digest of all that was added since the last one.
    Digest finish();

private:
    void* context_;
};

Digest sha256(std::string_view bytes);

}  // namespace nennep
