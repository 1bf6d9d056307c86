#include "accounts/second_factor.hpp"

#include <liboath/oath.h>

#include <array>
#include <cctype>

#include "base/result.hpp"

namespace nennep::accounts {
namespace {

constexpr unsigned digits = 6;

void start_oath() {
    static const int started = oath_init();
    ensure(started == OATH_OK, "liboath starts");
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char byte : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31U];
    }
    if (bits > 0) text += letters[(held << (5 - bits)) & 31U];
    return text;
}

std::string escaped(std::string_view text) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' || c == '~')) {
            out += c;
        } else {
            out += {'%', hexadecimal[byte >> 4U], hexadecimal[byte & 15U]};
        }
    }
    return out;
}

std::string code_of_step(std::string_view seed, std::int64_t step) {
    start_oath();
    std::array<char, digits + 1> code{};
    const int failed = oath_hotp_generate(seed.data(), seed.size(), static_cast<std::uint64_t>(step), digits, false,
                                          OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
    ensure(failed == OATH_OK, "liboath computes a code");
    return {code.data(), digits};
}

std::int64_t step_at(std::int64_t now_ms) { return now_ms / (1000 * seconds_of_step); }

}  // namespace

std::string new_seed(const Random& random) {
    std::string seed(20, '\0');
    random(seed.data(), seed.size());
    return seed;
}

std::string typed_seed(std::string_view seed) { return base32(seed); }

std::string address_of_seed(std::string_view seed, std::string_view account, std::string_view issuer) {
    return "otpauth://totp/" + escaped(issuer) + ":" + escaped(account) + "?secret=" + base32(seed) +
           "&issuer=" + escaped(issuer) + "&algorithm=SHA1&digits=6&period=" + std::to_string(seconds_of_step);
}

std::string code_at(std::string_view seed, std::int64_t now_ms) { return code_of_step(seed, step_at(now_ms)); }

std::optional<std::int64_t> step_of_code(std::string_view seed, std::string_view code, std::int64_t now_ms,
                                         std::int64_t after) {
    std::string typed;
    for (const char c : code) {
        if (c != ' ') typed += c;
    }
    std::optional<std::int64_t> found;
    // All three are computed, whichever fits.
    for (std::int64_t step = step_at(now_ms) - 1; step <= step_at(now_ms) + 1; ++step) {
        if (are_equal(code_of_step(seed, step), typed) && step > after) found = step;
    }
    return found;
}

std::vector<std::string> new_recovery_codes(const Random& random) {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < recovery_codes; ++i) {
        std::string bits(10, '\0');
        random(bits.data(), bits.size());
        auto code = base32(bits);
        for (auto& c : code) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        for (const std::size_t at : {12U, 8U, 4U}) code.insert(at, "-");
        codes.push_back(std::move(code));
    }
    return codes;
}

Digest digest_of_recovery_code(std::string_view code) {
    std::string plain;
    for (const char c : code) {
        if (c != ' ' && c != '-') plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return digest_of_secret(plain);
}

}  // namespace nennep::accounts
