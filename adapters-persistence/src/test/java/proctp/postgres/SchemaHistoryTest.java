package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When Flyway need not be asked, and that it is asked in every other case. */
class SchemaHistoryTest {

    private final PostgresSettings settings = ThrowAwayPostgres.NEWEST.migratedDatabase();

    @ParameterizedTest
    @EnumSource(ThrowAwayPostgres.class)
    void tables_that_are_up_to_date_are_known_without_flyway(ThrowAwayPostgres version) throws DatabaseAwayException {
        assertThat(isOurs(version.emptyDatabase())).isFalse();
        assertThat(isOurs(version.migratedDatabase())).isTrue();
    }

    @Test
    void every_migration_there_is_belongs_to_it() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "db", "migration"))) {
            List<String> migrations = new ArrayList<>(SchemaHistory.MIGRATIONS);
            // runs before each of them, and so with none
            migrations.add("beforeEachMigrate.sql");
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(migrations);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update flyway_schema_history set checksum = checksum + 1 where version = '2'",
        "update flyway_schema_history set checksum = null where version = '2'",
        "update flyway_schema_history set success = false where version = '5'",
        "delete from flyway_schema_history where version = '1'",
        "update flyway_schema_history set script = 'V3__other.sql' where version = '3'",
        "insert into flyway_schema_history values (6, '6', 'later', 'SQL', 'V6__later.sql', 1, 'x', now(), 1, true)",
        "revoke select on flyway_schema_history from office_owner",
        "alter table flyway_schema_history rename to other",
        "create schema nearer authorization office_owner; alter role office_owner in database %s set search_path = nearer, public"})
    void a_history_that_differs_in_anything_is_left_to_flyway(String difference) throws DatabaseAwayException {
        plant(difference.formatted(settings.jdbcUrl().replaceFirst(".*/", "")));

        assertThat(isOurs(settings)).isFalse();
    }

    @Test
    void a_migration_that_was_changed_after_it_was_made_ends_the_start() {
        plant("update flyway_schema_history set checksum = checksum + 1 where version = '2'");

        assertThatThrownBy(() -> Schema.migrate(settings)).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The tables of the database cannot be brought up to date: ").hasMessageContaining("version 2");
    }

    @Test
    void a_migration_that_failed_ends_the_start() {
        plant("update flyway_schema_history set success = false where version = '5'");

        assertThatThrownBy(() -> Schema.migrate(settings)).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The tables of the database cannot be brought up to date: ").hasMessageContaining("version 5");
    }

    @Test
    void tables_of_a_later_version_are_taken_as_they_are() {
        plant("insert into flyway_schema_history values (6, '6', 'later', 'SQL', 'V6__later.sql', 1, 'x', now(), 1, true)");

        assertThatCode(() -> Schema.migrate(settings)).doesNotThrowAnyException();
    }

    private void plant(String sql) {
        ThrowAwayPostgres.execute(settings.jdbcUrl(), sql);
    }

    private static boolean isOurs(PostgresSettings settings) throws DatabaseAwayException {
        return Visit.as(settings.console(), settings, SchemaHistory::isOurs);
    }
}
