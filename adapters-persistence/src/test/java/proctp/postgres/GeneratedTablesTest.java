package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table classes are kept with the sources, so that the module compiles without a database. Run with
 * {@code -Dproctp.regenerate=true} after a new migration to write them anew.
 */
class GeneratedTablesTest {

    private static final Path KEPT = Path.of("src", "generated", "java");

    @Test
    void the_kept_table_classes_are_those_of_the_migrated_database(@TempDir Path fresh) throws Exception {
        generate(fresh);
        if (Boolean.getBoolean("proctp.regenerate")) {
            generate(KEPT);
        }

        assertThat(sources(KEPT)).isNotEmpty().isEqualTo(sources(fresh));
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // which warnings the generator silences depends on the JDK that it runs on
                sources.put(folder.relativize(file).toString(), Files.readString(file).replace(", \"this-escape\"", ""));
            }
        }
        return sources;
    }

    private static void generate(Path folder) throws Exception {
        PostgresSettings database = ThrowAwayPostgres.NEWEST.migratedDatabase();
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(database.jdbcUrl()).withUser(ThrowAwayPostgres.SUPERUSER.user()))
                .withGenerator(new Generator()
                        .withDatabase(tables())
                        .withGenerate(whatIsUsed())
                        .withStrategy(new Strategy())
                        .withTarget(new Target()
                                .withPackageName("proctp.postgres.generated")
                                .withDirectory(folder.toString())
                                // names must not depend on where this is run: Turkish has an I of its own
                                .withLocale("en"))));
    }

    private static Database tables() {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema("public")
                .withIncludes("practice|apikey|definition|treatplan|proctp|posted|change|lastchange")
                .withIncludeRoutines(false)
                .withIncludeSequences(false)
                .withIncludeIndexes(false)
                .withIncludePrimaryKeys(false)
                .withIncludeUniqueKeys(false)
                .withIncludeForeignKeys(false)
                .withIncludeCheckConstraints(false);
    }

    private static Generate whatIsUsed() {
        return new Generate()
                .withRecords(false)
                .withSources(false)
                .withDefaultCatalog(false)
                .withDefaultSchema(false)
                .withGlobalCatalogReferences(false)
                .withGlobalSchemaReferences(false)
                .withImplicitJoinPathsToOne(false)
                .withImplicitJoinPathsToMany(false)
                .withWhereMethodOverrides(false)
                .withRenameMethodOverrides(false)
                .withAsMethodOverrides(false)
                .withGeneratedAnnotation(false)
                .withJooqVersionReference(false);
    }
}
