#include "server/office/settings_file.hpp"

#include "base/duration_json.hpp"
#include "base/json_overlay.hpp"
#include "server/domain/settings/descriptions.hpp"
#include "server/domain/settings/rules.hpp"
#include "server/office/setting_place.hpp"
#include "server/office/toml_text.hpp"

#include <algorithm>

namespace motcua::office {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr std::string_view preamble =
    R"(# Cài đặt của bộ phận một cửa / The settings of a one-stop hall.
# Nạp lại bằng / Taken over by: motcua-server settings import --data DIR FILE
# Bỏ một dòng là lấy giá trị có sẵn / A key that is left out has its delivered value.
)";

/// Items with more keys than this have a table each, others a line each.
constexpr std::size_t line_keys_max = 5;

bool is_list_of_tables(const value& given)
{
    const auto* list = given.if_array();
    return list != nullptr && !list->empty() && list->front().is_object() &&
           list->front().get_object().size() > line_keys_max;
}

/// On one line.
void write_inline(std::string& out, const value& given)
{
    if (const auto* table = given.if_object()) {
        out += "{ ";
        bool first = true;
        for (const auto& [key, item] : *table) {
            if (item.is_null()) {
                continue;
            }
            out += first ? "" : ", ";
            out.append(key.data(), key.size());
            out += " = ";
            write_inline(out, item);
            first = false;
        }
        out += " }";
    } else if (const auto* list = given.if_array()) {
        out += '[';
        for (const auto& item : *list) {
            out += &item == &list->front() ? "" : ", ";
            write_inline(out, item);
        }
        out += ']';
    } else if (const auto* text = given.if_string()) {
        base::write_string(out, {text->data(), text->size()});
    } else {
        out += boost::json::serialize(given);
    }
}

class writer
{
public:
    std::string write(const object& settings)
    {
        out_ = preamble;
        write_table(settings, "", "");
        return std::move(out_);
    }

private:
    /// Keys with plain values first: in TOML what follows a table's header belongs to it.
    void write_table(const object& table, const std::string& path, const std::string& place)
    {
        for (const auto& [key, item] : table) {
            if (!item.is_object() && !is_list_of_tables(item)) {
                write_key(path, key, item, true);
            }
        }
        for (const auto& [key, item] : table) {
            if (item.is_object()) {
                write_comment(path + std::string(key));
                out_ += "[" + place + std::string(key) + "]\n";
                write_table(item.get_object(), path + std::string(key) + ".", place + std::string(key) + ".");
            }
        }
        for (const auto& [key, item] : table) {
            if (is_list_of_tables(item)) {
                write_tables(path + std::string(key), item.get_array());
            }
        }
    }

    void write_tables(const std::string& path, const array& list)
    {
        write_comment(path);
        for (const auto& entry : list) {
            const bool first = &entry == &list.front();
            out_ += (first ? "[[" : "\n[[") + path + "]]\n";
            for (const auto& [key, item] : entry.get_object()) {
                write_key(path + ".", key, item, first);
            }
        }
    }

    void write_key(const std::string& path, std::string_view key, const value& item, bool explained)
    {
        if (explained) {
            write_comment(path + std::string(key));
        } else if (item.is_null()) {
            return;
        }
        // TOML has no null: what may be left out stands there as a comment.
        out_ += (item.is_null() ? "# " : "") + std::string(key) + " =";
        const auto* list = item.if_array();
        if (list != nullptr && !list->empty() && list->front().is_object()) {
            out_ += " [\n";
            for (const auto& entry : *list) {
                out_ += "    ";
                write_inline(out_, entry);
                out_ += ",\n";
            }
            out_ += "]\n";
            return;
        }
        if (!item.is_null()) {
            out_ += ' ';
            write_inline(out_, item);
        }
        out_ += '\n';
    }

    void write_comment(const std::string& key)
    {
        const auto* description = domain::find_description(key);
        if (description != nullptr) {
            out_ += "\n# " + std::string(description->vi) + "\n# " + std::string(description->en) + "\n";
        }
    }

    std::string out_;
};

} // namespace

std::string write_settings(const domain::site_settings& settings)
{
    const auto written = base::parse_json(base::to_json(settings)).value().as_object();
    // Whose settings they are stands before the calendar.
    object named{{"name", written.at("name")}, {"name_en", written.at("name_en")}};
    named.insert(written.begin(), written.end());
    return writer().write(named);
}

or_reason<domain::site_settings> read_settings(std::string_view toml, const std::string& file)
{
    const auto table = parse_toml(toml, file);
    if (!table) {
        return table.error();
    }
    domain::site_settings settings;
    if (const auto fault = base::read_over(settings, to_json_value(*table))) {
        return reason{place_in_file(*table, file, fault->field) + ": " + fault->detail};
    }
    if (const auto fault = domain::first_fault(settings)) {
        return reason{place_in_file(*table, file, fault->field) + ": " + fault->why};
    }
    return settings;
}

std::string place_of_setting(std::string_view toml, const std::string& file, std::string_view path)
{
    const auto table = parse_toml(toml, file);
    return table ? place_in_file(*table, file, path) : file;
}

} // namespace motcua::office
