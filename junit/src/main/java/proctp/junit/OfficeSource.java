package proctp.junit;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeySecret;
import proctp.application.Permission;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.sample.SampleOffice;

/** What a stand-in holds in the beginning. */
@FunctionalInterface
public interface OfficeSource {

    /** The sample office: two practices, with the rows of the vendor's own examples. */
    record Sample() implements OfficeSource {

        @Override
        public List<PracticeContents> practices(KeySecret secret, ZoneId zone) {
            return SampleOffice.practices(secret, zone);
        }
    }

    /**
     * Its practices, made anew each time: at least one, and a hand at the console works in the first.
     *
     * @param secret what keys are stored under, see {@link KeySecret#digest}
     * @param zone   the practices' time zone
     */
    List<PracticeContents> practices(KeySecret secret, ZoneId zone);

    /**
     * The practice in the files of a directory, as {@code proctp.jar export} writes them, as practice 1. Since keys are not in them, the
     * pair of {@link #demoKey} opens it.
     *
     * @param directory from the one in which the tests run
     */
    static OfficeSource files(String directory) {
        return new ExportedOffice(Path.of(directory));
    }

    /** A key with all permissions to that practice, for the pair that {@link ProcTP#authorization()} is made of. */
    static ApiKey demoKey(KeySecret secret, PracticeNum practice) {
        return new ApiKey(secret.digest(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY), practice, new ApiKeyNum(1),
                "Demo Developer", "Demo key", EnumSet.allOf(Permission.class), true);
    }
}
