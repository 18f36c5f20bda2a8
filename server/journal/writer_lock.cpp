#include "server/journal/writer_lock.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace motcua::journal {

result<writer_lock> writer_lock::take(const std::string& database_path)
{
    const auto name = database_path + ".lock";
    const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return journal_error{fault::failed, "cannot open " + name + ": " + std::strerror(errno)};
    }
    writer_lock held(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const bool taken = errno == EWOULDBLOCK;
        return journal_error{taken ? fault::in_use : fault::failed,
                             taken ? "another server has the database open"
                                   : "cannot lock " + name + ": " + std::strerror(errno)};
    }
    return held;
}

writer_lock::~writer_lock()
{
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

} // namespace motcua::journal
