package proctp.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPGuard;
import proctp.domain.Refusal;

/**
 * What a client lets its request depend on (RFC 9110, {@code If-Match} and {@code If-None-Match}). A header that is not
 * well-formed is taken for one that keeps a change from being made, and a reader from being told that it has what there is.
 */
final class Preconditions {

    /** A tag or nothing, up to the next comma. What it finds is found without a second look at any character. */
    private static final Pattern ITEM =
            Pattern.compile("[ \\t]*+(?:(W/)?+(\"[!#-~\\x80-\\xff]*+\")[ \\t]*+)?+(?:,|\\z)");

    private final Optional<String> ifMatch;
    private final Optional<String> ifNoneMatch;

    private Preconditions(Context context) {
        ifMatch = header(context, "If-Match");
        ifNoneMatch = header(context, "If-None-Match");
    }

    /** Those of a request. */
    static Preconditions of(Context context) {
        return new Preconditions(context);
    }

    private static Optional<String> header(Context context, String name) {
        List<String> lines = Collections.list(context.req().getHeaders(name));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }

    /** Judges a row that is to change, by the tag that a GET of it gives. Looks at the row only if there is a condition. */
    ProcTPGuard onProcTP(WireFormat format) {
        return areNone() ? ProcTPGuard.NONE
                : (plan, row) -> requireUnchanged(EntityTag.ofOne(row.get(), format, ProcTPJson::values));
    }

    /** Judges a plan that is to change, by the tag that a GET of it gives. */
    PlanGuard onTreatPlan(WireFormat format) {
        return areNone() ? PlanGuard.NONE
                : plan -> requireUnchanged(EntityTag.ofOne(plan, format, TreatPlanJson::values));
    }

    private boolean areNone() {
        return ifMatch.isEmpty() && ifNoneMatch.isEmpty();
    }

    private void requireUnchanged(String tag) {
        requireMatch(tag);
        // what may rule it out does
        if (ifNoneMatch.map(header -> names(header, tag, true).orElse(true)).orElse(false)) {
            throw failed("What is stored has an entity tag that If-None-Match rules out, so nothing was done."
                    + " Leave that header out to change what is there.");
        }
    }

    /**
     * Whether it is enough to let a client that reads know that it has what has this tag.
     *
     * @throws Refusal {@code PRECONDITION_FAILED} when there is an {@code If-Match} that does not name it
     */
    boolean letKnow(String tag) {
        requireMatch(tag);
        return ifNoneMatch.flatMap(header -> names(header, tag, true)).orElse(false);
    }

    private void requireMatch(String tag) {
        if (ifMatch.isPresent() && !names(ifMatch.get(), tag, false).orElse(false)) {
            throw failed("What is stored has none of the entity tags in If-Match, so nothing was done. It may have changed:"
                    + " read it again by its own address, and send the ETag of that answer as it stands, with its quotes.");
        }
    }

    /** Whether the header names the tag; empty when it is not well-formed. */
    private static Optional<Boolean> names(String header, String tag, boolean weakly) {
        if (header.strip().equals("*")) {
            return Optional.of(true);
        }
        boolean found = false;
        Matcher item = ITEM.matcher(header);
        for (int at = 0; at < header.length(); at = item.end()) {
            if (!item.region(at, header.length()).lookingAt()) {
                return Optional.empty();
            }
            found |= tag.equals(item.group(2)) && (weakly || item.group(1) == null);
        }
        return Optional.of(found);
    }

    private static Refusal failed(String sentence) {
        return new Refusal(Refusal.Kind.PRECONDITION_FAILED, sentence);
    }
}
