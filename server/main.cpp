// The server of a reception hall: does what its command line says, and tells in one line what went wrong.

#include "server/commands/command_line.hpp"

#include <iostream>
#include <sodium.h>
#include <sys/stat.h>

namespace {

using namespace motcua;

int say(const std::exception& wrong, int code)
{
    std::cerr << "motcua-server: " << wrong.what() << '\n';
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    const auto parsed = parse_command_line(argc, argv);
    if (const auto* code = std::get_if<int>(&parsed)) {
        return *code;
    }
    // Whatever the server writes is for its own account only.
    ::umask(S_IRWXG | S_IRWXO);
    try {
        if (sodium_init() < 0) {
            throw commands::failure("libsodium cannot be used on this machine");
        }
        return std::get<command>(parsed)();
    } catch (const commands::wrong_setting& wrong) {
        return say(wrong, 2);
    } catch (const std::exception& wrong) {
        return say(wrong, 1);
    }
}
