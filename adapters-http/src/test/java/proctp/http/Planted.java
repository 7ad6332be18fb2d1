package proctp.http;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import proctp.http.Meddler.Meddling;

/**
 * A deviation from the contract that a man in the middle makes.
 *
 * @param name     what it is
 * @param rules    those that it breaks, and no other
 * @param writes   whether it shows only in a change
 * @param meddling how he makes it
 */
record Planted(String name, Set<String> rules, boolean writes, Meddling meddling) {

    private static final String ROWS = "(?i)/proctps(?:/[0-9]*)?";

    /** One that changes the answers to some requests. */
    static Planted inAnswers(String name, String rule, BiPredicate<Sent, Reply> where, UnaryOperator<Reply> change) {
        return new Planted(name, Set.of(rule), false, (sent, onward) -> {
            Reply reply = onward.pass(sent);
            return where.test(sent, reply) ? change.apply(reply) : reply;
        });
    }

    /** One that changes rows wherever they are shown. */
    static Planted inRows(String name, String rule, UnaryOperator<String> change) {
        return inAnswers(name, rule, (sent, reply) -> reply.status() == 200 && sent.resource().matches(ROWS),
                reply -> reply.saying(change.apply(reply.body())));
    }

    /** One that changes requests on their way. */
    static Planted inRequests(String name, String rule, Predicate<Sent> where, UnaryOperator<Sent> change) {
        return new Planted(name, Set.of(rule), false, (sent, onward) -> onward.pass(where.test(sent) ? change.apply(sent) : sent));
    }

    /** One that is made in its own way. */
    static Planted as(String name, String rule, Meddling meddling) {
        return new Planted(name, Set.of(rule), false, meddling);
    }

    /** The same, which shows only in a change. */
    Planted inAChange() {
        return new Planted(name, rules, true, meddling);
    }

    /** The same, which breaks these rules too, since they say the same of something else. */
    Planted and(String... more) {
        Set<String> all = new TreeSet<>(rules);
        all.addAll(Set.of(more));
        return new Planted(name, all, writes, meddling);
    }

    static BiPredicate<Sent, Reply> every() {
        return (sent, reply) -> true;
    }

    static BiPredicate<Sent, Reply> status(int status) {
        return (sent, reply) -> reply.status() == status;
    }

    static BiPredicate<Sent, Reply> asked(String method, String resource) {
        return (sent, reply) -> sent.method().equals(method) && sent.resource().matches(resource);
    }

    @Override
    public String toString() {
        return name;
    }
}
