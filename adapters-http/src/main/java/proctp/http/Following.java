package proctp.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How clients may follow the change feed.
 *
 * @param look      between two looks at whether there is something new
 * @param heartBeat after so much silence a client is sent a sign of life
 * @param patience  how long a client may take for what it was sent
 * @param followers that there are at once
 * @param ofAKey    that one customer key has at once
 */
record Following(Duration look, Duration heartBeat, Duration patience, int followers, int ofAKey) {

    static final Following USUAL =
            new Following(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofSeconds(30), 4_000, 100);

    Following {
        requireNonNull(look);
        requireNonNull(heartBeat);
        requireNonNull(patience);
    }
}
