#include "server/journal/erasable_table.hpp"

namespace motcua::journal {

namespace {

/// While it lives, what is deleted is overwritten with zeros (https://www.sqlite.org/pragma.html,
/// secure_delete). Not always: it makes SQLite write more pages, and answers are forgotten all the time.
class overwriting
{
public:
    explicit overwriting(SQLite::Database& database) : database_(database)
    {
        database_.exec("PRAGMA secure_delete = ON");
    }
    ~overwriting()
    {
        // Where this fails, deleting costs more and nothing else changes.
        static_cast<void>(database_.tryExec("PRAGMA secure_delete = OFF"));
    }
    overwriting(const overwriting&) = delete;
    overwriting& operator=(const overwriting&) = delete;

private:
    SQLite::Database& database_;
};

} // namespace

result<std::optional<erasable_row>> find_erasable_of(SQLite::Database& database, const std::string& site,
                                                     const std::string& ref)
{
    SQLite::Statement find(database,
                           tables::select_text(tables::shape_of<erasable_row>(), "site = ? AND ref = ?"));
    find.bind(1, site);
    find.bind(2, ref);
    if (!find.executeStep()) {
        return std::optional<erasable_row>{};
    }
    auto row = tables::read_row<erasable_row>(find);
    if (!row) {
        return journal_error{fault::corrupt, "the erasable row \"" + ref + "\" cannot be read"};
    }
    return row;
}

void walk_erasable(SQLite::Database& database, const std::string& site,
                   const std::function<void(const std::optional<erasable_row>&)>& visit)
{
    SQLite::Statement rows(database, tables::select_text(tables::shape_of<erasable_row>(), "site = ?"));
    rows.bind(1, site);
    while (rows.executeStep()) {
        visit(tables::read_row<erasable_row>(rows));
    }
}

erasable_writer::erasable_writer(SQLite::Database& database, const std::string& site)
    : database_(database), site_(site), insert_(database, site),
      delete_(database, tables::delete_text(tables::shape_of<erasable_row>()))
{}

void erasable_writer::write(std::span<const erasable_change> changes)
{
    if (changes.empty()) {
        return;
    }
    const overwriting old_content(database_);
    for (const auto& change : changes) {
        std::visit([this](const auto& one) { write(one); }, change);
    }
}

void erasable_writer::write(const erasure& wanted)
{
    delete_.bindNoCopy(1, site_);
    delete_.bindNoCopy(2, wanted.ref);
    tables::run(delete_);
}

} // namespace motcua::journal
