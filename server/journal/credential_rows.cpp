#include "server/journal/credential_rows.hpp"

namespace motcua::journal {

namespace {

void erase(const domain::staff_signed_out& body, std::vector<erasable_change>& changes)
{
    changes.emplace_back(erasure{session_ref(body.session)});
}

void erase(const domain::device_added& body, std::vector<erasable_change>& changes)
{
    if (body.replaces) {
        changes.emplace_back(erasure{device_ref(*body.replaces)});
    }
}

void erase(const domain::device_revoked& body, std::vector<erasable_change>& changes)
{
    changes.emplace_back(erasure{device_ref(body.device)});
}

/// Every other event.
template <class Body>
void erase(const Body&, std::vector<erasable_change>&)
{}

} // namespace

std::string password_ref(const std::string& login) { return "password:" + login; }

std::string session_ref(domain::session_id id)
{
    return "session:" + std::to_string(static_cast<std::int64_t>(id));
}

std::string device_ref(const std::string& name) { return "device:" + name; }

erasable_row credential_row(std::string ref, std::string_view digest)
{
    auto kind = ref.substr(0, ref.find(':'));
    return {
        .ref = std::move(ref), .kind = std::move(kind), .seq = {}, .body = {digest.begin(), digest.end()}};
}

std::string hash_in(const erasable_row& row) { return {row.body.begin(), row.body.end()}; }

void erase_credentials(const domain::event& happened, std::vector<erasable_change>& changes)
{
    std::visit([&](const auto& body) { erase(body, changes); }, happened.body);
}

} // namespace motcua::journal
