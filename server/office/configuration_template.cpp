#include "server/office/configuration_template.hpp"

#include <string_view>

namespace motcua::office {

namespace {

constexpr std::string_view office_template =
    R"(# Motcua: the server of a reception hall. Lines that begin with # are comments.
# Restart the server after a change.

# Where it listens. 0.0.0.0:8080 lets kiosks and counters on other machines in.
listen = "127.0.0.1:8080"

# What anybody may do without a token.
[open]
reads = true        # the board, the services and their papers
tickets = false     # take a number

[site]
code = "{code}"
name = "Bộ phận Một cửa{name}"
name_en = "One-stop Hall{name_en}"
utc_offset_minutes = 420
day_starts_minutes = 0       # after midnight
recall_grace_minutes = 10    # a no-show who comes back within this time gets the same place again

# How many minutes earlier each of these people is called than others who came at the same time.
[head_start]
elderly_minutes = 30
disabled_minutes = 30
merit_minutes = 30
pregnant_minutes = 20
infant_minutes = 20

# What people come for. "minutes" is a first guess of the time at the counter, until visits have been measured;
# "target_minutes" is the longest wait that the office aims for. Numbers count up from 001; with "first_number"
# and "last_number" they stay in that range, start again after the last, and skip those of people still here.
[[service]]
code = "A"
name = "Hộ tịch – Chứng thực"
name_en = "Civil Status – Certification"
minutes = 8
target_minutes = 15

[[service]]
code = "B"
name = "Đất đai – Xây dựng"
name_en = "Land – Construction"
minutes = 15
target_minutes = 15

[[service]]
code = "C"
name = "Đăng ký kinh doanh"
name_en = "Business Registration"
minutes = 12
target_minutes = 15

[[service]]
code = "D"
name = "Trả kết quả"
name_en = "Collect Results"
minutes = 4
target_minutes = 15

[[counter]]
code = "1"
services = ["A", "D"]

[[counter]]
code = "2"
services = ["A", "D"]

[[counter]]
code = "3"
services = ["B", "D"]

[[counter]]
code = "4"
services = ["C", "B", "A"]
)";

void replace(std::string& text, std::string_view placeholder, std::string_view value)
{
    text.replace(text.find(placeholder), placeholder.size(), value);
}

} // namespace

std::string configuration_template(bool demo)
{
    std::string text(office_template);
    replace(text, "{code}", demo ? "demo" : "hall");
    replace(text, "{name}", demo ? " Phường An Bình" : "");
    replace(text, "{name_en}", demo ? " of An Binh Ward" : "");
    return text;
}

} // namespace motcua::office
