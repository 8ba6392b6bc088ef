package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.AbstractFileSource;
import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.NotPermittedException;
import com.github.tomakehurst.wiremock.common.TextFile;
import java.io.File;
import java.util.List;

/** What WireMock sees when the user has given no directory: nothing to read and nowhere to write. */
final class NoStubDirectory extends AbstractFileSource {
    NoStubDirectory() {
        super(new File("no-stub-directory"));
    }

    @Override
    public FileSource child(String name) {
        return this;
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public List<TextFile> listFilesRecursively() {
        return List.of();
    }

    @Override
    public void writeBinaryFile(String name, byte[] contents) {
        throw new NotPermittedException(
                Errors.notPermitted("Cannot write " + name + ": the mock server was started without a stub directory"));
    }

    @Override
    public void deleteFile(String name) {
        throw new NotPermittedException(Errors.notPermitted(
                "Cannot delete " + name + ": the mock server was started without a stub directory"));
    }

    @Override
    protected boolean readOnly() {
        return true;
    }
}
