package proctp.http;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import proctp.application.Page;
import proctp.domain.Refusal;

/** The parameters of a request, read strictly: each is known, given once and well-formed, or the request is refused. */
final class QueryParams {

    static final String OFFSET = "Offset";

    static final String LIMIT = "Limit";
    private static final String DATE_FORMAT = "DateFormatString";
    private static final String DATE_TIME_FORMAT = "DateTimeFormatString";

    private static final int MOST_NUMBERS = 1000;

    private final Map<String, String> values = new LinkedHashMap<>();

    private final Exchange exchange;

    private QueryParams(Exchange exchange) {
        this.exchange = exchange;
    }

    /** The parameters of a list: those named, and those that every list takes. */
    static QueryParams ofList(Context context, String... names) {
        List<String> common = List.of(LIMIT, OFFSET, DATE_FORMAT, DATE_TIME_FORMAT);
        return read(context, Stream.concat(Arrays.stream(names), common.stream()).toList());
    }

    /** The parameters of a list that goes on by its own numbers: those named, and those that every list takes but an Offset. */
    static QueryParams ofFeed(Context context, String... names) {
        List<String> common = List.of(LIMIT, DATE_FORMAT, DATE_TIME_FORMAT);
        return read(context, Stream.concat(Arrays.stream(names), common.stream()).toList());
    }

    /** The parameters of one row: those that every GET takes. */
    static QueryParams ofOne(Context context) {
        return read(context, List.of(DATE_FORMAT, DATE_TIME_FORMAT));
    }

    /** Refuses any parameter. */
    static void refuseAny(Context context) {
        read(context, List.of());
    }

    private static QueryParams read(Context context, List<String> names) {
        QueryParams params = new QueryParams(Exchange.of(context));
        String query = context.queryString();
        if (query != null) {
            Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> params.add(pair, names));
        }
        return params;
    }

    private void add(String pair, List<String> names) {
        int equals = pair.indexOf('=');
        String sentName = PercentEncoding.decode(equals < 0 ? pair : pair.substring(0, equals));
        String name = names.stream().filter(known -> Ascii.same(known, sentName)).findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.PARAMETER_UNKNOWN,
                        "'" + Echo.of(sentName) + "' is not a valid parameter"));
        String value = PercentEncoding.decode(equals < 0 ? "" : pair.substring(equals + 1));
        if (values.putIfAbsent(name, value) != null) {
            throw new Refusal(Refusal.Kind.PARAMETER_REPEATED, name + " is given more than once.");
        }
    }

    /** The value as text. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value as a whole number. */
    Optional<Long> number(String name) {
        Optional<Long> number = text(name).map(value -> Numbers.parameter(name, value));
        number.ifPresent(value -> exchange.number(name, value));
        return number;
    }

    /** The value as whole numbers with commas between them, at most 1000; one that is repeated counts once. */
    Optional<Set<Long>> numbers(String name) {
        Optional<Set<Long>> numbers = text(name).map(value -> distinct(name, value));
        numbers.ifPresent(found -> {
            exchange.numbers(name, found);
            values.put(name, found.stream().map(String::valueOf).collect(joining(",")));
        });
        return numbers;
    }

    private static Set<Long> distinct(String name, String list) {
        Set<Long> numbers = new LinkedHashSet<>();
        for (String item : list.split(",", -1)) {
            numbers.add(Numbers.parameter(name, item));
            if (numbers.size() > MOST_NUMBERS) {
                throw new Refusal(Refusal.Kind.PARAMETER_INVALID,
                        name + " must be at most " + MOST_NUMBERS + " numbers. Ask for the others in a request of their own.");
            }
        }
        return numbers;
    }

    /** The value as a time in that zone. */
    Optional<Instant> dateTime(String name, ZoneId zone) {
        return text(name).map(value -> LocalTimes.parameter(name, value, zone));
    }

    /** All that was given, as it was read, by the names that it has here. */
    Map<String, String> given() {
        return Collections.unmodifiableMap(values);
    }

    /** The value as {@code true} or {@code false}; false when it is not given. */
    boolean flag(String name) {
        return WireFormat.boolFrom(text(name).orElse("false")).orElseThrow(() -> Numbers.invalid(name));
    }

    /** Which page is wanted. */
    Page page(HttpSettings.Pages pages) {
        long offset = fromZero(OFFSET);
        return new Page(limit(pages), offset);
    }

    /** The value as a whole number from 0, which it is when it is not given. */
    long fromZero(String name) {
        long number = number(name).orElse(0L);
        if (number < 0) {
            throw Numbers.invalid(name);
        }
        return number;
    }

    /** How many items are wanted at most. A Limit above the cap is the cap, however many digits it has. */
    int limit(HttpSettings.Pages pages) {
        Optional<Integer> limit = text(LIMIT).map(wanted -> limit(wanted, pages.max()));
        limit.ifPresent(rows -> values.put(LIMIT, String.valueOf(rows)));
        return limit.orElse(pages.usual());
    }

    private static int limit(String limit, int cap) {
        if (!limit.matches("[1-9][0-9]*+")) {
            throw Numbers.invalid(LIMIT);
        }
        return (int) Math.min(Numbers.whole(limit).orElse(Long.MAX_VALUE), cap);
    }

    /** How this answer is to write dates. */
    WireFormat format(HttpSettings settings) {
        return new WireFormat(settings.zone(), pattern(DATE_FORMAT), pattern(DATE_TIME_FORMAT));
    }

    private Optional<DatePattern> pattern(String name) {
        return text(name).map(pattern -> DatePattern.parse(name, pattern));
    }
}
