package proctp.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;

/** The ways in which Java asks the machine for something that no argument tells. A method reference counts as a call. */
final class Surroundings {

    private static final Set<String> CHANCE = Set.of("java.lang.Math.random", "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle");
    private static final Set<String> SETTINGS_OF_THE_MACHINE = Set.of("java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault", "java.util.Locale.getDefault", "java.nio.charset.Charset.defaultCharset");
    private static final Set<String> PROPERTIES_BY_TYPE = Set.of("java.lang.Integer.getInteger", "java.lang.Long.getLong",
            "java.lang.Boolean.getBoolean");
    private static final Set<String> TIME = Set.of("java.lang.System.currentTimeMillis", "java.util.Calendar.getInstance",
            "java.time.InstantSource.system");

    private Surroundings() {
    }

    static DescribedPredicate<JavaAccess<?>> itTellsTheTime() {
        return target("it tells the time of day", target -> !takesAClock(target) && (TIME.contains(name(target))
                || isOf(target, "java.time.") && target.getName().equals("now")
                || isOf(target, "java.time.Clock") && target.getName().matches("(system|tick).*")
                || name(target).equals("java.util.Date.<init>") && takesNothing(target)));
    }

    static DescribedPredicate<JavaAccess<?>> itIsTheSystem() {
        return target("it is the system", target -> target.getOwner().isEquivalentTo(System.class)
                || target.getOwner().isEquivalentTo(Runtime.class)
                || SETTINGS_OF_THE_MACHINE.contains(name(target)) || PROPERTIES_BY_TYPE.contains(name(target)));
    }

    static DescribedPredicate<JavaAccess<?>> itIsChance() {
        return target("it is chance", target -> CHANCE.contains(name(target))
                || target.getOwner().getSimpleName().endsWith("Random"));
    }

    static DescribedPredicate<JavaAccess<?>> itIsTheEnvironment() {
        return target("it is the environment", target -> name(target).equals("java.lang.System.getenv"));
    }

    static DescribedPredicate<JavaAccess<?>> itIsASystemProperty() {
        return target("it is a system property", target -> PROPERTIES_BY_TYPE.contains(name(target))
                || target.getOwner().isEquivalentTo(System.class) && target.getName().contains("Propert"));
    }

    /** An access whose target is such; the words go behind "access target where". */
    static DescribedPredicate<JavaAccess<?>> target(String words, Predicate<AccessTarget> isSuch) {
        return describe(words, access -> isSuch.test(access.getTarget()));
    }

    static String name(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }

    private static boolean isOf(AccessTarget target, String prefix) {
        return target.getOwner().getName().startsWith(prefix);
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit && unit.getRawParameterTypes().isEmpty();
    }
}
