#include "secure_client.hpp"

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <memory>

namespace nennep::http {
namespace {

void write(const std::string& path, const std::function<void(std::FILE*)>& print) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    print(file);
    std::fclose(file);
}

}  // namespace

Identity::Identity() {
    static std::atomic<int> number = 0;
    base_ = (std::filesystem::temp_directory_path() /
             ("nennep_tls_" + std::to_string(getpid()) + "_" + std::to_string(++number))).string();
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    auto* name = X509_get_subject_name(certificate.get());
    const auto* host = reinterpret_cast<const unsigned char*>("localhost");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, host, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    write(this->key(), [&](std::FILE* file) {
        PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    write(this->certificate(), [&](std::FILE* file) { PEM_write_X509(file, certificate.get()); });
}

Identity::~Identity() {
    std::filesystem::remove(key());
    std::filesystem::remove(certificate());
}

Handshake ask_securely(int descriptor, int oldest, int newest, const std::string& request) {
    Handshake made;
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    // Only then does this client itself agree to the old versions.
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_min_proto_version(context.get(), oldest);
    SSL_CTX_set_max_proto_version(context.get(), newest);
    constexpr unsigned char offered[] = "\x02h2\x08http/1.1";
    SSL_CTX_set_alpn_protos(context.get(), offered, sizeof offered - 1);
    const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context.get()), SSL_free);
    SSL_set_fd(tls.get(), descriptor);
    if (SSL_connect(tls.get()) != 1) return made;
    made.is_done = true;
    made.version = SSL_get_version(tls.get());
    const unsigned char* chosen = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(tls.get(), &chosen, &size);
    made.protocol.assign(reinterpret_cast<const char*>(chosen), size);
    SSL_write(tls.get(), request.data(), static_cast<int>(request.size()));
    char some[16384];
    for (int count = 0; (count = SSL_read(tls.get(), some, sizeof some)) > 0;) {
        made.answer.append(some, static_cast<std::size_t>(count));
    }
    return made;
}

}  // namespace nennep::http
