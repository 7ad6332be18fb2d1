package proctp.benchmarks;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pgbench does again and again.
 *
 * @param text      in pgbench's language
 * @param constants values of its variables that stay the same
 */
record Script(String text, Map<String, String> constants) {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    /** Finds a key by its digest; pgbench has none. */
    private static final String KEY_QUESTION = "apikey_of";

    /** The one statement. */
    static Script plain(Kind kind) {
        return new Script(kind.draw() + kind.plain() + "\n", Map.of());
    }

    /**
     * The statements that the service has sent for a request, in the same round trips, but for the question whose key it is.
     *
     * @param draw   draws other numbers each time, in pgbench's language
     * @param drawn  the numbers of that request, and which variable has another in its place
     * @param prefix of the constants' names
     * @param types  names of types by PostgreSQL's numbers
     */
    static Script same(String draw, List<List<Sent>> roundTrips, Map<BigDecimal, String> drawn, String prefix, IntFunction<String> types) {
        StringBuilder text = new StringBuilder(draw);
        Map<String, String> constants = new LinkedHashMap<>();
        for (List<Sent> roundTrip : roundTrips) {
            List<Sent> statements = roundTrip.stream()
                    .filter(sent -> !sent.text().isBlank() && !sent.text().contains(KEY_QUESTION)).toList();
            if (statements.size() > 1) {
                text.append("\\startpipeline\n");
            }
            statements.forEach(sent -> text.append(statement(sent, drawn, prefix, constants, types)).append(";\n"));
            if (statements.size() > 1) {
                text.append("\\endpipeline\n");
            }
        }
        return new Script(text.toString(), constants);
    }

    private static String statement(Sent sent, Map<BigDecimal, String> drawn, String prefix, Map<String, String> constants,
                                    IntFunction<String> types) {
        return PARAMETER.matcher(sent.text().strip()).replaceAll(found -> {
            int place = Integer.parseInt(found.group(1)) - 1;
            String value = sent.values().get(place);
            String cast = sent.parameters().get(place) == 0 ? "" : "::" + types.apply(sent.parameters().get(place));
            // in parentheses it can stand wherever a parameter can
            if (value == null) {
                return "(null" + cast + ")";
            }
            String variable = number(value).map(drawn::get).orElseGet(() -> {
                String constant = prefix + constants.size();
                constants.put(constant, value);
                return constant;
            });
            return Matcher.quoteReplacement("(:" + variable + cast + ")");
        });
    }

    /** A value as the number that it is, without zeros at its end. */
    private static Optional<BigDecimal> number(String value) {
        return value.matches("[0-9]+([.][0-9]+)?") ? Optional.of(new BigDecimal(value).stripTrailingZeros()) : Optional.empty();
    }
}
