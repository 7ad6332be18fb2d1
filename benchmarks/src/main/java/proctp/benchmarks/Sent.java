package proctp.benchmarks;

import java.util.List;

/**
 * A statement as a program has sent it to PostgreSQL.
 *
 * @param text       with a dollar and a number for each parameter
 * @param parameters their types, as PostgreSQL numbers them, with 0 for one that it is to find out
 * @param values     of the parameters, as text; null where there is none
 */
record Sent(String text, List<Integer> parameters, List<String> values) {
}
