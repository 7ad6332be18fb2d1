package proctp.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static proctp.bootstrap.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** Who may see whom. */
abstract class SightRules {

    @Test
    void domain_sees_only_itself_and_the_values_of_java_base() {
        rule(root -> classes().that().resideInAPackage(root + ".domain..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(root + ".domain..",
                        "java.lang", "java.math", "java.time..",
                        "java.util", "java.util.function", "java.util.regex", "java.util.stream"))
                .isKeptAndBrokenBy("DomainSeesUseCases", "DomainSpeaksSql", "DomainReadsAFile", "DomainCallsTheNet",
                        "DomainWritesALog");
    }

    @Test
    void application_sees_only_itself_the_domain_and_java_base_without_files_and_sockets() {
        rule(root -> classes().that().resideInAPackage(root + ".application..")
                .should().onlyDependOnClassesThat(resideInAnyPackage(root + ".application..", root + ".domain..")
                        .or(javaBase().and(resideOutsideOfPackages(
                                "java.io", "java.net", "java.nio.file..", "java.nio.channels..")))))
                .isKeptAndBrokenBy("UseCaseSeesHttp", "UseCaseWritesALog", "UseCaseReadsAFile", "UseCaseSpeaksSql",
                "MemoryIsACache", "UseCasePrints");
    }

    /** The two that put the service together: for those who run it, and for the tests of those who call it. */
    @Test
    void http_is_seen_by_bootstrap_and_junit_only() {
        rule(root -> noClasses().that().resideOutsideOfPackages(root + ".http..", root + ".bootstrap..", root + ".junit..")
                .should().dependOnClassesThat().resideInAPackage(root + ".http.."))
                .isKeptAndBrokenBy("PostgresSeesHttp", "UseCaseSeesHttp");
    }

    /** A service whose requests have companions refuses some that nothing is wrong with. */
    @Test
    void companions_are_seen_by_http_and_junit_only() {
        rule(root -> noClasses().that().resideOutsideOfPackages(root + ".http..", root + ".junit..")
                .should().dependOnClassesThat().haveNameMatching(root + "[.]http[.]Companion([$].*)?"))
                .isKeptAndBrokenBy("BootstrapHasCompanions");
    }

    @Test
    void postgres_is_seen_by_bootstrap_and_junit_only() {
        rule(root -> noClasses().that().resideOutsideOfPackages(root + ".postgres..", root + ".bootstrap..", root + ".junit..")
                .should().dependOnClassesThat().resideInAPackage(root + ".postgres.."))
                .isKeptAndBrokenBy("HttpSeesPostgres", "KitSeesTables");
    }

    @Test
    void bootstrap_is_seen_by_nobody() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".bootstrap..")
                .should().dependOnClassesThat().resideInAPackage(root + ".bootstrap.."))
                .isKeptAndBrokenBy("HttpSeesBootstrap", "PostgresSeesBootstrap", "JunitSeesBootstrap");
    }

    @Test
    void junit_is_seen_by_nobody() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".junit..")
                .should().dependOnClassesThat().resideInAPackage(root + ".junit.."))
                .isKeptAndBrokenBy("HttpSeesJunit");
    }

    @Test
    void the_contract_kit_is_seen_by_no_code_that_is_shipped() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".contract..")
                .should().dependOnClassesThat().resideInAPackage(root + ".contract.."))
                .isKeptAndBrokenBy("BootstrapSeesKit");
    }

    @Test
    void the_contract_kit_sees_only_application_domain_the_JDK_and_the_tools_of_tests() {
        rule(root -> classes().that().resideInAPackage(root + ".contract..").and().resideOutsideOfPackage(root + ".contract.check..")
                .should().onlyDependOnClassesThat(resideInAnyPackage(root + ".contract..", root + ".application..",
                        root + ".domain..", "java..", "org.junit.jupiter..", "org.assertj.core..")
                        .and(resideOutsideOfPackage(root + ".contract.check.."))))
                .isKeptAndBrokenBy("KitSeesTables", "KitReadsJson", "KitTakesOptions");
    }

    /** It judges servers of which it knows nothing, and is packaged without any of us. */
    @Test
    void the_check_from_outside_sees_only_itself_the_JDK_and_its_two_libraries() {
        rule(root -> classes().that().resideInAPackage(root + ".contract.check..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(root + ".contract.check..", "java..", "javax.xml.stream..",
                        "tools.jackson.core..", "picocli.."))
                .isKeptAndBrokenBy("CheckSeesTheOffice");
    }

    /** A column's name is a member of these classes, so whoever does not see them has no column's name from them. */
    @Test
    void table_classes_are_seen_by_postgres_only() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".postgres..")
                .should().dependOnClassesThat().resideInAPackage(root + ".postgres.generated.."))
                .isKeptAndBrokenBy("BootstrapSeesTables", "KitSeesTables");
    }

    @Test
    void packages_are_free_of_cycles() {
        rule(root -> slices().assignedFrom(packages(root)).should().beFreeOfCycles())
                .isKeptAndBrokenBy("HttpSeesPostgres", "PostgresSeesHttp");
    }

    /**
     * Two pairs count as one package: the use cases and their ports, which share the words they speak in (Caller, Page),
     * and the table classes, of which jOOQ makes one knot.
     */
    private static SliceAssignment packages(String root) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName()
                        .replace(root + ".application.port", root + ".application")
                        .replaceFirst("[.]generated[.].*", ".generated"));
            }

            @Override
            public String getDescription() {
                return "packages of " + root;
            }
        };
    }

    private static DescribedPredicate<JavaClass> javaBase() {
        Module base = Object.class.getModule();
        return describe("are of java.base", type -> base.isExported(type.getPackageName()));
    }
}
