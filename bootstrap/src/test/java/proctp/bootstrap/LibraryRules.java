package proctp.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static proctp.bootstrap.Rule.rule;

import org.junit.jupiter.api.Test;

/** Which library is known where. */
abstract class LibraryRules {

    @Test
    void web_libraries_are_known_to_http_only() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".http..")
                .should().dependOnClassesThat().resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..",
                        "tools.jackson.."))
                .isKeptAndBrokenBy("PostgresRoutes", "BootstrapTakesARequest", "BootstrapOwnsTheServer", "KitReadsJson");
    }

    @Test
    void database_libraries_are_known_to_postgres_only() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".postgres..")
                .should().dependOnClassesThat().resideInAnyPackage("org.jooq..", "org.flywaydb..", "com.zaxxer..",
                        "com.github.benmanes.."))
                .isKeptAndBrokenBy("HttpQueries", "BootstrapMigrates", "BootstrapOpensThePool", "MemoryIsACache");
    }

    /** The embedded database asks its server whether it came up durable, before there is an office. */
    @Test
    void JDBC_is_known_to_postgres_and_the_embedded_database_only() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".postgres..")
                .and().doNotHaveFullyQualifiedName(root + ".bootstrap.FirstSession")
                .and().doNotHaveFullyQualifiedName(root + ".bootstrap.Trace")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql.."))
                .isKeptAndBrokenBy("DomainSpeaksSql", "UseCaseSpeaksSql", "HttpKnowsTheDriver",
                        "BootstrapHoldsADataSource");
    }
}
