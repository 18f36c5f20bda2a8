#include "server/office/old_access.hpp"

#include "base/json.hpp"

#include <fstream>
#include <iterator>

namespace motcua::office {

or_reason<old_access> read_old_access(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return reason{file.string() + " cannot be read"};
    }
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto read = base::from_json<old_access>(text);
    if (!read) {
        return reason{file.string() + ": " + read.error().field + ": " + read.error().detail};
    }
    return *std::move(read);
}

domain::device_kind kind_of(old_role role)
{
    switch (role) {
    case old_role::kiosk:
        return domain::device_kind::kiosk;
    case old_role::counter:
    case old_role::clerk:
        return domain::device_kind::console;
    case old_role::manager:
        return domain::device_kind::manager;
    case old_role::admin:
        return domain::device_kind::admin;
    case old_role::display:
        break;
    }
    return domain::device_kind::board;
}

domain::staff_role staff_role_of(old_role role)
{
    switch (role) {
    case old_role::manager:
        return domain::staff_role::manager;
    case old_role::admin:
        return domain::staff_role::admin;
    case old_role::kiosk:
    case old_role::display:
    case old_role::counter:
    case old_role::clerk:
        break;
    }
    return domain::staff_role::clerk;
}

} // namespace motcua::office
