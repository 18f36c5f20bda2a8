#include "server/journal/codec.hpp"

#include <algorithm>
#include <boost/mp11.hpp>
#include <cstring>

namespace motcua::protocol {

void json_codec<std::array<std::uint8_t, 16>>::write(std::string& out,
                                                     const std::array<std::uint8_t, 16>& value)
{
    constexpr std::string_view hex = "0123456789abcdef";
    std::array<char, 2 * 16 + 2> text;
    auto* at = text.data();
    *at++ = '"';
    for (const auto byte : value) {
        *at++ = hex[byte >> 4];
        *at++ = hex[byte & 15];
    }
    *at = '"';
    out.append(text.data(), text.size());
}

parsed<std::array<std::uint8_t, 16>> json_codec<std::array<std::uint8_t, 16>>::read(
    const boost::json::value& value)
{
    const auto text = read_json<std::string>(value);
    std::array<std::uint8_t, 16> bytes{};
    if (!text) {
        return text.error();
    }
    if (text->size() != 2 * bytes.size()) {
        return field_error{field_fault::not_allowed, "", "32 hex digits are expected"};
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto* begin = text->data() + 2 * i;
        const auto read = std::from_chars(begin, begin + 2, bytes[i], 16);
        if (read.ptr != begin + 2) {
            return field_error{field_fault::not_allowed, "", "hex digits are expected"};
        }
    }
    return bytes;
}

} // namespace motcua::protocol

namespace motcua::journal {

namespace {

/// The name under which each alternative of event_body is kept, in the order of the variant. Never renamed.
constexpr std::array<std::string_view, std::variant_size_v<domain::event_body>> kinds{
    "site_configured", "clock_anchored",  "day_opened",         "day_closed",       "ticket_issued",
    "ticket_called",   "ticket_recalled", "ticket_started",     "ticket_finished",  "ticket_not_shown",
    "ticket_held",     "ticket_resumed",  "ticket_transferred", "ticket_cancelled", "ticket_closed",
    "counter_opened",  "counter_paused",  "counter_closed",     "block_leased",     "ticket_logged"};

} // namespace

std::string_view kind_of(const domain::event_body& body) { return kinds[body.index()]; }

void write_body(std::string& out, const domain::event_body& body)
{
    std::visit([&](const auto& one) { protocol::write_json(out, one); }, body);
}

protocol::parsed<domain::event_body> decode(std::string_view kind, std::string_view body)
{
    protocol::parsed<domain::event_body> decoded = protocol::field_error{
        protocol::field_fault::not_allowed, "kind", "no event of ours: " + std::string(kind)};
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<kinds.size()>>([&](auto index) {
        if (kinds[index] != kind) {
            return;
        }
        using body_type = std::variant_alternative_t<index, domain::event_body>;
        auto read = protocol::from_json<body_type>(body);
        if (read) {
            decoded = domain::event_body{std::move(*read)};
        } else {
            decoded = std::move(read).error();
        }
    });
    return decoded;
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
