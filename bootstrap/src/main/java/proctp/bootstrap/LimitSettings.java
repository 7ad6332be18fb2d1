package proctp.bootstrap;

import java.time.Duration;
import proctp.http.HttpSettings;

/** Reads what one request may cost. */
final class LimitSettings {
    private static final int KIB = 1024;

    /** Enough for the longest list over 1 Mbit/s. */
    private static final Duration ANSWER_TIME = Duration.ofMinutes(2);

    private LimitSettings() {
    }

    static HttpSettings.Limits read(SettingReader read) {
        int body = read.wholeNumber(Setting.MAX_BODY, KIB, 64 * KIB * KIB);
        int headers = read.wholeNumber(Setting.MAX_HEADERS, KIB, KIB * KIB);
        int target = read.wholeNumber(Setting.MAX_TARGET, KIB / 4, KIB * KIB);
        if (headers >= KIB && target > headers) {
            read.problem("%s is %d and %s is %d: the target is part of the headers and must not be above them.".formatted(
                    Setting.MAX_TARGET.variable(), target, Setting.MAX_HEADERS.variable(), headers));
        }
        return new HttpSettings.Limits(body, headers, target,
                read.wholeNumber(Setting.MAX_JSON_DEPTH, 4, 1_000),
                read.wholeNumber(Setting.MAX_CONNECTIONS, 1, 1_000_000),
                Duration.ofSeconds(read.wholeNumber(Setting.REQUEST_SECONDS, 1, 3_600)), ANSWER_TIME,
                Math.max(body, Runtime.getRuntime().maxMemory() / 8));
    }
}
