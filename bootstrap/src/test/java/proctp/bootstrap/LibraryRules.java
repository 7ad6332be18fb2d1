package proctp.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static proctp.bootstrap.Rule.rule;

import org.junit.jupiter.api.Test;

/** Which library is known where. */
abstract class LibraryRules {

    @Test
    void web_libraries_are_known_to_http_only() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".http..")
                .should().dependOnClassesThat().resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty.."))
                .isKeptAndBrokenBy("PostgresRoutes", "BootstrapTakesARequest", "BootstrapOwnsTheServer");
    }

    /** The check of any server reads its answers token by token. */
    @Test
    void JSON_is_known_to_http_and_the_check_from_outside_only() {
        rule(root -> noClasses().that().resideOutsideOfPackages(root + ".http..", root + ".contract.check..")
                .should().dependOnClassesThat().resideInAnyPackage("tools.jackson.."))
                .isKeptAndBrokenBy("KitReadsJson");
    }

    @Test
    void the_command_line_is_known_to_bootstrap_and_the_check_from_outside_only() {
        rule(root -> noClasses().that().resideOutsideOfPackages(root + ".bootstrap..", root + ".contract.check..")
                .should().dependOnClassesThat().resideInAnyPackage("picocli.."))
                .isKeptAndBrokenBy("KitTakesOptions");
    }

    @Test
    void database_libraries_are_known_to_postgres_only() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".postgres..")
                .should().dependOnClassesThat().resideInAnyPackage("org.jooq..", "org.flywaydb..", "com.zaxxer.."))
                .isKeptAndBrokenBy("HttpQueries", "BootstrapMigrates", "BootstrapOpensThePool");
    }

    /** Postgres remembers keys for a second; http remembers how often an address or a key has called. */
    @Test
    void caches_are_known_to_the_adapters_only() {
        rule(root -> noClasses().that().resideOutsideOfPackages(root + ".postgres..", root + ".http..")
                .should().dependOnClassesThat().resideInAnyPackage("com.github.benmanes.."))
                .isKeptAndBrokenBy("MemoryIsACache");
    }

    /**
     * The embedded database asks its server whether it came up durable, before there is an office; a trace in the log names
     * the state that an exception of the database carries; and who starts a PostgreSQL for tests makes its roles and databases.
     */
    @Test
    void JDBC_is_known_to_postgres_the_embedded_databases_and_a_trace_only() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".postgres..")
                .and().doNotHaveFullyQualifiedName(root + ".bootstrap.FirstSession")
                .and().doNotHaveFullyQualifiedName(root + ".bootstrap.Trace")
                .and().doNotHaveFullyQualifiedName(root + ".junit.EmbeddedPostgreSQL")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql.."))
                .isKeptAndBrokenBy("DomainSpeaksSql", "UseCaseSpeaksSql", "HttpKnowsTheDriver",
                        "BootstrapHoldsADataSource", "JunitSpeaksSql");
    }
}
