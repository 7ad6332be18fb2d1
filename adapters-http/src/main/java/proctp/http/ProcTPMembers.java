package proctp.http;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of a ProcTP's members on the wire, and how a client's spelling finds them. */
final class ProcTPMembers {

    private static final List<String> NAMES = List.of(
            "ProcTPNum", "TreatPlanNum", "PatNum", "ProcNumOrig", "ItemOrder", "Priority", "priority", "ToothNumTP", "Surf",
            "ProcCode", "Descript", "FeeAmt", "PriInsAmt", "SecInsAmt", "PatAmt", "Discount", "Prognosis", "Dx", "ProcAbbr",
            "SecUserNumEntry", "SecDateEntry", "SecDateTEdit", "FeeAllowed", "TaxAmt", "ProvNum", "DateTP", "ClinicNum",
            "CatPercUCR");

    private static final Set<String> EXACT = Set.copyOf(NAMES);

    /** Of two names that differ in case alone the first stands, which is the one that can be changed. */
    private static final Map<String, String> ANY_CASE =
            NAMES.stream().collect(toMap(Ascii::lowerCase, identity(), (first, second) -> first));

    private ProcTPMembers() {
    }

    /** Whether this is a member's exact name. */
    static boolean has(String name) {
        return EXACT.contains(name);
    }

    /** The member that is meant: the one of exactly that name or, failing that, of that name in another case. */
    static Optional<String> resolve(String name) {
        return has(name) ? Optional.of(name) : Optional.ofNullable(ANY_CASE.get(Ascii.lowerCase(name)));
    }
}
