#pragma once
// The former name of test_site, for the tests that still use it.

#include "test_site.hpp"

namespace motcua::domain {

using hall = test_site;

} // namespace motcua::domain
