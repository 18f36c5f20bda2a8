// Measures the delivered server: options, the parts, one table, one file of JSON.

#include "base/json.hpp"
#include "tests/bench/child.hpp"
#include "tests/bench/failure.hpp"
#include "tests/bench/options.hpp"
#include "tests/bench/parts.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iostream>
#include <sys/utsname.h>
#include <thread>

namespace {

using namespace motcua;

struct part
{
    std::string_view name;
    void (*measure)(const bench::surroundings&, bench::report&);
};

constexpr std::array parts{part{"tickets", bench::measure_tickets},
                           part{"feed", bench::measure_feed},
                           part{"administration", bench::measure_administration},
                           part{"appointments", bench::measure_appointments},
                           part{"start", bench::measure_start},
                           part{"memory", bench::measure_memory}};

std::string describe_machine()
{
    utsname names{};
    uname(&names);
    return fmt::format("{} processors, {} {}", std::thread::hardware_concurrency(), names.sysname,
                       names.release);
}

bench::report measure(const bench::options& chosen, const std::filesystem::path& own_folder)
{
    bench::report results{MOTCUA_VERSION, describe_machine(), chosen.quick, {}, {}};
    const bench::temporary_folder folder(chosen.data);
    for (const auto& [name, run] : parts) {
        if (!chosen.parts.empty() && !chosen.parts.contains(std::string(name))) {
            continue;
        }
        std::cerr << "measuring: " << name << '\n';
        run({chosen.server, own_folder / "motcua-bench-bare", folder.path(), chosen.quick}, results);
    }
    return results;
}

template <class Results>
void write_json(const std::filesystem::path& file, const Results& results)
{
    std::ofstream out(file);
    out << base::to_json(results) << '\n';
    if (!out.flush()) {
        throw bench::failure("cannot write " + file.string());
    }
}

template <class Results>
void publish(const bench::options& chosen, const Results& results)
{
    std::cout << bench::to_table(results) << std::flush;
    write_json(chosen.json, results);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const auto own_folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
        const auto parsed = bench::parse_options(argc, argv, own_folder);
        if (const auto* code = std::get_if<int>(&parsed)) {
            return *code;
        }
        bench::fail_at_signals();
        const auto& chosen = std::get<bench::options>(parsed);
        if (chosen.rules) {
            publish(chosen, bench::measure_rules(*chosen.rules));
        } else {
            publish(chosen, measure(chosen, own_folder));
        }
    } catch (const std::exception& error) {
        std::cerr << "motcua-bench: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
