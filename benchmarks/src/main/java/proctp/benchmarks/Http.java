package proctp.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Single requests, to see that the service answers as it should before it is measured.
 *
 * @param base what comes before every path
 */
record Http(String base) {

    private static final int PATIENCE_MILLIS = 10_000;

    /**
     * What came back.
     *
     * @param tag its entity tag; {@code "-"} when it has none
     */
    record Answer(int status, String tag, String body) {
    }

    /**
     * Sends one request.
     *
     * @param tag  for If-None-Match, or {@code "-"}
     * @param body or {@code ""} for none
     */
    Answer ask(String method, String path, String authorization, String tag, String body) throws IOException {
        HttpURLConnection request = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        request.setRequestMethod(method);
        request.setReadTimeout(PATIENCE_MILLIS);
        request.setRequestProperty("Authorization", authorization);
        if (!tag.equals("-")) {
            request.setRequestProperty("If-None-Match", tag);
        }
        if (!body.isEmpty()) {
            request.setRequestProperty("Content-Type", "application/json");
            request.setDoOutput(true);
            try (OutputStream out = request.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = request.getResponseCode();
        try (InputStream in = status < 400 ? request.getInputStream() : request.getErrorStream()) {
            String answered = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String sent = request.getHeaderField("ETag");
            return new Answer(status, sent == null ? "-" : sent, answered);
        }
    }
}
