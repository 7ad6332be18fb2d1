package proctp.postgres;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * The binaries of the oldest PostgreSQL that is supported. They come from a jar beside the class path, which holds the
 * newest, since two versions of one artifact cannot both be on it.
 */
final class OldestPostgres implements PgBinaryResolver {

    private static final Path JAR = Path.of("target", "oldest-postgres.jar");

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            var binaries = jar.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst().orElseThrow();
            try (InputStream bytes = jar.getInputStream(binaries)) {
                return new ByteArrayInputStream(bytes.readAllBytes());
            }
        }
    }
}
