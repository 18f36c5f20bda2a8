#include "server/reports/appointments.hpp"

#include "server/reports/database.hpp"

namespace motcua::reports {

result<std::optional<appointment>> find_appointment(const std::string& path, const std::string& site,
                                                    const domain::appointment_code& code)
{
    return guarded([&]() -> result<std::optional<appointment>> {
        const auto database = open_for_reading(path);
        SQLite::Statement find(*database, tables::select_text(tables::shape_of<appointment>()) +
                                              " INDEXED BY appointment_by_code WHERE site = ? AND code = ? "
                                              "ORDER BY appointment DESC LIMIT 1");
        find.bind(1, site);
        find.bind(2, code);
        return find.executeStep() ? std::optional{readable_row<appointment>(find)} : std::nullopt;
    });
}

result<std::vector<appointment>> appointments_of(const std::string& path, const std::string& site,
                                                 domain::local_day day)
{
    return guarded([&]() -> result<std::vector<appointment>> {
        const auto database = open_for_reading(path);
        SQLite::Statement rows(*database, tables::select_text(tables::shape_of<appointment>()) +
                                              " INDEXED BY appointment_by_day WHERE site = ? AND day = ? "
                                              "ORDER BY appointment");
        rows.bind(1, site);
        tables::stored_as<domain::local_day>::bind(rows, 2, day);
        std::vector<appointment> found;
        while (rows.executeStep()) {
            found.push_back(readable_row<appointment>(rows));
        }
        return found;
    });
}

} // namespace motcua::reports
