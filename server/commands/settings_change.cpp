#include "server/commands/settings_change.hpp"

#include "server/office/offline_site.hpp"

namespace motcua::commands {

boost::system::result<void, domain::refusal> change_settings(const office_folder& opened,
                                                             const domain::site_settings& settings)
{
    office::offline_site site(opened.folder, opened.configuration.site);
    return site.change(domain::configure_site{.settings = settings, .from_version = {}}, "command");
}

} // namespace motcua::commands
