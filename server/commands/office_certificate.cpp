#include "server/commands/office_certificate.hpp"

#include "base/atomic_file.hpp"
#include "server/commands/machine_names.hpp"
#include "server/http/certificate.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace motcua::commands {

std::string make_office_certificate(const office::data_folder& folder, const std::vector<std::string>& names)
{
    std::vector<std::string> all{"localhost", "127.0.0.1", "::1"};
    std::ranges::copy_if(names.empty() ? names_of_this_machine() : names, std::back_inserter(all),
                         [&](const std::string& name) { return !std::ranges::count(all, name); });
    const auto made = http::make_certificate(all);
    std::filesystem::create_directory(folder.certificate_file().parent_path());
    base::write_atomically(folder.certificate_key_file(), made.key);
    base::write_atomically(folder.certificate_file(), made.text);
    return http::fingerprint_of(made.text);
}

} // namespace motcua::commands
