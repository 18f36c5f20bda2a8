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

/// A device or a pipe gets the bytes as they come; a file appears only when it is complete.
bool is_stream(const std::filesystem::path& file)
{
    return std::filesystem::exists(file) && !std::filesystem::is_regular_file(file);
}

/// A temporary file: removed at the end unless it was renamed.
class temporary_file
{
public:
    explicit temporary_file(std::filesystem::path path) : path_(std::move(path)) {}
    ~temporary_file()
    {
        std::error_code gone_already;
        std::filesystem::remove(path_, gone_already);
    }
    temporary_file(const temporary_file&) = delete;
    temporary_file& operator=(const temporary_file&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Writes to `file`; errors mention `named`, the path on the command line.
void write_to(const std::filesystem::path& file, const std::filesystem::path& named,
              const visits_export& visits)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (!out) {
        throw cannot_be_written(named, std::generic_category().message(errno));
    }
    export_visits(visits, out);
    out.close();
    if (!out) {
        throw cannot_be_written(named, "it accepts no more bytes");
    }
}

void write_out(const std::filesystem::path& named, const visits_export& visits)
{
    if (std::filesystem::is_directory(named)) {
        throw wrong_setting("--out " + named.string() + ": it is a folder; name a file");
    }
    if (is_stream(named)) {
        return write_to(named, named, visits);
    }
    // A link stays a link.
    const auto file = std::filesystem::exists(named) ? std::filesystem::canonical(named) : named;
    const temporary_file temporary(file.string() + ".new");
    write_to(temporary.path(), named, visits);
    std::error_code error;
    std::filesystem::rename(temporary.path(), file, error);
    if (error) {
        throw cannot_be_written(named, error.message());
    }
}

} // namespace

void export_log(const export_options& options)
{
    const auto office = open_office(options.folder);
    if (options.to < options.from) {
        throw wrong_setting("--to: it is before --from");
    }
    const visits_export visits{.database = office.folder.database().string(),
                               .site = office.configuration.site,
                               .from = options.from,
                               .to = options.to};
    if (options.out) {
        return write_out(*options.out, visits);
    }
    export_visits(visits, std::cout);
    if (!std::cout.flush()) {
        throw failure("the standard output accepts no more bytes");
    }
}

} // namespace motcua::commands
