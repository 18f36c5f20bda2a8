// The keys of an office: its certificate and the key for personal data.
#include "server/commands/commands.hpp"
#include "server/commands/machine_names.hpp"
#include "server/http/certificate.hpp"
#include "server/http/tls.hpp"
#include "server/office/configuration.hpp"
#include "server/office/data_folder.hpp"
#include "server/office/person_key.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>

using namespace motcua;
using std::filesystem::perms;

namespace {

/// A folder of the test's own, for an office that is not there yet.
class scratch
{
public:
    scratch()
    {
        std::string name = (std::filesystem::temp_directory_path() / "motcua-keys-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder_ = name;
    }
    ~scratch() { std::filesystem::remove_all(folder_); }
    scratch(const scratch&) = delete;
    scratch& operator=(const scratch&) = delete;

    std::filesystem::path office() const { return folder_ / "office"; }

private:
    std::filesystem::path folder_;
};

/// What `run` prints.
template <class Function>
std::string printed(Function run)
{
    std::ostringstream text;
    auto* const before = std::cout.rdbuf(text.rdbuf());
    run();
    std::cout.rdbuf(before);
    return text.str();
}

perms mode_of(const std::filesystem::path& file) { return std::filesystem::status(file).permissions(); }

constexpr auto owner_only = perms::owner_read | perms::owner_write;

} // namespace

TEST_CASE("init makes a certificate that the configuration names, and prints its fingerprint")
{
    const scratch place;
    const auto text = printed([&] {
        commands::init({.folder = place.office(), .names = {"hall.vn", "10.0.0.7"}});
    });
    const office::data_folder folder(place.office());
    const auto configuration = office::load_configuration(folder.configuration_file());
    REQUIRE(configuration.has_value());
    REQUIRE(configuration->tls.has_value());
    CHECK(folder.file(configuration->tls->certificate) == folder.certificate_file());
    CHECK(folder.file(configuration->tls->key) == folder.certificate_key_file());
    CHECK_FALSE(configuration->tls->plain_listen);
    CHECK(mode_of(folder.certificate_key_file()) == owner_only);
    const auto loaded = http::load_tls(folder.certificate_file(), folder.certificate_key_file());
    REQUIRE(loaded.has_value());
    CHECK(text.find("fingerprint of its certificate: " + loaded->fingerprint + "\n") != text.npos);
}

TEST_CASE("the demo office speaks plain HTTP")
{
    const scratch place;
    printed([&] { commands::init({.folder = place.office(), .demo = true}); });
    const office::data_folder folder(place.office());
    CHECK_FALSE(office::load_configuration(folder.configuration_file())->tls);
    CHECK_FALSE(std::filesystem::exists(folder.certificate_file()));
}

TEST_CASE("each office has a key for personal data, shown by key show alone and never made twice")
{
    const scratch place;
    const scratch other;
    const auto text = printed([&] { commands::init({.folder = place.office()}); });
    printed([&] { commands::init({.folder = other.office(), .demo = true}); });
    const office::data_folder folder(place.office());
    const auto key = *office::read_person_key(folder);
    CHECK(key.size() == 64);
    CHECK(text.find(key) == text.npos);
    CHECK(mode_of(folder.person_key_file()) == owner_only);
    CHECK(key != *office::read_person_key(office::data_folder(other.office())));
    CHECK(printed([&] { commands::show_key(place.office()); }) == key + "\n");
    CHECK_FALSE(office::make_person_key(folder));
    CHECK(*office::read_person_key(folder) == key);
}

TEST_CASE("a key that is missing or damaged is named by its file, not by its content")
{
    const scratch place;
    printed([&] { commands::init({.folder = place.office(), .demo = true}); });
    const office::data_folder folder(place.office());
    std::filesystem::remove(folder.person_key_file());
    CHECK_THROWS_AS(commands::show_key(place.office()), commands::failure);
    CHECK(office::make_person_key(folder));
    std::filesystem::resize_file(folder.person_key_file(), 60);
    CHECK(office::read_person_key(folder).error().why ==
          folder.person_key_file().string() + " does not hold 64 hex digits");
}

TEST_CASE("the names of this machine can stand in a certificate")
{
    for (const auto& name : commands::names_of_this_machine()) {
        CAPTURE(name);
        CHECK(http::is_certificate_name(name));
        CHECK(name != "127.0.0.1");
    }
}
