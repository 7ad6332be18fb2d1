package proctp.postgres;

import static proctp.postgres.generated.Tables.POSTED;
import static proctp.postgres.generated.Tables.PRACTICE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Posted;
import proctp.application.PracticeNum;
import proctp.domain.Refusal;

/**
 * Makes things for a practice, one after the other: who makes one takes its number from the practice's row, and holds that
 * row until it commits. So two requests with one key meet there, too, before either has done anything.
 */
final class PostgresPosts {

    private static final HexFormat HEX = HexFormat.of();

    private final Database database;
    private final Clock clock;

    PostgresPosts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is known of something that was made: with the request that made it, enough to give the first answer again.
     *
     * @param num       its number
     * @param itemOrder its place in its list; 0 when it has none
     */
    record Made(long num, int itemOrder) {
    }

    /** How to make something. */
    interface Work<T> {

        /** Makes it. */
        Made make(DSLContext sql, PracticeNum practice, Instant now);

        /** What was made at that time. */
        T made(Made made, Instant at);
    }

    /** Does the work, unless a request with that key has done it. */
    <T> Posted<T> post(Caller caller, Optional<IdempotencyKey> key, Work<T> work) {
        PracticeNum practice = caller.practice();
        return database.change(sql -> {
            hold(sql, practice);
            Instant now = clock.instant();
            Optional<Posted<T>> before = key.flatMap(wanted -> earlier(sql, caller, wanted, now, work));
            if (before.isPresent()) {
                return before.get();
            }
            Made made = work.make(sql, practice, now);
            key.ifPresent(wanted -> keep(sql, caller, wanted, made, now));
            return new Posted<>(work.made(made, now), false);
        });
    }

    private static void hold(DSLContext sql, PracticeNum practice) {
        sql.selectOne().from(PRACTICE).where(PRACTICE.PRACTICE_ID.eq(practice.value())).forNoKeyUpdate().fetch();
    }

    /** The first of so many of the practice's next numbers. */
    static long next(DSLContext sql, PracticeNum practice, TableField<Record, Long> last, int count) {
        return Rows.first(sql
                .update(PRACTICE)
                .set(last, last.plus(count))
                .where(PRACTICE.PRACTICE_ID.eq(practice.value()))
                .returningResult(last), row -> row.getLong(1)).orElseThrow() - count + 1;
    }

    private static <T> Optional<Posted<T>> earlier(DSLContext sql, Caller caller, IdempotencyKey key, Instant now,
                                                   Work<T> work) {
        sql.deleteFrom(POSTED)
                .where(POSTED.PRACTICE_ID.eq(caller.practice().value()),
                        POSTED.MADE.le(moment(now.minus(IdempotencyKey.KEPT))))
                .execute();
        return Rows.first(sql
                .select(POSTED.FINGERPRINT, POSTED.NUM, POSTED.ITEMORDER, POSTED.MADE)
                .from(POSTED)
                .where(is(caller, key)), row -> again(row, key, work));
    }

    private static <T> Posted<T> again(ResultSet row, IdempotencyKey key, Work<T> work) throws SQLException {
        if (!Arrays.equals(row.getBytes(1), HEX.parseHex(key.fingerprint()))) {
            throw Refusal.idempotencyKeyReused();
        }
        return new Posted<>(work.made(new Made(row.getLong(2), row.getInt(3)), Rows.instant(row, 4).orElseThrow()), true);
    }

    private static void keep(DSLContext sql, Caller caller, IdempotencyKey key, Made made, Instant now) {
        sql.insertInto(POSTED)
                .set(POSTED.PRACTICE_ID, caller.practice().value())
                .set(POSTED.APIKEYNUM, caller.key().value())
                .set(POSTED.IDEMPOTENCYKEY, key.text())
                .set(POSTED.FINGERPRINT, HEX.parseHex(key.fingerprint()))
                .set(POSTED.MADE, moment(now))
                .set(POSTED.NUM, made.num())
                .set(POSTED.ITEMORDER, made.itemOrder())
                .execute();
    }

    private static Condition is(Caller caller, IdempotencyKey key) {
        return POSTED.PRACTICE_ID.eq(caller.practice().value())
                .and(POSTED.APIKEYNUM.eq(caller.key().value()))
                .and(POSTED.IDEMPOTENCYKEY.eq(key.text()));
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
