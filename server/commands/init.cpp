#include "base/atomic_file.hpp"
#include "server/commands/commands.hpp"
#include "server/journal/sqlite_journal.hpp"
#include "server/office/data_folder.hpp"
#include "server/office/office_site.hpp"

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

/// Gives out tokens and passwords, and writes their hashes down.
class registrar
{
public:
    explicit registrar(std::string site) : site_(std::move(site)) {}

    std::string device(api::role role, const std::string& name, std::optional<std::string> counter = {})
    {
        auto token = api::new_token(random_);
        list_.devices.push_back({.site = site_,
                                 .name = name,
                                 .role = role,
                                 .counter = std::move(counter),
                                 .token_sha256 = api::hash_of_token(token)});
        return token;
    }

    std::string staff(const std::string& login, const std::string& name, api::role role,
                      std::optional<std::string> counter = {})
    {
        auto password = api::new_password();
        list_.staff.push_back({.site = site_,
                               .login = login,
                               .name = name,
                               .role = role,
                               .counter = std::move(counter),
                               .password_hash = api::hash_of_password(password)});
        return password;
    }

    const api::access_list& list() const { return list_; }

private:
    std::string site_;
    api::access_list list_;
    api::random_bits random_;
};

demo_office furnish(registrar& names, const configuration& office)
{
    demo_office demo{.site = office.site, .url = {}, .tokens = {}, .staff = {}};
    demo.tokens.kiosk = names.device(api::role::kiosk, "kiosk-1");
    demo.tokens.display = names.device(api::role::display, "hall-1");
    demo.tokens.manager = names.device(api::role::manager, "manager");
    demo.tokens.admin = names.device(api::role::admin, "admin");
    const std::array<std::pair<std::string, std::string>, 4> people{{{"lan", "Nguyễn Thị Lan"},
                                                                     {"minh", "Trần Văn Minh"},
                                                                     {"hoa", "Lê Thị Hoa"},
                                                                     {"tuan", "Phạm Anh Tuấn"}}};
    for (std::size_t i = 0; i < office.settings.counters.size(); ++i) {
        const auto& code = office.settings.counters[i].code;
        demo.tokens.counter[code] = names.device(api::role::counter, "counter-" + code, code);
        if (i < people.size()) {
            const auto& [login, name] = people[i];
            demo.staff.push_back({login, names.staff(login, name, api::role::clerk, code), code});
        }
    }
    demo.staff.push_back({"thu", names.staff("thu", "Vũ Minh Thu", api::role::manager), {}});
    return demo;
}

} // namespace

void init(const std::filesystem::path& where, bool demo)
{
    const data_folder folder(where);
    if (!folder.make()) {
        throw failure(where.string() + " is not empty; nothing was changed");
    }
    const auto text = configuration_template(demo);
    const auto office = read_configuration(text, folder.configuration_file().string());
    if (!office) {
        throw failure(office.error().why);
    }
    registrar names(office->site);
    const auto password = names.staff("admin", "Quản trị", api::role::admin);
    if (demo) {
        base::write_atomically(folder.demo_file(), base::to_json(furnish(names, *office)) + "\n");
    }
    folder.save_access(names.list());
    found_site(folder, *office);
    // Last, so that a folder without it is one that init did not finish.
    base::write_atomically(folder.configuration_file(), text);
    std::cout << fmt::format("{} is ready, its configuration is {}\n", where.string(),
                             folder.configuration_file().string());
    std::cout << fmt::format("the administrator signs in as admin with the password {}\n"
                             "write it down: it is not shown again\n",
                             password);
    if (demo) {
        std::cout << fmt::format("tokens of the demo office: {}\n", folder.demo_file().string());
    }
}

} // namespace motcua::commands
