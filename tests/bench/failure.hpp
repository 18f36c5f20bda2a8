#pragma once
// What ends the program: a failure is one line for the user.

#include <csignal>
#include <stdexcept>
#include <string>

namespace motcua::bench {

class failure : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The user wants the program to end.
class interrupted : public failure
{
public:
    interrupted() : failure("interrupted") {}
};

/// Throws what errno says about `doing` when `result` is negative; else gives it back.
int checked(int result, const std::string& doing);

/// SIGINT and SIGTERM end the present wait with `interrupted`, so that children and folders are cleared away.
void fail_at_signals();
void throw_if_interrupted();

} // namespace motcua::bench
