#include "server/reports/appointments.hpp"

#include "server/reports/database.hpp"

namespace motcua::reports {

using tables::appointment_row;

result<std::optional<appointment_row>> find_appointment(const std::string& path, const std::string& site,
                                                        const domain::appointment_code& code)
{
    return guarded([&]() -> result<std::optional<appointment_row>> {
        const auto database = open_for_reading(path);
        SQLite::Statement find(*database, tables::select_text(tables::shape_of<appointment_row>()) +
                                              " INDEXED BY appointment_by_code WHERE site = ? AND code = ? "
                                              "ORDER BY appointment DESC LIMIT 1");
        find.bind(1, site);
        find.bind(2, code);
        return find.executeStep() ? std::optional{readable_row<appointment_row>(find)} : std::nullopt;
    });
}

result<std::vector<appointment_row>> appointments_of(const std::string& path, const std::string& site,
                                                     domain::local_day day)
{
    return guarded([&]() -> result<std::vector<appointment_row>> {
        const auto database = open_for_reading(path);
        SQLite::Statement rows(*database, tables::select_text(tables::shape_of<appointment_row>()) +
                                              " INDEXED BY appointment_by_day WHERE site = ? AND day = ? "
                                              "ORDER BY appointment");
        rows.bind(1, site);
        tables::stored_as<domain::local_day>::bind(rows, 2, day);
        std::vector<appointment_row> found;
        while (rows.executeStep()) {
            found.push_back(readable_row<appointment_row>(rows));
        }
        return found;
    });
}

} // namespace motcua::reports
