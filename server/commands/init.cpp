#include "base/atomic_file.hpp"
#include "base/json.hpp"
#include "server/commands/commands.hpp"
#include "server/office/configuration_template.hpp"
#include "server/office/delivered_settings.hpp"
#include "server/office/offline_site.hpp"

#include <fmt/format.h>
#include <iostream>
#include <map>

namespace motcua::commands {

namespace {

// The file of the demo's tokens and passwords.

struct demo_tokens
{
    std::string kiosk;
    std::map<std::string, std::string> counter;
    std::string display;
    std::string manager;
    std::string admin;
};
BOOST_DESCRIBE_STRUCT(demo_tokens, (), (kiosk, counter, display, manager, admin))

struct demo_staff
{
    std::string login;
    std::string password;
    std::optional<std::string> counter;
};
BOOST_DESCRIBE_STRUCT(demo_staff, (), (login, password, counter))

struct demo_office
{
    std::string site;
    std::optional<std::string> url;
    demo_tokens tokens;
    std::vector<demo_staff> staff;
};
BOOST_DESCRIBE_STRUCT(demo_office, (), (site, url, tokens, staff))

/// Issues tokens and passwords, and keeps their hashes.
class registrar
{
public:
    explicit registrar(std::string site) : site_(std::move(site)) {}

    std::string device(access::role role, const std::string& name, std::optional<std::string> counter = {})
    {
        auto token = access::new_token(random_);
        list_.devices.push_back({.site = site_,
                                 .name = name,
                                 .role = role,
                                 .counter = std::move(counter),
                                 .token_sha256 = access::hash_of_token(token)});
        return token;
    }

    std::string staff(const std::string& login, const std::string& name, access::role role,
                      std::optional<std::string> counter = {})
    {
        auto password = access::new_password();
        list_.staff.push_back({.site = site_,
                               .login = login,
                               .name = name,
                               .role = role,
                               .counter = std::move(counter),
                               .password_hash = access::hash_of_password(password)});
        return password;
    }

    const access::access_list& list() const { return list_; }

private:
    std::string site_;
    access::access_list list_;
    access::random_bits random_;
};

demo_office furnish(registrar& names, const std::string& site, const domain::site_settings& settings)
{
    demo_office demo{.site = site, .url = {}, .tokens = {}, .staff = {}};
    demo.tokens.kiosk = names.device(access::role::kiosk, "kiosk-1");
    demo.tokens.display = names.device(access::role::display, "hall-1");
    demo.tokens.manager = names.device(access::role::manager, "manager");
    demo.tokens.admin = names.device(access::role::admin, "admin");
    const std::array<std::pair<std::string, std::string>, 4> people{{{"lan", "Nguyễn Thị Lan"},
                                                                     {"minh", "Trần Văn Minh"},
                                                                     {"hoa", "Lê Thị Hoa"},
                                                                     {"tuan", "Phạm Anh Tuấn"}}};
    for (std::size_t index = 0; index < settings.counters.size(); ++index) {
        const auto& code = settings.counters[index].code;
        demo.tokens.counter[code] = names.device(access::role::counter, "counter-" + code, code);
        if (index < people.size()) {
            const auto& [login, name] = people[index];
            demo.staff.push_back({login, names.staff(login, name, access::role::clerk, code), code});
        }
    }
    demo.staff.push_back({"thu", names.staff("thu", "Vũ Minh Thu", access::role::manager), {}});
    return demo;
}

/// Creates the database, with the settings as its first event.
void found(const office::data_folder& folder, const std::string& site, const domain::site_settings& settings)
{
    office::offline_site founded(folder, site);
    const auto done =
        founded.change(domain::configure_site{.settings = settings, .from_version = {}}, "site");
    if (!done) {
        throw failure("the delivered settings are refused: " + done.error().field + ": " + done.error().why);
    }
}

} // namespace

void init(const std::filesystem::path& folder, bool demo)
{
    const office::data_folder created(folder);
    if (!created.create()) {
        throw failure(folder.string() + " is not empty; nothing was changed");
    }
    const std::string site = demo ? "demo" : "hall";
    const auto settings = office::delivered_settings(demo);
    registrar names(site);
    const auto password = names.staff("admin", "Quản trị", access::role::admin);
    if (demo) {
        base::write_atomically(created.demo_file(), base::to_json(furnish(names, site, settings)) + "\n");
    }
    created.save_access(names.list());
    found(created, site, settings);
    // Last: a folder without it is one that init did not finish.
    base::write_atomically(created.configuration_file(), office::configuration_template(site));
    std::cout << fmt::format("{} is ready, its configuration is {}\n", folder.string(),
                             created.configuration_file().string());
    std::cout << fmt::format("the administrator signs in as admin with the password {}\n"
                             "write it down: it is not shown again\n",
                             password);
    if (demo) {
        std::cout << fmt::format("tokens of the demo office: {}\n", created.demo_file().string());
    }
}

} // namespace motcua::commands
