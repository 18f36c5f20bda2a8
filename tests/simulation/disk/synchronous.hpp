#pragma once
// SQLite made to sync less than the journal asks for, so that a test can show what that would lose.

#include <sqlite3.h>
#include <string>

namespace motcua::simulation {

/// While it lives, every connection that is opened has the real `PRAGMA synchronous` given here and no other:
/// what the program sets is passed over. One at a time.
class forced_synchronous
{
public:
    explicit forced_synchronous(const std::string& level);
    ~forced_synchronous();
    forced_synchronous(const forced_synchronous&) = delete;
    forced_synchronous& operator=(const forced_synchronous&) = delete;
};

} // namespace motcua::simulation
