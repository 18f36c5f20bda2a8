// The server of a reception hall: runs the command of its command line, and reports an error in one line.

#include "server/commands/command_line.hpp"

#include <iostream>
#include <sodium.h>
#include <sys/stat.h>

namespace {

using namespace motcua;

int report(const std::exception& error, int code)
{
    std::cerr << "motcua-server: " << error.what() << '\n';
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    const auto parsed = commands::parse_command_line(argc, argv);
    if (const auto* code = std::get_if<int>(&parsed)) {
        return *code;
    }
    // Files of the server are for its own account only.
    ::umask(S_IRWXG | S_IRWXO);
    try {
        if (sodium_init() < 0) {
            throw commands::failure("libsodium cannot be used on this machine");
        }
        return std::get<commands::command>(parsed)();
    } catch (const commands::wrong_setting& error) {
        return report(error, 2);
    } catch (const std::exception& error) {
        return report(error, 1);
    }
}
