package proctp.postgres;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static proctp.postgres.generated.Tables.PRACTICE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import proctp.application.PracticeNum;
import proctp.application.port.Practices;

/** The practices themselves, on PostgreSQL. */
final class PostgresPractices implements Practices {

    private static final String STILL_REFERRED_TO = "23503";

    private final Database database;

    PostgresPractices(Database database) {
        this.database = database;
    }

    @Override
    public Map<PracticeNum, String> list() {
        Map<PracticeNum, String> practices = new LinkedHashMap<>();
        database.ask(sql -> sql.select(PRACTICE.PRACTICE_ID, PRACTICE.NAME).from(PRACTICE).orderBy(PRACTICE.PRACTICE_ID).fetch())
                .forEach(practice -> practices.put(new PracticeNum(practice.value1()), practice.value2()));
        return practices;
    }

    @Override
    public PracticeNum add(String name) {
        return database.change(sql -> {
            // of two at once the second waits here, and then sees the number of the first
            sql.execute("lock table practice in share row exclusive mode");
            long num = Rows.first(sql.select(coalesce(max(PRACTICE.PRACTICE_ID), inline(0L))).from(PRACTICE),
                    row -> row.getLong(1)).orElseThrow() + 1;
            sql.insertInto(PRACTICE, PRACTICE.PRACTICE_ID, PRACTICE.NAME).values(num, name).execute();
            return new PracticeNum(num);
        });
    }

    @Override
    public boolean rename(PracticeNum num, String name) {
        return database.change(num, sql -> Rows.first(sql
                .update(PRACTICE)
                .set(PRACTICE.NAME, name)
                .where(PracticeRow.is(num))
                .returningResult(PRACTICE.PRACTICE_ID), row -> num)).isPresent();
    }

    @Override
    public boolean erase(PracticeNum num) {
        try {
            return database.move(sql -> {
                Policy.name(num, sql);
                return new PracticeErasure(sql, num).erase();
            });
        } catch (DataAccessException failure) {
            if (STILL_REFERRED_TO.equals(failure.sqlState())) {
                throw new IllegalStateException(("Practice %d is named by rows of a table that this ProcTP does not know, %s, so"
                        + " nothing of it was removed: remove those first.").formatted(num.value(),
                        String.join(", ", unknown(num))), failure);
            }
            throw failure;
        }
    }

    private Iterable<String> unknown(PracticeNum num) {
        Map<String, Long> counts = new LinkedHashMap<>(count(num));
        counts.values().removeIf(count -> count == 0);
        counts.keySet().removeAll(PracticeErasure.TABLES);
        return counts.keySet();
    }

    @Override
    public Map<String, Long> count(PracticeNum num) {
        return database.move(sql -> {
            Policy.name(num, sql);
            return PracticeErasure.count(sql, num);
        });
    }
}
