#pragma once
// How the types of the domain are stored in a column: SQL type, name, binding and reading.

#include "server/domain/types.hpp"
#include "server/tables/statements.hpp"

#include <algorithm>
#include <array>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace motcua::tables {

/// How a member of type `T` is stored. A specialization has `type`, the column's type; `suffix`, what its
/// name ends with; `bind`, which may refer to the value until the statement has run; and `read`, which
/// returns none for what our program cannot have written.
template <class T>
struct stored_as;

template <std::integral T>
struct stored_as<T>
{
    static constexpr std::string_view type = "INTEGER";
    static constexpr std::string_view suffix{};

    static void bind(SQLite::Statement& statement, int index, T value)
    {
        statement.bind(index, static_cast<std::int64_t>(value));
    }
    static std::optional<T> read(const SQLite::Column& stored)
    {
        const auto number = stored.getInt64();
        const auto value = static_cast<T>(number);
        return stored.isInteger() && static_cast<std::int64_t>(value) == number ? std::optional{value}
                                                                                : std::nullopt;
    }
};

/// A type that is kept as one integer; `Self` has `to` and `from`.
template <class T, class Self>
struct stored_as_integer
{
    static constexpr std::string_view type = "INTEGER";

    static void bind(SQLite::Statement& statement, int index, const T& value)
    {
        statement.bind(index, Self::to(value));
    }
    static std::optional<T> read(const SQLite::Column& stored)
    {
        return stored.isInteger() ? std::optional{Self::from(stored.getInt64())} : std::nullopt;
    }
};

template <>
struct stored_as<domain::instant> : stored_as_integer<domain::instant, stored_as<domain::instant>>
{
    static constexpr std::string_view suffix = "_us";
    static std::int64_t to(domain::instant value) { return value.time_since_epoch().count(); }
    static domain::instant from(std::int64_t count)
    {
        return domain::instant{std::chrono::microseconds{count}};
    }
};

template <>
struct stored_as<domain::seconds> : stored_as_integer<domain::seconds, stored_as<domain::seconds>>
{
    static constexpr std::string_view suffix = "_s";
    static std::int64_t to(domain::seconds value) { return value.count(); }
    static domain::seconds from(std::int64_t count) { return domain::seconds{count}; }
};

template <>
struct stored_as<domain::minutes> : stored_as_integer<domain::minutes, stored_as<domain::minutes>>
{
    static constexpr std::string_view suffix = "_minutes";
    static std::int64_t to(domain::minutes value) { return value.count(); }
    static domain::minutes from(std::int64_t count) { return domain::minutes{count}; }
};

/// Days since 1970.
template <>
struct stored_as<domain::local_day> : stored_as_integer<domain::local_day, stored_as<domain::local_day>>
{
    static constexpr std::string_view suffix{};
    static std::int64_t to(domain::local_day value) { return value.time_since_epoch().count(); }
    static domain::local_day from(std::int64_t count)
    {
        return domain::local_day{std::chrono::days{static_cast<int>(count)}};
    }
};

/// Ids.
template <class T>
requires(std::is_enum_v<T> && !boost::describe::has_describe_enumerators<T>::value) struct stored_as<T>
    : stored_as_integer<T, stored_as<T>>
{
    static constexpr std::string_view suffix{};
    static std::int64_t to(T value) { return static_cast<std::int64_t>(value); }
    static T from(std::int64_t count) { return T{count}; }
};

template <>
struct stored_as<std::string>
{
    static constexpr std::string_view type = "TEXT";
    static constexpr std::string_view suffix{};

    static void bind(SQLite::Statement& statement, int index, const std::string& value)
    {
        statement.bindNoCopy(index, value);
    }
    static std::optional<std::string> read(const SQLite::Column& stored)
    {
        return stored.isText() ? std::optional{std::string(text_of(stored))} : std::nullopt;
    }
};

template <>
struct stored_as<std::vector<std::uint8_t>>
{
    static constexpr std::string_view type = "BLOB";
    static constexpr std::string_view suffix{};

    static void bind(SQLite::Statement& statement, int index, const std::vector<std::uint8_t>& value)
    {
        // An empty vector may have no address, which SQLite takes for null.
        statement.bindNoCopy(index, value.empty() ? static_cast<const void*>("") : value.data(),
                             static_cast<int>(value.size()));
    }
    static std::optional<std::vector<std::uint8_t>> read(const SQLite::Column& stored)
    {
        if (!stored.isBlob()) {
            return std::nullopt;
        }
        const auto bytes = text_of(stored);
        return std::vector<std::uint8_t>(bytes.begin(), bytes.end());
    }
};

/// Bits of a fixed number.
template <std::size_t Size>
struct stored_as<std::array<std::uint8_t, Size>>
{
    static constexpr std::string_view type = "BLOB";
    static constexpr std::string_view suffix{};

    static void bind(SQLite::Statement& statement, int index, const std::array<std::uint8_t, Size>& value)
    {
        statement.bindNoCopy(index, value.data(), static_cast<int>(Size));
    }
    static std::optional<std::array<std::uint8_t, Size>> read(const SQLite::Column& stored)
    {
        const auto bytes = stored.isBlob() ? text_of(stored) : std::string_view{};
        if (bytes.size() != Size) {
            return std::nullopt;
        }
        std::array<std::uint8_t, Size> value;
        std::ranges::copy(bytes, value.begin());
        return value;
    }
};

/// The name of the enumerator, which lives for ever and need not be copied.
template <class T>
requires boost::describe::has_describe_enumerators<T>::value struct stored_as<T>
{
    static constexpr std::string_view type = "TEXT";
    static constexpr std::string_view suffix{};

    static void bind(SQLite::Statement& statement, int index, T value)
    {
        statement.bindNoCopy(index, boost::describe::enum_to_string(value, ""));
    }
    static std::optional<T> read(const SQLite::Column& stored)
    {
        T value{};
        const bool known =
            stored.isText() && boost::describe::enum_from_string(stored.getString().c_str(), value);
        return known ? std::optional{value} : std::nullopt;
    }
};

template <class T>
struct stored_as<std::optional<T>>
{
    static constexpr auto type = stored_as<T>::type;
    static constexpr auto suffix = stored_as<T>::suffix;

    static void bind(SQLite::Statement& statement, int index, const std::optional<T>& value)
    {
        if (value) {
            stored_as<T>::bind(statement, index, *value);
        } else {
            statement.bind(index);
        }
    }
    static std::optional<std::optional<T>> read(const SQLite::Column& stored)
    {
        if (stored.isNull()) {
            return std::optional<T>{};
        }
        auto value = stored_as<T>::read(stored);
        if (!value) {
            return std::nullopt;
        }
        return std::optional<std::optional<T>>{std::in_place, std::move(value)};
    }
};

} // namespace motcua::tables
