#include "ui/syllables.hpp"
#include "ui/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace motcua::ui {
namespace {

/// Words of two syllables, lowercase.
constexpr std::array words{
    "an ninh",    "bảo hiểm",    "bảo trợ",    "biên lai",   "bình đẳng",  "bổ sung",      "cán bộ",
    "căn cước",   "cấp phép",    "chính công", "chứng nhận", "chứng thực", "con nuôi",     "công chứng",
    "công dân",   "công nghiệp", "cư trú",     "dân sự",     "dịch vụ",    "doanh nghiệp", "du lịch",
    "đăng ký",    "đất đai",     "đầu tư",     "đô thị",     "gia đình",   "giám hộ",      "giáo dục",
    "giao thông", "giấy tờ",     "giấy phép",  "hành chính", "hạ tầng",    "hôn nhân",     "hồ sơ",
    "hộ chiếu",   "hộ khẩu",     "hộ tịch",    "hướng dẫn",  "kết hôn",    "kết quả",      "khai sinh",
    "khai tử",    "khai thác",   "khiếu nại",  "kinh doanh", "kinh tế",    "kiến nghị",    "lao động",
    "lĩnh vực",   "lý lịch",     "môi trường", "một cửa",    "mục đích",   "nghĩa vụ",     "người dân",
    "nhà ở",      "nông nghiệp", "pháp luật",  "phản ánh",   "phục vụ",    "quân sự",      "quốc gia",
    "quy hoạch",  "sao y",       "sở hữu",     "sử dụng",    "tài chính",  "tài nguyên",   "tài sản",
    "tạm trú",    "tạm vắng",    "thành phố",  "thị trấn",   "thông tin",  "thủ tục",      "thuế đất",
    "thương mại", "tiếp nhận",   "tình trạng", "tố cáo",     "trẻ em",     "trung tâm",    "tư pháp",
    "tư vấn",     "ưu tiên",     "văn hóa",    "văn hoá",    "việc làm",   "xác nhận",     "xã hội",
    "xây dựng",   "y tế"};

const sf::Uint32 blank = U' ', no_break = 0xA0;

sf::String lower(const sf::String& text)
{
    sf::String all;
    for (const auto letter : text) {
        all += static_cast<sf::Uint32>(utf8proc_tolower(static_cast<utf8proc_int32_t>(letter)));
    }
    return all;
}

bool is_word(const sf::String& both)
{
    static const auto known = [] {
        std::set<sf::String> all;
        for (const std::string_view word : words) {
            all.insert(letters(word));
        }
        return all;
    }();
    return known.contains(both);
}

/// Without the marks that may stand behind a syllable.
sf::String bare(const sf::String& syllable)
{
    const sf::String marks = ".,:;)";
    auto length = syllable.getSize();
    while (length > 0 && marks.find(syllable[length - 1]) != sf::String::InvalidPos) {
        --length;
    }
    return syllable.substring(0, length);
}

} // namespace

sf::String tied(const sf::String& text)
{
    auto all = text;
    const auto small = lower(text);
    std::size_t from = 0;
    for (auto gap = small.find(sf::String(blank)); gap != sf::String::InvalidPos;) {
        const auto next = small.find(sf::String(blank), gap + 1);
        const auto end = std::min(next, small.getSize());
        if (is_word(bare(small.substring(from, end - from)))) {
            all[gap] = no_break;
        }
        from = gap + 1;
        gap = next;
    }
    return all;
}

} // namespace motcua::ui
