package proctp.junit;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;
import proctp.junit.ProcTPServer.Database;
import proctp.junit.ProcTPServer.Reset;

/**
 * What a stand-in is like.
 *
 * @param database where its rows are kept
 * @param zone     the time zone of its practices
 * @param time     what its clock shows there in the beginning
 * @param office   what it holds in the beginning
 * @param reset    when all is as in the beginning again
 */
public record ProcTPSettings(Database database, ZoneId zone, LocalDateTime time, OfficeSource office, Reset reset) {

    static final String ZONE = "America/Chicago";
    static final String TIME = "2026-01-02 09:00:00";

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    public ProcTPSettings {
        requireNonNull(database);
        requireNonNull(zone);
        requireNonNull(time);
        requireNonNull(office);
        requireNonNull(reset);
    }

    /** As the annotation has them by itself. */
    public static ProcTPSettings usual() {
        return new ProcTPSettings(Database.IN_MEMORY, zone(ZONE), time(TIME), new OfficeSource.Sample(), Reset.BEFORE_EACH_TEST);
    }

    /** The same, kept there. */
    public ProcTPSettings with(Database other) {
        return new ProcTPSettings(other, zone, time, office, reset);
    }

    /** The same, with practices in that time zone. */
    public ProcTPSettings with(ZoneId other) {
        return new ProcTPSettings(database, other, time, office, reset);
    }

    /** The same, with a clock that shows this in the practices' zone. */
    public ProcTPSettings with(LocalDateTime other) {
        return new ProcTPSettings(database, zone, other, office, reset);
    }

    /** The same, holding this. */
    public ProcTPSettings with(OfficeSource other) {
        return new ProcTPSettings(database, zone, time, other, reset);
    }

    /** The same, reset then. */
    public ProcTPSettings with(Reset other) {
        return new ProcTPSettings(database, zone, time, office, other);
    }

    /** What the annotation says. */
    static ProcTPSettings of(ProcTPServer said) {
        return new ProcTPSettings(said.database(), zone(said.zone()), time(said.time()), office(said), said.reset());
    }

    private static OfficeSource office(ProcTPServer said) {
        if (said.files().isEmpty()) {
            return ReflectionSupport.newInstance(said.office());
        }
        if (said.office() != OfficeSource.Sample.class) {
            throw new ExtensionConfigurationException("@ProcTPServer has both an office and files: one of the two.");
        }
        return OfficeSource.files(said.files());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException none) {
            throw new ExtensionConfigurationException(
                    "The zone of @ProcTPServer is \"%s\" and must be one such as \"America/Chicago\".".formatted(name), none);
        }
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text, FORMAT);
        } catch (DateTimeException none) {
            throw new ExtensionConfigurationException(
                    "The time of @ProcTPServer is \"%s\" and must be one such as \"2026-01-02 09:00:00\".".formatted(text), none);
        }
    }

    /** The moment in the beginning. */
    Instant start() {
        return time.atZone(zone).toInstant();
    }
}
