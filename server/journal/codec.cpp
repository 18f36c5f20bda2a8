#include "server/journal/codec.hpp"

#include "base/hex.hpp"
#include "server/journal/lifting.hpp"

#include <algorithm>
#include <cstring>

namespace motcua::base {

void json_codec<std::array<std::uint8_t, 16>>::write(std::string& out,
                                                     const std::array<std::uint8_t, 16>& value)
{
    out += '"';
    append_hex(out, value);
    out += '"';
}

parsed<std::array<std::uint8_t, 16>> json_codec<std::array<std::uint8_t, 16>>::read(
    const boost::json::value& value)
{
    const auto text = read_json<std::string>(value);
    std::array<std::uint8_t, 16> bytes{};
    if (!text) {
        return text.error();
    }
    if (!read_hex(*text, bytes)) {
        return field_error{field_fault::not_allowed, "", "There must be 32 hex digits."};
    }
    return bytes;
}

} // namespace motcua::base

namespace motcua::journal {

std::string_view kind_of(const domain::event_body& body)
{
    return std::visit([](const auto& one) { return one.kind; }, body);
}

void write_body(std::string& out, const domain::event_body& body)
{
    std::visit([&](const auto& one) { base::write_json(out, one); }, body);
}

int version_number(const domain::event_body& body)
{
    return std::visit([](const auto& one) { return version_of<std::remove_cvref_t<decltype(one)>>; }, body);
}

base::parsed<domain::event_body> decode(std::string_view kind, std::int64_t version, std::string_view body)
{
    return read_event<domain::event_body>(kind, version, body, past_versions());
}

key_bytes bytes_of(const domain::request_key& key)
{
    key_bytes bytes;
    const auto second = std::copy(key.key.begin(), key.key.end(), bytes.begin());
    std::copy(key.request.begin(), key.request.end(), second);
    return bytes;
}

std::optional<domain::request_key> key_from(std::string_view bytes)
{
    domain::request_key key{};
    if (bytes.size() != key.key.size() + key.request.size()) {
        return std::nullopt;
    }
    std::memcpy(key.key.data(), bytes.data(), key.key.size());
    std::memcpy(key.request.data(), bytes.data() + key.key.size(), key.request.size());
    return key;
}

} // namespace motcua::journal
