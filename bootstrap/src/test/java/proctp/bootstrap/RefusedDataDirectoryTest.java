package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedDataDirectoryTest {
    @TempDir
    private Path temporary;

    @Test
    void one_in_use_is_refused_again_and_again_and_free_after_the_close() throws Exception {
        Path directory = OfficeDirectory.used(temporary).toRealPath();
        try (DirectoryLock lock = DirectoryLock.take(directory)) {
            assertThat(lock).isNotNull();
            refuses(directory, "Another ProcTP is using %s: stop it, or set PROCTP_DATA_DIR to another directory.",
                    directory);
            // the refusal above must not have dropped the lock for other processes
            Process other = KilledService.launch(directory);
            assertThat(new String(other.getInputStream().readAllBytes())).contains("Another ProcTP is using");
        }
        EmbeddedDatabase.start(directory).close();
    }

    @Test
    void one_of_another_major_version_is_refused() throws Exception {
        Path directory = temporary.toRealPath();
        Files.createDirectory(directory.resolve("data"));
        Files.writeString(directory.resolve("data").resolve("PG_VERSION"), "19\n");
        refuses(directory, "The database in %s was made by PostgreSQL 19, but this ProcTP carries PostgreSQL 18: use the"
                + " ProcTP that made it, or set PROCTP_DATA_DIR to another directory.", directory.resolve("data"));
    }

    @Test
    void one_with_other_things_in_it_is_refused() throws Exception {
        Path directory = temporary.toRealPath();
        Files.createDirectory(directory.resolve("data"));
        refuses(directory, "%s is not a PostgreSQL database: move it away, or set PROCTP_DATA_DIR to another directory.",
                directory.resolve("data"));
    }

    @Test
    void one_whose_secret_is_missing_is_refused_instead_of_getting_a_new_one() throws Exception {
        Path directory = OfficeDirectory.used(temporary).toRealPath();
        Files.delete(directory.resolve("key-secret"));
        refuses(directory, "%s is missing, but the database beside it was made with it: put the file back from a backup.",
                directory.resolve("key-secret"));
        assertThat(directory.resolve("key-secret")).doesNotExist();
    }

    @Test
    void one_whose_secret_is_damaged_is_refused() throws Exception {
        Path directory = OfficeDirectory.used(temporary).toRealPath();
        Files.writeString(directory.resolve("database-password"), "");
        refuses(directory, "%s does not hold 64 hexadecimal digits: put the file back from a backup.",
                directory.resolve("database-password"));
    }

    @Test
    void one_whose_database_is_not_durable_is_refused_and_stopped() throws Exception {
        Path directory = OfficeDirectory.used(temporary).toRealPath();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            OfficeDirectory.execute(database, "alter role proctp set synchronous_commit to off");
        }
        refuses(directory, "The embedded database in %s has synchronous_commit switched off for its role or database, so"
                + " that a power cut could lose what was saved: ProcTP does not run with it.", directory);
        assertThat(directory.resolve("data").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void one_whose_database_is_damaged_is_refused_with_the_words_of_postgresql() throws Exception {
        Path directory = OfficeDirectory.used(temporary).toRealPath();
        Files.delete(directory.resolve("data").resolve("global").resolve("pg_control"));
        refuses(directory, "PostgreSQL did not start: could not open file \"data/global/pg_control\" for"
                + " reading: No such file or directory (see %s).", directory.resolve("postgres-command.log"));
    }

    @Test
    void one_whose_path_a_shell_would_misread_is_refused() throws Exception {
        Path directory = Files.createDirectory(temporary.resolve("a$(b)")).toRealPath();
        refuses(directory, "The data directory %s has a quote, a $, a ` or the like in its path, which PostgreSQL's"
                + " programs cannot cope with: set PROCTP_DATA_DIR to another directory.", directory);
    }

    @Test
    void one_that_is_a_file_is_refused() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        refuses(file, "ProcTP cannot use the data directory %s: it is not a directory.", file);
        Path below = file.resolve("proctp");
        refuses(below, "ProcTP cannot use the data directory %s: Not a directory.", below);
    }

    @Test
    void a_failure_for_which_the_system_gives_no_reason_is_put_into_words() {
        Path office = Path.of("/srv/office");
        assertThat(StartException.unusable(office, new NoSuchFileException("/srv/office/data"))).hasMessage(
                "ProcTP cannot use the data directory /srv/office: /srv/office/data is missing.");
        assertThat(StartException.unusable(office, new FileAlreadyExistsException("/srv/office/a"))).hasMessage(
                "ProcTP cannot use the data directory /srv/office: /srv/office/a is there already.");
        assertThat(StartException.unusable(office, new DirectoryNotEmptyException("/srv/office/a"))).hasMessage(
                "ProcTP cannot use the data directory /srv/office: /srv/office/a is not empty.");
        assertThat(StartException.unusable(office, new FileSystemLoopException("/srv/office/a"))).hasMessage(
                "ProcTP cannot use the data directory /srv/office: /srv/office/a cannot be used (FileSystemLoopException).");
        assertThat(StartException.unusable(office, new EOFException())).hasMessage(
                "ProcTP cannot use the data directory /srv/office: a file cannot be used (EOFException).");
    }

    @Test
    void root_without_user_namespaces_hears_what_to_do() {
        assertThatThrownBy(() -> PostgresCommand.prefix(true, () -> false)).isInstanceOf(StartException.class)
                .hasMessage("PostgreSQL does not run as root, and `unshare -U` does not work here: run ProcTP as an"
                        + " ordinary user, or set PROCTP_DATABASE_URL to a PostgreSQL of your own.");
        assertThat(PostgresCommand.prefix(true, () -> true)).containsExactly("unshare", "-U");
        assertThat(PostgresCommand.prefix(false, () -> false)).isEmpty();
    }

    @Test
    void a_machine_that_the_jar_was_not_built_for_is_refused() {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("os.arch", "riscv64");
        String resource = PostgresBinaries.resource(system);
        assertThatThrownBy(() -> PostgresBinaries.unpack(resource, temporary)).isInstanceOf(StartException.class)
                .hasMessage("This ProcTP carries no PostgreSQL for this kind of machine (postgres-linux-riscv64.tar):"
                        + " use one that was built on such a machine, or set PROCTP_DATABASE_URL to a PostgreSQL of your"
                        + " own.");
    }

    private static void refuses(Path directory, String sentence, Object... arguments) {
        assertThatThrownBy(() -> EmbeddedDatabase.start(directory)).isInstanceOf(StartException.class)
                .hasMessage(sentence, arguments);
    }
}
