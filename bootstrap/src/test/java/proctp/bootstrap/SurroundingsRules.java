package proctp.bootstrap;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static proctp.bootstrap.Rule.rule;

import java.time.Clock;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What the code may ask the machine that it runs on. */
abstract class SurroundingsRules {

    @Test
    void domain_knows_no_clock() {
        rule(root -> noClasses().that().resideInAPackage(root + ".domain..")
                .should().dependOnClassesThat().belongToAnyOf(Clock.class, InstantSource.class))
                .isKeptAndBrokenBy("DomainTakesAClock", "DomainTakesASource");
    }

    /** The kit is free to: it measures a server from outside. */
    @Test
    void the_time_of_day_comes_from_the_one_clock_that_main_injects() {
        rule(root -> noClasses().that().doNotHaveFullyQualifiedName(root + ".bootstrap.Main")
                .and().resideOutsideOfPackage(root + ".contract..")
                .should(accessTargetWhere(Surroundings.itTellsTheTime())))
                .isKeptAndBrokenBy("DomainTakesTheDay", "DomainRefersToNow", "UseCaseTellsTheTime", "UseCaseCountsMillis",
                        "PostgresMakesAClock", "PostgresAsksACalendar", "HttpMakesADate", "HttpMakesASource");
    }

    @Test
    void domain_and_application_ask_nothing_of_the_system() {
        rule(root -> noClasses().that().resideInAnyPackage(root + ".domain..", root + ".application..")
                .should(accessTargetWhere(Surroundings.itIsTheSystem())))
                .isKeptAndBrokenBy("DomainReadsTheEnvironment", "DomainReadsAProperty", "DomainTakesTheZoneOfTheMachine",
                        "DomainTakesTheLanguageOfTheMachine", "UseCaseTakesTheOldZone",
                        "UseCaseTakesTheCharsetOfTheMachine", "UseCaseCountsProcessors", "UseCaseCountsMillis",
                        "UseCasePrints");
    }

    @Test
    void domain_and_application_leave_nothing_to_chance() {
        rule(root -> noClasses().that().resideInAnyPackage(root + ".domain..", root + ".application..")
                .should(accessTargetWhere(Surroundings.itIsChance())))
                .isKeptAndBrokenBy("DomainTossesACoin", "DomainRollsADie", "UseCaseInventsAnId", "UseCaseShuffles");
    }

    @Test
    void the_environment_is_read_by_main_only() {
        rule(root -> noClasses().that().doNotHaveFullyQualifiedName(root + ".bootstrap.Main")
                .should(accessTargetWhere(Surroundings.itIsTheEnvironment())))
                .isKeptAndBrokenBy("DomainReadsTheEnvironment", "BootstrapReadsTheEnvironment");
    }

    /** The embedded database must know for which system to unpack PostgreSQL. */
    @Test
    void system_properties_are_read_by_main_and_the_embedded_database_only() {
        rule(root -> noClasses().that().doNotHaveFullyQualifiedName(root + ".bootstrap.Main")
                .and().doNotHaveFullyQualifiedName(root + ".bootstrap.EmbeddedDatabase")
                .should(accessTargetWhere(Surroundings.itIsASystemProperty())))
                .isKeptAndBrokenBy("DomainReadsAProperty", "HttpHasAHiddenSwitch", "HttpHasAHiddenLimit",
                        "HttpHasAHiddenLength", "PostgresSetsAProperty");
    }
}
