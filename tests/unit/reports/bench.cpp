// Figures, not promises: run by hand with `reports_test "[.bench]"`.
#include "log_file.hpp"

#include "server/reports/waits.hpp"

#include <cstdio>
#include <ctime>
#include <random>

using namespace motcua;
using namespace motcua::reports;

TEST_CASE("the waits of a year of 500 visits a day", "[.bench]")
{
    std::mt19937 random(1);
    log_file file;
    for (int day = 0; day < 250; ++day) {
        std::vector<journal::visit_row> rows;
        for (int i = 0; i < 500; ++i) {
            auto row = served(std::chrono::seconds{random() % 3600}, std::chrono::seconds{random() % 1800});
            row.day += std::chrono::days{day};
            row.issued_at += std::chrono::days{day} + std::chrono::minutes{random() % 540};
            row.service = std::string(1, static_cast<char>('A' + random() % 4));
            row.staff = "lan";
            row.procedure = "1.001193";
            rows.push_back(row);
        }
        file.add(std::move(rows));
    }
    auto log = file.open();
    for (const auto by : {grouping::service, grouping::hour, grouping::total}) {
        const auto start = std::clock();
        const auto rows =
            waits(log, {.from = monday, .to = monday + std::chrono::days{365}, .by = by}).value();
        const auto took = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        std::printf("by %s: %zu rows in %.0f ms of processor time\n", domain::name_of(by).c_str(),
                    rows.size(), took);
    }
}
