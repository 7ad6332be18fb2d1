package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    private Path directory;

    @Test
    void a_file_is_for_its_owner_only_from_the_start_even_after_a_write_that_was_cut_off() throws Exception {
        Files.writeString(directory.resolve("secret.new"), "hal");
        PrivateFiles.write(directory.resolve("secret"), "whole");
        assertThat(directory.resolve("secret")).hasContent("whole");
        assertThat(OfficeDirectory.mode(directory.resolve("secret"))).isEqualTo("rw-------");
        assertThat(directory.resolve("secret.new")).doesNotExist();
    }
}
