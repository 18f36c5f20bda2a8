#pragma once
// The catalogue of procedures: what a citizen may come for, and what to bring.

#include "base/text.hpp"

namespace motcua::protocol {

/// One procedure of `assets/catalogue/procedures.json` and of `GET /sites/{site}/procedures`. What is not
/// known for sure is left out: nothing here may be read as law that is not.
struct procedure
{
    base::text<1, 64> code;    ///< the national one, "1.001193"; "local.…" where none is published
    base::text<1, 16> service; ///< whose counters take it
    base::text<1, 64> field;   ///< "Hộ tịch"
    base::text<1, 64> field_en;
    base::text<1, 160> name;
    base::text<1, 160> name_en;
    std::vector<base::text<1, 160>> papers;
    std::vector<base::text<1, 160>> papers_en; ///< as many as `papers`, in the same order
    std::optional<int> minutes;          ///< at the counter, where an appointment needs more than a slot
    std::optional<int> statutory_days;   ///< working days; 0: the same day
    std::optional<std::int64_t> fee_vnd; ///< at the counter
    std::optional<base::text<1, 160>> fee_note;
    std::optional<base::text<1, 160>> fee_note_en;
    std::optional<std::vector<base::text<1, 64>>> synonyms; ///< what people call it
};
BOOST_DESCRIBE_STRUCT(procedure, (),
                      (code, service, field, field_en, name, name_en, papers, papers_en, minutes,
                       statutory_days, fee_vnd, fee_note, fee_note_en, synonyms))

struct procedure_list
{
    std::vector<procedure> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(procedure_list, (), (items, next_cursor))

} // namespace motcua::protocol
