package proctp.junit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import proctp.application.KeySecret;
import proctp.application.Practice;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.http.OfficeLines;
import proctp.http.OfficeLines.Entry;

/**
 * A practice as it was exported.
 *
 * @param directory where the files are
 */
record ExportedOffice(Path directory) implements OfficeSource {

    private static final PracticeNum PRACTICE = new PracticeNum(1);

    ExportedOffice {
        requireNonNull(directory);
    }

    @Override
    public List<PracticeContents> practices(KeySecret secret, ZoneId zone) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("There is no directory %s.".formatted(directory.toAbsolutePath()));
        }
        if (!Files.exists(directory.resolve(OfficeLines.PRACTICE_FILE))) {
            throw new IllegalArgumentException("There is no %s in %s: it must be a directory that a practice was exported to."
                    .formatted(OfficeLines.PRACTICE_FILE, directory.toAbsolutePath()));
        }
        // of an export it is known when everything was changed
        OfficeLines lines = new OfficeLines(Clock.fixed(Instant.EPOCH, zone));
        String name = read(OfficeLines.PRACTICE_FILE, lines::practices).stream().findFirst().map(Practice::name).orElse("");
        return List.of(new PracticeContents(PRACTICE, name, List.of(OfficeSource.demoKey(secret, PRACTICE)),
                read(OfficeLines.DEFINITIONS_FILE, lines::definitions), read(OfficeLines.TREAT_PLANS_FILE, lines::treatPlans),
                read(OfficeLines.PROC_TPS_FILE, lines::procTPs)));
    }

    /** What a file holds; nothing where there is none. */
    private <T> List<T> read(String name, Function<InputStream, Iterator<Entry<T>>> reader) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (InputStream open = Files.newInputStream(file)) {
            List<T> values = new ArrayList<>();
            reader.apply(open).forEachRemaining(entry -> values.add(entry.value().orElseThrow(() ->
                    new IllegalArgumentException("%s:%d: %s".formatted(file, entry.line(), entry.fault())))));
            return values;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
