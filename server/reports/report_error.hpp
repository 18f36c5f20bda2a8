#pragma once
// Why the log could not be read, as a value.

#include <boost/assert/source_location.hpp>
#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>
#include <stdexcept>
#include <string>

namespace motcua::reports {

enum class fault
{
    /// The database was locked all the time that a read may wait: ask again.
    busy,
    /// There is no such database, it is not ours, or the disk failed.
    failed,
    /// The file is damaged, or holds a row that no version ever wrote.
    corrupt,
    /// The days asked for hold more than one answer may: ask for fewer.
    too_much
};
BOOST_DESCRIBE_ENUM(fault, busy, failed, corrupt, too_much)

struct report_error
{
    fault what;
    /// A sentence for the log.
    std::string detail;
};

[[noreturn]] inline void throw_exception_from_error(const report_error& error, const boost::source_location&)
{
    throw std::runtime_error(error.detail);
}

template <class T>
using result = boost::system::result<T, report_error>;

} // namespace motcua::reports
