package proctp.bootstrap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the modules cannot forbid. The offenders that each rule was seen to catch are under {@code planted}. */
class ArchitectureTest {

    /** A module that is not on the class path would keep every rule. */
    @ParameterizedTest
    @ValueSource(strings = {"domain", "application.memory", "application.port", "contract.wire", "contract.check", "http",
        "postgres.generated", "junit", "bootstrap"})
    void every_room_is_looked_at(String room) {
        assertThat(Rule.CODE.that(resideInAPackage("proctp." + room + ".."))).isNotEmpty();
    }

    @Nested
    class Sight extends SightRules {
    }

    @Nested
    class Libraries extends LibraryRules {
    }

    @Nested
    class Surroundings extends SurroundingsRules {
    }

    @Nested
    class Shapes extends ShapeRules {
    }

    @Nested
    class Habits extends HabitRules {
    }
}
