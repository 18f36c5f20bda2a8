#include "base/atomic_file.hpp"
#include "base/json.hpp"
#include "server/access/secrets.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/office_certificate.hpp"
#include "server/journal/credential_rows.hpp"
#include "server/office/configuration_template.hpp"
#include "server/office/delivered_settings.hpp"
#include "server/office/offline_site.hpp"
#include "server/office/person_key.hpp"

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

/// Adds devices and officers to a new site, each with a credential of its own.
class registrar
{
public:
    explicit registrar(office::offline_site& site) : site_(site) {}

    std::string device(domain::device_kind kind, const std::string& name,
                       std::optional<std::string> counter = {})
    {
        auto token = access::new_token(random_);
        add(domain::add_device{.device = name,
                               .as = kind,
                               .counter = std::move(counter),
                               .acts_alone = true,
                               .has_token = true,
                               .replaces = {}},
            journal::credential_row(journal::device_ref(name), access::hash_of_token(token)));
        return token;
    }

    std::string staff(const std::string& login, const std::string& name, domain::staff_role role,
                      std::optional<std::string> counter = {}, bool one_time = false)
    {
        auto password = access::new_password(random_);
        add(domain::add_staff{.login = login,
                              .name = name,
                              .role = role,
                              .counter = std::move(counter),
                              .one_time = one_time},
            journal::credential_row(journal::password_ref(login), access::hash_of_password(password)));
        return password;
    }

private:
    void add(const domain::command& command, const journal::erasable_row& credential)
    {
        if (const auto added = site_.change(command, "site", {credential}); !added) {
            throw failure("a new account is refused: " + domain::name_of(added.error().code));
        }
    }

    office::offline_site& site_;
    access::random_bits random_;
};

demo_office furnish(registrar& names, const std::string& site, const domain::site_settings& settings)
{
    demo_office demo{.site = site, .url = {}, .tokens = {}, .staff = {}};
    demo.tokens.kiosk = names.device(domain::device_kind::kiosk, "kiosk-1");
    demo.tokens.display = names.device(domain::device_kind::board, "board-1");
    demo.tokens.manager = names.device(domain::device_kind::manager, "manager");
    demo.tokens.admin = names.device(domain::device_kind::admin, "admin");
    const std::array<std::pair<std::string, std::string>, 4> people{{{"lan", "Nguyễn Thị Lan"},
                                                                     {"minh", "Trần Văn Minh"},
                                                                     {"hoa", "Lê Thị Hoa"},
                                                                     {"tuan", "Phạm Anh Tuấn"}}};
    for (std::size_t index = 0; index < settings.counters.size(); ++index) {
        const auto& code = settings.counters[index].code;
        demo.tokens.counter[code] = names.device(domain::device_kind::console, "counter-" + code, code);
        if (index < people.size()) {
            const auto& [login, name] = people[index];
            demo.staff.push_back({login, names.staff(login, name, domain::staff_role::clerk, code), code});
        }
    }
    demo.staff.push_back({"thu", names.staff("thu", "Vũ Minh Thu", domain::staff_role::manager), {}});
    return demo;
}

/// The settings are the first event of the site.
void found(office::offline_site& site, const domain::site_settings& settings)
{
    const auto done = site.change(domain::configure_site{.settings = settings, .from_version = {}}, "site");
    if (!done) {
        throw failure("the delivered settings are refused: " + done.error().field + ": " + done.error().why);
    }
}

/// What the administrator of a new office types next.
std::string next_steps(const std::filesystem::path& folder)
{
    const auto data = " --data " + folder.string();
    return fmt::format(
        "next:\n"
        "  motcua-server staff add lan --name \"Nguyễn Thị Lan\" --role clerk --counter 1{0}\n"
        "  motcua-server serve{0}\n"
        "  motcua-server device allow CODE --name kiosk-1 --kind kiosk{0}   (the code stands on "
        "the screen of the device)\n",
        data);
}

} // namespace

void init(const init_options& options)
{
    const office::data_folder created(options.folder);
    const bool demo = options.demo;
    if (!created.create()) {
        throw failure(options.folder.string() + " is not empty; nothing was changed");
    }
    const std::string site = demo ? "demo" : "hall";
    const auto settings = office::delivered_settings(demo);
    office::offline_site founded(created, site);
    found(founded, settings);
    registrar names(founded);
    const auto password = names.staff("admin", "Quản trị", domain::staff_role::admin, {}, !demo);
    if (demo) {
        base::write_atomically(created.demo_file(), base::to_json(furnish(names, site, settings)) + "\n");
    }
    office::make_person_key(created);
    const auto fingerprint = demo ? std::string() : make_office_certificate(created, options.names);
    // Last: a folder without it is one that init did not finish.
    base::write_atomically(created.configuration_file(), office::configuration_template(site, !demo));
    std::cout << fmt::format("{} is ready, its configuration is {}\n", options.folder.string(),
                             created.configuration_file().string());
    std::cout << fmt::format("the administrator signs in as admin with the password {}\n"
                             "write it down: it is not shown again\n",
                             password);
    if (demo) {
        std::cout << fmt::format("tokens of the demo office: {}\n", created.demo_file().string());
        return;
    }
    std::cout << fmt::format("devices know the server by the fingerprint of its certificate: {}\n",
                             fingerprint)
              << next_steps(options.folder);
}

} // namespace motcua::commands
