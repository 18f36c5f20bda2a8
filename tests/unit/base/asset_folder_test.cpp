#include "base/asset_folder.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

using namespace motcua::base;

TEST_CASE("the assets lie where the environment says, else beside the program")
{
    CHECK(find_assets().filename() == "motcua");
    CHECK(find_assets().is_absolute());
    setenv("MOTCUA_ASSETS", "/usr/share", 1);
    CHECK(find_assets() == "/usr/share");
    setenv("MOTCUA_ASSETS", "", 1);
    CHECK(find_assets().filename() == "motcua");
    unsetenv("MOTCUA_ASSETS");
}

TEST_CASE("where there is no such folder the message says where it must lie")
{
    setenv("MOTCUA_ASSETS", "/nonexistent/motcua", 1);
    CHECK_THROWS_WITH(find_assets(),
                      Catch::Contains("/nonexistent/motcua") && Catch::Contains("MOTCUA_ASSETS"));
    unsetenv("MOTCUA_ASSETS");
}
