package proctp.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL's programs wrote down.
 *
 * @param file need not exist yet
 */
record PostgresLog(Path file) {
    private static final Pattern FAULT = Pattern.compile("(?:FATAL|PANIC|error):\\s+(.*)");
    private static final long LARGEST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_READ_BYTES = 256 * 1024;

    /** Begins a new file when the old one has grown to more than 10 MB; keeps one old one. */
    void rotate() throws IOException {
        if (size() > LARGEST_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** In bytes; 0 without a file. */
    long size() {
        return file.toFile().length();
    }

    /** Why a program gave up, and which file says more; from the given byte on, empty when no line says so. */
    Optional<String> fault(long from) {
        return lines(from).stream().map(FAULT::matcher).filter(Matcher::find).map(found -> found.group(1))
                .reduce((earlier, later) -> later).map(this::sayingWhere);
    }

    /** Why a program gave up or, if it did not say, the last thing it said; and which file says more. */
    String lastWords() {
        return fault(0).orElseGet(() -> sayingWhere(lines(0).stream().map(String::strip)
                .filter(line -> !line.isEmpty()).reduce("it said nothing", (earlier, later) -> later)));
    }

    private String sayingWhere(String words) {
        return words + " (see " + file + ")";
    }

    private List<String> lines(long from) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (InputStream log = Files.newInputStream(file)) {
            log.skipNBytes(Math.max(from, size() - MOST_READ_BYTES));
            return new String(log.readNBytes(MOST_READ_BYTES), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
