package proctp.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static proctp.bootstrap.Rule.rule;
import static proctp.bootstrap.Surroundings.name;
import static proctp.bootstrap.Surroundings.target;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How nobody names, joins or watches things here. */
abstract class HabitRules {

    private static final Set<String> INJECTION =
            Set.of("Inject", "Autowired", "Resource", "Value", "PersistenceContext", "PersistenceUnit");

    @Test
    void no_name_is_a_word_for_anything() {
        rule(root -> noClasses().that().resideInAPackage(root + "..")
                .should().haveNameMatching(".*[.$][^.]*(Impl|Manager|Helper|Util|Abstract|DTO|Dto)[^.]*")
                .orShould().haveNameMatching(".*(Base|Data)"))
                .isKeptAndBrokenBy("ProcTPsImpl", "PlanManager", "DateHelper", "ToothUtils", "AbstractRow", "ProcTPDTO",
                        "PlanDto", "RowBase", "PlanData");
    }

    @Test
    void no_field_is_injected() {
        rule(root -> noFields().that().areDeclaredInClassesThat().resideInAPackage(root + "..")
                .should().beAnnotatedWith(injection()))
                .isKeptAndBrokenBy("InjectedHandler");
    }

    @Test
    void nobody_logs_with_java_util_logging() {
        rule(root -> noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.logging.."))
                .isKeptAndBrokenBy("HttpLogsWithTheJdk");
    }

    @Test
    void nobody_prints_but_bootstrap() {
        rule(root -> noClasses().that().resideOutsideOfPackage(root + ".bootstrap..")
                .should(accessTargetWhere(itIsTheTerminal())))
                .isKeptAndBrokenBy("UseCasePrints", "HttpComplains", "HttpPrintsAStackTrace");
    }

    /**
     * Who may wait for a time rather than for an event: the embedded database for programs that are nobody's children any
     * more, the kit for the moment at which a race is worth watching and for writers who take their time, a change that collided with another, which must
     * not meet that again at the same moment, the check from outside when a server asks it to come later, the server, before it stops, for requests that are on their way: they
     * are in the network, where nothing tells of them, and who erases a practice, or has a stand-in hold another office, until services
     * take the keys no more: they do not tell, either.
     */
    @Test
    void nobody_sleeps_but_these_eight() {
        rule(root -> noClasses().that().doNotHaveFullyQualifiedName(root + ".bootstrap.Cluster")
                .and().doNotHaveFullyQualifiedName(root + ".contract.SignatureRaceContract")
                .and().doNotHaveFullyQualifiedName(root + ".contract.BusyWriter")
                .and().doNotHaveFullyQualifiedName(root + ".contract.check.Throttle")
                .and().doNotHaveFullyQualifiedName(root + ".postgres.Database")
                .and().doNotHaveFullyQualifiedName(root + ".http.HttpServer")
                .and().doNotHaveFullyQualifiedName(root + ".bootstrap.PracticeEraseCommand")
                .and().doNotHaveFullyQualifiedName(root + ".junit.Kept")
                .should(accessTargetWhere(itIsSleep())))
                .isKeptAndBrokenBy("PostgresSleeps", "PostgresParks", "HttpSleepsBySeconds");
    }

    private static DescribedPredicate<JavaAnnotation<?>> injection() {
        return describe("an injection", annotation -> INJECTION.contains(annotation.getRawType().getSimpleName()));
    }

    private static DescribedPredicate<JavaAccess<?>> itIsTheTerminal() {
        return target("it is the terminal", target -> name(target).matches("java[.]lang[.]System[.](out|err)")
                || target.getName().equals("printStackTrace"));
    }

    private static DescribedPredicate<JavaAccess<?>> itIsSleep() {
        return target("it is sleep", target -> name(target).matches(
                "java[.]lang[.]Thread[.]sleep|.*[.]TimeUnit[.]sleep|.*[.]LockSupport[.]park(Nanos|Until)"));
    }
}
