#include "server/commands/commands.hpp"
#include "server/commands/export_visits.hpp"
#include "server/commands/office_folder.hpp"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>

namespace motcua::commands {

namespace {

failure cannot_be_written(const std::filesystem::path& file, const std::string& why)
{
    return failure("--out " + file.string() + ": it cannot be written: " + why);
}

/// A device or a pipe takes the bytes as they come; a file is there only when it is whole.
bool is_stream(const std::filesystem::path& file)
{
    return std::filesystem::exists(file) && !std::filesystem::is_regular_file(file);
}

/// A file that is gone at the end unless it was put in another's place.
class fresh_file
{
public:
    explicit fresh_file(std::filesystem::path path) : path_(std::move(path)) {}
    ~fresh_file()
    {
        std::error_code gone_already;
        std::filesystem::remove(path_, gone_already);
    }
    fresh_file(const fresh_file&) = delete;
    fresh_file& operator=(const fresh_file&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Writes to `file`, on the way to the one that was `named`.
void write_to(const std::filesystem::path& file, const std::filesystem::path& named,
              const visits_export& wanted)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (!out) {
        throw cannot_be_written(named, std::generic_category().message(errno));
    }
    export_visits(wanted, out);
    out.close();
    if (!out) {
        throw cannot_be_written(named, "it takes nothing more");
    }
}

void write_out(const std::filesystem::path& named, const visits_export& wanted)
{
    if (std::filesystem::is_directory(named)) {
        throw wrong_setting("--out " + named.string() + ": it is a folder; name a file");
    }
    if (is_stream(named)) {
        return write_to(named, named, wanted);
    }
    // A link stays one.
    const auto file = std::filesystem::exists(named) ? std::filesystem::canonical(named) : named;
    const fresh_file fresh(file.string() + ".new");
    write_to(fresh.path(), named, wanted);
    std::error_code error;
    std::filesystem::rename(fresh.path(), file, error);
    if (error) {
        throw cannot_be_written(named, error.message());
    }
}

} // namespace

void export_log(const export_options& wanted)
{
    const auto [folder, office] = open_office(wanted.folder);
    if (wanted.to < wanted.from) {
        throw wrong_setting("--to: it is before --from");
    }
    const visits_export visits{
        .database = folder.database().string(), .site = office.site, .from = wanted.from, .to = wanted.to};
    if (wanted.out) {
        return write_out(*wanted.out, visits);
    }
    export_visits(visits, std::cout);
    if (!std::cout.flush()) {
        throw failure("the standard output takes nothing more");
    }
}

} // namespace motcua::commands
