#include "server/journal/stored_settings.hpp"

#include "server/journal/codec.hpp"
#include "server/journal/sqlite_journal.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace motcua;

namespace {

domain::event_body configured(const std::string& name)
{
    domain::site_settings settings;
    settings.name = name;
    settings.services.push_back({.code = "A", .name = "Hộ tịch", .name_en = "Records"});
    return domain::site_configured{settings};
}

/// A database of one site, open as a running server has it.
class store
{
public:
    store()
    {
        auto name = (std::filesystem::temp_directory_path() / "motcua-settings-test-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
        journal_ = journal::open_sqlite_journal(path(), "demo").value();
    }
    ~store()
    {
        journal_.reset();
        std::filesystem::remove_all(folder_);
    }
    store(const store&) = delete;
    store& operator=(const store&) = delete;

    std::string path() const { return (folder_ / "motcua.db").string(); }

    void append(domain::event_body body)
    {
        journal::batch batch;
        batch.events.push_back({.seq = journal_->last_seq() + 1,
                                .at = {},
                                .actor = "site",
                                .key = std::nullopt,
                                .body = std::move(body)});
        bool stored = false;
        journal_->append(batch, [&](const auto& outcome) { stored = outcome.has_value(); });
        REQUIRE(stored);
        image_.apply(batch.events.front());
    }

    void save_snapshot()
    {
        REQUIRE(journal_->save_snapshot({journal_->last_seq(), base::to_json(image_.image())}).has_value());
    }

    void save_snapshot_of_another_version()
    {
        REQUIRE(journal_->save_snapshot({journal_->last_seq(), R"({"version":9})"}).has_value());
    }

private:
    std::filesystem::path folder_;
    std::unique_ptr<journal::journal> journal_;
    domain::site_state image_;
};

std::string name_in(const store& of) { return journal::read_settings(of.path(), "demo").value().name; }

} // namespace

TEST_CASE("the settings that were set last are those that are read")
{
    store store;
    store.append(configured("first"));
    store.append(configured("second"));
    CHECK(name_in(store) == "second");
    const auto settings = journal::read_settings(store.path(), "demo").value();
    CHECK(settings.time_zone == "Asia/Ho_Chi_Minh");
    CHECK(settings.services.at(0).name == "Hộ tịch");
}

TEST_CASE("the settings are those of the snapshot, unless later ones were set")
{
    store store;
    store.append(configured("first"));
    store.save_snapshot();
    store.append(domain::day_opened{});
    CHECK(name_in(store) == "first");
    store.append(configured("second"));
    CHECK(name_in(store) == "second");
}

TEST_CASE("a snapshot of another version is passed over: the events say the same")
{
    store store;
    store.append(configured("first"));
    store.save_snapshot_of_another_version();
    CHECK(name_in(store) == "first");
}

TEST_CASE("a site that is not in the database, and a database that is not there, are errors")
{
    store store;
    store.append(configured("first"));
    CHECK(journal::read_settings(store.path(), "another").has_error());
    CHECK(journal::read_settings(store.path() + ".none", "demo").has_error());
    CHECK_FALSE(std::filesystem::exists(store.path() + ".none"));
}
