package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What anybody may read without a key: the API's description, and the page to read and try it. There are these files and no
 * others; a path that was sent is looked up among theirs and never leads to one. Each is read when it is first asked for.
 */
final class Documentation {

    private static final String CONSOLE = "/docs";

    /** The page as it is when its path ends in a slash. */
    private static final String PAGE = CONSOLE + "/index.html";

    /** The paths, and what their files are. */
    private static final Map<String, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("/openapi.json", Answers.JSON);
        TYPES.put("/openapi.yaml", "application/yaml");
        TYPES.put(CONSOLE, "text/html; charset=utf-8");
        TYPES.put(CONSOLE + "/console.css", "text/css; charset=utf-8");
        TYPES.put(CONSOLE + "/console.js", "text/javascript; charset=utf-8");
        TYPES.put(CONSOLE + "/swagger-ui.css", "text/css; charset=utf-8");
        TYPES.put(CONSOLE + "/swagger-ui-bundle.js", "text/javascript; charset=utf-8");
        TYPES.put(CONSOLE + "/apache-licence.txt", "text/plain; charset=utf-8");
        TYPES.put(CONSOLE + "/swagger-ui-bundle.js.LICENSE.txt", "text/plain; charset=utf-8");
    }

    /** Who reads the page types keys into it: it runs what comes from here, talks to nobody else, and is in nobody's frame. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** Every request is held against it, so it ends at the first letter that differs. */
    private static final Pattern PATHS = Pattern.compile("(?i)(?:/++api/++v1)?+(?:"
            + TYPES.keySet().stream().map(path -> path.replace(".", "\\.").replace("/", "/++")).collect(joining("|")) + ")/*+");

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    /** The paths, without a prefix. */
    Stream<String> paths() {
        return TYPES.keySet().stream();
    }

    /** Whether there is something to read at this path, with or without the prefix, whatever its case and however many slashes. */
    static boolean isAt(String path) {
        return PATHS.matcher(path).matches();
    }

    /** Answers with what is at one of the {@link #paths}. */
    void answer(Context context, String path) {
        if (path.startsWith(CONSOLE)) {
            context.header("Content-Security-Policy", POLICY).header("Referrer-Policy", "no-referrer");
        }
        Answers.bytes(context, TYPES.get(path), read.computeIfAbsent(path.equals(CONSOLE) && context.path().endsWith("/") ? PAGE : path,
                Documentation::file));
    }

    private static byte[] file(String path) {
        if (!path.equals(CONSOLE)) {
            return resource(path);
        }
        // its parts are below it, wherever that is: a proxy may have a prefix of its own
        return new String(resource(PAGE), UTF_8).replaceAll("(href|src)=\"(?!data:)", "$1=\"docs/").getBytes(UTF_8);
    }

    private static byte[] resource(String path) {
        try (InputStream file = Documentation.class.getResourceAsStream(path.substring(1))) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
