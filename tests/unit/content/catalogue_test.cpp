#include "server/content/catalogue.hpp"
#include "tests/unit/content/folder.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace motcua;
using content::catalogue;
using content::load_catalogue;
using content::search_words;

namespace {

const std::string shipped_file = MOTCUA_ASSETS_SOURCE "/catalogue/procedures.json";

const catalogue& shipped()
{
    static const auto loaded = load_catalogue(shipped_file);
    return loaded.value();
}

std::vector<std::string> codes(const std::vector<const protocol::procedure*>& found)
{
    std::vector<std::string> all;
    for (const auto* entry : found) {
        all.push_back(entry->code);
    }
    return all;
}

std::set<std::string> code_set(std::string_view query)
{
    const auto found = codes(shipped().search(query));
    return {found.begin(), found.end()};
}

protocol::procedure named(const std::string& code, const std::string& name,
                          const std::string& field = "Field")
{
    protocol::procedure entry;
    entry.code = base::text<1, 64>(code);
    entry.service = base::text<1, 16>("A");
    entry.field = base::text<1, 64>(field);
    entry.name = base::text<1, 160>(name);
    return entry;
}

/// `text` with every mark apart from its letter, as some keyboards and cards write it.
const std::string ho_tich_decomposed = "ho\u0323\u0302 ti\u0323ch";

std::string entry_with(const std::string& change_from = {}, const std::string& change_to = {})
{
    std::string text = R"([{"code":"1","service":"A","field":"F","field_en":"F","name":"N","name_en":"N",)"
                       R"("papers":["a","b"],"papers_en":["c","d"]}])";
    if (!change_from.empty()) {
        text.replace(text.find(change_from), change_from.size(), change_to);
    }
    return text;
}

std::string error_of(const std::string& json)
{
    const test::folder at;
    const auto file = at.with("procedures.json", json);
    const auto loaded = load_catalogue(file);
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().message.starts_with(file.string() + ": "));
    return loaded.error().message.substr(file.string().size() + 2);
}

} // namespace

TEST_CASE("the shipped catalogue has procedures for each service of the demo office")
{
    std::map<std::string, int> of;
    for (const auto& entry : shipped().all()) {
        ++of[entry.service];
    }
    CHECK(shipped().all().size() >= 40);
    CHECK(of.size() == 4);
    for (const char* service : {"A", "B", "C", "D"}) {
        CHECK(of[service] >= 2);
    }
}

TEST_CASE("the shipped catalogue has no member that nobody reads")
{
    const auto text = content::read_asset(shipped_file);
    const auto list = base::parse_json(text.value()).value();
    std::set<std::string> known;
    boost::mp11::mp_for_each<base::members_of<protocol::procedure>>(
        [&](auto member) { known.insert(member.name); });
    for (const auto& entry : list.get_array()) {
        for (const auto& [name, value] : entry.get_object()) {
            CHECK(known.count(std::string(name)) == 1);
        }
    }
}

TEST_CASE("a field is found however it is written, with every procedure of it")
{
    std::set<std::string> expected;
    for (const auto& entry : shipped().all()) {
        if (entry.field == "Hộ tịch") {
            expected.insert(entry.code);
        }
    }
    REQUIRE(expected.size() >= 10);
    for (const std::string& query : {std::string("ho tich"), std::string("HỘ TỊCH"), ho_tich_decomposed,
                                     std::string("tịch hộ"), std::string("  Hộ-tịch,")}) {
        CAPTURE(query);
        CHECK(code_set(query) == expected);
    }
    CHECK(code_set("dat dai") == code_set("Đất Đai"));
    CHECK(code_set("dat dai").size() >= 8);
}

TEST_CASE("where a tone is written, and whether it is, does not decide what is found")
{
    for (const char* query : {"hoà giải", "hòa giải", "hoa giai", "HÒA GIẢI"}) {
        CAPTURE(query);
        const auto found = codes(shipped().search(query));
        REQUIRE_FALSE(found.empty());
        CHECK(found.front() == "local.hoa-giai-dat-dai");
    }
    CHECK(code_set("đăng kí kết hôn") == code_set("đăng ký kết hôn"));
    CHECK(code_set("huỷ") == code_set("hủy"));
}

TEST_CASE("what people call a thing finds it")
{
    CHECK(code_set("giấy độc thân") == std::set<std::string>{"1.004873"});
    CHECK(code_set("so do").count("1.013978") == 1);
    CHECK(code_set("bao tu") == std::set<std::string>{"1.000656"});
    CHECK(code_set("marriage").count("1.000894") == 1);
}

TEST_CASE("every word must begin a word: neither its middle nor half of the query will do")
{
    CHECK(code_set("khai sinh").count("1.001193") == 1);
    CHECK(code_set("kha si").count("1.001193") == 1);
    CHECK(code_set("oà").empty());
    CHECK(code_set("khai xyz").empty());
}

