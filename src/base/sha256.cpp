#include "base/sha256.hpp"

#include <openssl/evp.h>

#include "base/result.hpp"

namespace nennep {
namespace {

// Fetched once: looking the algorithm up anew for each digest costs more than the digest.
const EVP_MD* algorithm() {
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    ensure(fetched != nullptr, "OpenSSL offers SHA-256");
    return fetched;
}

EVP_MD_CTX* context_of(void* context) { return static_cast<EVP_MD_CTX*>(context); }

}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
    ensure(context_ != nullptr, "memory for a hasher");
    ensure(EVP_DigestInit_ex(context_of(context_), algorithm(), nullptr) == 1, "SHA-256 starts");
}

Sha256::~Sha256() { EVP_MD_CTX_free(context_of(context_)); }

Sha256& Sha256::add(std::string_view bytes) {
    ensure(EVP_DigestUpdate(context_of(context_), bytes.data(), bytes.size()) == 1, "SHA-256 adds");
    return *this;
}

Digest Sha256::finish() {
    Digest digest;
    unsigned size = 0;
    auto* context = context_of(context_);
    ensure(EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char*>(digest.data()), &size) == 1,
           "SHA-256 ends");
    ensure(EVP_DigestInit_ex(context, nullptr, nullptr) == 1, "SHA-256 starts again");
    return digest;
}

Digest sha256(std::string_view bytes) { return Sha256{}.add(bytes).finish(); }

}  // namespace nennep
