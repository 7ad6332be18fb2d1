package example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import proctp.junit.ProcTP;

/** The client that is tested: as small as one can be. */
final class Api {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String authorization;

    Api(ProcTP server) {
        this.url = server.url();
        this.authorization = server.authorization();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(path, "GET", "");
    }

    HttpResponse<String> send(String path, String method, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
