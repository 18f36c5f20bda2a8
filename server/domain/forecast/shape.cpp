#include "server/domain/forecast/shape.hpp"

#include <algorithm>

namespace motcua::domain {

// clang-format off
const std::array<std::int16_t, shape_size> shape{
    91, 119, 137, 150, 162, 172, 181, 189, 197, 205, 212, 219, 225, 232, 238, 244,
    249, 255, 261, 266, 271, 276, 282, 287, 292, 297, 301, 306, 311, 316, 320, 325,
    329, 334, 338, 343, 347, 352, 356, 361, 365, 369, 374, 378, 382, 387, 391, 395,
    399, 404, 408, 412, 416, 420, 425, 429, 433, 437, 442, 446, 450, 454, 458, 463,
    467, 471, 475, 479, 484, 488, 492, 496, 501, 505, 509, 513, 518, 522, 526, 531,
    535, 539, 544, 548, 552, 557, 561, 566, 570, 575, 579, 584, 588, 593, 597, 602,
    606, 611, 616, 620, 625, 630, 634, 639, 644, 649, 653, 658, 663, 668, 673, 678,
    683, 688, 693, 698, 703, 708, 713, 718, 724, 729, 734, 740, 745, 750, 756, 761,
    767, 772, 778, 783, 789, 795, 801, 806, 812, 818, 824, 830, 836, 842, 849, 855,
    861, 867, 874, 880, 887, 893, 900, 907, 913, 920, 927, 934, 941, 948, 955, 963,
    970, 977, 985, 992, 1000, 1008, 1016, 1024, 1032, 1040, 1048, 1056, 1065, 1073, 1082, 1091,
    1100, 1109, 1118, 1127, 1137, 1146, 1156, 1166, 1176, 1186, 1196, 1207, 1217, 1228, 1239, 1250,
    1262, 1273, 1285, 1297, 1309, 1322, 1335, 1347, 1361, 1374, 1388, 1402, 1416, 1431, 1446, 1461,
    1477, 1493, 1510, 1527, 1544, 1562, 1580, 1599, 1618, 1638, 1659, 1680, 1702, 1724, 1747, 1771,
    1796, 1822, 1849, 1877, 1906, 1937, 1968, 2001, 2036, 2073, 2111, 2151, 2194, 2240, 2288, 2340,
    2395, 2455, 2520, 2590, 2668, 2753, 2849, 2956, 3080, 3224, 3397, 3610, 3886, 4273, 4898, 6411,
};
// clang-format on

std::uint64_t draw_key(draw_kind kind, std::string_view name)
{
    // FNV-1a.
    std::uint64_t bits = 0xcbf29ce484222325ULL;
    for (const char letter : name) {
        bits = (bits ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
    }
    return draw_key(kind, bits >> 8U);
}

milliseconds rest_of(milliseconds usual, milliseconds passed, std::size_t place)
{
    // The quantiles that are still possible.
    const auto* const first = std::ranges::upper_bound(shape, passed, {}, [usual](std::int16_t quantile) {
        return milliseconds{usual.count() * quantile / 1000};
    });
    if (first == shape.end()) {
        return passed * 3 / 10;
    }
    const auto begin = static_cast<std::size_t>(first - shape.begin());
    return drawn(usual, begin + (shape_size - begin) * place / shape_size) - passed;
}

} // namespace motcua::domain
