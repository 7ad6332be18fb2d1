package proctp.postgres;

import static proctp.application.Permission.ALL_OTHERS;
import static proctp.application.Permission.READ_ALL;
import static proctp.postgres.generated.Tables.APIKEY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeyDigest;
import proctp.application.Permission;
import proctp.application.PracticeNum;

/** An {@link ApiKey} as a row of its table. */
final class ApiKeyRow {

    /** What is stored of a key. {@link #values} and {@link #read} go by this order. */
    static final List<Field<?>> COLUMNS = List.of(APIKEY.PRACTICE_ID, APIKEY.APIKEYNUM, APIKEY.DIGEST,
            APIKEY.DEVELOPERNAME, APIKEY.KEYNAME, APIKEY.READALL, APIKEY.ALLOTHERS, APIKEY.ISENABLED,
            APIKEY.CREATED, APIKEY.EXPIRES, APIKEY.LASTUSED, APIKEY.REVOKED);

    private static final HexFormat HEX = HexFormat.of();

    private ApiKeyRow() {
    }

    /** That one key. */
    static Condition is(PracticeNum practice, ApiKeyNum num) {
        return APIKEY.PRACTICE_ID.eq(practice.value()).and(APIKEY.APIKEYNUM.eq(num.value()));
    }

    /** A digest as it is stored. */
    static byte[] stored(KeyDigest digest) {
        return HEX.parseHex(digest.hex());
    }

    /** The value of a row that was selected as {@link #COLUMNS}. */
    static ApiKey read(ResultSet row) throws SQLException {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (row.getBoolean(6)) {
            permissions.add(READ_ALL);
        }
        if (row.getBoolean(7)) {
            permissions.add(ALL_OTHERS);
        }
        ApiKey.Days days = new ApiKey.Days(Rows.date(row, 9), Rows.date(row, 10), Rows.date(row, 11), Rows.date(row, 12));
        return new ApiKey(new KeyDigest(HEX.formatHex(row.getBytes(3))), new PracticeNum(row.getLong(1)), new ApiKeyNum(row.getLong(2)),
                row.getString(4), row.getString(5), permissions, row.getBoolean(8), days);
    }

    /** What to store of a key. */
    static Object[] values(ApiKey key) {
        ApiKey.Days days = key.days();
        return new Object[] {key.practice().value(), key.num().value(), stored(key.digest()), key.developerName(),
            key.keyName(), key.permissions().contains(READ_ALL), key.permissions().contains(ALL_OTHERS), key.isEnabled(),
            days.created().orElse(null), days.expires().orElse(null), days.lastUsed().orElse(null), days.revoked().orElse(null)};
    }
}
