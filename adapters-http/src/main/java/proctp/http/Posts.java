package proctp.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import proctp.application.IdempotencyKey;
import proctp.application.Posted;
import proctp.domain.Refusal;

/** Requests that have something made, and how one is sent again without having it made twice. */
final class Posts {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    private Posts() {
    }

    /**
     * What makes the request safe to be sent again; empty when the client did not ask for that.
     *
     * @throws Refusal {@code REQUEST_INVALID} when the header is there and is not one key
     */
    static Optional<IdempotencyKey> key(Context context, SentBody body) {
        List<String> sent = Collections.list(context.req().getHeaders(KEY));
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        if (sent.size() > 1 || !VISIBLE_ASCII.matcher(sent.get(0)).matches()) {
            throw new Refusal(Refusal.Kind.REQUEST_INVALID,
                    "The header " + KEY + " must be given once, as 1 to 255 visible characters of ASCII.");
        }
        String route = context.method().name() + " " + Exchange.of(context).route();
        return Optional.of(IdempotencyKey.of(sent.get(0), route, body.bytes()));
    }

    /**
     * 201 with what was made, by this request or by one before it.
     *
     * @param tag what the client knows it by
     */
    static <T> void answer(Context context, Posted<T> made, String tag, BiConsumer<JsonWriter, T> write) {
        if (made.isReplay()) {
            context.header("Idempotent-Replayed", "true");
        }
        Answers.one(context.status(201), made.value(), tag, write);
    }
}
