#include "accounts/secrets.hpp"

#include <sodium.h>

#include <condition_variable>
#include <mutex>
#include <new>

#include "base/result.hpp"
#include "base/text.hpp"

namespace nennep::accounts {
namespace {

void start_sodium() {
    static const int started = sodium_init();
    ensure(started >= 0, "libsodium starts");
}

// Two hashes at once: more would only take turns, and hold memory while they wait.
class Turn {
public:
    Turn() {
        std::unique_lock lock(mutex());
        left_one().wait(lock, [] { return at_work() < most; });
        ++at_work();
    }
    ~Turn() {
        {
            const std::scoped_lock lock(mutex());
            --at_work();
        }
        left_one().notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    static constexpr int most = 2;
    static std::mutex& mutex() {
        static std::mutex one;
        return one;
    }
    static std::condition_variable& left_one() {
        static std::condition_variable one;
        return one;
    }
    static int& at_work() {
        static int count = 0;
        return count;
    }
};

std::array<char, 32> computed(std::string_view password, PasswordCost cost, const std::array<char, 16>& salt) {
    start_sodium();
    static_assert(crypto_pwhash_SALTBYTES == 16);
    // What is no text is nobody's password; it is compared all the same, to take as long.
    auto typed = broken_utf8(password) ? std::string(password) : composed(password);
    std::array<char, 32> hash{};
    const Turn turn;
    const int failed = crypto_pwhash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(), typed.data(),
                                     typed.size(), reinterpret_cast<const unsigned char*>(salt.data()), cost.passes,
                                     std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13);
    forget(typed);
    if (failed != 0) throw std::bad_alloc();
    return hash;
}

}  // namespace

void fill_with_chance(char* into, std::size_t size) {
    start_sodium();
    randombytes_buf(into, size);
}

PasswordHash hash_password(std::string_view password, PasswordCost cost, const Random& random) {
    PasswordHash made;
    made.cost = cost;
    random(made.salt.data(), made.salt.size());
    made.hash = computed(password, cost, made.salt);
    return made;
}

bool is_password(std::string_view password, const PasswordHash& hash) {
    const auto given = computed(password, hash.cost, hash.salt);
    return are_equal({given.data(), given.size()}, {hash.hash.data(), hash.hash.size()});
}

std::string new_secret(const Random& random) {
    std::array<unsigned char, 32> bits{};
    random(reinterpret_cast<char*>(bits.data()), bits.size());
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_ENCODED_LEN(bits.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bits.data(), bits.size(), variant);
    text.pop_back();        // its closing zero
    sodium_memzero(bits.data(), bits.size());
    return text;
}

Digest digest_of_secret(std::string_view secret) {
    // One for each thread: to make a hasher costs more than the digest.
    thread_local Sha256 hasher;
    return hasher.add(secret).finish();
}

bool are_equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

void forget(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

std::uint64_t random_number(const Random& random) {
    std::uint64_t number = 0;
    while (number == 0) {
        random(reinterpret_cast<char*>(&number), sizeof number);
        number >>= 1U;
    }
    return number;
}

}  // namespace nennep::accounts
