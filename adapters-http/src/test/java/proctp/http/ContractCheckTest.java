package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ContractCheckTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void draft() {
        URI base = SERVER.fresh();
        var before = SERVER.stored();
        for (int i = 0; i < 12; i++) {
        long t = System.nanoTime();
        Checked read = Checked.at(base);
        System.out.println((System.nanoTime() - t) / 1000000 + " ms");
        long t1 = System.nanoTime();
        Checked write = Checked.at(base, "--write", "--json", "/tmp/h/kit.json");
        System.out.println((System.nanoTime() - t1) / 1000000 + " ms");
        if (i == 0) {
        read.out().forEach(System.out::println);
        System.out.println(read.err());
        write.out().forEach(System.out::println);
        System.out.println(write.err());
        }
        }
        assertThat(SERVER.stored()).isEqualTo(before);
    }
}