TEST_CASE("a code is found whole and by its beginning")
{
    CHECK(codes(shipped().search("1.001193")) == std::vector<std::string>{"1.001193"});
    CHECK(code_set("2.0008").count("2.000815") == 1);
    REQUIRE(shipped().find("2.000815"));
    CHECK(shipped().find("2.000815")->name == "Chứng thực bản sao từ bản chính");
    CHECK(shipped().find("2.00081") == nullptr);
    CHECK(shipped().find("") == nullptr);
}

TEST_CASE("a query without a letter or digit finds nothing")
{
    for (const auto* query : {"!!!", " .,- ", "\xf0\x9f\x98\x80", "%", " ? "}) {
        INFO(query);
        CHECK(shipped().search(query).empty());
        CHECK(shipped().search(query, "C").empty());
    }
}

TEST_CASE("a blank query finds all in the catalogue's order, and a service only its own")
{
    CHECK(shipped().search("").size() == shipped().all().size());
    CHECK(shipped().search(" \t ").size() == shipped().all().size());
    CHECK(shipped().search("").front() == &shipped().all().front());
    const auto of_c = shipped().search("", "C");
    CHECK(of_c.size() == 5);
    CHECK(std::all_of(of_c.begin(), of_c.end(), [](const auto* entry) { return entry->service == "C"; }));
    CHECK(shipped().search("ho tich", "C").empty());
    CHECK(shipped().search("", "Z").empty());
}

TEST_CASE("marks as typed come first, then the name, then whole words, then the catalogue's order")
{
    const catalogue all({named("1", "Other", "má"), named("2", "mặt"), named("3", "mà"), named("4", "ma"),
                         named("5", "má"), named("6", "mạ")});
    CHECK(codes(all.search("ma")) == std::vector<std::string>{"3", "4", "5", "6", "2", "1"});
    CHECK(codes(all.search("má")) == std::vector<std::string>{"5", "1", "3", "4", "6", "2"});
    CHECK(codes(all.search("mă")) == std::vector<std::string>{"2", "3", "4", "5", "6", "1"});
}

TEST_CASE("a query that is not UTF-8 finds nothing, and one without end is cut")
{
    CHECK(shipped().search("\xff\xfe").empty());
    CHECK(shipped().search("ho \xc3").empty());
    std::string endless;
    for (std::size_t i = 0; i < content::query_words_max; ++i) {
        endless += "khai ";
    }
    CHECK(shipped().search(endless + "xyz").size() == shipped().search("khai").size());
}

TEST_CASE("a search word is bare letters, lettering marks and a tone apart")
{
    const auto words = search_words("Đất ĐAI uỷ ủy ký quý thay").value();
    REQUIRE(words.size() == 7);
    CHECK(words[0].plain == "dat");
    CHECK(words[0].letters == "đa\u0302t");
    CHECK(words[0].tone == "\u0301");
    CHECK(words[1].plain == "dai");
    CHECK(words[1].marked());
    CHECK(words[2].tone == words[3].tone);
    CHECK(words[2].letters == words[3].letters);
    CHECK(words[4].plain == "ki");
    CHECK(words[5].plain == "quy");
    CHECK(words[6].plain == "thay");
    CHECK_FALSE(words[6].marked());
}

TEST_CASE("what is wrong with a catalogue names the file, the entry and the field")
{
    CHECK(error_of("[") == "This is not JSON: incomplete JSON.");
    CHECK(error_of("{}") == "This must be a list.");
    CHECK(error_of(entry_with(R"("name":"N",)", "")) == "[0].name: This field is required.");
    CHECK(error_of(entry_with(R"("code":"1")", R"("code":"")")) ==
          "[0].code: This must have 1 to 64 characters.");
    CHECK(error_of(entry_with(R"(["a","b"])", R"(["a",2])")) == "[0].papers[1]: This must be a text.");
    CHECK(error_of(entry_with(R"(,"d"])", "]")) ==
          "[0].papers_en: This must name the same number of papers as the Vietnamese list.");
    CHECK(error_of(entry_with(R"(}])", R"(,"statutory_days":-1}])")) ==
          "[0].statutory_days: This must be at least 0.");
    CHECK(error_of(entry_with(R"(}])", R"(,"fee_vnd":-1}])")) == "[0].fee_vnd: This must be at least 0.");
    CHECK(error_of(entry_with(R"(}])", R"(,"fee_note":"x"}])")) ==
          "[0].fee_note_en: The note must be in both languages or in neither.");
    const auto one = entry_with();
    CHECK(error_of(one.substr(0, one.size() - 1) + "," + one.substr(1)) ==
          "[1].code: The code 1 occurs twice.");

    const auto missing = load_catalogue("/nonexistent/procedures.json");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().message == "/nonexistent/procedures.json: No such file or directory");
}
