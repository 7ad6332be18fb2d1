package proctp.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import proctp.postgres.PostgresSettings.Login;

/** Data directories for tests: copies of one that was started and stopped once, since unpacking takes seconds. */
final class OfficeDirectory {
    private static final Path TEMPLATE = template();

    private OfficeDirectory() {
    }

    private static Path template() {
        try {
            Path template = Files.createTempDirectory("proctp-template");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    PrivateFiles.deleteTree(template);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            EmbeddedDatabase.start(template).close();
            return template;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory that was in use before and was left in good order. */
    static Path used(Path parent) throws IOException {
        Path directory = unpacked(parent);
        for (String name : new String[] {"data", "key-secret", "database-password", "service-password"}) {
            copy(TEMPLATE.resolve(name), directory.resolve(name));
        }
        return directory;
    }

    /** A directory that holds the unpacked programs and nothing else. */
    static Path unpacked(Path parent) throws IOException {
        Path directory = parent.resolve("proctp");
        PrivateFiles.createDirectories(directory);
        Path programs = programs(TEMPLATE);
        link(programs, directory.resolve(programs.getFileName()));
        return directory;
    }

    /** The unpacked programs in a data directory. */
    static Path programs(Path directory) throws IOException {
        return PrivateFiles.startingWith(directory, PostgresBinaries.PREFIX).get(0);
    }

    /** What the file system calls a mode, such as {@code rw-------}. */
    static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** What a service needs to be told to use a database as one's own, by a role that owns nothing. */
    static Map<String, String> settings(EmbeddedDatabase database) {
        Login service = database.address().service();
        return Map.of("PROCTP_DATABASE_URL", database.jdbcUrl(),
                "PROCTP_DATABASE_USER", service.user(), "PROCTP_DATABASE_PASSWORD", service.password(),
                "PROCTP_MIGRATION_USER", database.user(), "PROCTP_MIGRATION_PASSWORD", database.password());
    }

    /** Runs a statement that answers nothing. */
    static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one value that a query answers. */
    static String value(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A session of the server's superuser. */
    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Nobody writes to the programs, so that their files can be in two places at once. */
    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectory(target);
                } else {
                    Files.createLink(target, path);
                }
            }
        }
    }
}
