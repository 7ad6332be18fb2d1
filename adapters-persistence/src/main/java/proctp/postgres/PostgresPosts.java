package proctp.postgres;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static proctp.postgres.generated.Tables.POSTED;
import static proctp.postgres.generated.Tables.PRACTICE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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

    /** Another node's clock may be behind: what it still takes for kept must be there. */
    private static final int FORGOTTEN_AFTER_DAYS = 3;

    private final Database database;
    private final Clock clock;

    PostgresPosts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is kept of something that was made: with the request that made it, enough to give the first answer again.
     *
     * @param num       its number
     * @param itemOrder its place in its list; 0 when it has none
     * @param moment    when it was made
     * @param day       on which day of the practice that was
     */
    record Receipt(long num, int itemOrder, Instant moment, LocalDate day) {
    }

    /** When something is made. */
    record Now(Instant moment, LocalDate day) {

        /** The receipt for what is made now. */
        Receipt receipt(long num, int itemOrder) {
            return new Receipt(num, itemOrder, moment, day);
        }
    }

    /** How to make something. */
    interface Work<T> {

        /** Makes it. */
        Receipt make(DSLContext sql, PracticeNum practice, Now now);

        /** Enters it in the practice's history, at the end of all; nothing is entered of what has none. */
        default void enter(DSLContext sql, Receipt receipt) {
        }

        /** What it was when it was made. */
        T value(Receipt receipt);
    }

    /**
     * Does the work, unless a request with that key has done it.
     *
     * @throws Refusal {@code KEY_INVALID} when there is no such practice
     */
    <T> Posted<T> post(Caller caller, Optional<IdempotencyKey> key, Work<T> work) {
        PracticeNum practice = caller.practice();
        return database.change(practice, sql -> {
            Optional<Posted<T>> before = key.flatMap(wanted -> {
                hold(sql, practice);
                return earlier(sql, caller, wanted, work);
            });
            if (before.isPresent()) {
                return before.get();
            }
            // as exact as it is kept
            Instant moment = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Receipt receipt = work.make(sql, practice, new Now(moment, LocalDate.ofInstant(moment, clock.getZone())));
            key.ifPresent(wanted -> keep(sql, caller, wanted, receipt));
            work.enter(sql, receipt);
            return new Posted<>(work.value(receipt), false);
        });
    }

    private static void hold(DSLContext sql, PracticeNum practice) {
        Rows.first(sql.select(PRACTICE.PRACTICE_ID).from(PRACTICE).where(PRACTICE.PRACTICE_ID.eq(practice.value())).forNoKeyUpdate(),
                row -> row.getLong(1));
    }

    /**
     * The first of so many of the practice's next numbers. Rows that somebody has put in by hand are not in the way.
     *
     * @param last where the practice keeps the last one that it has given out
     * @param used the column that has those in use
     */
    static long next(DSLContext sql, PracticeNum practice, TableField<Record, Long> last, TableField<Record, Long> used,
                     int count) {
        Field<Long> largest = field(select(coalesce(max(used), inline(0L))).from(used.getTable())
                .where(used.getTable().field(PRACTICE.PRACTICE_ID).eq(practice.value())));
        return Rows.first(sql
                .update(PRACTICE)
                .set(last, greatest(last, largest).plus(count))
                .where(PRACTICE.PRACTICE_ID.eq(practice.value()))
                .returningResult(last), row -> row.getLong(1)).orElseThrow(Refusal::keyInvalid) - count + 1;
    }

    private <T> Optional<Posted<T>> earlier(DSLContext sql, Caller caller, IdempotencyKey key, Work<T> work) {
        Instant now = clock.instant();
        sql.deleteFrom(POSTED)
                .where(POSTED.PRACTICE_ID.eq(caller.practice().value()),
                        POSTED.MADE.le(stored(now.minus(FORGOTTEN_AFTER_DAYS, ChronoUnit.DAYS))))
                .execute();
        return Rows.first(sql
                .select(POSTED.FINGERPRINT, POSTED.NUM, POSTED.ITEMORDER, POSTED.MADE, POSTED.DAY)
                .from(POSTED)
                .where(is(caller, key), POSTED.MADE.gt(stored(now.minus(IdempotencyKey.KEPT)))),
                row -> again(row, key, work));
    }

    private static <T> Posted<T> again(ResultSet row, IdempotencyKey key, Work<T> work) throws SQLException {
        if (!Arrays.equals(row.getBytes(1), HEX.parseHex(key.fingerprint()))) {
            throw Refusal.idempotencyKeyReused();
        }
        return new Posted<>(work.value(new Receipt(row.getLong(2), row.getInt(3), Rows.instant(row, 4).orElseThrow(),
                Rows.date(row, 5).orElseThrow())), true);
    }

    private static void keep(DSLContext sql, Caller caller, IdempotencyKey key, Receipt receipt) {
        // one that is no longer kept may still be there
        sql.deleteFrom(POSTED).where(is(caller, key)).execute();
        sql.insertInto(POSTED)
                .set(POSTED.PRACTICE_ID, caller.practice().value())
                .set(POSTED.APIKEYNUM, caller.key().value())
                .set(POSTED.IDEMPOTENCYKEY, key.text())
                .set(POSTED.FINGERPRINT, HEX.parseHex(key.fingerprint()))
                .set(POSTED.MADE, stored(receipt.moment()))
                .set(POSTED.DAY, receipt.day())
                .set(POSTED.NUM, receipt.num())
                .set(POSTED.ITEMORDER, receipt.itemOrder())
                .execute();
    }

    private static Condition is(Caller caller, IdempotencyKey key) {
        return POSTED.PRACTICE_ID.eq(caller.practice().value())
                .and(POSTED.APIKEYNUM.eq(caller.key().value()))
                .and(POSTED.IDEMPOTENCYKEY.eq(key.text()));
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
