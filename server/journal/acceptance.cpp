#include "server/journal/acceptance.hpp"

#include "server/journal/limits.hpp"
#include "server/journal/migrations.hpp"
#include "server/journal/sqlite.hpp"

#include <filesystem>
#include <fstream>
#include <sqlite3.h>

namespace motcua::journal {

namespace {

std::uintmax_t size_of(const std::string& path)
{
    std::error_code no_file;
    const auto size = std::filesystem::file_size(path, no_file);
    return no_file ? 0 : size;
}

/// `path` as SQLite wants it in a URI.
std::string uri_of(const std::string& path, std::string_view query)
{
    std::string uri = "file:";
    for (const char c : path) {
        switch (c) {
        case '%':
            uri += "%25";
            break;
        case '?':
            uri += "%3f";
            break;
        case '#':
            uri += "%23";
            break;
        default:
            uri += c;
        }
    }
    return uri.append("?").append(query);
}

SQLite::Database open_uri(const std::string& uri, int flags)
{
    return {uri, flags | SQLite::OPEN_URI, static_cast<int>(reader_wait_max.count())};
}

/// The first 100 bytes of a database file (https://www.sqlite.org/fileformat2.html, section 1.3).
class file_header
{
public:
    explicit file_header(const std::string& path)
    {
        std::ifstream file(path, std::ios::binary);
        readable_ = file.is_open();
        file.read(reinterpret_cast<char*>(bytes_.data()), static_cast<std::streamsize>(bytes_.size()));
        whole_ = file.good();
    }

    bool is_readable() const { return readable_; }

    bool is_sqlite() const
    {
        constexpr std::string_view magic("SQLite format 3\0", 16);
        return whole_ && std::equal(magic.begin(), magic.end(), bytes_.begin());
    }

    /// The length of the file when this header was written.
    std::uintmax_t file_size() const
    {
        const auto page = (number(16) >> 16U) == 1 ? 65536U : number(16) >> 16U;
        return std::uintmax_t{page} * number(28);
    }

private:
    /// Numbers are big-endian.
    std::uint32_t number(std::size_t offset) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            value = value << 8U | bytes_[offset + i];
        }
        return value;
    }

    std::array<unsigned char, 100> bytes_{};
    bool readable_ = false;
    bool whole_ = false;
};

/// Whether a finding of quick_check is an error of the disk or of memory and not of the file: it reports
/// errors of reading like any other finding.
bool is_about_reading(const std::string& finding)
{
    const auto says = [&](const std::string& words) { return finding.find(words) != std::string::npos; };
    return says("failed to get page") || (says("unable to get the page. error code=") &&
                                          !says("error code=" + std::to_string(SQLITE_CORRUPT)));
}

} // namespace

std::string real_path(const std::string& path)
{
    return std::filesystem::weakly_canonical(std::filesystem::absolute(path)).string();
}

std::string name_for_reading(const std::string& path)
{
    const bool is_served = size_of(path + "-wal") > 0 || std::filesystem::exists(path + "-shm");
    // Where nobody writes, even a reader would make the two files again.
    return is_served ? path : uri_of(path, "mode=ro&immutable=1");
}

SQLite::Database open_untouched(const std::string& path)
{
    if (const auto name = name_for_reading(path); name != path) {
        return open_uri(name, SQLite::OPEN_READONLY);
    }
    if (std::filesystem::exists(path + "-shm")) {
        return open_uri(uri_of(path, "mode=ro&readonly_shm=1"), SQLite::OPEN_READONLY);
    }
    // A log without its index: where the database is locked SQLite keeps that index in memory.
    auto database = open_uri(uri_of(path, "mode=rw"), SQLite::OPEN_READWRITE);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    return database;
}

result<void> accept(const std::string& path)
{
    const file_header header(path);
    if (!header.is_readable()) {
        return journal_error{fault::failed, "the file cannot be read"};
    }
    if (std::filesystem::is_regular_file(path) && size_of(path) == 0) {
        return journal_error{fault::corrupt, "the file is empty; where there is none a new one is made"};
    }
    if (!header.is_sqlite()) {
        return journal_error{fault::not_ours, "the file is not an SQLite database"};
    }
    const auto size = size_of(path);
    const auto log_size = size_of(path + "-wal");
    // With a log, the rest of the file may be there.
    if (log_size == 0 && size < header.file_size()) {
        return journal_error{fault::corrupt, "the database file is cut short: " + std::to_string(size) +
                                                 " of " + std::to_string(header.file_size()) + " bytes"};
    }
    return guarded([&]() -> result<void> {
        auto database = open_untouched(path);
        return accept_content(database, size + log_size);
    });
}

result<void> accept_content(SQLite::Database& database, std::uintmax_t bytes)
{
    if (database.execAndGet("PRAGMA application_id").getInt() != application_id) {
        return journal_error{fault::not_ours, "the database was not made by Motcua"};
    }
    const auto schema = database.execAndGet("PRAGMA user_version").getUInt();
    if (schema > newest_schema()) {
        return journal_error{fault::newer_version, "the database has schema " + std::to_string(schema) +
                                                       ", this program knows up to " +
                                                       std::to_string(newest_schema())};
    }
    // If a writer found out later, it would leave an empty log beside a file that must not be touched.
    if (!database.tableExists("event")) {
        return journal_error{fault::corrupt, "the database has lost its table of events"};
    }
    if (bytes > check_whole_bytes_max) {
        return {};
    }
    const auto found = database.execAndGet("PRAGMA quick_check(1)").getString();
    if (found == "ok") {
        return {};
    }
    // Before the fault stands a line that names the database.
    const auto what = found.substr(found.rfind('\n') + 1);
    if (is_about_reading(what)) {
        return journal_error{fault::failed, "the database file cannot be read: " + what};
    }
    return journal_error{fault::corrupt, "the database file is damaged: " + what};
}

result<void> accept_new(const std::string& path)
{
    for (const auto* suffix : {"-wal", "-journal"}) {
        if (size_of(path + suffix) > 0) {
            return journal_error{fault::corrupt,
                                 "the database file is missing, but its log is there: " + path + suffix};
        }
    }
    return {};
}

} // namespace motcua::journal
