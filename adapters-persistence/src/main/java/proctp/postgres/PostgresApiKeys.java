package proctp.postgres;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static proctp.postgres.generated.Tables.APIKEY;
import static proctp.postgres.generated.Tables.PRACTICE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeyDigest;
import proctp.application.PracticeNum;
import proctp.application.port.ApiKeys;
import proctp.domain.Refusal;

/**
 * The keys on PostgreSQL.
 *
 * <p>A key that is enabled and was not revoked is kept for a second, so that a busy program's requests cost no look-up of their own;
 * whether its last day is over is for whoever finds it to see. Others are looked up each time: a key that was just made or enabled
 * works at once, and nobody can fill the memory with guesses.
 */
final class PostgresApiKeys implements ApiKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresApiKeys.class);
    private static final int MOST_KEYS = 10_000;
    private static final int ONE = 1;

    private final Database database;
    private final Cache<KeyDigest, ApiKey> enabled =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).maximumSize(MOST_KEYS).build();
    /** On which day a use was written down, or could not be, of late: no request after it tries again at once. */
    private final Cache<KeyDigest, LocalDate> noted;

    PostgresApiKeys(Database database) {
        this(database, Ticker.systemTicker());
    }

    /** @param sinceNoted tells how long ago a use was written down, or could not be */
    PostgresApiKeys(Database database, Ticker sinceNoted) {
        this.database = database;
        this.noted = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).ticker(sinceNoted).maximumSize(MOST_KEYS).build();
    }

    @Override
    public Optional<ApiKey> find(KeyDigest digest) {
        return Optional.ofNullable(enabled.getIfPresent(digest)).or(() -> lookUp(digest));
    }

    private Optional<ApiKey> lookUp(KeyDigest digest) {
        Optional<ApiKey> found = database.ask(sql -> Rows.first(sql
                .select(ApiKeyRow.COLUMNS)
                .from("apikey_of({0}) as apikey", val(ApiKeyRow.stored(digest))), ApiKeyRow::read));
        found.filter(key -> key.isEnabled() && key.days().revoked().isEmpty()).ifPresent(key -> enabled.put(digest, key));
        return found;
    }

    @Override
    public void used(ApiKey key, LocalDate day) {
        if (!key.wasUsedSince(day) && isFirst(key.digest(), day)) {
            try {
                note(key, day);
            } catch (Refusal | DataAccessException hindered) {
                LOG.warn("It could not be noted that key {} is in use: {}", key.keyName(), hindered.getClass().getSimpleName());
            }
        }
    }

    /** Leaves a day that is there alone: putting it there again on every request would keep it there for good. */
    private boolean isFirst(KeyDigest digest, LocalDate day) {
        return !day.equals(noted.getIfPresent(digest)) && !day.equals(noted.asMap().put(digest, day));
    }

    /** Waits for nobody who is at the key: another node notes the same, and at a console there is time. */
    private void note(ApiKey key, LocalDate day) {
        database.change(key.practice(), sql -> Rows.first(sql
                .update(APIKEY)
                .set(APIKEY.LASTUSED, day)
                .where(APIKEY.PRACTICE_ID.eq(key.practice().value()), APIKEY.APIKEYNUM.in(select(APIKEY.APIKEYNUM)
                        .from(APIKEY)
                        .where(ApiKeyRow.is(key.practice(), key.num()), APIKEY.LASTUSED.isNull().or(APIKEY.LASTUSED.lt(day)))
                        .forNoKeyUpdate().skipLocked()))
                .returningResult(inline(ONE)), row -> ONE));
    }

    @Override
    public List<ApiKey> list() {
        return database.ask(sql -> Rows.all(sql
                .select(ApiKeyRow.COLUMNS)
                .from(APIKEY)
                .orderBy(APIKEY.PRACTICE_ID, APIKEY.APIKEYNUM), ApiKeyRow::read));
    }

    @Override
    public Optional<ApiKey> add(PracticeNum practice, Function<ApiKeyNum, ApiKey> made) {
        return database.change(practice, sql -> hold(sql, practice)
                ? Optional.of(insert(sql, made.apply(next(sql, practice))))
                : Optional.empty());
    }

    @Override
    public Optional<ApiKey> change(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change) {
        return database.change(practice, sql -> locked(sql, practice, num).map(key -> update(sql, change.apply(key))));
    }

    @Override
    public Optional<ApiKey> replace(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change,
                                    BiFunction<ApiKey, ApiKeyNum, ApiKey> successor) {
        return database.change(practice, sql -> {
            hold(sql, practice);
            return locked(sql, practice, num).map(old -> {
                update(sql, change.apply(old));
                return insert(sql, successor.apply(old, next(sql, practice)));
            });
        });
    }

    /** Has the practice stay, and nobody else take a number; whether there is one. */
    private static boolean hold(DSLContext sql, PracticeNum practice) {
        return Rows.first(sql.select(PRACTICE.PRACTICE_ID).from(PRACTICE).where(PracticeRow.is(practice)).forNoKeyUpdate(),
                row -> ONE).isPresent();
    }

    private static ApiKeyNum next(DSLContext sql, PracticeNum practice) {
        return new ApiKeyNum(PostgresPosts.next(sql, practice, PRACTICE.LASTAPIKEYNUM, APIKEY.APIKEYNUM, ONE));
    }

    private static Optional<ApiKey> locked(DSLContext sql, PracticeNum practice, ApiKeyNum num) {
        return Rows.first(sql.select(ApiKeyRow.COLUMNS).from(APIKEY).where(ApiKeyRow.is(practice, num)).forUpdate(),
                ApiKeyRow::read);
    }

    private static ApiKey insert(DSLContext sql, ApiKey key) {
        sql.insertInto(APIKEY, ApiKeyRow.COLUMNS).values(ApiKeyRow.values(key)).execute();
        return key;
    }

    private static ApiKey update(DSLContext sql, ApiKey key) {
        sql.update(APIKEY)
                .set(APIKEY.ISENABLED, key.isEnabled())
                .set(APIKEY.EXPIRES, key.days().expires().orElse(null))
                .set(APIKEY.LASTUSED, key.days().lastUsed().orElse(null))
                .set(APIKEY.REVOKED, key.days().revoked().orElse(null))
                .where(ApiKeyRow.is(key.practice(), key.num()))
                .execute();
        return key;
    }
}
