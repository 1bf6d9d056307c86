#include "base/bytes.hpp"

namespace nennep {

void ByteWriter::fixed(std::uint64_t value, int size) {
    char word[8];
    for (int i = 0; i < size; ++i) word[i] = static_cast<char>(value >> (8 * i));
    out_.append(word, static_cast<std::size_t>(size));
}

void ByteWriter::varint(std::uint64_t value) {
    while (value >= 0x80) {
        u8(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    u8(static_cast<std::uint8_t>(value));
}

void ByteWriter::signed_varint(std::int64_t value) {
    varint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

std::uint64_t ByteReader::fixed(std::size_t size) {
    if (rest_.size() < size) {
        fail();
        return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
    }
    rest_.remove_prefix(size);
    return value;
}

std::uint64_t ByteReader::varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const std::uint8_t byte = u8();
        if (shift == 63 && byte > 1) break;
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        // A last byte of zero would be a second encoding of the same number.
        if (byte < 0x80 && (byte != 0 || shift == 0)) return value;
        if (byte < 0x80) break;
    }
    fail();
    return 0;
}

std::int64_t ByteReader::signed_varint() {
    const std::uint64_t value = varint();
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

std::string_view ByteReader::text() {
    const std::uint64_t size = varint();
    if (size > rest_.size()) {
        fail();
        return {};
    }
    return raw(static_cast<std::size_t>(size));
}

std::string_view ByteReader::raw(std::size_t size) {
    if (size > rest_.size()) {
        fail();
        return {};
    }
    const auto part = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return part;
}

std::string hex(std::string_view bytes) {
    constexpr char digit[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        text.push_back(digit[static_cast<unsigned char>(byte) >> 4]);
        text.push_back(digit[static_cast<unsigned char>(byte) & 15]);
    }
    return text;
}

}  // namespace nennep
