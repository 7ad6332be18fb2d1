package proctp.contract.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What became of a rule. */
final class Outcome {

    /** How a rule can turn out. */
    enum Result {
        OK, FAILED, SKIPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that a rule says and that is not so.
     *
     * @param tag      whose rule it is
     * @param sentence what was expected and what was there
     */
    record Finding(Tag tag, String sentence) {

        @Override
        public String toString() {
            return sentence + " [" + tag + "]";
        }
    }

    private final String rule;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unchecked = new LinkedHashSet<>();
    private int held;
    private Duration time = Duration.ZERO;

    Outcome(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    /** What is not so. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Why parts of it were not checked. */
    List<String> unchecked() {
        return List.copyOf(unchecked);
    }

    /** How long it took. */
    Duration time() {
        return time;
    }

    Result result() {
        if (!findings.isEmpty()) {
            return Result.FAILED;
        }
        return held > 0 ? Result.OK : Result.SKIPPED;
    }

    void held() {
        held++;
    }

    void deviated(Finding finding) {
        findings.add(finding);
    }

    void leftOpen(String reason) {
        unchecked.add(reason);
    }

    void took(Duration more) {
        time = time.plus(more);
    }

    /** It as one line. */
    String line() {
        return rule + switch (result()) {
            case FAILED -> " FAILED " + findings.get(0) + (findings.size() == 1 ? "" : " and " + (findings.size() - 1) + " more");
            case OK -> " ok" + (unchecked.isEmpty() ? "" : " (in part: " + String.join("; ", unchecked) + ")");
            case SKIPPED -> " skipped: " + String.join("; ", unchecked);
        };
    }
}
