package proctp.postgres;

import static proctp.application.Permission.ALL_OTHERS;
import static proctp.application.Permission.READ_ALL;
import static org.jooq.impl.DSL.val;
import static proctp.postgres.generated.Tables.APIKEY;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeyDigest;
import proctp.application.Permission;
import proctp.application.PracticeNum;
import proctp.application.port.ApiKeys;

/**
 * The keys on PostgreSQL.
 *
 * <p>A key that works is kept for a second, so that a busy program's requests cost no look-up of their own. Others are
 * looked up each time: a key that was just made or enabled works at once, and nobody can fill the memory with guesses.
 */
final class PostgresApiKeys implements ApiKeys {

    /** What is stored of a key. {@link #values} and {@link #read} go by this order. */
    static final List<Field<?>> COLUMNS = List.of(APIKEY.PRACTICE_ID, APIKEY.APIKEYNUM, APIKEY.DIGEST,
            APIKEY.DEVELOPERNAME, APIKEY.KEYNAME, APIKEY.READALL, APIKEY.ALLOTHERS, APIKEY.ISENABLED);

    private static final HexFormat HEX = HexFormat.of();

    private final Database database;
    private final Cache<KeyDigest, ApiKey> enabled =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).maximumSize(10_000).build();

    PostgresApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ApiKey> find(KeyDigest digest) {
        return Optional.ofNullable(enabled.getIfPresent(digest)).or(() -> lookUp(digest));
    }

    private Optional<ApiKey> lookUp(KeyDigest digest) {
        Optional<ApiKey> found = database.ask(sql -> Rows.first(sql
                .select(COLUMNS)
                .from("apikey_of({0}) as apikey", val(HEX.parseHex(digest.hex()))), PostgresApiKeys::read));
        found.filter(ApiKey::isEnabled).ifPresent(key -> enabled.put(digest, key));
        return found;
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (row.getBoolean(6)) {
            permissions.add(READ_ALL);
        }
        if (row.getBoolean(7)) {
            permissions.add(ALL_OTHERS);
        }
        return new ApiKey(new KeyDigest(HEX.formatHex(row.getBytes(3))), new PracticeNum(row.getLong(1)), new ApiKeyNum(row.getLong(2)),
                row.getString(4), row.getString(5), permissions, row.getBoolean(8));
    }

    /** What to store of a key. */
    static Object[] values(ApiKey key) {
        return new Object[] {key.practice().value(), key.num().value(), HEX.parseHex(key.digest().hex()), key.developerName(),
            key.keyName(), key.permissions().contains(READ_ALL), key.permissions().contains(ALL_OTHERS), key.isEnabled()};
    }
}
