/* A result as rows. Results are only added; the newest is the current one. */
#include "attempt_rows.h"

#include "db.h"

static bool add_head(struct db *db, int64_t attempt_id,
                     const struct result_row *row, struct error *err)
{
    const struct result *result = &row->result;
    struct stmt *stmt = db_stmt(db, SQL_RESULT_ADD);

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    stmt_bind_i64(stmt, ":scorer", row->scorer);
    stmt_bind_i64(stmt, ":utc_ms", row->utc_ms);
    stmt_bind_i64(stmt, ":earned", result->score.earned);
    stmt_bind_i64(stmt, ":possible", result->score.possible);
    stmt_bind_i64(stmt, ":needed", result->needed);
    stmt_bind_i64(stmt, ":cut", result->cut);
    stmt_bind_text(stmt, ":verdict", str_from(verdict_id(result->verdict)));
    stmt_bind_i64(stmt, ":asked", result->asked);
    stmt_bind_i64(stmt, ":right", result->right);
    stmt_bind_i64(stmt, ":blank", result->blank);
    stmt_bind_i64(stmt, ":not_reached", result->not_reached);
    return stmt_exec(stmt, err);
}

static bool add_section(struct db *db, int64_t result_id, size_t ord,
                        const struct section_result *section, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_SECTION_RESULT_ADD);

    stmt_bind_i64(stmt, ":result_id", result_id);
    stmt_bind_i64(stmt, ":section_ord", (int64_t)ord);
    stmt_bind_i64(stmt, ":earned", section->score.earned);
    stmt_bind_i64(stmt, ":possible", section->score.possible);
    stmt_bind_i64(stmt, ":asked", section->asked);
    stmt_bind_i64(stmt, ":right", section->right);
    stmt_bind_i64(stmt, ":blank", section->blank);
    return stmt_exec(stmt, err);
}

static bool add_item(struct db *db, int64_t result_id, size_t pos,
                     const struct scored_item *item, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_ITEM_RESULT_ADD);

    stmt_bind_i64(stmt, ":result_id", result_id);
    stmt_bind_i64(stmt, ":pos", (int64_t)pos);
    stmt_bind_i64(stmt, ":earned", item->score.earned);
    stmt_bind_i64(stmt, ":possible", item->score.possible);
    stmt_bind_i64(stmt, ":counts", item->counts);
    return stmt_exec(stmt, err);
}

bool attempt_add_result(struct db *db, int64_t attempt_id,
                        const struct result_row *row, struct error *err)
{
    int64_t result_id;

    if (!add_head(db, attempt_id, row, err))
        return false;
    result_id = db_last_id(db);
    for (size_t i = 0; i < row->result.section_count; i++)
        if (!add_section(db, result_id, i, &row->result.sections[i], err))
            return false;
    for (size_t i = 0; i < row->item_count; i++)
        if (!add_item(db, result_id, i, &row->items[i], err))
            return false;
    return true;
}
