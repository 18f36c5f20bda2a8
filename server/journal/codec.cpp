#include "server/journal/codec.hpp"

#include "base/hex.hpp"

#include <algorithm>
#include <boost/mp11.hpp>
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
        return field_error{field_fault::not_allowed, "", "32 hex digits are expected"};
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

base::parsed<domain::event_body> decode(std::string_view kind, std::string_view body)
{
    base::parsed<domain::event_body> decoded =
        base::field_error{base::field_fault::not_allowed, "kind", "no event of ours: " + std::string(kind)};
    using all_bodies = boost::mp11::mp_transform<boost::mp11::mp_identity, domain::event_body>;
    boost::mp11::mp_for_each<all_bodies>([&](auto one) {
        using body_type = typename decltype(one)::type;
        if (body_type::kind != kind) {
            return;
        }
        auto read = base::from_json<body_type>(body);
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
