package proctp.application.sample;

import static proctp.application.Permission.ALL_OTHERS;
import static proctp.application.Permission.READ_ALL;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeySecret;
import proctp.application.Permission;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;

/**
 * Two invented practices to try the service with and to test it against. Practice 1 holds the rows of the vendor's own
 * examples, so that its page can be replayed word for word, and beside them every kind of plan and row that a client may
 * meet. Practice 2 has the same numbers with other contents, and a few numbers of its own.
 */
public final class SampleOffice {

    /** The developer key of every pair. */
    public static final String DEVELOPER_KEY = "DEMODEVELOPERKEY";

    /** Opens practice 1. */
    public static final String CUSTOMER_KEY = "DEMOCUSTOMERKEY1";

    /** Opens practice 2. */
    public static final String OTHER_CUSTOMER_KEY = "DEMOCUSTOMERKEY2";

    /** Opens practice 1 for reading only. */
    public static final String READ_ONLY_KEY = "DEMOREADONLYKEY1";

    /** A key of practice 1 that was disabled. */
    public static final String DISABLED_KEY = "DEMODISABLEDKEY1";

    /** The practice of the vendor's examples. */
    public static final PracticeNum PRACTICE = new PracticeNum(1);

    /** The practice beside it. */
    public static final PracticeNum OTHER_PRACTICE = new PracticeNum(2);

    private SampleOffice() {
    }

    /**
     * Both practices.
     *
     * @param secret what the demo keys are stored under
     * @param zone   the zone of the practices: their date-times read the same in every zone
     */
    public static List<PracticeContents> practices(KeySecret secret, ZoneId zone) {
        return List.of(
                new SamplePractice(zone).contents(PRACTICE, "Maple Street Dental (sample)", List.of(
                        key(secret, PRACTICE, 1, CUSTOMER_KEY, "Demo key", EnumSet.allOf(Permission.class), true),
                        key(secret, PRACTICE, 2, READ_ONLY_KEY, "Demo key, read only", Set.of(READ_ALL), true),
                        key(secret, PRACTICE, 3, DISABLED_KEY, "Demo key, disabled", Set.of(READ_ALL, ALL_OTHERS), false))),
                new OtherSamplePractice(zone).contents(OTHER_PRACTICE, "Harbor View Dental (sample)", List.of(
                        key(secret, OTHER_PRACTICE, 1, OTHER_CUSTOMER_KEY, "Demo key", EnumSet.allOf(Permission.class), true))));
    }

    private static ApiKey key(KeySecret secret, PracticeNum practice, long num, String customerKey, String name,
                              Set<Permission> permissions, boolean isEnabled) {
        return new ApiKey(secret.digest(DEVELOPER_KEY, customerKey), practice, new ApiKeyNum(num), "Demo Developer", name, permissions, isEnabled);
    }
}
