#include "base/asset_folder.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

using namespace motcua::base;

TEST_CASE("the assets lie where the environment says, else beside the program")
{
    CHECK(find_assets().filename() == "motcua");
    CHECK(find_assets().is_absolute());
    setenv("MOTCUA_ASSETS", "/opt/office", 1);
    CHECK(find_assets() == "/opt/office");
    setenv("MOTCUA_ASSETS", "", 1);
    CHECK(find_assets().filename() == "motcua");
    unsetenv("MOTCUA_ASSETS");
}
