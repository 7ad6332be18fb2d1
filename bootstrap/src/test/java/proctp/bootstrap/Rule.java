package proctp.bootstrap;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A rule of the house, written once for any root package, so that it can be seen to fail: a rule that matches no class, or
 * not the right one, looks just like a rule that is kept.
 *
 * @param over gives the rule for a root package, the code's or the offenders'
 */
record Rule(Function<String, ArchRule> over) {

    /** To the compiler, a package's comment is an interface in it: rules would match that, and nothing else. */
    private static final ClassFileImporter IMPORTER =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludePackageInfos());
    private static final JavaClasses PLANTED = IMPORTER.importPackages("planted");
    static final JavaClasses CODE =
            IMPORTER.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("proctp");

    /** Where a violation is: every line of a report ends with it. */
    private static final Pattern SOURCE = Pattern.compile("\\((\\w+)\\.java:\\d+\\)");

    static Rule rule(Function<String, ArchRule> over) {
        return new Rule(over);
    }

    /** The code keeps the rule, and of all planted classes it catches these and no other: it is not too strict, either. */
    void isKeptAndBrokenBy(String offender, String... more) {
        Set<String> offenders = new TreeSet<>(List.of(more));
        offenders.add(offender);
        assertThat(caught()).isEqualTo(offenders);
        over.apply("proctp").check(CODE);
    }

    private Set<String> caught() {
        return over.apply("planted").evaluate(PLANTED).getFailureReport().getDetails().stream()
                .flatMap(line -> SOURCE.matcher(line).results())
                .map(source -> source.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
