package proctp.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static proctp.bootstrap.Rule.rule;
import static proctp.bootstrap.Surroundings.name;
import static proctp.bootstrap.Surroundings.target;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a port, a use case, an adapter and a refusal look like. */
abstract class ShapeRules {

    /** What the methods of ports are called that change nothing. */
    private static final Set<String> READING = Set.of("list", "find", "existing", "last", "trouble");

    @Test
    void ports_are_interfaces() {
        rule(root -> classes().that().resideInAPackage(root + ".application.port").should().beInterfaces())
                .isKeptAndBrokenBy("PortWithCode");
    }

    @Test
    void interfaces_of_the_application_are_ports() {
        rule(root -> classes().that().resideInAPackage(root + ".application..").and().areInterfaces()
                .should().resideInAPackage(root + ".application.port"))
                .isKeptAndBrokenBy("InterfaceForItsOwnSake");
    }

    /** UseCases is the list of them. */
    @Test
    void use_cases_are_final_and_have_one_public_method() {
        rule(root -> classes().that().resideInAPackage(root + ".application").and(takePorts(root))
                .and().doNotHaveFullyQualifiedName(root + ".application.UseCases")
                .should().haveModifier(FINAL)
                .andShould(haveOnePublicMethod()))
                .isKeptAndBrokenBy("OpenUseCase", "UseCaseWithTwoJobs", "UseCaseWithoutAJob");
    }

    /**
     * Whose key it is shows only when it was found; no caller asks for practices; what is filled is no caller's yet; guards and a
     * revision are rules; and many callers at once are told how far their feeds are.
     */
    @Test
    void every_method_of_a_port_takes_the_caller_first() {
        rule(root -> methods().that().arePublic()
                .and().areDeclaredInClassesThat().resideInAPackage(root + ".application.port")
                .and().areDeclaredInClassesThat(named("ApiKeys", "Office", "PlanGuard", "PlanRevision", "Practices", "ProcTPGuard", "Probe").negate())
                .and(describe("are not Changes.last", method -> !method.getFullName().equals(
                        root + ".application.port.Changes.last(" + Collection.class.getName() + ")")))
                .should(takeFirst(root + ".application.Caller")))
                .isKeptAndBrokenBy("PortThatForgetsTheCaller", "PortThatTakesTheCallerLast", "PortWithCode");
    }

    /**
     * What a use case adds is a rule, and a port knows none: a driving adapter that changed something by a port would change
     * it past the rule. To make a definition, as UseCases says, there is no rule.
     */
    @Test
    void http_reads_from_ports_and_changes_things_by_use_cases() {
        rule(root -> noClasses().that().resideInAPackage(root + ".http..")
                .should(accessTargetWhere(itChangesSomethingByAPort(root))))
                .isKeptAndBrokenBy("HttpDeletesByAPort", "HttpRefersToADeletion");
    }

    /** A file that an office is moved in holds what the API returns, and only http knows how to write that. */
    @Test
    void of_http_only_the_servers_their_settings_companions_and_the_lines_of_files_are_public() {
        rule(root -> noClasses().that().resideInAPackage(root + ".http..")
                .and(describe("are not of HttpServer, HttpSettings, Companion, AdminServer or OfficeLines", type ->
                        !isOf(type, root + ".http.HttpServer") && !isOf(type, root + ".http.HttpSettings")
                                && !isOf(type, root + ".http.Companion")
                                && !type.getName().equals(root + ".http.AdminServer")
                                && !isOf(type, root + ".http.OfficeLines")))
                .should().bePublic())
                .isKeptAndBrokenBy("PublicHandler");
    }

    @Test
    void of_postgres_only_the_office_and_its_settings_are_public() {
        rule(root -> noClasses().that().resideInAPackage(root + ".postgres..")
                .and().resideOutsideOfPackage(root + ".postgres.generated..")
                .and().doNotHaveFullyQualifiedName(root + ".postgres.PostgresOffice")
                .and().doNotHaveFullyQualifiedName(root + ".postgres.PostgresSettings")
                .and().doNotHaveFullyQualifiedName(root + ".postgres.PostgresSettings$Login")
                .should().bePublic())
                .isKeptAndBrokenBy("PublicQueries");
    }

    @Test
    void Refusal_is_the_only_exception_of_the_domain() {
        rule(root -> classes().that().resideInAPackage(root + ".domain..").and().areAssignableTo(Throwable.class)
                .should().haveFullyQualifiedName(root + ".domain.Refusal"))
                .isKeptAndBrokenBy("ToothMissing");
    }

    private static DescribedPredicate<JavaAccess<?>> itChangesSomethingByAPort(String root) {
        return target("it changes something by a port", target -> target instanceof CodeUnitAccessTarget
                && target.getOwner().getPackageName().equals(root + ".application.port")
                && !READING.contains(target.getName())
                && !name(target).equals(root + ".application.port.Definitions.add"));
    }

    private static DescribedPredicate<JavaClass> takePorts(String root) {
        return describe("take ports", type -> type.getConstructors().stream()
                .flatMap(constructor -> constructor.getRawParameterTypes().stream())
                .anyMatch(parameter -> parameter.getPackageName().equals(root + ".application.port")));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe("are " + String.join(", ", names), type ->
                List.of(names).contains(type.getSimpleName()));
    }

    private static boolean isOf(JavaClass type, String name) {
        return type.getName().equals(name) || type.getName().startsWith(name + "$");
    }

    private static ArchCondition<JavaClass> haveOnePublicMethod() {
        return ArchCondition.from(describe("have one public method", type ->
                type.getMethods().stream().filter(method -> method.getModifiers().contains(PUBLIC)).count() == 1));
    }

    private static ArchCondition<JavaMethod> takeFirst(String typeName) {
        return ArchCondition.from(describe("take " + typeName + " first", method ->
                method.getRawParameterTypes().stream().findFirst()
                        .filter(type -> type.getName().equals(typeName)).isPresent()));
    }
}
