package proctp.bootstrap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A time of the command line, as the clock on the practice's wall shows it.
 *
 * @param time a day stands for its beginning
 */
record LocalMoment(LocalDateTime time) {

    /** The moment in that time zone. */
    Instant in(ZoneId zone) {
        return time.atZone(zone).toInstant();
    }

    /** Reads one, and refuses in words of people what is none. */
    static final class Converter implements ITypeConverter<LocalMoment> {

        @Override
        public LocalMoment convert(String text) {
            try {
                return new LocalMoment(text.length() > "yyyy-MM-dd".length()
                        ? LocalDateTime.parse(text.replace(' ', 'T'))
                        : LocalDate.parse(text).atStartOfDay());
            } catch (DateTimeException none) {
                throw new TypeConversionException("it must be a day such as 2026-11-25, or a time such as 2026-11-25T14:30.");
            }
        }
    }
}
