package proctp.bootstrap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** PostgreSQL's own programs, which the jar carries for one kind of machine, packed. */
final class PostgresBinaries {
    /** The major version: only a database made by the same one can be opened. */
    static final String MAJOR = "18";
    /** What the directory of the unpacked programs starts with. */
    static final String PREFIX = "postgresql-" + MAJOR + "-";

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {
    }

    /** The class path resource with the programs for the system that the JVM's properties describe. */
    static String resource(Properties system) {
        String os = system.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = system.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String family = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : os;
        String machine = switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> arch;
        };
        return "postgres-" + family + "-" + machine + ".tar";
    }

    /**
     * Unpacks the programs unless they are there already, and removes those of an earlier release.
     *
     * @return the directory with {@code bin} in it
     * @throws StartException when the jar was built for another kind of machine
     */
    static Path unpack(String resource, Path directory) throws IOException {
        URL packed = PostgresBinaries.class.getClassLoader().getResource(resource);
        if (packed == null) {
            throw new StartException(("This ProcTP carries no PostgreSQL for this kind of machine (%s): use one that was"
                    + " built on such a machine, or set PROCTP_DATABASE_URL to a PostgreSQL of your"
                    + " own.").formatted(resource));
        }
        Path unpacked = directory.resolve(PREFIX + release(packed));
        for (Path other : PrivateFiles.startingWith(directory, PREFIX)) {
            if (!other.equals(unpacked)) {
                PrivateFiles.deleteTree(other);
            }
        }
        if (!Files.exists(unpacked)) {
            // under its name there is never half of it: who is killed here leaves what the next start removes
            Path temporary = directory.resolve(unpacked.getFileName() + ".new");
            PrivateFiles.createDirectories(temporary);
            unpack(packed, temporary);
            PrivateFiles.rename(temporary, unpacked);
        }
        return unpacked;
    }

    /** What tells one release from another; the checksum in the jar's index, so that nothing large is read. */
    private static String release(URL packed) throws IOException {
        URLConnection connection = packed.openConnection();
        connection.setUseCaches(false);
        try (InputStream open = connection.getInputStream()) {
            return connection instanceof JarURLConnection jar
                    ? Long.toHexString(jar.getJarEntry().getCrc())
                    : Long.toHexString(connection.getContentLengthLong());
        }
    }

    private static void unpack(URL packed, Path directory) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(packed.openStream()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, directory.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !path.toFile().setExecutable(true)) {
            throw new IOException(path + " cannot be made executable");
        }
    }
}
