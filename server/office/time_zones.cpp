#include "server/office/time_zones.hpp"
namespace motcua::office {
std::optional<domain::time_zone> find_time_zone(const std::string& name) { return domain::find_lone_zone(name); }
}
