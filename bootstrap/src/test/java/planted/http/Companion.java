package planted.http;

import java.util.function.Function;

/** Keeps the rules: public. */
public interface Companion {

    /** Keeps the rules. */
    static int serve(Function<String, Companion> companions) {
        return companions.hashCode();
    }
}
