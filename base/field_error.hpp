#pragma once
// What is wrong with one field of a message, as a value.

#include <boost/assert/source_location.hpp>
#include <boost/describe/enum.hpp>
#include <stdexcept>
#include <string>

namespace motcua::base {

enum class field_fault
{
    malformed,
    missing,
    wrong_type,
    too_short,
    too_long,
    out_of_range,
    not_allowed
};
BOOST_DESCRIBE_ENUM(field_fault, malformed, missing, wrong_type, too_short, too_long, out_of_range,
                    not_allowed)

/// `field` is the path of the faulty field, as in "counter" or "services[2]"; empty for the message as a
/// whole. `malformed` says that the text is not JSON at all.
struct field_error
{
    field_fault fault;
    std::string field;
    std::string detail;

    /// The same error seen from the struct that holds the faulty one in its member `name`.
    field_error inside(const std::string& name) &&
    {
        if (field.empty()) {
            field = name;
        } else {
            field.insert(0, field.front() == '[' ? name : name + ".");
        }
        return std::move(*this);
    }
};

/// Lets `boost::system::result` throw when a value is taken out of an error unchecked.
[[noreturn]] inline void throw_exception_from_error(const field_error& error, const boost::source_location&)
{
    throw std::invalid_argument(error.field + ": " + error.detail);
}

} // namespace motcua::base
